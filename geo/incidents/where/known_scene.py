"""A find that goes on from the deed told before: what was found in something of which the text speaks as known.

"Soldiers shot two smugglers near Rutba. In the bags they dropped were 12 rifles.", "A search of the farm turned up".
"""

from geo.lexicon import word_class
from geo.model import Parse, Sentence, Toponym
from geo.model.within import starting_in
from geo.syntax import children, is_known
from geo.syntax.tags import COMMON_NOUNS

LEADS = frozenset({"in", "inside", "from", "under", "beneath", "beside", "near", "on", "of", "aboard", "at"})


def has_known_scene(parse: Parse, sentence: Sentence, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether a sentence puts what it tells at something known, and at no place that it names.

    Parameters
    ----------
    parse, sentence
        The text, and one that tells of a find.
    toponyms
        All of the document's.
    """
    if any(t.role == "literal" for t in starting_in(toponyms, sentence.start, sentence.end)):
        return False
    nouns = (t for t in parse.sentence_tokens(sentence) if t.dep == "pobj" and t.tag in COMMON_NOUNS)
    return any(parse.tokens[t.head].lemma in LEADS and _is_known_thing(parse, t.index) for t in nouns)


def _is_known_thing(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is of one thing told of before: not "in the capital", "from the south of the country"."""
    if parse.tokens[noun].lemma in word_class("at_large") or children(parse, noun, "prep"):
        return False
    owned = any(t.tag == "PRP$" for t in children(parse, noun, "poss"))
    return is_known(parse, noun) or owned
