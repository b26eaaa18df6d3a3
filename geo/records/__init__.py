"""The report record: a `Report` as one line of JSON and back."""

from geo.records.converting import (
    alternatives_to_json,
    claims_to_json,
    corrections_to_json,
    report_from_json,
    report_to_json,
)
from geo.records.format import MOST

__all__ = [
    "MOST", "alternatives_to_json", "claims_to_json", "corrections_to_json", "report_from_json", "report_to_json",
]  # fmt: skip
