"""Tellings of incidents -> incidents: one event told several times is one, phases of an operation get a parent."""

from geo.merge.events import merge

__all__ = ["merge"]
