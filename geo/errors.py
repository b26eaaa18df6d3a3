"""What can go wrong in reading. Each message says what was wrong, where, and what to do."""

LONGEST = 300  # characters of what an error says
MISTAKES = (NameError, AttributeError, TypeError, AssertionError, LookupError)  # never the fault of a text


class LexiconError(ValueError):
    """A row of a lexicon does not fit its columns."""


class RecordError(ValueError):
    """A report record does not follow the report format."""


class DocumentError(ValueError):
    """A document cannot be read as text."""


class CorrectionError(ValueError):
    """A file of corrections is not as it should be."""


class TooSlowError(RuntimeError):
    """A document takes longer to read than it may."""


class WorkersError(RuntimeError):
    """The workers of a run die whatever they are given."""


def reason(error: Exception) -> str:
    """Return why a text could not be read, on one line; a mistake in the program is not blamed on the text."""
    said = " ".join(str(error).split())[:LONGEST]
    name = type(error).__name__
    return f"a mistake in dateline, please report it ({name}: {said})" if isinstance(error, MISTAKES) else said or name


def visible(text: str) -> str:
    """Return `text` on one line, with what a terminal would obey or hide (escape sequences, bidi marks) spelt out."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
