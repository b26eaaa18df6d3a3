"""What reading found -> what may go on: texts that are texts, within the limits, in a language that is handled."""

from dataclasses import replace

from geo.documents.decode import check
from geo.documents.items import Item, Limits, Problem, one_line, too_large
from geo.documents.languages import foreign
from geo.errors import DocumentError
from geo.model import Document

LONGEST_ID = 500
"""Characters of a document's id."""

LONGEST_LINE = 1_000
"""Characters of a document's title and source, which are cut there."""


def judged(item: Item, where: str, limits: Limits) -> Item:
    """Return a document or a report as it may go on, or why it may not.

    Parameters
    ----------
    item
        As a reader made it; a problem comes back as it is.
    where
        Where it stands.
    limits
        How much is read, and how.
    """
    if isinstance(item, Problem):
        return item
    if len(item.id) > LONGEST_ID:
        return Problem(where, f"has an id of more than {LONGEST_ID} characters", "give it a shorter one")
    return _document(item, where, limits) if isinstance(item, Document) else item


def _document(document: Document, where: str, limits: Limits) -> Item:
    try:
        check(document.text)
    except DocumentError as error:
        return Problem(where, *error.args)
    if len(document.text.encode()) > limits.max_bytes:
        return too_large(where, limits.max_bytes)
    in_other = None if limits.any_language else foreign(document, where)
    return in_other or replace(
        document,
        id=_line(document.id) or where,
        text=str(document.text),  # some libraries have a kind of text of their own
        title=_line(document.title),
        source=_line(document.source),
        source_location=_line(document.source_location),
    )


def _line(words: str | None) -> str | None:
    return one_line(words or "")[:LONGEST_LINE] or None
