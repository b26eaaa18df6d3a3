"""The tellings of one incident so far, in the order of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.merge.joining import joined
from geo.model import Effect, Incident, Telling

# Incidents looked back over. A text with more of them is a list, and its time must not grow with their square.
LOOK_BACK = 60
EFFECTS: tuple[Effect, ...] = ("killed", "injured", "captured")


@dataclass(frozen=True, slots=True)
class Group:
    """One incident so far: its tellings in the order of the text, joined, and the group that it is a phase of."""

    tellings: tuple[Telling, ...]
    whole: Incident
    parent: int | None = None

    @property
    def last(self) -> Telling:
        """The telling that came last."""
        return self.tellings[-1]


def group(tellings: tuple[Telling, ...], parent: int | None) -> Group:
    """Return tellings as one incident.

    Parameters
    ----------
    tellings
        At least one, in the order of the text.
    parent
        The position of the group that it is a phase of, if any.
    """
    return Group(tellings, joined(tellings), parent)


def latest(groups: Sequence[Group]) -> Iterator[int]:
    """Yield the positions of the latest incidents, the last first.

    Parameters
    ----------
    groups
        The incidents so far.
    """
    yield from reversed(range(max(0, len(groups) - LOOK_BACK), len(groups)))
