"""The shapes that words for days have in a text: patterns, each with the function that says what it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from geo.dates import words as meaning
from geo.dates.days import Days
from geo.dates.words import Context
from geo.numerals import number_words

GAP = r"(?:[^\S\n]{1,8}\n?[^\S\n]{0,8}|\n[^\S\n]{0,8})"  # white space that does not leave the paragraph
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
SHORT_YEAR = r"['’]?\d\d(?=\s*(?:[-–—()\[\],.;:]|\n|$))"  # "90" only where a number of things cannot follow
DAY = r"(?<![\d.,:])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
TO = r"(?: ?[-–—/] ?| (?:to|and|or|through|until|till) )"
MODIFIER = r"(?:last|this|next|past|previous|coming|early|late|earlier(?: on)?|later(?: on)?)"
MODIFIED = rf"(?:(?P<modifier>{MODIFIER}) (?:on )?)?"
CLOCK = r"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"  # of a time stamp; only its day is read
BARE, AFTER_PREPOSITION = True, False
Resolver = Callable[[re.Match[str], Context], Days | None]
CONNECTOR = re.compile(rf"{TO}(?:the )?".replace(" ", GAP), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of words and the days that they mean; `bare`: it counts without a preposition before it."""

    pattern: re.Pattern[str]
    resolve: Resolver
    bare: bool


def _one_of(*names: str) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _compile(pattern: str) -> re.Pattern[str]:
    """Compile a shape of words, in which a blank stands for any gap within a paragraph."""
    return re.compile(rf"(?<![\w-]){pattern}(?!\w)".replace(" ", GAP), re.IGNORECASE)


Shape = tuple[str, Resolver, bool]


@cache
def rules() -> tuple[Rule, ...]:
    """Return the shapes of time expressions, built from the lexicon; where two fit, the first does."""
    parts = _parts()
    shapes = (*_dates(parts), *_days(parts), *_counted(parts))
    return tuple(Rule(_compile(pattern), resolve, bare) for pattern, resolve, bare in shapes)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Patterns for the names that shapes are made of."""

    month: str
    short_month: str
    weekday: str
    part: str
    unit: str
    number: str


def _parts() -> _Parts:
    names = meaning.words("month", "month_word")
    abbreviations = [name for name in names if len(name) <= 4 and name not in {"may", "june", "july"}]
    numbers = _one_of(*number_words(), "couple of", "few", "several", "some", "many").replace("\\ ", " ")
    return _Parts(
        month=rf"(?P<month>(?:{_one_of(*abbreviations)})\.|(?:{_one_of(*names)})\b)",
        short_month=rf"(?P<month>{_one_of(*(name for name in names if len(name) == 3))})",
        weekday=rf"(?P<weekday>{_one_of(*meaning.words('weekday'))})",
        part=rf"(?P<part>{_one_of(*meaning.words('part'))})",
        unit=rf"(?P<unit>(?:{_one_of(*meaning.words('unit'))})s?)",
        number=rf"(?P<number>\d+|(?:(?:{numbers})(?: |-)?){{1,4}}?)",
    )


def _dates(parts: _Parts) -> tuple[Shape, ...]:
    """Return the shapes of a calendar's days, months and years: "6 May 1990", "060530Z MAY 90", "early 2004"."""
    years = rf"(?P<year>{YEAR}|{SHORT_YEAR})"
    last = rf"(?:{TO}(?P<last>{DAY}))?"
    named = rf"(?:{parts.weekday},? (?:the )?)?".replace("?P<weekday>", "?:")
    thirds = rf"(?:(?P<modifier>(?:{_one_of(*meaning.words('third'))})(?:-| in | of | )|{MODIFIER} )(?:the )?)?"
    figures = r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)"
    month, short = parts.month, parts.short_month
    return (
        (rf"(?P<day>[0-3]\d)\d{{4}}[A-Z]\*? ?{short} ?(?P<year>(?:\d\d)?\d\d)", meaning.resolve_group, BARE),
        (rf"(?P<day>[0-3]\d){short}(?P<year>(?:\d\d)?\d\d)(?P<last>)", meaning.resolve_day, BARE),
        (rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){CLOCK}", meaning.resolve_iso, BARE),
        (rf"{figures}(?P<year>{YEAR}|\d\d)(?![./]?\d)", meaning.resolve_figures, BARE),
        (rf"{MODIFIED}{named}(?P<day>{DAY}){last} (?:of )?{month}(?:,? {years})?", meaning.resolve_day, BARE),
        (rf"{MODIFIED}{named}{month} (?P<day>{DAY}){last}(?:,? {years})?", meaning.resolve_day, BARE),
        (rf"{thirds}{month},? (?:of )?(?P<year>{YEAR})", meaning.resolve_month, BARE),
        (rf"{thirds}{month}(?P<year>)", meaning.resolve_month, AFTER_PREPOSITION),
        (rf"{thirds}(?P<year>{YEAR})(?P<decade>s)?", meaning.resolve_year, AFTER_PREPOSITION),
    )


def _days(parts: _Parts) -> tuple[Shape, ...]:
    """Return the shapes of weekdays, of days as seen from today, and of their parts: "late on Friday", "overnight"."""
    weekday, part, day_words = parts.weekday, parts.part, _one_of(*meaning.DAY_WORDS)
    of_last_week = rf"(?:last week,? (?:on )?{weekday}|{weekday} (?:of )?last week)".replace("weekday>", "other>", 1)
    return (
        (of_last_week, meaning.resolve_weekday_of_last_week, BARE),
        (rf"{MODIFIED}{weekday}(?: {part})?", meaning.resolve_weekday, BARE),
        (rf"(?:{MODIFIER} )?(?P<word>{day_words})(?: {part})?", meaning.resolve_day_word, BARE),
        (rf"(?:{MODIFIER} )?(?P<word>this) {part}", meaning.resolve_day_word, BARE),
        (r"(?:(?:late )?last (?:night|(?P<evening>evening))|overnight)", meaning.resolve_last_night, BARE),
    )


def _counted(parts: _Parts) -> tuple[Shape, ...]:
    """Return the shapes of time counted or pointed at: "two days ago", "the same night", "last month"."""
    number, unit, long_unit = parts.number, parts.unit, "weekend|week|month|year"
    elsewhere = rf"the (?:previous|next|following|same) (?:day|night|morning|afternoon|evening|{long_unit})"
    steps = "last|this|next|past|previous|coming"
    return (
        (rf"{number} ?{unit} ago", meaning.resolve_ago, BARE),
        (rf"{number} ?{unit} (?:later|earlier|before|after)", meaning.resolve_unknown, BARE),
        (rf"(?:{elsewhere}|the (?:day|night) (?:before|after))", meaning.resolve_unknown, BARE),
        (r"(?:(?:later|earlier) )?(?:on )?that (?:day|night|morning|afternoon|evening)", meaning.resolve_unknown, BARE),
        (r"(?:hours|minutes) (?:later|earlier)", meaning.resolve_unknown, BARE),
        (r"the (?:past|last) day", meaning.resolve_past_day, AFTER_PREPOSITION),
        (rf"(?:(?P<modifier>earlier|later) )?(?P<which>{steps}) (?P<unit>{long_unit})", meaning.resolve_unit, BARE),
        (r"(?P<which>)(?P<modifier>)(?<=the.)(?P<unit>weekend)", meaning.resolve_unit, BARE),
        (rf"(?:last|past) {number} {unit}", meaning.resolve_stretch, AFTER_PREPOSITION),
    )
