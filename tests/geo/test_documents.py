import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.documents import Limits, Problem, read_documents
from geo.model import Document, Report

WORDS = "Invented: a convoy was stopped near Exampleville."
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>Convoy stopped - Example Post</title>
<meta property="og:site_name" content="Example Post">
<meta property="article:published_time" content="2011-03-04T09:00:00Z">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Convoy stopped</h1>
<p>A convoy was stopped near the invented town of Exampleville on Thursday, caf\u00e9 owners said, and its two drivers
were questioned for several hours by the police.</p><p>Nobody was hurt, the mayor told this newspaper &amp; its
readers on the following day, after the road had been opened again.</p><script>alert("no text of the page")</script>
</article></body></html>"""


def read(*inputs, stdin=b"", leave_out=(), **limits):
    given = io.BufferedReader(io.BytesIO(stdin))
    return list(read_documents(inputs, limits=Limits(**limits), leave_out=leave_out, stdin=given))


def one(path, **options):
    (item,) = read(path, **options)
    return item


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


# ---------------------------------------------------------------- plain text


@settings(deadline=None)  # a busy machine is no failure
@given(
    # Twice nine letters are too few to show a script: more of another one are refused.
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9).filter(str.strip),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_a_text_is_read_as_it_stands_so_that_offsets_hold(tmp_path_factory, text, newline):
    path = tmp_path_factory.mktemp("text") / "a.txt"
    whole = f"{text}{newline}{text}{newline}"
    path.write_bytes(whole.encode())

    assert one(path) == Document("a", whole)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_an_encoding_with_a_mark_is_known_and_the_mark_is_no_text(write, codec):
    assert one(write("a.txt", "Café nahe Exampleville\r\n".encode(codec))).text == "Café nahe Exampleville\r\n"


def test_a_named_encoding_is_used(write):
    assert one(write("a.txt", "Café".encode("windows-1252")), encoding="windows-1252").text == "Café"


def test_english_in_the_old_encoding_of_windows_is_known_by_its_few_odd_bytes(write):
    text = f"{WORDS} {WORDS} {WORDS} {WORDS} {WORDS} \u201cCafé owners\u201d spoke \u2014 briefly."

    assert one(write("a.txt", text.encode("windows-1252"))).text == text
    assert "is not UTF-8" in one(write("b.txt", ("Кафе у моста. " * 30).encode("windows-1251"))).why


def test_markdown_is_kept_as_it_is(write):
    assert one(write("a.md", f"# Head\n\n*{WORDS}*\n")) == Document("a", f"# Head\n\n*{WORDS}*\n", "Head")


def test_a_file_with_another_ending_is_read_as_text(write):
    assert one(write("cable.cab", WORDS)) == Document("cable", WORDS)


# ---------------------------------------------------------------- pages


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1251"])
def test_a_page_gives_its_main_text_title_date_and_source(write, charset):
    page = PAGE.format(charset=charset)
    page = page.replace("café", "кафе") if charset == "windows-1251" else page
    item = one(write("page.html", page.encode(charset)))

    assert (item.id, item.title, item.source, item.published) == (
        "page", "Convoy stopped", "Example Post", date(2011, 3, 4),
    )  # fmt: skip
    assert "near the invented town of Exampleville" in item.text
    assert ("кафе" if charset == "windows-1251" else "café") in item.text
    assert "newspaper & its" in item.text
    assert "World" not in item.text
    assert "no text of the page" not in item.text


def test_a_page_without_a_main_text_is_a_problem(write):
    assert "no main text" in one(write("page.html", "<html><body></body></html>")).why


def test_an_external_entity_is_not_read(write, tmp_path):
    secret = write("secret.txt", "hunter2 is the password of this test and of nothing else")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    page = PAGE.format(charset="utf-8").replace("<!DOCTYPE html>", entity).replace("Nobody", "&x; Nobody")

    item = one(write("page.xhtml", page))

    assert isinstance(item, Document)
    assert "hunter2" not in item.text


# ---------------------------------------------------------------- folders and names


def test_a_folder_gives_its_files_in_order_and_passes_over_what_is_hidden(write, tmp_path):
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", ".git/d.txt", "picture.png"):
        write(name, WORDS)

    assert [item.id for item in read(tmp_path)] == ["a", "b", "c"]


def test_a_folder_with_nothing_to_read_is_a_problem(write, tmp_path):
    write("picture.png", WORDS)

    assert one(tmp_path).why == "has nothing in it that can be read"


def test_a_file_given_twice_is_read_once(write, tmp_path):
    path = write("a.txt", WORDS)

    assert [item.id for item in read(path, tmp_path, path)] == ["a"]


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["a.txt", "b.txt"], ["a", "b"]),
        (["a.html.txt", "a.md"], ["a.html", "a"]),
        (["a.md", "a.txt"], ["a.md", "a.txt"]),
        (["mon/a.txt", "tue/a.txt", "tue/b.txt"], ["mon/a.txt", "tue/a.txt", "b"]),
        (["x/mon/a.txt", "y/mon/a.txt"], ["x/mon/a.txt", "y/mon/a.txt"]),
    ],
)
def test_a_document_is_called_by_as_much_of_its_path_as_tells_it_apart(write, tmp_path, files, names):
    for file in files:
        write(file, WORDS)

    assert [item.id for item in read(*(tmp_path / file for file in files))] == names


@pytest.mark.skipif(os.name != "posix", reason="only POSIX lets a name hold any byte")
def test_a_file_name_that_is_no_text_still_gives_an_id_that_is(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff\x1b[31m.txt"))
    path.write_text(WORDS)

    assert one(path).id == "bad\ufffd\ufffd[31m"


# ---------------------------------------------------------------- JSON Lines and standard input


def lines(*records):
    return "".join(json.dumps(record) + "\n" for record in records)


RECORD = {
    "id": "r", "title": None, "source": None, "published": None, "language": "en", "text": WORDS, "toponyms": [],
    "incidents": [], "routes": [], "warnings": [],
}  # fmt: skip


def test_a_line_is_a_document_or_a_report_that_was_read_before(write):
    document = {
        "id": 7, "text": WORDS, "title": "T", "source": "S", "source_location": "L",
        "published": "2011-03-04T23:30:00+01:00", "mood": "unknown keys are passed over",
    }  # fmt: skip
    first, second, third = read(write("d.jsonl", "\ufeff" + lines(document) + "\n" + lines(RECORD, {"text": WORDS})))

    assert first == Document("7", WORDS, "T", "S", "L", date(2011, 3, 4))
    assert isinstance(second, Report)
    assert third == Document("d-4", WORDS)


def test_standard_input_is_plain_text():
    assert read("-", stdin=WORDS.encode() + b"\r\n") == [Document("stdin", WORDS + "\r\n")]


def test_standard_input_is_json_lines_if_it_looks_so():
    first, second = read("-", stdin=lines({"id": "a", "text": WORDS}, RECORD).encode())

    assert first == Document("a", WORDS)
    assert isinstance(second, Report)


def test_a_second_document_with_an_id_is_a_problem_since_it_would_count_twice(write):
    path = write("d.jsonl", lines({"id": "a", "text": WORDS}, {"id": "a", "text": WORDS}))
    first, second = read(path)

    assert first.id == "a"
    assert str(second) == f"{path}, line 2: has the same id as one in {path}: a; give it an id of its own"


def test_ids_that_are_taken_are_one_line_a_file(write):
    path = write("d.jsonl", "".join(f'{{"id": "{name}", "text": "x"}}\n' for name in "abcabca"))
    *found, problem = read(path)

    assert [item.id for item in found] == ["a", "b", "c"]
    assert str(problem) == (
        f"{path}, line 4: has the same id as one in {path}: a; so have 3 more, the last in {path}, line 7; "
        "give each an id of its own"
    )


# ---------------------------------------------------------------- problems: each one line, and the rest goes on


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "is a PDF file, not text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00", "is a picture, not text"),
        ("a.txt", b"PK\x03\x04\x14", "is a ZIP archive or an office document, not text"),
        ("a.txt", b"one\x00two", "holds a NUL character at byte 3: it is not plain text"),
        ("a.txt", "one\x00two".encode("utf-16"), "holds a NUL character at line 1, column 4: it is not plain text"),
        ("a.txt", b"\x01\x02\x03abc" * 9, "holds 27 control characters: it is not plain text"),
        ("a.txt", "Ünlü\nein Café".encode("windows-1252"), "byte 0xDC at line 1, column 1 is not UTF-8"),
        ("a.txt", b"one\ntwo caf\xe9", "byte 0xE9 at line 2, column 8 is not UTF-8"),
        ("a.html", b"<html><p>caf\xe9</p>", "byte 0xE9 at line 1, column 13 is not UTF-8"),
        ("a.html", b"<meta charset=klingon>", "has no encoding called 'klingon'"),
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.jsonl", '{"text": "x"}\n'.encode("utf-16"), "is UTF-16, and JSON Lines are UTF-8"),
    ],
)
def test_what_is_no_text_is_one_clear_line(write, name, content, why):
    path = write(name, content)
    problem = one(path)

    assert (problem.where, problem.why) == (str(path), why)
    assert problem.remedy
    assert "\n" not in str(problem)


@pytest.mark.parametrize(
    ("line", "where", "why"),
    [
        ("{", ", line 2, column 2", "is not a JSON object"),
        ('{"text" "x"}', ", line 2, column 9", "is not a JSON object"),
        (r'{"text":"a\ud800 b"}', ", line 2, column 11", r"holds half of a character (\ud800, a lone surrogate)"),
        (r'{"text":"a\ud800"}', ", line 2, column 11", r"holds half of a character (\ud800, a lone surrogate)"),
        (r'{"text":"a\uDC00b"}', ", line 2, column 11", r"holds half of a character (\uDC00, a lone surrogate)"),
        (
            r'{"text":"\\\ud800\ud800\udc00"}',
            ", line 2, column 12",
            r"holds half of a character (\ud800, a lone surrogate)",
        ),
        ("[1]", ", line 2, column 1", "is not a JSON object"),
        ('{"id": "x"}', ", line 2", "has no text"),
        ('{"id": "x", "text": null}', ", line 2", "has no text"),
        ('{"id": "x", "text": 5}', ", line 2", "text: Expected `str | null`, got `int`"),
        ('{"id": "x", "text": ""}', ", line 2", "is empty"),
        ('{"text": "a\\u0000b"}', ", line 2", "holds a NUL character at line 1, column 2: it is not plain text"),
        ('{"text": "x", "published": "4 March"}', ", line 2", "has a published date that is no ISO day: 4 March"),
        ('{"text": "x", "toponyms": []}', ", line 2", "is not a report record (Object missing required field `id`)"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_others_are_read(write, line, where, why):
    path = write("d.jsonl", f'{{"text": "x"}}\n{line}\n{{"text": "y"}}\n')
    before, problem, after = read(path)

    assert (problem.where, problem.why) == (f"{path}{where}", why)
    assert (before.text, after.text) == ("x", "y")


@pytest.mark.parametrize("day", ["2031-05-06", "2031-05-06T23:00:00-11:00", "6 May 2031", " May  6, 2031"])
def test_the_day_of_publication_is_read_in_the_forms_that_mean_one_day(write, day):
    assert one(write("d.jsonl", json.dumps({"text": "x", "published": day}))).published == date(2031, 5, 6)


def test_a_line_nested_too_deeply_stops_only_itself(write):
    deep = '{"text": "x", "more": ' + "[" * 3000 + "]" * 3000 + "}"
    before, problem, after = read(write("d.jsonl", f'{{"text": "x"}}\n{deep}\n{{"text": "y"}}\n'))

    assert problem.why == "is nested too deeply"
    assert (before.text, after.text) == ("x", "y")


def test_an_id_beyond_all_measure_is_a_problem(write):
    assert one(write("d.jsonl", json.dumps({"id": "1" * 500, "text": "x"}))).text == "x"
    assert (
        one(write("d.jsonl", json.dumps({"id": "1" * 501, "text": "x"}))).why == "has an id of more than 500 characters"
    )


@pytest.mark.parametrize(
    "codec", ["idna", "punycode", "unicode_escape", "utf-7", "base64", "rot13", "undefined", "no-such"]
)
def test_what_encodes_no_plain_text_is_no_encoding(write, codec):
    page = f'<meta charset="{codec}"><p>xn--a-b'.encode() + b"\xff-"

    assert one(write("a.html", page)).why == f"has no encoding called '{codec}'"
    assert one(write("a.txt", "x"), encoding=codec).why == f"has no encoding called '{codec}'"


def test_half_a_surrogate_pair_is_no_text(write):
    problem = one(write("a.txt", "a\nb\ud800".encode("utf-16-be", "surrogatepass")), encoding="utf-16-be")

    assert "is not UTF-16-BE" in problem.why


def test_a_link_to_nowhere_that_can_be_is_a_problem_and_the_others_are_read(write, tmp_path):
    write("f/good.txt", "x")
    (tmp_path / "f" / "evil.txt").symlink_to("b" * 300)
    problem, good = read(tmp_path / "f")

    assert problem.where.endswith("evil.txt")
    assert good.text == "x"


def test_a_name_too_long_for_any_file_is_a_problem():
    assert "cannot be read" in one(Path("b" * 5000)).why


def test_a_standard_input_that_is_closed_is_a_problem(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    (problem,) = read_documents(["-"])

    assert problem.why == "is closed"


def test_a_folder_called_like_standard_input_is_not_read_for_it(write, tmp_path, monkeypatch):
    write("-/a.txt", "x")
    monkeypatch.chdir(tmp_path)

    assert [item.text for item in read_documents(["-"], stdin=io.BufferedReader(io.BytesIO(b"y")))] == ["y"]


def test_a_line_that_is_not_utf_8_says_so_and_the_others_are_read(write):
    before, problem, after = read(write("d.jsonl", b'{"text": "x"}\n{"text": "\xed\xa0\x80"}\n{"text": "y"}\n'))

    assert problem.why == "is not UTF-8, and JSON Lines are"
    assert (before.text, after.text) == ("x", "y")


def test_a_character_in_two_escapes_is_one(write):
    assert one(write("d.jsonl", r'{"text": "\ud83d\ude00 \\ud800"}')).text == "\N{GRINNING FACE} \\ud800"


def test_a_file_above_the_limit_is_a_problem_and_one_at_the_limit_is_read(write):
    assert one(write("a.txt", "x" * 100), max_bytes=100).text == "x" * 100
    assert one(write("b.txt", "x" * 101), max_bytes=100).why == "is larger than 100 bytes"


def test_a_line_above_the_limit_is_passed_over_and_the_next_is_read(write):
    path = write("d.jsonl", lines({"text": "x" * 101}, {"text": "x" * 5000}, {"text": "y"}))
    first, second, third = read(path, max_bytes=100)

    assert first.why == "is larger than 100 bytes"
    assert second.why == "is larger than 800 bytes"  # the room that a line has for a text of 100
    assert third == Document("d-3", "y")


def test_a_missing_file_is_a_problem_and_the_others_are_read(write, tmp_path):
    missing, found = read(tmp_path / "none.txt", write("a.txt", WORDS))

    assert missing == Problem(
        str(tmp_path / "none.txt"), "there is no such file or folder", "check the path", "missing"
    )
    assert found.id == "a"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that nobody can read")
def test_a_file_that_cannot_be_read_is_a_problem():
    assert one("/proc/self/mem").why == "cannot be read (Input/output error)"


def test_an_unknown_encoding_is_a_problem(write):
    assert one(write("a.txt", WORDS), encoding="klingon").why == "has no encoding called 'klingon'"


@settings(deadline=None)  # a busy machine is no failure
@given(st.binary(max_size=200), st.sampled_from([".txt", ".jsonl", ".html", ".bin"]))
def test_any_bytes_at_all_are_documents_or_problems(tmp_path_factory, content, ending):
    path = tmp_path_factory.mktemp("any") / f"a{ending}"
    path.write_bytes(content)

    for item in read(path):
        assert isinstance(item, Problem) or item.text.strip()
