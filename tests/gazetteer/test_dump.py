"""An invented dump in GeoNames' format becomes a gazetteer file; what is no dump is refused with its line."""

import zipfile
from pathlib import Path

import pytest

from gazetteer import Gazetteer, bundled
from gazetteer.adding.bulk import build
from gazetteer.adding.features import kind_of
from gazetteer.adding.sorting import KeySorter
from gazetteer.errors import PlacesFileError
from gazetteer.keys import SortedKeys
from gazetteer.store import Store, write

PLACES = [
    # number, name, alternate names, lat, lon, class, code, country, admin1, people
    (900000003, "Qarnab", "Karnab,قرناب,QRN", 33.1, 44.1, "P", "PPL", "IQ", "07", 1200),
    (900000001, "Muḩāfaz̧at Zubrin", "Zubrin", 33.0, 44.0, "A", "ADM1", "IQ", "07", 90000),
    (900000002, "Wadi Qarnab", "", 33.2, 44.2, "H", "WAD", "IQ", "07", 0),
    (900000004, "Camp Ostrel", "", -33.3, -44.3, "L", "MILB", "IQ", "", 0),
    (98182, "Baghdad", "", 33.3, 44.4, "P", "PPLC", "IQ", "07", 7_000_000),
    (900000003, "Qarnab al Jadidah", "", 33.15, 44.15, "P", "PPL", "IQ", "07", 1300),
]
NAMES = [
    "1\t900000003\ten\tNew Qarnab\t\t\t\t\t\t", "2\t900000003\tlink\thttps://example.org\t\t\t\t\t\t",
    "3\t5\ten\tNowhere here\t\t\t\t\t\t", "4\t900000004\tiata\tOST\t\t\t\t\t\t",
]  # fmt: skip


def line(place: tuple) -> str:
    number, name, others, lat, lon, group, code, country, unit, people = place
    cells = [
        number,
        name,
        name,
        others,
        lat,
        lon,
        group,
        code,
        country,
        "",
        unit,
        "",
        "",
        "",
        people,
        "",
        0,
        "UTC",
        "2026-01-01",
    ]
    return "\t".join(map(str, cells)) + "\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "XQ.txt"
    file.write_text("".join(map(line, PLACES)), encoding="utf-8")
    return file


@pytest.fixture
def names(tmp_path: Path) -> Path:
    file = tmp_path / "alternateNamesV2.txt"
    file.write_text("\n".join(NAMES) + "\n", encoding="utf-8")
    return file


def made(file: Path, names: Path | None = None) -> Gazetteer:
    target = file.with_name("made.gazetteer")
    build(target, file, names, bundled(), lambda _: None)
    return Gazetteer.open(target)


def test_places_and_names_of_both_files_are_found(text: Path, names: Path) -> None:
    gazetteer = made(text, names)
    (found,) = gazetteer.candidates("new qarnab")
    assert (found.id, found.name, found.kind) == ("geonames:900000003", "Qarnab al Jadidah", "populated_place")
    assert (found.lat, found.lon, found.population, found.admin1) == (33.15, 44.15, 1300, "Muḩāfaz̧at Zubrin")
    assert [p.id for p in gazetteer.candidates("قرناب")] == [found.id]
    assert gazetteer.candidates("Nowhere here") == gazetteer.candidates("OST") == gazetteer.candidates("QRN") == ()
    assert gazetteer.info[0].places == {"admin1": 1, "populated_place": 2, "water": 1, "facility": 1}


def test_ids_nearness_and_beginnings_work_as_in_the_bundled(text: Path) -> None:
    gazetteer = made(text)
    assert gazetteer.get("geonames:98182").name == "Baghdad"
    assert gazetteer.get("geonames:98183") is None
    assert [p.name for p, _ in gazetteer.nearest(33.2, 44.2, 2)] == ["Wadi Qarnab", "Qarnab al Jadidah"]
    assert [p.name for p in gazetteer.search("wadi")] == ["Wadi Qarnab"]
    assert gazetteer.search("wadix") == ()


def test_a_unit_is_found_without_the_word_for_it_and_a_known_one_keeps_its_size(text: Path) -> None:
    gazetteer = made(text)
    assert gazetteer.candidates("Zubrin")[0].kind == "admin1"
    anbar = bundled().get("geonames:99592")
    (text.parent / "IQ.txt").write_text(line((99592, "Anbar", "", 33.0, 42.0, "A", "ADM1", "IQ", "01", 9)), "utf-8")
    assert made(text.parent / "IQ.txt").get("geonames:99592").radius_km == anbar.radius_km


