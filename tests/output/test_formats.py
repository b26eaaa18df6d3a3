"""Each format read back by another library, attribute by attribute: nothing lost, nothing retyped."""

import csv
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import duckdb
import fastkml
import geopandas
import pandas as pd
import pyogrio
import pytest
import shapely
from fastkml.validator import validate as kml_follows_its_schema
from geojson_validator import validate_geometries, validate_structure
from stix2validator import ValidationOptions, validate_file

from geo.model import Count
from output.errors import FormatError
from output.files import write
from output.files.column_sets import SETS
from output.files.formats import COLUMN_SETS, FORMATS, LAYERS, files_of
from output.files.gdal import write_layer
from output.files.qgis import style_of
from output.layers import build_layers
from output.rows.columns import TYPES, columns_of

HOSTILE = '=cmd|"/c calc"!A1, <script>alert(1)</script>\n{{ 7*7 }} ]]> \N{BOMB} \u202e \u2028 end'


@pytest.fixture(scope="module")
def layers(new_maker, gazetteer):
    maker = new_maker(id="day", text=HOSTILE)
    maker.incident("Baghdad", 1, killed=Count(1, 2, 3), when=maker.on("2007-08-01", "2007-08-08"), type="airstrike")
    maker.incident("Sadr City", 2, modality="denied")
    maker.incident("Taveuni", 5)
    maker.incident("Fiji", 6)
    maker.incident(None, stage="threatened")
    maker.route("Iran", "Iraq", when=maker.on("2007-08-01"))
    maker.route("Iran", None)
    return build_layers([maker.report()], gazetteer)


@pytest.fixture(scope="module")
def gazetteer():
    from gazetteer import bundled

    return bundled()


def plain(table: pd.DataFrame, name: str) -> list[Any]:
    """Return a column's cells, a missing one as None, numbers to six decimals."""
    cells = [None if pd.isna(cell) else cell for cell in table[name].astype(object)]
    return [round(float(cell), 6) if isinstance(cell, float) else cell for cell in cells]


def same(layer: str, table: pd.DataFrame, back: pd.DataFrame) -> None:
    """Check that each column of a layer came back cell by cell."""
    for column in columns_of(layer):
        assert plain(back, column.name) == plain(table, column.name), column.name


# ---------------------------------------------------------------- GeoPackage, FlatGeobuf: GDAL


GDAL = {"text": "object", "whole": "int64", "number": "float64", "truth": "bool"}


@pytest.mark.parametrize("ending", ["gpkg", "fgb"])
@pytest.mark.parametrize("layer", LAYERS)
def test_gdal_reads_every_cell_and_its_type(layers, tmp_path, ending, layer):
    file = tmp_path / f"all.{ending}"
    if ending == "gpkg":
        write(layers, file)
    else:
        file = {made.stem: made for made in write(layers, tmp_path / "all", format="fgb")}[layer]
    info, back = pyogrio.read_info(file, layer=layer), pyogrio.read_dataframe(file, layer=layer)

    assert dict(zip(info["fields"], info["dtypes"], strict=True)) == {
        column.name: GDAL[column.type] for column in columns_of(layer)
    }
    table = getattr(layers, layer).set_index("id", drop=False)
    back = back.set_index("id", drop=False).loc[table.index]  # an index in space sets an order of its own
    same(layer, table, back)
    assert back.crs.to_epsg() == 4326
    assert [a == b or a.normalize().equals_exact(b.normalize(), 1e-9) for a, b in shapes(table, back)] == [True] * len(
        table
    )


def shapes(one: geopandas.GeoDataFrame, other: geopandas.GeoDataFrame) -> list[tuple[Any, Any]]:
    """Return the shapes side by side, each as its Multi: one layer has one type."""

    def many(shape: Any) -> Any:
        if shape is None:
            return None
        makers = {"Polygon": shapely.multipolygons, "LineString": shapely.multilinestrings}
        return makers[shape.geom_type]([shape]) if shape.geom_type in makers else shape

    return [(many(a), many(b)) for a, b in zip(one.geometry, other.geometry, strict=True)]


def test_a_geopackage_has_the_documents_and_a_style_for_each_layer(layers, tmp_path):
    (file,) = write(layers, tmp_path / "all.gpkg")
    same("documents", layers.documents, pyogrio.read_dataframe(file, layer="documents"))
    with sqlite3.connect(file) as database:
        query = "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles ORDER BY id"
        styles = database.execute(query).fetchall()
        geometries = dict(database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall())
    database.close()

    assert [style[:3] for style in styles] == [(layer, geometries[layer], 1) for layer in LAYERS]
    for *_, style in styles:
        assert ET.fromstring(style).find("renderer-v2") is not None  # noqa: S314  # ours


