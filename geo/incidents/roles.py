"""A trigger in its sentence -> who took part in what it tells of, with what weapons, and as what kind of actor."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar, get_args

from geo.lexicon import Row, load_pairs, load_rows
from geo.model import Parse, ParticipantKind, Token, Trigger
from geo.syntax import ancestors, children, conjuncts, in_phrase, is_passive, prepositional, subjects

NOUN_PATIENT_PREPOSITIONS = ("on", "at", "against", "upon", "of", "with", "between", "near")
VERB_PATIENT_PREPOSITIONS = ("on", "at", "against", "upon", "with", "into")
INSTRUMENT_PREPOSITIONS = ("with", "using", "by", "from")
AIMING = frozenset({"target", "aim", "hit", "strike", "direct", "kill", "wound", "injure"})
PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "EX", "DT"})
TIME_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
NAME_LABELS = frozenset({"NORP", "ORG", "GPE", "PERSON"})
STATE_WORDS = frozenset({"army", "police", "navy", "force", "forces", "guard", "corps", "military", "marines"})
OFFICE_WORDS = frozenset({"ministry", "government", "parliament", "senate", "court", "administration", "office"})
FACILITY_WORDS = frozenset({"airport", "airbase", "hospital", "university", "hotel", "bridge", "church", "mosque"})
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Arguments:
    """Token indices of the heads of who did it, whom or what it befell, and what it was done with."""

    perpetrators: tuple[int, ...]
    patients: tuple[int, ...]
    weapons: tuple[int, ...]


# ---------------------------------------------------------------- lexicons


def _check_actor(row: Row) -> str | None:
    if row[1] not in get_args(ParticipantKind):
        return f"kind is {row[1]!r}, not a kind of participant"
    return None if row[2] in {"yes", "no"} else f"armed is {row[2]!r}, not yes or no"


@cache
def _actors() -> dict[str, tuple[str, bool]]:
    return {
        noun: (kind, armed == "yes")
        for noun, kind, armed in load_rows("actors", ("noun", "kind", "armed"), _check_actor)
    }


@cache
def _weapons() -> dict[str, tuple[str, bool]]:
    return {
        name: (kind, means == "platform") for name, kind, means in load_rows("weapons", ("weapon", "type", "means"))
    }


@cache
def _light_verbs() -> dict[str, str]:
    return load_pairs("light_verbs", ("verb", "subject"))


def _entry(parse: Parse, index: int, table: dict[str, Entry]) -> Entry | None:
    """Return the entry of the longest phrase that ends in this noun: "car bomb" before "bomb"."""
    before = [parse.tokens[i].text.lower() for i in in_phrase(parse, index) if i < index][-3:]
    token = parse.tokens[index]
    for first in range(len(before) + 1):
        for last in (token.lemma, token.text.lower()):
            found = table.get(" ".join([*before[first:], last]).replace(" - ", "-"))
            if found is not None:
                return found
    return None


# ---------------------------------------------------------------- arguments


def arguments(parse: Parse, trigger: Trigger) -> Arguments:
    """Return the heads of a trigger's arguments.

    Parameters
    ----------
    parse
        The text.
    trigger
        One of its triggers.
    """
    doers, sufferers = _of_noun(parse, trigger) if trigger.noun else _of_verb(parse, trigger)
    if trigger.type == "battle":  # both sides fight
        doers, sufferers = [*doers, *sufferers], []
    means = [i for i in (*_instruments(parse, trigger), *_carried(parse, doers)) if is_weapon(parse, i)]
    weapons = [i for i in (*means, *doers) if is_weapon(parse, i) and not is_platform(parse, i)]
    return Arguments(
        tuple(i for i in dict.fromkeys(doers) if i not in weapons and _can_act(parse, i)),
        tuple(i for i in dict.fromkeys(sufferers) if trigger.patient != "none" and _can_suffer(parse, i)),
        tuple(dict.fromkeys(weapons)),
    )


def _of_verb(parse: Parse, trigger: Trigger) -> tuple[list[int], list[int]]:
    verb = trigger.index
    agents = list(prepositional(parse, verb, ("by",)))
    if parse.tokens[verb].lemma == "come":  # "came under fire from": the subject suffers it
        return [*agents, *prepositional(parse, verb, ("from",))], list(subjects(parse, verb))
    if is_passive(parse, verb):
        return agents, list(subjects(parse, verb))
    objects = [i for child in children(parse, verb, "dobj") for i in conjuncts(parse, child.index)]
    objects = [i for i in objects if i not in trigger.tokens]
    if trigger.type in {"shooting", "shelling"}:
        objects = [i for i in objects if not is_weapon(parse, i)]  # "fired tear gas at protesters"
    return list(subjects(parse, verb)), objects or list(prepositional(parse, verb, VERB_PATIENT_PREPOSITIONS))


def _of_noun(parse: Parse, trigger: Trigger) -> tuple[list[int], list[int]]:
    noun = trigger.index
    doers = [t.index for t in children(parse, noun, "poss")]
    doers += [t.index for t in children(parse, noun, "amod", "compound", "nmod") if t.entity in NAME_LABELS]
    doers += prepositional(parse, noun, ("by",))
    sufferers = list(prepositional(parse, noun, NOUN_PATIENT_PREPOSITIONS))
    for verb in children(parse, noun, "acl", "relcl"):
        if verb.lemma in AIMING:
            sufferers += [c.index for c in children(parse, verb.index, "dobj")]
            sufferers += prepositional(parse, verb.index, ("at", "against"))
    more_doers, more_sufferers = _by_light_verb(parse, noun)
    return doers + more_doers, sufferers + more_sufferers


def _by_light_verb(parse: Parse, noun: int) -> tuple[list[int], list[int]]:
    """Return who does and who suffers what a noun says by way of its verb: "troops carried out a raid on the camp"."""
    token = parse.tokens[noun]
    verb = next((t for t in ancestors(parse, noun) if t.pos in {"VERB", "AUX"}), None)
    direct = token.dep in {"dobj", "nsubjpass"} or (verb is not None and verb.lemma in {"come", "participate"})
    if verb is not None and _is_responsibility(parse, noun):
        return list(subjects(parse, verb.index)), []
    if verb is None or not direct or verb.lemma not in _light_verbs():
        return [], []
    passive = token.dep == "nsubjpass"
    others = list(prepositional(parse, verb.index, ("by",))) if passive else list(subjects(parse, verb.index))
    others = [i for i in others if i != noun]
    against = list(prepositional(parse, verb.index, ("on", "at", "against")))
    return ([], others) if _light_verbs()[verb.lemma] == "sufferer" else (others, against)


def _is_responsibility(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is what somebody claims responsibility for."""
    above = [t.lemma for t in ancestors(parse, noun)][:3]
    return above[:2] == ["for", "responsibility"] and above[2:] in (["claim"], ["take"], ["accept"], ["assume"])


