"""Corrections, gazetteers, places and word lists that cannot be read, each with what is said of it. All invented."""

import json

import pytest

from fuzz.seeds import DUMP, PLACES, gazetteer_file, geopackage, zipped
from fuzz.targets import read_corrections, read_curated, read_gazetteer, read_lexicon, read_places
from gazetteer.curated import COLUMNS
from gazetteer.store import MAGIC

HEADS = ",".join(COLUMNS)
ROW = "curated:a,A,,populated_place,IQ,,33.1,44.1,1,PPL,by hand,"


def headed(**header: object) -> bytes:
    """Return a gazetteer file with a header that somebody made up."""
    data = json.dumps({"sections": {}, "about": {}} | header).encode()
    return MAGIC + len(data).to_bytes(4, "little") + data + bytes(64)


def entry(kind: str, *lines: str) -> str:
    return "\n".join([f"[[{kind}]]", *lines])


CORRECTIONS = [
    ("latin.toml", b"# caf\xe9", "line 1: is not UTF-8"),
    ("prose.toml", "Invented. No table.", "is not TOML"),
    ("cut.toml", "[[place]]\nname = ", "is not TOML"),
    ("nul.toml", "a\0 = 1", "is not TOML"),
    ("twice.toml", entry("bar", 'name = "a"', 'name = "b"'), "is not TOML"),
    ("deep.toml", "a = " + "[" * 5_000, "is nested too deeply"),
    ("number.toml", entry("split", 'id = "a#i1"', f"claims = [{'9' * 5_000}]"), "is not TOML"),
    ("table.toml", entry("town", 'name = "a"'), "line 1: 'town' is not one of"),
    ("single.toml", '[place]\nname = "a"', "write each as a table of its own"),
    ("key.toml", entry("bar", 'name = "a"', "why = 1"), "line 3: [[bar]] has no 'why'"),
    ("lacking.toml", entry("place", 'name = "a"'), "line 1: [[place]] needs at"),
    ("blank.toml", entry("bar", 'name = " "'), "line 2: name needs words"),
    ("no-place.toml", entry("place", 'name = "a"', 'at = "geonames:0"'), "no place has the id 'geonames:0'"),
    ("far.toml", entry("place", 'name = "a"', "at = [91, 0]"), "line 3: at needs a place's id, or"),
    ("nan.toml", entry("place", 'name = "a"', "at = [nan, inf]"), "line 3: at needs a place's id, or"),
    ("same.toml", entry("bar", 'name = "a"') + "\n" + entry("bar", 'name = "A"'), "is corrected twice"),
    ("one.toml", entry("apart", 'ids = ["a#i1"]'), "line 2: ids needs two different ids"),
    ("day.toml", entry("incident", 'id = "a#i1"', "day = 2031-05-07T09:00:00Z"), "line 3: day needs a day such as"),
    ("days.toml", entry("incident", 'id = "a#i1"', 'day = ["2031-05", "2031-04"]'), "line 3: day needs a day such as"),
    ("killed.toml", entry("incident", 'id = "a#i1"', "killed = [9, 5, 7]"), "line 3: killed needs a whole number"),
    ("kind.toml", entry("incident", 'id = "a#i1"', 'type = "fight"'), "line 3: type needs one of battle, raid"),
    ("nothing.toml", entry("incident", 'id = "a#i1"', 'note = "x"'), "line 1: [[incident]] needs what is to be set"),
    ("end.toml", entry("route", 'id = "a#r1"', "origin = [1, 2, 3]"), "line 3: origin needs a place's id, or"),
    ("via.toml", entry("route", 'id = "a#r1"', 'via = "geonames:98182"'), "line 3: via needs a list of places"),
    ("claims.toml", entry("split", 'id = "a#i1"', "claims = [0]"), "line 3: claims needs whole numbers"),
]
GAZETTEERS = [
    ("empty.gazetteer", b"", "is empty"),
    ("zip.gazetteer", zipped(("a.txt", "x")), "is not a gazetteer file"),
    ("cut.gazetteer", gazetteer_file()[:-50], "copy the file again"),
    ("bit.gazetteer", gazetteer_file().replace(b"Exampleville", b"Exampleville"[::-1]), "is damaged"),
    ("no-sections.gazetteer", headed(), "has no section"),
    ("list.gazetteer", headed(sections=[]), "its header is damaged"),
    ("type.gazetteer", headed(sections={"keys": [0, 8, "P", 0]}), "its header is damaged"),
    ("before.gazetteer", headed(sections={"keys": [-64, 8, "B", 0]}), "its header is damaged"),
    ("beyond.gazetteer", headed(sections={"keys": [0, 10**18, "B", 0]}), "copy the file again"),
    ("uneven.gazetteer", headed(sections={"keys": [0, 7, "I", 0]}), "its header is damaged"),
    ("about.gazetteer", headed(about=7), "its header is damaged"),
    ("deep.gazetteer", MAGIC + b"\x10\x27\0\0" + b"[" * 10_000, "its header is damaged"),
]
PLACE_FILES = [
    ("empty.csv", b"", "has no column name, lat, lon"),
    ("heads.csv", "name,lat,lon\n", "has no places"),
    ("lacking.csv", "name,lat\na,1\n", "has no column lon"),
    ("latin.csv", "name,lat,lon\ncafé,1,2\n".encode("latin-1"), "is not in UTF-8"),
    ("quotes.csv", 'name,lat,lon\n"a,1,2\n', "is no CSV file"),
    ("nan.csv", "name,lat,lon\na,nan,2\n", "line 2: lat is 'nan'"),
    ("far.csv", "name,lat,lon\na,91,2\n", "line 2: lat is '91'"),
    ("comma.csv", 'name,lat,lon\na,"33,1",2\n', "line 2: lat is '33,1'"),
    ("kind.csv", "name,lat,lon,kind\na,1,2,picnic\n", "line 2: kind is 'picnic'"),
    ("country.csv", "name,lat,lon,country\na,1,2,Iraq\n", "line 2: country is 'IRAQ'"),
    ("nameless.csv", "name,lat,lon\n!,1,2\n", "line 2: name is '!'"),
    ("same.csv", "name,lat,lon,id\na,1,2,x\nb,1,2,x\n", "line 3: the id 'x' was used"),
    ("people.csv", PLACES.replace("1200", "-5"), "line 2: population is '-5'"),
    ("empty.txt", b"", "is empty"),
    ("prose.txt", "Invented.", "line 1: has 1 columns, not 19"),
    ("latin.txt", DUMP.replace("Beispiel", "é").encode("latin-1"), "line 1: is not in UTF-8"),
    ("far.txt", DUMP.replace("33.3", "133.3"), "line 1: is no place of a GeoNames dump"),
    ("number.txt", DUMP.replace("1\t", "x\t", 1), "line 1: is no place of a GeoNames dump"),
    ("prose.zip", b"Invented.", "is not a whole zip file"),
    ("read-me.zip", zipped(("readme.txt", "x")), "has no text in it"),
    ("cut.zip", zipped(("IQ.txt", DUMP))[:-30], "is not a whole zip file"),
    ("method.zip", zipped(("IQ.txt", DUMP)).replace(b"\x08\0", b"\x63\0"), "is not a whole zip file"),
    ("sum.zip", zipped(("IQ.txt", DUMP * 50))[:60] + zipped(("IQ.txt", DUMP * 50))[62:], "whole zip file"),
    ("empty.gpkg", b"", "is no GeoPackage that can be read"),
    ("prose.gpkg", b"Invented.", "is no GeoPackage that can be read"),
    ("cut.gpkg", geopackage()[:9_000], "GeoPackage"),
    ("places.docx", b"x", "no places are read from such a file"),
]
CURATED = [
    ("empty.csv", b"", "the row of column names is missing"),
    ("latin.csv", b"caf\xe9", "line 1: byte 0xE9 is not UTF-8"),
    ("heads.csv", "id,name\n", "line 1: this is not the row of column names"),
    ("short.csv", f"{HEADS}\na,b\n", "line 2: 2 cells where 12 belong"),
    ("quotes.csv", f'{HEADS}\n"a\n', "line 2: the quotation marks do not close"),
    ("id.csv", f"{HEADS}\n{ROW.replace('curated:a', 'a')}\n", "line 2: id is 'a'"),
    ("far.csv", f"{HEADS}\n{ROW.replace('33.1', '93.1')}\n", "line 2: lat is '93.1'"),
    ("radius.csv", f"{HEADS}\n{ROW.replace(',1,PPL', ',0,PPL')}\n", "line 2: radius_km is '0'"),
    ("same.csv", f"{HEADS}\n{ROW}\n{ROW}\n", "line 3: the id curated:a was used in same.csv, line 2"),
]
LEXICONS = [
    ("empty.csv", b"", "the header must be word,what"),
    ("latin.csv", b"word,what\ncaf\xe9,x\n", "line 2: is not UTF-8"),
    ("heads.csv", "word\n", "the header must be word,what"),
    ("long.csv", "word,what\na,b,c\n", "line 2: has 3 columns, not 2"),
    ("quotes.csv", '# invented\nword,what\n"a,b\n', "line 3: unexpected end of data"),
]
READERS = {read_corrections: CORRECTIONS, read_gazetteer: GAZETTEERS, read_places: PLACE_FILES, read_curated: CURATED,
           read_lexicon: LEXICONS}  # fmt: skip
ALL = [(read, *case) for read, cases in READERS.items() for case in cases]


@pytest.mark.parametrize(
    ("read", "name", "content", "says"), ALL, ids=[f"{read.__name__}-{name}" for read, name, *_ in ALL]
)
def test_a_broken_file_of_places_corrections_or_words_is_refused(tmp_path, read, name, content, says):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ValueError) as raised:  # noqa: PT011  # what it says is looked at below
        read(path)
    line = str(raised.value)

    assert says in line
    assert name in line
    assert "\n" not in line
