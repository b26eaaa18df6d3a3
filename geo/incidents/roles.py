"""A trigger in its sentence -> who took part in what it tells of, with what weapons, and as what kind of actor."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from geo.incidents.kinds import is_armed, is_platform, is_weapon, kind_of
from geo.lexicon import load_pairs
from geo.model import Parse, Trigger
from geo.syntax import ancestors, children, conjuncts, is_passive, prepositional, subjects

NOUN_PATIENT_PREPOSITIONS = ("on", "at", "against", "upon", "of", "with", "between", "near")
VERB_PATIENT_PREPOSITIONS = ("on", "at", "against", "upon", "with", "into")
INSTRUMENT_PREPOSITIONS = ("with", "using", "by", "from")
AIMING = frozenset({"target", "aim", "hit", "strike", "direct", "kill", "wound", "injure"})
PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "EX", "DT"})
TIME_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
NAME_LABELS = frozenset({"NORP", "ORG", "GPE", "PERSON"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Token indices of the heads of who did it, whom or what it befell, and what it was done with."""

    perpetrators: tuple[int, ...]
    patients: tuple[int, ...]
    weapons: tuple[int, ...]


@cache
def _light_verbs() -> dict[str, str]:
    return load_pairs("light_verbs", ("verb", "subject"))


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
