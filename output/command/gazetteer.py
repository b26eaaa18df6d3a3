"""The commands `dateline gazetteer …`: which places are known, and how to add more."""

import click

from output.command.options import whole


@click.group()
def gazetteer() -> None:
    """Look into the gazetteer, and add places to it.

    \b
    dateline gazetteer add IQ SY                  every village of Iraq and Syria, from GeoNames
    dateline gazetteer add checkpoints.csv        places of your own
    dateline gazetteer list
    dateline gazetteer remove checkpoints

    What is added is looked into by every command from then on. A place with the id of one that is there replaces it.
    """  # noqa: D301  # click's mark for lines that are to stand as they are


@gazetteer.command()
@click.argument("sources", nargs=-1, required=True, metavar="CODE|FILE…")
@click.option("--name", metavar="NAME", help="What to call it.  [the code, or the file's name]")
@click.option("--alternate-names", "names", metavar="FILE", help="alternateNamesV2.zip or .txt, for a GeoNames dump.")
@click.option("--layer", metavar="NAME", help="Which layer of a GeoPackage.")
@click.option("--force", is_flag=True, help="Replace one that has this name.")
@click.option("-q", "--quiet", is_flag=True, help="Say problems only.")
def add(
    sources: tuple[str, ...], name: str | None, names: str | None, layer: str | None, *, force: bool, quiet: bool
) -> bool:
    """Add places of GeoNames or of your own.

    \b
    dateline gazetteer add IQ SY
    dateline gazetteer add allCountries.zip --alternate-names alternateNamesV2.zip
    dateline gazetteer add camps.gpkg --layer camps --name camps

    CODE is a country's two letters; its dump is downloaded from GeoNames (CC BY 4.0). FILE is a GeoNames dump (.zip or
    .txt), a GeoPackage (.gpkg) or a CSV file. The columns of the last two are name, lat, lon (a GeoPackage has points
    instead) and, if you like, alt_names (with | between them), kind, country, admin1, population, radius_km, id.
    """  # noqa: D301
    from output.command import gazetteers

    return gazetteers.add(sources, name=name, names=names, layer=layer, force=force, quiet=quiet)


@gazetteer.command("list")
def listed() -> bool:
    """List the gazetteers that are looked into.

    Of two places with one id, that of the lower one counts.
    """
    from output.command import gazetteers

    return gazetteers.listed()


@gazetteer.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
def remove(names: tuple[str, ...]) -> bool:
    """Take out gazetteers that were added."""
    from output.command import gazetteers

    return gazetteers.remove(names)


@gazetteer.command()
def info() -> bool:
    """Say what each gazetteer holds and where it is from.

    Its file is checked, too.
    """
    from output.command import lookup

    return lookup.info()


@gazetteer.command()
@click.argument("name")
@click.option("--limit", type=whole(1, 1_000_000), default=20, metavar="N", help="How many at most.  [20]")
def search(name: str, limit: int) -> bool:
    """List the places whose names begin with NAME.

    The most prominent stand first.
    """
    from output.command import lookup

    return lookup.search(name, limit)
