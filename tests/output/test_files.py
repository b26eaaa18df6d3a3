import json
import os
import stat
from itertools import pairwise
from pathlib import Path

import geopandas
import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import hausdorff_distance
from shapely.geometry import Point, box

from geo.model import Count
from output.atomic import put
from output.errors import FormatError, ResultExistsError
from output.files import write
from output.files.formats import LAYERS
from output.files.geojson import bbox, collection
from output.layers import build_layers


@pytest.fixture
def layers(maker, gazetteer):
    maker.incident("Baghdad", 1, killed=Count(1, 2, 3))
    maker.incident("Taveuni", 5)
    maker.incident("Fiji", 6)
    maker.incident(None)
    maker.route("Iran", "Iraq")
    maker.route("Iran", None)
    return build_layers([maker.report()], gazetteer)


@pytest.fixture
def folder(layers, tmp_path):
    write(layers, tmp_path / "layers")
    return {name: tmp_path / "layers" / f"{name}.geojson" for name in LAYERS}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


# ---------------------------------------------------------------- RFC 7946


def test_the_members_are_those_of_rfc_7946(folder):
    for path in folder.values():
        whole = load(path)
        assert list(whole) == ["type", "bbox", "features"]  # no crs: section 4
        for feature in whole["features"]:
            assert list(feature) == ["type", "id", "geometry", "properties"]


def test_a_layer_has_one_type_of_geometry_and_null_for_none(folder):
    kinds = {
        name: {f["geometry"] and f["geometry"]["type"] for f in load(path)["features"]} for name, path in folder.items()
    }

    assert kinds == {
        "incidents": {"Point", None},
        "areas": {"MultiPolygon"},
        "routes": {"MultiLineString", None},
        "places": {"Point"},
    }


def numbers(value):
    if isinstance(value, list):
        for part in value:
            yield from numbers(part)
    else:
        yield value


def test_coordinates_have_six_decimals_and_lie_in_the_world(folder):
    for path in folder.values():
        for feature in load(path)["features"]:
            for value in numbers((feature["geometry"] or {"coordinates": []})["coordinates"]):
                assert value == round(value, 6)
                assert -180 <= value <= 180


def signed_area(ring):
    return sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairwise(ring)) / 2


def test_outer_rings_are_closed_and_anticlockwise_and_holes_are_clockwise(folder):
    for feature in load(folder["areas"])["features"]:
        for outer, *holes in feature["geometry"]["coordinates"]:
            assert outer[0] == outer[-1]
            assert signed_area(outer) > 0
            assert all(signed_area(hole) < 0 for hole in holes)


def test_properties_are_flat_scalars_of_their_own_types(folder):
    features = (
        load(folder["incidents"])["features"] + load(folder["areas"])["features"] + load(folder["routes"])["features"]
    )

    assert {type(value) for f in features for value in f["properties"].values()} <= {str, int, float, bool, type(None)}
    point = features[0]["properties"]
    assert (point["killed_best"], point["inherited"], point["part_of"], point["lat"]) == (2, False, None, 33.34058)


def test_the_box_of_what_lies_on_both_sides_of_180_has_its_west_above_its_east(folder):
    west, south, east, north = load(folder["areas"])["bbox"]

    assert 170 < west <= 180
    assert -180 <= east < -170
    assert -25 < south < north < -10


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        ([Point(10, 1)], (10, 1, 10, 1)),
        ([Point(10, 1), Point(-20, 5)], (-20, 1, 10, 5)),
        ([Point(178, -17), Point(-178, -16)], (178, -17, -178, -16)),
        ([box(170, 0, 180, 1), box(-180, 0, -170, 1), Point(175, 3)], (170, 0, -170, 3)),
        ([box(-180, -90, 180, 90)], (-180, -90, 180, 90)),
        ([], None),
    ],
)
def test_the_box_is_the_smallest_on_the_globe(shapes, expected):
    assert bbox(shapes) == expected


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=6))
def test_the_box_holds_every_point_of_the_layer(points):
    west, south, east, north = bbox([Point(lon, lat) for lon, lat in points])

    for lon, lat in ((round(lon, 6), round(lat, 6)) for lon, lat in points):
        assert south <= lat <= north
        assert west <= lon <= east if west <= east else lon >= west or lon <= east


# ---------------------------------------------------------------- read back


def test_geopandas_reads_what_was_written(layers, folder):
    for name, path in folder.items():
        back, table = geopandas.read_file(path), getattr(layers, name)
        assert back.crs.to_epsg() == 4326
        assert back["id"].tolist() == table["id"].tolist()
        assert back.geometry.is_empty.tolist() == table.geometry.is_empty.tolist()
        assert back.geometry.notna().tolist() == table.geometry.notna().tolist()
        there = table.geometry.notna()
        apart = hausdorff_distance(back.geometry[there].array, table.geometry[there].array)
        assert apart.max() < 1e-5


