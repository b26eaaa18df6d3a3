"""A gazetteer of all the world: ``python -m benchmarks.large_gazetteer DIR [PLACES]``; 20 minutes, 5 GB of disk.

Builds one from the dump of `benchmarks.geonames_dump` in a process of its own, then opens it and looks names up.
"""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.figure import Figure, table
from benchmarks.gazetteer import in_child
from benchmarks.geonames_dump import PLACES, write

_BUILD = """
import json, resource, sys, time
from pathlib import Path
from gazetteer import bundled
from gazetteer.adding.bulk import build
folder, start = Path(sys.argv[1]), time.perf_counter()
files = [folder / name for name in ("large.gazetteer", "allCountries.txt", "alternateNamesV2.txt")]
build(*files, bundled(), lambda _: None)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([(time.perf_counter() - start) / 60, time.process_time() / 60, peak / 2**20]))
"""


def main() -> None:
    """Print each figure beside its budget."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PLACES
    write(folder, count)
    done = subprocess.run([sys.executable, "-c", _BUILD, str(folder)], check=True, capture_output=True, text=True)
    minutes, processor, peak = json.loads(done.stdout)
    print(table([
        Figure(f"{count:,} places: time to build", minutes, "min", 30),
        Figure(f"{count:,} places: processor time of that", processor, "min"),
        Figure(f"{count:,} places: peak memory of the build", peak, "GiB", 4),
        *of_file(str(folder / "large.gazetteer")),
    ]))  # fmt: skip


def of_file(path: str) -> list[Figure]:
    """Return what it takes to open a gazetteer file and to look names up in it."""
    opened = min((in_child("opened", path) for _ in range(5)), key=lambda run: run["open"])
    looked = in_child("looked_up", path)
    return [
        Figure("large gazetteer: open, first in a process", opened["open"], "ms", 100),
        Figure("large gazetteer: look-ups, text-like mix, from empty", looked["mix"], "/s", 100_000, at_least=True),
        Figure("large gazetteer: look-ups, every name new", looked["new"], "/s"),
        Figure("large gazetteer: look-ups, names of no place, every one new", looked["missed"], "/s"),
        Figure("large gazetteer: own memory after all of these", looked["memory"], "MB"),
        Figure("large gazetteer: size of the file", looked["size"], "MB"),
    ]


if __name__ == "__main__":
    main()
