"""Which files of folders and patterns are read: no link that leads out, and nothing that dateline wrote itself."""

import pytest

from geo.documents import Problem, is_result, read_documents
from geo.documents.results import MARK, PDF_MARK, TABLES

WORDS = "Invented: a convoy was stopped near Exampleville."


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a report, beside another that holds what is not given."""
    (tmp_path / "given").mkdir()
    (tmp_path / "kept").mkdir()
    (tmp_path / "given" / "a.txt").write_text(WORDS)
    (tmp_path / "kept" / "private.txt").write_text(f"{WORDS} This is nobody's business.")
    return tmp_path / "given"


def read(*inputs, **options):
    return list(read_documents(inputs, **options))


# ---------------------------------------------------------------- links


@pytest.mark.parametrize("given", ["", "/*", "/*.txt", "/**/*.txt"])
def test_no_link_in_a_folder_or_a_pattern_leads_out_of_it(folder, given):
    (folder / "link.txt").symlink_to(folder.parent / "kept" / "private.txt")
    first, problem = read(f"{folder}{given}")

    assert first.text == WORDS
    assert str(problem) == (
        f"{folder}/link.txt: is a link that leads out of {folder}; name it by itself if it is meant, or put the file "
        "itself there"
    )


@pytest.mark.parametrize("given", ["*/*.txt", "*", "k*"])
def test_no_pattern_goes_through_a_link_to_a_folder_that_leads_out(folder, given):
    (folder / "kin").symlink_to(folder.parent / "kept")

    assert [item.where for item in read(f"{folder}/{given}") if isinstance(item, Problem)]
    assert not [item for item in read(f"{folder}/{given}") if not isinstance(item, Problem) and "nobody" in item.text]


def test_a_link_that_is_named_and_one_that_stays_within_are_followed(folder):
    (folder / "out.txt").symlink_to(folder.parent / "kept" / "private.txt")
    (folder / "sub").mkdir()
    (folder / "sub" / "in.txt").symlink_to("../a.txt")
    (folder.parent / "alias").symlink_to(folder)

    assert [item.id for item in read(folder / "out.txt")] == ["out"]
    assert [item.id for item in read(folder.parent / "alias") if not isinstance(item, Problem)] == ["a", "in"]
    assert "in" in [item.id for item in read(f"{folder}/*") if not isinstance(item, Problem)]


def test_a_link_to_itself_that_a_pattern_matches_is_a_problem(folder):
    (folder / "loop.txt").symlink_to("loop.txt")

    assert [item.where for item in read(f"{folder}/l*.txt")] == [f"{folder}/loop.txt"]


# ---------------------------------------------------------------- what dateline wrote


@pytest.mark.parametrize(
    ("name", "content"),
    [("map.html", b"<html>" + MARK), ("map.pdf", b"%PDF" + b" " * 50_000 + PDF_MARK), *(("t.csv", t) for t in TABLES)],
)
def test_maps_and_tables_that_dateline_wrote_are_no_reports_of_a_folder(folder, name, content):
    (folder / name).write_bytes(content)

    assert [item.id for item in read(folder)] == ["a"]
    assert [item.id for item in read(f"{folder}/*")] == ["a"]
    assert is_result(folder / name)


@pytest.mark.parametrize("name", ["map.html", "map.pdf", "t.csv", "r.jsonl", "gone.html", "gone.jsonl"])
def test_a_file_of_the_same_ending_is_no_result(folder, name):
    if not name.startswith("gone"):
        (folder / name).write_text('{"text": "x"}')

    assert not is_result(folder / name)


def test_what_is_to_be_left_out_may_be_several_files_and_folders(folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "b.txt").write_text(WORDS)
    (folder / "c.txt").write_text(WORDS)

    assert [item.id for item in read(folder, leave_out=[folder / "sub", folder / "a.txt"])] == ["c"]
