"""What happened: a parsed text with its places, times, numbers and speakers -> tellings of incidents."""

from geo.incidents.placing import dateline, place, places
from geo.incidents.tellings import find

__all__ = ["dateline", "find", "place", "places"]
