"""The place of one of the dead in their order: "a seventh victim died" tells that there are seven."""

from collections.abc import Iterable

from geo.counts.patients import prepositional_heads
from geo.counts.sufferers import Suffering
from geo.counts.words import has_form
from geo.lexicon import word_class
from geo.lexicon.shared import calendar_words
from geo.model import Parse, Toll
from geo.syntax import children

NEAR = 3  # sentences


def nth_dead(parse: Parse, suffering: Suffering, earlier: Iterable[Toll]) -> int | None:
    """Return the number of dead that an ordinal tells, None where none does: a third soldier may be the first dead.

    Parameters
    ----------
    parse, suffering
        The text, and what befell whom.
    earlier
        The tolls before it: after four dead "a fifth" is one more of them.
    """
    head, verb = parse.tokens[suffering.head], parse.tokens[suffering.trigger]
    of = prepositional_heads(parse, verb, ("of", "to", "from"))
    later = any(has_form(parse.tokens[i], "wound") for i in of)  # "a second policeman died of his injuries"
    numbered = later or head.lemma in word_class("nth_dead")
    if suffering.effect != "killed" or head.tag not in {"NN", "NNP", "JJ"}:
        return None
    order = calendar_words("ordinal")
    found = (order.get(t.text.lower()) for t in (head, *children(parse, head.index, "amod")))
    nth = next((number for number in found if number and number > 1), None)
    if nth is None or numbered:
        return nth
    dead = (t for t in earlier if t.effect == "killed" and head.sentence - parse.tokens[t.head].sentence <= NEAR)
    died = has_form(verb, "dies")  # "a second man was shot in Turbat" tells of another deed
    return nth if died and any(t.count.best == nth - 1 for t in dead) else None
