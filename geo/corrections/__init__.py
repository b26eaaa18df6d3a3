"""A reader's corrections: what a name means, where an incident was, which are none, one, or two."""

from geo.corrections.applying import applied, corrected, corrected_incidents, corrected_names
from geo.corrections.file import NONE, Corrections, read_corrections

__all__ = [
    "NONE", "Corrections", "applied", "corrected", "corrected_incidents", "corrected_names", "read_corrections",
]  # fmt: skip
