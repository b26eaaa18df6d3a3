"""Who says which words: a parsed text -> the speaker, those who pass it on, the cue."""

from geo.attribution.outlets import outlet
from geo.attribution.speakers import find

__all__ = ["find", "outlet"]
