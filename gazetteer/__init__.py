"""What places there are: a bundled gazetteer, opened by memory map, and its look-ups."""

from importlib import import_module
from typing import TYPE_CHECKING

from gazetteer.place import Place

if TYPE_CHECKING:
    from gazetteer.geocoder import GazetteerGeocoder
    from gazetteer.index import Gazetteer, bundled
    from gazetteer.info import Info

__all__ = ["Gazetteer", "GazetteerGeocoder", "Info", "Place", "bundled"]

_HOMES = {"Gazetteer": "index", "GazetteerGeocoder": "geocoder", "Info": "info", "bundled": "index"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
