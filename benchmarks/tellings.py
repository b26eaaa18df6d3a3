"""What invented reports tell of invented events, badly: to measure merging against a known truth.

The rates of what goes wrong are guesses at what news and its reading do; `noise` multiplies them all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from benchmarks.happenings import NOBODY, TYPES, Happening, World
from gazetteer.place import Place
from geo.model import Claim, Count, Incident, Participant, Report, Span, Toponym, When, Where

BEGIN = date(2010, 1, 1)
OUTLETS = 60
A_REPORT = 4  # incidents that it tells of at most
TOLD = ((1, 50), (2, 20), (3, 12), (4, 6), (6, 5), (9, 4), (20, 2), (40, 1))  # how many reports tell an event: weight
DELAYS = ((0, 30), (1, 50), (2, 13), (3, 5), (5, 2))  # days until they do
COPIED = 0.12  # of the reports are printed again, by one to four outlets
PRECISION = {"section": 2, "populated_place": 1, "admin2": 3, "admin1": 4}
MEAN = sum(number * weight for number, weight in TOLD) / sum(weight for _, weight in TOLD)


@dataclass(frozen=True, slots=True)
class Rates:
    """How often something is told wrongly or left out, before it is multiplied by the noise; shares of the tellings."""

    type: float = 0.075
    day_next: float = 0.035
    days: float = 0.04
    week: float = 0.015
    no_day: float = 0.05
    neighbour: float = 0.015
    part: float = 0.035
    district: float = 0.035
    province: float = 0.01
    no_count: float = 0.075
    count_range: float = 0.05
    count_risen: float = 0.06
    no_doer: float = 0.1
    doer_unnamed: float = 0.1
    doer_wrong: float = 0.015
    no_target: float = 0.125
    no_weapon: float = 0.2
    no_victim: float = 0.1


class Press:
    """Reports what happens in a world, day by day.

    Parameters
    ----------
    world
        Where it happens.
    noise
        By what the `Rates` are multiplied.
    """

    def __init__(self, world: World, noise: float = 1.0, rates: Rates = Rates()) -> None:
        self.world, self.noise, self.rates, self.dice = world, noise, rates, world.dice
        self.footers = [world.say(30) for _ in range(OUTLETS)]
        self.due: dict[int, list[tuple[int, Happening]]] = {}
        self.truth: list[int] = []  # the event of each incident, in the order of the reports
        self.reports = 0

    def chance(self, *names: str) -> str | None:
        """Return which of some things goes wrong, if any."""
        dice = self.dice.random()
        for name in names:
            dice -= self.noise * getattr(self.rates, name)
            if dice < 0:
                return name
        return None

    def days(self, count: int) -> Iterator[list[Report]]:
        """Yield the reports of each day; `truth` says which incident of them tells which event."""
        for day in range(count):
            for event in self.world.happenings(day):
                outlets = self.dice.sample(range(OUTLETS), self.choice(TOLD))
                for outlet in outlets:
                    self.due.setdefault(event.day + self.choice(DELAYS), []).append((outlet, event))
            yield list(self.published(day))

    def choice(self, weighted: tuple[tuple[int, int], ...]) -> int:
        """Return one of some numbers, by their weights."""
        numbers, weights = zip(*weighted, strict=True)
        return int(self.dice.choices(numbers, weights)[0])

    def published(self, day: int) -> Iterator[Report]:
        """Yield what comes out on a day: each outlet's news of a region in reports of some incidents, and copies."""
        desks: dict[tuple[int, int], list[Happening]] = {}
        for outlet, event in self.due.pop(day, []):
            desks.setdefault((outlet, self.world.towns[event.town].region), []).append(event)
        for (outlet, _), events in desks.items():
            for first in range(0, len(events), A_REPORT):
                report = self.report(outlet, day, events[first : first + A_REPORT])
                yield report
                if self.dice.random() < COPIED:
                    yield from self.copies(report, day, [event.number for event in events[first : first + A_REPORT]])

    # ------------------------------------------------------------ a report

    def name(self) -> str:
        """Return the id of a new report, which says nothing of when or where."""
        self.reports += 1
        return f"{self.dice.getrandbits(48):012x}"

    def report(self, outlet: int, day: int, events: list[Happening]) -> Report:
        """Return a report of some events."""
        name, toponyms, incidents, text = self.name(), [], [], self.world.say(20).capitalize() + ". "
        for number, event in enumerate(events, 1):
            place = self.place(event)
            sentence = f"{self.world.say(14).capitalize()} {place.name}."
            incident = self.incident(event, place, len(toponyms), sentence, len(text))
            incidents.append(replace(incident, id=f"{name}#i{number}"))
            toponyms.append(Toponym(len(text), len(text) + 1, place.name, "literal", place, 0.9))
            self.truth.append(event.number)
            text += f"{sentence} {self.world.say(25).capitalize()}. "
        text += self.footers[outlet]
        published = BEGIN + timedelta(day)
        return Report(name, None, None, published, "en", text, tuple(toponyms), tuple(incidents), (), ())

    def copies(self, report: Report, day: int, told: list[int]) -> Iterator[Report]:
        """Yield a report as other outlets print it: word for word, with a line more, or with some words changed."""
        for _ in range(self.dice.randint(1, 4)):
            name, text = self.name(), report.text
            change = self.dice.random()
            if change < 0.3:
                text += f" {self.world.say(9).capitalize()}."
            elif change < 0.5:
                words = text.split(" ")
                words[self.dice.randrange(20)] = self.dice.choice(self.world.vocabulary)
                text = " ".join(words)
            incidents = tuple(replace(i, id=f"{name}{i.id[len(report.id) :]}") for i in report.incidents)
            self.truth += told
            published = BEGIN + timedelta(day + (self.dice.random() < 0.3))
            yield replace(report, id=name, text=text, published=published, incidents=incidents)

    def incident(self, event: Happening, place: Place, toponym: int, sentence: str, at: int) -> Incident:
        """Return an event as it is told."""
        modality = "fact" if self.dice.random() < 0.8 else "claimed"
        counts = {effect: self.count(number) for effect, number in event.counts.items()}
        return Incident(
            "", None, self.type(event), "accomplished", modality, Span(at, at + 5, "invented"), self.when(event),
            Where(toponym, place.lat, place.lon, PRECISION[place.kind], place.radius_km, inherited=False),
            tuple(self.participants(event)), tuple(self.weapons(event)),
            counts.get("killed"), counts.get("injured"), counts.get("captured"),
            (Claim(at, at + len(sentence), sentence, None, (), None, quoted=False, modality=modality),),
        )  # fmt: skip

    # ------------------------------------------------------------ what goes wrong

    def type(self, event: Happening) -> Any:
        """Return what kind of event it is told as."""
        return self.dice.choice(TYPES[event.type][1]) if self.chance("type") else event.type

    def place(self, event: Happening) -> Place:
        """Return where it is told to have been."""
        town = self.world.towns[event.town]
        match self.chance("neighbour", "part", "district", "province"):
            case "neighbour":
                return self.world.neighbour(event.town)
            case "part" if town.parts:
                return town.parts[event.number % len(town.parts)]
            case "district":
                return town.district
            case "province":
                return town.province
        return town.place

    def when(self, event: Happening) -> When | None:
        """Return when it is told to have been."""
        start, end, precision = event.day, event.day, "day"
        match self.chance("no_day", "day_next", "days", "week"):
            case "no_day":
                return None
            case "day_next":
                start = end = event.day + self.dice.choice((-1, 1))
            case "days":
                start = event.day - self.dice.randint(0, 1)
                end, precision = start + 1, "days"
            case "week":
                start = event.day - self.dice.randint(0, 6)
                end, precision = start + 6, "week"
        return When(BEGIN + timedelta(start), BEGIN + timedelta(end), precision, None)  # type: ignore[arg-type]

    def count(self, number: int) -> Count | None:
        """Return a number of people as it is told."""
        match self.chance("no_count", "count_range", "count_risen"):
            case "no_count":
                return None
            case "count_range":
                return Count(max(0, number - self.dice.randint(0, 2)), number, number + self.dice.randint(1, 5))
            case "count_risen":
                number += self.dice.randint(1, max(1, number // 2))
        return Count(number, number, number)

    def participants(self, event: Happening) -> Iterator[Participant]:
        """Yield those who took part as they are told, in one wording or another."""
        doer = event.doer or self.dice.choice(NOBODY)
        match self.chance("no_doer", "doer_unnamed", "doer_wrong"):
            case None:
                yield Participant("perpetrator", "group", f"the {doer}" if event.doer else doer, 0, 1)
            case "doer_unnamed":
                yield Participant("perpetrator", "group", self.dice.choice(NOBODY), 0, 1)
            case "doer_wrong":
                other = self.dice.choice(self.world.groups[self.world.towns[event.town].region])
                yield Participant("perpetrator", "group", f"the {other}", 0, 1)
        if event.target and not self.chance("no_target"):
            yield Participant("target", "facility", self.dice.choice(event.target), 0, 1)
        if not self.chance("no_victim"):
            kind = "person" if event.victims[0][0].isupper() else "civilians"
            yield Participant("victim", kind, self.dice.choice(event.victims), 0, 1)  # type: ignore[arg-type]

    def weapons(self, event: Happening) -> Iterator[Span]:
        """Yield what it was done with, as it is told."""
        if event.weapon and not self.chance("no_weapon"):
            yield Span(0, 1, self.dice.choice(event.weapon.split("/")))
