"""A noun -> what kind of participant it speaks of, whether it bears arms, whether it is a weapon."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from geo.lexicon import load_rows, load_words, word_class
from geo.lexicon.parties import marks, side_at_end
from geo.lexicon.shared import actors, demonyms, singular, weapons
from geo.model import Parse, ParticipantKind, Token
from geo.model.remembered import remembered
from geo.syntax import children, prepositional
from geo.syntax.phrases import in_phrase, phrase_span
from geo.syntax.tags import NOMINALS

CIVIL = frozenset({"person", "civilians"})
PERSONS = CIVIL | {"state_force", "government"}
SIDES = frozenset({"group", "state_force"})  # that fight
FIGHTERS = SIDES | {"person"}  # a side's, or one of its men
ACTORS = PERSONS | SIDES
THINGS = frozenset({"facility", "vehicle"})  # that nobody is, and that are hit
TEARS = frozenset({"tear", "rip", "blow"})
SETS_OFF = frozenset({"explode", "detonate", "go", "lay", "plant", "place"})
MEMBERS = frozenset({"man", "boy", "member", "element", "follower", "supporter", "unit", "people", "cadre", "activist",
                     "loyalist", "agent", "dissident", "defector", "remnant", "sympathiser",
                     "sympathizer"})  # fmt: skip
REGIMENT = "rifles"  # the one word for arms by which those who bear them are called
WIELDS = frozenset({"wield", "brandish", "tote"})
HIDDEN = frozenset({"unknown", "unidentified", "masked", "hooded", "armed", "heavily-armed"})
KINDS_OF_LABELS: dict[str, ParticipantKind] = {"PERSON": "person", "GPE": "government"}
Entry = TypeVar("Entry")


def _entry(parse: Parse, index: int, table: dict[str, Entry]) -> Entry | None:
    """Return the entry of the longest phrase that ends in this noun: "car bomb" before "bomb"; of several, of whom."""
    return next((table[phrase] for phrase in _phrases(parse, index) if phrase in table), None)


@remembered
def _phrases(parse: Parse, index: int) -> tuple[str, ...]:
    """Return the phrases that end in a noun as the lexicons may have them, the longest first."""
    inner = prepositional(parse, index, ("of",)) if parse.tokens[index].lemma in word_class("several") else ()
    if inner and parse.tokens[inner[0]].pos == "NOUN":
        return _phrases(parse, inner[0])
    before = [parse.tokens[i].text.lower() for i in in_phrase(parse, index) if i < index][-3:]
    last = _forms(parse.tokens[index])
    runs = (before[first:] for first in range(len(before) + 1))
    return tuple(" ".join([*run, form]).replace(" - ", "-") for run in runs for form in last)


@remembered
def _known(parse: Parse, index: int) -> tuple[ParticipantKind, bool] | None:
    """Return the entry of a noun, or, of a name, that of the noun before it: "the intelligence service SNR"."""
    token, before = parse.tokens[index], parse.tokens[max(0, index - 1)]
    known = _entry(parse, index, actors())
    called = token.pos == "PROPN" and token.entity in {"", "ORG"} and before.pos == "NOUN" and before.head == index
    return known or (_entry(parse, before.index, actors()) if called else None)


def _forms(token: Token) -> tuple[str, ...]:
    """Return a noun as the lexicons may have it; of what is taken for a name, parsers leave the plural as it is."""
    text = token.text.lower()
    return tuple(dict.fromkeys((token.lemma, text, singular(text))))


@remembered
def kind_of(parse: Parse, index: int) -> ParticipantKind:
    """Return what kind of participant a noun speaks of, by the lexicon of actors and the recogniser's label."""
    token = parse.tokens[index]
    told = "state_force" if _names_regiment(parse, index) else _kind_of_several(parse, token)
    side = _side_named(parse, index)
    if told or side:
        return told or ("group" if side == "name" else "state_force")
    known = _known(parse, index)
    person = token.entity == "PERSON"  # "Omar Navas at Lome airport" is no facility
    phrase = {parse.tokens[i].text.lower() for i in in_phrase(parse, index) if i <= index or not person}
    phrase -= _of_calling(parse, index) if person else set()
    if known:
        alone = any(known is actors().get(form) for form in _forms(token))  # not "revolutionary guards", known as such
        if known[0] == "civilians" and "armed" in phrase:  # "armed motorcyclists"
            return "person"
        if known[0] in {"person", "group"} and known[1] and _is_of_state(parse, token):
            return "state_force"
        body = token.tag in {"NN", "NNP", "NNPS"}
        rebels = body and ((alone and phrase & rebel_words()) or names_armed_group(parse, index))
        return "group" if known[0] == "state_force" and (rebels or _is_groups(parse, token)) else known[0]
    named = token.pos == "PROPN"  # "military equipment" is no military
    if token.entity == "PERSON" and named and any(parse.tokens[c].lemma == "the" for c in token.children):
        return "group"  # nobody is "the Ruiz": recognisers take names of bodies for those of people
    kind = _kind_of_name(token, phrase if named else {token.text.lower()})
    return "group" if named and kind in {"unknown", "person"} and names_armed_group(parse, index) else kind


