"""Every benchmark, one after another, each in a process of its own: `make bench`, or some of them by name."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BENCHMARKS = ("command", "gazetteer", "map")


def main(names: Sequence[str]) -> int:
    """Run the named benchmarks, or all; return 1 where one of them failed to run."""
    failed = False
    for name in names or BENCHMARKS:
        print(f"{name}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=ROOT, check=False)
        failed |= done.returncode != 0
        print(flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
