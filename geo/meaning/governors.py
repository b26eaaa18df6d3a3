"""Words over a trigger -> what they make of it: "attempted to", "threatened to", "denied that"; what they add up to."""

from dataclasses import dataclass
from functools import cache

from geo.lexicon import Row, load_pairs
from geo.model import Modality, Parse, Stage, Token, Trigger
from geo.syntax import children, has_helper, is_passive

WHOLLY = frozenset({"destroy", "level", "flatten", "demolish", "raze"})  # what is nearly so is badly damaged
CALLED = frozenset({"strike", "protest", "march", "rally", "demonstration", "shutdown", "stoppage", "boycott"})
CONTAINS = frozenset({"include", "involve", "envisage", "entail", "comprise"})  # what plans do


@dataclass(frozen=True, slots=True)
class Assertion:
    """What the clause makes of its trigger."""

    stage: Stage
    modality: Modality


REAL = Assertion("accomplished", "fact")
MAKES: dict[str, Assertion | None] = {
    "real": REAL,
    "attempted": Assertion("attempted", "fact"),
    "threatened": Assertion("threatened", "fact"),
    "denied": Assertion("accomplished", "denied"),
    "claimed": Assertion("accomplished", "claimed"),
    "accused": Assertion("accomplished", "accused"),
    "possible": Assertion("accomplished", "possible"),
    "unreal": None,
}


@cache
def governors() -> dict[str, str]:
    """Return what words make of what they govern: {word: key of `MAKES`}."""
    return load_pairs("governors", ("word", "makes"), _several_words, makes=tuple(MAKES))


def _several_words(row: Row) -> str | None:
    return f"{row[0]!r} is more than one word, and governors are looked up word by word" if " " in row[0] else None


def makes_of(parse: Parse, governor: Token, below: Token) -> str | None:
    """Return what a word makes of what it governs, with its particle if it has one: "called off", "ended in".

    Parameters
    ----------
    parse, governor
        The text, and a verb or noun.
    below
        What hangs on it, with the trigger at its end.
    """
    if governor.lemma == "fear" and is_passive(parse, governor.index):
        return "possible"  # "forty were feared dead", not "they feared an attack"
    called = children(parse, governor.index, "dobj", "nsubjpass") if governor.lemma == "call" else ()
    if any(t.lemma in CALLED for t in called) and below.dep in {"dobj", "nsubjpass", "prep"}:
        return "unreal"  # "called a march for Monday"
    past = below.tag == "VBD" or has_helper(parse, below.index, "have")
    if governor.lemma == "warn" and below.dep == "ccomp" and past:
        return None  # "the UN warned that rebels had burned villages"
    if governor.lemma == "claim" and below.lemma in {"life", "victim"}:
        return None  # "a bomb claimed four lives"
    particles = children(parse, governor.index, "prt") or ((below,) if below.dep == "prep" else ())
    joined = f"{governor.lemma}-{particles[0].lemma}" if particles else ""
    return governors().get(joined) or governors().get(governor.lemma)


def stronger(result: Assertion, added: Assertion | None) -> Assertion:
    """Return what words that govern one another make of a trigger: the first that is no plain fact counts.

    Parameters
    ----------
    result
        What those nearer to the trigger make of it.
    added
        What the one above them adds, None for nothing.
    """
    if added is None:
        return result
    stage = added.stage if result.stage == "accomplished" else result.stage
    return Assertion(stage, added.modality if result.modality == "fact" else result.modality)


def of_plan(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a deed is what a plan contains: "aborted a plan that included dynamiting the base"."""
    verb = parse.tokens[parse.tokens[trigger.index].head]
    plan = parse.tokens[verb.head]
    return verb.lemma in CONTAINS and governors().get(plan.lemma) in {"unreal", "attempted"}


def is_near_miss(parse: Parse, verb: Token) -> bool:
    """Tell whether it did not come to a deed: "nearly killed the mayor", "was almost shot down"."""
    near = any(t.lemma in {"nearly", "almost"} for t in children(parse, verb.index, "advmod") if t.index < verb.index)
    return near and verb.lemma not in WHOLLY


def is_warrant(parse: Parse, above: Token, trigger: Trigger) -> bool:
    """Tell whether an arrest is only what a warrant is for: "a warrant was issued for the arrest of".

    Parameters
    ----------
    parse, above, trigger
        The text, a word above a trigger, and the trigger.
    """
    named = (above, *children(parse, above.index, "dobj", "nsubjpass"))
    return trigger.type == "detention" and any(t.lemma == "warrant" for t in named)
