"""The patterns that shapes of days are put together from: small ones written out, and the calendar's names."""

import re
from dataclasses import dataclass
from functools import cache

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
    r"(?= ?(?:[.;:)]|,(?! \d)|and(?! \d)|(?:when|while|as|but|by|in|at|near|with|after|before|from|to(?! be\b)|that|it"
    r"|he|she|they|we|there|an?|the|his|her|their|our|another)\b|$))"
)
# Words that open a shape and are neither the calendar's, nor numbers, nor modifiers.
OPENERS = ("couple", "few", "several", "some", "many", "following", "same", "hours", "minutes", "weekend", "eve")
HOUR = r"(?:[01]\d|2[0-3])[0-5]\d"
# The letter of a time zone (no compass point: "121530N" is a latitude), or the head of a log's entry: "4. 090430. ".
ZONE = r"(?:(?-i:[A-DF-IKLO-RT-VX-Z])|(?:(?<=[.):]\s\d{6})|(?<=\n\d{6}))(?=[.:]\s))"
BEFORE_HOUR = r"(?:(?= \d{1,2}[:.h]?\d\d\b)|\.(?=\s?[-–—]))"  # "Wed 16:00 - ", "IPOH, Wed.—"
FIGURES_END = r"(?:(?=\s{0,3}[-–—|:]\s)|(?<=/\d\d)(?=[,.]\s))"  # "12/5 - ", "08/03, Bunia", no "12.5. "
HEADS_LINE = r"(?:(?<=\n)|(?<=\n[-•*]\x20))"
CLOCK = r"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"  # of a time stamp; only its day is read
SEVERAL = "some|about|over|several|many|more|no"
PASTS = (
    "burnt|shot|took|went|left|sent|fell|struck|fought|came|made|met|saw|blew|broke|drove|held|laid|led|lost|fled|stole|set"
    "|put|hit"
)
CONNECTOR = re.compile(rf"{TO}(?:the )?".replace(" ", GAP), re.IGNORECASE)


def one_of(*names: str) -> str:
    """Return a pattern of names, the longest first, parted by their first letters: most places are given up at one."""
    ends: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        ends.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in ends.items())


@dataclass(frozen=True, slots=True)
class Parts:
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
    late_ordinal: str
    not_its: str


@cache
def parts() -> Parts:
    """Return the patterns for names, built from the lexicon."""
    names = calendar_words("month", "month_word")
    abbreviations = [name for name in names if len(name) <= 4 and name not in {"may", "june", "july"}]
    tens = rf"(?:(?:{one_of(*calendar_words('tens'))})(?:-| ))?"
    numbers = one_of(*number_words(), "couple of", "few", "several", "some", "many").replace("\\ ", " ")
    weekday = one_of(*calendar_words("weekday"))
    cut = calendar_words("short")
    ordinals = calendar_words("ordinal")
    late = one_of(*(name for name, value in ordinals.items() if value > 10))  # no "on the first, they"
    counting = one_of(*(word for word, (value, kind) in number_words().items() if kind == "unit" and value > 1))
    return Parts(
        month=rf"(?P<month>(?:{one_of(*abbreviations)})\.|(?:{one_of(*names)})\b)",
        short_month=rf"(?P<month>{one_of(*(name for name in names if len(name) == 3))})",
        weekday=rf"(?P<weekday>{weekday})",
        short_weekday=rf"(?P<weekday>(?-i:{one_of(*map(str.title, cut), *map(str.upper, cut))}))",
        part=rf"(?P<part>{one_of(*calendar_words('part'))})",
        unit=rf"(?P<unit>(?:{one_of(*calendar_words('unit'))})s?)",
        number=rf"(?P<number>\d+|(?:(?:{numbers})(?: |-)?){{1,4}}?)",
        ordinal=rf"{tens}(?:{one_of(*calendar_words('ordinal'))})",
        after_weekday=rf"(?:(?:{weekday}),? (?:the )?)?",
        weekday_aside=rf"(?:,? \(?(?:a )?(?:{weekday})(?=[,)]))?",  # "on 17 August, a Thursday,"
        late_ordinal=rf"(?:{late}|(?:{one_of(*calendar_words('tens'))})-(?:{one_of(*ordinals)}))",
        # What no "11th" is of, so that it is a day: "on the 11th gunboats shelled", "on the 22nd burnt three villages".
        not_its=rf"(?= (?:[a-z]{{2,}}[^\Wiusd_]s\b|[a-z]{{3,}}ed\b|(?:{PASTS}|{SEVERAL}|{counting})\b))",
    )
