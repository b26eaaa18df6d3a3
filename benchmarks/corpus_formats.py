"""Articles -> the bytes of a file of each format that dateline reads; the same articles give the same bytes."""

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from xml.sax.saxutils import escape

from benchmarks.articles import Article

Writer = Callable[[Sequence[Article], str], bytes]  # given the file's stem, from which ids are made
LONG_AGO = (1980, 1, 1, 0, 0, 0)
PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how many of a thousand articles come in it, how many in one file, and how it is written."""

    share: int
    articles: int
    write: Writer


def _paragraphs(article: Article) -> list[str]:
    return [" ".join(part.split()) for part in article.text.split("\n\n")]


def text(articles: Sequence[Article], _stem: str) -> bytes:
    """Write one article as plain text."""
    return f"{articles[0].text}\n".encode()


def markdown(articles: Sequence[Article], _stem: str) -> bytes:
    """Write one article as Markdown."""
    return f"# {articles[0].title}\n\n{articles[0].text}\n".encode()


def html(articles: Sequence[Article], _stem: str) -> bytes:
    """Write one article as a page with a menu and a foot."""
    article = articles[0]
    body = "".join(f"<p>{escape(part)}</p>" for part in _paragraphs(article))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(article.title)}</title>
<meta property="og:title" content="{escape(article.title, {'"': "&quot;"})}">
<meta property="og:site_name" content="{article.source}">
<meta property="article:published_time" content="{article.published}"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>{escape(article.title)}</h1>{body}</article><footer>All rights reserved.</footer></body></html>
""".encode()


def pdf(articles: Sequence[Article], _stem: str) -> bytes:
    """Write one article as a PDF file; its plain fonts have the letters of Latin-1 only."""
    from fpdf import FPDF

    article, file = articles[0], FPDF()
    file.set_creation_date(_moment(article))
    file.set_title(article.title)
    file.set_font("helvetica", size=11)
    file.add_page()
    for part in _paragraphs(article):
        plain = part.translate(PLAIN).encode("latin-1", "replace").decode("latin-1")
        file.multi_cell(0, text=plain, new_x="LMARGIN", new_y="NEXT")
    return bytes(file.output())


def docx(articles: Sequence[Article], _stem: str) -> bytes:
    """Write one article as a Word document, without the hour that python-docx would put into it."""
    from docx import Document

    file, data = Document(), io.BytesIO()
    file.core_properties.title = articles[0].title
    for part in _paragraphs(articles[0]):
        file.add_paragraph(part)
    file.save(data)
    with zipfile.ZipFile(data) as archive:
        return zipped([(name, archive.read(name)) for name in archive.namelist()])


def mail(articles: Sequence[Article], _stem: str) -> bytes:
    """Write one article as a message."""
    article, message = articles[0], EmailMessage()
    message["Subject"], message["From"] = article.title, f"{article.source} <desk@example.org>"
    message["Date"] = _moment(article)
    message.set_content(article.text)
    return bytes(message)


def rss(articles: Sequence[Article], _stem: str) -> bytes:
    """Write the articles of one outlet's feed."""
    items = "".join(
        f"<item><title>{escape(a.title)}</title><pubDate>{format_datetime(_moment(a))}</pubDate>"
        f"<description>{escape(a.text)}</description></item>"
        for a in articles
    )
    channel = f"<title>{articles[0].source}</title>{items}"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{channel}</channel></rss>'.encode()


def atom(articles: Sequence[Article], stem: str) -> bytes:
    """Write the articles of one outlet's feed, their texts as HTML."""
    entries = "".join(
        f"<entry><id>urn:{stem}-{number}</id><title>{escape(a.title)}</title><updated>{_moment(a).isoformat()}</updated>"
        f'<content type="html">{escape("".join(f"<p>{escape(part)}</p>" for part in _paragraphs(a)))}</content></entry>'
        for number, a in enumerate(articles, 1)
    )
    head = f"<title>{articles[0].source}</title>"
    return f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'.encode()


