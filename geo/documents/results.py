"""What dateline itself wrote, told by its mark: among the reports of a folder, a map or a table of it is none."""

from os import SEEK_END
from pathlib import Path

from geo.documents.json_lines import is_record

MARK = b'<meta name="generator" content="dateline">'
PDF_MARK = b"/Creator (dateline)"
TABLES = (
    b"id,document,told_by,", b"id,name,kind,country,admin1,lat,lon,", b"id,title,source,published,incidents,routes,",
    b"layer,id,document,told_by,",
)  # fmt: skip  # how tables of layers begin
_LOOKED_AT = 16_384  # bytes of a beginning or an end, in which the mark stands
_LONGEST_RECORD = 8_000_000


def is_output(path: Path) -> bool:
    """Tell whether a file is a map that dateline drew, as a page or a PDF, or a table of its layers."""
    ending = path.suffix.lower()
    if ending in {".html", ".htm"}:
        return MARK in _beginning(path)
    if ending == ".csv":
        return _beginning(path).startswith(TABLES)
    return ending == ".pdf" and PDF_MARK in _beginning(path, from_end=True)


def is_result(path: Path) -> bool:
    """Tell whether a file is such output, or records that dateline wrote."""
    return is_output(path) or (path.suffix.lower() in {".jsonl", ".ndjson"} and _holds_records(path))


def _holds_records(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_record(file.readline(_LONGEST_RECORD))
    except OSError:
        return False


def _beginning(path: Path, *, from_end: bool = False) -> bytes:
    """Return the first bytes of a file, or its last; none of one that cannot be read: its reader will say so."""
    try:
        with path.open("rb") as file:
            if from_end:
                file.seek(max(0, file.seek(0, SEEK_END) - _LOOKED_AT))
            return file.read(_LOOKED_AT)
    except OSError:
        return b""
