"""Words that point back to a place: "in the capital", "on this city's outskirts", "there" -> what they stand for."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from geo.incidents.in_care import is_in_care
from geo.incidents.speech import belongs_to_speaker, is_saying, sayer
from geo.incidents.where.place_names import words
from geo.incidents.where.place_paths import is_near
from geo.layout.dateline import dateline_end
from geo.lexicon.shared import singular
from geo.model import Parse, Token, Toponym
from geo.syntax import children, clause_of, conjuncts, first_joined, prepositional, subtree
from geo.syntax.tags import QUOTES, SINGULAR

CAPITAL = "PPLC"  # GeoNames' code
TOWNLIKE = frozenset({"city", "town", "village"})
NEIGHBOURING = frozenset({"nearby", "neighbouring", "neighboring", "adjacent", "surrounding"})
THERE, HERE = "there", "here"
ELSEWHERE = frozenset({"be", "treat", "nurse", "hospitalise", "hospitalize"})  # "are being treated there": in hospital
AIMED = ("at", "on", "upon", "against", "into")  # "fired at the home of the mayor of Apartado"
AT_ONCE = frozenset({"as", "when", "while"})
POINTERS = frozenset({"the", "this", "that"})
LOCATIVES = frozenset({"in", "at", "near", "outside", "inside", "on", "around", "within", "across", "of"})
TOWN_KINDS = frozenset({"populated_place", "section", "admin2"})
OFFICE_KINDS = TOWN_KINDS | {"admin1"}
SPEAKER = 10  # tokens of a speaker before a colon
# What "the same district", "this district" and the like may stand for.
SAME = {
    "district": frozenset({"admin2"}),
    "area": frozenset({"admin2", "populated_place", "section", "facility", "terrain"}),
    "neighbourhood": frozenset({"section", "populated_place"}),
    "province": frozenset({"admin1"}),
    "state": frozenset({"admin1"}),
    "department": frozenset({"admin1"}),
    "municipality": frozenset({"admin2", "populated_place"}),
}
PEOPLE = "NORP"  # the recogniser's label
FAR_BACK = 12  # toponyms looked back over
LONGEST_CALL = 60  # characters of ", a small farming village"


def pointed_at(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the toponym that a word such as "the capital" in an event's clause stands for, None where there is none.

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    toponyms
        All of the document's.
    """
    sentence = parse.sentences[parse.tokens[trigger].sentence]
    for token in parse.sentence_tokens(sentence):
        if (_points(parse, token) or _is_there(parse, token)) and _is_of(parse, trigger, token):
            land = _land_of(parse, token, toponyms)
            fitting = (n for n in _before(parse, token, toponyms) if _fits(token, toponyms[n]))
            return next((n for n in fitting if land is None or _are_of_one_country(toponyms, n, land)), land)
    return None


