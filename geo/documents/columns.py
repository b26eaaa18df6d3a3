"""Which column of a table, or which key of a JSON line, holds what of a document."""

from collections.abc import Iterable, Mapping

from geo.documents.items import Columns

# Where no option names a column, one that is called so, in small or capital letters.
USUAL = {
    "text": ("text", "body", "content", "article", "report"), "date": ("published", "date", "published_at", "pubdate"),
    "id": ("id", "doc_id", "document"), "source": ("source", "outlet", "publisher"), "title": ("title", "headline"),
    "source_location": ("source_location",),
}  # fmt: skip


def chosen(names: Iterable[str], columns: Columns) -> Mapping[str, str | None]:
    """Return the column that holds each field of `USUAL`, or None where none does.

    Parameters
    ----------
    names
        Of the columns that are there; the first of two that differ in their letters' size is taken.
    columns
        What was asked for.
    """
    there = list(names)
    lower = {name.strip().lower(): name for name in reversed(there)}
    found: dict[str, str | None] = {}
    for field, usual in USUAL.items():
        asked = getattr(columns, field, None)
        usually = next((lower[name] for name in usual if name in lower), None)
        found[field] = usually if asked is None else asked if asked in there else None
    return found
