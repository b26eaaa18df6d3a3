"""Coordinates written in a text: decimal degrees, degrees and minutes, the seafarer's figures, MGRS."""

import re
from collections.abc import Iterator

from gazetteer.place import Kind, Place
from gazetteer.sphere import KM_PER_DEGREE
from geo.mentions.mgrs import from_mgrs
from geo.model import Mention

LEAST_KM = 0.1
EXACT_KM = 5.0  # radius up to which written coordinates are a spot, and from which they are an area
_DEGREE = r"(?:°|º|\u02da|deg(?:ree)?s?\.?)"
_MINUTE = r"(?:'|\u2019|\u2032|min(?:ute)?s?\.?)"
_SECOND = r"(?:\"|''|\u201d|\u2033|sec(?:ond)?s?\.?)"


def _axis(name: str, letters: str, words: str, digits: int) -> str:
    """Return the pattern of one axis: number of degrees, minutes and seconds, and the letter before or after."""
    letter = rf"(?:{words}|[{letters}])\.?"
    return (
        rf"(?:(?P<{name}pre>[{letters}])\s?)?"
        rf"(?P<{name}deg>\d{{1,{digits}}}(?:\.\d+)?)\s?(?:{_DEGREE}\s?|[-:\s])?"
        rf"(?:(?P<{name}min>[0-5]?\d(?:\.\d+)?)\s?(?:{_MINUTE}\s?|[-:\s])?"
        rf"(?:(?P<{name}sec>[0-5]?\d(?:\.\d+)?)\s?(?:{_SECOND}\s?)?)?)?"
        rf"(?P<{name}post>(?:{letter})(?![A-Za-z]))?"
    )


_GAP = r"\s?(?:,|;|/|\band\b|\bby\b|-)?\s?(?:latitude|longitude|lat|long?)?\.?:?\s?"
SEXAGESIMAL = re.compile(
    rf"(?<![\w.,]){_axis('lat_', 'NS', 'north|south', 2)}{_GAP}{_axis('lon_', 'EW', 'east|west', 3)}(?![\w°])",
    re.IGNORECASE,
)
# "1425N 04210E"
COMPACT = re.compile(r"\b(?P<lat>\d{4}|\d{6})(?P<ns>[NS])\s?[-/,]?\s?(?P<lon>\d{5}|\d{7})(?P<ew>[EW])\b")
DECIMAL = re.compile(
    r"(?<![\w.,-])(?P<lat>[-+]?\d{1,2}\.\d{3,})°?\s?[,;/ ]\s?(?P<lon>[-+]?\d{1,3}\.\d{3,})°?(?!\w|\.\d|%)"
)
CUE = re.compile(r"coordinates?|position|located|latitude|\b(?:lat|gps|grid|geo)\b", re.IGNORECASE)
MARK = re.compile(_DEGREE, re.IGNORECASE)
PLAIN = 4  # decimals from which two numbers are coordinates without a word that says so
MGRS = re.compile(
    r"\b(?P<zone>[1-9]|[0-5]\d|60)\s?(?P<band>[C-HJ-NP-X])\s?(?P<square>[A-HJ-NP-Z][A-HJ-NP-V])\s?(?P<digits>\d{2,5}\s\d{2,5}|\d{4,10})\b"
)


def coordinates(text: str) -> tuple[Mention, ...]:
    """Return the spots that a text gives by their coordinates, in its order.

    Parameters
    ----------
    text
        The document's.

    Returns
    -------
    tuple of Mention
        Each `fixed` at its point, with the radius that its digits leave: half of the last one.
    """
    found = sorted(
        (*_decimal(text), *_sexagesimal(text), *_compact(text), *_grid(text)), key=lambda m: (m.start, -m.end)
    )
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _mention(match: re.Match[str], lat: float, lon: float, radius_km: float) -> Mention | None:
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    surface = match[0].rstrip(" .")
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    name = f"{abs(lat):.4f}° {north}, {abs(lon):.4f}° {east}"
    radius = round(max(radius_km, LEAST_KM), 1)
    kind: Kind = "facility" if radius <= EXACT_KM else "region"
    place = Place(f"point:{lat:.5f},{lon:.5f}", name, kind, round(lat, 5), round(lon, 5), radius, layer="computed")
    return Mention(match.start(), match.start() + len(surface), surface, "literal", (surface,), fixed=place)


def _decimal(text: str) -> Iterator[Mention]:
    for match in DECIMAL.finditer(text):
        figures = min(len(match[axis].partition(".")[2]) for axis in ("lat", "lon"))
        told = "°" in match[0] or CUE.search(text, max(0, match.start() - 40), match.start())
        if figures < PLAIN and not told:  # "3.456, 2.345" may be any two numbers
            continue
        found = _mention(match, float(match["lat"]), float(match["lon"]), 10.0**-figures / 2 * KM_PER_DEGREE)
        if found:
            yield found


def _sexagesimal(text: str) -> Iterator[Mention]:
    for match in SEXAGESIMAL.finditer(text):
        lat, lon = _degrees(match, "lat_"), _degrees(match, "lon_")
        if match["lat_deg"].isdecimal() and not match["lat_min"] and not MARK.search(match[0]):
            continue  # "7 N 12 W" may be anything
        if lat is not None and lon is not None:
            found = _mention(match, lat[0], lon[0], max(lat[1], lon[1]) * KM_PER_DEGREE)
            if found:
                yield found


def _degrees(match: re.Match[str], axis: str) -> tuple[float, float] | None:
    """Return an axis in degrees, and half of its last digit; None without the letter that says which way."""
    letter = match[f"{axis}pre"] or match[f"{axis}post"]
    if not letter or (match[f"{axis}pre"] and match[f"{axis}post"]):
        return None
    parts = [match[f"{axis}{part}"] for part in ("deg", "min", "sec")]
    value = sum(float(part) / 60**power for power, part in enumerate(parts) if part)
    last, finest = next((part, power) for power, part in reversed(list(enumerate(parts))) if part)
    doubt = 60.0**-finest * 10.0 ** -len(last.partition(".")[2]) / 2
    return (-value if letter[0].upper() in "SW" else value), doubt


def _compact(text: str) -> Iterator[Mention]:
    for match in COMPACT.finditer(text):
        lat, lon = _figures(match["lat"], 2), _figures(match["lon"], 3)
        finest = 1 / 60 if len(match["lat"]) == 4 else 1 / 3600
        south, west = match["ns"] == "S", match["ew"] == "W"
        found = _mention(match, -lat if south else lat, -lon if west else lon, finest / 2 * KM_PER_DEGREE)
        if found:
            yield found


def _figures(digits: str, whole: int) -> float:
    """Return "1425" as 14 degrees 25 minutes."""
    parts = (digits[:whole], digits[whole : whole + 2], digits[whole + 2 :])
    return sum((float(part) / 60.0**power for power, part in enumerate(parts) if part), 0.0)


def _grid(text: str) -> Iterator[Mention]:
    for match in MGRS.finditer(text):
        point = from_mgrs(int(match["zone"]), match["band"], match["square"], match["digits"])
        found = _mention(match, *point) if point else None
        if found:
            yield found
