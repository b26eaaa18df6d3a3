"""Names of several roads before their noun: "the corner of Sarmiento and San Martin streets"."""

from geo.model import Parse

ROADS = frozenset({"streets", "avenues", "roads", "boulevards", "highways"})
LISTING = frozenset({"and", ",", "&"})
FAR = 6  # tokens from the first name to the noun


def is_of_roads(parse: Parse, last: int) -> bool:
    """Tell whether a name is that of one of several roads.

    Parameters
    ----------
    parse
        The text; its words are enough.
    last
        The name's last token.
    """
    for token in parse.tokens[last : last + FAR]:
        if token.text.lower() in ROADS:
            return True
        if not (token.text[0].isupper() or token.text in LISTING):
            return False
    return False
