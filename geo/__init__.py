"""What a report says: where, what, when, how many, and who says so.

The way of a text, which `pipeline` alone knows: `documents` takes it out of its file; `language` makes sentences of it;
`mentions` finds names and `resolve` their places; `dates`, `counts` and `attribution` find days, numbers and speakers;
`incidents` and `routes` read what is told; `merge` joins tellings of one event; `corrections` sets right what a reader
knows better; `records` writes it down. `reading` does so for any number of files, `corpus` for an archive.

These stages import none of each other. All speak of `model`, and share `lexicon` (the words, as files to edit),
`syntax` (parsed sentences), `layout` (how a report is set out), `meaning` (whether a word of violence tells of any) and
`denials`.
"""

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
