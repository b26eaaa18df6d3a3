"""A noun -> whether it speaks of arms, drugs or goods, which authorities seize."""

from functools import cache

from geo.lexicon import load_rows
from geo.model import Parse
from geo.syntax import subtree

CATEGORIES = frozenset({"materiel", "drugs", "goods"})
QUALIFIERS = frozenset({"before", "vehicle"})  # uses of words that are not themselves what is seized


@cache
def _words() -> frozenset[str]:
    rows = load_rows("cargo", ("word", "category", "use"))
    return frozenset(word for word, category, use in rows if category in CATEGORIES and use not in QUALIFIERS)


def is_contraband(parse: Parse, index: int) -> bool:
    """Tell whether a noun phrase speaks of arms, drugs or goods: "drugs", "a shipment of assault rifles".

    Parameters
    ----------
    parse
        The text.
    index
        The noun's token index.
    """
    return any(parse.tokens[i].lemma in _words() for i in subtree(parse, index, frozenset({"relcl", "acl"})))
