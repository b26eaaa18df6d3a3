"""Invented layers, and a Chromium without a network in which a test opens the map of them."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from output.layers import Layers
from output.page.map import draw
from output.rows.columns import frame, table
from output.rows.shapes import arc, circle, point

DESKTOP = {"width": 1400, "height": 900}
PHONE = {"width": 390, "height": 844}
SADR_CITY = {"place": "Sadr City", "place_id": "geonames:7802746", "country": "IQ", "admin1": "Baghdad"}
ENDS = {
    "Iran": ("IR", 32.0, 53.0),
    "Iraq": ("IQ", 33.0, 44.0),
    "Suva": ("FJ", -18.14, 178.44),
    "Apia": ("WS", -13.83, -171.77),
}


def claim(text: str = "Invented: something happened.", **more: Any) -> dict[str, Any]:
    """Return a claim as the report format has it."""
    known = {
        "start": 0, "end": len(text), "text": text, "asserted_by": "an invented ministry", "relayed_by": ["a wire"],
        "cue": "said", "quoted": False, "modality": "fact", "killed": None, "injured": None, "captured": None,
    }  # fmt: skip
    return known | more


class Sample:
    """Collects rows of layers; `layers()` returns them all."""

    def __init__(self) -> None:
        self.incidents: list[Any] = []
        self.areas: list[Any] = []
        self.routes: list[Any] = []
        self.places: list[Any] = []
        self.documents: dict[str, dict[str, Any]] = {}

    def document(self, name: str, **more: Any) -> None:
        """Add a report."""
        self.documents.setdefault(name, {"id": name, "title": f"Invented report {name}", "incidents": 0, "routes": 0})
        self.documents[name] |= more

    def incident(self, lat: float | None = None, lon: float | None = None, precision: int = 1, **more: Any) -> None:
        """Add an incident: a point, a circle of 3 km, or, without coordinates, one that is only listed."""
        document = more.pop("document", "a")
        self.document(document)
        radius = more.pop("radius_km", 3.0)
        drawn = more.pop("drawn", "unlocated" if lat is None else "point" if precision == 1 else "area")
        shape = more.pop("shape", None)
        claims = more.pop("claims", [claim()])
        row = {
            "id": f"{document}#i{len(self.incidents) + len(self.areas) + 1}", "document": document, "type": "raid",
            "stage": "accomplished", "modality": "fact", "drawn": drawn, "inherited": False, "trigger": "raid",
            "claims_json": json.dumps(claims), "alternatives_json": "[]",
        }  # fmt: skip
        if lat is not None:
            row |= SADR_CITY | {"lat": lat, "lon": lon, "precision": precision, "radius_km": radius, "confidence": 0.9}
        if drawn in {"area", "country"}:
            self.areas.append((row | more, shape or circle(lat, lon, radius)))
        else:
            self.incidents.append((row | more, point(lat, lon) if drawn == "point" else None))

    def route(self, origin: str | None, destination: str | None, /, **more: Any) -> None:
        """Add a route between two of `ENDS`."""
        document = more.pop("document", "a")
        self.document(document)
        row = {
            "id": f"{document}#r{len(self.routes) + 1}", "document": document, "modality": "accused",
            "cargo": "rifles", "categories": "materiel", "habitual": True, "claims_json": json.dumps([claim()]),
        }  # fmt: skip
        for name, end in (("origin", origin), ("destination", destination)):
            if end:
                country, lat, lon = ENDS[end]
                row |= {name: end, f"{name}_country": country, f"{name}_lat": lat, f"{name}_lon": lon}
                row[f"{name}_inferred"] = False
        known = origin and destination
        self.routes.append((row | more, arc(ENDS[origin][1:], ENDS[destination][1:]) if known else None))  # type: ignore[index]

    def layers(self) -> Layers:
        """Return all that was added."""
        return Layers(
            frame(self.incidents, "incidents"), frame(self.areas, "areas"), frame(self.routes, "routes"),
            frame(self.places, "places"), table(list(self.documents.values()), "documents"),
        )  # fmt: skip


@pytest.fixture
def sample() -> Sample:
    """Return an empty sample."""
    return Sample()


@pytest.fixture
def operation() -> Sample:
    """Return two incidents in one district, the second a phase of the first, and two opposite routes."""
    made = Sample()
    made.document("a", published="2007-08-09", source="Invented Wire", warnings="an invented warning")
    made.incident(33.3889, 44.4583, 2, when_start="2007-08-08", when_end="2007-08-08", when_precision="day",
                  when_text="on Wednesday", killed_low=25, killed_best=30, killed_high=40,
                  perpetrators="invented troops")  # fmt: skip
    made.incident(33.3889, 44.4583, 2, type="airstrike", modality="estimate", part_of="a#i1", inherited=True)
    made.route("Iran", "Iraq")
    made.route("Iraq", "Iran", cargo="recruits", categories="persons")
    return made


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Return one Chromium for all tests."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


OpenMap = Callable[..., Page]


@pytest.fixture
def open_map(browser: Browser, tmp_path: Path) -> Iterator[OpenMap]:
    """Return a function that opens the map of layers; in the end nothing may have been asked for or complained of."""
    contexts: list[BrowserContext] = []
    requests: list[str] = []
    complaints: list[str] = []

    def opened(
        layers: Layers, *, size: dict[str, int] = DESKTOP, dark: bool = False, still: bool = True, **options: Any
    ) -> Page:
        file = tmp_path / f"map{len(contexts)}.html"
        file.write_text(draw(layers, **options), encoding="utf-8")
        context = browser.new_context(
            viewport=size, offline=True, color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if still else "no-preference",
        )  # fmt: skip
        contexts.append(context)
        context.route("**/*", lambda route: route.continue_() if route.request.url == file.as_uri() else route.abort())
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready][data-basemap]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in requests if not url.startswith("file:///") or not url.endswith(".html")] == []
    assert len(requests) == len(contexts)
    assert complaints == []


@pytest.fixture(scope="session")
def wait_until() -> Callable[[Page, str], None]:
    """Return what waits until an expression is true in a page; Playwright's own needs eval, which the page forbids."""

    def waited(page: Page, expression: str) -> None:
        end = monotonic() + 30
        while not page.evaluate(expression):
            assert monotonic() < end, f"is not true after 30 seconds: {expression}"
            page.wait_for_timeout(20)

    return waited


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """Return the source of axe-core, which `make test` fetches."""
    file = Path(os.environ.get("DATELINE_AXE") or root / ".venv" / "share" / "axe.min.js")
    if not file.is_file():
        pytest.skip(f"no axe-core at {file}: run `make test`, which fetches it, or set DATELINE_AXE to its path")
    return file.read_text(encoding="utf-8")
