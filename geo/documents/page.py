"""A web page -> its main text, title, date and source, by trafilatura; nothing is fetched."""

from datetime import date

from geo.errors import DocumentError
from geo.model import Document


def read_page(html: str, document_id: str) -> Document:
    """Return what a reader of the page came for, without menus, comments and adverts.

    The date is only taken from what the page says of itself, never guessed from its text.

    Raises
    ------
    DocumentError
        With two arguments: no main text was found, and what to do.
    """
    from trafilatura import bare_extraction  # slow, and most reports are plain text

    page = bare_extraction(
        html,
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
