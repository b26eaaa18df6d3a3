"""A noun -> whether it can do a deed or suffer one at all: not "he", not "nightfall", not "the smoke"."""

from geo.incidents.who.nouns.arms import is_platform
from geo.incidents.who.nouns.kinds import is_armed, kind_of
from geo.lexicon import word_class
from geo.model import Parse
from geo.syntax import has_no, prepositional
from geo.syntax.tags import FIGURES, PRONOUNS

KINDS = frozenset({"kind", "type", "sort", "nature", "magnitude", "scale", "scope"})  # "an attack of this kind"
STAND_INS = PRONOUNS | {"PRP$", "WP$"}  # tags of words that stand for others


def can_act(parse: Parse, index: int) -> bool:
    """Tell whether a noun can do a deed."""
    token, kind = parse.tokens[index], kind_of(parse, index)
    nobody = token.lemma in {"other", "one"} | word_class("blind_cause") or has_no(parse, index)
    inert = (
        nobody
        or (kind == "facility" and not is_platform(parse, index))  # "an artillery battery"
        or (kind == "unknown" and token.lemma in word_class("open_ground"))
        or (kind == "vehicle" and token.lemma not in word_class("small_boat") and not is_armed(parse, index))
    )
    counts = token.entity in FIGURES and token.lemma not in word_class("several")  # "dozens of rebels"
    return token.tag not in STAND_INS and token.lemma not in word_class("hour", "time") and not counts and not inert


def can_suffer(parse: Parse, index: int) -> bool:
    """Tell whether a noun can be what a deed befalls."""
    token = parse.tokens[index]
    abstract = token.entity in FIGURES - {"CARDINAL"} or token.lemma in KINDS | word_class("hour", "time", "legal")
    limb = token.dep == "conj" and token.lemma in word_class("body_part")  # "in both knees and both ankles"
    return not limb and (
        token.tag not in STAND_INS and not abstract and token.pos != "VERB" and token.text != "."
    )  # of "School No. 3"


def weighed(parse: Parse, index: int) -> tuple[int, ...]:
    """Return what a weight or a measure is of: the heroin of "nine kilos of heroin"; any other noun is itself."""
    measure = parse.tokens[index].entity == "QUANTITY"
    return (prepositional(parse, index, ("of",)) if measure else ()) or (index,)
