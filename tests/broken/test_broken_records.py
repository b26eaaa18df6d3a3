"""Lines of JSON and tables that cannot be read, each with what is said of it. All are invented."""

import json

import pytest

from fuzz.seeds import LINE, TABLE, WORDS, parquet, record, zipped
from geo.documents import Columns, Problem

WHOLE = json.loads(record())


def changed(**fields: object) -> str:
    """Return a record with some of its fields changed."""
    return json.dumps({**WHOLE, **fields})


def incident(**fields: object) -> str:
    """Return a record whose incident has some of its fields changed."""
    return changed(incidents=[{**WHOLE["incidents"][0], **fields}])


def told(**fields: object) -> str:
    """Return a document with some of its fields changed."""
    return json.dumps({"id": "a", "text": WORDS, **fields})


NO_RECORD = "is not a report record"
LINES = [
    ("empty.jsonl", "", "is empty"),
    ("blanks.jsonl", "\n\n \n", "is empty"),
    ("prose.jsonl", "Invented: no line of JSON.", "line 1, column 1: is not a JSON object"),
    ("list.jsonl", "[1, 2]", "is not a JSON object"),
    ("number.jsonl", "7", "is not a JSON object"),
    ("null.jsonl", "null", "is not a JSON object"),
    ("words.ndjson", '"Invented"', "is not a JSON object"),
    ("cut.jsonl", LINE[:60], "is not a JSON object"),
    ("comma.jsonl", '{"text": "a",}', "is not a JSON object"),
    ("quotes.jsonl", "{'text': 'a'}", "is not a JSON object"),
    ("two.jsonl", '{"text": "a"}{"text": "b"}', "is not a JSON object"),
    ("deep.jsonl", '{"x": ' * 3_000, "is nested too deeply"),
    ("no-text.jsonl", '{"id": "a"}', "has no text"),
    ("no-text-null.jsonl", '{"text": null}', "has no text"),
    ("blank-text.jsonl", told(text="  "), "is empty"),
    ("number-text.jsonl", told(text=7), "text: Expected"),
    ("list-id.jsonl", told(id=["a"]), "id: Expected"),
    ("long-id.jsonl", told(id="x" * 501), "more than 500 characters"),
    ("list-title.jsonl", told(title=["a"]), "title: Expected"),
    ("day.jsonl", told(published="2011-02-30"), "has a published date that is no ISO day: 2011-02-30"),
    ("two-days.jsonl", told(published="05/06/2020"), "has a published date that is no ISO day"),
    ("lines-day.jsonl", told(published="Friday\n\nor so"), "has a published date that is no ISO day"),
    ("number-day.jsonl", told(published=1299196800), "published: Expected"),
    ("nul.jsonl", told(text="a\0b"), "NUL character"),
    ("half.jsonl", '{"text": "a \\ud800 b"}', "a lone surrogate"),
    ("latin.jsonl", b'{"text": "caf\xe9"}', "is not UTF-8"),
    ("wide.jsonl", LINE.encode("utf-16"), "is UTF-16, and JSON Lines are UTF-8"),
    ("same-id.jsonl", LINE + LINE, "line 2: has the same id as"),
    ("large.jsonl", told(text="x" * 5_001), "is larger than 5,000 bytes"),
    ("large-line.jsonl", told(other="x" * 50_000), "is larger than 40,000 bytes"),
    ("no-toponyms.jsonl", changed(toponyms=None), NO_RECORD),
    ("no-key.jsonl", json.dumps({"id": "a", "text": "b", "toponyms": []}), NO_RECORD),
    ("span.jsonl", incident(trigger={"start": 5, "end": 4, "text": "x"}), "does not lie within the text"),
    ("span-beyond.jsonl", incident(trigger={"start": 0, "end": 10**6, "text": "x"}), "does not lie within the text"),
    ("type.jsonl", incident(type="picnic"), "Invalid enum value 'picnic'"),
    ("stray-toponym.jsonl", incident(where={**WHOLE["incidents"][0]["where"], "toponym": 9}), "is not the number of"),
    ("nowhere.jsonl", incident(where={**WHOLE["incidents"][0]["where"], "lat": 91}), "lat"),
    ("nan.jsonl", incident(killed={"low": float("nan"), "best": 1, "high": 2}), "column"),
    ("counts.jsonl", incident(killed={"low": 3, "best": 2, "high": 1}), "needs 0 <= low <= best <= high"),
    ("many-dead.jsonl", incident(killed={"low": 1, "best": 2, "high": 2**60}), "needs 0 <= low <= best <= high"),
    ("more-dead.jsonl", incident(killed={"low": 1, "best": 2, "high": 10**30}), NO_RECORD),
    ("own-part.jsonl", incident(part_of="a#i1"), "is not the id of another incident"),
    ("stray-part.jsonl", incident(part_of="a#i9"), "is not the id of another incident"),
    ("stray-id.jsonl", incident(id="b#i1"), "does not begin with the report's id"),
    ("twice.jsonl", changed(incidents=WHOLE["incidents"] * 2), "two of them have the same id"),
    ("day-of-record.jsonl", changed(published="2011-02-30"), NO_RECORD),
    ("no-date.jsonl", incident(when={"start": "9", "end": None, "precision": "day", "text": None}), NO_RECORD),
]
QUOTED = f'"{WORDS}"'
TABLES = [
    ("empty.csv", "", "has no column of texts"),
    ("head.csv", "id,text\n", "has no rows"),
    ("no-text.csv", "id,when\n1,2\n", "has no column of texts; name it with --text-column: id, when"),
    ("prose.csv", "Invented. No table at all.", "has no column of texts"),
    ("blank-cell.csv", "id,text\n1,\n", "row 1: is empty"),
    ("short-row.csv", "id,text\n1\n", "row 1: is empty"),
    ("day.csv", f"text,date\n{QUOTED},31 February 2011\n", "row 1: has a published date that is no ISO day"),
    ("same-id.csv", f"id,text\n1,{QUOTED}\n1,{QUOTED}\n", "row 2: has the same id as"),
    ("long-id.csv", f"id,text\n{'x' * 501},{QUOTED}\n", "more than 500 characters"),
    ("large-cell.csv", f"text\n{'x' * 5_001}\n", "row 1: is larger than 5,000 bytes"),
    ("huge-cell.csv", f"text\n{'x' * 30_000}\n", "row cannot be read (field larger than field limit"),
    ("open-quotes.csv", 'text\n"Invented: ' + "x\n" * 20_000, "row cannot be read (field larger than field limit"),
    ("latin.csv", "text\nCafé, invented\n".encode("latin-1"), "is not UTF-8"),
    ("odd.csv", TABLE.encode("utf-16")[:-1], "is not UTF-16"),
    ("nul.csv", "text\nInvented: a\0b\n", "NUL character"),
    ("sheet.csv", zipped(("xl/workbook.xml", "<x/>")), "is not UTF-8"),
    ("picture.tsv", b"\x89PNG\r\n\x1a\n", "is not UTF-8"),
    ("french.csv", "text\n" + "Des hommes armés ont arrêté lundi un convoi près du village et emmené deux hommes. " * 4,
     "row 1: is in French"),
    ("empty.parquet", b"", "is damaged or no Parquet file"),
    ("magic.parquet", b"PAR1PAR1", "is damaged or no Parquet file"),
    ("cut.parquet", parquet(text=[WORDS])[:-40], "is damaged or no Parquet file"),
    ("middle.parquet", parquet(text=[WORDS])[:40] + parquet(text=[WORDS])[60:], "is damaged or no Parquet file"),
    ("table.parquet", TABLE, "is damaged or no Parquet file"),
    ("no-text.parquet", parquet(words=[WORDS]), "has no column of texts"),
    ("no-rows.parquet", parquet(text=[]), "has no rows"),
    ("no-cell.parquet", parquet(text=[None]), "row 1: is empty"),
    ("large.parquet", parquet(text=["x" * 5_001]), "row 1: is larger than 5,000 bytes"),
    ("same-id.parquet", parquet(text=[WORDS] * 2, id=[1, 1]), "row 2: has the same id as"),
    ("day.parquet", parquet(text=[WORDS], date=["soon"]), "row 1: has a published date that is no ISO day: soon"),
]  # fmt: skip
CASES = [*LINES, *TABLES]


@pytest.mark.parametrize(("name", "content", "says"), CASES, ids=[case[0] for case in CASES])
def test_a_broken_line_or_row_is_one_clear_line(refuse_file, name, content, says):
    refuse_file(name, content, says, max_bytes=5_000)


@pytest.mark.parametrize("field", ["text", "date", "id", "source", "title"])
def test_a_column_that_is_not_there_is_named(refuse_file, field):
    refuse_file("a.csv", TABLE, "has no column 'none'", columns=Columns(**{field: "none"}))


def test_what_stands_beside_a_broken_line_is_read(refuse_file):
    lines = [told(id=str(number)) for number in range(4)]
    items = refuse_file("a.jsonl", "\n".join([lines[0], "{", lines[1], '{"text": 1}', *lines[2:]]), "line 2")

    assert [item.id for item in items if not isinstance(item, Problem)] == ["first", "0", "1", "2", "3", "last"]
