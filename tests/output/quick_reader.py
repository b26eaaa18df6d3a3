"""A reader for runs that takes no time, which other processes can import; some words make it fail, die or hang."""

import os
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from geo.errors import LexiconError
from geo.model import Document, Report


@dataclass(frozen=True)
class Quick:
    key: str = '{"settings": 1}'
    pause: float = 0.0
    seconds: int = 0

    def reader(self):
        from output.command import patience

        return patience.patient(self._read, self.seconds) if self.seconds else self._read

    def _read(self, document):
        time.sleep(self.pause)
        if "deadly" in document.text:
            os.kill(os.getpid(), 9)
        if "hostile" in document.text:
            raise ValueError("cannot be made sense of")
        if "broken lexicon" in document.text:
            raise LexiconError("words.csv, line 3: invented")
        while "endless" in document.text:
            pass
        if "stuck" in document.text:  # in a library, where no error of Python's reaches it
            re.match("(a+)+$", "a" * 60 + "b")
        return Report(document.id, None, None, None, "en", document.text, (), (), (), ())


def documents(count, change=None, word="deadly"):
    for number in range(count):
        text = f"Invented report {number}. " * (1 + number % 7)
        yield Document(f"d{number}", word if number == change else text)


def stick():
    """Read what hangs in a library and answers to no alarm, with a second's grace."""
    import signal

    from output.command import patience

    patience.GRACE = 1
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    Quick(seconds=1).reader()(Document("a", "stuck"))


if __name__ == "__main__":
    from functools import partial

    from output.run.crews import Pool
    from output.run.folder import write_run

    workers, pause = int(sys.argv[2]), float(sys.argv[3]) if sys.argv[3:] else 0.02
    write_run(
        Path(sys.argv[1]), documents(60), Quick(pause=pause), resume=True, size=200,
        new_executor=partial(Pool, workers) if workers > 1 else None, workers=lambda: workers,
    )  # fmt: skip
