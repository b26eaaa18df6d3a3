"""What is said on standard error: messages, problems, and progress where a person or a machine is watching."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import UTC, datetime
from threading import Lock, Timer
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from geo.errors import visible

if TYPE_CHECKING:
    from rich.status import Status

T = TypeVar("T")
Form = Literal["text", "json"]

PATIENCE = 1.0
"""Seconds for which nothing need be said, and between two reports of progress to a machine."""

MOST_KEPT = 1_000
"""Problems whose lines are remembered; beyond that they are said and counted."""


def number(count: int, what: str) -> str:
    """Return a count with its noun: "1 incident", "2 incidents"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is.

    Parameters
    ----------
    documents, failures
        Read so far, and of those and the inputs how many could not be.
    of
        How many documents there are, where that is known.
    words_per_second, seconds_left
        Where they are measured.
    """

    documents: int
    failures: int
    of: int | None = None
    words_per_second: int | None = None
    seconds_left: int | None = None

    def __str__(self) -> str:
        known = f" of {max(self.of, self.documents):,}" if self.of else ""
        parts = [f"{self.documents:,}{known} done"]
        if self.words_per_second:
            parts.append(number(self.words_per_second, "word") + " a second")
        if self.failures:
            parts.append(number(self.failures, "failure"))
        if self.seconds_left is not None:
            parts.append(f"{_lasting(self.seconds_left)} left")
        return ", ".join(parts)


def _lasting(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


@dataclass(slots=True)
class Speaker:
    """Says things on standard error, a line each, and remembers the problems.

    Parameters
    ----------
    quiet
        Says problems only.
    verbose
        Says more.
    form
        ``text`` for people, ``json`` for machines: then each line is an object with the key ``event``.
    problems
        The lines of what went wrong so far, `MOST_KEPT` at most.
    failures
        How many things went wrong.
    """

    quiet: bool = False
    verbose: bool = False
    form: Form = "text"
    problems: list[str] = field(default_factory=list)
    failures: int = 0

    def problem(self, problem: object) -> None:
        """Say that something went wrong; the command will end with exit code 1.

        Parameters
        ----------
        problem
            A `geo.documents.Problem`, or what is wrong in words.
        """
        self.failures += 1
        if len(self.problems) < MOST_KEPT:
            self.problems.append(visible(str(problem)))
        parts = asdict(problem) if is_dataclass(problem) and not isinstance(problem, type) else {"why": str(problem)}
        say(self.form, "problem", str(problem), {"where": None, "kind": None, "why": None, "remedy": None} | parts)

    def note(self, text: str) -> None:
        """Say something unless the user asked for quiet."""
        if not self.quiet:
            say(self.form, "note", text, {"text": text})

    def detail(self, text: str) -> None:
        """Say something if the user asked for more."""
        if self.verbose:
            say(self.form, "note", text, {"text": text})

    def end(self, texts: Iterable[str], figures: dict[str, Any]) -> None:
        """Say what the command came to: in words to a person, in figures to a machine.

        Parameters
        ----------
        texts
            Lines.
        figures
            The same for a machine.
        """
        if self.form == "json":
            say("json", "end", "", figures)
        else:
            for text in texts:
                self.note(text)

    @property
    def watched(self) -> bool:
        """Whether a person watches, so that progress may be shown."""
        return self.form == "text" and not self.quiet and sys.stderr.isatty()

    @property
    def logged(self) -> bool:
        """Whether a machine is told of progress."""
        return self.form == "json" and not self.quiet

    def count(self, items: Iterable[T], doing: str) -> Iterator[T]:
        """Yield `items`, and show how many there have been once a person has waited for a second."""
        with Waiting(doing, shown=self.watched, logged=self.logged) as waiting:
            for documents, item in enumerate(items, 1):
                yield item
                waiting.tell(Progress(documents, self.failures))


class Waiting:
    """Shows that work goes on: a line on a terminal that leaves no trace, or an object now and then for a machine.

    Parameters
    ----------
    doing
        What is being done.
    shown
        On a terminal; it appears after `PATIENCE` seconds.
    logged
        For a machine, as often.
    """

    def __init__(self, doing: str, *, shown: bool, logged: bool = False) -> None:
        self._doing = self._text = doing
        self._status: Status | None = None
        self._lock = Lock()
        self._timer = Timer(PATIENCE, self._show) if shown else None
        self._logged: float | None = monotonic() if logged else None

    def __enter__(self) -> Self:
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer:
            self._timer.cancel()
        with self._lock:
            self._timer = None
            if self._status:
                self._status.stop()

    def tell(self, progress: Progress) -> None:
        """Show how far the work is from now on."""
        if self._logged is not None and monotonic() - self._logged >= PATIENCE:
            self._logged = monotonic()
            say("json", "progress", "", asdict(progress))
        if self._timer:
            self.update(f"{self._doing}: {progress}")

    def update(self, text: str) -> None:
        """Show `text` from now on."""
        with self._lock:
            self._text = text
            if self._status:
                self._status.update(text)

    def _show(self) -> None:
        from rich.console import Console

        with self._lock:
            if self._timer:
                self._status = Console(stderr=True).status(self._text, refresh_per_second=4)
                self._status.start()


def say(form: Form, event: str, text: str, parts: dict[str, Any]) -> None:
    """Print a line on standard error: a text, or an object that says the same with the time.

    Parameters
    ----------
    form
        Which.
    event
        What happened: ``progress``, ``problem``, ``note``, ``error`` or ``end``.
    text
        In words.
    parts
        The object's other keys.
    """
    if form == "json":
        line = json.dumps({"event": event, "time": datetime.now(UTC).isoformat(timespec="seconds")} | parts)
    else:
        line = f"dateline: {visible(text)}"
    print_error(line)


def print_error(text: str) -> None:
    """Print on standard error; that nobody listens any more, or that a disk is full, is no reason to stop."""
    try:
        print(text, file=sys.stderr)  # noqa: T201  # this is where all printing to stderr happens
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # or Python fails again on its way out
