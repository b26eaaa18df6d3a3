"""Every lexicon loads, explains itself to its editor, and refuses a bad row by file and line."""

import csv
from pathlib import Path

import pytest

import geo.lexicon
from geo.errors import LexiconError
from geo.lexicon import load_pairs, load_rows

FOLDER = Path(geo.lexicon.__file__).parent
FILES = sorted(FOLDER.glob("*.csv"))


@pytest.fixture
def write(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Return a function that writes a lexicon where the loader looks."""
    monkeypatch.setattr(geo.lexicon, "files", lambda _: tmp_path)
    load_rows.cache_clear()

    def writer(text: str) -> None:
        (tmp_path / "invented.csv").write_text(text, encoding="utf-8")

    yield writer
    load_rows.cache_clear()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_file_explains_its_columns(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    notes = " ".join(line for line in lines if line.startswith("#"))
    header = next(line for line in lines if line and not line.startswith("#"))
    assert lines[0].startswith("#")
    assert all(column in notes for column in header.split(","))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_row_stands_twice(file: Path) -> None:
    lines = [
        line for line in file.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]
    rows = [tuple(row) for row in csv.reader(lines)]
    assert sorted({row for row in rows if rows.count(row) > 1}) == []


@pytest.mark.parametrize("name", ["actors", "weapons", "sides"])
def test_no_word_is_of_two_kinds(name: str) -> None:
    file = next(file for file in FILES if file.stem == name)
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    words = [row[0] for row in csv.reader(lines)]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_rows_come_without_comments_and_blanks(write) -> None:
    write("# word: a word\n\nword,kind\nraid , noun\n# a note\nstrike,noun\n")
    assert load_rows("invented", ("word", "kind")) == (("raid", "noun"), ("strike", "noun"))
    assert load_pairs("invented", ("word", "kind")) == {"raid": "noun", "strike": "noun"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# note\nword,kind\nraid\n", "invented.csv, line 3: has 1 columns, not 2"),
        ("# note\nword,kind\n\nraid,verb\n", "invented.csv, line 4: kind is 'verb'"),
        ("# note\nword\nraid\n", "invented.csv: the header must be word,kind"),
        ("", "invented.csv: the header must be word,kind"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(write, text: str, message: str) -> None:
    write(text)
    with pytest.raises(LexiconError) as refusal:
        load_rows("invented", ("word", "kind"), lambda row: None if row[1] == "noun" else f"kind is {row[1]!r}")
    assert message in str(refusal.value)


def test_a_column_holds_one_of_the_values_that_are_known_for_it(write) -> None:
    write("# note\nword,kind\nraid,noun\nstrike,adverb\n")
    with pytest.raises(
        LexiconError, match=r"invented\.csv, line 4: kind is 'adverb'; one of noun, verb; mend or delete"
    ):
        load_rows("invented", ("word", "kind"), kind=("verb", "noun"))