@remembered
def _side_named(parse: Parse, index: int) -> str:
    """Return the side of those whose name a noun ends, "" of none: of the "Mahdi Army", not of "Hamas police"."""
    token = parse.tokens[index]
    if token.pos not in NOMINALS:
        return ""
    if token.text in word_class("spelt_group"):
        return "name"
    return side_at_end(parse.text[phrase_span(parse, index).start : token.end].casefold())


def _is_groups(parse: Parse, noun: Token) -> bool:
    """Tell whether forces are those of a group that is named before them: "Houthi forces", "UNITA troops"."""
    before = children(parse, noun.index, "compound", "poss", "nmod", "amod")
    return any(_side_named(parse, t.index) == "name" for t in before)


def _of_calling(parse: Parse, name: int) -> frozenset[str]:
    """Return the words for facilities where a person works who is called so: "university student Mario Ruiz"."""
    calling = next((i for i in range(name, 0, -1) if parse.tokens[i].pos != "PROPN"), 0)
    return word_class("facility_name") if parse.tokens[calling].text.lower() in actors() else frozenset()


def _is_of_state(parse: Parse, token: Token) -> bool:
    """Tell whether a word before those who fight says that they are the state's: "police commandos"."""
    before = (parse.tokens[i] for i in token.children if parse.tokens[i].dep == "compound")
    kinds = (actors().get(form) for t in before for form in _forms(t))
    return any(kind is not None and kind[0] == "state_force" for kind in kinds)


def _kind_of_several(parse: Parse, token: Token) -> ParticipantKind | None:
    """Return the kind of those or that of which a word tells some or a part: "group of soldiers", "front of a bank"."""
    several = token.lemma in word_class("several")
    if not several and token.lemma not in word_class("building_part"):
        return None
    kinds = (kind_of(parse, i) for i in prepositional(parse, token.index, ("of",)))
    return next((kind for kind in kinds if kind in (PERSONS if several else THINGS)), None)


def rebel_words() -> frozenset[str]:
    """Return the words that show that an army, a force or a front is not the state's."""
    return load_words("armed_group_words")


@cache
def _body_words() -> frozenset[str]:
    return frozenset(word for word, _ in load_rows("organisation_words", ("word", "kind")))


def _kind_of_name(token: Token, words: set[str]) -> ParticipantKind:
    if words & word_class("state_name"):
        return "group" if words & rebel_words() else "state_force"
    if words & word_class("office_name"):
        return "government"
    if token.entity == "FAC" or words & word_class("facility_name"):
        return "facility"
    if token.pos == "ADJ" and token.text.casefold() in demonyms():
        return "government"  # whose an "Israeli airstrike" is
    if token.entity in KINDS_OF_LABELS:
        return KINDS_OF_LABELS[token.entity]
    return "group" if _names_a_group(token, words) else "unknown"


def _names_a_group(token: Token, words: set[str]) -> bool:
    """Tell whether a name is a body's, or in the plural that of those who belong to one: "the Untouchables".

    Recognisers take many a person's name for an organisation's; without a word for one it is left open.
    """
    several = token.tag == "NNPS" and token.entity in {"", "ORG", "NORP"}
    plain = len(words) > 1 and not words & (_body_words() | rebel_words())
    return several or (token.entity in {"ORG", "NORP"} and not plain)


