"""How a command ends: what went wrong is said, and becomes an exit code."""

import errno
from collections.abc import Sequence
from traceback import format_exc

import click

from gazetteer.errors import CuratedError, GazetteerFileError, NotInstalledError, PlacesFileError
from geo.errors import CorrectionError, LexiconError, RecordError, WorkersError
from output.cli import INTERRUPTED
from output.command.commands import cli
from output.command.progress import Form, print_error, say
from output.errors import FormatError, ModelMissingError, RunError

DONE, FAILED = 0, 1  # and 2 for wrong use, which is click's own
FORESEEN = (
    OSError, GazetteerFileError, CuratedError, LexiconError, RecordError, CorrectionError, FormatError,
    ModelMissingError, PlacesFileError, NotInstalledError, RunError, WorkersError,
)  # fmt: skip

REMEDIES = {
    errno.ENOENT: "check the name", errno.ENOTDIR: "check the name", errno.EISDIR: "name a file",
    errno.ENOSPC: "make room there", errno.EDQUOT: "make room there", errno.EFBIG: "raise the limit on files",
    errno.EROFS: "choose a folder that can be written", errno.EACCES: "choose a folder that you may write to",
}  # fmt: skip


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
    if type(error).__name__ == "NoArgsIsHelpError" and form == "text":  # of click 8.2 and later
        print_error(error.format_message())  # the help, as it stands
        return error.exit_code
    context = getattr(error, "ctx", None)
    if context is not None and form == "text":
        print_error(f"{context.get_usage()}\nTry '{context.command_path} -h' for help.")
    say(form, "error", error.format_message(), {"why": error.format_message(), "exit": error.exit_code})
    return error.exit_code


def _failed(error: Exception, form: Form, *, verbose: bool) -> int:
    if verbose:
        print_error(format_exc())
    say(form, "error", _message(error), {"why": _message(error), "exit": FAILED})
    return FAILED


def _message(error: Exception) -> str:
    """Return what an error says; the system's own lack the remedy."""
    if isinstance(error, OSError) and error.strerror:
        remedy = REMEDIES.get(error.errno or 0, "see to it")
        notes = " ".join(["", *getattr(error, "__notes__", [])])
        return f"{error.filename or 'writing'}: {error.strerror}; {remedy} and run again{notes}"
    return str(error)
