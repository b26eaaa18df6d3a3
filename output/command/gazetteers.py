"""What `dateline gazetteer add`, `list` and `remove` do, and the gazetteer that the other commands look into.

Each command returns whether all went well.
"""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from gazetteer import Gazetteer, bundled, installed
from gazetteer.adding.table import Whose
from gazetteer.errors import GazetteerFileError, PlacesFileError
from gazetteer.info import Info
from output.command.progress import Speaker, Waiting, number
from output.command.stdout import lines, to_stdout

DUMPS, TABLES, PACKAGES = (".zip", ".txt"), (".csv", ".tsv"), (".gpkg",)
ENDINGS = (*DUMPS, *TABLES, *PACKAGES, installed.ENDING)
WORLD = "allCountries"


def opened(files: Sequence[str] = ()) -> Gazetteer:
    """Return the bundled gazetteer under those that were added, and under those of `files`, for one run."""
    return installed.opened([_for_a_run(Path(file)) for file in files])


def _for_a_run(file: Path) -> Gazetteer:
    _check_ending(file)
    if file.suffix == installed.ENDING:
        return Gazetteer.open(file)
    with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / f"{file.stem}{installed.ENDING}"
        _build(target, file, None, None, Waiting("", shown=False))
        return Gazetteer.open(target)  # what is mapped stays when the file goes


def add(
    sources: Sequence[str], *, name: str | None, names: str | None, layer: str | None, force: bool, quiet: bool
) -> bool:
    """Add country dumps of GeoNames, named by their codes, and files of places."""
    if name and len(sources) > 1:
        raise click.BadParameter("one name cannot do for several gazetteers", param_hint="--name")
    speaker = Speaker(quiet)
    for source in sources:
        target = _target(name or _name_of(source), overwrite=force)
        with Waiting(f"adding {source}", shown=speaker.watched) as waiting, installed.placing(target) as aside:
            file = _fetched(source, waiting) if _is_code(source) else Path(source)
            _build(aside, file, Path(names) if names else None, layer, waiting)
        (found,) = Gazetteer.open(target).info
        if _is_code(source):
            file.unlink(missing_ok=True)
        speaker.note(f"added {target.stem}: {_counts(found)}; {target}")
    return True


def _counts(info: Info) -> str:
    return f"{number(sum(info.places.values()), 'place')}, {number(info.names, 'name')}"


def remove(names: Sequence[str]) -> bool:
    """Take out gazetteers that were added."""
    speaker = Speaker()
    for name in names:
        speaker.note(f"removed {installed.remove(name)}")
    return True


def listed() -> bool:
    """Print the gazetteers that are looked into, the first to be overridden first."""
    speaker = Speaker()
    said: list[str] = []
    for file in (bundled().info[0].path, *installed.files()):
        try:
            (info,) = Gazetteer.open(file).info
        except GazetteerFileError as error:
            speaker.problem(f"{error}, or take it out: dateline gazetteer remove {file.stem}")
            continue
        name = "bundled" if not said else file.stem
        said.append(f"{name}: {number(sum(info.places.values()), 'place')}, {info.size / 1e6:.1f} MB  {file}")
    to_stdout(lines(said))
    return not speaker.problems


# ---------------------------------------------------------------- from a file, or from GeoNames


def _is_code(source: str) -> bool:
    """Tell whether a country is meant, and not a file."""
    return source == WORLD or (len(source) == 2 and source.isascii() and source.isalpha() and not Path(source).exists())


def _name_of(source: str) -> str:
    return source.upper() if _is_code(source) and source != WORLD else Path(source).stem


def _target(name: str, *, overwrite: bool) -> Path:
    try:
        return installed.free(name, overwrite=overwrite)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--name") from error


def _fetched(code: str, waiting: Waiting) -> Path:
    from gazetteer.adding.download import fetch

    def tell(here: int, total: int | None) -> None:
        of = f" of {total / 1e6:.1f}" if total else ""
        waiting.update(f"fetching {code} from GeoNames: {here / 1e6:.1f}{of} MB")

    return fetch(code if code == WORLD else code.upper(), installed.folder() / ".downloads", tell)


def _check_ending(file: Path) -> None:
    if not file.exists():
        raise FileNotFoundError(2, "is not there", str(file))
    if file.suffix.lower() not in ENDINGS:
        raise PlacesFileError(
            f"{file}: no places are read from such a file; give one that ends in {', '.join(ENDINGS)}"
        )


def _build(target: Path, file: Path, names: Path | None, layer: str | None, waiting: Waiting) -> None:
    _check_ending(file)
    ending = file.suffix.lower()
    if names and ending not in DUMPS:
        raise click.BadParameter(
            "only a dump of GeoNames has its names in another file", param_hint="--alternate-names"
        )
    if ending in DUMPS:
        from gazetteer.adding.bulk import build

        build(target, file, names, bundled(), lambda text: waiting.update(f"{file.name}: {text}"))
    elif ending == installed.ENDING:
        installed.check(file)
        shutil.copyfile(file, target)
    else:
        _pack(target, file, layer)


def _pack(target: Path, file: Path, layer: str | None) -> None:
    """Write a gazetteer of a table."""
    from gazetteer.adding.table import csv_rows, entries
    from gazetteer.pack import pack
    from output.command.places_file import rows

    found = rows(file, layer) if file.suffix.lower() in PACKAGES else csv_rows(file)
    listed = list(entries(found, target.stem, _whose(bundled())))
    if not listed:
        raise PlacesFileError(f"{file}: has no places; write a row for each below the names of the columns")
    pack(target, listed, {"sources": {"places": file.name}})


def _whose(gazetteer: Gazetteer) -> Whose:
    """Return what says the country and the first-order unit of a point."""
    outlines = gazetteer.boundaries

    def whose(lat: float, lon: float) -> tuple[str | None, str | None]:
        unit = outlines.admin1_at(lat, lon)
        return outlines.country_at(lat, lon), unit.name if unit else None

    return whose
