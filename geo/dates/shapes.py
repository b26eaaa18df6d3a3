"""The shapes that words for days have in a text: patterns, each with the function that says what it means."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from geo.dates import calendar, relative
from geo.dates.days import Days
from geo.dates.patterns import (
    AFTER,
    ALONE,
    BEFORE_HOUR,
    CLOCK,
    DAY,
    FIGURES_END,
    GAP,
    HEADS_LINE,
    HOUR,
    HOURS,
    MODIFIED,
    MODIFIER,
    NO_HOUR,
    OF_YEAR,
    OPENERS,
    SHORT_YEAR,
    TO,
    YEAR,
    ZONE,
    Parts,
    one_of,
    parts,
)
from geo.dates.words import Context
from geo.lexicon.numerals import number_words
from geo.lexicon.shared import calendar_words
from geo.lexicon.triggers import trigger_rows

BARE, AFTER_PREPOSITION = True, False
BEFORE_YEAR = r"(?<=\bthe\s)|(?<=\ba\s)|(?<='s\s)|(?<=’s\s)"
Resolver = Callable[[re.Match[str], Context], Days | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of words and the days that they mean; `bare`: it counts without a preposition before it."""

    pattern: re.Pattern[str]
    resolve: Resolver
    bare: bool


def _compile(pattern: str, end: str = r"(?!\w)") -> re.Pattern[str]:
    """Compile a shape of words, in which a blank stands for any gap within a paragraph."""
    return re.compile(rf"(?<![\w-]){pattern}{end}".replace(" ", GAP), re.IGNORECASE)


Shape = tuple[str, Resolver, bool]


def matches(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield what each shape fits in a text, in its order; what one shape fits does not overlap.

    Shapes are tried only where a word that may open one stands: most characters are no such place, and 28 searches are
    slow.

    Parameters
    ----------
    text
        Any text.
    start, end
        The characters to look at; by default all.
    """
    last = len(text) if end is None else end
    shapes = rules()
    reached = [start] * len(shapes)
    for opening in _opening().finditer(text, start, last):
        at = opening.start()
        for number, rule in enumerate(shapes):
            if reached[number] <= at and (match := rule.pattern.match(text, at, last)):
                reached[number] = match.end()
                yield rule, match


@cache
def _opening() -> re.Pattern[str]:
    """Return a pattern of the words that a shape may begin with; a new shape that begins otherwise needs its own."""
    names = calendar_words(
        "weekday", "short", "month", "month_word", "day_word", "third", "edge", "ordinal", "tens", "feast"
    )
    first = {re.split(r"[ ']", name)[0] for name in (*names, *number_words())} - {"the", "a", "an"}
    known = rf"(?:{one_of(*first, *OPENERS, *calendar_words('part', 'unit'))}|{MODIFIER})(?!\w)"
    return _compile(rf"(?:\d|(?:the|its|an?|(?:on )?that) (?={known})|{known})", end="")


@cache
def rules() -> tuple[Rule, ...]:
    """Return the shapes of time expressions, built from the lexicon; where two fit, the first does."""
    known = parts()
    shapes = (*_dates(known), *_days_of_month(known), *_months(known), *_days(known), *_counted(known))
    return tuple(Rule(_compile(pattern), resolve, bare) for pattern, resolve, bare in shapes)


def _dates(parts: Parts) -> tuple[Shape, ...]:
    """Return the shapes of a calendar's days: "6 May 1990", "060530Z MAY 90", "25/12/2003"."""
    years = rf"(?P<year>{YEAR}{NO_HOUR}|{SHORT_YEAR})"
    its_year = rf"(?:,? (?:(?:(?:in|of) (?={YEAR}))?{years}|{OF_YEAR}))?"
    last = rf"(?:{TO}(?P<last>{DAY}))?"
    two = r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})"
    figures = rf"{two}(?P=mark)"
    month, short, spelt, named = parts.month, parts.short_month, parts.ordinal, parts.after_weekday
    its_year += parts.weekday_aside
    return (
        (rf"(?P<day>[0-3]\d)\d{{4}}[A-Z]?\*? ?{short} ?(?P<year>(?:\d\d)?\d\d)", calendar.resolve_group, BARE),
        (
            rf"(?P<day>[0-3]?\d)(?P<mark>[-/.]?){short}(?P=mark)(?P<year>(?:\d\d)?\d\d)(?P<last>)",
            calendar.resolve_day,
            BARE,
        ),
        (rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){CLOCK}", calendar.resolve_iso, BARE),
        (rf"{figures}(?P<year>{YEAR}|\d\d)(?![./]?\d)", calendar.resolve_figures, BARE),
        (rf"(?:{HEADS_LINE}|(?<=,\x20)){two}(?P<year>){FIGURES_END}", calendar.resolve_figures, BARE),
        (
            rf"{MODIFIED}{named}(?P<day>{DAY}|{spelt}(?= of )){last} (?:of )?{month}{its_year}",
            calendar.resolve_day,
            BARE,
        ),
        (
            rf"{MODIFIED}{named}{month} (?P<the>the )?(?P<day>{DAY}|(?(the){spelt}|(?!))){last}{its_year}",
            calendar.resolve_day,
            BARE,
        ),
    )


