"""A reader's corrections: a name pinned to a place or barred, an incident struck out."""

from geo.corrections.applying import applied, corrected, corrected_names, without_struck
from geo.corrections.file import NONE, Corrections, read_corrections

__all__ = ["NONE", "Corrections", "applied", "corrected", "corrected_names", "read_corrections", "without_struck"]
