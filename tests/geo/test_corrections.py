"""What a reader of the map sets right, by invented reports and files."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from geo.corrections import NONE, applied, corrected, corrected_incidents, read_corrections
from geo.errors import CorrectionError
from geo.merge.across.events import events
from geo.merge.across.grouping import grouped
from geo.model import Count, Document
from geo.pipeline import read_one
from geo.records import report_from_json, report_to_json

TEXT = (
    "Invented: gunmen killed four farmers in Kirkuk on Monday. "
    "Rifles were smuggled from Kirkuk to Malta, a spokesman said."
)
LEBANON = 'name = "Kirkuk"\nat = "geonames:266826"\n'


@pytest.fixture
def corrections(tmp_path: Path, gazetteer: Any) -> Any:
    """Return a function that reads a file of the words given."""

    def read(words: str | bytes) -> Any:
        file = tmp_path / "corrections.toml"
        file.write_bytes(words if isinstance(words, bytes) else words.encode())
        return read_corrections(file, gazetteer)

    return read


@pytest.fixture
def read(gazetteer: Any, language: Any) -> Any:
    """Return a function that reads a text with corrections, and one that corrects what was read before."""

    def reader(text: str, made: Any, source: str | None = None) -> Any:
        return read_one(Document("a", text, source=source, published=date(2031, 5, 7)), gazetteer, language, made)

    return reader


def place_of(report: Any, number: int = 0) -> str | None:
    """Return the country of an incident's place."""
    where = report.incidents[number].where
    return where and report.toponyms[where.toponym].place.country


@pytest.mark.parametrize("again", [False, True])
def test_a_pinned_name_is_where_it_is_pinned(corrections: Any, read: Any, again: bool) -> None:
    made = corrections(f"# invented\n\n[[place]]\n{LEBANON}")
    if again:  # as it is for a record that was written before
        report = corrected(report_from_json(report_to_json(read(TEXT, corrections("")))), made)
    else:
        report = read(TEXT, made)
    toponym = next(t for t in report.toponyms if t.surface == "Kirkuk")

    assert place_of(report) == "LB"
    assert (report.incidents[0].where.lat, toponym.confidence, toponym.alternatives) == (toponym.place.lat, 1.0, ())
    assert toponym.reasons == ("pinned by line 3 of the corrections",)
    assert (report.routes[0].origin.lat, report.routes[0].origin.lon) == (toponym.place.lat, toponym.place.lon)
    assert applied(report, made) == {(3, "Kirkuk")}


@pytest.mark.parametrize("again", [False, True])
def test_a_barred_name_places_nothing(corrections: Any, read: Any, again: bool) -> None:
    made = corrections('[[bar]]\nname = "kirkuk"\n')
    report = corrected(read(TEXT, corrections("")), made) if again else read(TEXT, made)

    assert place_of(report) is None
    assert [t.role for t in report.toponyms if t.surface == "Kirkuk"] == ["organisation", "organisation"]
    assert all(route.origin is None for route in report.routes)


def test_a_point_pins_a_name_that_no_gazetteer_has(corrections: Any, read: Any) -> None:
    made = corrections('[[place]]\nname = "Qel Zubbe"\nat = [36.34, 43.13]\n')
    report = read("Invented: gunmen killed four farmers in Qel Zubbe on Monday.", made)
    where = report.incidents[0].where

    assert (where.lat, where.lon, where.precision) == (36.34, 43.13, 1)
    assert place_of(report) == "IQ"


@pytest.mark.parametrize(
    ("scope", "country"),
    [('document = "a"', "LB"), ('document = "b"', "IQ"), ('source = "Wire"', "LB"), ('source = "Gazette"', "IQ")],
)
def test_a_correction_holds_for_its_document_or_source(corrections: Any, read: Any, scope: str, country: str) -> None:
    assert place_of(read(TEXT, corrections(f"[[place]]\n{LEBANON}{scope}\n"), source="Wire")) == country


def test_what_is_said_of_a_document_goes_before_what_is_said_everywhere(corrections: Any, read: Any) -> None:
    made = corrections(f'[[bar]]\nname = "Kirkuk"\n[[place]]\n{LEBANON}document = "a"\n')

    assert place_of(read(TEXT, made)) == "LB"


def test_an_incident_is_struck_out_and_its_phases_stand_alone(corrections: Any, read: Any) -> None:
    report = read(TEXT, corrections(""))
    phase = replace(report.incidents[0], id="a#i9", part_of="a#i1")
    made = corrections('[[not_an_incident]]\nid = "a#i1"\n')
    struck = corrected_incidents(replace(report, incidents=(*report.incidents, phase)), made)

    assert [(i.id, i.part_of) for i in struck.incidents if i.id in {"a#i1", "a#i9"}] == [("a#i9", None)]
    assert applied(report, made) == {(1, "a#i1")}