@remembered
def is_armed(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of someone who bears arms by calling, or of a platform of weapons."""
    if _belongs_to_armed(parse, index) or _names_regiment(parse, index) or _side_named(parse, index):
        return True
    known = _known(parse, index)
    token = parse.tokens[index]
    if known and (known[1] or token.lemma not in MEMBERS):  # "Taliban members" are
        return known[1] or is_platform(parse, index)
    words = {parse.tokens[i].text.lower() for i in in_phrase(parse, index)}
    may_be_named = token.pos == "PROPN" or token.lemma in MEMBERS or token.lemma in word_class("unit")
    named = may_be_named and names_armed_group(parse, index)
    return named or is_platform(parse, index) or bool(words & word_class("state_name"))


@remembered
def names_armed_group(parse: Parse, index: int) -> bool:
    """Tell whether an armed group's name is in a noun's phrase: "the Taliban", "Shining Path columns"."""
    return "name" in marks(phrase_span(parse, index).text.casefold()).values()


def _belongs_to_armed(parse: Parse, index: int) -> bool:
    """Tell whether a noun says only that somebody belongs to those who bear arms: "men of the Resistance Army"."""
    return any(is_armed(parse, i) for i in whose_members(parse, index))


def whose_members(parse: Parse, index: int) -> tuple[int, ...]:
    """Return to whom somebody belongs of whom a noun says no more: the front of "cadres of the United Front"."""
    return prepositional(parse, index, ("of", "from")) if parse.tokens[index].lemma in MEMBERS else ()


def is_unknown(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of people who hide who they are: "unknown persons", "masked youths"."""
    people = kind_of(parse, index) in CIVIL | {"group"}
    return people and any(parse.tokens[i].text.lower() in HIDDEN for i in in_phrase(parse, index))


def carries_arms(parse: Parse, index: int) -> bool:
    """Tell whether people are said to bear arms, or look it: "sixty men armed with machetes", "men in uniform".

    Parameters
    ----------
    parse, index
        The text, and the token index of the noun for them, or for their number: "a band of".
    """
    heads = (index, *prepositional(parse, index, ("of",)))
    if all(kind_of(parse, i) not in CIVIL for i in heads):
        return False
    clauses = (t for i in heads for t in children(parse, i, "acl", "amod", "relcl"))
    holding = (i for head in heads for i in prepositional(parse, head, ("with",)))
    armed = any(t.lemma == "arm" or t.lemma in WIELDS for t in clauses) or any(is_weapon(parse, i) for i in holding)
    garb = (i for head in heads for i in prepositional(parse, head, ("in",)))
    return armed or any(parse.tokens[i].lemma in word_class("garb") for i in garb)


def attacks(parse: Parse, index: int) -> bool:
    """Tell whether a noun is for those who attack: "gunmen", anybody who bears arms, "unknown men"."""
    named = parse.tokens[index].lemma in load_words("attackers")
    return named or is_armed(parse, index) or is_unknown(parse, index) or carries_arms(parse, index)


@remembered
def is_weapon(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of a weapon or of what carries one."""
    known = _entry(parse, index, weapons()) is not None and not _is_worked(parse, index)
    known = known and not _names_regiment(parse, index)
    return known or _is_charge(parse, parse.tokens[index])


def _names_regiment(parse: Parse, index: int) -> bool:
    """Tell whether a word for arms ends the name of those who bear them: "Assam Rifles", not "Kalashnikov rifles"."""
    token, before = parse.tokens[index], parse.tokens[max(0, index - 1)]
    if token.text.lower() != REGIMENT:
        return False
    acts = token.dep == "nsubj" and parse.text[token.start : token.end].isupper()  # cables have no other capitals
    named = (token.pos == before.pos == "PROPN" or acts) and before.text[0].isupper() and before.text.isalpha()
    named = named and before.index in in_phrase(parse, index)
    arms = before.text.casefold() in demonyms() or _entry(parse, before.index, weapons()) is not None
    return named and not arms


def _is_charge(parse: Parse, noun: Token) -> bool:
    """Tell whether a charge is one that explodes: "two charges went off", "laid a charge", not "faces a charge"."""
    verb = parse.tokens[noun.head]
    return noun.lemma == "charge" and noun.dep in {"nsubj", "nsubjpass", "dobj"} and verb.lemma in SETS_OFF | TEARS


def _is_worked(parse: Parse, index: int) -> bool:
    """Tell whether a mine is one that people dig in: "a gold mine"."""
    dug = parse.tokens[index].lemma == "mine"
    return dug and any(parse.tokens[i].lemma in word_class("dug") for i in in_phrase(parse, index))


@remembered
def is_platform(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of what carries weapons: a jet, a drone, a gunman."""
    entry = _entry(parse, index, weapons())
    return entry is not None and entry[1]


def implied_type(parse: Parse, indices: Iterable[int]) -> str | None:
    """Return the type of incident that weapons or platforms imply, the first that implies one, else None."""
    for index in indices:
        entry = _entry(parse, index, weapons())
        if entry is not None and entry[0] != "attack" and not _is_worked(parse, index):
            return entry[0]
    return None
