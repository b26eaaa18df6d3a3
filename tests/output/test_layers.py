import json
from dataclasses import replace

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from gazetteer.place import Place
from geo.model import Alternative, Correction, Count, Participant, Span, Toponym
from output.layers import build_layers
from output.rows.columns import TYPES, columns_of
from output.rows.shapes import arc, circle

GEOD = Geod(ellps="WGS84")
BAGHDAD = Place("geonames:98182", "Baghdad", "populated_place", 33.34058, 44.40088, 20.0, "IQ", "Baghdad", 7000000)


@pytest.fixture
def layers(maker, gazetteer):
    return lambda: build_layers([maker.report()], gazetteer)


def row(table, number=0):
    return table.iloc[number].to_dict()


# ---------------------------------------------------------------- how an incident is drawn


def test_an_exact_place_is_a_point(maker, layers):
    maker.incident("Baghdad", 1)
    made = layers()

    assert row(made.incidents)["drawn"] == "point"
    assert made.incidents.geometry[0].coords[0] == (44.40088, 33.34058)
    assert made.areas.empty


@pytest.mark.parametrize("precision", [2, 3, 5, 7])
def test_a_place_known_roughly_is_a_circle_of_its_radius(maker, layers, precision):
    maker.incident("Sadr City", precision)
    made = layers()
    ring = made.areas.geometry[0].exterior.coords
    metres = [GEOD.inv(44.4583, 33.3889, lon, lat)[2] for lon, lat in ring]

    assert row(made.areas)["drawn"] == "area"
    assert metres == pytest.approx([3000] * 65, abs=1)
    assert made.incidents.empty


@pytest.mark.parametrize("precision", [1, 2, 6])
def test_a_country_is_its_outline_and_never_a_point_whatever_the_precision_says(maker, layers, precision):
    maker.incident("Iraq", precision)
    made = layers()

    assert row(made.areas)["drawn"] == "country"
    assert made.areas.geometry[0].contains(shapely.Point(44.4, 33.3))
    assert not made.areas.geometry[0].contains(shapely.Point(51.4, 35.7))
    assert made.incidents.empty


def test_a_first_order_unit_is_its_outline(maker, gazetteer):
    unit = gazetteer.boundaries.admin1_at(36.34, 43.13)
    maker.incident("Sadr City", 4)
    report = maker.report()
    toponyms = tuple(replace(toponym, place=unit) for toponym in report.toponyms)
    made = build_layers([replace(report, toponyms=toponyms)], gazetteer)

    assert row(made.areas)["drawn"] == "area"
    assert made.areas.geometry[0].contains(shapely.Point(43.13, 36.34))


def test_an_unlocated_incident_is_listed_and_not_drawn(maker, layers):
    maker.incident(None)
    made = layers()

    assert row(made.incidents)["drawn"] == "unlocated"
    assert made.incidents.geometry[0] is None
    assert made.incidents["lat"].isna().all()


def test_an_incident_of_two_located_parts_is_drawn_as_its_parts(maker, layers):
    whole = maker.incident("Sadr City", 2)
    maker.incident("Sadr City", 2, part_of=whole.id)
    maker.incident("Baghdad", 1, part_of=whole.id)
    made = layers()

    assert made.incidents["drawn"].tolist() == ["parts", "point"]
    assert made.incidents.geometry[0] is None
    assert made.areas["id"].tolist() == ["day#i2"]


def test_an_incident_with_one_located_part_is_drawn_beside_it(maker, layers):
    whole = maker.incident("Sadr City", 2)
    maker.incident("Baghdad", 1, part_of=whole.id)
    maker.incident(None, part_of=whole.id)
    made = layers()

    assert made.areas["id"].tolist() == ["day#i1"]
    assert made.incidents["drawn"].tolist() == ["point", "unlocated"]


@given(
    st.lists(
        st.tuples(st.sampled_from([None, "Sadr City", "Iraq", "Fiji", "Taveuni"]), st.integers(1, 7), st.booleans()),
        max_size=8,
    )
)
def test_every_incident_is_in_exactly_one_layer(gazetteer, new_maker, incidents):
    maker = new_maker()
    for place, precision, is_part in incidents:
        whole = maker.incidents[0].id if is_part and maker.incidents else None
        maker.incident(place, precision, part_of=whole)
    made = build_layers([maker.report()], gazetteer)

    assert sorted([*made.incidents["id"], *made.areas["id"]]) == sorted(incident.id for incident in maker.incidents)
    assert made.areas.geometry.notna().all()
    assert made.areas.geometry.is_valid.all()
    assert (made.incidents.geometry.notna() == (made.incidents["drawn"] == "point")).all()