def test_each_look_that_occurs_has_its_class_and_its_picture(layers, tmp_path):
    (file,) = write(layers, tmp_path / "all.gpkg")
    table = pyogrio.read_dataframe(file, layer="layer_styles").set_index("f_table_name")
    renderer = ET.fromstring(table.loc["incidents", "styleQML"]).find("renderer-v2")  # noqa: S314
    symbols = {symbol.get("name"): symbol for symbol in renderer.find("symbols")}
    values = {category.get("value"): category.get("symbol") for category in renderer.find("categories")}

    assert renderer.get("attr") == (
        "concat(type, ' | ', modality, ' | ', stage, ' | ', drawn, "
        "if(coalesce(confidence, 1) < 0.7, ' | in doubt', ''))"
    )
    assert set(values) == {"airstrike | claimed | accomplished | point", "raid | claimed | threatened | unlocated"}
    for name in values.values():
        option = symbols[name].find("layer/Option/Option[@name='name']")
        assert option.get("value").startswith("base64:")


def test_a_place_in_doubt_has_a_class_and_a_picture_of_its_own(new_maker, gazetteer):
    maker = new_maker()
    maker.confidences = {"Baghdad": 0.4}
    maker.incident("Baghdad", 1)
    maker.incident("Sadr City", 1)
    table = build_layers([maker.report()], gazetteer).incidents
    style = ET.fromstring(style_of("incidents", table))  # noqa: S314  # ours
    names = {one.get("value"): one.get("symbol") for one in style.iter("category")}
    pictures = {one.get("name"): one.find("layer/Option/Option").get("value") for one in style.iter("symbol")}

    sure, doubtful = sorted(names)
    assert doubtful == f"{sure} | in doubt"
    assert pictures[names[sure]] != pictures[names[doubtful]]


# ---------------------------------------------------------------- GeoParquet: DuckDB


DUCK = {"text": "VARCHAR", "whole": "BIGINT", "number": "DOUBLE", "truth": "BOOLEAN"}


@pytest.mark.parametrize("layer", [*LAYERS, "documents"])
def test_duckdb_reads_every_cell_and_its_type(layers, tmp_path, layer):
    file = {made.stem: made for made in write(layers, tmp_path / "all", format="parquet")}[layer]
    with duckdb.connect() as database:
        names = ", ".join(f'"{column.name}"' for column in columns_of(layer))
        found = database.execute(f"SELECT {names} FROM read_parquet(?)", [str(file)])  # noqa: S608
        types = {column[0]: str(column[1]) for column in found.description}
        rows = found.fetchall()

    assert types == {column.name: DUCK[column.type] for column in columns_of(layer)}
    back = pd.DataFrame(rows, columns=list(types), dtype=object)
    same(layer, getattr(layers, layer), back)


def test_geoparquet_says_its_version_and_its_boxes(layers, tmp_path):
    file = tmp_path / "all.parquet"
    write(layers, file)
    with duckdb.connect() as database:
        query = "SELECT decode(value) FROM parquet_kv_metadata(?) WHERE decode(key) = 'geo'"
        geo = json.loads(database.execute(query, [str(file)]).fetchall()[0][0])
        boxes = database.execute("SELECT bbox.xmin FROM read_parquet(?) WHERE layer = 'places'", [str(file)]).fetchall()

    assert geo["version"] == "1.1.0"
    column = geo["columns"][geo["primary_column"]]
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    assert column["encoding"] == "WKB"
    assert len(boxes) == len(layers.places)
    back = geopandas.read_parquet(file)
    assert back["layer"].value_counts().to_dict() == {name: len(getattr(layers, name)) for name in LAYERS}


# ---------------------------------------------------------------- GeoJSON: a validator


def test_geojson_passes_a_validator(layers, tmp_path):
    for file in (*write(layers, tmp_path / "layers"), *write(layers, tmp_path / "all.geojson")):
        whole = json.loads(file.read_text(encoding="utf-8"))
        assert validate_structure(whole) == {}
        drawn = whole | {"features": [feature for feature in whole["features"] if feature["geometry"]]}
        found = validate_geometries(drawn)
        # The validator takes 180 for -180, and so a shape that was cut there for one that goes across.
        assert (found["invalid"], set(found["problematic"]) - {"crosses_antimeridian"}) == ({}, set())
        assert max((jump(feature["geometry"]["coordinates"]) for feature in drawn["features"]), default=0) < 180


def jump(coordinates: Any) -> float:
    """Return the widest step in longitude from one position to the next."""
    if isinstance(coordinates[0], float):
        return 0.0
    if isinstance(coordinates[0][0], list):
        return max(jump(part) for part in coordinates)
    return max((abs(b[0] - a[0]) for a, b in pairwise(coordinates)), default=0.0)


