"""Report text that would like to be more than text: it is shown as text, and nothing runs."""

import csv
import io
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from output.rows.shapes import point

pytestmark = pytest.mark.browser

RUN = "window.__pwned=1"
PAYLOADS = [
    "{{7*7}}",
    "{{ this.__class__.__mro__ }}",
    "{% for x in range(9) %}x{% endfor %}",
    "{% raw %}",
    "{# note #}",
    "{{ '",
    "}}",
    "${7*7}",
    f"${{{RUN}}}",
    f"`+({RUN})+`",
    f"'-({RUN})-'",
    f'"-({RUN})-"',
    f"\\'-({RUN})//",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    "</title><script>1</script>",
    "<!--<script>",
    "-->",
    "]]>",
    "<![CDATA[",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    "<iframe srcdoc='x'>",
    f"<a href='javascript:{RUN}'>x</a>",
    f"javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "//evil.invalid/x.js",
    "<link rel=stylesheet href=//evil.invalid/x.css>",
    "<style>*{display:none}</style>",
    "</style><b>",
    f"expression({RUN})",
    "url(https://evil.invalid/x.png)",
    "<base href=//evil.invalid>",
    "<meta http-equiv=refresh content=0>",
    "<form action=//evil.invalid>",
    "&lt;script&gt;",
    "&#x3c;b&#x3e;",
    "%3Cscript%3E",
    "=cmd|'/c calc'!A1",
    "@SUM(1)",
    "+1-2",
    "../../etc/passwd",
    "C:\\Users\\new\\table\\x",
    "\\\\server\\share",
    "'; DROP TABLE x; --",
    "<!-- policy -->",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "\u202egnp.exe",
    "\u2066hidden\u2069",
    "nul\x00here",
    "bell\x07 esc\x1b[31m",
    "line\u2028para\u2029end",
    "\ufeffbom",
    "zero\u200bwidth",
    "👩‍👩‍👧 🇮🇶",
    "עברית العربية",
    "e\u0301" * 40,
    "x" * 3000,
    " ",
    "\t\r\n",
]
KEYS = ["layer", "type", "modality", "stage", "precision", "sure", "country", "source", "report", "people",
        "killed", "days", "undated", "q", "sort", "group", "at", "map"]  # fmt: skip
HALF_PAIR = "half \ud800 pair"  # no table of text can hold it, but a title or a note can
HIDDEN = set("\u202e\u2066\u2069\x00\x07\x1b\u2028\u2029\ufeff\u200b")


@pytest.fixture
def hostile(sample: Any) -> Any:
    """Return a sample with an incident and a route for each payload, which stands in every field that holds text."""
    for i, bad in enumerate(PAYLOADS):
        claim = {
            "start": 0, "end": 1, "text": bad, "asserted_by": bad, "relayed_by": [bad, bad], "cue": bad, "quoted": True,
            "modality": bad, "killed": None, "injured": None, "captured": None, "document": bad,
        }  # fmt: skip
        other = {"id": bad, "name": bad, "country": bad, "lat": 1.0, "lon": 2.0, "confidence": 0.1}
        texts = ("place", "place_id", "country", "admin1", "when_text", "perpetrators", "victims", "targets", "captors",
                 "captives", "weapons", "trigger", "quote", "asserted_by", "relayed_by", "cue")  # fmt: skip
        marks = [{"what": what, "was": bad, "line": 1, "note": bad} for what in ("day", "type", "origin", bad)]
        right = {"corrected": bad, "corrected_json": json.dumps(marks)}
        document = f"{i}{bad}"
        sample.document(document, title=f"{bad} {i}", source=bad, published=bad, warnings=bad)
        sample.incident(30 + i / 4, 40, 2, document=document, claims=[claim], alternatives_json=json.dumps([other]),
                        **right, **dict.fromkeys(texts, bad))  # fmt: skip
        sample.incident(None, None, document=document, type=bad, stage=bad, modality=bad)
        ends = {"origin": bad, "destination": bad, "origin_country": bad, "destination_country": bad}
        said = ("cargo", "categories", "via", "operator", "purpose", "when_text", "modality")
        sample.route(
            "Iran", "Iraq", document=document, claims_json=json.dumps([claim]), **ends, **right,
            **dict.fromkeys(said, bad),
        )  # fmt: skip
    return sample


