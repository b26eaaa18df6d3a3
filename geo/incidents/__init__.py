"""What happened: a parsed text with its places, times, numbers and speakers -> tellings of incidents."""

from geo.incidents.placing import place, places
from geo.incidents.setting import setting, with_country
from geo.incidents.tellings import find

__all__ = ["find", "place", "places", "setting", "with_country"]
