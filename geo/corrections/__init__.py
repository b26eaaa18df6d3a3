"""A reader's corrections: what a name means, what an incident or a route was, which are none, one, or two."""

from geo.corrections.applying import applied, corrected_incidents
from geo.corrections.file import read_corrections
from geo.corrections.names import corrected, corrected_names
from geo.corrections.said import NONE, Corrections

__all__ = [
    "NONE", "Corrections", "applied", "corrected", "corrected_incidents", "corrected_names", "read_corrections",
]  # fmt: skip
