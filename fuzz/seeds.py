"""Small whole inputs of every kind, all invented: where the search for broken ones begins."""

import gzip
import io
import sqlite3
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

WORDS = "Invented: gunmen stopped a convoy near Exampleville on Monday and took two drivers with them, police said."
PAGE = f"""<!DOCTYPE html><html><head><title>Convoy stopped</title>
<meta property="og:site_name" content="Example Post"><meta property="article:published_time" content="2011-03-04">
</head><body><article><p>{WORDS} {WORDS}</p><p>{WORDS}</p></article></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Example Wire</title><item><title>Convoy &amp; drivers</title><pubDate>Fri, 04 Mar 2011 09:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>{WORDS}</p><p>Nobody was hurt.</p><script>x()</script>]]>
</content:encoded></item></channel></rss>"""
LINE = f"""{{"id": "a", "text": "{WORDS}", "title": "Convoy", "source": "Example Post", "published": "2011-03-04"}}\n"""
TABLE = f'id,title,text,date\n7,Caf\u00e9,"{WORDS}",2011-03-04\n'
PLACES = "name,lat,lon,kind,alt_names,population\nExampleville,33.3,44.4,populated_place,Beispiel|Ex,1200\n"
DUMP = (
    "1\tExampleville\tExampleville\tBeispiel,Ex\t33.3\t44.4\tP\tPPL\tIQ\t\t07\t\t\t\t1200\t\t30\tAsia/Baghdad\t2020-01-01\n"
    "2\tExample Province\t\t\t33\t44\tA\tADM1\tIQ\t\t07\t\t\t\t0\t\t30\tAsia/Baghdad\t2020-01-01\n"
)
CORRECTIONS = """[[place]]\nname = "Exampleville"\nat = [36.34, 43.13]\ndocument = "a"\n
[[bar]]\nname = "Fort"\n\n[[incident_place]]\nid = "a#i2"\nat = "geonames:98182"\n\n[[not_an_incident]]\nid = "a#i3"\n
[[same_event]]\nids = ["a#i1", "b#i4"]\n\n[[apart]]\nids = ["a#i1", "c#i1"]\n
[[split]]\nid = "a#i5"\nclaims = [2, 3]\n
[[incident]]\nid = "a#i6"\nday = 2031-05-07\nkilled = [5, 7, 9]\nvictims = ["x"]\ntype = "raid"\nnote = "y"\n
[[incident]]\nid = "a#i7"\nday = ["2031-05", "2032"]\ninjured = "unknown"\nmodality = "denied"\n
[[route]]\nid = "a#r1"\norigin = "unknown"\nvia = [[1.0, 2.0], "geonames:98182"]\n\n[[reverse_route]]\nid = "a#r2"\n"""


def zipped(*members: tuple[str, str | bytes]) -> bytes:
    """Return a zip archive of the members, each with its name."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def tarred(*members: tuple[str, bytes], mode: str = "w") -> bytes:
    """Return a tar archive of the members, each with its name."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def pdf(*pages: str, locked: bool = False, title: str | None = None) -> bytes:
    """Return a PDF of the pages, locked with a password or not."""
    from fpdf import FPDF

    file = FPDF()
    file.set_compression(False)  # so that a change of a byte is one of the text
    file.set_font("helvetica", size=12)
    for page in pages:
        file.add_page()
        file.multi_cell(0, text=page)
    if locked:
        file.set_encryption("secret", "secret")
    if title:
        file.set_title(title)
    return bytes(file.output())


def word(*paragraphs: str) -> bytes:
    """Return a Word document of the paragraphs, with a table of one cell."""
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Invented: a cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    body = "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in paragraphs)
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return word_of(f'<w:document xmlns:w="{main}"><w:body>{body}{cell}</w:body></w:document>'.encode())


