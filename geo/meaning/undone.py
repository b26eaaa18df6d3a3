"""Verbs of violence that tell of no deed: near misses, and words that are shot back."""

import re

from geo.model import Parse, Token
from geo.syntax import children, subjects
from geo.syntax.phrases import in_phrase

WHOLLY = frozenset({"destroy", "level", "flatten", "demolish", "raze"})  # what is nearly so is badly damaged
RETORTED = re.compile(r"\s*(?::|,?\s*(?:[\"“‘]|``))")  # the words that somebody shoots back
WORDS_BEFORE = re.compile(r"[,.?!](?:[\"”’]|'')\s*$")


def is_near_miss(parse: Parse, verb: Token) -> bool:
    """Tell whether it did not come to a deed: "nearly killed the mayor", "was almost shot down".

    Parameters
    ----------
    parse, verb
        The text, and a verb of violence.
    """
    near = any(t.lemma in {"nearly", "almost"} for t in children(parse, verb.index, "advmod") if t.index < verb.index)
    return near and verb.lemma not in WHOLLY


def is_retort(parse: Parse, verb: Token) -> bool:
    """Tell whether words are shot back, not bullets: "'Then leave,' the minister shot back".

    Parameters
    ----------
    parse, verb
        The text, and a verb.
    """
    after = (
        parse.tokens[verb.index + 1] if verb.lemma in {"shoot", "fire"} and verb.index + 1 < len(parse.tokens) else None
    )
    if after is None or after.text != "back":
        return False
    subject = min((in_phrase(parse, i)[0] for i in subjects(parse, verb.index)), default=verb.index)
    before, behind = parse.text[: parse.tokens[subject].start], parse.text[after.end :]
    return bool(RETORTED.match(behind) or WORDS_BEFORE.search(before))
