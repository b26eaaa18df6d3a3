"""The place of one of the dead in their order: "a seventh victim died" tells that there are seven."""

from geo.counts.patients import prepositional_heads
from geo.counts.sufferers import Suffering
from geo.counts.words import has_form
from geo.lexicon import word_class
from geo.lexicon.shared import calendar_words
from geo.model import Parse
from geo.syntax import children


def nth_dead(parse: Parse, suffering: Suffering) -> int | None:
    """Return the number of dead that an ordinal tells, None where none does: a third soldier may be the first dead.

    Parameters
    ----------
    parse
        The text.
    suffering
        What befell whom.
    """
    head, verb = parse.tokens[suffering.head], parse.tokens[suffering.trigger]
    of = prepositional_heads(parse, verb, ("of", "to", "from"))
    later = any(has_form(parse.tokens[i], "wound") for i in of)  # "a second policeman died of his injuries"
    numbered = later or head.lemma in word_class("nth_dead")
    if suffering.effect != "killed" or not numbered or head.tag not in {"NN", "NNP"}:
        return None
    order = calendar_words("ordinal")
    found = (order.get(t.text.lower()) for t in children(parse, head.index, "amod"))
    return next((number for number in found if number and number > 1), None)
