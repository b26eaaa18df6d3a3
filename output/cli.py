"""The command `dateline`: run what is asked for, say what went wrong, and end with an exit code."""

import errno
import signal
import sys
from collections.abc import Sequence
from traceback import print_exc

import click

from gazetteer.errors import CuratedError, GazetteerFileError, NotInstalledError, PlacesFileError
from geo.errors import CorrectionError, LexiconError, RecordError, WorkersError
from output.command.commands import cli
from output.command.progress import Form, say
from output.errors import FormatError, ModelMissingError, RunError

DONE, FAILED, INTERRUPTED = 0, 1, 130  # and 2 for wrong use, which is click's own
FORESEEN = (
    OSError, GazetteerFileError, CuratedError, LexiconError, RecordError, CorrectionError, FormatError,
    ModelMissingError, PlacesFileError, NotInstalledError, RunError, WorkersError,
)  # fmt: skip

REMEDIES = {
    errno.ENOENT: "check the name", errno.ENOTDIR: "check the name", errno.EISDIR: "name a file",
    errno.ENOSPC: "make room there", errno.EDQUOT: "make room there", errno.EFBIG: "raise the limit on files",
    errno.EROFS: "choose a folder that can be written", errno.EACCES: "choose a folder that you may write to",
}  # fmt: skip


def main() -> None:
    """Run the command, and end the process with its exit code; what asks it to end lets it clear up first."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _ended)
    sys.exit(run(sys.argv[1:]))


def _ended(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted."""
    form: Form = "json" if "--log-format=json" in "=".join(arguments) else "text"
    try:
        done = cli.main(list(arguments), prog_name="dateline", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        return _misused(error, form)
    except FORESEEN as error:
        return _failed(error, form, verbose=bool({"-v", "--verbose"} & set(arguments)))
    return FAILED if done is False else DONE


def _misused(error: click.ClickException, form: Form) -> int:
    context = getattr(error, "ctx", None)
    if context is not None and form == "text":
        click.echo(f"{context.get_usage()}\nTry '{context.command_path} -h' for help.", err=True)
    say(form, "error", error.format_message(), {"why": error.format_message(), "exit": error.exit_code})
    return error.exit_code


def _failed(error: Exception, form: Form, *, verbose: bool) -> int:
    if verbose:
        print_exc()
    say(form, "error", _message(error), {"why": _message(error), "exit": FAILED})
    return FAILED


def _message(error: Exception) -> str:
    """Return what an error says; the system's own lack the remedy."""
    if isinstance(error, OSError) and error.strerror:
        remedy = REMEDIES.get(error.errno or 0, "see to it")
        notes = " ".join(["", *getattr(error, "__notes__", [])])
        return f"{error.filename or 'writing'}: {error.strerror}; {remedy} and run again{notes}"
    return str(error)
