"""The still pictures: what is where on them, seen in their pixels and read back from their files."""

import itertools
import re
from io import BytesIO
from xml.etree import ElementTree as ET

import matplotlib.image
import numpy as np
import pytest
from matplotlib.path import Path as Outline

import output.still.symbols
from geo.model import IncidentType
from output.layers import build_layers
from output.marks import Mark, svg
from output.page.basemap import basemap
from output.still import KINDS, draw_still
from output.still.ground import _lines
from output.still.marks import _blocks
from output.still.shapes import outline
from output.still.sheet import Sheet
from output.still.view import view_of
from output.style import CERTAINTIES, STAGES, SYMBOLS

SIZE = (800, 500)
LEGEND_END = 342  # pixels of a picture that is 1600 wide


@pytest.fixture(scope="module")
def gazetteer():
    from gazetteer import bundled

    return bundled()


@pytest.fixture(scope="module")
def layers(new_maker, gazetteer):
    maker = new_maker()
    maker.incident("Baghdad", 1, type="raid", modality="fact")
    maker.incident("Iran", 6)
    maker.incident(None)
    maker.route("Iran", "Iraq")
    return build_layers([maker.report()], gazetteer)


def pixels(picture):
    return (matplotlib.image.imread(BytesIO(picture), format="png")[..., :3] * 255).round().astype(int)


def rgb(colour):
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def near(picture, colour):
    return (np.abs(picture - rgb(colour)).max(axis=2) < 12).nonzero()


def test_what_the_legend_says_stays_in_its_panel(new_maker, gazetteer, monkeypatch):
    maker = new_maker()
    maker.incident("Baghdad", 1, type="attack", modality="fact")
    maker.route("Iran", "Iraq")
    layers = build_layers([maker.report()], gazetteer)
    layers.incidents["confidence"] = 0.4
    written = []
    write = Sheet.write

    def kept(self, words, x, y, hand):
        written.append((self.axes.figure, write(self, words, x, y, hand)))
        return written[-1][1]

    monkeypatch.setattr(Sheet, "write", kept)
    draw_still(layers, ".png", size=(1600, 1000), title="A " + "long " * 20)
    legend = [(figure, text) for figure, text in written if text.get_position()[0] < LEGEND_END]
    assert any("sure" in text.get_text() for _, text in legend)
    assert max(text.get_window_extent(figure.canvas.get_renderer()).x1 for figure, text in legend) < LEGEND_END


def test_a_mark_stands_where_its_place_is(layers):
    box = (42.0, 31.0, 47.0, 35.0)
    picture = pixels(draw_still(layers, ".png", size=SIZE, extent=box))
    view = view_of(layers, SIZE, box)
    x, y = view.at(44.40088, 33.34058)
    rows, columns = near(picture, SYMBOLS["raid"].colour)
    here = columns > 250  # right of the legend

    assert abs(columns[here].mean() - x) < 3
    assert abs(rows[here].mean() - y) < 3
    lon, lat = view.degrees(float(x), float(y))
    assert (round(lon, 5), round(lat, 5)) == (44.40088, 33.34058)


@pytest.mark.parametrize(("box", "counted"), [((42.0, 31.0, 47.0, 35.0), False), ((-180.0, -60.0, 180.0, 75.0), True)])
def test_marks_of_one_place_are_counted_where_they_would_stand_far_off_it(new_maker, gazetteer, box, counted):
    maker = new_maker()
    maker.incident("Baghdad", 1, type="raid")
    maker.incident("Baghdad", 1, type="bombing")
    made = build_layers([maker.report()], gazetteer)

    assert [block.counted for block in _blocks(view_of(made, SIZE, box), made)] == [counted]


def test_nothing_of_half_a_world_ends_up_on_its_other_side(layers):
    view = view_of(layers, (1600, 1000), (-102.0, -20.0, -172.0, 55.0))  # from Mexico to Samoa, beside the legend
    mexico, suva = (float(view.at(lon, lat)[0]) for lon, lat in ((-102.0, 23.0), (178.4, -18.1)))
    assert 300 < mexico < suva < 1600


def test_what_is_across_180_is_drawn_in_one_piece(new_maker, gazetteer):
    maker = new_maker()
    maker.incident("Taveuni", 1, modality="fact")
    maker.incident("Fiji", 6)
    layers = build_layers([maker.report()], gazetteer)
    view = view_of(layers, SIZE, None)

    x, _ = view.at(179.97, -16.85)
    other, _ = view.at(-179.97, -16.85)
    assert 0 < other - x < 20
    assert view.scale > 10_000  # some degrees wide and not the whole world
    columns = near(pixels(draw_still(layers, ".png", size=SIZE)), SYMBOLS["raid"].colour)[1]
    assert np.abs(columns - float(x)).min() < 4


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_reports_give_the_same_bytes(layers, kind):
    assert draw_still(layers, kind, size=SIZE) == draw_still(layers, kind, size=SIZE)


