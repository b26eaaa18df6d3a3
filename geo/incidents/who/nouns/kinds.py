"""A noun -> what kind of participant it speaks of, and whether it bears arms."""

from functools import cache

from geo.incidents.who.nouns.arms import is_platform, is_weapon, is_worked, names_regiment
from geo.incidents.who.nouns.terms import forms, phrases
from geo.lexicon import load_rows, load_words, word_class
from geo.lexicon.parties import marks, side_at_end
from geo.lexicon.shared import actors, demonyms
from geo.model import STATE, Parse, ParticipantKind, Token
from geo.model.remembered import remembered
from geo.syntax import children, prepositional
from geo.syntax.phrases import in_phrase, phrase_span
from geo.syntax.tags import NOMINALS

CIVIL = frozenset({"person", "civilians"})
PERSONS = CIVIL | STATE
SIDES = frozenset({"group", "state_force"})  # that fight
FIGHTERS = SIDES | {"person"}  # a side's, or one of its men
ACTORS = PERSONS | SIDES
THINGS = frozenset({"facility", "vehicle"})  # that nobody is, and that are hit
WIELDS = frozenset({"wield", "brandish", "tote"})
HIDDEN = frozenset({"unknown", "unidentified", "masked", "hooded", "armed", "heavily-armed"})
KINDS_OF_LABELS: dict[str, ParticipantKind] = {"PERSON": "person", "GPE": "government"}


def _actor(parse: Parse, index: int) -> tuple[ParticipantKind, bool] | None:
    """Return the entry of the longest phrase that ends in this noun: "car park" before "park"; of several, of whom."""
    return next((actors()[phrase] for phrase in phrases(parse, index) if phrase in actors()), None)


@remembered
def _known(parse: Parse, index: int) -> tuple[ParticipantKind, bool] | None:
    """Return the entry of a noun, or, of a name, that of the noun before it: "the intelligence service SNR"."""
    token, before = parse.tokens[index], parse.tokens[max(0, index - 1)]
    known = _actor(parse, index)
    called = token.pos == "PROPN" and token.entity in {"", "ORG"} and before.pos == "NOUN" and before.head == index
    return known or (_actor(parse, before.index) if called else None)


@remembered
def kind_of(parse: Parse, index: int) -> ParticipantKind:
    """Return what kind of participant a noun speaks of, by the lexicon of actors and the recogniser's label."""
    token = parse.tokens[index]
    told = "state_force" if names_regiment(parse, index) else _kind_of_several(parse, token)
    told = "facility" if is_worked(parse, index) else told
    side = _side_named(parse, index)
    if told or side:
        return told or ("group" if side == "name" else "state_force")
    known = _known(parse, index)
    return _kind_known(parse, index, known) if known else _kind_of_unknown(parse, index)


def _kind_known(parse: Parse, index: int, known: tuple[ParticipantKind, bool]) -> ParticipantKind:
    """Return the kind of whom or what a noun speaks that the lexicon has, with what stands before it."""
    token = parse.tokens[index]
    kind, armed = known
    phrase = {parse.tokens[i].text.lower() for i in in_phrase(parse, index) if i <= index or token.entity != "PERSON"}
    if kind in STATE and _is_former(parse, index):
        return "person"
    if kind == "civilians" and "armed" in phrase:  # "armed motorcyclists"
        return "person"
    if kind in {"person", "group"} and armed and _is_of_state(parse, token):
        return "state_force"
    alone = any(known is actors().get(form) for form in forms(token))  # not "revolutionary guards", known as such
    body = token.tag in {"NN", "NNP", "NNPS"}
    rebels = body and ((alone and phrase & rebel_words()) or names_armed_group(parse, index))
    return "group" if kind == "state_force" and (rebels or _is_groups(parse, token)) else kind


