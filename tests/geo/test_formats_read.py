"""Each kind of file that reports come in, made here and read; and files made to break their readers."""

import bz2
import csv
import gc
import gzip
import http.server
import io
import json
import lzma
import tarfile
import zipfile
from datetime import UTC, date, datetime
from email.message import EmailMessage

import docx
import fsspec
import pyarrow as pa
import pytest
import trafilatura
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from geo.documents import Columns, Limits, Problem, read_documents
from geo.documents.formats import ENDINGS
from geo.model import Document, Report

WORDS = "Invented: gunmen stopped a convoy near Exampleville on Monday and took two drivers with them, police said."
PAGE = f"""<!DOCTYPE html><html><head><title>Convoy stopped</title>
<meta property="og:site_name" content="Example Post"><meta property="article:published_time" content="2011-03-04">
</head><body><article><p>{WORDS} {WORDS}</p><p>{WORDS}</p></article></body></html>"""


def read(*inputs, **limits):
    return list(read_documents(inputs, limits=Limits(**limits)))


def one(path, **limits):
    (item,) = read(path, **limits)
    return item


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


# ---------------------------------------------------------------- PDF, Word, mail


def pdf(*pages, **more):
    file = FPDF()
    file.set_font("helvetica", size=12)
    for page in pages:
        file.add_page()
        file.multi_cell(0, text=page)
    if "lock" in more:
        file.set_encryption(more["lock"], more["lock"])
    if "title" in more:
        file.set_title(more["title"])
    return bytes(file.output())


def test_a_pdf_gives_the_text_of_its_pages_and_its_title(write):
    item = one(write("a.pdf", pdf(WORDS, "Invented: a second page.", title="Weekly report")))

    assert " ".join(item.text.split()) == f"{WORDS} Invented: a second page."
    assert (item.id, item.title) == ("a", "Weekly report")
    assert type(item.title) is str  # pypdf's own kind of text ended a run


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pdf(WORDS, lock="secret"), "is locked with a password"),
        (pdf(""), "has no text in it, only pictures"),
        (b"%PDF-1.7\nnothing", "is damaged or no PDF"),
        (pdf(WORDS)[:600], "is damaged or no PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(write, content, why):
    assert why in one(write("a.pdf", content)).why


def word_document():
    file = docx.Document()
    file.core_properties.title = "Daily log"
    file.add_paragraph(WORDS)
    file.add_table(1, 2).rows[0].cells[1].text = "Invented: a cell."
    file.add_paragraph("Invented: the end.")
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def test_a_word_document_gives_its_paragraphs_and_tables(write):
    item = one(write("log.docx", word_document()))

    assert item.text.split() == f"{WORDS} Invented: a cell. Invented: the end.".split()
    assert item.title == "Daily log"


def test_nothing_of_a_word_document_stays_in_memory(write):
    path = write("log.docx", word_document())
    gc.collect()
    gc.disable()
    try:
        one(path)
        left = sum(type(thing) is docx.package.Package for thing in gc.get_objects())
    finally:
        gc.enable()

    assert not left


def test_a_message_gives_its_text_subject_sender_and_day(write):
    message = EmailMessage()
    message["Subject"], message["From"] = "Convoy stopped", "Example Wire <desk@example.org>"
    message["Date"] = datetime(2011, 3, 4, 23, tzinfo=UTC)
    message.set_content(WORDS)
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"\x00", maintype="application", subtype="octet-stream", filename="../../a.exe")
    item = one(write("a.eml", bytes(message)))

    assert item == Document("a", WORDS + "\n", "Convoy stopped", "Example Wire", None, date(2011, 3, 4))


@pytest.mark.parametrize(
    "line", ["Subject: " + "=?utf-8?q?a?= " * 2_000, "Content-Type: text/plain; " + "a*0*=b; " * 2_000]
)
def test_a_head_line_that_takes_its_square_in_memory_is_refused(write, line):
    (problem,) = read(write("a.eml", f"{line}\nFrom: a@example.org\n\nInvented: a text.".encode()))

    assert (problem.why, problem.remedy) == ("has a head line of more than 4,000 characters", "shorten it")


