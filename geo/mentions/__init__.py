"""Where names of places stand in a parsed text, and how each is used there."""

from geo.mentions.finding import find
from geo.mentions.words import may_name

__all__ = ["find", "may_name"]
