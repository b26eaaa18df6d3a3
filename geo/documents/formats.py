"""What a name's ending says -> how its content is read."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath
from typing import BinaryIO

from geo.documents.archive import TooMuchError, reader_of
from geo.documents.items import Found, Item, Limits, Problem, damaged
from geo.errors import DocumentError, TooSlowError

Reader = Callable[[BinaryIO, str, str, Limits], Found]

# Each module is loaded when a file of its kind is met: a reader of plain text needs no library for PDF.
READERS = {
    ".txt": "texts:read", ".md": "markdown:read", ".markdown": "markdown:read", ".html": "texts:read_html",
    ".htm": "texts:read_html", ".xhtml": "texts:read_html", ".jsonl": "json_lines:read", ".ndjson": "json_lines:read",
    ".pdf": "pdf:read", ".docx": "docx:read", ".eml": "mail:read", ".rss": "feed:read", ".atom": "feed:read",
    ".xml": "feed:read", ".csv": "tables:read_csv", ".tsv": "tables:read_csv", ".parquet": "tables:read_parquet",
    ".warc": "warc:read",
}  # fmt: skip
KINDS = {
    "texts:read": "text", "markdown:read": "Markdown", "texts:read_html": "page", "json_lines:read": "JSON Lines",
    "pdf:read": "PDF", "docx:read": "Word document", "mail:read": "message", "feed:read": "feed",
    "tables:read_csv": "table", "tables:read_parquet": "Parquet file", "warc:read": "web archive",
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
    return loaded(known) if known else None


def loaded(known: str) -> Reader:
    """Return a reader of `READERS`, which is loaded when it is used; whatever it raises of a file stops only that.

    Parameters
    ----------
    known
        Its module and its function.
    """
    module, _, function = known.partition(":")

    def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
        reader: Reader = getattr(import_module(f"geo.documents.{module}"), function)
        found = reader(stream, where, name, limits)
        try:
            while (item := _next(found, limits)) is not None:
                yield item
        except TooSlowError as error:
            yield where, Problem(where, str(error), "leave it out, or allow it more time", "slow")
        except DocumentError as error:
            yield where, Problem(where, *error.args)
        except (OSError, TooMuchError):  # the file's or the archive's, not this document's
            raise
        except Exception as error:  # noqa: BLE001 - a file made to break its reader must not stop the others
            yield where, damaged(where, KINDS[known], error)

    return read


def _next(found: Found, limits: Limits) -> tuple[str, Item] | None:
    with limits.patience():
        return next(found, None)