def test_gdal_sees_the_types_of_the_columns(folder):
    info = pyogrio.read_info(folder["incidents"])
    types = dict(zip(info["fields"], info["dtypes"], strict=True))

    assert info["geometry_type"] == "Point"
    assert (types["killed_best"], types["lat"], types["inherited"], types["type"]) == (
        "int32",
        "float64",
        "bool",
        "object",
    )


def test_one_file_holds_all_layers_each_feature_with_its_layer(layers, tmp_path):
    (path,) = write(layers, tmp_path / "all.geojson")
    features = load(path)["features"]

    assert [f["properties"]["layer"] for f in features] == [
        name for name in LAYERS for _ in getattr(layers, name)["id"]
    ]
    assert len(geopandas.read_file(path)) == sum(len(getattr(layers, name)) for name in LAYERS)


def test_an_empty_layer_is_an_empty_collection(gazetteer, tmp_path):
    files = write(build_layers([], gazetteer), tmp_path / "none")

    assert [load(path) for path in files] == [{"type": "FeatureCollection", "features": []}] * 4
    assert geopandas.read_file(files[0]).empty


def test_the_same_reports_give_the_same_bytes(layers, folder, tmp_path):
    write(layers, tmp_path / "again")

    for name, path in folder.items():
        assert path.read_bytes() == (tmp_path / "again" / f"{name}.geojson").read_bytes()


HOSTILE = [
    "</script><script>alert(1)</script>", "{{ 7 * 7 }}", "${alert(1)}", "=HYPERLINK(1)", "../../etc/passwd", "\x1b[31m",
    "a\u202eb", "\u2028", "\x00", '"},"crs":{"', "\\", "\n\r\t", "\U0001f4a3",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_only_ever_a_string(new_maker, gazetteer, tmp_path, text):
    maker = new_maker(id=text, text=text)
    maker.incident("Baghdad", 1)
    files = write(build_layers([maker.report()], gazetteer), tmp_path / "layers")
    feature = load(files[0])["features"][0]

    assert feature["id"] == f"{text}#i1"
    assert feature["properties"]["quote"] == text
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(
        ["layers", *(f"{name}.geojson" for name in LAYERS)]
    )


# ---------------------------------------------------------------- in its place, whole or not at all


def test_an_unknown_ending_is_refused(layers, tmp_path):
    with pytest.raises(FormatError, match=r"no format ends in \.shp; end it in \.geojson, "):
        write(layers, tmp_path / "a.shp")


def test_what_is_there_is_kept_unless_asked(layers, tmp_path):
    path = tmp_path / "a.geojson"
    path.write_text("mine")

    with pytest.raises(ResultExistsError, match="is there already"):
        write(layers, path)
    assert path.read_text() == "mine"
    write(layers, path, overwrite=True)
    assert load(path)["type"] == "FeatureCollection"


def test_one_file_in_the_way_keeps_the_whole_folder_from_being_written(layers, tmp_path):
    (tmp_path / "routes.geojson").write_text("mine")

    with pytest.raises(ResultExistsError):
        write(layers, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["routes.geojson"]


def test_a_failure_on_the_way_leaves_what_was_there(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("mine")

    def half():
        yield b"half"
        raise OSError(28, "No space left on device", str(path))

    with pytest.raises(OSError, match="No space left"):
        put(path, half(), overwrite=True)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_folders_are_made_and_the_file_may_be_read_by_others_as_usual(tmp_path):
    umask = os.umask(0o022)
    try:
        put(tmp_path / "new" / "deep" / "a.txt", [b"a", b"b"])
    finally:
        os.umask(umask)
    made = tmp_path / "new" / "deep" / "a.txt"

    assert made.read_bytes() == b"ab"
    assert stat.S_IMODE(made.stat().st_mode) == 0o644


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_a_device_is_written_to_and_not_replaced():
    put(Path("/dev/null"), [b"a"])

    assert Path("/dev/null").is_char_device()


def test_a_folder_in_place_of_a_file_is_refused(tmp_path):
    with pytest.raises(IsADirectoryError, match="is a folder; name a file in it"):
        put(tmp_path, [b"a"], overwrite=True)


def test_a_file_in_place_of_a_folder_is_refused(tmp_path):
    (tmp_path / "a").write_text("mine")

    with pytest.raises(NotADirectoryError, match="is a file, not a folder"):
        put(tmp_path / "a" / "b.txt", [b"a"])


def test_a_collection_is_valid_json_while_it_is_written_piece_by_piece(layers):
    whole = b"".join(collection({"incidents": layers.incidents, "routes": layers.routes}, name_layer=True))

    assert len(json.loads(whole)["features"]) == 4


def test_a_link_to_nothing_is_not_replaced_unasked(tmp_path):
    link = tmp_path / "map.html"
    link.symlink_to(tmp_path / "nothing")
    with pytest.raises(ResultExistsError):
        put(link, [b"x"])
    put(link, [b"x"], overwrite=True)

    assert link.read_bytes() == b"x"
    assert not (tmp_path / "nothing").exists()
