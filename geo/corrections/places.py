"""What stands for a place in a correction -> the place."""

from typing import Any

from gazetteer import Gazetteer
from gazetteer.place import Place
from geo.corrections.tables import Entry, File

PIN_KM = 1.0  # how closely a point that a reader gives is taken to be meant


def place_of(file: File, entry: Entry, name: str, gazetteer: Gazetteer) -> Place:
    """Return the place that a key of a table gives, by its id or as a point.

    Parameters
    ----------
    file
        Names itself and the line where the place is none.
    entry
        The table.
    name
        The key.
    gazetteer
        Knows the places.

    Raises
    ------
    CorrectionError
        It is neither.
    """
    return _place(file, entry, name, entry.values[name], gazetteer)


def places_of(file: File, entry: Entry, name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places of a list; see `place_of`."""
    listed = entry.values[name]
    if not isinstance(listed, list):
        raise file.error(entry.lines[name], f"{name} needs a list of places, in their order: [] for none")
    return tuple(_place(file, entry, name, one, gazetteer) for one in listed)


def _place(file: File, entry: Entry, name: str, at: Any, gazetteer: Gazetteer) -> Place:
    line = entry.lines[name]
    if isinstance(at, str):
        place = gazetteer.get(at)
        if place is None:
            raise file.error(line, f"no place has the id {at!r}; dateline gazetteer search NAME shows the ids")
        return place
    if not _is_point(at):
        raise file.error(line, f"{name} needs a place's id, or [latitude, longitude] in degrees")
    lat, lon = map(float, at)
    unit = gazetteer.boundaries.admin1_at(lat, lon)
    country = gazetteer.boundaries.country_at(lat, lon)
    identifier, called = f"corrections:{lat:.6f},{lon:.6f}", entry.values.get("name") or f"{lat:g}, {lon:g}"
    return Place(identifier, called, "populated_place", lat, lon, PIN_KM, country, unit.name if unit else None)


def _is_point(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 2:
        return False
    sides = all(isinstance(side, int | float) and not isinstance(side, bool) for side in value)
    return sides and abs(value[0]) <= 90 and abs(value[1]) <= 180
