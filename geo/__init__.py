"""What a report says: where, what, when, how many, and who says so."""

from typing import TYPE_CHECKING, Any

from geo.model import Claim, Count, Document, Incident, Report, Route, Toponym, When, Where

if TYPE_CHECKING:
    from geo.reading import read

__all__ = ["Claim", "Count", "Document", "Incident", "Report", "Route", "Toponym", "When", "Where", "read"]


def __getattr__(name: str) -> Any:
    """Import `read` when it is first asked for, since it brings the language pipeline with it."""
    if name == "read":
        from geo.reading import read

        return read
    raise AttributeError(f"module 'geo' has no attribute {name!r}")