def test_a_zip_gives_the_same_bytes(text: Path) -> None:
    target = text.with_name("made.gazetteer")
    build(target, text, None, bundled(), lambda _: None)
    with zipfile.ZipFile(text.with_suffix(".zip"), "w") as archive:
        archive.writestr("readme.txt", "x" * 9999)
        archive.write(text, "XQ.txt")
    other = text.with_name("other.gazetteer")
    build(other, text.with_suffix(".zip"), None, bundled(), lambda _: None)
    assert other.read_bytes() == target.read_bytes().replace(b'"XQ.txt"', b'"XQ.zip"')


def test_a_dump_over_the_bundled_moves_a_place_and_keeps_its_names(text: Path) -> None:
    both = bundled().layered(made(text))
    baghdad = both.candidates("Багдад")[0]
    assert (baghdad.id, baghdad.lat, baghdad.layer) == ("geonames:98182", 33.3, "made")
    assert both.candidates("Baghdad")[0] == baghdad


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", r"is empty"),
        (b"name,lat,lon\nHere,1,2\n", r"line 1: has 1 columns"),
        (
            line(PLACES[0]).encode() + line((1, "X", "", 95, 0, "P", "PPL", "IQ", "", 0)).encode(),
            r"line 2: is no place",
        ),
        (line(PLACES[0]).encode() + b"\xff\xfe\n", r"line 2: is not in UTF-8"),
    ],
)
def test_what_is_no_dump_is_refused_and_leaves_nothing(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "XQ.txt"
    file.write_bytes(content)
    with pytest.raises(PlacesFileError, match=reason):
        made(file)
    assert list(tmp_path.iterdir()) == [file]


def test_a_zip_with_a_changed_byte_is_refused(text: Path) -> None:
    file = text.with_suffix(".zip")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.write(text, "XQ.txt")
    content = file.read_bytes()
    file.write_bytes(content.replace(b"Camp Ostrel", b"Camp Ostrem", 1))
    with pytest.raises(PlacesFileError, match="is damaged"):
        made(file)
    file.write_bytes(content[:50])
    with pytest.raises(PlacesFileError, match="not a whole zip"):
        made(file)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("picture.png", b"")
    with pytest.raises(PlacesFileError, match="no text in it"):
        made(file)


def test_a_wrong_file_of_names_is_refused(text: Path) -> None:
    wrong = text.with_name("wrong.txt")
    wrong.write_text("a\tb\tc\td\n", encoding="utf-8")
    with pytest.raises(PlacesFileError, match="line 1: is no line of GeoNames' alternateNamesV2"):
        made(text, wrong)


@pytest.mark.parametrize(
    ("group", "code", "kind"),
    [
        ("A", "PCLI", "country"), ("A", "ADM1", "admin1"), ("A", "ADM3", "admin2"), ("A", "PRSH", "region"),
        ("P", "PPLX", "section"), ("P", "", "populated_place"), ("H", "LK", "water"), ("T", "MT", "terrain"),
        ("S", "AIRP", "facility"), ("L", "MILB", "facility"), ("L", "RGN", "region"), ("", "", "region"),
    ],
)  # fmt: skip
def test_kinds(group: str, code: str, kind: str) -> None:
    assert kind_of(group, code) == kind


def test_sorted_keys_find_what_was_given_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gazetteer.adding.sorting.HELD", 7)
    given = [f"{start}{n}" for n in range(50) for start in ("a", "saintpetersburg", "البصره", "~sa", "b" * 9)]
    sorter = KeySorter(tmp_path)
    for row, key in enumerate(reversed(given)):
        sorter.add(key, row, row % 256)
        sorter.add(key, row, 0)
    sections, count = sorter.sections(lambda row: len(given) - row)
    write(tmp_path / "keys", sections, {})
    keys = SortedKeys(Store(tmp_path / "keys"))
    kept = sorted(given)
    assert [key for key, _ in keys.starting("")] == kept
    assert [keys.number(key) for key in kept] == list(range(len(kept)))
    assert [key for key, _ in keys.starting("saintpetersburg1")] == [
        k for k in kept if k.startswith("saintpetersburg1")
    ]
    assert [keys.number(key) for key in ("", "a", "saintp", "zz", "saintpetersburg50", "bbbbbbbbb")] == [None] * 6
    assert count == sum(not key.startswith("~") for key in kept)


def test_of_a_layer_of_very_many_only_the_most_prominent_of_a_name_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    same = [(n, "Qarnab", "", 30 + n, 44.0, "P", "PPL", "IQ", "", n * 1000) for n in range(1, 6)]
    (tmp_path / "XQ.txt").write_text("".join(map(line, same)), encoding="utf-8")
    assert len(made(tmp_path / "XQ.txt").candidates("Qarnab")) == 5
    monkeypatch.setattr("gazetteer.layer.MANY", 4)
    monkeypatch.setattr("gazetteer.layer.MOST_PLACES", 2)
    assert [p.population for p in made(tmp_path / "XQ.txt").candidates("Qarnab")] == [5000, 4000]