def _land_of(parse: Parse, token: Token, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the toponym that says of which country a town is: the "Peruvian" of "the Peruvian capital"."""
    starts = {t.start for t in children(parse, token.index, "amod", "compound", "nmod")}
    return (
        next((n for n, t in enumerate(toponyms) if t.start in starts and t.role == "demonym"), None) if starts else None
    )


def _are_of_one_country(toponyms: tuple[Toponym, ...], one: int, other: int) -> bool:
    first, second = toponyms[one].place, toponyms[other].place
    return first is not None and second is not None and first.country == second.country


def _before(parse: Parse, token: Token, toponyms: tuple[Toponym, ...]) -> Iterator[int]:
    """Yield the toponyms that a word may point back to, the nearest first; "there" leaves no paragraph.

    "Here" is where the report was filed, as is, before any other, "this city".
    """
    here = bisect_left(toponyms, token.start, key=lambda t: t.start)
    near = range(here - 1, max(-1, here - FAR_BACK), -1)
    line = parse.text.rfind("\n", 0, token.start)
    this_city = token.lemma == "city" and any(t.lemma == "this" for t in children(parse, token.index, "det"))
    if this_city or token.lemma == HERE:
        yield from (n for n in range(here) if toponyms[n].end <= dateline_end(parse.text))
    if token.lemma == HERE:
        return
    yield from (n for n in near if toponyms[n].start > line and _is_called(parse, toponyms[n], token.lemma))
    yield from (n for n in near if toponyms[n].start > line)
    if token.lemma != THERE:
        yield from (n for n in near if _is_called(parse, toponyms[n], token.lemma))
        yield from near
    if token.lemma == "capital":  # the dateline's, however far back
        yield from (n for n in range(here) if toponyms[n].end <= dateline_end(parse.text))


def _is_called(parse: Parse, toponym: Toponym, noun: str) -> bool:
    """Tell whether a name is told to be what a noun says: "the border town of Bama", "Ogossagou, a Fulani village"."""
    before = parse.text[max(0, toponym.start - len(noun) - 5) : toponym.start].lower()
    after = re.match(rf", an? (?:[\w-]+ ){{0,3}}{noun}\b", parse.text[toponym.end : toponym.end + LONGEST_CALL])
    return before.endswith(f" {noun} of ") or after is not None


def _is_there(parse: Parse, token: Token) -> bool:
    """Tell whether a word is a "there" that says where, unlike that of "there was", or the "here" of who writes."""
    if token.lemma == HERE and any(t.text in QUOTES for t in parse.sentence_tokens(parse.sentences[token.sentence])):
        return False
    return token.lemma in {THERE, HERE} and token.dep == "advmod" and parse.tokens[token.head].lemma not in ELSEWHERE


def spoken_at(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the town whose police, mayor, doctors or residents tell of an event or did it, None where no local did.

    What they tell of befell their town, if they name no other place: "Kano police arrested", "police in Kano said".

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    verb = _teller(parse, trigger)
    told = (i for t in children(parse, verb, "nsubj") for i in subtree(parse, t.index)) if verb is not None else ()
    speakers = [*told] or _before_colon(parse, trigger) or _doers(parse, trigger)
    who = {word for i in speakers for word in (parse.tokens[i].lemma, singular(parse.tokens[i].text.lower()))}
    if who.isdisjoint(words("local")) or not who.isdisjoint(NEIGHBOURING):  # "residents of nearby Bama"
        return None
    inside = {parse.tokens[i].start for i in speakers}
    named = ((n, t) for n, t in enumerate(toponyms) if t.start in inside and t.role != "organisation")
    named = ((n, t) for n, t in named if not is_in_care(parse, parse.at(t.start).index, trigger))
    number = next((n for n, t in named if t.place is None or t.place.kind in TOWN_KINDS), None)
    return None if number is None or _governs(who, toponyms[number]) else number


def _doers(parse: Parse, trigger: int) -> list[int]:
    """Return the tokens of those who did what a verb tells, and of what says whose they are: "residents of Kano"."""
    verb = parse.tokens[trigger].head if parse.tokens[trigger].dep == "dobj" else trigger  # "staged a protest"
    while parse.tokens[verb].dep == "conj" and not children(parse, verb, "nsubj") and parse.tokens[verb].head != verb:
        verb = parse.tokens[verb].head
    heads = children(parse, verb, "nsubj") if parse.tokens[verb].tag != "NN" else ()
    local = [t.index for t in heads if singular(t.text.lower()) in words("local")]
    owners = (t.index for n in local for t in children(parse, n, "compound", "amod", "nmod", "poss"))
    whose = (i for owner in owners for i in subtree(parse, owner))  # of "San Pedro police" both words
    return [*local, *whose, *(i for n in local for i in prepositional(parse, n, ("of",)))]


def _teller(parse: Parse, trigger: int) -> int | None:
    """Return the verb of saying that tells an event, of what it announces, too: "announced the arrest of two men"."""
    above = parse.tokens[parse.tokens[trigger].head]
    announces = parse.tokens[trigger].dep == "dobj" and is_saying(above)
    return above.index if announces else sayer(parse, trigger)


def _governs(who: set[str], toponym: Toponym) -> bool:
    """Tell whether those who speak are or speak of a country rather than a town: "the authorities in Khartoum"."""
    capital = toponym.place is not None and toponym.place.feature == CAPITAL
    return capital and who.isdisjoint(words("local") - {"authority", "correspondent"})


def _before_colon(parse: Parse, trigger: int) -> list[int]:
    """Return the tokens of a speaker at the head of a sentence: "Customs at Chaman: explosives seized"."""
    first = parse.sentences[parse.tokens[trigger].sentence].first
    colon = next((t.index for t in parse.tokens[first : min(first + SPEAKER, trigger)] if t.text == ":"), first)
    return list(range(first, colon))


def holds_office_in(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the town or province of whom an event befell, where he lives or has an office: "the mayor of Apartado".

    So is the place of what was his: "the house of the mayor".

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    struck = [i for t in children(parse, trigger, "dobj", "nsubjpass") for i in conjuncts(parse, t.index)]
    struck += [i for i in prepositional(parse, trigger, AIMED) if parse.tokens[i].lemma not in words("local")]
    owners = (owner for i in struck for owner in _after_of(parse, i))
    for i in (i for i in (*struck, *owners) if parse.tokens[i].lemma in words("office") | words("local")):
        own = (*(t.index for t in children(parse, i, "poss", "compound", "nmod")), *_after_of(parse, i))
        held = {parse.tokens[n].start for index in own for n in subtree(parse, index)}
        found = (n for n, t in enumerate(toponyms) if t.start in held and t.place and t.place.kind in OFFICE_KINDS)
        number = next(found, None)
        if number is not None:
            return number
    return None


def _after_of(parse: Parse, noun: int) -> list[int]:
    links = (t for t in children(parse, noun, "prep") if t.lemma in {"of", "from"})
    return [t.index for link in links for t in children(parse, link.index)]


def _points(parse: Parse, token: Token) -> bool:
    """Tell whether a noun stands for a place by itself, unlike "the city of Homs" and "the capital, Juba"."""
    townlike = token.lemma in TOWNLIKE or token.lemma == "capital"
    if not (townlike or token.lemma in SAME) or token.tag not in SINGULAR:
        return False
    own = children(parse, token.index)
    if not townlike and not any(t.lemma in {"same", "this"} for t in own):
        return False
    if token.dep == "compound":  # "in the town centre"
        token = parse.tokens[token.head]
        own = tuple(t for t in children(parse, token.index) if t.dep != "compound")
    pointing = any(t.lemma in POINTERS for t in own if t.dep == "det")
    named = any(
        t.lemma == "of" or t.dep in {"appos", "compound", "poss", "nummod"} or t.pos == "PROPN"
        for t in own
        if t.entity != PEOPLE  # "the Guatemalan capital"
    )
    placed = parse.tokens[token.head].lemma in LOCATIVES if token.dep == "pobj" else token.dep in {"poss", "dobj"}
    return pointing and placed and not named


def _is_of(parse: Parse, trigger: int, token: Token) -> bool:
    """Tell whether a place is that of an event; "this city" is of all that its sentence tells, save of a speaker."""
    if token.lemma == HERE:  # not "are in hospital here"
        return token.head == trigger
    if belongs_to_speaker(parse, token.index, trigger):
        return False
    if any(t.lemma == "this" for t in children(parse, token.index, "det")):
        return True
    above = parse.tokens[token.head]
    near = is_near(parse, trigger, above.head if above.lemma == "of" else token.index)  # "in a quarter of the city"
    return near and clause_of(parse, token.index) in _clauses(parse, trigger)


def _clauses(parse: Parse, trigger: int) -> set[int]:
    """Return the clause of an event and those that are where it is: its fellows, "where" and "as" clauses beside it."""
    own = clause_of(parse, trigger)
    found = {own, *conjuncts(parse, first_joined(parse, parse.tokens[own]).index)}
    if parse.tokens[own].dep == "relcl" and any(t.lemma == "where" for t in children(parse, own)):
        found.add(clause_of(parse, parse.tokens[own].head))
    at_once = (t for t in children(parse, own, "advcl") if any(m.lemma in AT_ONCE for m in children(parse, t.index)))
    return found | {t.index for t in at_once}


def _fits(token: Token, toponym: Toponym) -> bool:
    place = toponym.place
    of_its_people = toponym.role == "possessive" and token.lemma in TOWNLIKE | SAME.keys()  # "Residents of Samarra"
    if place is None or not (toponym.role == "literal" or of_its_people):
        return False
    if token.lemma in SAME:
        return place.kind in SAME[token.lemma]
    if place.kind != "populated_place":
        return token.lemma == THERE and place.kind == "section"
    return token.lemma != "capital" or place.feature == CAPITAL
