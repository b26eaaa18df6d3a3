"""A web page -> its main text, title, date and source, by trafilatura; nothing is fetched."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from geo.errors import DocumentError
from geo.model import Document


def read_page(html: str, document_id: str, address: str | None = None) -> Document:
    """Return what a reader of the page came for, without menus, comments and adverts.

    The date is only taken from what the page and its address say of it, never guessed from its text.

    Parameters
    ----------
    html
        The page.
    document_id
        Of the document.
    address
        Where the page was found, if that is known; its host is the source of a page that names none.

    Raises
    ------
    DocumentError
        With two arguments: no main text was found, and what to do.
    """
    page = _extraction()(
        html,
        url=address,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise DocumentError("has no main text that can be told from its menus", "save the article's text as .txt")
    return Document(
        id=document_id,
        text=str(page.text),
        title=page.title or None,
        source=page.sitename or page.hostname or None,
        published=date.fromisoformat(page.date) if page.date else None,
    )


@cache
def _extraction() -> Callable[..., Any]:
    """Return trafilatura's, loaded when a page is met: it is slow, and most reports are plain text.

    Its second opinion on a short page asks how many words are stop words: here of English alone, the language that is
    read, since those of a hundred languages are 300,000, which take 30 MB.
    """
    from trafilatura import bare_extraction, external

    external.JT_STOPLIST = tuple(external.get_stoplist("English"))  # type: ignore[attr-defined, assignment]
    return bare_extraction
