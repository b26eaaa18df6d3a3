"""`geo.read`: from documents, files and records to reports, one by one, with what cannot be read told."""

import gc
import zipfile
from datetime import date

import pytest

import geo.reading
from geo import Document, Report, read
from geo.documents import Problem
from geo.errors import reason
from geo.records import report_to_json

TEXT = "AMARAH, Iraq, March 14, 2019 - Invented: gunmen killed two policemen in Amarah on Tuesday, police said."
SPANISH = "Inventado: hombres armados atacaron un mercado en las afueras de la ciudad y mataron a dos personas. " * 4


@pytest.fixture
def reads(gazetteer, language):
    def reads(documents, **more):
        return read(documents, gazetteer, pipeline=language, **more)

    return reads


def test_files_and_archives_are_read_as_the_command_reads_them(reads, tmp_path):
    (tmp_path / "mon").mkdir()
    (tmp_path / "mon" / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").write_text(TEXT)
    with zipfile.ZipFile(tmp_path / "week.zip", "w") as archive:
        archive.writestr("b.txt", TEXT)
    reports = list(reads([tmp_path / "a.txt", str(tmp_path / "mon"), tmp_path / "week.zip"]))

    assert [report.id.removeprefix(f"{tmp_path.name}/") for report in reports] == ["a.txt", "mon/a.txt", "week/b"]
    assert all(report.incidents for report in reports)


@pytest.mark.parametrize("given", [Document("a", TEXT), [Document("a", TEXT)], iter([Document("a", TEXT)])])
def test_one_document_is_given_by_itself_or_among_others(reads, given):
    (report,) = reads(given)

    assert (report.id, report.incidents[0].killed.best) == ("a", 2)


def test_what_cannot_be_read_is_a_warning_and_the_rest_goes_on(reads, tmp_path):
    (tmp_path / "empty.txt").touch()
    given = [tmp_path / "empty.txt", Document("en", TEXT), Document("es", SPANISH), Document("blank", " ")]
    with pytest.warns(UserWarning, match="is empty|is in Spanish") as warned:
        (report,) = reads(given)

    assert report.id == "en"
    assert [str(one.message) for one in warned] == [
        f"{tmp_path / 'empty.txt'}: is empty; give it some text, or leave it out",
        "es: is in Spanish, and only English is read; leave it out, or read it with --any-language",
        "blank: is empty; give it some text, or leave it out",
    ]
    assert all(one.filename == __file__ for one in warned)


def test_problems_go_where_they_are_wanted(reads, tmp_path):
    told = []

    assert list(reads(tmp_path / "nowhere.txt", on_problem=told.append)) == []
    assert [problem.why for problem in told] == ["there is no such file or folder"]


def test_documents_are_taken_when_reports_are_asked_for_and_none_is_kept(reads):
    taken = []

    def documents():
        for number in range(6):
            taken.append(number)
            yield Document(f"d{number}", f"{TEXT} Number {number}.")

    reports = reads(documents())
    assert taken == []
    for number, report in enumerate(reports):
        assert taken == list(range(number + 1))
        del report
        gc.collect()
        kept = {one.id for one in gc.get_objects() if isinstance(one, Report) and "Number" in one.text}
        assert len(kept) <= 1  # the one that the loop is at


def test_records_come_back_without_the_language_model(reads, tmp_path, monkeypatch):
    (report,) = reads(Document("a", TEXT, published=date(2019, 3, 14)))
    (tmp_path / "reports.jsonl").write_bytes(report_to_json(report))
    monkeypatch.setattr(geo.reading.language, "load", lambda: pytest.fail("the model was loaded"))

    assert [report_to_json(one) for one in read(tmp_path / "reports.jsonl")] == [report_to_json(report)]
    assert list(read(report)) == [report]


def test_a_mistake_of_ours_is_not_blamed_on_the_text():
    assert reason(ValueError("too long")) == "too long"
    assert reason(NameError("name 'x' is not defined")) == (
        "a mistake in dateline, please report it (NameError: name 'x' is not defined)"
    )


def test_a_text_on_which_the_reading_fails_stops_only_itself_and_a_full_disk_all():
    def reader(document):
        raise OSError("no space left") if document.id == "disk" else ValueError("cannot be made sense of")

    problem = geo.reading.report_of(Document("a", TEXT), reader)

    assert isinstance(problem, Problem)
    assert str(problem) == "a: cannot be read: cannot be made sense of; split the text, or leave it out"
    with pytest.raises(OSError, match="no space left"):
        geo.reading.report_of(Document("disk", TEXT), reader)


def test_anything_else_is_refused():
    with pytest.raises(TypeError, match="a dict cannot be read; give documents, reports, or paths of files"):
        list(read([{"id": "a", "text": TEXT}]))


def test_the_model_is_loaded_once_for_all_calls(monkeypatch, gazetteer, language):
    loaded = []
    monkeypatch.setattr("geo.reading.language.load", lambda: loaded.append(language) or language)
    geo.reading._pipeline.cache_clear()
    for _ in range(2):
        assert len(list(read(Document("a", "Invented: troops raided a house in Mosul."), gazetteer))) == 1
    geo.reading._pipeline.cache_clear()
    assert len(loaded) == 1