def _days_of_month(parts: Parts) -> tuple[Shape, ...]:
    """Return the shapes of a day whose month is left out: "on the 17th", "the 9th inst.", "090430."."""
    nth_last = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)"
    nth = rf"(?P<day>{nth_last})"
    old = r"(?P<old>inst|instant|ult|ultimo|this month|last month)"
    edge = "(?:the )?(?P<edge>first|last)"
    behind = rf"(?:{ALONE}|{parts.not_its})"
    hours = "|".join(f"(?<={words}.)" for words in HOURS)
    feasts = one_of(*calendar_words("feast")).replace("\\ ", " ").replace("'", "['’]")
    return (
        (rf"(?P<feast>{feasts})(?:,? (?:(?:in |of )?(?P<year>{YEAR})|{OF_YEAR}))?", calendar.resolve_feast, BARE),
        (rf"(?P<day>[0-3]\d){HOUR}{ZONE}(?P<old>)", calendar.resolve_day_of_month, BARE),
        (rf"{parts.after_weekday}{nth} (?:of )?{old}\b\.?", calendar.resolve_day_of_month, BARE),
        (
            rf"{parts.weekday},? (?:the )?(?P<day>{nth_last}|{parts.ordinal})(?P<old>){ALONE}",
            calendar.resolve_day_of_month,
            BARE,
        ),
        (
            rf"{parts.short_weekday}\.? (?P<day>\d{{1,2}}(?:st|nd|rd|th)?)(?P<old>)(?=[:.,] | [-–—])",
            calendar.resolve_day_of_month,
            BARE,
        ),
        (rf"(?:(?<=on.)|(?<=on.the.)){nth}(?P<old>){behind}", calendar.resolve_day_of_month, BARE),
        (rf"(?<=on.the.)(?P<day>{parts.late_ordinal})(?P<old>){behind}", calendar.resolve_day_of_month, BARE),
        (rf"(?:{hours}){nth}(?:{TO}(?:the )?(?P<last>{nth_last}))?(?P<old>)", calendar.resolve_day_of_month, BARE),
        (rf"{edge}(?: day)? of (?:the|this) (?P<month>)(?P<year>)month", calendar.resolve_edge_day, BARE),
        (rf"{edge} day of {parts.month}(?:,? (?P<year>{YEAR}))?", calendar.resolve_edge_day, BARE),
    )


def _deeds() -> str:
    """Return the nouns for deeds, of which a year before them says when they were: "the 2015 attack"."""
    deeds = (phrase for phrase, pos, kind, *_ in trigger_rows() if pos == "noun" and kind != "effect")
    return one_of(*deeds).replace("\\ ", " ")


