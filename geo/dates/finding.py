"""Where a text has words for days: what the shapes fit, less what is a name, a clock's time or no date at all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from geo.dates.days import UNKNOWN, Days
from geo.dates.patterns import GAP, TO, YEAR, parts
from geo.dates.shapes import Rule, matches
from geo.dates.words import Context
from geo.lexicon import Row, load_rows
from geo.lexicon.shared import calendar_words
from geo.model import Parse, Token
from geo.syntax import ancestors, children
from geo.syntax.tags import VERBS

POSSESSIVE = re.compile(r"['’]s\b|s['’]\s")
ATTRIBUTE = re.compile(
    r"[ \n](?!(?:after|and|as|at|before|but|by|for|in|near|of|on|or|to|when|where|while|with)\b)[a-z]{3}"
)
BEFORE = re.compile(
    rf"(?<!\w)(?P<word>on|in|at|during|over|since|until|till|before|after|by|from|between|within|as{GAP}of|of|through)"
    rf"(?P<the>{GAP}the)?{GAP}$",
    re.IGNORECASE,
)
# "Since Monday, when gunmen came": it was on that day that they did.
WHEN = re.compile(rf",?{GAP}when\b", re.IGNORECASE)
TALLY = re.compile(r"\btimes?\s+$", re.IGNORECASE)
CLOCK_AFTER = re.compile(rf"(?:h|hrs?|hours|{GAP}(?:h|hrs?|hours|gmt|utc|local|zulu))\b", re.IGNORECASE)
OTHER_ZONE = re.compile(rf"\({GAP}?\d{{4}}{GAP}(?:gmt|utc),?{GAP}(?:on{GAP})?$", re.IGNORECASE)
OPEN_END, OPEN_START = frozenset({"since", "after"}), frozenset({"until", "till", "before", "by"})


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule in the text, with the preposition before it."""

    start: int
    end: int
    match: re.Match[str]
    rule: Rule
    before: str
    context: Context

    def days(self, anchor: date | None = None) -> Days:
        """Return the days meant, against another anchor if one is given."""
        context = replace(self.context, anchor=anchor) if anchor else self.context
        return self.rule.resolve(self.match, context) or UNKNOWN


def found_in(parse: Parse, anchor: date | None) -> list[Found]:
    """Return the words for days of a text, in its order; of those that overlap the longest.

    Parameters
    ----------
    parse, anchor
        The text, and the day on which it was written, if known.
    """
    return _longest(_matches(parse, anchor))


def _matches(parse: Parse, anchor: date | None) -> Iterator[Found]:
    for rule, match in matches(parse.text):
        before = BEFORE.search(parse.text, max(0, match.start() - 16), match.start())
        word = before["word"].lower() if before else ""
        if _is_clock(parse.text, match, word) or _is_elsewhere(parse.text, match) or _is_no_date(parse, match):
            continue
        if before or rule.bare or match.groupdict().get("modifier") or _follows_month(parse.text, match):
            token = parse.at(match.end() - 1)
            owned = before is not None and _is_of_deed(parse.text, before, match)
            start = before.start() if before and not owned else match.start()
            then = word in OPEN_END and WHEN.match(parse.text, match.end()) is not None
            word = "" if (owned and word not in OPEN_START) or then else word
            yield Found(start, match.end(), match, rule, word, Context(anchor, _is_future(parse, token)))


def _follows_month(text: str, match: re.Match[str]) -> bool:
    """Tell whether a month is the second of two: "in January and February", "between January and March"."""
    return _after_month().search(text, max(0, match.start() - 24), match.start()) is not None


@cache
def _after_month() -> re.Pattern[str]:
    return re.compile(rf"\b{parts().month}{TO}$".replace(" ", GAP), re.IGNORECASE)


def _longest(matches: Iterable[Found]) -> list[Found]:
    """Keep the longest of matches that overlap, in the order of the text."""
    kept: list[Found] = []
    for found in sorted(matches, key=lambda f: (f.match.start(), -f.match.end())):
        if not kept or found.match.start() >= kept[-1].end:
            kept.append(found)
    return kept


def _is_of_deed(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """Tell whether a day is a noun's behind it, whose preposition stands before it: "after the Saturday raid"."""
    named = match.groupdict()
    plain = before["the"] is not None and bool(named.get("weekday") or (named.get("month") and named.get("day")))
    return bool(POSSESSIVE.match(text, match.end()) or (plain and ATTRIBUTE.match(text, match.end())))


def _is_clock(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether four figures alone are a time of the day: "at 2030", "since 1900 GMT"."""
    four = bool(re.fullmatch(YEAR, match[0]))
    return four and (before == "at" or CLOCK_AFTER.match(text, match.end()) is not None)


def _is_elsewhere(text: str, match: re.Match[str]) -> bool:
    """Tell whether a day is that of an hour by another clock than the place's: "at 1950 (0050 GMT 18 October)"."""
    return OTHER_ZONE.search(text, max(0, match.start() - 16), match.start()) is not None


def _is_no_date(parse: Parse, match: re.Match[str]) -> bool:
    """Tell whether the words are a name ("17 November Organisation") or no calendar words at all ("may", "march").

    "For the second time this month" says how often something happened, not when.
    """
    tally = TALLY.search(parse.text, max(0, match.start() - 12), match.start())
    return (
        bool(tally and match.groupdict().get("which"))
        or _is_name(parse.text, match)
        or _is_ordinary_word(parse, match)
        or _is_forename(parse, match)
    )


def _is_name(text: str, match: re.Match[str]) -> bool:
    after = re.match(r"[\s-]*(\w+)", text[match.end() : match.end() + 24])
    before = re.search(r"(\w+)[\s-]*$", text[max(0, match.start() - 24) : match.start()])
    return any(
        word and word[1][:1].isupper() and (word[1].lower(), side) in _name_words()
        for word, side in ((after, "after"), (before, "before"))
    )


@cache
def _name_words() -> frozenset[Row]:
    return frozenset(load_rows("date_names", ("word", "side")))


@cache
def _future_cues() -> frozenset[str]:
    return frozenset(row[0] for row in load_rows("future_cues", ("lemma",)))


def _is_ordinary_word(parse: Parse, match: re.Match[str]) -> bool:
    name = match.groupdict().get("month") or ""
    if name.lower().rstrip(".") not in calendar_words("month_word"):
        return False
    token = parse.at(match.start("month"))
    small = name.islower() and token.text.islower()  # which it is not where a text without capitals dates something
    return small or token.pos in VERBS or token.entity == "PERSON"


def _is_forename(parse: Parse, match: re.Match[str]) -> bool:
    """Tell whether a weekday is what somebody is called: "arrested Sunday Adebayo", not "on Sunday Ibrahim Musa"."""
    if not match.groupdict().get("weekday"):
        return False
    token = parse.at(match.start("weekday"))
    after, before = parse.tokens[token.index + 1 : token.index + 2], parse.tokens[max(0, token.index - 1)]
    named = any(t.entity == "PERSON" and t.sentence == token.sentence for t in after)
    inside = before.sentence == token.sentence and before.pos not in {"ADP", "PUNCT"} and before.index < token.index
    return named and inside and token.dep == "compound"


def _is_future(parse: Parse, token: Token) -> bool:
    """Tell whether the verb that an expression hangs on, or one that it completes, speaks of the future."""
    cues = _future_cues()
    for verb in ancestors(parse, token.index):
        if verb.pos not in VERBS:
            continue
        if verb.lemma in cues or any(child.lemma in cues for child in children(parse, verb.index, "aux")):
            return True
        if verb.dep not in {"xcomp", "auxpass"}:
            return False
    return False
