"""Which end of a way each place is by the words right beside it, however the parser hung them.

Grammar says of "rifles were shipped from Bar to Misrata" what goes where. Of "cleared from Burgas", "loaded Butembo",
"last port: Jask" and "which Hamas was to receive in Gaza" the nearest word of a known class says it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from geo.lexicon import word_class
from geo.model import Token
from geo.routes.what.cargo import is_holder, load_at
from geo.routes.where.role_by_verb import ENDS, MARKS, STANDING, by_verb
from geo.routes.where.whereabouts import Scene
from geo.routes.who.parties import is_people
from geo.routes.words import direction_rows, has_mark, is_other_deed, movement_rows
from geo.syntax.tags import DASHES, FINITE, MODIFIERS, VERBS

PLAIN = frozenset({"from", "to", "into", "towards", "toward", "via", "through"})  # words that may tell of anything
JOINS = DASHES | {"to", ">"}  # arrows are read as ">"
WAYS = frozenset({"road", "highway", "track", "trail", "path", "route"})
LONGEST = 5  # words of a direction


@dataclass(frozen=True, slots=True)
class Role:
    """A place, which end it is ("found" where cargo came to light, "rest" where it is), the word for it, how sure."""

    place: int
    end: str
    word: int
    sure: bool


def roles(scene: Scene) -> tuple[Role, ...]:
    """Return which ends the words beside the places of a sentence say that these are, in order."""
    firsts = (i for i in range(scene.sentence.first, scene.sentence.last) if i in scene.where)
    named = (i for i in firsts if scene.where.get(i - 1) != scene.where[i])
    found: list[Role] = []
    for i in named:
        found.extend(_roles(scene, i, set_out=any(role.end == "origin" for role in found)))
    return tuple(found)


def places_at(said: tuple[Role, ...], end: str) -> tuple[int, ...]:
    """Return the places that are said to be one end, each once.

    Parameters
    ----------
    said, end
        What the words beside the places of a sentence say, and an end.
    """
    return tuple(dict.fromkeys(role.place for role in said if role.end == end))


def _roles(scene: Scene, first: int, *, set_out: bool) -> Iterator[Role]:
    """Yield what the words beside a place say; `set_out` is True where a way has begun: "out of Gao for Oran"."""
    last = first
    while scene.where.get(last + 1) == scene.where[first]:
        last += 1
    before = _word_before(scene, first)
    if _is_of_road(scene, first, last):
        if before is not None and scene.parse.tokens[before].lemma == "off":  # "two men off the Antwerp flight"
            yield Role(scene.where[first], "origin", before, sure=True)
        return
    yield from _joined(scene, first, last)
    if office := _by_office(scene, last):
        yield Role(scene.where[first], office, last, sure=True)
    elif before is not None and not _says_where(scene, before):
        yield from _by_word(scene, first, before, set_out=set_out)


def _is_of_road(scene: Scene, first: int, last: int) -> bool:
    """Tell whether places say what road or vehicle is meant: "the Gao to Kidal road", "the Tyumen–Baku mail train"."""
    after = [t.text.lower() for t in scene.parse.tokens[last + 1 : scene.sentence.last]]
    joined = scene.parse.tokens[first - 1].text in JOINS
    return not word_class("way_named").isdisjoint(after[: 4 if after[:1] and after[0] in JOINS else 2 if joined else 1])


def _joined(scene: Scene, first: int, last: int) -> Iterator[Role]:
    """Yield what a place is by that which joins it to another: "Trieste to Bari", "Caracas-Tehran"."""
    tokens, place = scene.parse.tokens, scene.where[first]
    if not scene.is_name(first):
        return
    if last + 1 < scene.sentence.last and tokens[last + 1].text.lower() in JOINS and scene.is_name(last + 2):
        yield Role(place, "origin", last + 1, sure=False)
    elif first > scene.sentence.first and tokens[first - 1].text in JOINS and scene.is_name(first - 2):
        start = _first_of(scene, first - 2)
        apart = not start or tokens[start - 1].text in MARKS  # "40 pistols, Gao to Oran"
        told = any(t.tag in FINITE for t in scene.parse.sentence_tokens(scene.sentence))
        if tokens[first - 1].text != "to" or (apart and not told):
            yield Role(place, "destination", first - 1, sure=False)


def _first_of(scene: Scene, word: int) -> int:
    """Return the first word of the place whose name a word is in."""
    while scene.where.get(word - 1) == scene.where[word]:
        word -= 1
    return word


def _by_office(scene: Scene, last: int) -> str:
    """Return the end that the words after a place call it: "gave Gao as its destination", "Belgrade-bound"."""
    after = [t.text.lower() for t in scene.parse.tokens[last + 1 : min(last + 6, scene.sentence.last)]]
    if after[:2] == ["-", "bound"]:
        return "destination"
    if after[:1] != ["as"]:
        return ""
    office = after[: after.index("and")] if "and" in after else after
    return next((end for end, kind in ENDS.items() if not (word_class(kind) - PLAIN).isdisjoint(office)), "")


def _by_word(scene: Scene, first: int, before: int, *, set_out: bool) -> Iterator[Role]:
    """Yield what a place is by the word before it, or by the verb which that belongs to."""
    tokens, place = scene.parse.tokens, scene.where[first]
    if end := _by_phrase(scene, before):
        yield Role(place, end, before, sure=True)
        return
    word = tokens[before].text.lower()
    end = next((end for end, kind in ENDS.items() if word in word_class(kind)), "")
    end = "destination" if word == "for" and set_out else end
    opens = before == scene.sentence.first and tokens[before].head == before  # "From Gao. For Oran."
    of_people = tokens[before - 1].dep == "pobj" and is_people(tokens[before - 1])  # "to soldiers from"
    opens = opens or _is_under_way(scene, tokens[before])
    if end and (word not in PLAIN or opens or (not of_people and _leads(tokens[tokens[before].head], end))):
        yield Role(place, end, before, sure=opens or word not in PLAIN)
    elif not end and scene.is_name(first) and (said := by_verb(scene, before)):
        yield Role(place, *said)


def _word_before(scene: Scene, first: int) -> int | None:
    """Return the first word before a place that does not only say what place it is: not "the", "port of", "nearby"."""
    skipped = word_class("before_noted")
    tokens = scene.parse.tokens
    for token in reversed(tokens[scene.sentence.first : first]):
        whose = token.text.lower() == "of" and tokens[token.index - 1].text.lower() in skipped  # not "out of"
        tells = token.pos not in {"DET", "ADJ"} or token.text.lower() in word_class(*ENDS.values())  # "unloaded Gao"
        if tells and not whose and token.text.lower() not in skipped:
            return token.index
    return None


def _says_where(scene: Scene, before: int) -> bool:
    """Tell whether a place only says where the one before it lies: "Potosí on the Gulf", "Kutum, in Darfur"."""
    comma = scene.parse.tokens[before - 1].text == ","
    return scene.parse.tokens[before].text.lower() in STANDING and scene.is_name(before - (2 if comma else 1))


def _by_phrase(scene: Scene, last: int) -> str:
    """Return the end that several words give which end here: "bound for", "on its way to"."""
    words = [t.text.lower() for t in scene.parse.tokens[max(scene.sentence.first, last - LONGEST + 1) : last + 1]]
    rows = (direction_rows().get(tuple(words[start:])) for start in range(len(words) - 1))
    return next((row[0] for row in rows if row and "any" in row[1]), "")


def _leads(head: Token, end: str) -> bool:
    """Tell whether a word may be what "from" and "to" lead: no one who is from there, is told, fires or stays."""
    if head.pos in VERBS:
        return not (has_mark(head, "still") or is_other_deed(head.lemma))
    moving = (head.lemma, "noun") in movement_rows() or head.lemma in word_class("any_cargo", "kind_of_cargo", "fare")
    return not is_people(head) and (
        end == "via" or moving or is_holder(head) or load_at(head) is not None or not head.dep
    )


def _is_under_way(scene: Scene, preposition: Token) -> bool:
    """Tell whether vehicles are on the road that leads from one place to another: "six lorries on the road from"."""
    road = scene.parse.tokens[preposition.head]
    own = scene.parse.sentence_tokens(scene.sentence)
    on = road.dep == "pobj" and scene.parse.tokens[road.head].lemma in {"on", "along"}
    return on and road.lemma in WAYS and any(has_mark(t, "conveyance") and t.dep not in MODIFIERS for t in own)
