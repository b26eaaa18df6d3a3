"""Markdown -> a document: its text as it stands, its title, source and day from the lines at its head.

Those lines (front matter, as note keepers and static sites write it) are ``key: value`` between two lines of dashes.
Without a title among them, a heading at the top is the title.
"""

import re
from typing import BinaryIO

from geo.documents.columns import chosen
from geo.documents.days import day_of
from geo.documents.decode import decode
from geo.documents.items import Columns, Found, Limits, read_up_to
from geo.model import Document

_LINE = r"(?:[\w-]+:|[ \t]|- |#)[^\r\n]*\r?\n|\r?\n"  # a field, what belongs to the one above, a comment, a blank
_HEAD = re.compile(rf"---[ \t]*\r?\n((?:{_LINE})*)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^([\w-]+):[ \t]+(\S[^\r\n]*)", re.MULTILINE)
_HEADING = re.compile(r"\s*#[ \t]+([^\r\n]+)")


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a text in Markdown as a document."""
    whole = decode(read_up_to(stream, limits.max_bytes), limits.encoding)
    head = _HEAD.match(whole)
    fields = _fields(head[1]) if head else {}
    text = whole[head.end() :] if head and fields else whole
    heading = _HEADING.match(text)
    title = fields.get("title") or (heading[1].strip(" \t#") if heading else None)
    yield where, Document(name, text, title, fields.get("source"), published=day_of(fields.get("date")))


def _fields(head: str) -> dict[str, str]:
    """Return what the lines at the head say of the title, the source and the day; a text between rules says nothing."""
    values = {key: value.strip().strip("\"'") for key, value in _FIELD.findall(head)}
    keys = chosen(values, Columns())
    return {field: values[key] for field in ("title", "source", "date") if (key := keys[field]) is not None}