def test_a_route_is_struck_out_or_turned(corrections: Any, read: Any) -> None:
    report = read(TEXT, corrections(""))
    (route,) = report.routes
    turned = corrections('[[reverse_route]]\nid = "a#r1"\n')
    struck = corrections('[[not_a_route]]\nid = "a#r1"\n')
    (other,) = corrected_incidents(report, turned).routes

    assert (other.origin, other.destination) == (route.destination, route.origin)
    assert corrected_incidents(report, struck).routes == ()
    assert corrected_incidents(report, struck).incidents == report.incidents
    assert applied(report, turned) == applied(report, struck) == {(1, "a#r1")}


def test_an_incident_alone_is_placed_and_the_name_stays_where_it_was(corrections: Any, read: Any) -> None:
    report = read(TEXT, corrections(""))
    made = corrections('[[incident_place]]\nid = "a#i1"\nat = [36.34, 43.13]\n')
    placed = corrected_incidents(report, made)
    where = placed.incidents[0].where

    assert (where.lat, where.lon, where.inherited) == (36.34, 43.13, False)
    assert placed.toponyms[where.toponym].place.country == "IQ"
    assert placed.toponyms[where.toponym].reasons == ("placed by line 1 of the corrections",)
    assert placed.toponyms[:-1] == report.toponyms
    assert report_from_json(report_to_json(placed)).incidents[0].where == where
    assert applied(report, made) == {(1, "a#i1")}


def test_claims_of_another_event_get_an_incident_of_their_own(corrections: Any, read: Any) -> None:
    report = read(TEXT, corrections(""))
    first = report.incidents[0].claims[0]
    claims = (first, replace(first, killed=Count(7, 8, 9), modality="claimed"), replace(first, killed=None))
    report = replace(report, incidents=(replace(report.incidents[0], claims=claims, modality="fact"),))
    made = corrections(
        '[[split]]\nid = "a#i1"\nclaims = [2]\n[[incident_place]]\nid = "a#i1.2"\nat = "geonames:98182"\n'
    )
    parted = corrected_incidents(report, made).incidents

    assert [(i.id, len(i.claims), i.modality) for i in parted] == [("a#i1", 2, "fact"), ("a#i1.2", 1, "claimed")]
    assert (parted[0].killed, parted[1].killed) == (Count(4, 4, 4), Count(7, 8, 9))
    assert parted[1].where.lat != parted[0].where.lat
    assert applied(report, made) == {(1, "a#i1"), (4, "a#i1.2")}


@pytest.mark.parametrize("claims", ["[9]", "[1, 2, 3]"])
def test_a_split_that_leaves_nothing_to_split_loses_no_claim(corrections: Any, read: Any, claims: str) -> None:
    report = read(TEXT, corrections(""))
    one = replace(report.incidents[0], claims=report.incidents[0].claims[:1] * 3)
    made = corrections(f'[[split]]\nid = "a#i1"\nclaims = {claims}\n')
    parted = corrected_incidents(replace(report, incidents=(one,)), made).incidents

    assert [len(i.claims) for i in parted] == [3]


def test_what_a_reader_says_is_one_event_is_one_and_what_is_not_is_not(corrections: Any, read: Any) -> None:
    copies = [replace_id(read(TEXT, corrections("")), name) for name in "abc"]
    different = [replace_id(read("Invented: rebels shot a priest in Basra on Sunday.", corrections("")), "d")]
    made = corrections('[[same_event]]\nids = ["a#i1", "d#i1"]\n[[apart]]\nids = ["c#i1", "a#i1", "b#i1"]\n')

    reports = copies + different

    assert [len(event.told) for event in events(reports, grouped(reports))] == [3, 1]
    told = [event.told for event in events(reports, grouped(reports, made.judged))]
    assert told == [(("a", "a#i1"), ("d", "d#i1")), (("b", "b#i1"),), (("c", "c#i1"),)]
    assert made.subjects() == {(1, "a#i1"), (1, "d#i1"), (3, "a#i1"), (3, "b#i1"), (3, "c#i1")}


def test_groups_that_share_an_incident_are_one_event(corrections: Any) -> None:
    judged = corrections('[[same_event]]\nids = ["a", "b"]\n[[same_event]]\nids = ["c", "d"]\n'
                         '[[same_event]]\nids = ["d", "a"]\n').judged  # fmt: skip

    assert len(set(judged.group.values())) == 1


