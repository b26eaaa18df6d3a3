"""Texts, pages and feeds that cannot be read, each with what is said of it. All are invented."""

import gzip

import pytest

from fuzz.seeds import FEED, PAGE, WORDS, pdf, word, zipped

ABC = "Invented: one sentence that is repeated here. "
NO_UTF_8 = "is not UTF-8"
FRENCH = "Inventé : des hommes armés ont arrêté lundi un convoi près du village et ont emmené deux chauffeurs. " * 4
TURKISH = "Uydurma: silahlı kişiler pazartesi günü köyün yakınında bir konvoyu durdurdu ve iki şoförü götürdü. " * 4
ARABIC = "مختلق: أوقف مسلحون قافلة قرب البلدة يوم الاثنين واقتادوا سائقين اثنين، بحسب الشرطة. " * 4
CHINESE = "虚构：星期一，武装人员在村庄附近拦下一支车队，并带走了两名司机，警方说。" * 12
CROATIAN = "Izmišljeno: naoružani ljudi zaustavili su u ponedjeljak konvoj blizu sela i odveli dva vozača. " * 4
MALAY = "Rekaan: orang-orang bersenjata menghentikan konvoi di dekat desa pada hari Senin dan membawa dua sopir. " * 4
RUSSIAN = "Выдумано: в понедельник вооружённые люди остановили колонну возле города и увели двух водителей. " * 4

