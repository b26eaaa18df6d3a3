"""Mentions + gazetteer -> toponyms: which place each name means, how sure that is, and why."""

from geo.resolve.answer import resolve

__all__ = ["resolve"]