@pytest.mark.parametrize(
    "words",
    [
        '"bar" = [\n' + "".join(f'  {{name = "Invented town {n}"}},\n' for n in range(20_000)) + "]\n",
        "".join(f'[[bar]]\nname = "Kalu"\ndocument = "d{n}"\n' for n in range(10_000)),
        "".join(f'[[same_event]]\nids = ["a{n}", "b{n}"]\n' for n in range(10_000)),
        "".join(f'[[same_event]]\nids = ["a{n}", "a{n + 1}"]\n' for n in range(10_000)),
        "".join(f'[[apart]]\nids = ["a", "b{n}"]\n' for n in range(10_000)),
    ],
    ids=["inline tables", "one name", "pairs", "a chain", "a star"],
)
def test_a_long_file_is_read_in_time_that_grows_as_it_does(corrections: Any, words: str) -> None:
    begun = process_time()
    corrections(words)
    assert process_time() - begun < 3  # seconds; where time grew with the square, the first took minutes


def replace_id(report: Any, name: str) -> Any:
    """Return a report, its incidents too, under another name."""
    incidents = tuple(replace(i, id=f"{name}#{i.id.partition('#')[2]}") for i in report.incidents)
    return replace(report, id=name, incidents=incidents, routes=())


WRONG = {
    "one id": ('[[same_event]]\nids = ["a#i1"]\n', "line 2: ids needs two different ids"),
    "one id twice": ('[[apart]]\nids = ["a#i1", "a#i1"]\n', "line 2: ids needs two different ids"),
    "claims from nought": ('[[split]]\nid = "a"\nclaims = [0]\n', "line 3: claims needs whole numbers"),
    "placed twice": ('[[incident_place]]\nid = "a"\nat = [1, 2]\n' * 2, "line 6: the place of 'a' is corrected twice"),
    "nowhere": ('[[incident_place]]\nid = "a"\nat = [91, 2]\n', "line 3: at needs a place's id, or"),
    "not TOML": ("[[place]\n", "is not TOML: .*line 1"),
    "not UTF-8": (b'[[bar]]\nname = "\xff"\n', "line 2: is not UTF-8"),
    "another table": (
        "\n[[places]]\nname = 'a'\n",
        "line 2: 'places' is not one of place, bar, incident_place, incident, not_an_incident",
    ),
    "one bracket": ("[bar]\nname = 'a'\n", r"line 1: write each as a table of its own: \[\[bar\]\]"),
    "another key": ("[[bar]]\nname = 'a'\n\nwhere = 'b'\n", r"line 4: \[\[bar\]\] has no 'where'"),
    "a key in the second": ("[[bar]]\nname = 'a'\n[[bar]]\nname = 'b'\nat = 1\n", "line 5: "),
    "no name": ("[[place]]\nat = [1, 2]\n", r"line 1: \[\[place\]\] needs name"),
    "no place": ("[[place]]\nname = 'a'\n", r"line 1: \[\[place\]\] needs at"),
    "an empty name": ("[[bar]]\nname = ' '\n", "line 2: name needs words"),
    "a number for a name": ("[[bar]]\nname = 3\n", "line 2: name needs words"),
    "an unknown place": ("[[place]]\nname = 'a'\nat = 'geonames:0'\n", "line 3: no place has the id 'geonames:0'"),
    "latitude and longitude turned": ("[[place]]\nname = 'a'\nat = [143.1, 36.3]\n", "line 3: at needs"),
    "three numbers": ("[[place]]\nname = 'a'\nat = [1, 2, 3]\n", "line 3: at needs"),
    "true": ("[[place]]\nname = 'a'\nat = [true, 2]\n", "line 3: at needs"),
    "not a number": ("[[place]]\nname = 'a'\nat = [nan, 2]\n", "line 3: at needs"),
    "one name twice": (
        "[[bar]]\nname = 'Al-Kalu'\n[[bar]]\nname = 'al kalu'\n",
        "line 3: 'al kalu' is corrected twice",
    ),
}


@pytest.mark.parametrize(("words", "why"), WRONG.values(), ids=WRONG)
def test_a_file_that_is_wrong_is_refused_with_its_line(corrections: Any, words: Any, why: str) -> None:
    with pytest.raises(CorrectionError, match=f"corrections.toml.*{why}"):
        corrections(words)


def test_a_bar_takes_a_place_from_an_incident_and_never_the_incident_itself(tmp_path, gazetteer, language):
    text = "Gunmen killed three people near Tal Afar. A bomb exploded in Kut on Monday, injuring four people."
    file = tmp_path / "bars.toml"
    file.write_text('[[bar]]\nname = "Tal Afar"\n')
    barred = read_corrections(str(file), gazetteer)
    plain, mended = (
        read_one(Document("a", text, published=date(2031, 5, 6)), gazetteer, language, said) for said in (NONE, barred)
    )

    assert [i.id for i in mended.incidents] == [i.id for i in plain.incidents] == ["a#i1", "a#i2"]
    assert [i.where is None for i in plain.incidents] == [False, False]
    assert [i.where is None for i in mended.incidents] == [True, False]
