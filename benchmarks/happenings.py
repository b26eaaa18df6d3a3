"""Invented towns and what happens in them: the truth that invented reports then tell badly.

Among the events are look-alikes that are not one: towns that are shelled day after day, a second attack of the kind on
the next day, and another on the same day at another target.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from gazetteer.place import Place

REGIONS, UNITS, DISTRICTS, TOWNS = 12, 6, 5, 10  # of each above it
SYLLABLES = [f"{consonant}{vowel}" for consonant in "bdfghklmnrstvz" for vowel in "aeo"]

# How often a type is, and as what else it is told.
TYPES = {
    "attack": (15, ("shooting", "bombing", "battle")), "bombing": (15, ("attack", "shelling")),
    "shelling": (14, ("attack", "airstrike", "bombing")), "shooting": (12, ("attack", "assassination", "battle")),
    "battle": (12, ("attack", "raid", "shooting", "shelling")), "airstrike": (8, ("bombing", "attack", "shelling")),
    "raid": (8, ("battle", "detention", "attack")), "abduction": (6, ("attack", "hijacking")),
    "assassination": (5, ("shooting", "attack", "execution")), "detention": (5, ("raid", "abduction")),
    "protest": (3, ("riot", "attack")), "seizure": (2, ("raid",)), "arson": (2, ("sabotage", "attack")),
}  # fmt: skip
TARGETS = tuple(
    tuple(f"the {name}" for name in names.split("/"))
    for names in (
        "market/main bazaar/shopping street", "police post/police checkpoint/security post", "mosque/place of worship",
        "army base/military base/barracks", "school/primary school", "convoy/military convoy/column of trucks",
        "houses/homes/residential area", "bridge/river bridge", "hospital/field hospital/clinic", "bus/minibus",
        "power station/electricity substation", "government office/district headquarters", "village/hamlet",
        "checkpoint/roadblock", "camp/camp for the displaced", "airfield/airport", "grain store/warehouse",
    )
)  # fmt: skip
WEAPONS = {
    "bombing": ("a car bomb/a bomb", "a roadside bomb/an explosive device"), "shelling": ("mortars", "artillery/guns"),
    "airstrike": ("drones/a drone", "jets"), "shooting": ("rifles", "a machine gun"), "attack": ("grenades", "rockets"),
}  # fmt: skip
VICTIMS = (
    "civilians/people/residents", "soldiers/troops", "policemen/officers", "villagers/residents", "worshippers/people",
    "farmers/men", "pupils/children", "aid workers/staff",
)  # fmt: skip
NOBODY = ("gunmen", "militants", "armed men", "unknown attackers")


@dataclass(frozen=True, slots=True)
class Town:
    """A town, its parts, its neighbour, and the units that it lies in."""

    place: Place
    parts: tuple[Place, ...]
    district: Place
    province: Place
    region: int


@dataclass(slots=True)
class Happening:
    """What happened: the truth."""

    number: int
    day: int
    town: int
    type: str
    doer: str | None
    target: tuple[str, ...] | None
    weapon: str | None
    victims: tuple[str, ...]
    counts: dict[str, int]


class World:
    """Makes up places and events; the same ones every time for the same numbers.

    Parameters
    ----------
    a_day
        How many events there are each day, look-alikes not counted.
    seed
        Of the dice.
    """

    def __init__(self, a_day: float, seed: int = 1) -> None:
        self.a_day, self.happened = a_day, 0
        self.dice = random.Random(seed)  # noqa: S311 - nothing secret about a benchmark
        self.vocabulary = [self.name().lower() for _ in range(4_000)]
        self.groups = [[f"{self.name()} {self.name()}" for _ in range(4)] for _ in range(REGIONS)]
        self.people = [[self.name() for _ in range(size)] for size in (200, 2_000)]
        self.towns = [town for region in range(REGIONS) for town in self.region(region)]
        ranks = self.dice.sample(range(len(self.towns)), len(self.towns))
        self.weights = [1 / (rank + 5) for rank in ranks]
        self.sieges: list[tuple[int, int, Happening]] = []

    # ------------------------------------------------------------ names and places

    def name(self) -> str:
        """Return a made-up name."""
        return "".join(self.dice.choices(SYLLABLES, k=self.dice.randint(2, 4))).capitalize()

    def say(self, count: int) -> str:
        """Return so many words."""
        return " ".join(self.dice.choices(self.vocabulary, k=count))

    def region(self, region: int) -> Iterator[Town]:
        """Yield the towns of a region: a country of its own, some 400 km wide."""
        lat, lon = self.dice.uniform(-35, 60), self.dice.uniform(-170, 170)
        for _ in range(UNITS):
            at = lat + self.dice.uniform(-1.5, 1.5), lon + self.dice.uniform(-1.5, 1.5)
            province = self.place("admin1", at, region, None, 70.0)
            for _ in range(DISTRICTS):
                near = self.around(at, 0.5)
                district = self.place("admin2", near, region, province.name, 25.0)
                for _ in range(TOWNS):
                    yield self.town(region, province, district, self.around(near, 0.18))

    def town(self, region: int, province: Place, district: Place, at: tuple[float, float]) -> Town:
        """Return a town; one in five has parts that are told apart."""
        size = self.dice.choice((2.0, 3.0, 5.0, 8.0))
        place = self.place("populated_place", at, region, province.name, size)
        parts = [self.place("section", self.around(at, size / 200), region, province.name, 1.5) for _ in range(3)]
        return Town(place, tuple(parts) if self.dice.random() < 0.2 else (), district, province, region)

    def around(self, at: tuple[float, float], degrees: float) -> tuple[float, float]:
        """Return a point near another."""
        return at[0] + self.dice.uniform(-degrees, degrees), at[1] + self.dice.uniform(-degrees, degrees)

    def place(self, kind: Any, at: tuple[float, float], region: int, unit: str | None, radius: float) -> Place:
        """Return a place; its id is of no use to anyone but itself."""
        identifier = f"made-up:{self.dice.getrandbits(40)}"
        return Place(identifier, self.name(), kind, round(at[0], 4), round(at[1], 4), radius, f"X{region}", unit)

    def neighbour(self, town: int) -> Place:
        """Return the nearest town of the same district."""
        own, first = self.towns[town].place, town - town % TOWNS
        others = (self.towns[n].place for n in range(first, first + TOWNS) if n != town)
        return min(others, key=lambda place: (place.lat - own.lat) ** 2 + (place.lon - own.lon) ** 2)

    # ------------------------------------------------------------ what happens

    def happenings(self, day: int) -> Iterator[Happening]:
        """Yield the events of a day, look-alikes among them."""
        for _ in range(int(self.a_day) + (self.dice.random() < self.a_day % 1)):
            event = self.event(day, self.dice.choices(range(len(self.towns)), self.weights)[0])
            yield event
            chance = self.dice.random()
            if chance < 0.05:
                yield self.again(event, day + 1)
            elif chance < 0.10:
                other = self.event(day, event.town)
                yield replace(other, type=self.dice.choice([kind for kind in TYPES[event.type][1] if kind in TYPES]))
            elif chance < 0.12 and len(self.sieges) < len(self.towns) // 100:
                self.sieges.append((day + 1, day + 21, replace(event, type="shelling", weapon="mortars")))
        for begin, end, event in self.sieges:
            if begin <= day < end and self.dice.random() < 0.9:
                yield self.again(event, day)
        self.sieges = [siege for siege in self.sieges if siege[1] > day]

    def event(self, day: int, town: int) -> Happening:
        """Return an event in a town."""
        kind = self.dice.choices(list(TYPES), [often for often, _ in TYPES.values()])[0]
        of_people = kind in {"assassination", "abduction", "detention"}
        person = self.dice.random() < (0.6 if of_people else 0.04)
        self.happened += 1
        return Happening(
            number=self.happened,
            day=day,
            town=town,
            type=kind,
            doer=self.dice.choice(self.groups[self.towns[town].region]) if self.dice.random() < 0.7 else None,
            target=None if of_people or self.dice.random() < 0.4 else self.dice.choice(TARGETS),
            weapon=self.dice.choice(WEAPONS[kind]) if kind in WEAPONS else None,
            victims=self.person() if person else tuple(self.dice.choice(VICTIMS).split("/")),
            counts=self.counts(kind, person=person),
        )

    def person(self) -> tuple[str, ...]:
        """Return somebody's name, in the wordings that reports have of it."""
        first, last = map(self.dice.choice, self.people)
        return f"{first} {last}", last, f"Colonel {first} {last}"

    def again(self, event: Happening, day: int) -> Happening:
        """Return another event of the kind at the same place, by the same and at the same."""
        self.happened += 1
        return replace(event, number=self.happened, day=day, counts=self.counts(event.type, person=False))

    def counts(self, kind: str, *, person: bool) -> dict[str, int]:
        """Return how many came to harm: numbers that fall off with a power of 2.4, as the dead of attacks do."""
        if kind in {"abduction", "detention"}:
            return {"captured": 1 if person else self.heavy()}
        if person:
            return {"killed": 1}
        counts = {}
        if self.dice.random() < 0.6:
            counts["killed"] = self.heavy()
        if self.dice.random() < 0.5:
            counts["injured"] = self.heavy() + self.dice.randint(0, 2 * counts.get("killed", 1))
        return counts

    def heavy(self) -> int:
        """Return a number from 1 up, the larger the rarer."""
        return min(500, int(self.dice.paretovariate(1.4)))
