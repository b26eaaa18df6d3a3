"""A deed that was meant -> whether it was tried only: those who planned it were stopped, or the bomb did not go off."""

from geo.incidents.what.threats import LAWFUL
from geo.lexicon import word_class
from geo.model import Parse, Trigger
from geo.syntax import ancestors, children, has_helper, is_negated

DUE = frozenset({"be", "time", "set", "suppose", "mean", "prime"})  # "was timed to go off"
SUSPECTED = frozenset({"suspicion", "suspect", "accuse"})


def is_averted(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a verb says what was only meant: by those who were stopped, or of a bomb that failed."""
    return is_foiled(parse, trigger) or _is_due(parse, trigger) or _is_beaten_off(parse, trigger)


def beaten_off(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return the pirates to whom a verb is done: "repelled boarders with fire hoses"."""
    whom = children(parse, verb, "dobj", "nsubjpass")
    return tuple(t.index for t in whom if t.lemma in word_class("pirate"))


def is_foiled(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether people were stopped who meant to do it: "arrested two men who planned to bomb a church".

    Who is only suspected of it may have meant nothing.
    """
    verb = parse.tokens[trigger.index]
    meant = parse.tokens[verb.head]
    bare = not trigger.noun and has_helper(parse, verb.index, "to")
    if not bare or trigger.type in LAWFUL or meant.lemma not in word_class("means_to"):
        return False
    if any(t.lemma in SUSPECTED for t in ancestors(parse, verb.index)):
        return False
    words = (t.lemma for t in parse.sentence_tokens(parse.sentences[verb.sentence]))
    return not word_class("stopped").isdisjoint(words)


def _is_due(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a bomb was only meant to go off: "it was to have exploded at noon", "should have gone off"."""
    verb = parse.tokens[trigger.index]
    if trigger.type != "bombing" or trigger.noun or is_negated(parse, verb.index):
        return False
    helpers = {t.text.lower() for t in children(parse, verb.index, "aux")}
    due = verb.dep == "xcomp" and parse.tokens[verb.head].lemma in DUE
    return (due and "to" in helpers) or {"should", "have"} <= helpers


def _is_beaten_off(parse: Parse, trigger: Trigger) -> bool:
    return trigger.type == "hijacking" and not trigger.noun and bool(beaten_off(parse, trigger.index))