def rows(articles: Sequence[Article], stem: str) -> list[dict[str, str]]:
    """Return the articles as rows of a table."""
    return [
        {"id": f"{stem}.{number}", "published": f"{a.published}", "source": a.source, "title": a.title, "text": a.text}
        for number, a in enumerate(articles, 1)
    ]


def json_lines(articles: Sequence[Article], stem: str) -> bytes:
    """Write a line for each article."""
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows(articles, stem)).encode()


def separated(articles: Sequence[Article], stem: str, delimiter: str = ",") -> bytes:
    """Write a row for each article, separated by a delimiter."""
    table, file = rows(articles, stem), io.StringIO()
    writer = csv.DictWriter(file, list(table[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(table)
    return file.getvalue().encode()


def parquet(articles: Sequence[Article], stem: str) -> bytes:
    """Write a row for each article as Parquet."""
    import pyarrow as pa
    from pyarrow import parquet as files

    data = io.BytesIO()
    files.write_table(pa.Table.from_pylist(rows(articles, stem)), data)
    return data.getvalue()


def warc(articles: Sequence[Article], stem: str, pack: Callable[[bytes], bytes] = bytes) -> bytes:
    """Write the articles' pages as records of answers (ISO 28500), each packed by itself."""
    return b"".join(pack(_record(a, f"{stem}-{number}")) for number, a in enumerate(articles, 1))


def _record(article: Article, name: str) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html([article], name)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example.org/{name}\r\n"
        f"WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:{name}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return members as a zip archive."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def tarred(members: Iterable[tuple[str, bytes]], mode: str = "w") -> bytes:
    """Return members as a tar archive; its compression says no time."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def in_archive(articles: Sequence[Article], stem: str, pack: Callable[[Iterable[tuple[str, bytes]]], bytes]) -> bytes:
    """Write the articles as members, texts and pages by turns, with half of them in a folder of the archive."""
    turns = ((".txt", text), (".html", html))
    members = ((number, a, *turns[number % 2]) for number, a in enumerate(articles, 1))
    return pack((f"{'late/' * (n % 4 > 1)}{n}{ending}", write([a], stem)) for n, a, ending, write in members)


def packed(articles: Sequence[Article], stem: str, pack: Callable[[bytes], bytes]) -> bytes:
    """Write one article as a text, packed by itself."""
    return pack(text(articles, stem))


def _moment(article: Article) -> datetime:
    return datetime.combine(article.published, time(9), UTC)


_gzip = partial(gzip.compress, mtime=0)
FORMATS: dict[str, Format] = {
    ".txt": Format(180, 1, text), ".md": Format(40, 1, markdown), ".markdown": Format(5, 1, markdown),
    ".html": Format(80, 1, html), ".htm": Format(10, 1, html), ".xhtml": Format(5, 1, html),
    ".pdf": Format(30, 1, pdf), ".docx": Format(40, 1, docx), ".eml": Format(60, 1, mail),
    ".rss": Format(40, 20, rss), ".atom": Format(40, 20, atom), ".xml": Format(10, 20, rss),
    ".jsonl": Format(120, 50, json_lines), ".ndjson": Format(20, 20, json_lines),
    ".csv": Format(80, 50, separated), ".tsv": Format(20, 20, partial(separated, delimiter="\t")),
    ".parquet": Format(70, 50, parquet), ".warc": Format(10, 10, warc),
    ".warc.gz": Format(40, 25, partial(warc, pack=_gzip)),
    ".zip": Format(40, 40, partial(in_archive, pack=zipped)), ".tar": Format(5, 10, partial(in_archive, pack=tarred)),
    ".tar.gz": Format(30, 40, partial(in_archive, pack=lambda members: _gzip(tarred(members)))),
    ".tgz": Format(5, 10, partial(in_archive, pack=lambda members: _gzip(tarred(members)))),
    ".txt.gz": Format(10, 1, partial(packed, pack=_gzip)), ".txt.bz2": Format(5, 1, partial(packed, pack=bz2.compress)),
    ".txt.xz": Format(5, 1, partial(packed, pack=lzma.compress)),
}  # fmt: skip
