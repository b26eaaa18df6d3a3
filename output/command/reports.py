"""What `dateline map`, `read` and `export` do: check first, read, write, and say what came of it.

Each returns whether all went well.
"""

import re
import warnings
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gazetteer import Gazetteer
from gazetteer.countries import codes_of, likest
from geo.model import Report
from geo.records import report_to_json
from output.atomic import put
from output.command.checking import STDOUT, check_export, check_free, check_paper, check_result, check_tiles
from output.command.gazetteers import opened
from output.command.options import Options, Paper, Running
from output.command.progress import Speaker, number
from output.command.reading import corrections_of, read_reports
from output.command.select import Choice, Tally, notes_on, selected
from output.command.stdout import to_stdout
from output.files.formats import files_of, is_database, is_folder, shown
from output.run.record_shelf import shelved
from output.still import KINDS, SIZE, draw_still

if TYPE_CHECKING:
    from output.layers import Layers

GLYPH = re.compile(r"Glyph (\d+) .*missing from")  # as Matplotlib says it
BEFORE_JOINING = " (as each report tells them, before what several tell is joined)"
FOUND = ("report", "incident", "route")


def draw(
    options: Options, output: str, *, folder: str | None, title: str | None, tiles: str | None, paper: Paper
) -> bool:
    """Draw the reports as a map or a still picture at `output`, and their layers in `folder`."""
    check_tiles(tiles)
    check_result(output, {".html", ".htm", *KINDS}, options)
    check_paper(output, paper, tiles)
    check_free(files_of(f"{folder}/", "geojson") if folder else [], options)
    speaker, gazetteer = options.speaker(), opened(options.gazetteers)
    layers, notes = _layers(options, [Path(output)], gazetteer, speaker)
    if layers is None:
        return _nothing(speaker)
    from output.command.summary import figures, summary
    from output.files import write

    with _told_of_letters(speaker):
        drawn = _drawn(layers, output, title=title, tiles=tiles, notes=notes, paper=paper)
    _write(output, [drawn], options)
    if folder:
        write(layers, f"{folder}/", format="geojson", overwrite=options.force)
    speaker.end([f"{summary(layers)}; map: {output}"], _came_to("map", output, speaker) | figures(layers))
    return not speaker.problems


def _drawn(
    layers: "Layers", output: str, *, title: str | None, tiles: str | None, notes: list[str], paper: Paper
) -> bytes:
    kind = Path(output).suffix.lower()
    if kind in KINDS:
        return draw_still(layers, kind, title=title, notes=notes, size=paper.size or SIZE, extent=paper.extent)
    from output.page.map import draw as draw_page

    return draw_page(layers, title=title, tiles=tiles, notes=notes).encode()


