"""The tellings of one incident so far, in the order of the text."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from geo.merge.whole.joining import joined
from geo.model import Incident, Telling

# Incidents looked back over. A text with more of them is a list, and its time must not grow with their square.
LOOK_BACK = 60
REMEMBERED = 12  # tellings of one incident at its beginning, and as many at its end, that a new one is held against


@dataclass(frozen=True, slots=True)
class Group:
    """One incident so far: its tellings in the order of the text, joined, and the group that it is a phase of.

    `heads` are titles that sum it up, which `whole` joins last.

    While a text is read, `whole` joins only the tellings that are `remembered`; `with_all` joins the rest.
    """

    tellings: tuple[Telling, ...]
    whole: Incident
    parent: int | None = None
    heads: tuple[Telling, ...] = ()

    @property
    def last(self) -> Telling:
        """The telling that came last."""
        return self.tellings[-1]

    @property
    def last_told(self) -> Telling:
        """The last telling that does more than deny it."""
        return next((t for t in reversed(self.tellings) if not t.is_answer), self.last)

    @property
    def place_names(self) -> set[str]:
        """The names by which the places of its tellings are said."""
        return {t.place_said for t in self.remembered if t.place_said and not t.place_said.islower()}

    @property
    def remembered(self) -> tuple[Telling, ...]:
        """The first and the last tellings: the time that a text takes must not grow with the square of its tellings."""
        return _remembered(self.tellings)


def group(tellings: tuple[Telling, ...], parent: int | None) -> Group:
    """Return tellings as one incident.

    Parameters
    ----------
    tellings
        At least one, in the order of the text.
    parent
        The position of the group that it is a phase of, if any.
    """
    return Group(tellings, joined(_remembered(tellings)), parent)


def with_all(one: Group) -> Group:
    """Return an incident joined from every one of its tellings.

    Parameters
    ----------
    one
        An incident to which no telling will be added.
    """
    return one if len(one.tellings) <= 2 * REMEMBERED else replace(one, whole=joined(one.tellings))


def _remembered(tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    if len(tellings) <= 2 * REMEMBERED:
        return tellings
    return (*tellings[:REMEMBERED], *tellings[-REMEMBERED:])


def latest(groups: Sequence[Group]) -> Iterator[int]:
    """Yield the positions of the latest incidents, the last first.

    Parameters
    ----------
    groups
        The incidents so far.
    """
    yield from reversed(range(max(0, len(groups) - LOOK_BACK), len(groups)))


def without_numbers(telling: Telling) -> Telling:
    """Return a telling without how many people it befell."""
    incident = telling.incident
    claims = tuple(replace(claim, killed=None, injured=None, captured=None) for claim in incident.claims)
    return replace(telling, incident=replace(incident, claims=claims, killed=None, injured=None, captured=None))


def without(groups: Sequence[Group], gone: Collection[int]) -> list[Group]:
    """Return the incidents that are left, their parents numbered anew.

    Parameters
    ----------
    groups
        The incidents of a document.
    gone
        The positions of those that were joined to others.
    """
    kept = [n for n in range(len(groups)) if n not in gone]
    place = {n: at for at, n in enumerate(kept)}
    return [replace(groups[n], parent=None if (p := groups[n].parent) is None else place[p]) for n in kept]
