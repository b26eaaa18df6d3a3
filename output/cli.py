"""The command `dateline`: run what is asked for, and end the process with its exit code.

What is heavy is imported under way, so that Ctrl-C ends it quietly from the first moment.
"""

import os
import signal
import sys
from collections.abc import Sequence

INTERRUPTED = 130


def main() -> None:
    """Run the command, and end the process with its exit code; what asks it to end lets it clear up first."""
    try:
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _ended)
        _keep_standard_error()
        if not {"-v", "--verbose"} & set(sys.argv):
            _hush_libraries()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted."""
    from output.command.ending import run

    return run(arguments)


def _hush_libraries() -> None:
    """Let libraries not speak in the midst of what dateline says, unless Python was asked to let them."""
    import logging
    import warnings

    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _ended(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def _keep_standard_error() -> None:
    """Let what is said to a closed standard error go nowhere; no file that is opened later may take its place."""
    if sys.stderr is None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.stderr = os.fdopen(2, "w", errors="backslashreplace", closefd=False)
