"""Bytes -> text, or why they are not text: encodings, byte order marks, files of other kinds."""

import codecs
import re

from geo.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # the little-endian mark of UTF-32 begins with that of UTF-16
_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
)
_WESTERN = "windows-1252"
_NO_WESTERN = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))  # bytes that it does not use
_ENOUGH, _FEW = 200, 0.03  # bytes of a text, and the share of quotes and accented letters among them
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.02  # of all characters; a teletype's bells stay below it, machine code does not
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_NO_TEXT = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined"}
)  # can hide text
_HALVES = re.compile("[\ud800-\udfff]")
_LATIN = {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"}  # browsers read these as windows-1252


def decode(data: bytes, encoding: str | None = None) -> str:
    """Return the text of `data`, its line ends as they are, without a byte order mark.

    Parameters
    ----------
    data
        The whole file.
    encoding
        Any name that Python knows. Without it: what the byte order mark says, else UTF-8, else, of English with few
        other letters, windows-1252.

    Raises
    ------
    DocumentError
        With two arguments: why it is not text (and at which line and column), and what to do.
    """
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if kind:
        raise DocumentError(f"is {kind}, not text", "save its text as .txt, or its table as .csv, in UTF-8")
    codec = encoding or marked(data)
    if b"\0" in data and not codec:
        raise _no_text(f"holds a NUL character at byte {data.index(0)}")
    return _checked(_decoded(data, codec or ("utf-8" if _is_utf_8(data) or not _is_western(data) else _WESTERN)))


def declared(data: bytes) -> str | None:
    """Return the encoding that a web page declares at its head, unless a byte order mark says otherwise."""
    found = _DECLARED.search(data[:4096])
    if not found or marked(data):
        return None
    name = found[1].decode().lower()
    return "windows-1252" if name in _LATIN else name


def check(text: str) -> None:
    """Raise DocumentError, as `decode` does, if `text` is empty or holds what no report holds."""
    if not text.strip():
        raise DocumentError("is empty", "give it some text, or leave it out")
    if "\0" in text:
        raise _no_text(f"holds a NUL character at {_position(text, text.index(chr(0)))}")
    half = _HALVES.search(text)
    if half:
        raise _no_text(f"holds half of a surrogate pair at {_position(text, half.start())}")
    controls = _CONTROLS.findall(text)
    if len(controls) > _MOST_CONTROLS * len(text):
        raise _no_text(f"holds {len(controls)} control characters")


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_western(data: bytes) -> bool:
    """Tell whether bytes that are not UTF-8 are surely enough English with the quotes and accents of old Windows."""
    high = sum(byte > 127 for byte in data)
    return len(data) >= _ENOUGH and high <= _FEW * len(data) and not set(data) & _NO_WESTERN


def _checked(text: str) -> str:
    check(text)
    return text


def marked(data: bytes) -> str | None:
    """Return the encoding that a byte order mark at the beginning of `data` says, or None."""
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), None)


def _decoded(data: bytes, codec: str) -> str:
    _check_codec(codec)
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "replace")
        where = _position(before, len(before))
        why = f"byte 0x{data[error.start]:02X} at {where} is not {codec.upper()}"
        raise DocumentError(why, "save it as UTF-8, or name its encoding, such as --encoding windows-1252") from error
    except UnicodeError as error:
        raise DocumentError(f"is not {codec.upper()}", "save it as UTF-8, or name its encoding") from error


def _check_codec(codec: str) -> None:
    """Raise DocumentError unless `codec` is an encoding of plain text."""
    try:
        name = codecs.lookup(codec).name.replace("_", "-")
        "".encode(codec)  # a codec from bytes to bytes, such as base64, refuses this
    except (LookupError, ValueError, TypeError) as error:
        raise _no_codec(codec) from error
    if name in _NO_TEXT:
        raise _no_codec(codec)


def _no_codec(codec: str) -> DocumentError:
    return DocumentError(f"has no encoding called {codec!r}", "name one such as --encoding utf-8")


def _position(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"line {line}, column {offset - text.rfind(chr(10), 0, offset)}"


def _no_text(why: str) -> DocumentError:
    return DocumentError(f"{why}: it is not plain text", "save its text in UTF-8, or name its encoding with --encoding")
