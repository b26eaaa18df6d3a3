"""Standard output: data only, and a reader who closes the pipe early is no error."""

import os
import sys
from collections.abc import Iterable


def to_stdout(chunks: Iterable[bytes]) -> None:
    """Write `chunks` to standard output, each as soon as it is there; stop quietly if nobody reads any more.

    Raises
    ------
    OSError
        It cannot be written, as to a full disk.
    """
    if sys.stdout is None:
        raise OSError("standard output: is closed; open it, or name a file with -o")
    try:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains again on its way out
        if not isinstance(error, BrokenPipeError):
            error.filename = "standard output"
            raise


def lines(texts: Iterable[str]) -> Iterable[bytes]:
    """Yield each text as a line for `to_stdout`."""
    return (f"{text}\n".encode(errors="backslashreplace") for text in texts)
