"""The notation of the suite: files of invented cases -> what each text is expected to say. The README explains it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import get_args

from geo.model import CargoCategory, IncidentType, Modality, Stage

STAGES, MODALITIES = frozenset(get_args(Stage)), frozenset(get_args(Modality))
TYPES, CARGO = frozenset(get_args(IncidentType)), frozenset(get_args(CargoCategory))
INCIDENT_KEYS = (
    "where", "nowhere", "when", "killed", "injured", "captured", "by", "not by", "on", "not on", "with", "says", "via",
    "denied by", "claims",
)  # fmt: skip
ROUTE_KEYS = ("from", "to", "via", "says", "operator", "denied by")
FORMS = {
    **dict.fromkeys(("killed", "injured", "captured"), re.compile(r"\?|\d+(-\d+)?")),
    "when": re.compile(r"(\?|\*|\d{4}-\d\d-\d\d)(\.\.(\?|\*|\d{4}-\d\d-\d\d))?"),
    "nowhere": re.compile(r""),
    "claims": re.compile(r"\d+"),
}


class NotationError(ValueError):
    """A line of the suite cannot be read."""


@dataclass(frozen=True, slots=True)
class Expected:
    """An incident or a route that a text tells of: what it may be called, and what must hold of it.

    `kinds` are incident types, or categories of cargo where `route` is True; `checks` are pairs of a key of the
    notation and the values of which one must hold.
    """

    line: str
    route: bool
    kinds: frozenset[str]
    checks: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(slots=True)
class Case:
    """A text and all that it tells of: `nothing`, or what is expected, or that and `more`.

    `todo` says why it is not read yet.
    """

    file: Path
    line: int
    published: date | None
    text: str = ""
    expected: list[Expected] = field(default_factory=list)
    nothing: bool = False
    more: bool = False
    todo: str | None = None

    @property
    def name(self) -> str:
        """Return where the case stands and how it begins."""
        words = re.sub(r"\W+", " ", self.text).split()
        return f"{self.file.stem}:{self.line}: {' '.join(words[:9])}"


def load(file: Path, *, whole: bool = False) -> list[Case]:
    """Return the cases of a file: one for each block between empty lines, or the whole file as one.

    Parameters
    ----------
    file
        What to read.
    whole
        True for a report, which may have empty lines in its text.

    Raises
    ------
    NotationError
        Names the file and the line, and says what is wrong there.
    """
    published: date | None = None
    cases: list[Case] = []
    for number, block in _blocks(file.read_text(encoding="utf-8"), whole=whole):
        case = Case(file, number, published)
        for at, line in enumerate(block.split("\n"), number):
            try:
                _take(case, line)
            except ValueError as error:
                raise NotationError(f"{file}, line {at}: {error}; mend or delete the line") from None
        published = case.published
        if case.text.strip():
            _finish(case)
            cases.append(case)
    return cases


def _blocks(text: str, *, whole: bool) -> Iterator[tuple[int, str]]:
    """Yield the blocks of a file with the number of the first line of each."""
    if whole:
        yield 1, text
        return
    for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        yield text.count("\n", 0, match.start()) + 1, match[0]


def _take(case: Case, line: str) -> None:
    if line.startswith("= "):
        _take_expected(case, line.removeprefix("= ").strip())
    elif line.startswith("@ "):
        case.published = date.fromisoformat(line[2:].strip())
    elif line.startswith("todo"):
        case.todo = line.removeprefix("todo").strip(" :")
        if not case.todo:
            raise ValueError("a todo says what is missing")
    elif not line.startswith("#"):
        case.text += f"{line}\n" if line or case.text else ""


def _take_expected(case: Case, line: str) -> None:
    if line == "none":
        case.nothing = True
    elif line == "...":
        case.more = True
    else:
        case.expected.append(_expected(line))


def _finish(case: Case) -> None:
    case.text = case.text.strip()
    if case.nothing == bool(case.expected or case.more):
        raise NotationError(f"{case.file}, line {case.line}: it takes lines with = for what is told, or one with none")


def _expected(line: str) -> Expected:
    head, *rest = (part.strip() for part in line.split("|"))
    route = head.startswith("route ")
    kinds = frozenset(part.strip() for part in head.removeprefix("route ").split("/"))
    unknown = kinds - (CARGO if route else TYPES)
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))!r} is no {'cargo' if route else 'type of incident'}")
    return Expected(line, route, kinds, tuple(_check(part, route=route) for part in rest))


def _check(part: str, *, route: bool) -> tuple[str, tuple[str, ...]]:
    """Return the key and the values of one condition."""
    words = frozenset(word.strip() for word in part.split("/"))
    if words <= STAGES and not route:
        return "stage", tuple(words)
    if words <= MODALITIES:
        return "modality", tuple(words)
    keys = sorted(ROUTE_KEYS if route else INCIDENT_KEYS, key=len, reverse=True)
    key = next((key for key in keys if part == key or part.startswith(f"{key} ")), None)
    if key is None:
        raise ValueError(f"{part!r} begins with no word of the notation")
    values = tuple(value.strip() for value in part.removeprefix(key).split("/"))
    form = FORMS.get(key, re.compile(r".+"))
    wrong = next((value for value in values if not form.fullmatch(value)), None)
    if wrong is not None:
        raise ValueError(f"{wrong!r} is no value for {key!r}")
    return key, values
