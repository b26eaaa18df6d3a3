"""A text that looks back (a verdict, a commission's report, a life told): what was long ago is its news.

What happened long before a report is, in the news, mostly background, and the fitted weights say so. A text that tells
mostly of such events tells nothing else, so there they are weighed as those of its own time.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Telling

OLD, YEARS_AGO, OF_ITS_TIME = "old", "years ago", "of a fortnight"
LEAST = 2  # events of long ago, and so many for each that is not: one or two are background in any news


def at_its_time(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Return the tellings of a text; where it looks back, those of long ago bear the sign of its own time.

    Parameters
    ----------
    tellings
        All of a document.
    """
    supported = [each for each in tellings if not each.bare]
    long_ago = sum(OLD in each.signs for each in supported)
    if long_ago < LEAST * max(1, len(supported) - long_ago):
        return tellings
    of_its_time = {OF_ITS_TIME}
    return [replace(t, signs=t.signs - {OLD, YEARS_AGO} | of_its_time) if OLD in t.signs else t for t in tellings]
