"""A run of 100,000 incidents: what its layers, and an export of a part of it, take: `make bench-large-run`.

The records are invented (`benchmarks/tellings.py`) and written as a run has them, so that nothing is read with a model.
Each step is a process of its own; its memory is the most that the system saw it hold.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.corpus_reading import DATELINE
from benchmarks.figure import Figure, table
from benchmarks.merging import A_YEAR, made
from geo.corpus.parts import Done, Read
from geo.documents import MANIFEST, RECORDS
from geo.records import report_to_json
from output.run.parts import put_part

INCIDENTS, PART = 100_000, 200  # incidents, and reports of a part
KIBIBYTE = 1.024 / 1_000  # megabytes
LAYERS = "import sys; from pathlib import Path; from gazetteer import bundled; \
from output.run.made_layers import write_run_layers; write_run_layers(Path(sys.argv[1]), bundled())"


def write_records(folder: Path, incidents: int) -> int:
    """Write the records of a run that tells about so many incidents; return how many reports they are."""
    reports, count, parts = made(incidents, A_YEAR).reports(), 0, {}
    for number, some in enumerate(iter(lambda: tuple(islice(reports, PART)), ())):
        reads = [Read(one.id, f"{count + n:064x}", "0" * 64, 0, report_to_json(one) + b"\n", len(one.incidents))
                 for n, one in enumerate(some)]  # fmt: skip
        name, found = put_part(folder / RECORDS, Done(number, tuple(reads)))
        parts[name] = found
        count += len(reads)
    manifest = {"finished": True, "settings": {}, "parts": parts}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
    return count


def measured(name: str, command: Sequence[str | Path]) -> Iterator[Figure]:
    """Run a command, and say how long it took and the most that it held."""
    begin = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{name}: ended with {os.waitstatus_to_exitcode(status)}")
    yield Figure(f"{name}: wall", time.perf_counter() - begin, "s")
    yield Figure(f"{name}: most memory", used.ru_maxrss * KIBIBYTE, "MB")


def large_run_figures(incidents: int = INCIDENTS) -> Iterator[Figure]:
    """Measure the layers, an export of all, and one of what a filter leaves."""
    with tempfile.TemporaryDirectory() as place:
        run = Path(place, "run")
        reports = write_records(run, incidents)
        size = sum(file.stat().st_size for file in (run / RECORDS).iterdir())
        yield Figure("reports", reports, "")
        yield Figure("their records", size / 1e6, "MB")
        yield from measured("layers", [sys.executable, "-c", LAYERS, run])
        out = [run, "-q", "--force", "-o", Path(place, "all.parquet")]
        yield from measured("export of all", [DATELINE, "export", *out])
        yield from measured("export of one type of incident", [DATELINE, "export", "--type", "abduction", *out])


if __name__ == "__main__":
    for figure in large_run_figures(*map(int, sys.argv[1:])):
        print(table([figure]), flush=True)
