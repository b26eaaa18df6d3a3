"""The map's page as text: policy, bytes, data, tiles."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from output.layers import Layers
from output.page.data import OPEN
from output.page.detail import BLOCK, told_ids
from output.page.map import draw
from output.page.outlines import STEPS_PER_DEGREE
from output.page.tiles import TileError, tile_source
from output.page.wordcode import END, MISSING, Words, planes
from output.rows.columns import frame, table
from output.rows.shapes import circle, point

PAYLOADS = ["{{7*7}}", "{% raw %}", "${7*7}", "`x`", "</script><script>x</script>", "</title>", "<!-- policy -->",
            "<!-- data -->", "C:\\new\\table", "\u2028\u2029", "\x00", "\ud800", "&amp;", "'\"", "{{ '"]  # fmt: skip


def incident(number: int, **more: Any) -> tuple[dict[str, Any], Any]:
    row = {
        "id": f"a#i{number}", "document": "a", "type": "raid", "stage": "accomplished", "modality": "fact",
        "drawn": "point", "place": "Sadr City", "place_id": "geonames:7802746", "country": "IQ", "admin1": "Baghdad",
        "lat": 33.3889, "lon": 44.4583, "precision": 1, "radius_km": 3.0, "inherited": False, "confidence": 0.9,
        "claims_json": json.dumps([{"text": f"Invented sentence {number}."}]), "alternatives_json": "[]",
    } | more  # fmt: skip
    drawn = {"point": point(row["lat"], row["lon"]), "area": circle(row["lat"], row["lon"], row["radius_km"])}
    return row, more.get("shape", drawn.get(row["drawn"]))


def layers(*rows: tuple[dict[str, Any], Any], documents: tuple[str, ...] = ("a",)) -> Layers:
    areas = [pair for pair in rows if pair[0]["drawn"] in {"area", "country"}]
    points = [pair for pair in rows if pair[0]["drawn"] not in {"area", "country"}]
    read = [{"id": name, "title": f"Invented {name}", "incidents": 1, "routes": 0} for name in documents]
    return Layers(
        frame(points, "incidents"),
        frame(areas, "areas"),
        frame([], "routes"),
        frame([], "places"),
        table(read, "documents"),
    )


def block(page: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="dateline-{name}">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def unpacked(packed: str) -> bytes:
    return zlib.decompress(base64.b64decode(packed))


def numbers(page: str, kind: str) -> dict[str, list[int]]:
    """Return the columns of a table of the page, taken apart as the page's script does it."""
    packed = block(page, "data")[kind]
    rows, data, at, columns = packed["rows"], unpacked(packed["bytes"]), 0, {}
    for name, width in packed["planes"].items():
        planes = [data[at + plane * rows : at + (plane + 1) * rows] for plane in range(width)]
        columns[name] = [sum(plane[i] << 8 * n for n, plane in enumerate(planes)) for i in range(rows)]
        at += width * rows
    return columns


def tables(page: str) -> dict[str, list[Any]]:
    """Return the tables of distinct values of the page."""
    data = block(page, "data")
    known: dict[str, list[Any]] = json.loads(unpacked(data["tables"]))
    return known | {"words": json.loads(unpacked(data["places"]["words"]))}


def details(page: str, kind: str) -> list[dict[str, Any]]:
    """Return the blocks of details of a kind, taken apart as the page's script does it."""
    known = re.search(r'<script type="text/plain" id="dateline-words">(.*?)</script>', page)
    assert known
    words = json.loads(unpacked(known[1]))
    found = re.findall(rf'<script type="text/plain" id="dateline-{kind}-\d+">(.*?)\.(.*?)</script>', page)
    return [opened(json.loads(unpacked(head)), unpacked(numbers), words) for head, numbers in found]


