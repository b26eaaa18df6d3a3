"""The options that several commands share, and how their values are read."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import nan
from typing import Any, get_args

import click

from geo.model import IncidentType
from output.command.progress import Form, Speaker
from output.command.select import ROUTE, Box

Command = Callable[..., Any]
HALF_GLOBE = 180.0  # degrees; what is wider across 180° is taken for W and E in the wrong order
LARGEST = 2**31 - 1  # bytes of a document
LONGEST = 1_000_000  # seconds, eleven days


@dataclass(frozen=True, slots=True)
class Options:
    """What `reading` and `choosing` add to a command."""

    inputs: tuple[str, ...]
    day: date | None
    source_location: str | None
    encoding: str | None
    max_bytes: int | None
    corrections: str | None
    gazetteers: tuple[str, ...]
    force: bool
    quiet: bool
    verbose: bool
    min_confidence: float = 0.0
    since: date | None = None
    until: date | None = None
    dated_only: bool = False
    types: tuple[str, ...] = ()
    box: Box | None = None
    countries: tuple[str, ...] = ()
    apart: bool = False
    max_nesting: int | None = None
    max_ratio: int | None = None
    text_column: str | None = None
    date_column: str | None = None
    id_column: str | None = None
    source_column: str | None = None
    title_column: str | None = None
    any_language: bool = False
    max_seconds: int | None = None
    places_only: bool = False
    log_format: Form = "text"

    def speaker(self) -> Speaker:
        """Return what says things as the options ask for it."""
        return Speaker(self.quiet, self.verbose, self.log_format)


@dataclass(frozen=True, slots=True)
class Running:
    """How a run is carried out: by how many processes or which cluster, and whether it continues one."""

    workers: int | None = None
    scheduler: str | None = None
    resume: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """What a still picture shows: its size in pixels, and its extent in degrees."""

    size: tuple[int, int] | None = None
    extent: Box | None = None


def reading(command: Command) -> Command:
    """Add the inputs and the options that say how to read them."""
    return _all(
        command,
        click.argument("inputs", nargs=-1, required=True, type=as_name, metavar="REPORT…"),
        _option("--date", "day", type=as_day, metavar="YYYY-MM-DD", help="Day of reports that do not say their own."),
        _option("--source-location", metavar="PLACE", help="Where the publisher of the reports sits."),
        *(_column(field) for field in ("text", "date", "id", "source", "title")),
        _option("--corrections", metavar="FILE", help="What a reader set right: names, days, numbers and more."),
        looking,
        _option("--any-language", is_flag=True, help="Read texts in other languages as if they were English."),
        _option("--encoding", type=as_name, metavar="NAME", help="Encoding of the texts, if not UTF-8 and not marked."),
        _option("--max-bytes", type=whole(1, LARGEST), metavar="N", help="The largest document to read.  [1000000]"),
        _option("--max-seconds", type=whole(1, LONGEST), metavar="N", help="The longest to read a document.  [300]"),
        _option("--max-nesting", type=whole(0, 100), metavar="N", help="Archives within archives.  [3]"),
        _option("--max-ratio", type=whole(1, LARGEST), metavar="N", help="Bytes out of one of an archive.  [200]"),
        _option("--force", is_flag=True, help="Overwrite what is there."),
        _option("-q", "--quiet", is_flag=True, help="Say problems only."),
        _option("-v", "--verbose", is_flag=True, help="Say more."),
        _option("--log-format", type=click.Choice(["text", "json"]), default="text", help="Messages for machines."),
    )


def _column(field: str) -> Callable[[Command], Command]:
    what = f"The column of a table, or the key of JSON Lines, that holds the {field}."
    return _option(f"--{field}-column", metavar="NAME", help=what)


def looking(command: Command) -> Command:
    """Add the option that adds places for one run."""
    return _option(
        "--gazetteer",
        "gazetteers",
        multiple=True,
        metavar="FILE",
        help="Look into these places too, as `gazetteer add` takes them; repeatable.",
    )(command)


def choosing(command: Command) -> Command:
    """Add the options that choose among incidents and routes."""
    return _all(
        command,
        _option(
            "--min-confidence",
            type=as_share,
            default="0",
            metavar="0..1",
            help="Do not place what is less sure.",
        ),
        _option("--since", type=as_first_day, metavar="WHEN", help="Leave out what ended before; not the undated."),
        _option("--until", type=as_last_day, metavar="WHEN", help="Leave out what began after. WHEN: 2019[-03[-14]]."),
        _option("--dated-only", is_flag=True, help="Leave out what has no day."),
        _option(
            "--type",
            "types",
            multiple=True,
            type=as_type,
            metavar="TYPE",
            help="Such incidents alone, or route; repeatable.",
        ),
        _option("--bbox", "box", type=as_box, metavar="W,S,E,N", help="Leave out what lies outside; W > E over 180°."),
        _option("--country", "countries", multiple=True, metavar="NAME", help="Only there, name or code; repeatable."),
        merging,
    )


def merging(command: Command) -> Command:
    """Add the option that leaves incidents as each report tells them."""
    leave = "Leave what several reports tell as several incidents; of read, in the layers of a run."
    return _option("--no-merge", "apart", is_flag=True, help=leave)(command)


def as_name(value: str) -> str:
    """Return a name that is not empty: an unset variable of the shell is no folder to read."""
    if not value:
        raise click.BadParameter("a name is empty")
    return value


def whole(low: int, high: int) -> Callable[[object], int]:
    """Return what reads a whole number from `low` to `high`."""

    def read(value: object) -> int:
        try:
            number = int(str(value))
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise click.BadParameter(f"{str(value)[:40]!r} is not a whole number from {low:,} to {high:,}")
        return number

    return read


def as_share(value: str) -> float:
    """Return a number from 0 to 1."""
    try:
        share = float(value)
    except ValueError:
        share = nan
    if not 0 <= share <= 1:
        raise click.BadParameter(f"{value!r} is not a number from 0 to 1")
    return share


def as_day(value: str) -> date:
    """Return the day that YYYY-MM-DD says."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise click.BadParameter(f"{value!r} is not a day; write it as YYYY-MM-DD")
    return day


