import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from gazetteer.place import KINDS, Place
from geo import model
from geo.errors import RecordError
from geo.model import (
    Alternative,
    Cargo,
    Claim,
    Count,
    Incident,
    Participant,
    Report,
    Route,
    RouteEnd,
    Span,
    Toponym,
    When,
    Where,
)
from geo.records import alternatives_to_json, claims_to_json, report_from_json, report_to_json

SCHEMA = json.loads((files("geo.records") / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

TEXT = "Invented: troops raided a farm near Exampleville on Monday, the ministry said."


# ---------------------------------------------------------------- any report at all

texts = st.text(max_size=12)
maybe = st.none() | texts
lats = st.floats(-90, 90)
lons = st.floats(-180, 180)
shares = st.floats(0, 1)
sizes = st.floats(0.001, 3000)
days = st.none() | st.dates()


def literal(name):
    return st.sampled_from(get_args(getattr(model, name)))


@st.composite
def spans(draw, length):
    start = draw(st.integers(0, length))
    return {"start": start, "end": draw(st.integers(start, length))}


@st.composite
def counts(draw):
    low, best, high = sorted(draw(st.tuples(*[st.integers(0, 10**6)] * 3)))
    return Count(low, best, high)


@st.composite
def places(draw):
    return Place(
        draw(st.text(min_size=1, max_size=8)), draw(texts), draw(st.sampled_from(KINDS)), draw(lats), draw(lons),
        draw(sizes), draw(maybe), draw(maybe), draw(st.integers(0, 10**8)),
    )  # fmt: skip


alternatives = st.builds(
    lambda place, share: Alternative(replace(place, kind="region", radius_km=1.0, admin1=None, population=0), share),
    places(),
    shares,
)
whens = st.none() | st.builds(When, days, days, literal("TimePrecision"), maybe)


@st.composite
def claims(draw, length, *, route=False):
    span = draw(spans(length))
    effects = {} if route else {effect: draw(st.none() | counts()) for effect in ("killed", "injured", "captured")}
    return Claim(
        **span, text=draw(texts), asserted_by=draw(maybe), relayed_by=tuple(draw(st.lists(texts, max_size=2))),
        cue=draw(maybe), quoted=draw(st.booleans()), modality=draw(literal("Modality")), document=draw(maybe),
        **effects,
    )  # fmt: skip


@st.composite
def toponyms(draw, length):
    return Toponym(
        **draw(spans(length)), surface=draw(texts), role=draw(literal("Role")), place=draw(places()),
        confidence=draw(shares), alternatives=tuple(draw(st.lists(alternatives, max_size=2))),
    )  # fmt: skip


corrected = st.lists(
    st.builds(model.Correction, literal("Correctable"), maybe, st.integers(1, 10**9), maybe), max_size=2
).map(tuple)


@st.composite
def incidents(draw, document, length, named, number):
    where = st.none()
    if named:
        where |= st.builds(
            Where, st.integers(0, named - 1), lats, lons, literal("PlacePrecision"), sizes, st.booleans()
        )  # fmt: skip
    return Incident(
        id=f"{document}#i{number}",
        part_of=draw(st.sampled_from([None, *(f"{document}#i{n}" for n in range(number))])),
        type=draw(literal("IncidentType")), stage=draw(literal("Stage")), modality=draw(literal("Modality")),
        trigger=Span(**draw(spans(length)), text=draw(texts)), when=draw(whens), where=draw(where),
        participants=tuple(
            Participant(
                draw(literal("ParticipantRole")), draw(literal("ParticipantKind")), draw(texts), **draw(spans(length)),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        weapons=tuple(Span(**draw(spans(length)), text=draw(texts)) for _ in range(draw(st.integers(0, 2)))),
        killed=draw(st.none() | counts()), injured=draw(st.none() | counts()), captured=draw(st.none() | counts()),
        claims=tuple(draw(st.lists(claims(length), max_size=2))), corrected=draw(corrected),
    )  # fmt: skip


@st.composite
def routes(draw, document, length, named, number):
    known = st.builds(RouteEnd, st.integers(0, max(named - 1, 0)), lats, lons, literal("PlacePrecision"), st.booleans())
    ends = st.none() | known if named else st.none()
    return Route(
        id=f"{document}#r{number}", modality=draw(literal("Modality")),
        cargo=tuple(Cargo(draw(literal("CargoCategory")), draw(texts), **draw(spans(length))) for _ in range(2)),
        origin=draw(ends), destination=draw(ends), via=tuple(draw(st.lists(known, max_size=2))) if named else (),
        operator=draw(maybe), purpose=draw(maybe), when=draw(whens), habitual=draw(st.booleans()),
        claims=tuple(draw(st.lists(claims(length, route=True), max_size=2))), corrected=draw(corrected),
    )  # fmt: skip


@st.composite
def reports(draw):
    text = draw(st.text(max_size=40))
    named = draw(st.integers(0, 2))
    document = draw(st.text(min_size=1, max_size=10))
    return Report(
        id=document, title=draw(maybe), source=draw(maybe), published=draw(days),
        language="en", text=text, toponyms=tuple(draw(toponyms(len(text))) for _ in range(named)),
        incidents=tuple(draw(incidents(document, len(text), named, n)) for n in range(draw(st.integers(0, 3)))),
        routes=tuple(draw(routes(document, len(text), named, n)) for n in range(draw(st.integers(0, 2)))),
        warnings=tuple(draw(st.lists(texts, max_size=2))),
    )  # fmt: skip


@settings(deadline=None)  # a busy machine is no failure
@given(reports())
def test_a_report_comes_back_from_its_record_as_it_was(report):
    line = report_to_json(report)

    assert b"\n" not in line
    assert report_from_json(line) == report


@settings(deadline=None)  # a busy machine is no failure
@given(reports())
def test_every_record_follows_the_schema(report):
    errors = [error.message for error in VALIDATOR.iter_errors(json.loads(report_to_json(report)))]

    assert errors == []


# ---------------------------------------------------------------- the schema


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("path", "vocabulary"),
    [
        (("toponym", "role"), "Role"),
        (("participant", "role"), "ParticipantRole"),
        (("participant", "kind"), "ParticipantKind"),
        (("incident", "type"), "IncidentType"),
        (("incident", "stage"), "Stage"),
        (("cargo", "category"), "CargoCategory"),
        (("correction", "what"), "Correctable"),
    ],
)
def test_the_schema_has_the_vocabularies_of_the_model(path, vocabulary):
    definition, key = path

    assert SCHEMA["$defs"][definition]["properties"][key]["enum"] == list(get_args(getattr(model, vocabulary)))


def test_a_record_says_what_was_set_right_only_where_something_was():
    report = example()
    mark = model.Correction("killed", None, 3, "the list")
    marked = replace(report, incidents=(replace(report.incidents[0], corrected=(mark,)), *report.incidents[1:]))
    plain, record = (json.loads(report_to_json(one))["incidents"][0] for one in (report, marked))

    assert "corrected" not in plain
    assert record == plain | {"corrected": [{"what": "killed", "was": None, "line": 3, "note": "the list"}]}


def test_the_schema_has_every_kind_of_place():
    assert SCHEMA["$defs"]["place"]["properties"]["kind"]["enum"] == list(KINDS)


@pytest.mark.parametrize("key", ["id", "published", "toponyms", "warnings"])
def test_the_schema_wants_every_key_even_where_it_has_no_value(key):
    record = json.loads(report_to_json(example()))
    del record[key]

    assert not VALIDATOR.is_valid(record)


# ---------------------------------------------------------------- one record, to the byte


def example():
    farm = Place("geonames:1", "Exampleville", "populated_place", 33.5, 44.25, 3.0, "IQ", "Baghdad", 1200)
    other = Place("geonames:2", "Exampleville", "populated_place", 1.5, 2.5, 3.0, "NG", None, 10)
    trigger = TEXT.index("raided")
    name = TEXT.index("Exampleville")
    claim = Claim(0, len(TEXT), TEXT, "the ministry", (), "said", quoted=False, modality="fact")
    return Report(
        id="farm", title=None, source=None, published=date(2007, 8, 9), language="en", text=TEXT,
        toponyms=(
            Toponym(name, name + 12, "Exampleville", "literal", farm, 0.75, (Alternative(other, 0.25),), ("size",)),
        ),
        incidents=(
            Incident(
                id="farm#i1", part_of=None, type="raid", stage="accomplished", modality="fact",
                trigger=Span(trigger, trigger + 6, "raided"), when=None,
                where=Where(0, 33.5, 44.25, 2, 3.0, inherited=False), participants=(), weapons=(),
                killed=None, injured=None, captured=None, claims=(claim,),
            ),
        ),
        routes=(), warnings=(),
    )  # fmt: skip


def test_the_record_has_the_keys_of_the_format_in_its_order():
    record = json.loads(report_to_json(example()))

    assert list(record) == [
        "id", "title", "source", "published", "language", "text", "toponyms", "incidents", "routes", "warnings",
    ]  # fmt: skip
    assert list(record["toponyms"][0]) == ["start", "end", "surface", "role", "place", "confidence", "alternatives"]
    assert list(record["toponyms"][0]["place"]) == [
        "id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km", "population",
    ]  # fmt: skip
    assert list(record["toponyms"][0]["alternatives"][0]) == ["id", "name", "country", "lat", "lon", "confidence"]
    assert list(record["incidents"][0]) == [
        "id", "part_of", "type", "stage", "modality", "trigger", "when", "where", "participants", "weapons", "killed",
        "injured", "captured", "claims",
    ]  # fmt: skip
    assert list(record["incidents"][0]["claims"][0]) == [
        "start", "end", "text", "asserted_by", "relayed_by", "cue", "quoted", "modality",
        "killed", "injured", "captured",
    ]  # fmt: skip
    assert record["published"] == "2007-08-09"
    assert record["title"] is None


def test_a_claim_names_its_document_only_where_it_was_merged_from_several():
    claim = example().incidents[0].claims[0]

    assert "document" not in json.loads(claims_to_json((claim,)))[0]
    assert json.loads(claims_to_json((replace(claim, document="other"),)))[0]["document"] == "other"


def test_a_claim_of_a_route_has_no_counts():
    claim = example().incidents[0].claims[0]

    assert "killed" not in json.loads(claims_to_json((claim,), route=True))[0]


def test_alternatives_are_written_without_what_the_format_leaves_out():
    assert json.loads(alternatives_to_json(example().toponyms[0].alternatives)) == [
        {"id": "geonames:2", "name": "Exampleville", "country": "NG", "lat": 1.5, "lon": 2.5, "confidence": 0.25}
    ]


# ---------------------------------------------------------------- what is refused


def changed(path, value):
    record = json.loads(report_to_json(example()))
    at = record
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return json.dumps(record)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("title",), 5, "title: Expected"),
        (("published",), "yesterday", "published: "),
        (("toponyms", 0, "place", "lat"), 91, "toponyms[0].place.lat: "),
        (("toponyms", 0, "confidence"), "high", "toponyms[0].confidence: "),
        (("toponyms", 0, "place", "kind"), "town", "toponyms[0].place.kind: "),
        (("toponyms", 0, "end"), 4000, "toponyms[0]: ["),
        (("toponyms", 0, "place"), None, "incidents[0].where.toponym: 0 is not"),
        (("incidents", 0, "where", "toponym"), 1, "incidents[0].where.toponym: 1 is not"),
        (("incidents", 0, "where", "precision"), 8, "incidents[0].where.precision: "),
        (("incidents", 0, "type"), "fight", "incidents[0].type: "),
        (("incidents", 0, "killed"), {"low": 5, "best": 4, "high": 6}, "incidents[0].killed: needs"),
        (("incidents", 0, "killed"), {"low": 5, "best": 5, "high": 2**53}, "incidents[0].killed: needs"),
        (("toponyms", 0, "place", "population"), 2**53, "toponyms[0].place.population: "),
        (("incidents", 0, "id"), "barn#i1", "incidents[0].id: 'barn#i1' does not begin with the report's id"),
        (("incidents", 0, "part_of"), "farm#i9", "incidents[0].part_of: 'farm#i9'"),
        (("incidents", 0, "trigger", "end"), 0, "incidents[0].trigger: ["),
        (("incidents", 0, "claims", 0, "quoted"), "no", "incidents[0].claims[0].quoted: "),
    ],
)
def test_a_record_that_breaks_the_format_is_refused_with_its_field(path, value, message):
    with pytest.raises(RecordError) as refused:
        report_from_json(changed(path, value))

    assert str(refused.value).startswith(message)


