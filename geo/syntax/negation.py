"""Whether a verb or noun is negated where it stands."""

from geo.model import Parse, Token
from geo.model.remembered import remembered
from geo.syntax.articles import is_not_one
from geo.syntax.walks import children


@remembered
def is_negated(parse: Parse, index: int) -> bool:
    """Tell whether a verb or noun is negated where it stands ("did not attack", "no attack", "nor denied")."""
    token = parse.tokens[index]
    if token.dep == "conj" and any(child.lemma == "nor" for child in children(parse, token.head, "cc")):
        return True
    if is_not_one(parse, index):
        return True
    below = (child for child in children(parse, index) if child.dep not in {"dobj", "pobj"})  # "School No. 3"
    said = (child for child in below if not _bounds_number(parse, child))
    return any(child.dep == "neg" or child.lemma in {"no", "neither", "never"} for child in said)


def _bounds_number(parse: Parse, word: Token) -> bool:
    """Tell whether a "no" or "not" only bounds a number: "no more than ten died", "not fewer than 30 were hurt"."""
    after = [t.lemma for t in parse.tokens[word.index + 1 : word.index + 3]]
    return len(after) == 2 and after[0] in {"more", "less", "few", "fewer"} and after[1] == "than"