def test_lines_of_geojson_are_each_a_feature(layers, tmp_path):
    (file,) = write(layers, tmp_path / "all.geojsonl")
    features = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
    (whole,) = write(layers, tmp_path / "all.geojson")

    assert features == json.loads(whole.read_text(encoding="utf-8"))["features"]


# ---------------------------------------------------------------- KML: its schema, and fastkml


def test_kml_follows_its_schema(layers, tmp_path):
    (file,) = write(layers, tmp_path / "all.kml")

    assert kml_follows_its_schema(file_to_validate=file)


def test_fastkml_reads_every_cell_and_the_days(layers, tmp_path):
    (file,) = write(layers, tmp_path / "all.kml")
    document = fastkml.KML.parse(file, strict=False).features[0]
    folders = {folder.name: folder.features for folder in document.features}

    for layer in LAYERS:
        table = getattr(layers, layer)
        for mark, (_, row) in zip(folders[layer], table.iterrows(), strict=True):
            back = {cell.name: cell.value for cell in mark.extended_data.elements[0].data}
            known = {c.name: row[c.name] for c in columns_of(layer) if row[c.name] is not pd.NA}
            assert back == {name: str(int(v)) if isinstance(v, bool) else str(v) for name, v in known.items()}
            assert mark.style_url.url.startswith("#style-")
            assert (mark.geometry is None) == (row.geometry is None)
    first = folders["incidents"][0]
    assert (first.times.begin.dt, first.times.end.dt) == (date(2007, 8, 1), date(2007, 8, 8))


def test_no_word_of_a_report_is_shown_as_html_by_google_earth(layers, tmp_path):
    (file,) = write(layers, tmp_path / "all.kml")
    root = ET.parse(file).getroot()  # noqa: S314  # ours
    space = "{http://www.opengis.net/kml/2.2}"

    assert not list(root.iter(f"{space}description"))
    assert {text.text for text in root.iter(f"{space}text")} == {"$[name]"}
    assert not any("script" in (name.text or "") for name in root.iter(f"{space}name"))


# ---------------------------------------------------------------- CSV


def test_csv_has_every_cell(layers, tmp_path):
    for file in write(layers, tmp_path / "tables", format="csv"):
        layer, table = file.stem, getattr(layers, file.stem)
        back = pd.read_csv(file, dtype={c.name: TYPES[c.type] for c in columns_of(layer)}, keep_default_na=True)
        for column in columns_of(layer):
            cells = [
                c.removeprefix("'") if isinstance(c, str) and c[:2] == "'=" else c for c in plain(back, column.name)
            ]
            assert cells == plain(table, column.name), column.name


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝", "\ufeff="])
def test_no_cell_of_a_csv_is_a_formula(new_maker, gazetteer, tmp_path, start):
    maker = new_maker(id=f"{start}1+1", text=f"{start}1+1")
    maker.incident("Baghdad", 1)
    maker.route("Iran", "Iraq", operator=f"{start}1+1")
    texts = []
    for file in write(build_layers([maker.report()], gazetteer), tmp_path / "tables", format="csv"):
        with file.open(encoding="utf-8", newline="") as lines:
            texts += [cell for row in csv.reader(lines) for cell in row]

    assert not [text for text in texts if text.startswith(f"{start}1+1")]
    assert len([text for text in texts if text.startswith(f"'{start}1+1")]) >= 3


def test_hxl_has_a_tag_for_each_column_below_its_name(layers, tmp_path):
    for file in write(layers, tmp_path / "tables", format="hxl"):
        with file.open(encoding="utf-8", newline="") as lines:
            names, tags, *rows = csv.reader(lines)
        assert dict(zip(names, tags, strict=True)) == {c.name: c.hxl for c in columns_of(file.stem)}
        assert len(rows) == len(getattr(layers, file.stem))


# ---------------------------------------------------------------- STIX


def test_stix_passes_its_validator_and_holds_report_incidents_and_places(layers, tmp_path):
    (file,) = write(layers, tmp_path / "bundle.json", format="stix")
    found = validate_file(str(file), ValidationOptions(version="2.1", disabled="103"))
    objects = json.loads(file.read_text(encoding="utf-8"))["objects"]
    by_id = {made["id"]: made for made in objects}

    assert found.is_valid, found.errors
    kinds = [made["type"] for made in objects]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "incident": 5, "location": 4, "relationship": 4, "report": 1,
    }  # fmt: skip
    assert set(objects[-1]["object_refs"]) == set(by_id) - {objects[-1]["id"]}
    joins = [made for made in objects if made["type"] == "relationship"]
    assert {by_id[join["target_ref"]]["name"] for join in joins} == {"Baghdad", "Sadr City", "Taveuni", "Fiji"}
    assert {join["confidence"] for join in joins} == {90}


