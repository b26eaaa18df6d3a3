"""An event -> which nouns are cast as what: who did it, whom or what it befell, with what."""

from typing import Literal

from geo.incidents.what.events import Event
from geo.incidents.where.place_names import head_token
from geo.incidents.who.around.antecedents import meant
from geo.incidents.who.nouns.ability import can_suffer
from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import ACTORS, THINGS, attacks, is_armed, kind_of
from geo.incidents.who.sides import is_party
from geo.lexicon import word_class
from geo.meaning.remains import who_left
from geo.model import HARMED, Parse, Toponym
from geo.model.remembered import remembered
from geo.model.within import starting_in
from geo.syntax import children, conjuncts, first_joined, is_finder, may_end_name, prepositional
from geo.syntax.phrases import in_phrase
from geo.syntax.tags import COMMON_NOUNS, NOUNS, OBJECTS

Part = Literal["doer", "victim", "target", "weapon"]
BODIES = frozenset({"group", "government"})
OF_PEOPLE = frozenset({"assassination", "execution", "abduction"})  # deeds that only people suffer
AT_LARGE = frozenset({"people", "person", "civilian", "individual", "victim", "other", "citizen"})
GUISES = frozenset({"dress", "disguise", "clothe", "pose", "masquerade"})
ABSTRACT = ("ion", "ment", "ity", "ness", "ance", "ence", "ing", "act", "trol", "age", "ty")
PERSON_ENDINGS = ("man", "men", "woman", "women", "ist", "ists", "ian", "ians", "eer", "eers", "ee", "ees")


