"""What can go wrong in reading. Each message says what was wrong, where, and what to do."""


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
