"""The shapes that words for days have in a text: patterns, each with the function that says what it means."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from geo.dates import calendar, relative
from geo.dates.days import Days
from geo.dates.words import Context
from geo.lexicon.numerals import number_words
from geo.lexicon.shared import calendar_words

GAP = r"(?:[^\S\n]{1,8}\n?[^\S\n]{0,8}|\n[^\S\n]{0,8})"  # white space that does not leave the paragraph
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
NO_HOUR = r"(?! ?(?:h|hrs?|hours|gmt|utc|lt|local|zulu)\b)"  # "5 Oct, 1930 hrs"
SHORT_YEAR = r"['’]?\d\d(?!:\d)(?=\s*(?:[-–—()\[\],.;:]|\n|$))"  # "90" only where a number of things cannot follow
DAY = r"(?<![\d.,:])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[:.,]\d)"
TO = r"(?: ?[-–—/] ?| (?:to|into|and|or|through|until|till) )"
MODIFIER = r"(?:last|this|next|past|previous|coming|early|late|overnight|earlier(?: on)?|later(?: on)?)"
AFTER = r"(?: (?P<after>last|next)(?! (?:to|door|week|month|year|night)\b))?"  # "on Sunday last"
MODIFIED = rf"(?:(?P<modifier>{MODIFIER}) (?:on |from )?)?"
OF_YEAR = r"(?:(?:of|in) )?(?P<of_year>(?:last|this|that|(?:the )?(?:same|previous|following|next)) year)"
# What tells a day of the month alone from a thing counted, before and behind it: "on the 17th, when", no "3rd floor".
HOURS = tuple(f"{part}.of.the" for part in ("night", "hours", "morning", "afternoon", "evening"))
ALONE = (
    r"(?= ?(?:[.;:)]|,(?! \d)|and(?! \d)|(?:when|while|as|but|by|in|at|near|with|after|before|from|to|that|it|he|she"
    r"|they|we|there|an?|the|his|her|their|our|another)\b|$))"
)
# What no "11th" is of, so that it is a day: "on the 11th gunboats shelled", "on the 22nd burnt three villages".
NOT_ITS = (
    r"(?= (?:[a-z]{2,}[^\Wiusd_]s\b|[a-z]{3,}ed\b|(?:burnt|shot|took|went|left|sent|fell|struck|fought|came|made|met|"
    r"saw|blew|broke|drove|held|laid|led|lost|fled|stole|set|put|hit|some|about|over|several|many|more|no|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b))"
)
LATE = r"(?:eleventh|twelfth|\w+teenth|twentieth|thirtieth|(?:twenty|thirty)-\w+)"  # no "on the first, they"
# Words that open a shape and are neither the calendar's, nor numbers, nor modifiers.
OPENERS = ("couple", "few", "several", "some", "many", "following", "same", "hours", "minutes", "weekend", "eve")
HOUR = r"(?:[01]\d|2[0-3])[0-5]\d"
# The letter of a time zone (no compass point: "121530N" is a latitude), or the head of a log's entry: "4. 090430. ".
ZONE = r"(?:(?-i:[A-DF-IKLO-RT-VX-Z])|(?:(?<=[.):]\s\d{6})|(?<=\n\d{6}))(?=[.:]\s))"
BEFORE_HOUR = r"(?:(?= \d{1,2}[:.h]?\d\d\b)|\.(?=\s?[-–—]))"  # "Wed 16:00 - ", "IPOH, Wed.—"
FIGURES_END = r"(?:(?=\s{0,3}[-–—|:]\s)|(?<=/\d\d)(?=[,.]\s))"  # "12/5 - ", "08/03, Bunia", no "12.5. "
HEADS_LINE = r"(?:(?<=\n)|(?<=\n[-•*]\x20))"
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
    """Return a pattern of names, the longest first, parted by their first letters: most places are given up at one."""
    ends: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        ends.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in ends.items())


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
    known = rf"(?:{_one_of(*first, *OPENERS, *calendar_words('part', 'unit'))}|{MODIFIER})"
    return _compile(rf"(?:\d|(?:the|its|an?|(?:on )?that) (?={known})|{known})", end="")


@cache
def rules() -> tuple[Rule, ...]:
    """Return the shapes of time expressions, built from the lexicon; where two fit, the first does."""
    parts = _parts()
    shapes = (*_dates(parts), *_days_of_month(parts), *_months(parts), *_days(parts), *_counted(parts))
    return tuple(Rule(_compile(pattern), resolve, bare) for pattern, resolve, bare in shapes)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Patterns for the names that shapes are made of."""

    month: str
    short_month: str
    weekday: str
    short_weekday: str
    part: str
    unit: str
    number: str
    ordinal: str
    after_weekday: str
    weekday_aside: str


