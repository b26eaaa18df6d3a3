"""Places told by another: "30 km north of Baghdad", "45 miles off Assab", "the road between Kut and Amarah"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from geo.lexicon import Row, load_rows
from geo.lexicon.numerals import number_words, read_number
from geo.model import Mention, Offset

FARTHEST_KM = 3000.0  # beyond this a number is no distance from a place
WINDOW = 120  # characters before a name in which the words that say how far it is can stand
HYPHEN = re.compile(r"[\s\u2010-\u2013-]+")
TOWNS = r"(?:the\s+)?(?:(?:towns|villages|cities|hamlets|settlements|districts)\s+of\s+)"
WAY = r"(?:road|highway|motorway|expressway|railway|track)"
BETWEEN = re.compile(
    r"(?:(?:\b(?:road|highway|area|zone|border|stretch|somewhere)\s)|(?P<half>\b(?:half-?\s?way|mid-?way)\s)"
    rf"|\b(?=between\s+{TOWNS}))between\s+(?:{TOWNS}|the\s+)?$"
    rf"|\b{WAY}\s+(?:that\s+|which\s+)?(?:link|connect|join)(?:s|ing)\s+(?:{TOWNS}|the\s+)?$",
    re.IGNORECASE,
)
AND = re.compile(r"\s+(?:and|with|to)\s+(?:the\s+)?", re.IGNORECASE)
JOINED, OF_WAY = (
    re.compile(r"\s*[-\u2010-\u2014/]\s*|\s+to\s+"),
    re.compile(rf"\s+(?:main\s+|coastal\s+)?{WAY}\b", re.IGNORECASE),
)


def with_offsets(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """Return the mentions, each from which another place is reckoned now spanning the words that do so.

    Parameters
    ----------
    mentions
        In the order of the text.
    text
        The document's.
    """
    found: list[Mention] = []
    for mention in mentions:
        offset = _off(mention, text) if mention.role not in {"organisation", "demonym"} else None
        reckoned = offset or _between(found, mention, text)
        while reckoned and found and found[-1].end > reckoned.start:
            found.pop()
        found.append(reckoned or mention)
    return tuple(found)


def _off(mention: Mention, text: str) -> Mention | None:
    """Return the mention of a place that lies a stated way off a named one, None where no such words precede it."""
    before = text[max(0, mention.start - WINDOW) : mention.start]
    match = _distance().search(before)
    number = _number(match["number"]) if match else None
    if match is None or number is None:
        return None
    distance = number * _lengths()[HYPHEN.sub(" ", match["unit"].lower()).strip()]
    if not 0 < distance <= FARTHEST_KM:
        return None
    course = match["course"] or match["course_after"]
    bearing = _bearings()[HYPHEN.sub("", course.lower())] if course else None
    start = mention.start - len(before) + match.start("number")
    whole = replace(mention, start=start, surface=text[start : mention.end], role="literal")
    return replace(whole, offset=Offset(round(distance, 1), bearing))


def _between(before: Sequence[Mention], mention: Mention, text: str) -> Mention | None:
    """Return the mention of a stretch between two places: "the road between Kut and Amarah", "the Kut-Amarah road"."""
    first = before[-1] if before else None
    if first is None or first.role != "literal" or first.offset:
        return None
    joined = JOINED.fullmatch(text, first.end, mention.start) and OF_WAY.match(text, mention.end)
    start = first.start if joined and mention.role != "demonym" else _start_between(first, mention, text)
    if start is None:
        return None
    spanning = replace(first, start=start, end=mention.end, surface=text[start : mention.end])
    return replace(spanning, offset=Offset(0.0, None, mention.names))


def _start_between(first: Mention, mention: Mention, text: str) -> int | None:
    """Return where words begin that put something between two places, None where none do."""
    match = BETWEEN.search(text, max(0, first.start - WINDOW), first.start)
    if mention.role != "literal" or match is None or AND.fullmatch(text, first.end, mention.start) is None:
        return None
    between = text.lower().find("between", match.start(), first.start)
    return match.start() if match["half"] else first.start if between < 0 else between


def _number(words: str) -> float | None:
    if re.fullmatch(r"\d+[.,]\d{1,2}", words):
        return float(words.replace(",", "."))
    whole = read_number(words.removeprefix("a ").split())
    return float(whole) if whole is not None else None


@cache
def _bearings() -> dict[str, float]:
    rows = load_rows("bearings", ("word", "degrees"), _no_number)
    return {HYPHEN.sub("", word): float(degrees) for word, degrees in rows}


@cache
def _lengths() -> dict[str, float]:
    return {unit: float(km) for unit, km in load_rows("lengths", ("unit", "km"), _no_number)}


def _no_number(row: Row) -> str | None:
    return None if re.fullmatch(r"\d+(?:\.\d+)?", row[1]) else f"{row[1]!r} is no number"


@cache
def _distance() -> re.Pattern[str]:
    """Return the pattern of a distance, a direction and "of", up to the name."""
    units = _any_of(unit.replace(" ", r"[\s-]") for unit in _lengths())
    words = [word for word, _ in load_rows("bearings", ("word", "degrees"), _no_number)]
    courses = _any_of(re.sub(r"-|(?<=north|south)(?=east|west)", r"[\\s-]?", word) for word in words)
    numbers = _any_of(re.escape(word) for word in number_words())
    return re.compile(
        rf"\b(?P<number>\d[\d,]*(?:\.\d+)?|(?:a\s+)?(?:{numbers})(?:[\s-](?:and\s)?(?:{numbers}))*)"
        rf"(?:\s|-)?(?P<unit>{units})\b\.?(?:\s\([^)]{{1,30}}\))?,?\s+(?:away\s+)?"
        rf"(?:(?:due\s+|to\s+the\s+)?(?P<course>{courses})\.?\s+(?:of|from|off)|"
        rf"(?:off|from|outside|inland\s+from|upriver\s+from|downriver\s+from)"
        rf"(?:\s+the\s+(?P<course_after>{courses})\s+(?:coast|shore)\s+of)?)\s+"
        rf"(?:the\s+)?(?:(?:port|town|city|village|coast|island|capital|centre|center|border|coastal|provincial|northern|"
        rf"southern|eastern|western|city\s+of|main)\s+)*(?:of\s+)?(?:the\s+)?$",
        re.IGNORECASE,
    )


def _any_of(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]