def opened(head: dict[str, Any], data: bytes, words: dict[str, Any]) -> dict[str, Any]:
    first, rest = data[: head["numbers"]], data[head["numbers"] :]
    twos, fours = sum(byte >= 128 for byte in first), sum(byte >= 192 for byte in first)
    planes = [iter(rest[:twos]), iter(rest[twos : twos + fours]), iter(rest[twos + fours :])]
    numbers = (number_of(byte, *planes) for byte in first)
    tables: dict[str, Any] = head["plain"]
    for part, name, length in head["texts"]:
        tables[part][name] = [text_of(numbers, words) for _ in range(length)]
    return tables


def number_of(byte: int, second: Any, third: Any, fourth: Any) -> int:
    if byte < 128:
        return byte
    if byte < 192:
        return 128 + (byte - 128 << 8) + next(second)
    return 128 + (64 << 8) + (byte - 192 << 24) + next(second) + (next(third) << 8) + (next(fourth) << 16)


def text_of(numbers: Any, words: dict[str, Any]) -> str | None:
    text, after_word = "", False
    for number in iter(lambda: next(numbers), END):
        if number == MISSING:
            assert next(numbers) == END
            return None
        word = number not in words["gaps"]
        text += (" " if word and after_word else "") + words["words"][number]
        after_word = word
    return text


def policy(page: str) -> str:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert found
    return found[1]


# ---------------------------------------------------------------- the page


def test_policy_names_each_script_and_style_and_nothing_else() -> None:
    page = draw(layers(incident(1)))
    for tag in ("script", "style"):
        texts = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts}
        directive = re.search(f"{tag}-src ([^;]*)", policy(page))
        assert directive
        assert set(directive[1].split()) == hashes
    assert policy(page).startswith("default-src 'none'; ")
    assert "img-src data: blob:; base-uri 'none'; form-action 'none'" in policy(page)
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script>")


