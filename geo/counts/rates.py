"""Numbers of people that recur, and so count no event: "four are killed every day", "a dozen a month"."""

from geo.lexicon.shared import calendar_words
from geo.model import Parse, Token
from geo.syntax import ancestors, children, prepositional

EACH = frozenset({"every", "each", "per"})
ONCE = frozenset({"after", "before", "later", "earlier", "ago", "of"})  # "a day after the raid" is no rate
REGULARLY = frozenset({"hourly", "daily", "nightly", "weekly", "monthly", "yearly", "annually"})


def is_rate(parse: Parse, index: int) -> bool:
    """Tell whether a number of people, or the word for what befell them, is counted by the day, month or the like.

    Parameters
    ----------
    parse, index
        The text, and the token index of the noun or of the word for what befalls it.
    """
    token = parse.tokens[index]
    above = next((t for t in ancestors(parse, index) if t.pos == "VERB"), token)
    return any(_recurs(parse, child) for t in (token, above) for child in children(parse, t.index))


def _recurs(parse: Parse, token: Token) -> bool:
    if token.lemma in REGULARLY:
        return True
    if token.lemma == "per":
        return any(_governs(parse, token, unit) for unit in calendar_words("unit"))
    words = {child.lemma for child in children(parse, token.index, "det")}
    return token.lemma in calendar_words("unit") and (bool(words & EACH) or _is_by_the(parse, token, words))


def _is_by_the(parse: Parse, token: Token, words: set[str]) -> bool:
    """Tell whether a unit of time is what is counted by: "a day", not "a day after the raid"."""
    following = parse.tokens[token.index + 1].lemma if token.index + 1 < len(parse.tokens) else ""
    return bool(words & {"a", "an"}) and following not in ONCE


def _governs(parse: Parse, preposition: Token, lemma: str) -> bool:
    return any(parse.tokens[i].lemma == lemma for i in prepositional(parse, preposition.head, (preposition.lemma,)))
