"""Words of a report or a file name -> words that are safe to show on a terminal, on one line."""


def visible(text: str) -> str:
    """Return `text` on one line, with what a terminal would obey or hide (escape sequences, bidi marks) spelt out."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
