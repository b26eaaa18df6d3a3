"""Names that the gazetteer lacks, put where the words after them say: "Xan, 12 km west of Kut", "Xan, near Kut"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer.place import Place
from geo.model import Mention, Toponym
from geo.model.precision import TOWNS
from geo.resolve.distance import kilometres
from geo.resolve.points import near

SOFT = (
    r"(?:(?:about|some|around|roughly|approximately|nearly|just|only|located|situated|lying|which|is|lies|a|an|the|small|"
    r"remote|farming|fishing|mining|border|village|town|hamlet|settlement|suburb|place|area|estate|district)\s+)*"
)
# "Xan, some 12 km west of Kut": what stands between an unknown name and the words that say where it lies.
NOUN = r"(?:\s+(?:village|town|hamlet|settlement|community|suburb|camp|base|district|area))?"
ASIDE = re.compile(rf"{NOUN},?\s+{SOFT}", re.IGNORECASE)
COURSE = r"(?:north|south|east|west)-?(?:east|west)?"
NEAR = re.compile(
    rf"{NOUN},?\s+\(?{SOFT}(?:near|nearby|outside|beside|by|off|close\s+to|not\s+far\s+from|short\s+of|"
    rf"(?:to\s+the\s+)?{COURSE}\s+of|(?:on|in)\s+the\s+(?:(?:{COURSE}(?:ern)?)\s+)?"
    r"(?:outskirts|edge|fringes|suburbs|vicinity|hinterland)\s+of)\s+"
    r"(?:the\s+)?(?:(?:town|city|village|port|capital)\s+of\s+)?",
    re.IGNORECASE,
)
FAR_KM = 75.0  # beyond what a report may be out by
ON_WAY = re.compile(
    r",?\s+(?:(?:a\s+)?(?:village|town|hamlet|place)\s+)?(?:on|along|off|beside)\s+the\s+", re.IGNORECASE
)


def placed_by_aside(toponyms: list[Toponym], mentions: Sequence[Mention], text: str) -> list[Toponym]:
    """Return the toponyms, an unknown name placed where the words after it say that it lies.

    Parameters
    ----------
    toponyms
        The document's, in the order of its text.
    mentions
        What they were made of.
    text
        The document's.
    """
    found = list(toponyms)
    for number, mention in enumerate(mentions[:-1]):
        if mention.role != "literal" or not (found[number].place is None or _is_belied(found, number, mentions)):
            continue
        aside, following = found[number + 1], mentions[number + 1]
        place = _said_of(number, found, mentions, text)
        if place is not None:
            way = following.offset is not None and not following.offset.distance_km
            start = mention.end if way or following.offset is None else following.start
            words = " ".join(text[start : following.end].strip(" ,(").split())
            found[number] = replace(
                found[number],
                place=place,
                confidence=aside.confidence,
                reasons=(f"said to lie {words}", *aside.reasons),
            )
    return found


def _is_belied(toponyms: Sequence[Toponym], number: int, mentions: Sequence[Mention]) -> bool:
    """Tell whether what a name is taken for lies far from where the words after it put it: "Xan, 12 km west of Kut"."""
    own, aside, offset = toponyms[number], toponyms[number + 1], mentions[number + 1].offset
    if offset is None or own.place is None or aside.place is None or own.confidence >= aside.confidence:
        return False
    return kilometres(own.place, aside.place) > FAR_KM + offset.distance_km + own.place.radius_km


def _said_of(number: int, toponyms: Sequence[Toponym], mentions: Sequence[Mention], text: str) -> Place | None:
    """Return the place that the words after an unknown name give it: so far off a town, near one, or on a road."""
    mention, following = mentions[number], mentions[number + 1]
    around = toponyms[number + 1].place
    if around is None:
        return None
    if following.offset is not None and following.offset.other:
        return replace(around, name=mention.surface) if ON_WAY.fullmatch(text, mention.end, following.start) else None
    if following.offset is not None:
        return around if ASIDE.fullmatch(text, mention.end, following.start) else None
    beside = NEAR.fullmatch(text, mention.end, following.start) and around.kind in TOWNS
    return near(around, mention.surface) if beside and following.role == "literal" else None
