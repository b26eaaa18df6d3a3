"""Numbers of people that recur or add up, and so count no event: "four are killed every day", "a dozen a month"."""

from geo.lexicon import word_class
from geo.lexicon.shared import calendar_words
from geo.model import Parse, Token
from geo.syntax import ancestors, children, prepositional

EACH = frozenset({"every", "each", "per"})
ONCE = frozenset({"after", "before", "later", "earlier", "ago", "of"})  # "a day after the raid" is no rate
RUNS = frozenset({"series", "wave", "string", "spate", "round", "spiral"})
REGULARLY = frozenset({"hourly", "daily", "nightly", "weekly", "monthly", "yearly", "annually"})


def is_rate(parse: Parse, index: int) -> bool:
    """Tell whether a number of people, or the word for what befell them, is counted by the day, month or the like."""
    token = parse.tokens[index]
    above = next((t for t in ancestors(parse, index) if t.pos == "VERB"), token)
    return any(_recurs(parse, child) for t in (token, above) for child in children(parse, t.index))


def is_of_war(parse: Parse, index: int) -> bool:
    """Tell whether a clause says what a whole war or run of deeds has come to: "a wave of violence that has killed"."""
    clause = next((t for t in (parse.tokens[index], *ancestors(parse, index)) if t.dep == "relcl"), None)
    if clause is None or not any(t.lemma == "have" and t.tag != "VBD" for t in children(parse, clause.index, "aux")):
        return False
    noun = parse.tokens[clause.head]
    of = parse.tokens[noun.head]
    whole = parse.tokens[of.head] if of.lemma == "of" else noun
    return noun.lemma in word_class("war") or whole.lemma in RUNS


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
