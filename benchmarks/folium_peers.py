"""Folium's MarkerCluster and FastMarkerCluster with the incidents of some layers, as its manual uses them.

Each mark has what a reader sees on choosing it: type, place, day and the quoted claim. Their pages load libraries from
other hosts; here Leaflet comes from `xstatic-leaflet`, Leaflet.markercluster from the npm package that `make bench-map`
fetches in the version that Folium asks for; of jQuery there is what Folium calls, and what draws nothing (Bootstrap,
Font Awesome) is left empty.
"""

import json
import os
from importlib.resources import files
from pathlib import Path

import folium
from folium.plugins import FastMarkerCluster, MarkerCluster
from playwright.sync_api import Browser, Route

from output.layers import Layers

MOST = {"Folium MarkerCluster": 10_000, "Folium FastMarkerCluster": 100_000}  # incidents; more take minutes to open
POPUP = "function (row) { var mark = L.marker(new L.LatLng(row[0], row[1])); mark.bindPopup(row[2]); return mark; }"
JQUERY = "$ = (html) => { const box = document.createElement('div'); box.innerHTML = html; return [box.firstChild]; };"
CLUSTER = Path(os.environ.get("MARKERCLUSTER") or ".venv/share/leaflet.markercluster.js")


def page(plugin: str, layers: Layers) -> str:
    """Return Folium's page of all incidents that have a point."""
    rows = [row for frame in (layers.incidents, layers.areas) for row in _rows(frame)]
    drawn = folium.Map(location=[20, 10], zoom_start=2, tiles=None, maxZoom=18)
    if plugin.endswith("FastMarkerCluster"):
        FastMarkerCluster(rows, callback=POPUP).add_to(drawn)
    else:
        cluster = MarkerCluster().add_to(drawn)
        for lat, lon, words in rows:
            folium.Marker((lat, lon), popup=words).add_to(cluster)
    return str(drawn.get_root().render())


def _rows(frame: "object") -> list[tuple[float, float, str]]:
    columns = ("lat", "lon", "type", "place", "when_start", "claims_json")
    cells = zip(*(frame[name].tolist() for name in columns), strict=True)  # type: ignore[index]
    return [
        (lat, lon, f"{kind}, {place}, {day}: {json.loads(claims)[0]['text']}")
        for lat, lon, kind, place, day, claims in cells
    ]


def ready(browser: Browser, file: Path, patience: int) -> float:
    """Return the milliseconds from the start of loading until a frame is due with everything drawn."""
    opened = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    opened.set_default_timeout(patience)
    opened.route("http*://**/*", _answer)
    opened.goto(file.as_uri(), wait_until="load")
    frame = "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)))"
    milliseconds = float(opened.evaluate(frame))
    marks = opened.locator(".marker-cluster, .leaflet-marker-icon").count()
    opened.context.close()
    if not marks:
        raise SystemExit(f"{file}: nothing was drawn, so there is nothing to time")
    return milliseconds


def _answer(route: Route) -> None:
    name = route.request.url.rsplit("/", 1)[-1]
    if name.startswith("leaflet.markercluster"):
        route.fulfill(body=CLUSTER.read_text(encoding="utf-8"), content_type="text/javascript")
    elif name.startswith("jquery"):
        route.fulfill(body=JQUERY, content_type="text/javascript")
    elif name in {"leaflet.js", "leaflet.css"}:
        text = files("xstatic.pkg.leaflet").joinpath("data", name).read_text(encoding="utf-8")
        route.fulfill(body=text, content_type="text/javascript" if name.endswith("js") else "text/css")
    else:
        route.fulfill(body="", content_type="text/css" if ".css" in name else "text/javascript")
