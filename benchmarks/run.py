"""Every benchmark, one after another, each in a process of its own: `make bench`, or some of them by name."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOT_BENCHMARKS = {"figure", "run"}


def benchmarks() -> list[str]:
    """Return the names of the benchmarks, which are the modules of this folder."""
    return sorted({path.stem for path in HERE.glob("*.py")} - NOT_BENCHMARKS)


def main(names: Sequence[str]) -> int:
    """Run the named benchmarks, or all; return 1 where one of them failed to run."""
    failed = False
    for name in names or benchmarks():
        print(f"{name}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=HERE.parent, check=False)
        failed |= done.returncode != 0
        print(flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