def _parts() -> _Parts:
    names = calendar_words("month", "month_word")
    abbreviations = [name for name in names if len(name) <= 4 and name not in {"may", "june", "july"}]
    tens = rf"(?:(?:{_one_of(*calendar_words('tens'))})(?:-| ))?"
    numbers = _one_of(*number_words(), "couple of", "few", "several", "some", "many").replace("\\ ", " ")
    weekday = _one_of(*calendar_words("weekday"))
    cut = calendar_words("short")
    return _Parts(
        month=rf"(?P<month>(?:{_one_of(*abbreviations)})\.|(?:{_one_of(*names)})\b)",
        short_month=rf"(?P<month>{_one_of(*(name for name in names if len(name) == 3))})",
        weekday=rf"(?P<weekday>{weekday})",
        short_weekday=rf"(?P<weekday>(?-i:{_one_of(*map(str.title, cut), *map(str.upper, cut))}))",
        part=rf"(?P<part>{_one_of(*calendar_words('part'))})",
        unit=rf"(?P<unit>(?:{_one_of(*calendar_words('unit'))})s?)",
        number=rf"(?P<number>\d+|(?:(?:{numbers})(?: |-)?){{1,4}}?)",
        ordinal=rf"{tens}(?:{_one_of(*calendar_words('ordinal'))})",
        after_weekday=rf"(?:(?:{weekday}),? (?:the )?)?",
        weekday_aside=rf"(?:,? \(?(?:a )?(?:{weekday})(?=[,)]))?",  # "on 17 August, a Thursday,"
    )


def _dates(parts: _Parts) -> tuple[Shape, ...]:
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
        (rf"(?P<day>[0-3]\d){short}(?P<year>(?:\d\d)?\d\d)(?P<last>)", calendar.resolve_day, BARE),
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


def _days_of_month(parts: _Parts) -> tuple[Shape, ...]:
    """Return the shapes of a day whose month is left out: "on the 17th", "the 9th inst.", "090430."."""
    nth_last = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)"
    nth = rf"(?P<day>{nth_last})"
    old = r"(?P<old>inst|instant|ult|ultimo|this month|last month)"
    edge = "(?:the )?(?P<edge>first|last)"
    hours = "|".join(f"(?<={words}.)" for words in HOURS)
    feasts = _one_of(*calendar_words("feast")).replace("\\ ", " ").replace("'", "['’]")
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
        (rf"(?:(?<=on.)|(?<=on.the.)){nth}(?P<old>)(?:{ALONE}|{NOT_ITS})", calendar.resolve_day_of_month, BARE),
        (rf"(?<=on.the.)(?P<day>{LATE})(?P<old>)(?:{ALONE}|{NOT_ITS})", calendar.resolve_day_of_month, BARE),
        (rf"(?:{hours}){nth}(?:{TO}(?:the )?(?P<last>{nth_last}))?(?P<old>)", calendar.resolve_day_of_month, BARE),
        (rf"{edge}(?: day)? of (?:the|this) (?P<month>)(?P<year>)month", calendar.resolve_edge_day, BARE),
        (rf"{edge} day of {parts.month}(?:,? (?P<year>{YEAR}))?", calendar.resolve_edge_day, BARE),
    )


def _months(parts: _Parts) -> tuple[Shape, ...]:
    """Return the shapes of months and years and parts of them: "late May", "March last year", "early 2004"."""
    weeks = "(?:first|second|third|fourth|last) week"
    thirds = (
        rf"(?:{_one_of(*calendar_words('third'))})(?:-| in | of | )|(?:{_one_of(*calendar_words('edge'))}|{weeks}) of "
    )
    thirds = rf"(?:(?P<modifier>{thirds}|{MODIFIER} )(?:the )?)?"
    month = parts.month
    return (
        (rf"{thirds}{month},? (?:(?:of |in )?(?P<year>{YEAR})|{OF_YEAR})", calendar.resolve_month, BARE),
        (rf"{thirds}{month}(?P<year>)", calendar.resolve_month, AFTER_PREPOSITION),
        (rf"{thirds}(?P<year>{YEAR})(?P<decade>s)?", calendar.resolve_year, AFTER_PREPOSITION),
    )


def _days(parts: _Parts) -> tuple[Shape, ...]:
    """Return the shapes of weekdays, of days as seen from today, and of their parts: "late on Friday", "overnight"."""
    weekday, part, day_words = parts.weekday, parts.part, _one_of(*calendar_words("day_word")).replace("\\ ", " ")
    of_last_week = rf"(?:last week,? (?:on )?{weekday}|{weekday} (?:of )?last week)".replace("weekday>", "other>", 1)
    return (
        (of_last_week, relative.resolve_weekday_of_last_week, BARE),
        (rf"{MODIFIED}{weekday}(?: {part})?{AFTER}", relative.resolve_weekday, BARE),
        (rf"(?P<modifier>)(?P<after>){parts.short_weekday}{BEFORE_HOUR}", relative.resolve_weekday, BARE),
        (rf"(?:{MODIFIER} )?(?P<word>{day_words})(?: {part})?", relative.resolve_day_word, BARE),
        (rf"(?:{MODIFIER} )?(?P<word>this) {part}", relative.resolve_day_word, BARE),
        (r"overnight", relative.resolve_overnight, BARE),
    )


def _counted(parts: _Parts) -> tuple[Shape, ...]:
    """Return the shapes of time counted or pointed at: "two days ago", "the same night", "last month"."""
    number, unit, long_unit = parts.number, parts.unit, "weekend|week|month|year"
    part, sides = "(?:day|night|morning|afternoon|evening)", "(?:previous|next|following|same)"
    elsewhere = rf"(?:the )?{sides} {part}|the {sides} (?:{long_unit}|{parts.weekday}(?: {part})?)"
    steps = "last|this|next|past|previous|coming"
    return (
        (rf"{number} ?{unit} ago(?: (?P<from>to-?day|yesterday))?", relative.resolve_ago, BARE),
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