def as_first_day(value: str) -> date:
    """Return the first day of the year, month or day that YYYY, YYYY-MM or YYYY-MM-DD says."""
    try:
        return as_day(value + "-01-01"[3 * value.count("-") :])
    except click.BadParameter as error:
        what = f"{value!r} is no day, month or year; write it as YYYY-MM-DD, YYYY-MM or YYYY"
        raise click.BadParameter(what) from error


def as_last_day(value: str) -> date:
    """Return the last day of the year, month or day that YYYY, YYYY-MM or YYYY-MM-DD says."""
    first, dashes = as_first_day(value), value.count("-")
    month = first.month if dashes else 12
    return first if dashes == 2 else first.replace(month=month, day=monthrange(first.year, month)[1])


def as_type(value: str) -> str:
    """Return a type of incident, or `ROUTE`."""
    known = (*get_args(IncidentType), ROUTE)
    if value not in known:
        raise click.BadParameter(f"{value!r} is not one of {', '.join(known)}")
    return value


def as_box(value: str) -> Box:
    """Return the box that W,S,E,N says, in degrees; W is above E across 180°."""
    try:
        west, south, east, north = (float(side) for side in value.split(","))
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not W,S,E,N in degrees, such as 38.8,29,48.6,37.4") from error
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise click.BadParameter(f"{value!r} is no box: W and E lie within ±180, S and N within ±90, S below N")
    if east < west and west - east < HALF_GLOBE:
        between = f"{east:g},{south:g},{west:g},{north:g}"
        raise click.BadParameter(f"{value!r} goes round the globe the long way; write {between} for what lies between")
    return west, south, east, north


def as_size(value: str) -> tuple[int, int]:
    """Return the width and height that WxH says, in pixels."""
    width, _, height = value.partition("x")
    if not (width.isdecimal() and height.isdecimal() and all(200 <= int(side) <= 20_000 for side in (width, height))):
        raise click.BadParameter(f"{value!r} is no size; write it as 1600x1000, each side from 200 to 20000 pixels")
    return int(width), int(height)


def _option(*names: str, **settings: Any) -> Callable[[Command], Command]:
    return click.option(*names, **settings)


def _all(command: Command, *decorators: Callable[[Command], Command]) -> Command:
    for decorate in reversed(decorators):
        command = decorate(command)
    return command