@contextmanager
def _told_of_letters(speaker: Speaker) -> Iterator[None]:
    """Say which letters of a still picture no font has, in place of what its library says of each."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        yield
    letters = "".join(dict.fromkeys(chr(int(found[1])) for w in said if (found := GLYPH.match(str(w.message)))))
    if letters:
        speaker.note(f"no font here has {letters}: empty boxes stand for them; install one that has, such as Noto")


def read(options: Options, output: str, running: Running) -> bool:
    """Write a record of each report to `output`, or a run into a folder."""
    if output != STDOUT and is_folder(output):
        from output.run.read_run import read_run

        return read_run(options, output, running)
    if running != Running() or options.apart:
        of_a_run = "--workers, --scheduler, --resume and --no-merge are of a run"
        raise click.UsageError(f"{of_a_run}; name a folder with -o, such as run/")
    check_result(output, {".jsonl", ".ndjson"}, options)
    speaker = options.speaker()
    found: Counter[str] = Counter()
    reports = read_reports(options, [Path(output)], opened(options.gazetteers), speaker)
    records = speaker.count(_records(reports, found), "reading")
    first = next(records, None)
    if first is None:
        return _nothing(speaker)
    _write(output, chain([first], records), options)
    told = "; ".join(number(found[what], what) for what in FOUND)
    figures = {f"{what}s": found[what] for what in FOUND}
    speaker.end([] if output == STDOUT else [f"{told}; records: {output}"], _came_to("read", output, speaker) | figures)
    return not speaker.problems


def export(options: Options, output: str, *, format: str | None, columns: str | None) -> bool:  # noqa: A002
    """Write the layers of the reports at `output`: a file, a folder, or the address of a database."""
    results = check_export(options, output, format, columns)
    speaker, gazetteer = options.speaker(), opened(options.gazetteers)
    layers, _ = _layers(options, results, gazetteer, speaker)
    if layers is None:
        return _nothing(speaker)
    from output.command.summary import figures, summary

    _write_layers(layers, options, output, format, columns)
    to = shown(output)
    speaker.end([f"{summary(layers)}; layers: {to}"], _came_to("export", to, speaker) | figures(layers))
    return not speaker.problems


def _write_layers(layers: "Layers", options: Options, output: str, format: str | None, columns: str | None) -> None:  # noqa: A002
    if is_database(output):
        from output.files.postgis import upsert

        upsert(layers, output)
    else:
        from output.files import write

        write(layers, output, format=format, columns=columns, overwrite=options.force)


# ---------------------------------------------------------------- the work


def _choice(options: Options, gazetteer: Gazetteer) -> Choice:
    if options.since and options.until and options.since > options.until:
        raise click.UsageError(f"--since {options.since} is after --until {options.until}; turn them round")
    return Choice(
        since=options.since,
        until=options.until,
        dated_only=options.dated_only,
        types=frozenset(options.types),
        box=options.box,
        countries=frozenset(code for name in options.countries for code in _countries(name, gazetteer)),
        min_confidence=options.min_confidence,
    )


def _countries(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the code of a country that is named or given by its code, or those of the parts of a former one."""
    codes = codes_of(name, gazetteer)
    if codes:
        return codes
    what = f"{name!r} is neither a country's name nor its two-letter code"
    part = next(
        (place for place in gazetteer.candidates(name) if place.country and "populated" not in place.kind), None
    )
    meant = likest(name)
    if part:
        what += f"; for {part.name} give {part.country}, or its box by --bbox"
    elif meant:
        what += f"; is {meant} meant?"
    raise click.BadParameter(what, param_hint="--country")


def _layers(
    options: Options, results: Collection[Path], gazetteer: Gazetteer, speaker: Speaker
) -> tuple["Layers | None", list[str]]:
    """Return the layers of what the options choose, None if that is nothing, and what a reader should know."""
    from output.layers import build_layers
    from output.run.ready_layers import layers_of_run

    ready = layers_of_run(options)
    if ready is not None:
        return (ready if len(ready.documents) else None), []
    tally: Tally = Counter()
    found = speaker.count(read_reports(options, results, gazetteer, speaker), "reading")
    with shelved(selected(found, _choice(options, gazetteer), tally)) as reports:
        told = _told(tally, speaker, joins=len(reports) > 1 and not options.apart)
        judged = corrections_of(options, gazetteer).judged
        return (build_layers(reports, gazetteer, apart=options.apart, judged=judged) if reports else None), told


def _told(tally: Tally, speaker: Speaker, *, joins: bool) -> list[str]:
    """Say what was left out, and return what the reader of a map should know of that, and of what was not read."""
    left_out = [f"{note}{BEFORE_JOINING if joins else ''}" for note in notes_on(tally)]
    for note in left_out:
        speaker.note(note)
    more = speaker.failures - len(speaker.problems)
    problems = [*speaker.problems, *([f"{more:,} more"] if more else [])]
    return [*left_out, *(f"not read: {problem}" for problem in problems)]


def _records(reports: Iterable[Report], found: Counter[str]) -> Iterator[bytes]:
    """Yield the line of each report, and count in `found` what it tells of."""
    for report in reports:
        found.update(report=1, incident=len(report.incidents), route=len(report.routes))
        yield report_to_json(report) + b"\n"


def _came_to(command: str, output: str, speaker: Speaker) -> dict[str, Any]:
    """Return what a machine is told at the end of any command."""
    return {"command": command, "result": output, "failures": speaker.failures}


def _nothing(speaker: Speaker) -> bool:
    speaker.problem("nothing could be read, so nothing was written")
    return False


def _write(output: str, chunks: Iterable[bytes], options: Options) -> None:
    if output == STDOUT:
        to_stdout(chunks)
    else:
        put(Path(output), chunks, overwrite=options.force)
