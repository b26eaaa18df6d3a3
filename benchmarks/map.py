"""How large the map's page is, how soon a reader can use and filter it, beside Folium's clusters: `make bench-map`.

A page is ready when its list answers, its marks are drawn and a frame is due: the page says so itself by the mark
``dateline-ready``, whose time counts from the start of loading. A filter is timed from the tick of a checkbox until the
next frame is painted. "Computing" is the share of a time that passed on the processor, the same on a machine that
other work shares. Folium's pages are ready when their scripts have run and a frame is due; they get their libraries
from this machine, where ours has them inside. All in Chromium without a network, at the same incidents, one after
another in one run.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, sync_playwright

from benchmarks import folium_peers
from benchmarks.figure import Figure, table
from benchmarks.invented import invented
from output.layers import Layers
from output.page.map import draw

MEGABYTE = 1_000_000
RUNS = {10_000: 5, 100_000: 3, 1_000_000: 1}
ROUTES = 1_000
BUDGETS = {10_000: (4.0, 1_500.0), 100_000: (20.0, 3_000.0), 1_000_000: (150.0, 10_000.0)}  # incidents: MB, ms
FILTERED = {1_000_000: 300.0}  # ms
PATIENCE = 300_000  # ms

FILTER = """() => new Promise((done) => {
    for (const box of document.querySelectorAll('.filters, .facet[data-facet=type]')) box.open = true;
    setTimeout(() => {
        const tick = document.querySelector('.facet[data-facet=type] input[type=checkbox]'), begin = performance.now();
        tick.click();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin), 0));
    }, 500);
})"""


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds until a page is ready and until it has filtered, and how many of them it computed itself.

    The page's main thread is counted by its own clock, which stands still while the processor is elsewhere.
    """

    ready: float
    ready_computing: float
    filtered: float
    filtered_computing: float


def waits(browser: Browser, file: Path) -> Waits:
    """Open our page in a new window, and filter it."""
    page = browser.new_context(offline=True, viewport={"width": 1400, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready]")
    ready = float(page.evaluate("performance.getEntriesByName('dateline-ready')[0].startTime"))
    opened = _computed(session)
    filtered = float(page.evaluate(FILTER))
    measured = Waits(ready, opened, filtered, _computed(session) - opened)
    page.context.close()
    return measured


def _computed(session: CDPSession) -> float:
    """Return the milliseconds that a page's main thread has computed so far."""
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1000


def ours(browser: Browser, folder: Path, layers: Layers, incidents: int) -> Iterator[Figure]:
    """Measure our page."""
    name, (size, wait) = f"dateline, {incidents:,} incidents", BUDGETS[incidents]
    begin, worked = time.perf_counter(), time.process_time()
    html = draw(layers).encode()
    yield Figure(f"{name}: layers to page", time.perf_counter() - begin, "s")
    yield Figure(f"{name}: layers to page, computing", time.process_time() - worked, "s")
    yield Figure(f"{name}: size", len(html) / MEGABYTE, "MB", size)
    file = folder / "dateline.html"
    file.write_bytes(html)
    del html
    runs = [waits(browser, file) for _ in range(RUNS[incidents] + 1)][1:]  # the first fills the disk's cache
    yield Figure(f"{name}: until ready", median(run.ready for run in runs), "ms", wait)
    yield Figure(f"{name}: until ready, computing", median(run.ready_computing for run in runs), "ms")
    filtered = median(run.filtered for run in runs)
    yield Figure(f"{name}: until filtered by type", filtered, "ms", FILTERED.get(incidents))
    yield Figure(f"{name}: until filtered, computing", median(run.filtered_computing for run in runs), "ms")


def peers(browser: Browser, folder: Path, layers: Layers, incidents: int) -> Iterator[Figure]:
    """Measure those of Folium's clusters that reach as far."""
    for plugin in (plugin for plugin, most in folium_peers.MOST.items() if incidents <= most):
        name, begin = f"{plugin}, {incidents:,} incidents", time.perf_counter()
        html = folium_peers.page(plugin, layers).encode()
        yield Figure(f"{name}: layers to page", time.perf_counter() - begin, "s")
        yield Figure(f"{name}: size", len(html) / MEGABYTE, "MB")
        file = folder / "peer.html"
        file.write_bytes(html)
        yield Figure(f"{name}: until ready", folium_peers.ready(browser, file, PATIENCE), "ms")


def map_figures(sizes: Sequence[int] = (10_000, 100_000)) -> Iterator[Figure]:
    """Measure all pages at each size, and Folium's also at the largest size that each reaches below the largest."""
    below = {most for most in folium_peers.MOST.values() if most < max(sizes)}
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for incidents in sorted(below.union(sizes)):
            layers = invented(incidents, ROUTES)
            if incidents in sizes:
                yield from ours(browser, Path(folder), layers, incidents)
            yield from peers(browser, Path(folder), layers, incidents)
        browser.close()


if __name__ == "__main__":
    for figure in map_figures([int(size) for size in sys.argv[1:]] or [10_000, 100_000]):
        print(table([figure]), flush=True)