def word_of(document: bytes) -> bytes:
    """Return a Word file whose document is these bytes, the rest of it whole."""
    kinds = "application/vnd.openxmlformats-"
    return zipped(
        ("[Content_Types].xml", (
         '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         f'<Default Extension="rels" ContentType="{kinds}package.relationships+xml"/><Override PartName="/d.xml" '
         f'ContentType="{kinds}officedocument.wordprocessingml.document.main+xml"/></Types>')),
        ("_rels/.rels", (
         '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         '<Relationship Id="r" Target="d.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
         'officeDocument"/></Relationships>')),
        ("d.xml", document),
    )  # fmt: skip


def mail(text: str = WORDS, page: str | None = PAGE) -> bytes:
    """Return a message with a text, and a page of the same."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Convoy stopped", "Example Wire <desk@example.org>"
    message["Date"] = "Fri, 04 Mar 2011 09:00:00 +0000"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    return bytes(message)


def parquet(**columns: list[object]) -> bytes:
    """Return a Parquet file of the columns."""
    import pyarrow as pa
    from pyarrow import parquet as writer

    data = io.BytesIO()
    writer.write_table(pa.table(columns), data)
    return data.getvalue()


def warc(*bodies: str, head: str = "Content-Type: text/html\r\n", packed: bool = False) -> bytes:
    """Return web archive records (ISO 28500) of answers with these bodies; packed, each a gzip member of its own."""
    data = b""
    for body in bodies:
        answer = f"HTTP/1.1 200 OK\r\n{head}\r\n{body}".encode()
        record = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a\r\n"
            "WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        ).encode() + answer
        data += gzip.compress(record + b"\r\n\r\n") if packed else record + b"\r\n\r\n"
    return data


def record() -> bytes:
    """Return a report record with a toponym, an incident and a route."""
    from gazetteer.place import Place
    from geo.model import Cargo, Claim, Count, Incident, Report, Route, RouteEnd, Span, Toponym, When, Where
    from geo.records import report_to_json

    town = Place("geonames:1", "Exampleville", "populated_place", 33.5, 44.25, 3.0, "IQ", "Baghdad", 1200)
    claim = Claim(0, 9, "Invented:", "police", ("a wire",), "said", False, "claimed", Count(1, 2, 3))  # noqa: FBT003
    incident = Incident(
        "a#i1", None, "raid", "accomplished", "claimed", Span(0, 4, "raid"),
        When(date(2011, 3, 3), date(2011, 3, 4), "days", "then"),
        Where(0, 33.5, 44.25, 1, 3.0, inherited=False), (), (), Count(1, 2, 3), None, None, (claim,),
    )  # fmt: skip
    route = Route(
        "a#r1", "accused", (Cargo("materiel", "rifles", 0, 6),), RouteEnd(0, 33.5, 44.25, 1, inferred=False), None,
        (), "a cell", None, None, habitual=True, claims=(claim,),
    )  # fmt: skip
    toponym = Toponym(0, 3, "Exampleville", "literal", town, 0.9)
    return report_to_json(Report("a", "T", "S", None, "en", WORDS, (toponym,), (incident,), (route,), ("w",)))


def gazetteer_file() -> bytes:
    """Return a gazetteer file of one place."""
    from gazetteer.pack import Entry, pack
    from gazetteer.place import Place

    town = Place("own:1", "Exampleville", "populated_place", 33.5, 44.25, 3.0, "IQ", "Baghdad", 1200)
    return _written(".gazetteer", lambda path: pack(path, [Entry(town, 4.0, (("Exampleville", 0.0),))], {}))


def geopackage() -> bytes:
    """Return a GeoPackage of one place."""
    import geopandas
    from shapely.geometry import Point

    frame = geopandas.GeoDataFrame({"name": ["Exampleville"]}, geometry=[Point(44.4, 33.3)], crs="EPSG:4326")

    def write(path: Path) -> None:
        frame.to_file(path, driver="GPKG", engine="pyogrio")
        with sqlite3.connect(path) as database:  # a smaller file is searched faster
            database.execute("VACUUM")

    return _written(".gpkg", write)


def _written(ending: str, write: Callable[[Path], object]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        write(path)
        return path.read_bytes()