def _months(parts: Parts) -> tuple[Shape, ...]:
    """Return the shapes of months and years and parts of them: "late May", "March last year", "early 2004"."""
    weeks = "(?:first|second|third|fourth|last) week"
    thirds = (
        rf"(?:{one_of(*calendar_words('third'))})(?:-| in | of | )|(?:{one_of(*calendar_words('edge'))}|{weeks}) of "
    )
    thirds = rf"(?:(?P<modifier>{thirds}|{MODIFIER} )(?:the )?)?"
    month = parts.month
    return (
        (rf"{thirds}{month},? (?:(?:of |in )?(?P<year>{YEAR})|{OF_YEAR})", calendar.resolve_month, BARE),
        (rf"{thirds}{month}(?P<year>)", calendar.resolve_month, AFTER_PREPOSITION),
        (rf"{thirds}(?P<year>{YEAR})(?P<decade>s)?", calendar.resolve_year, AFTER_PREPOSITION),
        (
            rf"(?:{BEFORE_YEAR})(?P<modifier>)(?P<year>{YEAR})(?P<decade>)(?= (?:{_deeds()})\b)",
            calendar.resolve_year,
            BARE,
        ),
    )


def _days(parts: Parts) -> tuple[Shape, ...]:
    """Return the shapes of weekdays, of days as seen from today, and of their parts: "late on Friday", "overnight"."""
    weekday, part, day_words = parts.weekday, parts.part, one_of(*calendar_words("day_word")).replace("\\ ", " ")
    of_last_week = rf"(?:last week,? (?:on )?{weekday}|{weekday} (?:of )?last week)".replace("weekday>", "other>", 1)
    return (
        (of_last_week, relative.resolve_weekday_of_last_week, BARE),
        (rf"{MODIFIED}{weekday}(?: {part})?{AFTER}", relative.resolve_weekday, BARE),
        (rf"(?P<modifier>)(?P<after>){parts.short_weekday}{BEFORE_HOUR}", relative.resolve_weekday, BARE),
        (rf"(?:{MODIFIER} )?(?P<word>{day_words})(?: {part})?", relative.resolve_day_word, BARE),
        (rf"(?:{MODIFIER} )?(?P<word>this) {part}", relative.resolve_day_word, BARE),
        (r"overnight", relative.resolve_overnight, BARE),
    )


def _counted(parts: Parts) -> tuple[Shape, ...]:
    """Return the shapes of time counted or pointed at: "two days ago", "the same night", "last month"."""
    number, unit, long_unit = parts.number, parts.unit, "weekend|week|month|year"
    part, sides = "(?:day|night|morning|afternoon|evening)", "(?:previous|next|following|same)"
    elsewhere = rf"(?:the )?{sides} {part}|the {sides} (?:{long_unit}|{parts.weekday}(?: {part})?)"
    steps = "last|this|next|past|previous|coming"
    return (
        (rf"{number} ?{unit} ago(?: (?P<from>to-?day|yesterday))?", relative.resolve_ago, BARE),
        (r"\d+ ?(?:-|to) ?(?P<number>\d+) ?(?P<unit>minutes|hours) ago(?P<from>)", relative.resolve_ago, BARE),
        (rf"{number} ?{unit} (?:later|earlier|before|after|on(?=,))", relative.resolve_unknown, BARE),
        (rf"(?:{elsewhere}|the {part} (?:before|after))", relative.resolve_unknown, BARE),
        (rf"the {parts.weekday}(?: {part})? (?:before|after)", relative.resolve_unknown, BARE),
        (rf"(?<=on.)the {parts.weekday}(?: {part})?{ALONE}", relative.resolve_unknown, BARE),
        (r"(?:the|its) eve(?: of(?= ))?", relative.resolve_unknown, AFTER_PREPOSITION),
        (rf"(?:(?:later|earlier) )?(?:on )?that {part}", relative.resolve_unknown, BARE),
        (r"(?:hours|minutes) (?:later|earlier)", relative.resolve_unknown, BARE),
        (r"the (?:past|last) day", relative.resolve_overnight, AFTER_PREPOSITION),
        (
            rf"(?:(?P<modifier>earlier|later|early|late) )?(?P<which>{steps}) (?P<unit>{long_unit})",
            relative.resolve_unit,
            BARE,
        ),
        (r"(?P<which>)(?P<modifier>)(?<=the.)(?P<unit>weekend)", relative.resolve_unit, BARE),
        (rf"(?:last|past) {number} {unit}", relative.resolve_stretch, AFTER_PREPOSITION),
    )
