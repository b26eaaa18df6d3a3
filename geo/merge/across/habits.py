"""How usual things are at a place: where attacks are rare, two reports of one in a day tell the same.

And where one group shells the same houses every day, its name and its target say nothing about which day is told. What
is usual is learnt from the tellings themselves, in the order of their days, and forgotten after some months.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from math import log2

SPAN = 90  # days after which a count begins anew; the one before it still counts
LATEST = 2  # days that are left out, since what is asked about may have been told in them
UNKNOWN = 4.0  # such events a day at a place that was not watched yet: two tellings may well be of two
WEIGHT = 0.5  # of that guess, as events seen before (a gamma distribution's shape)
AGAIN = 0.05  # of the days with an event, those with another of the kind at the same place: attacks come in clusters
MOST = 2.0  # bits of a quiet place: by itself enough for two tellings of one kind, day and place, and no more
GUESSED = 2.0  # weight of what is guessed of a word's share, as days seen before

Key = tuple[Hashable, ...]


@dataclass(slots=True)
class Habits:
    """On how many days something was told of a place, over the last `SPAN` to twice that."""

    _begun: int = 0
    _turned: int = 0
    _latest: dict[int, set[Key]] = field(default_factory=dict)
    _now: Counter[Key] = field(default_factory=Counter)
    _before: Counter[Key] = field(default_factory=Counter)

    def note(self, keys: Iterable[Key], day: int) -> None:
        """Note that things were told of a day; the days come in order."""
        if not self._begun:
            self._begun = self._turned = day
        if day not in self._latest:
            self._settle(day)
        self._latest.setdefault(day, set()).update(keys)

    def _settle(self, today: int) -> None:
        for day in [day for day in self._latest if day < today - LATEST]:
            self._now.update(self._latest.pop(day))
        if today - self._turned >= SPAN:
            self._begun, self._turned = self._turned, today
            self._before, self._now = self._now, Counter()

    def quiet(self, keys: Iterable[Key], day: int) -> float:
        """Return the bits that a place's habit says for two tellings' being one event: how rarely there is another.

        The rate is a gamma distribution's mean after what was seen, so that little seen says little.
        """
        watched = max(0, day - LATEST - self._begun) if self._begun else 0
        rate = (WEIGHT + sum(map(self._seen, keys))) / (WEIGHT / UNKNOWN + watched)
        return min(MOST, -log2(rate + AGAIN))

    def rare(self, key: Key, among: Key, most: float) -> float:
        """Return the bits that a word is worth by which two tellings agree: how rarely it is told of a place.

        Parameters
        ----------
        key, among
            The place with the word, and the place with any event.
        most
            What it is worth where nothing is known.
        """
        share = (GUESSED * 2**-most + self._seen(key)) / (GUESSED + self._seen(among))
        return min(most, max(0.0, -log2(share)))

    def _seen(self, key: Key) -> int:
        return self._now[key] + self._before[key]