def settled(page: Any) -> None:
    assert page.evaluate("window.__pwned") is None
    assert (
        page.locator("img, iframe, object, embed, base, form, svg, link, script[src], [onerror], [onload]").count() == 0
    )
    assert page.locator("style").count() == 2
    assert page.locator("a").evaluate_all("links => links.map(a => a.getAttribute('href'))") == ["#", "#"]


def shown(text: str) -> str:
    """Return what of a payload a reader must find: its longest stretch without hidden characters, as one line."""
    parts = "".join("\n" if c in HIDDEN else c for c in text).split("\n")
    return " ".join(max(parts, key=len).split())


def test_nothing_that_a_report_holds_runs_or_hides(hostile: Any, open_map: Any) -> None:
    page = open_map(hostile.layers(), title=" ".join([*PAYLOADS, HALF_PAIR]), notes=[*PAYLOADS, HALF_PAIR])
    settled(page)
    rows = page.locator(".home .row").count()
    assert rows >= 2 * len(PAYLOADS)
    text = page.text_content("body > main .panel")
    assert not HIDDEN & set(text)
    assert "half" in text
    assert "49" not in page.text_content("h1")


def test_an_empty_page_shows_hostile_names_and_quotes_as_text(sample: Any, open_map: Any) -> None:
    for i, bad in enumerate(PAYLOADS):
        sample.document(f"{i}{bad}", title=bad, source=bad, published=bad, warnings=f"left out: “{bad}”")
    sample.places = [({"id": f"x:{i}", "name": bad}, point(1.0, 2.0)) for i, bad in enumerate(PAYLOADS[14:34])]
    page = open_map(sample.layers(), notes=[f"left out {bad}" for bad in PAYLOADS])
    settled(page)
    text = page.text_content("body > main .panel")
    assert not HIDDEN & set(text)
    assert all(shown(bad)[:600] in " ".join(text.split()) for bad in PAYLOADS)


def test_each_payload_is_shown_as_text_in_the_details(hostile: Any, open_map: Any) -> None:
    page = open_map(hostile.layers())
    for kind in ("incident", "route"):
        for i, bad in enumerate(PAYLOADS):
            index = 2 * i if kind == "incident" else i
            page.evaluate(
                """async ([kind, index]) => {
                    const data = window.__data = window.__data || await dateline.data.open();
                    const style = dateline.data.read('config').style;
                    const row = data[kind + 's'][index], more = await data.detail(kind + 's', index);
                    const nodes = dateline.detail[kind](data, style, row, more, () => {});
                    const real = nodes.flat(Infinity).filter((one) => one instanceof Node);
                    document.querySelector('.over').replaceChildren(...real); }""",
                [kind, index],
            )
            text = page.text_content(".over")
            assert not HIDDEN & set(text)
            assert shown(bad) in " ".join(text.split())
    settled(page)


def test_opening_and_pointing_at_every_mark_runs_nothing(hostile: Any, open_map: Any) -> None:
    page = open_map(hostile.layers())
    for x in range(420, 1390, 90):
        for y in range(40, 880, 90):
            page.mouse.move(x, y)
    page.mouse.click(900, 450)
    for i in range(0, 60, 7):
        page.locator(".panel .row:visible").nth(i % page.locator(".panel .row:visible").count()).click()
        page.keyboard.press("Escape")
    settled(page)


def test_filters_and_what_they_are_called_run_nothing(hostile: Any, open_map: Any) -> None:
    page = open_map(hostile.layers())
    page.evaluate("for (const box of document.querySelectorAll('.filters, .facet')) box.open = true")
    page.locator(".facet[data-facet=people] li label").first.wait_for()
    for more in page.locator(".facet .quiet:visible").all():
        while more.is_visible():
            more.click()
    assert page.locator(".facet li").count() > 5 * len(PAYLOADS)
    assert not HIDDEN & set(page.text_content(".filters"))
    for name in ("type", "country", "source", "report", "people"):
        page.locator(f".facet[data-facet={name}] li input").last.click()
        page.click("text=Clear all filters")
    page.select_option("select[name=group]", "source")
    settled(page)