# ---------------------------------------------------------------- shapes on the globe


@given(st.floats(-89, 89), st.floats(-180, 180), st.floats(0.1, 2000))
def test_a_circle_is_valid_anticlockwise_within_the_world_and_of_the_right_size(lat, lon, radius):
    shape = circle(lat, lon, radius)
    west, south, east, north = shape.bounds
    parts = getattr(shape, "geoms", [shape])
    square_metres = sum(GEOD.geometry_area_perimeter(part)[0] for part in parts)

    assert shape.is_valid
    assert all(part.exterior.is_ccw for part in parts)
    assert -180 <= west <= east <= 180
    assert -90 <= south <= north <= 90
    assert square_metres == pytest.approx(3.14159e6 * radius**2, rel=0.03)


def test_a_circle_across_180_is_cut_in_two(maker, layers):
    maker.incident("Taveuni", 5)
    shape = layers().areas.geometry[0]

    assert shape.geom_type == "MultiPolygon"
    assert sorted((round(part.bounds[0]), round(part.bounds[2])) for part in shape.geoms) == [(-180, -180), (180, 180)]
    assert shape.bounds[2] - shape.bounds[0] == 360


@given(st.tuples(st.floats(-89, 89), st.floats(-180, 180)), st.tuples(st.floats(-89, 89), st.floats(-180, 180)))
def test_an_arc_runs_from_its_start_to_its_end_and_never_jumps_across_the_map(start, end):
    line = arc(start, end)
    if line is None:
        assert GEOD.inv(start[1], start[0], end[1], end[0])[2] < 1
        return
    pieces = getattr(line, "geoms", [line])
    first, last = pieces[0].coords[0], pieces[-1].coords[-1]

    assert GEOD.inv(*first, start[1], start[0])[2] < 1
    assert GEOD.inv(*last, end[1], end[0])[2] < 1
    for piece in pieces:
        for (lon, lat), (to_lon, to_lat) in zip(piece.coords[:-1], piece.coords[1:], strict=True):
            assert abs(lon - to_lon) <= 180 + 1e-9
            assert GEOD.inv(lon, lat, to_lon, to_lat)[2] < 250_000


def test_a_route_is_a_great_circle_in_its_direction(maker, layers):
    maker.route("Iran", "Iraq")
    line = layers().routes.geometry[0]

    assert line.coords[0] == (53.0, 32.0)
    assert line.coords[-1] == (44.0, 33.0)
    assert all(lat > 33 - (lon - 44) / 9 for lon, lat in line.coords[1:-1])  # bent to the north


def test_a_route_across_180_is_cut_there(maker, layers):
    maker.route("Taveuni", "Iraq")
    maker.route("Baghdad", "Fiji")
    first, second = layers().routes.geometry

    assert (first.geom_type, second.geom_type) == ("LineString", "LineString")
    east = arc((-16.85, 179.9), (-14.3, -170.7))
    assert [(piece.coords[0][0], piece.coords[-1][0]) for piece in east.geoms] == [(179.9, 180.0), (-180.0, -170.7)]


@pytest.mark.parametrize(("origin", "destination"), [("Iran", None), (None, "Iraq"), (None, None), ("Iraq", "Iraq")])
def test_a_route_that_lacks_an_end_or_leads_nowhere_is_not_drawn(maker, layers, origin, destination):
    maker.route(origin, destination)

    assert layers().routes.geometry[0] is None


# ---------------------------------------------------------------- what the rows say


