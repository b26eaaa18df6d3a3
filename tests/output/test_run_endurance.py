"""Runs that are killed, starved, damaged or shuffled come to the same bytes; `make bench-endurance` tries longer."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import partial
from pathlib import Path
from threading import Timer

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.damage import WAYS, damage
from geo.documents import Problem
from geo.errors import WorkersError
from output.command.options import Running
from output.command.sound import REMEDY, sound
from output.errors import RunError
from output.run.crews import Pool, Workers, hands_for
from output.run.folder import begin_run, write_run


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def run(folder, quick, count=60, **more):
    return write_run(folder, quick.documents(count), quick.Quick(pause=more.pop("pause", 0)), size=200, **more)


@pytest.fixture
def wanted(tmp_path, quick):
    """Return what a run that nothing disturbs comes to."""
    run(tmp_path / "undisturbed", quick)
    return content(tmp_path / "undisturbed")


class Shuffled(Executor):
    """Workers that end in any order; some are lost, and some executors break as they are given a part."""

    def __init__(self, dice: random.Random, losses: dict[int, list[str]]) -> None:
        self.dice, self.losses = dice, losses

    def submit(self, work, part, *more):
        ways = self.losses.get(part.number, [])
        way = ways.pop(0) if ways else None
        if way == "closed":
            raise OSError("handle is closed")
        future: Future = Future()

        def complete():
            if way == "lost":
                future.set_exception(BrokenExecutor("lost"))
            else:
                future.set_result(work(part, *more))

        Timer(self.dice.random() * 0.005, complete).start()
        return future


WAYS_LOST = ["lost", "closed", "lost lost", "lost closed", "closed lost lost", "lost lost lost", "lost lost closed"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 2**32),
    losses=st.dictionaries(st.integers(-1, 20), st.sampled_from(WAYS_LOST).map(str.split), max_size=5),
)
def test_the_order_in_which_parts_are_done_does_not_show(tmp_path, quick, wanted, seed, losses):
    shutil.rmtree(tmp_path / "run", ignore_errors=True)
    dice = random.Random(seed)  # noqa: S311  # no secret
    crew, workers = Shuffled(dice, {number: [*ways] for number, ways in losses.items()}), dice.randint(1, 5)
    run(tmp_path / "run", quick, new_executor=lambda: crew, workers=lambda: workers)

    assert content(tmp_path / "run") == wanted


def test_workers_that_die_whatever_they_are_given_are_blamed_on_no_text(tmp_path, quick):
    crew = Shuffled(random.Random(7), {number: ["lost"] * 20 for number in range(-1, 5)})  # noqa: S311  # no secret

    with pytest.raises(WorkersError, match="10 workers died before they had read anything; see that there is memory"):
        run(tmp_path / "run", quick, count=3, new_executor=lambda: crew)


# ---------------------------------------------------------------- killed


def workers_of(pid: int) -> list[psutil.Process]:
    return [
        child for child in psutil.Process(pid).children(recursive=True) if "spawn_main" in " ".join(child.cmdline())
    ]


def test_a_worker_of_a_pool_that_is_killed_is_made_up_for(tmp_path, quick, wanted):
    killed = []

    def kill(_counts, _reads):
        if not killed:
            killed.append(workers_of(os.getpid())[0])
            killed[0].kill()

    run(tmp_path / "run", quick, pause=0.01, new_executor=partial(Pool, 2), workers=lambda: 2, watch=kill)

    assert killed
    assert content(tmp_path / "run") == wanted


def test_a_cluster_writes_the_same_bytes_though_a_worker_is_killed(tmp_path, quick, wanted):
    from distributed import LocalCluster

    killed = []

    def kill(_counts, _reads):
        if not killed:
            killed.append(cluster.workers[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    address = "127.0.0.1:0"
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=address, silence_logs=50) as cluster,
        hands_for(Running(scheduler=cluster.scheduler_address), print) as hands,
    ):
        run(tmp_path / "run", quick, pause=0.01, new_executor=hands.new_executor, workers=hands.workers, watch=kill)
        sent = hands.new_executor.func.__self__.scheduler_comm.recent_message_log

    assert killed
    assert content(tmp_path / "run") == wanted
    assert not sent  # else the texts of a thousand parts stay in memory


class Cluster:
    """A client of a cluster, so far as workers are counted."""

    def __init__(self, *workers):
        self._left = iter(workers)

    def nthreads(self):
        found = next(self._left)
        if isinstance(found, Exception):
            raise found
        return dict.fromkeys(range(found), 1)


def test_a_cluster_without_workers_is_waited_for_and_one_that_is_gone_is_not():
    heard = []
    workers = Workers(Cluster(2, 0, 0, 1, 0, OSError("timed out")), "tcp://invented:1", heard.append)

    assert [workers() for _ in range(5)] == [2, 1, 1, 1, 1]
    assert heard == ["the cluster has no worker now; start one, the run waits for it"] * 2
    with pytest.raises(RunError, match="tcp://invented:1: the cluster no longer answers; see to it, and run again"):
        workers()


def test_no_worker_is_left_when_the_main_process_is_killed(tmp_path, quick, wanted):
    script = [sys.executable, quick.__file__, tmp_path / "run"]
    process = subprocess.Popen([*script, "2", "0.2"])
    workers = []
    while process.poll() is None and not (len(workers) == 2 and list((tmp_path / "run" / "records").glob("*.json"))):
        time.sleep(0.02)
        workers = workers_of(process.pid)
    process.kill()
    process.wait()
    _, left = psutil.wait_procs(workers, timeout=20)
    subprocess.run([*script, "1"], check=True)

    assert len(workers) == 2
    assert left == []
    assert content(tmp_path / "run") == wanted


# ---------------------------------------------------------------- starved and damaged

OWN_DISK = ["unshare", "--mount", "--map-root-user", "bash", "-c"]


@pytest.mark.skipif(
    not shutil.which("unshare") or subprocess.run([*OWN_DISK, "mount -t tmpfs none /mnt"], check=False).returncode != 0,
    reason="needs a disk of its own",
)
@pytest.mark.parametrize(
    "disk", [("size=40k", "No space left on device", "size=9m"), ("ro", "you may not write to run", "rw")]
)
def test_a_disk_that_is_full_or_read_only_is_said_and_the_run_is_continued(tmp_path, quick, wanted, disk):
    first, trouble, then = disk
    script = f"""
        mkdir run && mount -t tmpfs -o {first} none run
        {sys.executable} {quick.__file__} run 1 2> said && exit 1
        mount -o remount,{then} run && {sys.executable} {quick.__file__} run 1 && cp -a run kept
    """
    subprocess.run([*OWN_DISK, script], cwd=tmp_path, check=True)

    assert trouble in (tmp_path / "said").read_text()
    assert content(tmp_path / "kept") == wanted


@pytest.mark.parametrize("way", WAYS)
def test_a_part_that_is_damaged_is_said_left_out_and_read_again(tmp_path, quick, way):
    run(tmp_path / "run", quick, count=20)
    before = content(tmp_path / "run")
    damage(tmp_path / "run", way, random.Random(7))  # noqa: S311  # no secret
    items = list(sound([str(tmp_path / "run")]))
    again = run(tmp_path / "run", quick, count=20, resume=True)

    assert [item.remedy for item in items if isinstance(item, Problem)] == [REMEDY]
    assert 0 < again.kept < 20
    assert content(tmp_path / "run") == before


def test_a_run_that_is_not_finished_is_said_to_be(tmp_path, quick):
    begin_run(tmp_path / "run", quick.Quick())

    assert list(sound([str(tmp_path / "run"), "a.txt"])) == [
        Problem(str(tmp_path / "run"), "is a run that is not finished", REMEDY),
        "a.txt",
    ]