@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_search_and_a_link_are_text_too(part: int, hostile: Any, open_map: Any) -> None:
    page = open_map(hostile.layers())
    page.evaluate(
        """async ([payloads, keys]) => { const wait = (ms) => new Promise((done) => setTimeout(done, ms));
        const input = document.querySelector('.finding > input');
        for (const bad of payloads) {
            input.value = bad;
            input.dispatchEvent(new Event('input'));
            const all = new URLSearchParams();
            for (const name of keys) all.append(name, bad);
            location.hash = all.toString();
            await wait(5);
            location.hash = encodeURIComponent(bad) + '=' + bad + '&' + bad;
            await wait(5);
        } }""",
        [PAYLOADS[part::3], KEYS],
    )
    page.wait_for_selector("html:not([data-pending])")
    settled(page)


def test_what_is_set_right_and_saved_stays_text(hostile: Any, open_map: Any) -> None:
    page = open_map(hostile.layers())
    files = page.evaluate(
        """async () => { const { Corrections, renamed, placed, struck, split } = dateline.corrections;
        const data = await dateline.data.open(), filters = dateline.facets.make(data), made = new Corrections();
        for (const row of data.incidents) {
            const more = await data.detail('incidents', row.index);
            const other = (more.alternatives || [])[0] || { lat: 1, lon: 2 };
            made.add(more.surface ? renamed(row, [row.id], more.surface, other) : placed(row, [row.id], other));
            made.add(struck(row, [row.id]), split(row, [1]));
        }
        const text = async (kind) => (await dateline.download[kind](data, filters)).join('');
        return [made.toml(), await text('geojson'), await text('csv')]; }"""
    )
    corrections, features = tomllib.loads(files[0]), json.loads(files[1])["features"]
    ids = [one["id"] for one in corrections["not_an_incident"]]
    assert ids == [feature["id"] for feature in features if feature["properties"]["layer"] == "incident"]
    assert {one["at"] for one in corrections["place"]} <= set(PAYLOADS)
    assert {feature["properties"]["quote"] for feature in features} >= {bad for bad in PAYLOADS if bad.strip(" ")}
    rows = list(csv.reader(io.StringIO(files[2], newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.lstrip(" \u00a0\ufeff")[:1] in {"=", "+", "@", "\t", "\r"}]
    for i in (0, 2, 40):
        page.locator(".home .row").nth(i).click()
        page.wait_for_selector(".over:not([hidden]) .fix")
        page.evaluate("document.querySelector('.fix').open = true")
        page.click(".fix button:text('Not an incident')")
        page.wait_for_selector(".over .noted")
        page.click(".back")
    assert not HIDDEN & set(page.text_content(".corrections"))
    settled(page)


def test_the_policy_blocks_a_script_that_was_not_there_when_the_page_was_made(
    browser: Any, operation: Any, tmp_path: Path
) -> None:
    from output.page.map import draw

    file = tmp_path / "map.html"
    page_text = draw(operation.layers())
    file.write_text(
        page_text.replace("</main>", f"</main><script>{RUN}</script><img src=x onerror='{RUN}'>"), encoding="utf-8"
    )
    context = browser.new_context(offline=True)
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]")
    page.evaluate(f"document.body.append(Object.assign(document.createElement('script'), {{ textContent: '{RUN}' }}))")
    page.evaluate("""() => new Promise((done) => { const div = document.createElement('div');
        div.innerHTML = '<img src=x onerror="window.__pwned=1"><b style="color:red">x</b>';
        div.firstChild.addEventListener('error', () => done());
        document.body.append(div); })""")
    assert page.evaluate("window.__pwned") is None
    assert sum("Content Security Policy" in text for text in complaints) >= 3
    context.close()


def test_a_name_without_end_and_marks_without_end_are_cut(sample: Any, open_map: Any) -> None:
    sample.document("a", title="T" * 100_000, source="S" * 100_000)
    sample.incident(33.0, 44.0, place="\N{HANGUL FILLER}e" + "\N{COMBINING ACUTE ACCENT}" * 2_000)
    page = open_map(sample.layers(), title="M" * 100_000, notes=["N" * 100_000])
    words = page.text_content(".panel")

    assert max(words.count(letter) for letter in "TSMN") <= 700
    assert words.count("\N{COMBINING ACUTE ACCENT}") == 4
    assert "[U+3164]" in words
    page.click(".home .row")
    page.wait_for_selector(".over:not([hidden]) dd")
    assert len(page.text_content(".over")) < 3_000
