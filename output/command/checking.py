"""What is checked before the long work: that the result has a place, and that no report is lost for it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from geo.documents import is_result, listed
from output.atomic import check_place
from output.command.options import Options, Paper
from output.errors import FormatError
from output.files.formats import files_of, is_database
from output.page.tiles import TileError, tile_source
from output.still import KINDS

STDOUT = "-"


def check_export(
    options: Options,
    output: str,
    format: str | None,  # noqa: A002
    columns: str | None,
) -> tuple[Path, ...]:
    """Return the files that layers are written to in that format, or raise if they cannot be."""
    if output == STDOUT:
        raise click.BadParameter("layers are written to a file, a folder or a database; name one", param_hint="-o")
    if is_database(output):
        if format or columns:
            raise click.UsageError("a database takes neither --format nor --columns; leave them out")
        return ()
    try:
        files = files_of(output, format, columns)
    except FormatError as error:
        raise click.BadParameter(str(error), param_hint="-o") from error
    check_free(files, options)
    return files


def check_tiles(tiles: str | None) -> None:
    """Raise unless the tiles are none, known or an address."""
    try:
        tile_source(tiles)
    except TileError as error:
        raise click.BadParameter(str(error), param_hint="--tiles") from error


def check_paper(output: str, paper: Paper, tiles: str | None) -> None:
    """Raise if what only a still picture has is asked of a page, or the other way round."""
    still = Path(output).suffix.lower() in KINDS
    if not still and (paper.size or paper.extent):
        raise click.UsageError(f"--size and --extent are of still pictures; end -o in {', '.join(KINDS)}")
    if still and tiles not in {None, "none"}:
        raise click.UsageError("a still picture has the bundled ground; leave out --tiles")


def check_result(output: str, endings: set[str], options: Options) -> None:
    """Raise unless the result has one of the endings, or none, and a free place."""
    if output == STDOUT:
        return
    if Path(output).suffix.lower() not in endings | {""}:
        raise click.BadParameter(f"{output!r} does not end in {' or '.join(sorted(endings))}", param_hint="-o")
    check_free([Path(output)], options)


def check_free(files: Iterable[Path], options: Options) -> None:
    """Raise unless each file may be written: not in place of what is to be read, whatever --force says."""
    by_hand = [Path(given) for given in (*options.gazetteers, *([options.corrections] if options.corrections else []))]
    for file in files:
        if _is_report(file, options.inputs):
            raise click.UsageError(f"{file} is one of the reports; give the result another name")
        if any(_is_same(file, given) for given in by_hand):
            raise click.UsageError(f"{file} holds places or corrections that you gave; give the result another name")
        check_place(file, overwrite=options.force)


def _is_report(file: Path, inputs: Sequence[str]) -> bool:
    """Tell whether a file is given as a report, or lies in a folder of them and is no result of an earlier time."""
    if not file.is_file():
        return False
    if any(_is_same(file, Path(given)) for given in inputs if given != STDOUT):
        return True
    found = [] if is_result(file) else listed(inputs)
    return any(_is_same(file, entry) for entry in found if isinstance(entry, Path))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.is_file() and other.is_file() and one.samefile(other)
    except OSError:
        return False
