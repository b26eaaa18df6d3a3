"""Whose report a text is, as its head says: the agency or radio of its dateline, the body of a press release.

What is told without naming anybody else is what this outlet says.
"""

import re

from geo.attribution.said import has_outlet_word
from geo.layout.dateline import are_names
from geo.layout.labels import MONTH, WEEKDAY
from geo.model import Document, Parse

HEAD = 400  # characters within which a dateline ends
HEAD_LINES, SHORT_LINE = 5, 80
DASH = re.compile(r"\s*(?:--|–|—|(?<=\s)-(?=\s)|(?<=\)):(?=\s))")
BRACKETED = re.compile(r"\((?P<by>[^\W\d_a-z][^()]{1,60})\)(?P<date>,[^()]*)?$")
# "PA1211 Brena Radio Horizon in Spanish 1300 GMT": a monitor's number may come first.
ON_AIR = re.compile(
    r"\s*(?:[A-Z]{1,4}\d{4,}\s+)?(?P<by>[^\W\d_a-z][^\n(]{2,80}?)\s(?i:in\s\w+(?:\sto\s[\w ]{3,30}?)?\s\d{4}\sGMT)\b"
)
BREAK = re.compile(r"\n\s*\n|(?<=[^\sA-Z])\n")  # an empty line, or the end of a line not in capitals
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
NO_AGENCY = re.compile(
    rf"(?:{WEEKDAY}\W*)?(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH}|{WEEKDAY})|delayed|by \w+", re.IGNORECASE
)
RELEASE = re.compile(
    r"[^\n:.]{0,40}?\b(?:press|news|media)\s(?:release|statement)(?:\s[\w.#]*\s?[\d./-]+)?\s*(?:$|:\s*(?P<by>.+))",
    re.IGNORECASE,
)


def outlet(document: Document, parse: Parse) -> str | None:
    """Return whose report a text is: the document's source, or else what the head of the text names, or None.

    Parameters
    ----------
    document
        Where the text comes from; its `source` decides.
    parse
        The text.
    """
    return document.source or _on_air(parse.text) or _of_dateline(parse) or _of_release(parse.text)


def _on_air(text: str) -> str | None:
    """Return the radio of a monitor's head line: "Radio Horizon in Spanish 1300 GMT"."""
    match = ON_AIR.match(text[:HEAD])
    return _clean(match["by"]) if match else None


def _of_dateline(parse: Parse) -> str | None:
    """Return the agency of "BRENA, 3 March 2021 (Nord Press) -" and the radio of "CLANDESTINE (RADIO HORIZON) --".

    What stands in brackets between place and date may be the country; there it must have the name of an outlet. What
    stands alone before a dash may be the place: "(Brena) -".
    """
    for dash in DASH.finditer(parse.text[:HEAD]):
        line = BREAK.split(parse.text[: dash.start()])[-1].strip()
        found = BRACKETED.search(line) if line.count("(") == line.count(")") else None
        alone = found is not None and not found.start() and not _is_body(parse, found["by"])
        if found and not alone and _is_agency(line[: found.start()], found):
            return _clean(found["by"])
    return None


def _is_body(parse: Parse, name: str) -> bool:
    """Tell whether a name is that of an outlet or, for the recogniser, of a body where it first stands in a text."""
    start = parse.text.find(name)
    inside = parse.between(start, start + len(name))
    return has_outlet_word(name) or (bool(inside) and all(token.entity == "ORG" for token in inside))


def _is_agency(before: str, found: re.Match[str]) -> bool:
    if YEAR.search(found["by"]) or NO_AGENCY.fullmatch(found["by"].strip()) or not are_names(before):
        return False
    return not found["date"] or has_outlet_word(found["by"])


def _of_release(text: str) -> str | None:
    """Return whose press release a text is: named on that line, after its colon, or in the short line next to it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:HEAD_LINES]
    for number, line in enumerate(lines):
        match = RELEASE.match(line) if len(line) <= SHORT_LINE else None
        if match:
            beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
            named = [match["by"] or "", *(other for other in beside if _is_name(other))]
            return next((_clean(name) for name in named if name), None)
    return None


def _is_name(line: str) -> bool:
    """Tell whether a short line can be that of a body: words with capitals, no date, no full stop."""
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    capitals = bool(words) and all(word[0].isupper() for word in words)
    return capitals and len(line) <= SHORT_LINE and not re.search(r"[.!?:\d]", line)


def _clean(name: str) -> str:
    return " ".join(name.split())
