"""Files, pages, tables, archives, folders, addresses and standard input -> documents: the only reader."""

from geo.documents.inputs import MANIFEST, RECORDS, is_run
from geo.documents.items import MAX_BYTES, MAX_NESTING, MAX_RATIO, Columns, Limits, Problem
from geo.documents.reading import listed, read_documents
from geo.documents.results import is_result

__all__ = [
    "MANIFEST", "MAX_BYTES", "MAX_NESTING", "MAX_RATIO", "RECORDS", "Columns", "Limits", "Problem", "is_result",
    "is_run", "listed", "read_documents",
]  # fmt: skip