def test_page_names_no_other_host_to_load_from() -> None:
    page = draw(layers(incident(1)))
    assert re.findall(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=", page) == []
    assert "sourceMappingURL" not in page
    assert "@import" not in page


def test_same_layers_give_the_same_bytes_in_another_process(root: Any) -> None:
    script = (
        "import sys; sys.path.insert(0, 'tests/output'); import test_map as t, hashlib;"
        "print(hashlib.sha256(t.draw(t.layers(t.incident(1), t.incident(2, country='SY'))).encode()).hexdigest())"
    )
    digests = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run([sys.executable, "-c", script], cwd=root, check=True, capture_output=True, env=env)
        digests.add(done.stdout)
    assert len(digests) == 1


@pytest.mark.parametrize("bad", PAYLOADS)
def test_title_and_notes_stay_text(bad: str) -> None:
    page = draw(layers(), title=bad, notes=[bad])
    assert block(page, "data")["title"] == bad
    assert block(page, "data")["notes"] == [bad]
    head = re.search("<title>(.*?)</title>", page, re.DOTALL)
    assert head
    assert "<" not in head[1]
    assert page.count("<script>") == 2
    page.encode()


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_of_a_report_comes_through_whole_and_cannot_end_its_block(text: str) -> None:
    page = draw(layers(incident(1, place=text, when_text=text, when_precision="unknown")))
    known, incidents = tables(page), numbers(page, "incidents")
    assert known["words"][numbers(page, "places")["name"][incidents["place"][0] - 1]] == text
    assert known["texts"][incidents["words"][0]] == text
    inside = page.split('id="dateline-data">')[1].split("</script>")[0]
    assert not set(inside) & set("<>&\u2028\u2029\u202e")


# ---------------------------------------------------------------- its data


def test_rows_come_in_the_order_of_reports_and_texts() -> None:
    rows = [incident(10), incident(9, drawn="area", precision=2), incident(1, id="b#i1", document="b"), incident(2)]
    found = numbers(draw(layers(*rows, documents=("b", "a"))), "incidents")
    assert list(zip(found["document"], found["number"], strict=True)) == [(0, 1), (1, 2), (1, 9), (1, 10)]
    assert set(found["id"]) == {0}


def test_an_id_of_another_kind_is_kept_whole() -> None:
    page = draw(layers(incident(1, id="elsewhere#i07")))
    assert tables(page)["texts"][numbers(page, "incidents")["id"][0]] == "elsewhere#i07"


def test_phases_point_to_their_operation() -> None:
    page = draw(layers(incident(1), incident(2, part_of="a#i1"), incident(3, part_of="gone#i1")))
    assert numbers(page, "incidents")["parent"] == [0, 1, 0]


def test_claims_are_packed_in_order() -> None:
    packed = details(draw(layers(*(incident(n) for n in range(1, 1203)))), "incidents")
    assert [len(one["rows"]["claims"]) for one in packed] == [BLOCK, 1202 - BLOCK]
    assert packed[1]["claims"]["text"][201] == "Invented sentence 1202."


def test_a_claim_has_what_stands_around_it_in_its_report_unless_the_map_is_large(monkeypatch: Any) -> None:
    text = "Invented: it was quiet. Then shots fell. Nobody spoke."
    start, end = text.index("Then"), text.index(" Nobody")
    row = incident(1, claims_json=json.dumps([{"text": text[start:end], "start": start, "end": end}]))
    read = replace(layers(row), texts={"a": text})
    claims = details(draw(read), "incidents")[0]["claims"]
    assert (claims["before"], claims["after"]) == (["Invented: it was quiet."], ["Nobody spoke."])
    monkeypatch.setattr("output.page.data.MOST_WITH_CONTEXT", 0)
    assert "before" not in details(draw(read), "incidents")[0]["claims"]


def test_the_other_reports_of_an_event_are_known_to_the_filters() -> None:
    claims = [{"text": "Invented.", "document": name} for name in ("a", "b", "gone")]
    page = draw(layers(incident(1), incident(2, reports=3, claims_json=json.dumps(claims)), documents=("a", "b")))
    assert numbers(page, "retold") == {"item": [1], "document": [1]}


def test_days_travel_as_a_number_and_a_span() -> None:
    rows = [
        incident(1, when_start="2007-08-07", when_end="2007-08-09"),
        incident(2, when_end="2007-08-09"),
        incident(3, when_start="2007-08-07"),
        incident(4, when_text="then"),
        incident(5, when_start="no day"),
    ]
    found = numbers(draw(layers(*rows)), "incidents")
    day = date(2007, 8, 7).toordinal()
    assert found["start"] == [day, day + 2, day, 0, 0]
    assert found["span"] == [2, OPEN + 1, OPEN, 0, 0]


def test_circles_travel_as_point_and_radius_and_outlines_as_steps() -> None:
    unit = circle(33.0, 44.0, 80.0).buffer(1.0, cap_style="square").envelope
    rows = [incident(1, drawn="area", precision=2), incident(2, drawn="area", precision=4, radius_km=80.0, shape=unit)]
    page = draw(layers(*rows))
    assert numbers(page, "incidents")["shape"] == [0, 1]
    ring = tables(page)["shapes"][1][0]
    assert [ring[0] / STEPS_PER_DEGREE, ring[1] / STEPS_PER_DEGREE] in [
        [pytest.approx(x, abs=0.001), pytest.approx(y, abs=0.001)] for x, y in unit.exterior.coords
    ]
    assert sum(ring[2::2]) == sum(ring[3::2]) == 0


def test_a_circle_across_180_degrees_is_still_a_circle() -> None:
    page = draw(layers(incident(1, drawn="area", precision=3, lat=-16.8, lon=179.9, radius_km=60.0)))
    assert numbers(page, "incidents")["shape"] == [0]


def test_counts_and_what_is_missing() -> None:
    rows = [
        incident(1, killed_low=1, killed_best=2, killed_high=3),
        incident(2, drawn="unlocated", place=None, lat=1, lon=1),
    ]
    page = draw(layers(*rows))
    assert [tables(page)["counts"][n] for n in numbers(page, "incidents")["killed"]] == [[1, 2, 3], None]
    assert numbers(page, "incidents")["place"][1] == 0


def test_first_order_lines_are_those_of_the_countries_named() -> None:
    assert len(block(draw(layers(incident(1))), "basemap")["first_order"]) == 1
    assert len(block(draw(layers(incident(1), incident(2, country="SY"))), "basemap")["first_order"]) == 2
    assert block(draw(layers()), "basemap")["first_order"] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=9))
