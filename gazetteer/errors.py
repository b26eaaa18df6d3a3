"""What can go wrong with a gazetteer. Each message says what was wrong, where, and what to do."""


class GazetteerFileError(ValueError):
    """A file is not a gazetteer that this version can open, or is damaged."""


class SourceError(OSError):
    """A source package cannot be fetched or is not the one that was pinned."""


class CuratedError(ValueError):
    """A row of a curated file does not fit its columns."""


class PlacesFileError(ValueError):
    """A file of places that a user adds is foreign, damaged, or has a row that does not fit."""


class DownloadError(OSError):
    """A dump of GeoNames cannot be fetched, or came damaged."""


class NotInstalledError(LookupError):
    """No gazetteer of that name has been added."""


class InstalledError(FileExistsError):
    """A gazetteer of that name has been added already."""
