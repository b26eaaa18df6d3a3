"""The map in a notebook: it shows itself, in a frame that reaches nothing around it."""

from pathlib import Path
from typing import Any

import pytest

from output.notebook import MapPage
from output.page.map import draw

pytestmark = pytest.mark.browser


def test_the_map_shows_itself_in_a_frame_that_reaches_nothing(operation: Any, browser: Any, tmp_path: Path) -> None:
    operation.incident(33.0, 44.0, place='"></iframe><script>parent.pwned = 1</script>')
    notebook = tmp_path / "notebook.html"
    shown = MapPage(draw(operation.layers()))._repr_html_()
    notebook.write_text(f"<!DOCTYPE html><meta charset=utf-8><title>x</title>{shown}", encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(notebook.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for()
    frame.locator(".home .row").first.click()
    frame.locator(".over figure").wait_for()
    frame.locator(".back").click()
    frame.locator(".filters > summary").click()
    frame.locator(".facet[data-facet=type] > summary").click()
    frame.locator(".facet[data-facet=type] input[type=checkbox]").first.check()
    assert "Showing" in frame.locator(".status").inner_text()
    reached = page.frames[1].evaluate("(() => { try { return parent.document.title; } catch { return null; } })()")
    assert reached is None
    with page.expect_download() as waiting:
        frame.locator(".taking >> text=CSV").click()
    assert waiting.value.suggested_filename == "dateline.csv"
    assert page.evaluate("window.pwned") is None
    assert errors == []
    context.close()


def test_a_page_is_still_text(operation: Any) -> None:
    page = MapPage("<b>")
    assert page == "<b>"
    assert page.encode() == b"<b>"
    assert 'srcdoc="&lt;b&gt;"' in page._repr_html_()
    assert 'sandbox="allow-scripts allow-downloads"' in page._repr_html_()