def test_the_row_of_an_incident_says_all_that_the_incident_does(maker, layers):
    words = [
        ("perpetrator", "rebels"), ("perpetrator", "rebels"), ("perpetrator", "raiders"), ("victim", "guards"),
        ("target", "a depot"), ("captor", "troops"), ("captive", "a man"), ("other", "a dog"),
    ]  # fmt: skip
    maker.incident(
        "Sadr City", 2, when=maker.on("2007-08-07", "2007-08-08"), killed=Count(1, 2, 3),
        weapons=(Span(0, 1, "a bomb"),),
        participants=tuple(Participant(role, "group", text, 0, 1) for role, text in words),
        claims=(maker.claim(), maker.claim(asserted_by=None, relayed_by=())),
    )  # fmt: skip
    found = row(layers().areas)
    expected = {
        "id": "day#i1", "document": "day", "type": "raid", "stage": "accomplished", "modality": "claimed",
        "place": "Sadr City", "place_id": "geonames:7802746", "country": "IQ", "admin1": "Baghdad", "lat": 33.3889,
        "lon": 44.4583, "precision": 2, "radius_km": 3.0, "inherited": False, "when_start": "2007-08-07",
        "when_end": "2007-08-08", "when_precision": "day", "when_text": "then", "perpetrators": "rebels; raiders",
        "victims": "guards", "targets": "a depot", "captors": "troops", "captives": "a man", "weapons": "a bomb",
        "killed_low": 1, "killed_best": 2, "killed_high": 3, "trigger": "hit", "claims": 2, "quote": maker.text,
        "asserted_by": "somebody", "relayed_by": "a wire", "cue": "said", "confidence": 0.9, "alternatives_json": "[]",
    }  # fmt: skip

    assert {name: found[name] for name in expected} == expected
    assert [claim["asserted_by"] for claim in json.loads(found["claims_json"])] == ["somebody", None]


def test_the_row_of_a_route_says_all_that_the_route_does(maker, layers):
    maker.route("Iran", "Iraq", via=(maker.route("Baghdad", None).origin,))
    found = row(layers().routes, 1)
    expected = {
        "id": "day#r2", "document": "day", "modality": "accused", "cargo": "rifles; cash",
        "categories": "materiel; money", "origin": "Iran", "origin_country": "IR", "origin_lat": 32.0,
        "origin_lon": 53.0, "origin_inferred": False, "origin_confidence": 0.9, "destination": "Iraq",
        "destination_country": "IQ",
        "via": "Baghdad", "operator": "a cell", "habitual": True, "claims": 1, "quote": maker.text,
    }  # fmt: skip

    assert {name: found[name] for name in expected} == expected
    assert "killed" not in json.loads(found["claims_json"])[0]


def test_a_place_is_one_row_with_the_doubt_of_its_least_certain_mention(maker, gazetteer):
    report = maker.report()
    sadr, *others = report.toponyms
    doubted = replace(sadr, surface="Sadr", confidence=0.4, alternatives=(Alternative(others[0].place, 0.3),))
    metonym = replace(others[0], role="metonym")
    layers = build_layers([replace(report, toponyms=(sadr, doubted, metonym)), replace(report, id="b")], gazetteer)
    found = row(layers.places)

    assert found["name"] == "Sadr City"
    assert (found["mentions"], found["documents"], found["surfaces"]) == (3, 2, "Sadr City; Sadr")
    assert found["confidence"] == 0.4
    assert json.loads(found["alternatives_json"])[0]["name"] == "Iraq"
    assert layers.places["name"].tolist().count("Iraq") == 1  # the other report names it literally


def test_the_documents_are_counted(maker, layers):
    maker.incident(None)
    maker.route("Iran", "Iraq")

    assert row(layers().documents) == {
        "id": "day", "title": "A title", "source": "A source", "published": "2007-08-09", "incidents": 1, "routes": 1,
        "warnings": "a warning",
    }  # fmt: skip


def test_layers_of_nothing_have_their_columns_and_their_types(gazetteer):
    made = build_layers([], gazetteer)

    for name in ("incidents", "areas", "routes", "places"):
        table = getattr(made, name)
        kinds = {column.name: TYPES[column.type] for column in columns_of(name)}
        assert table.crs.to_epsg() == 4326
        assert {name: str(kind) for name, kind in table.dtypes.items() if name != "geometry"} == kinds


# ---------------------------------------------------------------- why a place, and why none


def test_a_row_says_which_name_it_was_placed_by_and_why(maker, gazetteer):
    maker.incident("Sadr City", 2)
    report = maker.report()
    named = replace(report.toponyms[0], surface="Thawra", reasons=("population 1,210,000", "same country"))
    found = row(build_layers([replace(report, toponyms=(named, *report.toponyms[1:]))], gazetteer).areas)

    assert (found["place"], found["surface"]) == ("Sadr City", "Thawra")
    assert found["reasons"] == "population 1,210,000; same country"


