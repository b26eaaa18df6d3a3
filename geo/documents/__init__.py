"""Files, pages, folders, standard input and JSON Lines -> documents: the only reader."""

from geo.documents.reading import MAX_BYTES, Problem, read_documents

__all__ = ["MAX_BYTES", "Problem", "read_documents"]
