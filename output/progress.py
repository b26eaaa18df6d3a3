"""What is said on standard error: messages, problems, and progress where a person is watching."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from rich.status import Status

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds for which nothing need be said."""


def visible(text: str) -> str:
    """Return `text` on one line, with what a terminal would obey or hide (escape sequences, bidi marks) spelt out."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


@dataclass(slots=True)
class Speaker:
    """Says things on standard error, a line each, and remembers the problems.

    Parameters
    ----------
    quiet
        Says problems only.
    verbose
        Says more.
    problems
        The lines of all that went wrong so far.
    """

    quiet: bool = False
    verbose: bool = False
    problems: list[str] = field(default_factory=list)

    def problem(self, text: object) -> None:
        """Say that something went wrong; the command will end with exit code 1."""
        self.problems.append(visible(str(text)))
        _print(self.problems[-1])

    def note(self, text: str) -> None:
        """Say something unless the user asked for quiet."""
        if not self.quiet:
            _print(visible(text))

    def detail(self, text: str) -> None:
        """Say something if the user asked for more."""
        if self.verbose:
            _print(visible(text))

    @property
    def watched(self) -> bool:
        """Whether a person watches, so that progress may be shown."""
        return not self.quiet and sys.stderr.isatty()

    def count(self, items: Iterable[T], doing: str) -> Iterator[T]:
        """Yield `items`, and show how many there have been once a person has waited for a second."""
        with Waiting(doing, shown=self.watched) as waiting:
            for number, item in enumerate(items, 1):
                yield item
                waiting.update(f"{doing}: {number} done")


class Waiting:
    """A line on a terminal that shows that work goes on; it appears after `PATIENCE` seconds and leaves no trace."""

    def __init__(self, doing: str, *, shown: bool) -> None:
        self._text = doing
        self._status: Status | None = None
        self._lock = Lock()
        self._timer = Timer(PATIENCE, self._show) if shown else None

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
                self._status = Console(stderr=True).status(self._text)
                self._status.start()


def _print(line: str) -> None:
    print(f"dateline: {line}", file=sys.stderr)  # noqa: T201  # this is where all printing to stderr happens


def number(count: int, what: str) -> str:
    """Return a count with its noun: "1 incident", "2 incidents"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