STORY = "KALU, May 3 (Invented) - Someone spoke in Sadr City. Then there was a blast. Others came from Baghdad later."


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("Sadr City", "KALU", "dateline: KALU, May 3 (Invented) - Someone spoke in Sadr City. Then there…"),
        ("Sadr City", "Sadr City", "before: KALU, May 3 (Invented) - Someone spoke in Sadr City. Then there"),
        ("Sadr City", "Baghdad", "after: …in Sadr City. Then there was a blast. Others came from Baghdad later."),
    ],
)
def test_an_inherited_place_says_where_in_the_report_it_stands(maker, gazetteer, name, words, expected):
    maker.text = STORY
    at = STORY.index("Then")
    incident = maker.incident(name, 2, claims=(maker.claim(start=at, end=STORY.index(" Others")),))
    maker.incidents[0] = replace(incident, where=replace(incident.where, inherited=True))
    start = STORY.index(words)
    report = maker.report()
    toponym = replace(report.toponyms[0], start=start, end=start + len(words), surface=words)
    found = row(build_layers([replace(report, toponyms=(toponym, *report.toponyms[1:]))], gazetteer).areas)

    assert found["inherited_from"].startswith(expected)


def test_a_place_of_the_sentence_itself_is_not_said_to_be_inherited(maker, layers):
    maker.incident("Sadr City", 2)

    assert row(layers().areas)["inherited_from"] is None


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({}, ("unknown", "Zubbe")),
        ({"role": "organisation"}, ("none", None)),
        ({"start": 200, "end": 205}, ("none", None)),
        ({"place": BAGHDAD, "confidence": 0.9}, ("none", None)),
    ],
)
def test_an_unlocated_incident_says_whether_a_name_is_unknown(maker, gazetteer, what, expected):
    maker.incident(None)
    zubbe = Toponym(10, 15, "Zubbe", "literal", None, 0.0)
    report = replace(maker.report(), toponyms=(replace(zubbe, **what),))
    found = row(build_layers([report], gazetteer).incidents)

    assert (found["unplaced"], found["named"]) == expected


# ---------------------------------------------------------------- what a reader set right


def test_what_was_set_right_has_its_name_and_what_it_was(maker, gazetteer):
    maker.incident("Baghdad", 1)
    maker.incident("Baghdad", 1)
    maker.route("Iran", "Iraq")
    report = maker.report()
    marks = (Correction("killed", "4", 3, "the list; A. B."), Correction("day", None, 3, None))
    first, other, route = *report.incidents, report.routes[0]
    report = replace(report, incidents=(replace(first, corrected=marks), other),
                     routes=(replace(route, corrected=marks[:1]),))  # fmt: skip
    made = build_layers([report], gazetteer)
    found = row(made.incidents)

    assert (found["corrected"], row(made.routes)["corrected"]) == ("killed; day", "killed")
    assert json.loads(found["corrected_json"])[0] == {
        "what": "killed", "was": "4", "line": 3, "note": "the list; A. B.",
    }  # fmt: skip
    assert (
        made.incidents["corrected"].isna().tolist() == made.incidents["corrected_json"].isna().tolist() == [False, True]
    )


# ---------------------------------------------------------------- several reports


def test_what_several_reports_tell_is_one_row_unless_they_are_kept_apart(new_maker, gazetteer):
    reports = []
    for name in ("a", "b"):
        maker = new_maker(name, f"Invented: {name} has its own words for what happened.")
        maker.incident("Baghdad", 1, when=maker.on("2031-05-03"), killed=Count(4, 4, 4))
        reports.append(maker.report())
    found = row(build_layers(reports, gazetteer).incidents)
    kept_apart = build_layers(reports, gazetteer, apart=True).incidents

    assert (found["id"], found["document"], found["told_by"], found["told_as"]) == ("a#i1", "a", "a; b", "a#i1; b#i1")
    assert (found["reports"], found["texts"], found["claims"]) == (2, 2, 2)
    assert [claim["document"] for claim in json.loads(found["claims_json"])] == ["a", "b"]
    assert kept_apart[["id", "told_by", "reports"]].to_numpy().tolist() == [["a#i1", "a", 1], ["b#i1", "b", 1]]