def test_two_incidents_with_one_id_are_refused():
    record = json.loads(report_to_json(example()))
    record["incidents"] *= 2

    with pytest.raises(RecordError, match="incidents: two of them have the same id"):
        report_from_json(json.dumps(record))


@pytest.mark.parametrize(
    ("wholes", "circle"), [([1, 0], True), ([1, 2, 1], True), ([None, 0, 1], False), ([1, 2, None], False)]
)
def test_an_incident_is_no_part_of_its_own_part(wholes, circle):
    record = json.loads(report_to_json(example()))
    ids = [f"farm#i{n}" for n in range(len(wholes))]
    parts = [None if whole is None else ids[whole] for whole in wholes]
    first = record["incidents"][0]
    record["incidents"] = [first | {"id": i, "part_of": part} for i, part in zip(ids, parts, strict=True)]

    if circle:
        with pytest.raises(RecordError, match=r"incidents: 'farm#i\d' is a part of its own part"):
            report_from_json(json.dumps(record))
    else:
        assert [incident.part_of for incident in report_from_json(json.dumps(record)).incidents] == parts


def test_a_key_that_lacks_is_named():
    record = json.loads(report_to_json(example()))
    del record["incidents"][0]["stage"]

    with pytest.raises(RecordError, match=r"incidents\[0\]: Object missing required field `stage`"):
        report_from_json(json.dumps(record))


def test_keys_of_a_later_version_are_passed_over():
    record = json.loads(report_to_json(example())) | {"mood": "bleak"}

    assert report_from_json(json.dumps(record)).id == "farm"


def test_a_report_out_of_range_is_not_written():
    report = example()
    place = replace(report.toponyms[0].place, lat=123.0)
    wrong = replace(report, toponyms=(replace(report.toponyms[0], place=place),))

    with pytest.raises(RecordError, match="report 'farm' cannot be written"):
        report_to_json(wrong)
