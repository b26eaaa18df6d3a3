"""A piece of HTML -> its text, paragraphs apart; scripts and styles left out."""

import re

_BLOCKS = "p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|section|article"
_BREAK = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*>", re.IGNORECASE)


def plain(markup: str) -> str:
    """Return the text of a piece of HTML; a text without tags comes back as it is.

    Parameters
    ----------
    markup
        Whatever a feed carries.
    """
    if "<" not in markup and "&" not in markup:
        return markup
    from lxml import html

    root = html.fromstring(f"<div>{_BREAK.sub(chr(10) * 2, markup)}</div>")
    for unseen in root.xpath(".//script|.//style"):
        unseen.drop_tree()
    paragraphs = (" ".join(part.split()) for part in str(root.text_content()).split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)
