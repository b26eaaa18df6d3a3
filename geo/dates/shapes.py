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


@cache
def rules() -> tuple[Rule, ...]:
    """Return the shapes of time expressions, built from the lexicon."""
    names = meaning.words("month", "month_word")
    abbreviations = [name for name in names if len(name) <= 4 and name not in {"may", "june", "july"}]
    month = rf"(?P<month>(?:{_one_of(*abbreviations)})\.|(?:{_one_of(*names)})\b)"
    weekday = rf"(?P<weekday>{_one_of(*meaning.words('weekday'))})"
    part = rf"(?P<part>{_one_of(*meaning.words('part'))})"
    unit = rf"(?P<unit>(?:{_one_of(*meaning.words('unit'))})s?)"
    years = rf"(?P<year>{YEAR}|{SHORT_YEAR})"
    numbers = _one_of(*number_words(), "couple of", "few", "several", "some", "many").replace("\\ ", " ")
    number = rf"(?P<number>\d+|(?:(?:{numbers})(?: |-)?){{1,4}}?)"
    day_words = _one_of(*meaning.DAY_WORDS)
    last = rf"(?:{TO}(?P<last>{DAY}))?"
    named = rf"(?:{weekday},? (?:the )?)?".replace("?P<weekday>", "?:")
    modified = rf"(?:(?P<modifier>{MODIFIER}) (?:on )?)?"
    thirds = rf"(?:(?P<modifier>(?:{_one_of(*meaning.words('third'))})(?:-| in | of | )|{MODIFIER} )(?:the )?)?"
    figures = r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)"
    steps, long_unit = "last|this|next|past|previous|coming", "weekend|week|month|year"
    elsewhere = rf"the (?:previous|next|following|same) (?:day|night|morning|afternoon|evening|{long_unit})"
    short = _one_of(*(name for name in names if len(name) == 3))
    table: tuple[tuple[str, Resolver, bool], ...] = (
        (rf"(?P<day>[0-3]\d)\d{{4}}[A-Z]\*? ?(?P<month>{short}) ?(?P<year>(?:\d\d)?\d\d)", meaning.resolve_group, BARE),
        (rf"(?P<day>[0-3]\d)(?P<month>{short})(?P<year>(?:\d\d)?\d\d)(?P<last>)", meaning.resolve_day, BARE),
        (rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){CLOCK}", meaning.resolve_iso, BARE),
        (rf"{figures}(?P<year>{YEAR}|\d\d)(?![./]?\d)", meaning.resolve_figures, BARE),
        (rf"{modified}{named}(?P<day>{DAY}){last} (?:of )?{month}(?:,? {years})?", meaning.resolve_day, BARE),
        (rf"{modified}{named}{month} (?P<day>{DAY}){last}(?:,? {years})?", meaning.resolve_day, BARE),
        (rf"{thirds}{month},? (?:of )?(?P<year>{YEAR})", meaning.resolve_month, BARE),
        (rf"{thirds}{month}(?P<year>)", meaning.resolve_month, AFTER_PREPOSITION),
        (rf"{thirds}(?P<year>{YEAR})(?P<decade>s)?", meaning.resolve_year, AFTER_PREPOSITION),
        (
            rf"(?:last week,? (?:on )?{weekday}|{weekday} (?:of )?last week)".replace("?P<weekday>", "?P<other>", 1),
            meaning.resolve_weekday_of_last_week,
            BARE,
        ),
        (rf"{modified}{weekday}(?: {part})?", meaning.resolve_weekday, BARE),
        (rf"(?:{MODIFIER} )?(?P<word>{day_words})(?: {part})?", meaning.resolve_day_word, BARE),
        (rf"(?:{MODIFIER} )?(?P<word>this) {part}", meaning.resolve_day_word, BARE),
        (r"(?:(?:late )?last (?:night|(?P<evening>evening))|overnight)", meaning.resolve_last_night, BARE),
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
    return tuple(Rule(_compile(pattern), resolve, bare) for pattern, resolve, bare in table)
