"""The commands of `dateline` and their options. What is heavy is imported by the command that needs it."""

from typing import Any

import click

from output.command.gazetteer import gazetteer
from output.command.options import (
    Options,
    Paper,
    Running,
    as_box,
    as_name,
    as_size,
    choosing,
    looking,
    merging,
    reading,
    whole,
)


def version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  # as click calls it
    """Print the version that is installed, and end."""
    if not wanted:
        return
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        click.echo(f"dateline {installed('dateline')}")
    except PackageNotFoundError:
        click.echo("dateline, run from its source and not installed")
    context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=version, help="Say which it is.")
def cli() -> None:
    """Read news reports; draw what they say happened, where, and who says so.

    \b
    dateline map report.txt --date 2007-08-09     one report -> map.html
    dateline map reports/ -o week.html            a folder of them
    dateline read reports/ -o reports.jsonl       read once ...
    dateline map reports.jsonl --country Iraq     ... draw many times
    dateline export reports.jsonl -o layers/      GeoJSON for a GIS
    dateline geocode "Tripoli, Lebanon"           where a name is, and why

    Every mark is an automatic reading: check it against its quoted source before you publish it or act on it.
    """  # noqa: D301  # click's mark for lines that are to stand as they are


@cli.command("map")
@reading
@choosing
@click.option(
    "-o",
    "--output",
    default="map.html",
    type=as_name,
    metavar="FILE",
    help="The map: .html, or a still picture: .png, .svg, .pdf; - for standard output.  [map.html]",
)
@click.option("--layers", "folder", metavar="DIR", help="Write the layers as GeoJSON too.")
@click.option("--title", metavar="TEXT", help="Heads the map.")
@click.option("--tiles", metavar="none|osm|URL", help="Map pictures from a server.  [none: needs no network]")
@click.option("--size", type=as_size, metavar="WxH", help="Of a still picture, in pixels.  [1600x1000]")
@click.option("--extent", type=as_box, metavar="W,S,E,N", help="Of a still picture.  [all that is drawn]")
def draw(
    *, output: str, folder: str | None, title: str | None, tiles: str | None, size: Any, extent: Any, **options: Any
) -> bool:
    """Draw reports as one HTML file, or as a picture.

    The file needs no network, and opens in any browser.

    \b
    dateline map report.txt
    dateline map raid.txt convoy.html wires.jsonl -o map.html --force
    dateline map reports.jsonl --since 2007-08-01 --until 2007-08-31 --type airstrike
    dateline map reports.jsonl -o week.pdf --size 2400x1600 --extent 38,29,49,38
    curl -s https://example.org/report.txt | dateline map - -o map.html

    REPORT is a file, a folder of them, a pattern, the address of a page or feed, or - for standard input. Read are
    .txt, .md, .html, .pdf, .docx, .eml, .rss, .atom, .jsonl, .csv, .parquet, .warc, and .zip and .tar of these.
    """  # noqa: D301
    from output.command import reports

    paper = Paper(size, extent)
    return reports.draw(Options(**options), output, folder=folder, title=title, tiles=tiles, paper=paper)


@cli.command()
@reading
@merging
@click.option(
    "-o",
    "--output",
    default="-",
    type=as_name,
    metavar="FILE|DIR",
    help="The records: .jsonl or .ndjson, a folder (no ending) for a run, or - for standard output.  [-]",
)
@click.option("--places-only", is_flag=True, help="Look for place names alone: no incidents, no routes; twice as fast.")
@click.option("--workers", type=whole(1, 512), metavar="N", help="Processes of a run.  [1]")
@click.option("--scheduler", metavar="ADDRESS", help="The Dask cluster of a run.")
@click.option("--resume", is_flag=True, help="Continue the run in the folder: what is done and unchanged stays.")
def read(*, output: str, workers: int | None, scheduler: str | None, resume: bool, **options: Any) -> bool:
    """Write what reports say as JSON Lines, or in parts as a run.

    \b
    dateline read report.txt --date 2007-08-09
    dateline read reports/ -o reports.jsonl
    dateline read - < report.txt | jq .incidents
    dateline read archive/ --places-only -o places.jsonl
    dateline read archive/ -o run/ --workers 4                 can be continued:
    dateline read archive/ -o run/ --workers 4 --resume
    dateline map run/ -o archive.html

    Lines with "text", and where known "id", "title", "source", "source_location" and "published", are documents too.
    """  # noqa: D301
    from output.command import reports

    return reports.read(Options(**options), output, Running(workers, scheduler, resume))


@cli.command()
@reading
@choosing
@click.option(
    "-o",
    "--output",
    required=True,
    type=as_name,
    metavar="FILE|DIR|ADDRESS",
    help="A file, its ending the format's; a folder: a file a layer; or a PostGIS database.",
)
@click.option(
    "-f",
    "--format",
    metavar="NAME",
    help="geojson, geojsonl, gpkg, parquet, fgb, kml, csv, hxl or stix, if the ending does not say.",
)
@click.option("--columns", metavar="ucdp|muc", help="Incidents only, with the columns that others know.")
def export(output: str, *, format: str | None, columns: str | None, **options: Any) -> bool:  # noqa: A002
    """Write reports as layers for a GIS, a table or a database.

    The layers are incidents, areas, routes and places; some formats have room for the documents too. An incident is a
    row of incidents (at a point, or without a place) or of areas (known to an area only): count both.

    \b
    dateline export reports.jsonl -o layers/
    dateline export reports.jsonl -o reports.gpkg             opens in QGIS with its symbols
    dateline export reports.jsonl -o tables/ -f csv
    dateline export reports.jsonl -o events.csv --columns ucdp
    dateline export reports.jsonl -o postgresql://localhost/conflict
    """  # noqa: D301
    from output.command import reports

    return reports.export(Options(**options), output, format=format, columns=columns)


@cli.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@looking
@click.option("--explain", is_flag=True, help="Say why, and what else it may be.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a name, with the reasons.")
def geocode(names: tuple[str, ...], gazetteers: tuple[str, ...], *, explain: bool, as_json: bool) -> bool:
    """Say where a name is.

    \b
    dateline geocode Tripoli --explain
    dateline geocode "Tripoli, Lebanon" Mosul --json
    """  # noqa: D301
    if not all(name.strip(" ,") for name in names):
        raise click.BadParameter("a name is empty", param_hint="NAME")
    from output.command import lookup

    return lookup.geocode(names, files=gazetteers, as_json=as_json, explain=explain)


cli.add_command(gazetteer)


@cli.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> bool:
    """Print the completion script of a shell.

    \b
    dateline completion bash > ~/.local/share/bash-completion/completions/dateline
    dateline completion fish > ~/.config/fish/completions/dateline.fish
    """  # noqa: D301
    from output.command import lookup

    return lookup.completion(cli, shell)