def test_any_texts_come_back_from_the_numbers_of_their_words(texts: list[str | None]) -> None:
    made = Words()
    came = np.array(made.coded(texts))
    known, ranks = made.ranked()
    head = {"numbers": len(came), "texts": [["rows", "x", len(texts)]], "plain": {"rows": {}}}
    assert opened(head, planes(ranks[came]), known)["rows"]["x"] == texts


def test_frequent_words_have_small_numbers() -> None:
    made = Words()
    made.coded(["rare", "often and often", "often"])
    assert made.ranked()[0]["words"] == [None, None, "often", "and", "rare"]


@pytest.mark.parametrize("number", [0, 127, 128, 16_511, 16_512, 4_000_000, 1_000_000_000])
def test_each_size_of_number_comes_back(number: int) -> None:
    data = planes(np.array([number, 5], np.int32))
    assert number_of(data[0], iter(data[2:3]), iter(data[3:4]), iter(data[4:])) == number
    assert data[1] == 5


# ---------------------------------------------------------------- tiles


def test_no_tiles_unless_asked_for() -> None:
    assert tile_source(None) is None
    assert tile_source("none") is None
    assert block(draw(layers()), "config")["tiles"] is None


@pytest.mark.parametrize(
    ("tiles", "origin"),
    [
        ("osm", "https://tile.openstreetmap.org"),
        ("https://tiles.example:8443/v1/{z}/{x}/{y}.png?k=1", "https://tiles.example:8443"),
    ],
)
def test_the_policy_lets_in_the_tiles_host_alone(tiles: str, origin: str) -> None:
    page = draw(layers(), tiles=tiles)
    assert f"img-src data: blob: {origin};" in policy(page)
    assert '<meta name="referrer" content="no-referrer">' in page


@pytest.mark.parametrize(
    "tiles",
    ["http://a.example/{z}/{x}/{y}.png", "https://a.example/{z}/{x}.png", "https://a.example/{z}/{x}/{y}/{s}", "OSM",
     "https://a.example/{z}/{x}/{y}';script-src *", 'https://a.example/{z}/{x}/{y}"><script>', "https://u:p@a.example/{z}/{x}/{y}",
     "javascript:alert(1)//{z}{x}{y}", "https://a.example /{z}/{x}/{y}", "https://a.example/{z}/{x}/{y}\n", "https:///{z}/{x}/{y}",
     "https://a.example/{{z}}/{x}/{y}", "https://a.example/{z}/{x}/{y}{"],
)  # fmt: skip
def test_addresses_that_cannot_be_trusted_are_refused(tiles: str) -> None:
    with pytest.raises(TileError, match="tiles: "):
        draw(layers(), tiles=tiles)


@pytest.mark.parametrize(
    "ids",
    [
        ["a#i1", "b#i2"],
        ["a; b#i1", "c#i1"],
        ["x#i1", "a; b#i2", "a#i3"],
        ["a; b#i1", "b#i2.2", "a#i9"],
        ["a; b; c#i1", "c#i10"],
        ["one#two#i1", "three; #i2"],
    ],
)
def test_ids_that_were_joined_come_apart_though_one_holds_what_joins_them(ids):
    assert told_ids("; ".join(ids), [one.rpartition("#")[0] for one in ids]) == ids