def test_a_message_of_a_page_only_gives_its_main_text(write):
    message = EmailMessage()
    message["Subject"] = "Convoy stopped"
    message.set_content(PAGE, subtype="html")

    assert WORDS in one(write("a.eml", bytes(message))).text


# ---------------------------------------------------------------- Markdown


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_markdown_gives_its_text_without_the_lines_at_its_head_and_what_they_say(write, end):
    lines = ["---", 'title: "Convoy: stopped"', "tags:", "  - roads", "# draft", "", "date: 2011-03-04T09:00:00Z",
             "source: Example Post", "---", "", WORDS, ""]  # fmt: skip
    item = one(write("a.md", end.join(lines)))

    assert item == Document("a", f"{end}{WORDS}{end}", "Convoy: stopped", "Example Post", None, date(2011, 3, 4))


def test_a_heading_at_the_top_of_markdown_is_its_title_and_stays_in_the_text(write):
    text = f"# Convoy stopped #\n\n{WORDS}\n\n# More\n"
    item = one(write("a.markdown", text))

    assert item == Document("a", text, "Convoy stopped")
    assert one(write("b.md", f"{WORDS}\n\n# More\n")).title is None


@pytest.mark.parametrize("text", [f"---\n{WORDS}\n---\n", f"---\ntitle: x\n{WORDS}", f"--- \n\n{WORDS}"])
def test_a_rule_at_the_top_of_markdown_takes_no_text_away(write, text):
    assert one(write("a.md", text)) == Document("a", text)


def test_a_title_a_source_and_an_id_are_one_line_of_text(write):
    mail = b"Subject: Convoy\xea stopped\r\nFrom: Wire\x07 <a@example.org>\r\n\r\nInvented: a text."
    line = json.dumps({"id": "a\nb\u202e", "text": WORDS, "title": "x\n\n" * 2_000, "source": " \t "})
    message, told = read(write("a.eml", mail), write("b.jsonl", line))

    assert message.title.isprintable()
    assert message.source.isprintable()
    assert (told.id, told.source) == ("a b\ufffd", None)
    assert len(told.title) == 1_000
    json.dumps([message.title, message.source]).encode()


