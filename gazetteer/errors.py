"""What can go wrong with a gazetteer. Each message says what was wrong, where, and what to do."""


class GazetteerFileError(ValueError):
    """A file is not a gazetteer that this version can open, or is damaged."""


class SourceError(OSError):
    """A source package cannot be fetched or is not the one that was pinned."""


class CuratedError(ValueError):
    """A row of a curated file does not fit its columns."""
