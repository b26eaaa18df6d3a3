"""What happened: a parsed text with its places, times, numbers and speakers -> tellings of incidents."""

from geo.incidents.tellings import find
from geo.incidents.when.live import turns
from geo.incidents.where.placing import place, places
from geo.incidents.where.said_only import as_named, with_said
from geo.incidents.where.setting import lacking, setting, with_country

__all__ = ["as_named", "find", "lacking", "place", "places", "setting", "turns", "with_country", "with_said"]
