"""What a run came to so far, in numbers."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Counts:
    """What a run came to so far.

    Parameters
    ----------
    documents
        How many texts were come by, those that gave no record among them.
    unread
        Of these, how many gave no record.
    kept, kept_words
        Of these, what had been read before.
    words, incidents, routes
        In them.
    not_read
        How many inputs and documents gave no record, by kind.
    """

    documents: int = 0
    unread: int = 0
    kept: int = 0
    words: int = 0
    kept_words: int = 0
    incidents: int = 0
    routes: int = 0
    not_read: dict[str, int] = field(default_factory=dict)

    @property
    def reports(self) -> int:
        """How many records there are."""
        return self.documents - self.unread

    @property
    def failures(self) -> int:
        """How many inputs and documents gave no record."""
        return sum(self.not_read.values())
