"""Office files, mail, archives and web archives that cannot be read, each with what is said of it. All are invented."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib

import pytest

from fuzz.seeds import PAGE, WORDS, mail, pdf, tarred, warc, word, word_of, zipped
from geo.documents import Problem

NO_PDF, NO_WORD = "is damaged or no PDF", "is damaged or no Word document"
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def streamed(content: bytes) -> bytes:
    """Return a PDF of one page whose drawing is these bytes, packed."""
    packed = zlib.compress(content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
    ]  # fmt: skip
    return (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj%b endobj\n" % pair for pair in enumerate(objects, 1))
        + (b"trailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF")
    )


LOOP = streamed(b"").replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")
PDFS = [
    ("empty.pdf", b"", NO_PDF),
    ("prose.pdf", WORDS, NO_PDF),
    ("head.pdf", b"%PDF-1.7\n", NO_PDF),
    ("cut.pdf", pdf(WORDS)[:500], NO_PDF),
    ("page.pdf", PAGE, NO_PDF),
    ("letter.pdf", word(WORDS), NO_PDF),
    ("locked.pdf", pdf(WORDS, locked=True), "is locked with a password"),
    ("pictures.pdf", pdf(""), "has no text in it, only pictures"),
    ("loop.pdf", LOOP, "PDF"),
    ("bomb.pdf", streamed(b" " * 90_000_000), "has no text in it"),
    ("no-pages.pdf", streamed(b"").replace(b"/Kids[3 0 R]", b"/Kids[]"), "has no text in it"),
    ("many.pdf", streamed(b"").replace(b"/Count 1", b"/Count 999999999"), "has no text in it"),
    ("large.pdf", pdf(WORDS) + b" " * 250_001, "is larger than 250,000 bytes"),
    ("long.pdf", pdf(*[WORDS * 20] * 4), "is larger than 5,000 bytes"),
]
WORDS_FILES = [
    ("empty.docx", b"", NO_WORD),
    ("prose.docx", WORDS, NO_WORD),
    ("cut.docx", word(WORDS)[:-30], NO_WORD),
    ("zip.docx", zipped(("a.txt", WORDS)), NO_WORD),
    ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, NO_WORD),
    ("markup.docx", word_of(b"<w:document>"), NO_WORD),
    ("other.docx", word_of(b"<a/>"), NO_WORD),
    ("silent.docx", word_of(f"{BODY}</w:body></w:document>".encode()), "is empty"),
    ("bomb.docx", word_of(f"{BODY}<w:p/></w:body></w:document>".encode() + b" " * 9_000_000), "is larger than"),
    ("entity.docx", word_of(f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{BODY}<w:p><w:r><w:t>&e;</w:t></w:r>'
                            "</w:p></w:body></w:document>".encode()), "is empty"),
    ("long.docx", word(*[WORDS] * 60), "is larger than 5,000 bytes"),
]  # fmt: skip
MAILS = [
    ("empty.eml", b"", "is no message with a text"),
    ("blank.eml", b"\r\n\r\n", "is no message with a text"),
    ("prose.eml", WORDS, "is empty"),
    ("head.eml", b"Subject: Invented\r\n\r\n", "is empty"),
    ("attachment.eml", b"Subject: a\r\nContent-Type: application/pdf\r\n\r\nx", "is no message with a text"),
    ("locked.eml", b"Subject: a\r\nContent-Type: application/pkcs7-mime\r\n\r\nx", "is no message with a text"),
    ("meeting.eml", b"Subject: a\r\nContent-Type: text/calendar\r\n\r\nx", "is no message with a text"),
    ("charset.eml", b"Subject: a\r\nContent-Type: text/plain; charset=no-such\r\n\r\ncaf\xe9", "is damaged"),
    ("parts.eml", b"Subject: a\r\nContent-Type: multipart/mixed\r\n\r\nInvented", "is no message with a text"),
    ("menu.eml", mail("", "<html></html>").replace(b"text/plain", b"text/other"), "has no main text"),
    ("controls.eml", b"Subject: a\r\n\r\n" + b"\x01\x02\x03", "control characters"),
    ("large.eml", mail() + b"x" * 250_000, "is larger than 250,000 bytes"),
]  # fmt: skip


def link(kind: bytes) -> bytes:
    """Return a tar of one member that is no file."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        info = tarfile.TarInfo("link.txt")
        info.type, info.linkname = kind, "/etc/passwd"
        archive.addfile(info)
    return data.getvalue()


def locked() -> bytes:
    """Return a zip that says that its member is encrypted."""
    data = bytearray(zipped(("a.txt", WORDS)))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def nested(depth: int) -> bytes:
    """Return a zip in a zip, so many times."""
    data = zipped(("a.txt", WORDS))
    for _ in range(depth):
        data = zipped(("a.zip", data))
    return data


