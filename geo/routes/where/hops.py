"""The stretches of a journey: "from A to B, and from there to C" is two, each with ends of its own.

Every stretch becomes a statement with the same cargo, in the order of the words; `journeys` makes one route of
those that lead on. A place that cargo only passes through ("via", "through") stays within its stretch.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from geo.model import Parse
from geo.routes.where.directions import Phrase
from geo.routes.words import marks

# "on" leads onward only right before the next direction; these two only after "from".
BEFORE_DIRECTION = frozenset({"on", "back"})
ONWARD_WAYS = frozenset({"up", "down", "over", "across", "through", "via"})
MEANS = 5  # words before a "to" that may say by what means: "and by fishing boat"
BY_OTHER_MEANS = frozenset({("and", "by"), ("then", "by"), ("and", "on"), ("and", "aboard")})
AFTER_FROM = frozenset({"there", "where"})


@dataclass(frozen=True, slots=True)
class Hop:
    """The direction phrases of one stretch.

    `onward` is "" for one that starts by itself, "on" where the words join it to the stretch before ("then to",
    "and on to"), "there" where they point back to its end ("from there to").
    """

    phrases: tuple[Phrase, ...]
    onward: str


def hops(parse: Parse, said: tuple[Phrase, ...], start: int, is_known: Callable[[Phrase], bool]) -> Iterator[Hop]:
    """Yield the stretches of which direction phrases speak.

    Parameters
    ----------
    parse, said
        The text, and the direction phrases of one cargo, in order.
    start
        Token after which words may lead onward to the first of them.
    is_known
        Tells whether a phrase names a place that is known: a stretch to nowhere known is no stretch.
    """
    current, onward = list[Phrase](), ""
    for number, phrase in enumerate(said):
        mark = onward_mark(parse, start, phrase.first) or _leads_on(parse, phrase)
        carried = _carried(current, phrase, said[number + 1 :])
        if mark and not any(p.end == "destination" and is_known(p) for p in current):
            current = [p for p in current if p.end != "destination"]
        if _gives(current, "destination") and (mark or carried is not None):
            kept = current[: len(current) - len(carried or ())]
            yield Hop(tuple(kept), onward)
            current, onward = list(carried or ()), mark
        elif not current:
            onward = mark
        current.append(phrase)
        start = max(phrase.nouns) + 1
    yield Hop(tuple(current), onward)


def _carried(current: list[Phrase], phrase: Phrase, later: tuple[Phrase, ...]) -> list[Phrase] | None:
    """Return what a second "from" takes with it out of the stretch before, None where it starts no new stretch.

    Nothing in "from A to B and from C to D"; the last "to" in "from A to B and to D from C".
    """
    if phrase.end != "origin" or not _gives(current, "origin"):
        return None
    if any(p.end == "destination" for p in later):
        return []
    taken = current[-1:]
    return taken if taken[0].end == "destination" and _gives(current[:-1], "destination") else None


def _gives(phrases: list[Phrase], end: str) -> bool:
    return any(phrase.end == end for phrase in phrases)


def onward_mark(parse: Parse, first: int, last: int) -> str:
    """Return how the words from token `first` up to `last` lead onward: "there", "on" or not at all ("").

    Parameters
    ----------
    parse, first, last
        The text, the first token of the words, and the one after them.
    """
    found = ""
    for token in parse.tokens[first:last]:
        word = token.text.lower()
        if word not in marks("onward"):
            continue
        before = parse.tokens[token.index - 1].text.lower() if token.index > first else ""
        if word in AFTER_FROM:
            found = "there" if before == "from" else found
        elif word not in BEFORE_DIRECTION or token.index == last - 1 or (word == "on" and before == "and"):
            found = found or "on"
    return "there" if found != "there" and _has_whence(parse, first, last) else found


def _leads_on(parse: Parse, phrase: Phrase) -> str:
    """Return "on" where the way goes on: "to Bumba and up to Gemena", "by mule to Gao and by rail to Homs"."""
    before = [t.text.lower() for t in parse.tokens[max(phrase.first - MEANS, 0) : phrase.first]]
    joined = before[-1:] in (["and"], ["then"]) and parse.tokens[phrase.first].text.lower() in ONWARD_WAYS
    carried = any(pair in BY_OTHER_MEANS for pair in pairwise(before))
    return "on" if joined or (carried and phrase.end == "destination") else ""


def _has_whence(parse: Parse, first: int, last: int) -> bool:
    return any(token.text.lower() in {"thence", "whence"} for token in parse.tokens[first:last])