# ---------------------------------------------------------------- feeds


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Example Wire</title><item><title>Convoy &amp; drivers</title><pubDate>Fri, 04 Mar 2011 09:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>{WORDS}</p><p>Nobody was hurt.</p><script>x()</script>]]>
</content:encoded></item><item><title>Empty</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title><entry><title>Convoy</title>
<updated>2011-03-04T09:00:00Z</updated><summary type="html">&lt;p&gt;{WORDS}&lt;/p&gt;</summary></entry></feed>"""


def test_a_feed_gives_a_document_for_each_entry_and_names_one_without_a_text(write):
    first, second = read(write("wire.rss", RSS))

    assert first == Document(
        "wire-1", f"Convoy & drivers\n\n{WORDS}\n\nNobody was hurt.", "Convoy & drivers", "Example Wire", None,
        date(2011, 3, 4),
    )  # fmt: skip
    assert str(second).endswith("wire.rss, entry 2: has no text; leave it out, or read the page that it links to")


def test_a_short_page_is_judged_by_the_stop_words_of_english_alone(write):
    short = one(write("short.html", "<html><body><div><p>Invented: a bridge was shelled.</p></div></body></html>"))

    assert short.text == "Invented: a bridge was shelled."
    assert 300 < len(trafilatura.external.JT_STOPLIST) < 1_000


def items(*marks):
    """Return a feed whose entries have such marks, and each a text that says its own."""
    inner = "".join(f"<item>{mark}<description>{WORDS} {mark[:12]}</description></item>" for mark in marks)
    return f'<rss version="2.0"><channel><title>Example Wire</title>{inner}</channel></rss>'


OLD, OLDER = "<guid>example-2</guid>", "<link>https://example.org/1</link>"


def test_an_entry_keeps_its_id_though_the_feed_has_rolled_on(write):
    before = read(write("wire.rss", items(OLD, OLDER)))
    after = read(write("wire.rss", items("<guid>example-3</guid>", OLD, OLDER)))

    assert [entry.id for entry in after[1:]] == [entry.id for entry in before]
    assert len({entry.id for entry in after}) == 3
    assert all(entry.id.startswith("wire-") for entry in after)


def test_entries_with_the_same_guid_are_known_by_their_number(write):
    assert [entry.id for entry in read(write("wire.rss", items(OLD, OLD, "")))] == ["wire-1", "wire-2", "wire-3"]


def test_atom_is_read_too(write):
    item = one(write("wire.atom", ATOM))

    assert (item.text, item.published) == (f"Convoy\n\n{WORDS}", date(2011, 3, 4))


def test_no_entity_of_a_feed_is_read_from_a_file(write, tmp_path):
    secret = write("secret.txt", "the secret")
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + RSS.partition("?>")[2]
    items = read(write("a.rss", bomb.replace("Nobody", "&x; Nobody")))

    assert not [item for item in items if isinstance(item, Document) and "the secret" in item.text]


# ---------------------------------------------------------------- tables


ROWS = [{"body": WORDS, "when": "2011-03-04", "key": "a1", "outlet": "Example Post"}, {"body": "", "key": "a2"}]


def test_a_csv_gives_a_document_for_each_row_from_the_columns_that_are_named(write):
    text = io.StringIO()
    writer = csv.DictWriter(text, ["key", "when", "outlet", "body"])
    writer.writeheader()
    writer.writerows(ROWS)
    columns = Columns(text="body", date="when", id="key", source="outlet")
    first, second = read(write("a.csv", text.getvalue()), columns=columns)

    assert first == Document("a1", WORDS, None, "Example Post", None, date(2011, 3, 4))
    assert str(second).endswith("a.csv, row 2: is empty; give it some text, or leave it out")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_with_the_usual_names_need_no_option(write, codec, delimiter):
    text = delimiter.join(["ID", "Title", "Text"]) + "\n" + delimiter.join(["7", "Café", f'"{WORDS}"'])
    item = one(write("a.csv", text.encode(codec)))

    assert (item.id, item.title, item.text) == ("7", "Café", WORDS)


def test_a_table_without_the_column_says_which_it_has(write):
    path = write("a.csv", "when,words\n2011-03-04,x")

    assert str(one(path)).endswith("a.csv: has no column of texts; name it with --text-column: when, words")
    assert one(path, columns=Columns(text="body")).why == "has no column 'body'"


def test_parquet_is_read_in_batches_and_keeps_days_and_numbers(write, tmp_path):
    columns = {"text": [WORDS] * 150, "id": range(150), "date": [date(2011, 3, 4)] * 150, "unread": ["x"] * 150}
    parquet.write_table(pa.table({name: list(cells) for name, cells in columns.items()}), tmp_path / "a.parquet")
    items = read(tmp_path / "a.parquet")

    assert [item.id for item in items] == [str(number) for number in range(150)]
    assert items[0].published == date(2011, 3, 4)


def test_a_damaged_parquet_file_is_a_problem(write):
    assert "is damaged or no Parquet file" in one(write("a.parquet", b"PAR1 and no more PAR1")).why


def test_keys_of_json_lines_are_named_and_known_as_columns_of_tables_are(write):
    lines = [{"Headline": "Convoy", "date": "2011-03-04", "words": WORDS, "key": 7}, {"words": WORDS}, {"text": WORDS}]
    path = write("a.jsonl", "".join(f"{json.dumps(line)}\n" for line in lines))
    first, second, third = read(path, columns=Columns(text="words", id="key"))

    assert first == Document("7", WORDS, "Convoy", None, None, date(2011, 3, 4))
    assert (second.id, second.text) == ("a-2", WORDS)
    assert str(third).endswith(', line 3: has no text; give the document a "text", or name its key with --text-column')


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_array_is_one_problem_and_no_report(write, name, indent):
    path = write(name, json.dumps([{"text": WORDS}, {"text": WORDS}], indent=indent))

    assert one(path).why == "is one JSON array, and JSON Lines are an object a line"


@pytest.mark.parametrize("name", ["a.geojson", "a.json", "a.jsonl"])
@pytest.mark.parametrize(
    "text", ['{"type": "FeatureCollection",\n"features": []}', '{"type":"Feature"}\n{"type":"Feature"}']
)
def test_geojson_is_one_problem_that_says_what_to_give_instead(write, name, text):
    problem = one(write(name, text))

    assert problem.why == "is GeoJSON: shapes, and no reports"
    assert problem.remedy == "give the records that dateline read writes"


def test_an_object_over_many_lines_is_one_problem(write):
    assert one(write("a.json", json.dumps({"text": WORDS}, indent=2))).why.startswith("is JSON over many lines")


def test_a_value_that_is_no_text_is_named_by_its_own_key(write):
    path = write("a.jsonl", '{"body": ["no", "text"]}')

    assert one(path).why == "body: Expected `str | null`, got `array`"


# ---------------------------------------------------------------- archives


def zipped(*members, name="a.zip"):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members:
            archive.writestr(member, content)
    return data.getvalue()


def tarred(*members, mode="w:gz"):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:
        for member, content in members:
            info = tarfile.TarInfo(member)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return data.getvalue()


def test_an_archive_gives_what_its_members_hold(write):
    content = zipped(
        ("mon/a.txt", WORDS), ("b.html", PAGE), ("c.bin", "x"), (".hidden.txt", WORDS), ("d.pdf", pdf(WORDS))
    )
    items = read(write("week.zip", content))

    assert [item.id for item in items] == ["week/mon/a", "week/b", "week/d"]
    assert all(WORDS in " ".join(item.text.split()) for item in items)


def test_members_of_one_stem_are_told_apart_by_their_endings(write):
    members = [("mon/a.txt", WORDS), ("mon/a.html", PAGE), ("tue/a.txt", WORDS), ("mon/a.txt.gz", gzip.compress(b"x"))]
    items = read(write("week.zip", zipped(*members)))

    assert [item.id for item in items] == ["week/mon/a", "week/mon/a.html", "week/tue/a", "week/mon/a.txt"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_is_read_and_its_links_are_not_followed(write, mode):
    (item,) = read(write("week.tar" if mode == "w" else "week.tgz", tarred(("a.txt", WORDS.encode()), mode=mode)))

    assert (item.id, item.text) == ("week/a", WORDS)


@pytest.mark.parametrize(
    ("name", "pack"), [("a.txt.gz", gzip.compress), ("a.txt.bz2", bz2.compress), ("a.txt.xz", lzma.compress)]
)
def test_one_packed_file_is_read_as_what_it_holds(write, name, pack):
    assert one(write(name, pack(WORDS.encode()))) == Document("a.txt", WORDS)


def test_archives_in_archives_are_read_as_deep_as_is_allowed(write):
    inner = zipped(("a.txt", WORDS))
    nested = zipped(("b.zip", zipped(("c.zip", inner))))

    assert one(write("d.zip", nested)).id == "d/b/c/a"
    assert one(write("e.zip", nested), nesting=2).why == "lies too deep in other archives"


def test_a_bomb_goes_off_outside(write):
    bomb = zipped(*((f"{number}.txt", "x" * 900_000) for number in range(40)))
    items = read(write("a.zip", bomb), ratio=20)

    assert len(bomb) < 50_000
    assert len(items) < 20
    assert items[-1].why == "holds more than 20 times its size"


def test_a_members_path_is_a_name_and_never_a_path(write, tmp_path):
    items = read(write("a.zip", zipped(("../../evil.txt", WORDS), ("/etc/motd.txt", WORDS), ("c:\\d.txt", WORDS))))

    assert [item.id for item in items] == ["a/evil", "a/etc/motd", "a/c:/d"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize("ending", [".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz"])
def test_what_is_no_archive_is_a_problem(write, ending):
    assert "is damaged or no archive" in one(write(f"a{ending}", b"no archive at all")).why


def test_an_archive_cut_short_keeps_what_was_read(write):
    whole = gzip.compress(b'{"text": "Invented: one."}\n' * 5 + b"x" * 100_000)
    items = read(write("a.jsonl.gz", whole[:60]))

    assert isinstance(items[-1], Problem)


# ---------------------------------------------------------------- web archives


def warc(*answers, packed=False):
    """Return records of answers, as WARC 1.0 (ISO 28500) has them; packed, each is a gzip member of its own."""
    data = b""
    for status, kind, body in answers:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a\r\n"
            "WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        data += gzip.compress(record) if packed else record
    return data


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_web_archive_gives_its_pages(write, name):
    answers = [("200 OK", "text/html", PAGE), ("404 Not Found", "text/html", PAGE), ("200 OK", "image/png", "x")]
    item = one(write(name, warc(*answers, packed=name.endswith("gz"))))

    assert WORDS in item.text
    assert (item.title, item.source, item.published) == ("Convoy stopped", "Example Post", date(2011, 3, 4))


def test_a_page_that_names_no_outlet_is_of_the_host_that_it_was_found_at(write):
    page = PAGE.replace('<meta property="og:site_name" content="Example Post">', "")

    assert one(write("a.warc", warc(("200 OK", "text/html", page)))).source == "example.org"
    assert one(write("a.html", page)).source is None


def test_a_web_archive_without_a_page_is_a_problem(write):
    assert one(write("a.warc", warc(("200 OK", "image/png", "x")))).why == "has no page in it"
    assert isinstance(one(write("b.warc", b"no archive")), Problem)


@pytest.mark.parametrize(
    ("length", "why"),
    [
        ("9" * 30, "has a record whose Content-Length no file can have"),
        ("-5", "has a record whose Content-Length is '-5'"),
        ("abc", "has a record whose Content-Length is 'abc'"),
        ("20", "has a record that is longer or shorter than its Content-Length says"),
        ("9" * 12, "ends before its end: it is cut short"),
    ],
)
def test_a_web_archive_whose_record_has_a_wrong_length_says_so(write, capsys, length, why):
    page = warc(("200 OK", "text/html", PAGE))
    number = page.partition(b"Content-Length: ")[2].partition(b"\r")[0]
    *_, problem = read(write("a.warc", page + page.replace(number, length.encode()) + page))

    assert (problem.why, problem.remedy) == (why, "fetch it again")
    assert capsys.readouterr().err == ""


def test_a_web_archive_that_is_packed_as_a_whole_says_what_to_do(write):
    page = warc(("200 OK", "text/html", PAGE))
    *_, problem = read(write("a.warc.gz", gzip.compress(page + page)))

    assert problem.remedy == "unpack it, and give the .warc"


# ---------------------------------------------------------------- patterns, languages, addresses


def test_a_pattern_gives_the_files_that_it_matches(write, tmp_path):
    write("a.txt", WORDS), write("b.txt", WORDS), write("c.md", WORDS)

    assert [item.id for item in read(f"{tmp_path}/*.txt")] == ["a", "b"]
    assert read(f"{tmp_path}/*.none")[0].why == "matches no file"


SPANISH = (
    "Inventado: unos hombres armados detuvieron el lunes un convoy cerca del pueblo y se llevaron a dos conductores. "
    * 4
)
RUSSIAN = "Выдумано: в понедельник вооружённые люди остановили колонну возле города и увели двух водителей. " * 4


@pytest.mark.parametrize(
    ("text", "passed_over"),
    [
        (
            "شن الجيش غارة على البلدة.",
            True,
        ),
        (
            "Армия обстреляла город.",
            True,
        ),
        ("بغداد", False),  # fewer letters than tell anything
        ("بغداد (Baghdad) was shelled.", False),
        ("Elle a été blessée.", False),
    ],
)
def test_a_short_text_is_passed_over_for_its_script_alone(write, text, passed_over):
    assert isinstance(one(write("a.txt", text)), Problem) == passed_over


@pytest.mark.parametrize(("text", "name"), [(SPANISH, "Spanish"), (RUSSIAN, "Russian")])
def test_a_text_in_another_language_is_named_and_passed_over(write, text, name):
    path = write("a.txt", text)

    assert one(path).why == f"is in {name}, and only English is read"
    assert one(path, any_language=True).text == text


@pytest.mark.parametrize(
    "text",
    [
        WORDS * 4,
        (WORDS * 4).upper(),
        "KABUL, KANDAHAR, GHAZNI, KUNDUZ, HERAT, " * 12,
        SPANISH[:90],
        "Goma; Bukavu; Beni; Butembo; Bunia; Kisangani; Uvira; Kindu; Kalemie; Kolwezi; Kananga; " * 4,
        "Kharkiv, Izium, Kupiansk, Lyman, Lysychansk, Bakhmut, Avdiivka, Mariupol, Kherson, " * 4,
    ],
)
def test_english_capitals_lists_of_names_and_short_texts_are_read(write, text):
    assert one(write("a.txt", text)).text == text


class Site(http.server.BaseHTTPRequestHandler):
    """A site on this machine: pages, a feed, a redirect to another scheme, and an endless answer."""

    def do_GET(self):
        kind, body = {
            "/page": ("text/html; charset=utf-8", PAGE), "/feed": ("application/rss+xml", RSS),
            "/plain": ("text/plain", WORDS), "/picture": ("image/png", "x"),
            "/endless": ("text/plain", "x" * 6_000_000),
        }.get(self.path, ("", ""))  # fmt: skip
        self.send_response(302 if self.path == "/away" else 200 if kind else 404)
        self.send_header("Location", "file:///etc/passwd")
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site(serve):
    with serve(Site) as host:
        yield f"http://{host}"


def test_an_address_gives_its_page_feed_or_text(site):
    page, *entries, plain = read(f"{site}/page", f"{site}/feed", f"{site}/plain")

    assert (page.id, page.title) == (f"{site}/page", "Convoy stopped")
    assert entries[0].id == f"{site}/feed-1"
    assert plain.text == WORDS


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/nothing", "cannot be fetched (404"), ("/away", "cannot be fetched ("),
        ("/picture", "holds nothing that can be read"), ("/endless", "is larger than 5,000,000 bytes"),
    ],
)  # fmt: skip
def test_an_address_that_gives_nothing_says_why(site, path, why):
    assert one(f"{site}{path}", max_bytes=100_000).why.startswith(why)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/a.txt", "javascript://x", "gopher://x/1"])
def test_other_schemes_are_refused(address):
    assert "is an address that begins with" in one(address).why


def test_a_store_is_read_by_fsspec(monkeypatch):
    store = fsspec.filesystem("memory")
    store.pipe("/reports/a.txt", WORDS.encode())
    monkeypatch.setattr("geo.documents.addresses.STORES", ("memory",))

    assert one("memory://reports/a.txt").text == WORDS
    assert "cannot be read" in one("memory://reports/none.txt").why


# ---------------------------------------------------------------- anything at all


HEADS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"<rss>", b"id,text\n", b"WARC/1.0\r\n", b"From: a\n\n"]


@settings(deadline=None, max_examples=150)
@given(content=st.binary(max_size=400), ending=st.sampled_from(ENDINGS), head=st.sampled_from(HEADS))
def test_any_bytes_at_all_are_documents_or_problems(tmp_path_factory, content, ending, head):
    path = tmp_path_factory.mktemp("any") / f"a{ending}"
    path.write_bytes(head + content)

    for item in read(path):
        assert isinstance(item, Document | Report | Problem)
        if isinstance(item, Problem):
            assert str(path) in item.where
            assert "\n" not in str(item)