NO_ARCHIVE, NOTHING = "is damaged or no archive", "has nothing in it that can be read"
METHOD = zipped(("a.txt", WORDS)).replace(b"\x08\0", b"\x63\0")
ARCHIVES = [
    *((f"empty.{ending}", b"", NO_ARCHIVE) for ending in ("zip", "tar", "tgz", "gz", "bz2", "xz")),
    *((f"prose.{ending}", WORDS, NO_ARCHIVE) for ending in ("zip", "tar", "tgz", "txt.gz", "txt.bz2", "txt.xz")),
    ("cut.zip", zipped(("a.txt", WORDS))[:-30], NO_ARCHIVE),
    ("no-members.zip", zipped(), NOTHING),
    ("folder.zip", zipped(("a/", "")), NOTHING),
    ("hidden.zip", zipped((".a.txt", WORDS), ("__MACOSX/b.txt", WORDS)), NOTHING),
    ("programs.zip", zipped(("a.exe", "x"), ("b.dll", "x")), NOTHING),
    ("locked.zip", locked(), "encrypted"),
    ("method.zip", METHOD, "compression method"),
    ("damaged.zip", zipped(("a.txt", WORDS)).replace(b"\0\0a.txt", b"\0\0b.txt", 1), NO_ARCHIVE),
    ("bomb.zip", zipped(("a.parquet", b"x" * 12_000_000)), "holds more than 20 times its size"),
    ("nested.zip", nested(4), "lies too deep in other archives"),
    ("empty-member.zip", zipped(("a.txt", "")), "a.txt: is empty"),
    ("nul-member.zip", zipped(("a.txt", "a\0b")), "a.txt: holds a NUL character"),
    ("same.zip", zipped(("a.txt", WORDS), ("../a.txt", WORDS)), "has the same id as"),
    *((f"{name}.tar", link(kind), NOTHING) for name, kind in {
        "symlink": tarfile.SYMTYPE, "hard-link": tarfile.LNKTYPE, "device": tarfile.CHRTYPE, "disk": tarfile.BLKTYPE,
        "pipe": tarfile.FIFOTYPE, "directory": tarfile.DIRTYPE,
    }.items()),
    ("cut.tar", tarred(("a.txt", WORDS.encode() * 20))[:900], "damaged"),
    ("cut.tgz", tarred(("a.txt", WORDS.encode()), mode="w:gz")[:120], "damaged"),
    ("cut.txt.gz", gzip.compress(WORDS.encode())[:-12], "damaged"),
    ("cut.txt.bz2", bz2.compress(WORDS.encode())[:-12], "damaged"),
    ("cut.txt.xz", lzma.compress(WORDS.encode())[:-12], "damaged"),
    ("sum.txt.gz", gzip.compress(WORDS.encode())[:-8] + b"\0" * 8, "damaged"),
    ("unknown.bin.gz", gzip.compress(b"x"), NOTHING),
    ("bomb.txt.gz", gzip.compress(b"x" * 20_000_000), "is larger than 5,000 bytes"),
    ("bomb.parquet.xz", lzma.compress(b"x" * 12_000_000), "holds more than 20 times its size"),
]  # fmt: skip
CHUNKED = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
WARCS = [
    ("empty.warc", b"", "is empty or no web archive"),
    ("prose.warc", WORDS, "has no page in it"),
    ("version.warc", warc(PAGE).replace(b"WARC/1.0", b"WARC/9.9"), "is damaged or no web archive"),
    ("zip.warc", zipped(("a.txt", WORDS)), "is damaged or no web archive"),
    ("packed.warc.gz", gzip.compress(warc(PAGE, PAGE)), "is packed as a whole and not record by record"),
    ("cut.warc.gz", warc(PAGE, packed=True)[:-200], "it is cut short"),
    ("cut-later.warc.gz", warc(PAGE, PAGE, packed=True)[:-90], "it is cut short"),
    ("cut.warc", warc(PAGE, PAGE)[:-300], "it is cut short"),
    ("moved.warc", warc(PAGE).replace(b"200 OK", b"301 No"), "has no page in it"),
    ("pictures.warc", warc(PAGE, head="Content-Type: image/png\r\n"), "has no page in it"),
    ("no-head.warc", warc(PAGE, head=""), "has no page in it"),
    ("no-text.warc", warc("<html></html>"), "http://example.org/a: has no main text"),
    ("nul.warc", warc(PAGE.replace("gunmen", "gun\0men")), "http://example.org/a: holds a NUL character"),
    ("large.warc", warc(PAGE * 20), "http://example.org/a: is larger than 5,000 bytes"),
    ("no-address.warc", warc(PAGE).replace(b"WARC-Target-URI: http://example.org/a\r\n", b""), "web archive"),
    ("length.warc", warc(PAGE).replace(b"Content-Length: 5", b"Content-Length: 1"), "than its Content-Length says"),
    ("chunks.warc", warc("zz\r\nInvented", head=CHUNKED), "http://example.org/a"),
    ("gzip.warc", warc("no gzip", head="Content-Type: text/html\r\nContent-Encoding: gzip\r\n"), "http://example.org/a"),
]  # fmt: skip
CASES = [*PDFS, *WORDS_FILES, *MAILS, *ARCHIVES, *WARCS]


@pytest.mark.parametrize(("name", "content", "says"), CASES, ids=[case[0] for case in CASES])
def test_a_broken_file_is_one_clear_line(refuse_file, name, content, says):
    refuse_file(name, content, says, max_bytes=5_000, ratio=20)


def test_what_lies_beside_a_damaged_member_is_read(refuse_file):
    content = zipped(("a.txt", WORDS), ("b.pdf", WORDS), ("c.txt", WORDS))
    content = content.replace(WORDS.encode()[:1], WORDS.encode()[:1])
    items = refuse_file("a.zip", content, "b.pdf: is damaged or no PDF")

    assert [item.id for item in items if not isinstance(item, Problem)] == ["first", "a/a", "a/c", "last"]


def test_a_member_whose_sum_is_wrong_loses_only_itself(refuse_file):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", WORDS)
        archive.writestr("b.txt", f"{WORDS} And more.")
    items = refuse_file("a.zip", data.getvalue().replace(b"gunmen", b"cunmen", 1), "a.txt: is damaged")

    assert [item.id for item in items if not isinstance(item, Problem)] == ["first", "a/b", "last"]