def test_stix_holds_a_report_whose_id_has_what_joins_ids(new_maker, gazetteer, tmp_path):
    maker = new_maker()
    maker.incident("Baghdad", 1)
    report = maker.report()
    odd = [replace(report, id="a; b", incidents=tuple(replace(i, id="a; b#i1") for i in report.incidents)), report]
    (file,) = write(build_layers(odd, gazetteer, apart=True), tmp_path / "bundle.json", format="stix")
    objects = json.loads(file.read_text(encoding="utf-8"))["objects"]

    assert len([made for made in objects if made["type"] == "report"]) == 2


def test_a_layer_that_cannot_be_written_is_said_with_a_remedy(layers, tmp_path):
    with pytest.raises(FormatError, match=r"a layer could not be written .* see that the disk is not full"):
        write_layer(layers.incidents, tmp_path / "none" / "a.gpkg", "incidents", "GPKG")


# ---------------------------------------------------------------- columns that others know


def test_the_sets_of_columns_are_those_that_the_command_offers():
    assert tuple(SETS) == COLUMN_SETS


def test_ucdps_columns_hold_what_the_report_says_and_nothing_more(layers, tmp_path):
    (file,) = write(layers, tmp_path / "events.csv", columns="ucdp")
    back = pd.read_csv(file).set_index("id")
    first, other = back.loc["day#i1"], back.loc["day#i3"]

    assert (first["where_prec"], first["latitude"], first["date_prec"]) == (1, 33.34058, 1)
    assert (first["low"], first["best"], first["high"], first["year"]) == (1, 2, 3, 2007)
    assert (first["date_start"], first["date_end"]) == ("2007-08-01", "2007-08-08")
    assert other[["best", "year", "date_start"]].isna().all()
    assert "type_of_violence" not in back.columns
    assert (first["modality"], first["stage"], first["place_confidence"]) == ("claimed", "accomplished", 0.9)


def test_mucs_columns_use_its_words(layers, tmp_path):
    (file,) = write(layers, tmp_path / "events.csv", columns="muc")
    back = pd.read_csv(file).set_index("message_template")

    assert back.loc["day#i1", ["incident_type", "incident_stage_of_execution"]].tolist() == ["ATTACK", "ACCOMPLISHED"]
    assert back.loc["day#i5", "incident_stage_of_execution"] == "THREATENED"


@pytest.mark.parametrize(
    ("name", "more", "why"),
    [
        ("a.csv", {"columns": "acled"}, "'acled' is no set of columns; choose one of ucdp, muc"),
        ("a.kml", {"columns": "ucdp"}, "kml has columns of its own; leave out --columns ucdp"),
        ("a.txt", {"format": "shp"}, "'shp' is no format; choose one of geojson"),
        ("folder", {"format": "gpkg"}, "is a folder, and gpkg holds all layers in one file; name a file"),
    ],
)
def test_what_does_not_fit_is_said(layers, tmp_path, name, more, why):
    with pytest.raises(FormatError, match=why):
        write(layers, tmp_path / name, **more)


# ---------------------------------------------------------------- all of them


def each_format(do: Callable[[str, str], None]) -> None:
    for name, form in FORMATS.items():
        do(name, f"all{form.endings[0]}")


def test_the_same_layers_give_the_same_bytes(layers, tmp_path):
    def check(name: str, file: str) -> None:
        (one,) = write(layers, tmp_path / "one" / file, format=name, overwrite=True)
        (two,) = write(layers, tmp_path / "two" / file, format=name, overwrite=True)
        assert one.read_bytes() == two.read_bytes(), name

    each_format(check)


def test_no_layers_make_a_file_that_can_be_read(gazetteer, tmp_path):
    empty = build_layers([], gazetteer)
    each_format(lambda name, file: write(empty, tmp_path / name / file, format=name))

    assert pyogrio.read_dataframe(tmp_path / "gpkg" / "all.gpkg", layer="areas").empty
    assert geopandas.read_parquet(tmp_path / "parquet" / "all.parquet").empty
    assert pyogrio.read_dataframe(tmp_path / "fgb" / "all.fgb").empty


def test_what_is_there_is_kept_unless_asked_in_every_format(layers, tmp_path):
    def check(name: str, file: str) -> None:
        (tmp_path / file).write_text("mine")
        with pytest.raises(FileExistsError):
            write(layers, tmp_path / file, format=name)
        assert (tmp_path / file).read_text() == "mine"
        write(layers, tmp_path / file, format=name, overwrite=True)
        (tmp_path / file).unlink()

    each_format(check)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_has_a_file_a_layer_with_the_formats_ending():
    names = [file.name for file in files_of("tables/", "parquet")]

    assert names == [*(f"{layer}.parquet" for layer in LAYERS), "documents.parquet"]
    assert files_of("week.v2/", "csv")[0] == Path("week.v2/incidents.csv")
