"""Words that stand with a hyphen before a noun: of "killed an ex-mayor" parsers make two who were killed."""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending, place_of
from geo.model import Token
from geo.syntax.tags import NOUNS

PREFIXES = frozenset({"ex", "vice", "co", "sub", "under"})


@mending
def with_prefixes(tokens: Sequence[Token], prefix: Token) -> Hung:
    """Return the noun in the place of prefix, hyphen and noun, and the others below it."""
    three = tokens[prefix.index : prefix.index + 3]
    return _below_noun(tokens, *three) if prefix.text.lower() in PREFIXES and len(three) > 2 else {}


def _below_noun(tokens: Sequence[Token], prefix: Token, hyphen: Token, noun: Token) -> Hung:
    three = (prefix, hyphen, noun)
    own = {t.index for t in three}
    if hyphen.text != "-" or prefix.end != hyphen.start or hyphen.end != noun.start or noun.pos not in NOUNS:
        return {}
    top = next((t for t in three if t.head not in own or t.head == t.index), noun)
    before = tokens[top.head]
    if top.dep == "appos" and before.index == prefix.index - 1 and before.pos == "NOUN":  # "a police sub-inspector"
        return {
            **{i: (tokens[i].dep, noun.index) for i in before.children if i not in own},
            before.index: ("compound", noun.index),
            noun.index: place_of(before, noun),
            prefix.index: ("compound", noun.index),
            hyphen.index: ("punct", noun.index),
        }
    hung = {i: (tokens[i].dep, noun.index) for t in (prefix, hyphen) for i in t.children if i not in own}
    return hung | {
        noun.index: place_of(top, noun),
        prefix.index: ("compound", noun.index),
        hyphen.index: ("punct", noun.index),
    }
