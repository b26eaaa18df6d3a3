"""An event as some reports tell it so far: what a further telling must agree with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from geo.merge.across.sketches import Number, Sketch, Spot, Words

T = TypeVar("T")
Votes = dict[T, int]

MOST = 64  # different names, targets, sentences that are remembered of one event
SHARE = 5  # what less than every fifth telling says is no mark of the event: it may have come with a telling of another


@dataclass(slots=True, eq=False)
class Told:
    """What the tellings of an event have in common, and all that any of them says.

    Days that overlap pair by pair have a day in common (Helly), so the days that are left after each telling are those
    on which all agree. Places, types and numbers are few, and each that differs is kept: a telling must fit them all.

    Parameters
    ----------
    number, stage, denied
        Of the first telling.
    first, last
        The days on which all agree that leave more than one.
    tellings
        How many there are.
    exact, types, counts, doers, sufferers, victims, targets, weapons
        For each day, type, number, name and so on that they give, how many do; see `geo.merge.sketches.Sketch`.
    spots, sentences, documents
        The places and sentences that they give, and the reports that they stand in.
    texts, copied
        The texts that these reports are copies of, and each with what is the same in all copies of a telling.
    named
        The ids of tellings of which a reader says something.
    """

    number: int
    stage: str
    denied: bool
    first: int
    last: int
    tellings: int = 0
    exact: Votes[int] = field(default_factory=dict)
    types: Votes[str] = field(default_factory=dict)
    spots: list[Spot] = field(default_factory=list)
    counts: tuple[Votes[Number], Votes[Number], Votes[Number]] = field(default_factory=lambda: ({}, {}, {}))
    doers: Votes[Words] = field(default_factory=dict)
    sufferers: Votes[Words] = field(default_factory=dict)
    victims: Votes[Words] = field(default_factory=dict)
    targets: Votes[Words] = field(default_factory=dict)
    weapons: Votes[Words] = field(default_factory=dict)
    sentences: set[int] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    texts: set[int] = field(default_factory=set)
    copied: set[tuple[int, int]] = field(default_factory=set)
    named: list[str] = field(default_factory=list)

    @classmethod
    def by(cls, sketch: Sketch) -> "Told":
        """Return an event that nobody has told yet, for its first telling to be added to."""
        return cls(sketch.number, sketch.stage, sketch.denied, sketch.first, sketch.last)

    def add(self, sketch: Sketch, text: int) -> None:
        """Take in a telling that fits.

        Parameters
        ----------
        sketch
            The telling.
        text
            The number of the text that its report is a copy of.
        """
        self._narrow(sketch)
        self.tellings += 1
        _vote(self.types, [sketch.type])
        if sketch.spot and sketch.spot not in self.spots:
            self.spots.append(sketch.spot)
        for known, count in zip(self.counts, sketch.counts, strict=True):
            _vote(known, [count] if count else [])
        _vote(self.doers, sketch.doers)
        _vote(self.sufferers, sketch.sufferers)
        _vote(self.victims, sketch.victims)
        _vote(self.targets, sketch.targets)
        _vote(self.weapons, sketch.weapons)
        if len(self.sentences) < MOST:
            self.sentences.update(sketch.sentences)
        self.documents.add(sketch.document)
        self.texts.add(text)
        self.copied.add((text, sketch.copied))

    def days(self) -> tuple[int, int]:
        """Return the first and the last day that it may have been on: the one that most reports give, if any does."""
        if not self.exact:
            return self.first, self.last
        day = most(self.exact)
        return day, day

    def type(self) -> str:
        """Return the type that most reports give."""
        return most(self.types)

    def marks(self, votes: Votes[T]) -> list[T]:
        """Return of what tellings say that which enough of them say for it to be a mark of the event."""
        return [one for one, number in votes.items() if number * SHARE >= self.tellings]

    def _narrow(self, sketch: Sketch) -> None:
        if sketch.last and sketch.first == sketch.last:
            _vote(self.exact, [sketch.first])
        elif sketch.first <= self.last and self.first <= sketch.last:
            self.first, self.last = max(self.first, sketch.first), min(self.last, sketch.last)


def most(votes: Votes[T]) -> T:
    """Return what most voted for; of several the first.

    Parameters
    ----------
    votes
        How many voted for each.
    """
    return max(votes, key=lambda one: votes[one])


def _vote(votes: Votes[T], new: Iterable[T]) -> None:
    for one in new:
        if one in votes or len(votes) < MOST:
            votes[one] = votes.get(one, 0) + 1