TEXTS = [
    ("empty.txt", b"", "is empty"),
    ("blanks.txt", b" \n\t \r\n", "is empty"),
    ("mark-only.txt", b"\xef\xbb\xbf", "is empty"),
    ("mark-only-16.txt", b"\xff\xfe", "is empty"),
    ("empty.md", b"", "is empty"),
    ("nul.txt", b"Invented: a\0b", "NUL character at byte 11"),
    ("nul-16.txt", "Invented: a\0b".encode("utf-16"), "NUL character at line 1, column 12"),
    ("no-mark-16.txt", WORDS.encode("utf-16-le"), "NUL character at byte 1"),
    ("odd-16.txt", b"\xff\xfea\0b", "is not UTF-16"),
    ("half-pair-16.txt", b"\xff\xfea\0\x00\xd8", "is not UTF-16"),
    ("cut-32.txt", "abc".encode("utf-32")[:-2], "is not UTF-32"),
    ("beyond-32.txt", b"\xff\xfe\0\0\0\0\x11\0", "is not UTF-32"),
    ("russian-koi8.txt", RUSSIAN.encode("koi8-r"), NO_UTF_8),
    ("russian-1251.txt", RUSSIAN.encode("cp1251"), NO_UTF_8),
    ("chinese-gb.txt", CHINESE.encode("gb18030"), NO_UTF_8),
    ("arabic-1256.txt", ARABIC.encode("cp1256", "replace"), NO_UTF_8),
    ("short-latin.txt", "Café".encode("latin-1"), "byte 0xE9 at line 1, column 4 is not UTF-8"),
    ("cut.txt", "Invented: a café".encode()[:-1], NO_UTF_8),
    ("overlong.txt", b"Invented: \xc0\xaf", "byte 0xC0"),
    ("surrogate.txt", b"Invented: \xed\xa0\x80", NO_UTF_8),
    ("beyond.txt", b"Invented: \xf4\x90\x80\x80", NO_UTF_8),
    ("controls.txt", b"\x01\x02\x03\x04\x05 Invented", "control characters"),
    ("escapes.txt", b"\x1b[2J\x1b[H\x1b]0;x\x07", "control characters"),
    ("program.txt", b"\x7fELF\x02\x01\x01\0\0\0", "NUL character"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n", "is a picture"),
    ("photograph.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture"),
    ("moving.txt", b"GIF89a", "is a picture"),
    ("report.txt", pdf(WORDS), "is a PDF file"),
    ("letter.txt", word(WORDS), "is a ZIP archive or an office document"),
    ("old-letter.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old office document"),
    ("packed.txt", gzip.compress(b"x"), "is a gzip archive"),
    ("rich.txt", rb"{\rtf1 Invented}", "is an RTF document"),
    ("rar.rar", b"Rar!\x1a\x07\x01\0", "NUL character"),
    ("seven.7z", b"7z\xbc\xaf\x27\x1c\0\x04", "NUL character"),
    ("no-ending", b"\0\0\0\0", "NUL character"),
    ("sheet.xlsx", zipped(("xl/workbook.xml", "<x/>")), "is a ZIP archive or an office document"),
    ("large.txt", b"x" * 5_001, "is larger than 5,000 bytes"),
    ("one-line.md", b"x " * 3_000, "is larger than 5,000 bytes"),
    ("french.txt", FRENCH, "is in French"),
    ("turkish.txt", TURKISH, "is in Turkish"),
    ("arabic.txt", ARABIC, "is in Arabic"),
    ("chinese.txt", CHINESE, "is in Chinese"),
    ("croatian.txt", CROATIAN, "is in Croatian"),
    ("malay.txt", MALAY, "is in Malay"),
    ("russian.md", RUSSIAN, "is in Russian"),
]
ENCODINGS = ["no-such", "base64", "rot13", "utf-7", "unicode-escape", "punycode", "idna", "", "\0", "x" * 500]
LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
BOMB = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">{LAUGHS}]>'
PAGES = [
    ("empty.html", b"", "is empty"),
    ("tags.html", "<html><body></body></html>", "has no main text"),
    ("frames.html", "<frameset><frame src='a.html'></frameset>", "has no main text"),
    ("script.html", "<script>document.write('Invented')</script>", "has no main text"),
    ("picture.html", b"\x89PNG\r\n\x1a\n", "is a picture"),
    ("report.html", pdf(WORDS), "is a PDF file"),
    ("nul.html", PAGE.encode().replace(b"gunmen", b"gun\0men"), "NUL character"),
    ("charset.html", "<meta charset='no-such'>" + PAGE, "no encoding called 'no-such'"),
    ("seven-bits.html", "<meta charset='utf-7'>" + PAGE, "no encoding called 'utf-7'"),
    ("wrong.html", b"<meta charset='ascii2'>" + PAGE.encode(), "no encoding called"),
    ("mixed.html", b"<meta charset='utf-8'>" + PAGE.encode("utf-16-le"), "NUL character"),
    ("large.html", PAGE * 20, "is larger than 5,000 bytes"),
    ("deep.html", "<div>" * 900, "has no main text"),
    ("bomb.xhtml", f"{BOMB}<html><body>&j;</body></html>", "has no main text"),
    ("french.html", f"<html><body><article><p>{FRENCH}</p></article></body></html>", "is in French"),
]
ENTRY = FEED.partition("<item>")[0]
FEEDS = [
    ("empty.rss", b"", "is no RSS or Atom feed"),
    ("blank.atom", b"\n", "is no RSS or Atom feed"),
    ("no-entry.rss", "<rss version='2.0'><channel><title>Example</title></channel></rss>", "is no RSS or Atom feed"),
    ("no-entry.atom", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "is no RSS or Atom feed"),
    ("other.xml", "<config><a>1</a></config>", "is no RSS or Atom feed"),
    ("sitemap.xml", "<urlset><url><loc>http://example.org/</loc></url></urlset>", "is no RSS or Atom feed"),
    ("line.xml", '{"text": "Invented"}', "is no RSS or Atom feed"),
    ("picture.rss", b"\x89PNG\r\n\x1a\n", "is no RSS or Atom feed"),
    ("packed.rss", gzip.compress(FEED.encode()), "is no RSS or Atom feed"),
    ("cut.rss", FEED[:120], "is no RSS or Atom feed"),
    ("bomb.rss", f"{BOMB}<rss version='2.0'><channel><title>&j;</title></channel></rss>", "is no RSS or Atom feed"),
    ("title-only.rss", ENTRY + "<item><title>Invented</title></item></channel></rss>", "entry 1: has no text"),
    ("link-only.rss", ENTRY + "<item><link>http://example.org/</link></item></channel></rss>", "entry 1: has no text"),
    ("long.rss", FEED.replace("Nobody", "Nobody" * 2_000), "entry 1: is larger than 5,000 bytes"),
    ("large.rss", FEED + " " * 260_000, "is larger than 250,000 bytes"),
    ("french.rss", FEED.replace(WORDS, FRENCH), "entry 1: is in French"),
]
CASES = [*TEXTS, *PAGES, *FEEDS]


@pytest.mark.parametrize(("name", "content", "says"), CASES, ids=[case[0] for case in CASES])
def test_a_broken_text_is_one_clear_line(refuse_file, name, content, says):
    refuse_file(name, content, says, max_bytes=5_000)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_is_no_encoding_is_said(tmp_path, encoding):
    from geo.documents import Limits, read_documents

    (tmp_path / "a.txt").write_bytes(b"Invented: a caf\xe9.")
    (item,) = read_documents([tmp_path / "a.txt"], limits=Limits(encoding=encoding))

    assert "no encoding called" in str(item) or "is not UTF-8" in str(item)
