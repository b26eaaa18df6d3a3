"""How many people were killed, injured or captured: a parsed text -> its tolls."""

from geo.counts.tolls import find, how_many

__all__ = ["find", "how_many"]
