"""When: a parsed text and the day it was written -> the days that its words mean."""

from geo.dates.anchors import anchor
from geo.dates.expressions import find
from geo.dates.headings import newest

__all__ = ["anchor", "find", "newest"]
