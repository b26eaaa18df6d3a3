"""Words of one event that tell of several: "killed four in Mosul and two in Kirkuk", "and another on Sunday"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from geo.incidents.speech import belongs_to_speaker
from geo.incidents.what.events import Event
from geo.incidents.where.nesting import nests
from geo.incidents.where.place_names import Candidate, candidates
from geo.incidents.where.place_otherwise import Placing
from geo.incidents.where.place_signs import LOCATIVES
from geo.incidents.who.casting import located
from geo.incidents.who.nouns.kinds import PERSONS, THINGS, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Sentence, Token, Toponym
from geo.syntax import children, subtree


def parted(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> list[Event]:
    """Return the events that an event's words tell of: one for each place that its sufferers are told with.

    Parameters
    ----------
    parse, event
        The text, and what was read as one event.
    toponyms
        The document's.
    """
    sentence = parse.sentences[event.sentence]
    if (other := _another(parse, event, sentence)) is not None:
        bare = replace(event.arguments, patients=())
        return [
            replace(event, within=(sentence.first, other)),
            replace(event, tolls=(), captives=frozenset(), arguments=bare, within=(other, sentence.last)),
        ]
    heads = sorted(_sufferers(parse, event, sentence, toponyms))
    stretches = list(pairwise([*heads, _end(parse, event, heads[-1], sentence)])) if len(heads) > 1 else []
    names = [own_name(parse, stretch, toponyms, sentence) for stretch in stretches]
    names = [n if n and not belongs_to_speaker(parse, n.head, event.main.index) else None for n in names]
    spelt = {parse.tokens[name.head].text for name in names if name is not None}
    if None in names or len(spelt) < max(2, len(names)) or any(_lies_in(*two, toponyms) for two in pairwise(names)):
        return [event]
    return [_part(event, stretch) for stretch in stretches]


def _lies_in(one: Candidate | None, other: Candidate | None, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether a name is that of a place in the other's: "an envoy in Chad was killed when … in Abeche"."""
    if one is None or other is None or one.toponym is None or other.toponym is None:
        return False
    first, second = toponyms[one.toponym], toponyms[other.toponym]
    return nests(first, second) or nests(second, first)


def own_name(
    parse: Parse, stretch: tuple[int, int], toponyms: tuple[Toponym, ...], sentence: Sentence
) -> Candidate | None:
    """Return the first name that a stretch of a sentence says to be where something was.

    Parameters
    ----------
    parse, stretch
        The text, and tokens ``[first, last)``.
    toponyms
        The document's.
    sentence
        The sentence.
    """
    names = (n for n in candidates(parse, sentence, toponyms) if stretch[0] <= n.first < stretch[1])
    return next((n for n in names if _says_where(parse, n)), None)


def _says_where(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name belongs to what stands before it: "five in Anka", not ", in Maru two"."""
    preposition = parse.tokens[parse.tokens[name.head].head]
    before = parse.tokens[preposition.index - 1] if preposition.index else preposition
    return preposition.lemma in LOCATIVES and before.pos not in {"PUNCT", "CCONJ"}


def own_placing(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> Placing | None:
    """Return the place that a part's own words name, None for an event that was not parted, or that names none."""
    name = own_name(parse, event.within, toponyms, parse.sentences[event.sentence]) if event.within else None
    if name is None:
        return None
    start, end = parse.tokens[name.first].start, parse.tokens[name.last - 1].end
    known = name.toponym is not None and toponyms[name.toponym].place is not None
    return Placing(name.toponym if known else None, parse.text[start:end])


def _another(parse: Parse, event: Event, sentence: Sentence) -> int | None:
    """Return the first token of an "another" that stands for a further event, with its own place or day."""
    for token in parse.tokens[event.main.index + 1 : sentence.last]:
        if token.lemma == "another" and token.dep == "conj" and token.head in event.main.tokens:
            return subtree(parse, token.index)[0] if children(parse, token.index, "prep") else None
    return None


def _sufferers(parse: Parse, event: Event, sentence: Sentence, toponyms: tuple[Toponym, ...]) -> set[int]:
    """Return who or what is told, after the event's word, to have suffered; members that parsers misplace too."""
    known = {t.head for t in event.tolls if t.count.best} | set(event.arguments.patients)
    places = located(parse, event.sentence, toponyms)
    meant = any(t.tag == "PRP" for t in children(parse, event.main.index, "dobj"))  # "… when they seized him"
    known = {i for i in known if not (meant and i < event.main.index)}
    known = {i for i in known if parse.tokens[i].dep != "appos" and i not in places}
    return known | set(_misplaced(parse, event, min(known), sentence)) if known else set()


def _misplaced(parse: Parse, event: Event, first: int, sentence: Sentence) -> Iterator[int]:
    """Yield whom or what parsers list with a day or a town: "a cook in Buga on Monday and a teacher in Cali"."""
    found: set[int] = set()
    for token in parse.tokens[first + 1 : sentence.last]:
        if token.pos == "VERB" and token.index not in {t.index for t in event.triggers}:
            return
        named = parse.tokens[token.head].pos == "PROPN" or token.head in found
        person = token.dep == "conj" and token.tag == "NN" and kind_of(parse, token.index) in PERSONS
        if named and (person or _is_listed_thing(parse, token)):
            found.add(token.index)
            yield token.index


def _is_listed_thing(parse: Parse, token: Token) -> bool:
    """Tell whether a noun is a building or vehicle of its own place: "a bank in Ajaccio", not "a city in Corsica"."""
    listed = token.dep in {"conj", "appos"} and token.pos == "NOUN" and token.lemma not in word_class("open_ground")
    placed = any(t.lemma in LOCATIVES for t in children(parse, token.index, "prep"))
    return listed and placed and kind_of(parse, token.index) in THINGS


def _end(parse: Parse, event: Event, last: int, sentence: Sentence) -> int:
    """Return where the last sufferer's stretch ends: at the end of the sentence, or where another clause begins."""
    own = {t.index for t in event.triggers}
    verbs = (t for t in parse.tokens[last + 1 : sentence.last] if t.pos == "VERB" and t.index not in own)
    return next((t.index for t in verbs), sentence.last)


def _part(event: Event, stretch: tuple[int, int]) -> Event:
    inside = range(*stretch)
    tolls = tuple(t for t in event.tolls if t.head in inside)
    patients = tuple(i for i in event.arguments.patients if i in inside)
    arguments = replace(event.arguments, patients=patients or stretch[:1])
    return replace(event, tolls=tolls, arguments=arguments, within=stretch)
