"""A limit on the seconds that one document may take: an error in its reading, or the end of a worker that hangs."""

import ctypes
import faulthandler
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import parent_process
from threading import Lock, Timer, current_thread, get_ident, main_thread
from types import FrameType
from typing import IO

from geo.errors import TooSlowError
from geo.model import Document, Report

MAX_SECONDS = 300
"""Seconds that a document may take unless the caller says otherwise; the largest that is read takes about a minute."""

GRACE = 60
"""Seconds beyond the limit after which a worker that answers to nothing is ended, and its run goes on without it."""


def patient(read: Callable[[Document], Report], seconds: int) -> Callable[[Document], Report]:
    """Return `read` with a limit: what takes longer raises TooSlowError.

    Parameters
    ----------
    read
        Reads a document.
    seconds
        How long it may. The error waits for a call into a library to return; a worker of a run that still hangs
        `GRACE` later is ended.
    """

    def limited(document: Document) -> Report:
        with patience(seconds):
            return read(document)

    return limited


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in what takes longer than so many seconds, as `patient` does."""
    alarm = _alarm if hasattr(signal, "setitimer") and current_thread() is main_thread() else _interruption
    with _end(seconds + GRACE), alarm(f"takes longer than {seconds} s, see --max-seconds", seconds):
        yield


@contextmanager
def _alarm(words: str, seconds: float) -> Iterator[None]:
    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(words)

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)  # again, since some libraries pass over any error
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _interruption(words: str, seconds: float) -> Iterator[None]:
    """Limit what no alarm reaches, a thread of a cluster's worker or Windows: another thread sets the error."""
    thread, lock, over = ctypes.c_ulong(get_ident()), Lock(), False

    def ring() -> None:
        with lock:
            if not over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TooSlowError))

    timer = Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    except TooSlowError as error:
        raise TooSlowError(words) from error
    finally:
        with lock:
            over = True
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)  # one that was set and has not come yet
        timer.cancel()


@contextmanager
def _end(seconds: float) -> Iterator[None]:
    """End this process after so many seconds, whatever library it hangs in, if it is a worker that can be replaced."""
    if parent_process() is None:
        yield
        return
    faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())  # a thread of C: it needs no lock of Python
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> IO[str]:
    return open(os.devnull, "w")  # noqa: PTH123  # open as long as the process
