"""Every target, one after another, each in a process of its own: `make fuzz`, or some by name and for longer.

``make fuzz ARGS="60 pdf mail"`` searches two of them for 60 seconds each.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / ".cache" / "fuzz"  # what reached something new, from one search to the next
SECONDS = 10  # a target, unless the command says otherwise
LIMITS = ("-timeout=25", "-rss_limit_mb=2500", "-max_len=20000", "-detect_leaks=0", "-print_final_stats=1")


def main(arguments: Sequence[str]) -> int:
    """Search the named targets, or all, for so many seconds each; return 1 where one of them broke."""
    seconds = next((int(argument) for argument in arguments if argument.isdecimal()), SECONDS)
    names = [argument for argument in arguments if not argument.isdecimal()] or list(TARGETS)
    unknown = [name for name in names if name not in TARGETS]
    if unknown:
        print(f"no target {', '.join(unknown)}; there are {', '.join(TARGETS)}", file=sys.stderr)
        return 2
    held = [_search(name, seconds) for name in names]
    return int(not all(held))


def _search(name: str, seconds: int) -> bool:
    """Search one target, say what came of it, and return whether it held."""
    corpus, broken = KEPT / name, KEPT / "broken" / name
    corpus.mkdir(parents=True, exist_ok=True)
    broken.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "fuzz.one", name, str(corpus), *LIMITS]
        command += [f"-max_total_time={seconds}", f"-artifact_prefix={broken}/"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=_environment(folder))
    said = done.stderr.decode(errors="replace")
    tried = re.search(r"stat::number_of_executed_units:\s*(\d+)", said)
    reached = re.findall(r"\bcov: (\d+)", said)
    print(f"{name:12} {int(tried[1]) if tried else 0:9,} inputs tried, {reached[-1] if reached else '?'} branches: "
          f"{'held' if not done.returncode else f'BROKE, see {broken}'}", flush=True)  # fmt: skip
    if done.returncode:
        print((done.stdout.decode(errors="replace") + said)[-6000:], file=sys.stderr)
    return done.returncode == 0


def _environment(folder: str) -> dict[str, str]:
    import os

    return {**os.environ, "DATELINE_GAZETTEERS": folder}  # none that the user has added


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
