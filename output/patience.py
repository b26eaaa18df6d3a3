"""A limit on the seconds that one document may take, where the system has an alarm for it."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

from geo.model import Document, Report
from output.errors import TooSlowError

MAX_SECONDS = 300
"""Seconds that a document may take unless the caller says otherwise; the largest that is read takes about a minute."""


def patient(read: Callable[[Document], Report], seconds: int) -> Callable[[Document], Report]:
    """Return `read` with a limit: what takes longer raises TooSlowError.

    Parameters
    ----------
    read
        Reads a document.
    seconds
        How long it may; the alarm waits for a call into a library to return.
    """

    def limited(document: Document) -> Report:
        with _alarm(seconds):
            return read(document)

    return limited


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield  # no alarm here: on Windows, and in a thread of a cluster's worker
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"takes longer than {seconds} s, see --max-seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
