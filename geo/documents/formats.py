"""What a name's ending says -> how its content is read."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath
from typing import BinaryIO

from geo.documents.archive import reader_of
from geo.documents.items import Found, Limits

Reader = Callable[[BinaryIO, str, str, Limits], Found]

# Each module is loaded when a file of its kind is met: a reader of plain text needs no library for PDF.
READERS = {
    ".txt": "texts:read", ".md": "texts:read", ".markdown": "texts:read", ".html": "texts:read_html",
    ".htm": "texts:read_html", ".xhtml": "texts:read_html", ".jsonl": "json_lines:read", ".ndjson": "json_lines:read",
    ".pdf": "pdf:read", ".docx": "docx:read", ".eml": "mail:read", ".rss": "feed:read", ".atom": "feed:read",
    ".xml": "feed:read", ".csv": "tables:read_csv", ".tsv": "tables:read_csv", ".parquet": "tables:read_parquet",
    ".warc": "warc:read",
}  # fmt: skip
ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz")
ENDINGS = (*READERS, *ARCHIVES)


def reader_for(name: str) -> Reader | None:
    """Return how a file of this name is read, or None where its ending says nothing that can be.

    Parameters
    ----------
    name
        A file's or a member's name, or the path of an address.
    """
    path = PurePosixPath(name.lower())
    if path.suffix in ARCHIVES and path.suffixes[-2:-1] != [".warc"]:
        return reader_of(path.suffix, reader_for)
    known = READERS.get(".warc" if path.suffixes[-2:-1] == [".warc"] else path.suffix)
    return _loaded(known) if known else None


def _loaded(known: str) -> Reader:
    module, _, function = known.partition(":")

    def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
        reader: Reader = getattr(import_module(f"geo.documents.{module}"), function)
        yield from reader(stream, where, name, limits)

    return read
