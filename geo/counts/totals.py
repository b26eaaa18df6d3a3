"""Numbers that cover or replace those before: "bringing the toll to 41", "in all 16", "now 3 dead"."""

from itertools import islice

from geo.counts.people import number_start
from geo.counts.sufferers import Suffering
from geo.counts.sums import is_corrected
from geo.lexicon import word_class
from geo.model import Parse
from geo.syntax import ancestors, children
from geo.syntax.tags import VERBS

SUM_WORDS = frozenset({"total", "all", "altogether", "overall"})
LATER = frozenset({"later", "late", "now", "subsequently", "afterwards"})
REACH = 40  # tokens between a number and the word for what befell people


def rises(parse: Parse, toll: int) -> bool:
    """Tell whether the toll's verb says that it changed: "rose to", "bringing … to", "later put … at"."""
    verb = next((t for t in ancestors(parse, toll) if t.pos == "VERB"), None)
    if is_corrected(parse, parse.tokens[toll]):
        return True
    if verb is None or verb.lemma != "put":  # "put the toll at six" may be another's figure
        return verb is not None and verb.lemma in word_class("rises")
    beside = children(parse, verb.index, "conj", "advmod")
    return any(t.lemma in word_class("rises") or t.lemma in LATER for t in beside)


def says_now(parse: Parse, suffering: Suffering) -> bool:
    """Tell whether a number is said to hold now: "now 3 dead", "the toll is now 12", "now counts 5".

    Parameters
    ----------
    parse, suffering
        The text, and what befell whom.
    """
    first = max(0, number_start(parse, suffering.head) - 1)
    last = max(suffering.head, suffering.trigger)
    between = parse.tokens[max(min(first, suffering.trigger), last - REACH) : last]
    over = (t for t in ancestors(parse, suffering.head) if t.pos in VERBS)
    told = (c for verb in islice(over, 1) for c in children(parse, verb.index, "advmod"))
    return any(t.lemma == "now" for t in (*between, *parse.tokens[last + 1 : last + 2], *told))


def says_sum(parse: Parse, suffering: Suffering) -> bool:
    """Tell whether words beside the number call it a sum: "a total of", "in all".

    Parameters
    ----------
    parse, suffering
        The text, and what befell whom.
    """
    near = range(max(0, suffering.head - 6), min(len(parse.tokens), suffering.head + 4))
    sentence = parse.tokens[suffering.head].sentence
    return any(
        parse.tokens[i].lemma in SUM_WORDS
        and parse.tokens[i].sentence == sentence
        and (parse.tokens[i].lemma != "all" or parse.tokens[i - 1].lemma == "in")
        for i in near
    )
