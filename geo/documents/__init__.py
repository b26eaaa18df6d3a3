"""Files, pages, tables, archives, folders, addresses and standard input -> documents: the only reader."""

from geo.documents.items import MAX_BYTES, MAX_NESTING, MAX_RATIO, Columns, Limits, Problem
from geo.documents.reading import listed, read_documents

__all__ = ["MAX_BYTES", "MAX_NESTING", "MAX_RATIO", "Columns", "Limits", "Problem", "listed", "read_documents"]
