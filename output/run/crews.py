"""Who carries out a run: this process, several of its own, or a Dask cluster."""

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import connection, get_context, parent_process
from os import _exit
from typing import Any

import click

from output.command.options import Running
from output.errors import RunError


@dataclass(frozen=True, slots=True)
class Hands:
    """What reads a run's parts.

    Parameters
    ----------
    new_executor
        Makes what runs them; None for this process.
    workers
        Returns how many there are now, 1 at least.
    """

    new_executor: Callable[[], Executor] | None
    workers: Callable[[], int]


@contextmanager
def hands_for(running: Running, say: Callable[[str], None]) -> Iterator[Hands]:
    """Give the hands that the options ask for, and take leave of them.

    Parameters
    ----------
    running
        The options.
    say
        Told what a person should know about a cluster.

    Raises
    ------
    RunError
        The cluster cannot be reached, or no longer.
    """
    if running.workers and running.scheduler:
        raise click.UsageError("--workers are processes here, and --scheduler is a cluster; give one of them")
    if running.scheduler:
        yield from _cluster(running.scheduler, say)
    else:
        workers = running.workers or 1
        yield Hands(partial(Pool, workers) if workers > 1 else None, lambda: workers)


# ---------------------------------------------------------------- processes


class Pool(ProcessPoolExecutor):
    """Processes that end when this one does, however it ends, and that leave Ctrl-C to it.

    Parameters
    ----------
    workers
        How many.
    """

    def __init__(self, workers: int) -> None:
        # Not forked: what has threads, as the libraries that are loaded by now do, may hang when it is.
        super().__init__(workers, mp_context=get_context("spawn"), initializer=_begin)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  # as it is
        """Let the processes go; without waiting, they are ended in the midst of what they do."""
        processes = [] if wait else list((self._processes or {}).values())
        super().shutdown(wait, cancel_futures=cancel_futures or not wait)
        for process in processes:
            process.terminate()


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that made it was killed; it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        _exit(1)


# ---------------------------------------------------------------- a cluster


def _cluster(address: str, say: Callable[[str], None]) -> Iterator[Hands]:
    client = _client(address)
    try:
        yield Hands(partial(client.get_executor, pure=False), Workers(client, address, say))
    except CancelledError as error:
        raise _gone(address) from error
    except Exception as error:
        if not type(error).__module__.startswith("distributed"):
            raise
        raise _gone(address) from error
    finally:
        client.close(timeout=5)


def _gone(address: str) -> RunError:
    return RunError(f"{address}: the cluster no longer answers; see to it, and run again with --resume")


class Workers:
    """How many workers a cluster has, and a word when it has none.

    Parameters
    ----------
    client
        Dask's.
    address
        Of the cluster.
    say
        Told that there is none.
    """

    def __init__(self, client: Any, address: str, say: Callable[[str], None]) -> None:
        self._client, self._address, self._say, self._said = client, address, say, False

    def __call__(self) -> int:
        """Return how many there are now; where there is none, 1, since one may come."""
        try:
            count = len(self._client.nthreads())
        except Exception as error:
            raise _gone(self._address) from error
        if not count and not self._said:
            self._say("the cluster has no worker now; start one, the run waits for it")
        self._said = not count
        return count or 1


def _client(address: str) -> Any:
    try:
        from dask import config
        from distributed import Client
    except ImportError as error:
        raise RunError("--scheduler: needs the extra cluster; install it: pip install 'dateline[cluster]'") from error
    try:
        with config.set({"distributed.admin.low-level-log-length": 0}):  # else the last 1000 parts are kept as a log
            return Client(address, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise RunError(f"{address}: no cluster answers there; check the address") from error
