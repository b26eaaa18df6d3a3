"""A reader that says of each text what was once read of another: a run with all that belongs to it, but no model."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from geo.model import Document, Report
from geo.records import report_from_json
from output import cli
from output.run import read_run
from output.run.settings import RunSettings, settings_of

PAUSE = 0.05  # seconds for a text: so that there is a time in which to be killed
TOLD = "told.jsonl"


@dataclass(frozen=True, slots=True)
class Parrot(RunSettings):
    """The settings of a run whose reader repeats the records of a file."""

    told: str = ""

    def reader(self) -> Callable[[Document], Report]:
        """Return what repeats, for a text, one of the records; the same one for the same text."""
        told = [report_from_json(line) for line in Path(self.told).read_bytes().splitlines()]

        def read(document: Document) -> Report:
            time.sleep(PAUSE)
            report = told[len(document.text) % len(told)]
            incidents = tuple(
                replace(one, id=_renamed(one.id, document)) for one in report.incidents if not one.part_of
            )
            routes = tuple(replace(one, id=_renamed(one.id, document)) for one in report.routes)
            return replace(report, id=document.id, incidents=incidents, routes=routes)

        return read


def _renamed(name: str, document: Document) -> str:
    return f"{document.id}#{name.rpartition('#')[2]}"


def _settings(*given: Any, **named: Any) -> Parrot:
    settings = settings_of(*given, **named)
    return Parrot(*(getattr(settings, field.name) for field in fields(settings)), told=str(Path(TOLD).absolute()))


def main(size: int, arguments: list[str]) -> int:
    """Run the command, with parts of so many characters, and with the parrot where records lie for it.

    Parameters
    ----------
    size
        Characters of a part.
    arguments
        Of the command.
    """
    read_run.write_run = partial(read_run.write_run, size=size)
    if Path(TOLD).exists():
        read_run.settings_of = _settings
    return cli.run(arguments)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
