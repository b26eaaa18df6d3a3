"""What can go wrong in writing. Each message says what was wrong, where, and what to do."""


class ResultExistsError(FileExistsError):
    """A file stands where the result would go, and nobody asked to overwrite it."""


class FormatError(ValueError):
    """The name of the result says no format that can be written."""


class ModelMissingError(LookupError):
    """The language model is not installed."""


class DatabaseError(OSError):
    """A database cannot be reached, or refuses what is to be written."""


class RunError(ValueError):
    """A folder is no run, or what was asked is not of a run."""
