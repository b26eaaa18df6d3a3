"""The lines of a text."""


def line_start(text: str, at: int) -> int:
    """Return where the line begins in which a character stands."""
    return text.rfind("\n", 0, at) + 1
