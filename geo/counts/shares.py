"""People counted as a part of those told of before: "all but two of the fourteen", "half", "a third of them".

No number is made up: where it is not said of how many they are a part, or where that does not come out even, none is
given, and "a third of them" is never taken for one person.
"""

import re

from geo.counts.people import NO_ONE, are_people, number_of
from geo.counts.words import has_form
from geo.lexicon.numerals import read_number
from geo.lexicon.shared import calendar_words
from geo.model import Count, Parse, Token
from geo.syntax import children, prepositional
from geo.syntax.tags import PLURAL

ALL_BUT = re.compile(
    r"\ball (?:of )?(?:(?:the|its|their|his|her|those) )?(.*?)\b(?:but|save|except|bar)(?: for)? ([\w-]+)"
)
WORDS = 10  # tokens over which "all but two of the fourteen" may go
KNOWN = frozenset({"they", "them", "these", "those", "whom"})


def is_share(parse: Parse, head: int, trigger: int) -> bool:
    """Tell whether a noun or pronoun stands for some part of people, or for all of them but a few.

    Parameters
    ----------
    parse, head
        The text, and its token index.
    trigger
        That of the word for what befell them, before which "all but two" stands.
    """
    token = parse.tokens[head]
    none_left = token.text.lower() in NO_ONE and has_form(parse.tokens[token.head], "outlive")
    return none_left or _part(parse, token) is not None or _all_but(parse, head, trigger) is not None


def share(parse: Parse, head: int, trigger: int) -> Count | None:
    """Return how many people a part of those told of before is, None if that is not said.

    Parameters
    ----------
    parse, head, trigger
        As for `is_share`.
    """
    left_out = _all_but(parse, head, trigger)
    if left_out is not None:
        whole, few = left_out
        return _exactly(whole - few) if whole else None
    part = _part(parse, parse.tokens[head]) or (1, 1)
    whole = _whole(parse, head)
    taken = (whole or 0) * part[0] // part[1]
    return _exactly(taken) if taken else None


def _exactly(number: int) -> Count:
    return Count(number, number, number)


def _part(parse: Parse, token: Token) -> tuple[int, int] | None:
    """Return two and three for "two thirds of them", one and two for "half"; "a third" alone may be one more person."""
    word = token.lemma.lower()
    order = calendar_words("ordinal") | {"half": 2, "quarter": 4}
    size = order.get(word, order.get(word.removesuffix("s"), 0))
    shared = word == "half" or bool(_of(parse, token))
    if size < 2 or not shared:
        return None
    number = number_of(parse, token.index) if token.tag == "NNS" else None
    return (number.best if number else 1), size


def _of(parse: Parse, token: Token) -> tuple[int, ...]:
    return prepositional(parse, token.index, ("of",))


def _all_but(parse: Parse, head: int, trigger: int) -> tuple[int | None, int] | None:
    """Return the fourteen and two of "all but two of the fourteen were killed", of whom some may be told before."""
    first = max(parse.sentences[parse.tokens[head].sentence].first, head - WORDS)
    starts = [t.index for t in parse.tokens[first : head + 1] if t.lemma == "all"]
    if not starts:
        return None
    match = ALL_BUT.match(" ".join(t.text.lower() for t in parse.tokens[starts[-1] : trigger]))
    few = read_number([match[2]]) if match else None
    if match is None or few is None or head - starts[-1] >= len(match[0].split()):
        return None
    inside = (read_number([word]) for word in match[1].split())
    return next(inside, None) or _whole(parse, starts[-1]), few


def _whole(parse: Parse, head: int) -> int | None:
    """Return how many those are of whom some are a part: in its own words, or the only number of people before."""
    own = [i for i in _of(parse, parse.tokens[head]) if parse.tokens[i].lemma not in KNOWN]
    for noun in own:
        strong = [s for c in children(parse, noun, "amod") if c.lemma == "strong" for s in children(parse, c.index)]
        count = number_of(parse, noun) or next((c for s in strong if (c := number_of(parse, s.index))), None)
        return count.best if count and count.low == count.high else None
    return _told_before(parse, head)


def _told_before(parse: Parse, head: int) -> int | None:
    """Return the one number of people in the words right before, in the sentence before too; None if there are two."""
    sentence = parse.tokens[head].sentence
    first = parse.sentences[max(0, sentence - 1)].first
    nouns = (t for t in parse.tokens[first:head] if t.tag in PLURAL and are_people(parse, t.index))
    counts = {count for t in nouns if (count := number_of(parse, t.index))}
    only = counts.pop() if len(counts) == 1 else None
    return only.best if only and only.low == only.high else None