def test_each_kind_is_what_it_says_and_has_its_size(layers):
    assert pixels(draw_still(layers, ".png", size=SIZE)).shape == (500, 800, 3)
    root = ET.fromstring(draw_still(layers, ".svg", size=SIZE))  # noqa: S314  # ours
    assert (root.get("width"), root.get("height")) == ("600pt", "375pt")
    assert draw_still(layers, ".pdf", size=SIZE).startswith(b"%PDF-")


def test_a_picture_of_nothing_shows_the_world(gazetteer):
    picture = pixels(draw_still(build_layers([], gazetteer), ".png", size=SIZE))

    assert len(near(picture, "#f7f5ef")[0]) > 50_000
    assert len(near(picture, "#d9e6ee")[0]) > 50_000


TEXTS = [r"$x^2$ $\frac{1}$ $", "<script>alert(1)</script> {{ 7*7 }}", "\x00\x07\u202e\u2028 & ]]>"]


def test_a_title_is_shown_as_it_is_and_never_read(layers):
    for text in TEXTS:
        root = ET.fromstring(draw_still(layers, ".svg", size=SIZE, title=text, notes=[text]))  # noqa: S314
        assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_the_legend_says_what_is_not_drawn(layers, monkeypatch):
    written = []
    write = Sheet.write

    def watched(sheet, words, *more):
        written.append(words)
        return write(sheet, words, *more)

    monkeypatch.setattr(Sheet, "write", watched)
    draw_still(layers, ".svg", size=SIZE, title="Invented", notes=["not read: a.txt"])

    assert {"Raid (1)", "Known to the country only, outlined: 1", "Not located, not drawn: 1"} <= set(written)
    assert {"Alleged route: direction only, no path (1)", "Invented", "not read: a.txt"} <= set(written)
    assert any(re.fullmatch(r"[125]0* km", words) for words in written)
    assert any("GeoNames" in words for words in written)


def test_a_place_in_doubt_has_a_question_mark_and_the_legend_says_so(new_maker, gazetteer, monkeypatch):
    maker = new_maker()
    maker.confidences = {"Baghdad": 0.4}
    maker.incident("Baghdad", 1)
    drawn = []
    monkeypatch.setattr(output.still.symbols, "_question", lambda _axes, at, *_: drawn.append(at))
    draw_still(build_layers([maker.report()], gazetteer), ".svg", size=SIZE)

    assert len(drawn) == 2  # on the map, and in the legend


# ---------------------------------------------------------------- marks


@pytest.mark.parametrize("kind", SYMBOLS)
def test_an_outline_is_closed_and_lies_around_its_middle(kind: IncidentType):
    path = outline(SYMBOLS[kind].path)
    box = path.get_extents()

    assert path.codes[0] == Outline.MOVETO
    assert path.codes[-1] == Outline.CLOSEPOLY
    assert 0.4 < box.width / 2 < 1.3
    assert path.contains_point((0.1, 0.2))


def test_arcs_are_as_round_as_svg_says():
    circle = outline(SYMBOLS["other"].path)
    drawn = circle.vertices[circle.codes == Outline.LINETO]

    assert np.allclose(np.hypot(*drawn.T), 0.9)


def test_each_mark_is_a_picture_of_its_own():
    looks = itertools.product(SYMBOLS, CERTAINTIES, STAGES, (False, True))
    pictures = {svg(Mark(*look)) for look in looks}

    assert len(pictures) == len(SYMBOLS) * len(CERTAINTIES) * len(STAGES) * 2
    for picture in pictures:
        ET.fromstring(picture)  # noqa: S314  # ours


@pytest.mark.parametrize("place", ["Fiji", "Baghdad"])
@pytest.mark.parametrize("extent", [(40.0, 29.0, 50.0, 38.0), (20.0, 40.0, 50.0, 60.0), (170.0, -25.0, -170.0, -10.0)])
def test_any_extent_can_be_drawn_whatever_its_countries_are(new_maker, gazetteer, place, extent):
    maker = new_maker()
    maker.incident(place, 6 if place == "Fiji" else 1)
    picture = draw_still(build_layers([maker.report()], gazetteer), ".png", size=SIZE, extent=extent)

    assert picture.startswith(b"\x89PNG")


def test_a_country_without_lines_between_its_units_is_drawn():
    ground = basemap(["SG", "VA", "MC", "IQ"])

    for text in ground["first_order"]:
        lines = _lines(text, ground["steps"])
        assert len(lines.points) == len(lines.boxes)
