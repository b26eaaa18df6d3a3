"""Incidents and routes made up for measuring maps: any number of them, the same ones every time.

Their words are drawn from four thousand made-up ones, each as likely as another, so that they deflate worse than any
language does; their places from a quarter as many towns as there are incidents, four incidents a report.
"""

import json
import random
from collections.abc import Iterator
from typing import Any, get_args

import pandas as pd

from geo.model import IncidentType, Modality
from output.layers import Layers
from output.rows.columns import frame, table
from output.rows.shapes import arc, circle, point

LETTERS = "abcdefghijklmnopqrstuvwxyz"
COUNTRIES = ("IQ", "SY", "UA", "SD", "ML", "AF")
CHUNK = 50_000  # rows that are held as Python's own objects at a time

Drawn = tuple[dict[str, Any], Any]


class Inventor:
    """Makes up incidents and routes."""

    def __init__(self, towns: int) -> None:
        self.dice = random.Random(20070809)  # noqa: S311 - nothing secret about a benchmark
        self.words = ["".join(self.dice.choices(LETTERS, k=self.dice.randint(2, 9))) for _ in range(4_000)]
        self.towns = [self.town(number) for number in range(towns)]

    def town(self, number: int) -> dict[str, Any]:
        """Return where a town is, and how closely."""
        lat, lon = round(self.dice.uniform(-35, 60), 4), round(self.dice.uniform(-120, 150), 4)
        country, precision = self.dice.choice(COUNTRIES), self.dice.choice((1, 1, 1, 2, 3))
        return {
            "place": f"Tówn {number}", "surface": f"Town {number}",
            "place_id": f"town:{number}", "country": country, "admin1": "Unit", "lat": lat,
            "lon": lon, "precision": precision, "radius_km": (3.0, 10.0, 30.0)[precision - 1],
        }  # fmt: skip

    def say(self, count: int) -> str:
        """Return so many words."""
        return " ".join(self.dice.choices(self.words, k=count))

    def claim(self, modality: str) -> str:
        """Return one claim, as the layers hold it."""
        said = {
            "start": 0, "end": 150, "text": f"{self.say(24).capitalize()}.", "asserted_by": self.say(2),
            "relayed_by": [],
            "cue": "said", "quoted": False, "modality": modality, "killed": None, "injured": None, "captured": None,
        }  # fmt: skip
        return json.dumps([said])

    def incident(self, number: int) -> Drawn:
        """Return an incident and its shape."""
        town, modality = self.dice.choice(self.towns), self.dice.choice(get_args(Modality))
        day = f"2020-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}"
        killed = self.dice.randint(1, 9)
        exact = town["precision"] == 1
        row = town | {
            "id": f"r{number // 4}#i{number % 4 + 1}", "document": f"r{number // 4}", "modality": modality,
            "type": self.dice.choice(get_args(IncidentType)), "stage": "accomplished", "inherited": False,
            "drawn": "point" if exact else "area", "when_start": day, "when_end": day, "when_precision": "day",
            "when_text": "on Monday", "killed_low": killed, "killed_best": killed, "killed_high": killed + 2,
            "reports": 1, "texts": 1,
            "reasons": f"population {self.dice.randint(1_000, 99_999):,}; its main name; in {town['country']}",
            "perpetrators": self.say(3), "victims": self.say(3), "trigger": "killed", "confidence": 0.9,
            "alternatives_json": "[]", "claims_json": self.claim(modality),
        }  # fmt: skip
        lat, lon, radius = town["lat"], town["lon"], town["radius_km"]
        return row, point(lat, lon) if exact else circle(lat, lon, radius)

    def route(self, number: int) -> Drawn:
        """Return a route and its line."""
        start, end = self.dice.sample(self.towns, 2)
        row = {
            "id": f"r{number}#r1", "document": f"r{number}", "modality": "accused", "cargo": self.say(2),
            "categories": "materiel", "habitual": True, "claims_json": self.claim("accused"),
        }  # fmt: skip
        for name, town in (("origin", start), ("destination", end)):
            row |= {name: town["place"], f"{name}_inferred": False}
            row |= {f"{name}_{key}": town[key] for key in ("country", "lat", "lon")}
        return row, arc((start["lat"], start["lon"]), (end["lat"], end["lon"]))


def invented(incidents: int, routes: int) -> Layers:
    """Return layers of so many invented incidents and routes."""
    inventor = Inventor(incidents // 4)
    points, areas = zip(*_frames(inventor, incidents), strict=True)
    reports = [{"id": f"r{n}", "title": inventor.say(6), "incidents": 4, "routes": 0} for n in range(incidents // 4)]
    return Layers(
        incidents=pd.concat(points, ignore_index=True),
        areas=pd.concat(areas, ignore_index=True),
        routes=frame([inventor.route(number) for number in range(routes)], "routes"),
        places=frame([], "places"),
        documents=table(reports, "documents"),
    )


def _frames(inventor: Inventor, incidents: int) -> Iterator[tuple[Any, Any]]:
    """Yield the points and the areas of a chunk of incidents at a time."""
    for first in range(0, incidents, CHUNK):
        drawn = [inventor.incident(number) for number in range(first, min(first + CHUNK, incidents))]
        yield (
            frame([pair for pair in drawn if pair[0]["drawn"] == "point"], "incidents"),
            frame([pair for pair in drawn if pair[0]["drawn"] == "area"], "areas"),
        )
