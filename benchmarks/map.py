"""How large the map's page is and how soon a reader can use it, in Chromium without a network.

A page is ready when its list answers, its marks are drawn and a frame is due: the page says so itself by the mark
``dateline-ready``, whose time counts from the start of loading. The incidents are invented: their words are drawn from
four thousand made-up ones, their places from a quarter as many towns as there are incidents.
"""

import json
import os
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from playwright.sync_api import Browser, sync_playwright

from benchmarks.figure import Figure, table
from geo.model import IncidentType, Modality
from output.columns import frame
from output.columns import table as columns
from output.layers import Layers
from output.map import draw
from output.shapes import arc, circle, point

MEGABYTE = 1_000_000
RUNS = 5
SIZES = ((1_000, 100), (10_000, 1_000))
BUDGETS = {10_000: (4.0, 1_500.0)}  # incidents: MB, ms
LETTERS = "abcdefghijklmnopqrstuvwxyz"
COUNTRIES = ("IQ", "SY", "UA", "SD", "ML", "AF")


class Inventor:
    """Makes up incidents and routes, the same ones every time."""

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

    def incident(self, number: int) -> tuple[dict[str, Any], Any]:
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

    def route(self, number: int) -> tuple[dict[str, Any], Any]:
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
    """Return layers of so many invented incidents and routes, four incidents a report."""
    inventor = Inventor(incidents // 4)
    drawn = [inventor.incident(number) for number in range(incidents)]
    reports = [{"id": f"r{n}", "title": inventor.say(6), "incidents": 4, "routes": 0} for n in range(incidents // 4)]
    return Layers(
        incidents=frame([pair for pair in drawn if pair[0]["drawn"] == "point"], "incidents"),
        areas=frame([pair for pair in drawn if pair[0]["drawn"] == "area"], "incidents"),
        routes=frame([inventor.route(number) for number in range(routes)], "routes"),
        places=frame([], "places"),
        documents=columns(reports, "documents"),
    )


def ready(browser: Browser, page: Path) -> float:
    """Return the milliseconds from the start of loading until the page is ready."""
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
    opened = context.new_page()
    opened.goto(page.as_uri())
    opened.wait_for_selector("html[data-ready]")
    milliseconds = opened.evaluate("performance.getEntriesByName('dateline-ready')[0].startTime")
    context.close()
    return float(milliseconds)


def map_figures() -> Iterator[Figure]:
    """Measure the page for each of `SIZES`: time to make it, its bytes, and the median time until it is ready."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for incidents, routes in SIZES:
            name, (size, wait) = (
                f"map of {incidents:,} incidents, {routes:,} routes",
                BUDGETS.get(incidents, (None, None)),
            )
            layers, begin = invented(incidents, routes), time.perf_counter()
            html = draw(layers).encode()
            yield Figure(f"{name}: layers to page", time.perf_counter() - begin, "s")
            page = Path(folder) / "map.html"
            page.write_bytes(html)
            yield Figure(f"{name}: size", len(html) / MEGABYTE, "MB", size)
            ready(browser, page)
            waits = [ready(browser, page) for _ in range(RUNS)]
            yield Figure(f"{name}: until ready", statistics.median(waits), "ms", wait)
        browser.close()


if __name__ == "__main__":
    print(table(map_figures()))
