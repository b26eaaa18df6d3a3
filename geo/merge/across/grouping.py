"""Reports -> which of their incidents are one event: numbers only, so that millions of reports need not be held."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from msgspec.structs import replace

from geo.merge.across.copies import UNDATED, Copies
from geo.merge.across.days import Days
from geo.merge.across.judged import NOTHING, Judged
from geo.merge.across.sketches import NEWS, Sketch, sketches
from geo.merge.across.sweep import Sweep, order
from geo.model import Report


@dataclass(slots=True)
class Grouping:
    """Which incidents of which reports are one event, all by their numbers in the order of the reports.

    Parameters
    ----------
    starts
        The number of each report's first incident among all incidents, and at the end how many there are.
    texts
        For each report the number of the first that it is a copy of; its own if of none.
    ranks
        The place of each report in their order by day and id, whatever order they came in.
    events
        For each incident the number of an incident that stands for its event.
    members
        By that number, for each event that is told more than once: its incidents, the earliest report's first.
    wholes
        For each incident that is a phase: the number of the incident that it is a phase of.
    placed
        For each incident 1 if it has a place.
    """

    starts: "array[int]" = field(default_factory=lambda: array("q", [0]))
    texts: Sequence[int] = ()
    ranks: Sequence[int] = ()
    events: "array[int]" = field(default_factory=lambda: array("q"))
    members: dict[int, tuple[int, ...]] = field(default_factory=dict)
    wholes: dict[int, int] = field(default_factory=dict)
    placed: bytearray = field(default_factory=bytearray)

    def document(self, number: int) -> int:
        """Return the number of the report that an incident stands in."""
        return bisect_right(self.starts, number) - 1

    def told(self, event: int) -> tuple[int, ...]:
        """Return the incidents that an event is told as, the earliest report's first."""
        return self.members.get(event, (event,))

    def whole(self, event: int) -> int | None:
        """Return the event that an event is a phase of; a phase has no phases of its own."""
        wholes = [self.events[self.wholes[n]] for n in self.told(event) if n in self.wholes]
        if not wholes or wholes[0] == event:
            return None
        return None if event in self.members and self._is_phase(wholes[0]) else wholes[0]

    def _is_phase(self, event: int) -> bool:
        return any(number in self.wholes for number in self.told(event))

    def placed_phases(self) -> Counter[int]:
        """Return for each event how many of its phases have a place."""
        phases = {self.events[number] for number in self.wholes}
        return Counter(whole for event in phases if (whole := self.whole(event)) is not None and self._is_placed(event))

    def _is_placed(self, event: int) -> bool:
        return any(self.placed[number] for number in self.told(event))


def apart(reports: Iterable[Report]) -> Grouping:
    """Return each incident of each report as an event of its own.

    Parameters
    ----------
    reports
        Taken one by one.
    """
    found = Grouping()
    for document, report in enumerate(reports):
        for sketch in sketches(report, document, found.starts[-1]):
            _note(found, sketch)
        found.starts.append(len(found.events))
    found.texts = found.ranks = range(len(found.starts) - 1)
    return found


def grouped(reports: Iterable[Report], judged: Judged = NOTHING) -> Grouping:
    """Return which incidents of the reports are one event; their order makes no difference to that.

    Parameters
    ----------
    reports
        Taken one by one, with ids that are unique among them.
    judged
        What a reader says of which are one event, and which are not.
    """
    found, spoken_of = Grouping(), judged.group.keys() | judged.barred.keys()
    ids: dict[int, str] = {}
    with Copies() as copies, Days() as days:
        for document, report in enumerate(reports):
            copies.add(report)
            for sketch in sketches(report, document, found.starts[-1]):
                _note(found, sketch)
                days.add(sketch)
                if (own := report.incidents[sketch.at].id) in spoken_of:
                    ids[sketch.number] = own
            found.starts.append(len(found.events))
        found.texts, found.ranks = copies.first(), copies.ranks()
        sweep = Sweep(found.texts, ids, judged)
        for sketches_of_day in _in_order(days, found, copies.days):
            for number, event in sweep.day(sketches_of_day):
                found.events[number] = event
    found.members = _members(found)
    return found


def _note(found: Grouping, sketch: Sketch) -> None:
    found.events.append(sketch.number)
    found.placed.append(sketch.spot is not None)
    if sketch.whole >= 0:
        found.wholes[sketch.number] = sketch.whole


def _in_order(days: Days, found: Grouping, published: Sequence[int]) -> Iterator[list[Sketch]]:
    """Yield the sketches of each day in order; one without a day has that of a copy of its report, if any."""
    undated = []
    for sketch in days.take(0):
        first = found.texts[sketch.document]
        if first == sketch.document or published[first] == UNDATED:
            undated.append(sketch)
        else:
            days.add(replace(sketch, first=published[first] - NEWS, last=published[first]))
    for sketches_of_day in chain([undated], map(days.take, days)):
        yield sorted(sketches_of_day, key=lambda sketch: order(sketch, found.ranks))


def _members(found: Grouping) -> dict[int, tuple[int, ...]]:
    several: dict[int, list[int]] = {}
    for number, event in enumerate(found.events):
        if number != event:
            several.setdefault(event, [event]).append(number)
    return {
        event: tuple(sorted(members, key=lambda n: (found.ranks[found.document(n)], n)))
        for event, members in several.items()
    }
