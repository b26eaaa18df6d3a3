"""Where names of places stand in a parsed text, and how each is used there."""

from geo.mentions.finding import find

__all__ = ["find"]
