"""Names that the gazetteer lacks, put where the words after them say: "Xan, 12 km west of Kut", "Xan, near Kut"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer import Gazetteer
from gazetteer.place import Place
from geo.model import Mention, Toponym
from geo.model.precision import TOWNS
from geo.resolve.points import between, near

SOFT = (
    r"(?:(?:about|some|around|roughly|approximately|nearly|just|only|located|situated|lying|which|is|lies|a|an|the|small|"
    r"remote|farming|fishing|mining|border|village|town|hamlet|settlement|suburb|place|area|estate|district)\s+)*"
)
# "Xan, some 12 km west of Kut": what stands between an unknown name and the words that say where it lies.
ASIDE = re.compile(rf",?\s+{SOFT}", re.IGNORECASE)
COURSE = r"(?:north|south|east|west)-?(?:east|west)?"
NEAR = re.compile(
    rf",?\s+\(?{SOFT}(?:near|nearby|outside|beside|by|off|close\s+to|not\s+far\s+from|short\s+of|"
    rf"(?:to\s+the\s+)?{COURSE}\s+of|(?:on|in)\s+the\s+(?:(?:{COURSE}(?:ern)?)\s+)?"
    r"(?:outskirts|edge|fringes|suburbs|vicinity|hinterland)\s+of)\s+"
    r"(?:the\s+)?(?:(?:town|city|village|port|capital)\s+of\s+)?",
    re.IGNORECASE,
)
ON_WAY = re.compile(
    r",?\s+(?:(?:a\s+)?(?:village|town|hamlet|place)\s+)?(?:on|along|off|beside)\s+the\s+", re.IGNORECASE
)
TO = re.compile(r"\s*[-\u2013\u2014/]\s*|\s+to\s+", re.IGNORECASE)
WAY = re.compile(
    r"\s+(?:main\s+)?(?:road|highway|motorway|route|railway|track|trail|axis|line|corridor)\b", re.IGNORECASE
)


def placed_by_aside(
    toponyms: list[Toponym], mentions: Sequence[Mention], text: str, gazetteer: Gazetteer
) -> list[Toponym]:
    """Return the toponyms, an unknown name placed where the words after it say that it lies.

    Parameters
    ----------
    toponyms
        The document's, in the order of its text.
    mentions
        What they were made of.
    text
        The document's.
    gazetteer
        Whose outlines tell the country of a place on a road.
    """
    found = list(toponyms)
    for number, mention in enumerate(mentions[:-1]):
        if found[number].place is not None or mention.role != "literal":
            continue
        aside, following = found[number + 1], mentions[number + 1]
        place = _said_of(number, found, mentions, text, gazetteer)
        if place is not None:
            end = WAY.match(text, mentions[number + 2].end) if ON_WAY.match(text, mention.end) else None
            start = following.start if following.offset is not None else mention.end
            words = " ".join(text[start : end.end() if end else following.end].strip(" ,(").split())
            found[number] = replace(
                found[number],
                place=place,
                confidence=aside.confidence,
                reasons=(f"said to lie {words}", *aside.reasons),
            )
    return found


def _said_of(
    number: int, toponyms: Sequence[Toponym], mentions: Sequence[Mention], text: str, gazetteer: Gazetteer
) -> Place | None:
    """Return the place that the words after an unknown name give it: so far off a town, near one, or on a road."""
    mention, following = mentions[number], mentions[number + 1]
    around = toponyms[number + 1].place
    if around is None:
        return None
    if following.offset is not None:
        return around if ASIDE.fullmatch(text, mention.end, following.start) else None
    if NEAR.fullmatch(text, mention.end, following.start):
        return near(around, mention.surface) if around.kind in TOWNS and following.role == "literal" else None
    if ON_WAY.fullmatch(text, mention.end, following.start) is None or number + 2 >= len(mentions):
        return None
    third, other = mentions[number + 2], toponyms[number + 2].place
    on_way = TO.fullmatch(text, following.end, third.start) and WAY.match(text, third.end)
    return between(around, other, mention.surface, gazetteer) if on_way and other is not None else None