def _instruments(parse: Parse, trigger: Trigger) -> list[int]:
    index = trigger.index
    found = [i for i in trigger.tokens if trigger.noun]
    found += [t.index for i in trigger.tokens for t in children(parse, i, "compound", "amod", "nmod", "nsubj")]
    found += [i for c in children(parse, index, "dobj") for i in conjuncts(parse, c.index)]
    found += prepositional(parse, index, INSTRUMENT_PREPOSITIONS)
    for verb in children(parse, index, "advcl", "acl"):
        if verb.lemma in {"use", "involve", "employ", "fire", "hurl", "throw"}:
            found += [i for c in children(parse, verb.index, "dobj") for i in conjuncts(parse, c.index)]
    return found


def _carried(parse: Parse, doers: Iterable[int]) -> list[int]:
    """Return what the doers are said to bear: "men with rifles", "gunmen armed with rifles"."""
    found: list[int] = []
    for doer in doers:
        found += prepositional(parse, doer, ("with",))
        for verb in children(parse, doer, "acl"):
            found += prepositional(parse, verb.index, ("with",))
    return found


def _can_act(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    kind = kind_of(parse, index)
    inert = kind == "facility" or (kind == "vehicle" and not is_armed(parse, index))
    return token.tag not in PRONOUNS and token.entity not in TIME_LABELS and not inert


def _can_suffer(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    return token.tag not in PRONOUNS and token.entity not in (TIME_LABELS - {"CARDINAL"}) and token.pos != "VERB"


# ---------------------------------------------------------------- kinds


def kind_of(parse: Parse, index: int) -> ParticipantKind:
    """Return what kind of participant a noun speaks of, by the lexicon of actors and the recogniser's label."""
    token = parse.tokens[index]
    known = _entry(parse, index, _actors())
    if known:
        return known[0]  # type: ignore[return-value]
    words = {parse.tokens[i].text.lower() for i in in_phrase(parse, index)}
    return _kind_of_name(token, words)


def _kind_of_name(token: Token, words: set[str]) -> ParticipantKind:
    if words & STATE_WORDS:
        return "state_force"
    if words & OFFICE_WORDS:
        return "government"
    if token.entity == "FAC" or words & FACILITY_WORDS:
        return "facility"
    if token.entity == "PERSON":
        return "person"
    if token.entity == "GPE":
        return "government"
    return "group" if token.entity in {"ORG", "NORP"} else "unknown"


def is_armed(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of someone who bears arms by calling, or of a platform of weapons."""
    known = _entry(parse, index, _actors())
    if known:
        return known[1] or is_platform(parse, index)
    words = {parse.tokens[i].text.lower() for i in in_phrase(parse, index)}
    return is_platform(parse, index) or bool(words & STATE_WORDS)


def is_weapon(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of a weapon or of what carries one."""
    return _entry(parse, index, _weapons()) is not None


def is_platform(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of what carries weapons: a jet, a drone, a gunman."""
    entry = _entry(parse, index, _weapons())
    return entry is not None and entry[1]


def implied_type(parse: Parse, indices: Iterable[int]) -> str | None:
    """Return the type of incident that weapons or platforms imply, the first that implies one, else None."""
    for index in indices:
        entry = _entry(parse, index, _weapons())
        if entry is not None and entry[0] != "attack":
            return entry[0]
    return None
