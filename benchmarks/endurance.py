"""Runs that are killed, starved and damaged: after --resume each must equal the undisturbed one, byte for byte.

``make bench-endurance`` (ARGS="3 disk": three moments, not ten, of what has "disk" in its name; ARGS="10 model": read
with the model, which takes long). Every run is the command `dateline read` over invented reports, in parts so small
that there are many; a parrot reads them. Disks of their own need Linux and ``unshare``.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle

import psutil

from benchmarks.damage import WAYS, damage
from benchmarks.undisturbed import (
    COMMAND,
    DATELINE,
    POOL,
    REPORTS,
    Outcome,
    Place,
    content,
    environment,
    line_of,
    undisturbed,
    until_layers,
)
from output.run.made_layers import LAYERS, NOTE

# ---------------------------------------------------------------- what happens to a run


def main_killed(place: Place, *more: str) -> Outcome:
    """Kill the main process; no worker of it may be left."""
    process = place.start(*more)
    time.sleep(place.moment())
    children = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.communicate()
    _, left = psutil.wait_procs(children, timeout=10)
    outcome = place.resumed("", *more)
    return outcome if not left else Outcome(equal=False, said=f"{len(left)} workers were left")


def killed_in_layers(place: Place, *, anew: bool) -> Outcome:
    """Kill the main process while it makes the layers: the first ones, or anew while damaged ones lie there."""
    if anew:
        place.put_back()
        (place.folder / "run" / LAYERS / NOTE).unlink()
    process = place.start("--resume")
    until_layers(process, place.folder)
    time.sleep(place.dice.uniform(0, place.layers))
    process.kill()
    process.communicate()
    outcome = place.resumed("")
    left = [path.name for path in (place.folder / "run").glob(".*")]
    return outcome if not left else Outcome(equal=False, said=f"{', '.join(left)} was left")


def worker_killed(place: Place) -> Outcome:
    """Kill a worker of a pool."""
    process = place.start(*POOL)
    begun = time.monotonic()
    moment, workers = place.moment(), []
    while process.poll() is None and (not workers or time.monotonic() - begun < moment):
        time.sleep(0.05)
        workers = [child for child in _children(process) if "spawn_main" in " ".join(child.cmdline())]
    if workers and process.poll() is None:
        place.dice.choice(workers).kill()
    said = process.communicate()[1]
    return Outcome(content(place.folder / "run") == place.wanted, line_of(said))


def _children(process: subprocess.Popen[str]) -> list[psutil.Process]:
    try:
        return [child for child in psutil.Process(process.pid).children() if child.status() != psutil.STATUS_ZOMBIE]
    except psutil.NoSuchProcess:
        return []


def cluster_worker_killed(place: Place) -> Outcome:
    """Kill a worker of a Dask cluster."""
    from distributed import LocalCluster

    os.environ |= environment()
    local = "127.0.0.1:0"
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=local, silence_logs=50) as cluster:
        process = place.start("--scheduler", cluster.scheduler_address)
        time.sleep(place.moment())
        psutil.Process(place.dice.choice(list(cluster.workers.values())).pid).kill()
        said = process.communicate()[1]
    return Outcome(content(place.folder / "run") == place.wanted, line_of(said))


def disk_full(place: Place) -> Outcome:
    """Let the disk be full after so many bytes, and then larger."""
    needed = sum(len(data) + 4_096 for data in place.wanted.values())
    size = int(place.dice.uniform(0.02, 0.9) * needed)
    return _on_disk(place, f"size={size}", f"{_RESUME} 2> said; mount -o remount,size=1g run")


def read_only(place: Place) -> Outcome:
    """Kill a run at a moment, and continue it where nothing can be written, and then where it can."""
    killed = f"timeout -s KILL {place.moment():.2f} {_RESUME} 2> /dev/null"
    refused = f"mount -o remount,ro run; {_RESUME} 2> said; mount -o remount,rw run"
    return _on_disk(place, "size=1g", f"{killed}; {refused}")


_RESUME = " ".join((*COMMAND, "--resume"))


def _on_disk(place: Place, options: str, script: str) -> Outcome:
    """Run a script with a disk of its own at ``run``, continue the run then, and look at what it came to."""
    shutil.rmtree(place.folder / "kept", ignore_errors=True)
    whole = f"mkdir run && mount -t tmpfs -o {options} none run && {{ {script}; }}; {_RESUME} 2> more; cp -a run kept"
    subprocess.run(["unshare", "--mount", "--map-root-user", "bash", "-c", whole], cwd=place.folder,
                   env=environment(), check=True, stderr=subprocess.DEVNULL)  # fmt: skip
    said = (place.folder / "said").read_text()
    return Outcome(content(place.folder / "kept") == place.wanted, line_of(said))


def damaged(place: Place, ways: Iterator[str]) -> Outcome:
    """Damage a part, see that `map` says so, and continue."""
    place.put_back()
    damage(place.folder / "run", next(ways), place.dice)
    command = [*DATELINE, "export", "run/", "-o", "layers.geojson", "--force"]
    drawn = subprocess.run(command, cwd=place.folder, env=environment(), capture_output=True, text=True, check=False)
    outcome = place.resumed(drawn.stderr)
    return outcome if drawn.returncode == 1 else Outcome(equal=False, said="the damage was drawn")


# ---------------------------------------------------------------- the table


def tried(name: str, times: int, trial: Callable[[], Outcome], place: Place) -> bool:
    """Disturb so many runs, and print how many came to the same, and what the last one said."""
    outcomes = []
    for _ in range(times):
        place.fresh()
        outcomes.append(trial())
    equal = sum(outcome.equal for outcome in outcomes)
    said = next((outcome.said for outcome in outcomes if not outcome.equal), outcomes[-1].said)
    print(f"{name:<40} {equal:>2} of {times}   {said}"[:240], flush=True)
    return equal == times


def main(arguments: Sequence[str]) -> int:
    """Try everything so many times; return 1 where a run did not come to the undisturbed one."""
    times = int(arguments[0]) if arguments else 10
    words = [word for word in arguments[1:] if word != "model"]
    ways = cycle(WAYS)
    with undisturbed(20070809, model="model" in arguments) as place:
        parts = sum(name.endswith(".jsonl") for name in place.wanted)
        print(f"{REPORTS} reports in {parts} parts, undisturbed in {place.seconds:.0f} s; same bytes, what was said")
        trials: dict[str, Callable[[], Outcome]] = {
            "main process killed": partial(main_killed, place),
            "main process of two workers killed": partial(main_killed, place, *POOL),
            "main killed while it makes layers": partial(killed_in_layers, place, anew=False),
            "main killed while it makes them anew": partial(killed_in_layers, place, anew=True),
            "worker of a pool killed": partial(worker_killed, place),
            "worker of a Dask cluster killed": partial(cluster_worker_killed, place),
            "disk full": partial(disk_full, place),
            "folder read-only": partial(read_only, place),
            "part damaged": partial(damaged, place, ways),
        }
        chosen = {name: trial for name, trial in trials.items() if all(word in name for word in words)}
        kept = [tried(name, times, trial, place) for name, trial in chosen.items()]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
