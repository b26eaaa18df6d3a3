"""How many people were killed, injured or captured: a parsed text -> its tolls."""

from geo.counts.tolls import find

__all__ = ["find"]