def cast(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> dict[int, Part]:
    """Return the part of each noun that has one: {token index: part}; what says where has none."""
    placed = located(parse, event.sentence, toponyms)
    counted = [i for t in event.tolls if t.count.best for n in _whose(parse, t.head) for i in _listed(parse, n)]
    counted = [i for i in counted if can_suffer(parse, i) and not _is_ground(parse, event, i)]
    suffered = [i for n in event.arguments.patients if not _is_detonated(parse, n) for i in _of_deed(parse, n)]
    patients = [i for i in suffered if i not in placed and not _is_ground(parse, event, i)]
    counted += [i for head in counted for i in prepositional(parse, head, ("include",))]
    among = [i for head in patients for i in prepositional(parse, head, ("include",))]
    parts: dict[int, Part] = dict.fromkeys(event.arguments.weapons, "weapon")
    doers = (_behind_guise(parse, i) for i in event.arguments.perpetrators if i not in placed)
    taken = event.main.patient == "goods"  # whoever found these took them
    may = (i for i in doers if _may_do(parse, i) and (taken or not is_finder(parse, i)))
    parts |= {i: "doer" for i in may if not _explodes(parse, event, i)}
    harmed = [i for head in (*counted, *patients) for i in _in_detail(parse, head)]
    for index in (*harmed, *among):
        parts.setdefault(index, _suffers_as(parse, event, index, counted=index in counted))
    return parts


def _whose(parse: Parse, dead: int) -> tuple[int, ...]:
    """Return those who were counted, or of the dead left behind on whose side they fought."""
    sides = (n for i in who_left(parse, dead) for n in meant(parse, i))
    return tuple(i for i in sides if attacks(parse, i) or parse.tokens[i].lemma in word_class("foe")) or (dead,)


def _listed(parse: Parse, index: int) -> tuple[int, ...]:
    """Return those of a list who were counted; of "three people, two women and a man" those who tell more."""
    listed = conjuncts(parse, index)
    people = tuple(i for i in listed[1:] if kind_of(parse, i) in ACTORS or may_end_name(parse, i))
    if len(people) > 1 and parse.tokens[index].lemma in {"people", "person"}:
        return people
    return (index, *people)


def _of_deed(parse: Parse, index: int) -> tuple[int, ...]:
    """Return a noun, or of a word for what befell somebody whom it befell: the judge of "the death of a judge"."""
    if parse.tokens[index].lemma not in word_class("of_victim"):
        return (index,)
    owners = tuple(t.index for t in children(parse, index, "poss") if t.pos in NOUNS)
    return prepositional(parse, index, ("of",)) or owners or (index,)


def _in_detail(parse: Parse, index: int) -> tuple[int, ...]:
    """Return a noun, or the list that says who people at large were: "three people, two women and a man"."""
    if parse.tokens[index].pos == "NUM":
        return prepositional(parse, index, ("of",)) or (index,)  # "two of his aides"
    if parse.tokens[index].lemma not in AT_LARGE:
        return (index,)
    asides = (a for a in children(parse, index, "appos") if not children(parse, a.index, "nsubj"))  # "most of them men"
    listed = [i for aside in asides for i in conjuncts(parse, aside.index)]
    several = len(listed) > 1 or (bool(listed) and parse.tokens[index].lemma == "victim")
    people = several and all(kind_of(parse, i) in ACTORS for i in listed)
    return tuple(listed) if people else (index,)


@remembered
def located(parse: Parse, sentence: int, toponyms: tuple[Toponym, ...]) -> frozenset[int | None]:
    """Return the tokens of a sentence that say where, and so are neither doers nor sufferers."""
    span = parse.sentences[sentence]
    inside = starting_in(toponyms, span.start, span.end)
    return frozenset(head_token(parse, t.start, t.end) for t in inside if t.role == "literal")


def _behind_guise(parse: Parse, index: int) -> int:
    """Return who wore what a noun stands for: the gunmen of "gunmen dressed as police took"."""
    first = in_phrase(parse, index)[0]
    worn, mark = parse.tokens[max(0, first - 2)], parse.tokens[max(0, first - 1)]
    return worn.head if mark.lemma == "as" and worn.lemma in GUISES and worn.head != worn.index else index


def _may_do(parse: Parse, index: int) -> bool:
    """Tell whether a noun can be somebody: not "the impact", "the conclusion"."""
    token = parse.tokens[index]
    return token.tag != "NN" or not token.lemma.endswith(ABSTRACT) or kind_of(parse, index) != "unknown"


def _is_detonated(parse: Parse, index: int) -> bool:
    """Tell whether a vehicle is the bomb: "a taxi laden with explosives was detonated", "detonated a truck"."""
    token = parse.tokens[index]
    done = token.dep in OBJECTS and parse.tokens[token.head].lemma == "detonate"
    return done and kind_of(parse, index) in {"vehicle", "unknown"}


def _explodes(parse: Parse, event: Event, index: int) -> bool:
    """Tell whether a noun is what blew up: "a parcel blew up on his desk"."""
    verb = event.main
    bursts = verb.type == "bombing" and not verb.noun and not children(parse, verb.index, "dobj")
    token = parse.tokens[index]
    return bursts and token.head == verb.index and token.tag in COMMON_NOUNS and kind_of(parse, index) == "unknown"


def _is_ground(parse: Parse, event: Event, index: int) -> bool:
    """Tell whether a noun says where people suffered: a street, or what the recogniser alone takes for a place."""
    token = parse.tokens[index]
    harmed = _befalls_people(parse, event, index)
    if token.pos != "PROPN":  # "fired on a village" is at the village, "the murder on a street" is not
        open_ground = token.lemma in word_class("open_ground") and kind_of(parse, index) not in ACTORS
        return harmed and open_ground and (event.main.noun or token.dep == "conj")
    named = token.entity in {"GPE", "LOC"} and kind_of(parse, index) in {"government", "unknown"}
    first = in_phrase(parse, index)[0]
    return named and (not harmed or (first > 0 and parse.tokens[first - 1].pos == "ADP" and token.dep != "pobj"))


def _is_peaceful_body(parse: Parse, event: Event, index: int) -> bool:
    """Tell whether a body that is no party to a fight is attacked as a whole: "an attack on the Weavers' Union"."""
    token = parse.tokens[index]
    body = token.tag == "NNP" and kind_of(parse, index) == "group" and not is_armed(parse, index)
    return body and not _befalls_people(parse, event, index) and not is_party(parse, index)


def _befalls_people(parse: Parse, event: Event, index: int) -> bool:
    """Tell whether a noun hangs on a word for what only people suffer: "kidnapped Nkomo", "the murder of Nkomo"."""
    token = first_joined(parse, parse.tokens[index])
    above = parse.tokens[token.head]
    at = above.head if above.lemma in {"of", "on", "against"} else above.index
    return any(t.index == at and t.patient in HARMED for t in event.triggers)


def _suffers_as(parse: Parse, event: Event, index: int, *, counted: bool) -> Part:
    """Return as what a noun suffers: people are victims, all else is a target."""
    token = parse.tokens[index]
    kind = kind_of(parse, index)
    mistaken = (token.entity == "FAC" and token.pos == "PROPN") or may_end_name(parse, index)
    thing = kind in THINGS and not (mistaken and (counted or _befalls_people(parse, event, index)))
    thing = thing or token.lemma in word_class("institution") or (is_weapon(parse, index) and not counted)
    goods = all(t.patient == "goods" for t in event.triggers) and kind not in ACTORS
    goods = goods or (kind in BODIES and any(t.type == "arson" for t in event.triggers))  # a council's house burns
    if thing or goods or (not counted and _is_peaceful_body(parse, event, index)):
        return "target"
    known = kind in ACTORS or token.pos == "PROPN" or token.text.lower().endswith(PERSON_ENDINGS)
    named = any(c.pos == "PROPN" for c in children(parse, index, "appos"))
    named = named or any(c.lemma == "among" for c in children(parse, index, "prep"))  # "among them a midwife"
    people = any(t.type in OF_PEOPLE for t in event.triggers)
    people = people or (token.text == "others" and any(t.type == "effect" for t in event.triggers))
    return "victim" if counted or known or named or people or index in event.captives else "target"
