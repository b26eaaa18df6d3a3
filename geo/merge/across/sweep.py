"""Sketches in the order of their days -> which of them tell one event.

Each telling is held against the events of the days just before that lie near it and share something with it. It joins
the one that it most likely tells, if that is likelier than all else together: another of them, or an event that nobody
has told yet. What lies further back is forgotten, so time and memory follow the number of tellings a day.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import log2

from geo.merge.across.blocks import Cell, Token, enters, habitat, looks, tokens
from geo.merge.across.evidence import COPIED, bits, is_next_day
from geo.merge.across.habits import Habits, Key
from geo.merge.across.judged import NOTHING, Judged
from geo.merge.across.sketches import LONGEST, Sketch, Spot
from geo.merge.across.told import Told
from geo.merge.again.agreement import VAGUE

NEW_EVENT = 1.0  # bits that speak for an event of its own: one told twice can be seen, one swallowed cannot
STANDS_OUT = 2.0  # bits that must lie between two events of different days that a vague telling may tell
MOST_OF_A_STORY = 3.0  # bits: what many tell, the next report is the likelier to tell too
FEW, ASKED = 16, 3  # tellings of an event that may be moved to another, and how many of them are asked whereto
MOST_TRIED = 16  # events that share most; a list of a thousand like events in one report costs no more
MOST_ENTERED = 32  # events that share one thing, the latest
KEPT = LONGEST + 3  # days that are looked back

ANY = "any"  # stands for all types


@dataclass(slots=True)
class Sweep:
    """Finds for each sketch the event that it tells; the sketches come in the order of `order`.

    Parameters
    ----------
    texts
        For each report the number of the report that it is a copy of; its own if of none.
    ids
        The ids of the incidents of which a reader says something, by the sketches' numbers.
    judged
        What the reader says.
    """

    texts: Sequence[int]
    ids: dict[int, str] = field(default_factory=dict)
    judged: Judged = NOTHING
    _days: dict[int, dict[Cell, dict[Token, list[Told]]]] = field(default_factory=dict)
    _said: dict[int, Told] = field(default_factory=dict)
    _few: dict[Told, list[Sketch]] = field(default_factory=dict)  # what was told on the last day
    _habits: Habits = field(default_factory=Habits)

    def day(self, sketches: Iterable[Sketch]) -> Iterator[tuple[int, int]]:
        """Yield the number of each sketch of a day with that of the first sketch that tells the same event.

        What few told on the day before is looked at once more, now that more is told, and yielded again if it moves.
        """
        before, self._few = self._few, {}
        for sketch in sketches:
            self._forget(sketch.last)
            told = self._event(sketch)
            self._few.setdefault(told, []).append(sketch)
            yield sketch.number, told.number
        for own, few in before.items():
            found = self._other(few, own) if len(own.documents) == len(few) <= FEW else None
            if found:
                own.documents.clear()  # nobody tells it any more
                for sketch in few:
                    self._join(sketch, found)
                    yield sketch.number, found.number

    def _other(self, few: list[Sketch], own: Told) -> Told | None:
        """Return the event that some sketches, told as one so far, tell after all: one that fits them all."""
        for sketch in few[:ASKED]:
            found = self._likeliest(sketch, own)
            if found and all(self._score(one, self.texts[one.document], found) is not None for one in few):
                return found
        return None

    def _event(self, sketch: Sketch) -> Told:
        """Return the event that a sketch tells, with the sketch among its tellings."""
        group = self.judged.group.get(self.ids.get(sketch.number, ""), -1)
        told = self._said.get(group) or self._likeliest(sketch) or Told.by(sketch)
        if group >= 0:
            self._said[group] = told
        self._join(sketch, told)
        if sketch.spot and sketch.dated and sketch.first == sketch.last:
            self._habits.note(_usual(sketch, sketch.spot), sketch.last)
        return told

    def _join(self, sketch: Sketch, told: Told) -> None:
        text = self.texts[sketch.document]
        told.add(sketch, text)
        if sketch.number in self.ids:
            told.named.append(self.ids[sketch.number])
        blocks = self._days.setdefault(sketch.last, {})
        for cell in enters(sketch, text):
            block = blocks.setdefault(cell, {})
            for token in tokens(sketch, text):
                entered = block.setdefault(token, [])
                if told not in entered:
                    entered.append(told)
                    del entered[:-MOST_ENTERED]

    def _likeliest(self, sketch: Sketch, other_than: Told | None = None) -> Told | None:
        """Return the event that a sketch tells, if enough speaks for it; of two that do alike, the earlier.

        Where the days leave more than one event, the one must stand out.
        """
        text = self.texts[sketch.document]
        near = (told for told in self._near(sketch, text) if told is not other_than and told.documents)
        scores = [(self._score(sketch, text, told), told) for told in near]
        known = [(score, told) for score, told in scores if score is not None and score >= NEW_EVENT]
        if not known:
            return None
        best, found = max(known, key=lambda pair: pair[0])
        rivals = (score for score, told in known if told.days() != found.days())
        return found if sketch.first == sketch.last or all(best >= score + STANDS_OUT for score in rivals) else None

    def _near(self, sketch: Sketch, text: int) -> Iterator[Told]:
        """Yield the events that share most with a sketch."""
        shared: Counter[Told] = Counter()
        asked, cells = tokens(sketch, text), looks(sketch, text)
        for day in range(sketch.first - 1, sketch.last + 2) if sketch.last else (0,):
            blocks = self._days.get(day)
            if blocks:
                for block in (blocks[cell] for cell in cells if cell in blocks):
                    for token in asked:
                        shared.update(block.get(token, ()))
        yield from (told for told, _ in shared.most_common(MOST_TRIED))

    def _score(self, sketch: Sketch, text: int, told: Told) -> float | None:
        """Return what speaks for a sketch's telling an event; no report, nor a copy of it, tells one event twice."""
        own = self.ids.get(sketch.number)
        if own and any(self.judged.apart(own, other) for other in told.named):
            return None
        copy = (text, sketch.copied) in told.copied
        if sketch.document in told.documents or (text in told.texts and not copy):
            return None
        places = {habitat(spot) for spot in (*told.spots, *([sketch.spot] if sketch.spot else []))}
        found = bits(sketch, told, partial(self._worth, places))
        if found is None:
            return None
        kinds = _kinds(sketch.type, told.type())
        quiet = min((self._habits.quiet([(p, k) for k in kinds], sketch.last) for p in places), default=0.0)
        story = 0.0 if is_next_day(sketch, told) else min(MOST_OF_A_STORY, log2(len(told.texts)))
        return found + quiet + story + COPIED * copy

    def _worth(self, places: Iterable[Cell], word: str, most: float) -> float:
        """Return the bits of a word that two tellings share, at that of their places where it is told most often."""
        return min((self._habits.rare((place, "word", word), (place, ANY), most) for place in places), default=most)

    def _forget(self, today: int) -> None:
        if today not in self._days:
            for day in [day for day in self._days if day < today - KEPT]:
                del self._days[day]


def _usual(sketch: Sketch, spot: Spot) -> Iterator[Key]:
    """Yield what a telling says of the habits of its place, and of the unit in which that lies."""
    words = {word for each in (*sketch.doers, *sketch.sufferers, *sketch.victims, *sketch.targets) for word in each}
    for place in (("place", spot.id), ("in", spot.country, spot.unit)):
        yield (place, sketch.type)
        yield (place, ANY)
        yield from ((place, "word", word) for word in words)


def _kinds(one: str, other: str) -> list[str]:
    """Return the types of which another event may be taken for one that is told as one type and as another."""
    return [ANY] if {one, other} & VAGUE else sorted({one, other})


def order(sketch: Sketch, ranks: Sequence[int]) -> tuple[int, bool, int, int, int]:
    """Return what sketches are ordered by: their last day, the exact before the vague, the earlier report first.

    Parameters
    ----------
    sketch
        Of an incident.
    ranks
        The places of the reports in their order by day and id, whatever order they came in.
    """
    return (sketch.last, not sketch.dated, sketch.last - sketch.first, ranks[sketch.document], sketch.at)