def _kind_of_unknown(parse: Parse, index: int) -> ParticipantKind:
    """Return the kind of whom or what a noun speaks that the lexicon lacks: names, for the most part."""
    token = parse.tokens[index]
    if _names_unit(parse, index):
        return "state_force"
    person = token.entity == "PERSON"  # "Omar Navas at Lome airport" is no facility
    phrase = {parse.tokens[i].text.lower() for i in in_phrase(parse, index) if i <= index or not person}
    calling = _calling(parse, index) if person else None
    if calling is not None and kind_of(parse, calling) in PERSONS:
        serves = kind_of(parse, calling) == "state_force" or phrase & word_class("state_name")
        left = _is_former(parse, index) or _is_former(parse, calling)
        return "state_force" if serves and not left else "person"
    named = token.pos == "PROPN"  # "military equipment" is no military
    if person and named and any(parse.tokens[c].lemma == "the" for c in token.children):
        return "group"  # nobody is "the Ruiz": recognisers take names of bodies for those of people
    kind = _kind_of_name(token, phrase if named else {token.text.lower()})
    return "group" if named and kind in {"unknown", "person"} and names_armed_group(parse, index) else kind


def _names_unit(parse: Parse, index: int) -> bool:
    """Tell whether a noun is a state's named or numbered unit: "the Duvdevan unit", "Unit 8200", not "its units"."""
    token, before = parse.tokens[index], parse.tokens[max(0, index - 1)]
    numbered = token.text[0].isupper() and any(t.index == index + 1 for t in children(parse, index, "nummod"))
    named = before.head == index and any(t.pos == "PROPN" for t in children(parse, index, "compound", "nmod"))
    others = children(parse, index, "poss") or names_armed_group(parse, index)
    return token.lemma == "unit" and (numbered or named) and not others


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


def _calling(parse: Parse, name: int) -> int | None:
    """Return the noun that says what a person is by calling: the student of "university student Mario Ruiz"."""
    return next((i for i in reversed(in_phrase(parse, name)) if i < name and parse.tokens[i].pos == "NOUN"), None)


def _is_former(parse: Parse, index: int) -> bool:
    """Tell whether somebody no longer is what a noun says: "a retired colonel", "ex-soldiers"."""
    return any(t.text.lower() in word_class("former") for t in children(parse, index, "amod", "compound", "nmod"))


def _is_of_state(parse: Parse, token: Token) -> bool:
    """Tell whether a word before those who fight says that they are the state's: "police commandos"."""
    before = (parse.tokens[i] for i in token.children if parse.tokens[i].dep == "compound")
    kinds = (actors().get(form) for t in before for form in forms(t))
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
    if _belongs_to_armed(parse, index) or _names_force(parse, index):
        return True
    known = _known(parse, index)
    token = parse.tokens[index]
    if known and (known[1] or token.lemma not in word_class("member")):  # "Taliban members" are
        return known[1] or is_platform(parse, index)
    words = {parse.tokens[i].text.lower() for i in in_phrase(parse, index)}
    may_be_named = token.pos == "PROPN" or token.lemma in word_class("member") or token.lemma in word_class("unit")
    named = may_be_named and names_armed_group(parse, index)
    return named or is_platform(parse, index) or bool(words & word_class("state_name"))


@remembered
def names_armed_group(parse: Parse, index: int) -> bool:
    """Tell whether an armed group's name is in a noun's phrase: "the Taliban", "Shining Path columns"."""
    return "name" in marks(phrase_span(parse, index).text.casefold()).values()


def _names_force(parse: Parse, index: int) -> bool:
    """Tell whether a noun ends the name of those who bear arms: "Assam Rifles", "the Mahdi Army", "Unit 101"."""
    return names_regiment(parse, index) or bool(_side_named(parse, index)) or _names_unit(parse, index)


def _belongs_to_armed(parse: Parse, index: int) -> bool:
    """Tell whether a noun says only that somebody belongs to those who bear arms: "men of the Resistance Army"."""
    return any(is_armed(parse, i) for i in whose_members(parse, index))


def whose_members(parse: Parse, index: int) -> tuple[int, ...]:
    """Return to whom somebody belongs of whom a noun says no more: the front of "cadres of the United Front"."""
    return prepositional(parse, index, ("of", "from")) if parse.tokens[index].lemma in word_class("member") else ()


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
