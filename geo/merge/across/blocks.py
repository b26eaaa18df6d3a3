"""A sketch -> the blocks in which its event may have been told before: cells of place, and what is particular of it."""

from collections.abc import Iterator
from math import cos, floor, radians, sin

from gazetteer.sphere import EARTH_KM
from geo.merge.across.evidence import FARTHEST_KM, FINE, NEAR_KM, UNIT
from geo.merge.across.sketches import Sketch, Spot

Cell = tuple[object, ...]
Token = tuple[object, ...]


def cell(sketch: Sketch, text: int) -> Cell:
    """Return the cell that a sketch lies in: a cube with edges of `FARTHEST_KM`, a unit, a place, or only its text.

    Parameters
    ----------
    sketch
        Of an incident.
    text
        The number of the text that its report is a copy of: without place or day, only copies can tell the same.
    """
    spot = sketch.spot
    if spot is None or not sketch.last:
        return ("text", text)
    if spot.precision <= FINE:
        return tuple(floor(side / FARTHEST_KM) for side in _corner(spot))
    if spot.precision <= UNIT and spot.unit:
        return ("unit", spot.country, spot.unit)
    return ("place", spot.id)


def enters(sketch: Sketch, text: int) -> tuple[Cell, ...]:
    """Return the cells in which a sketch is to be found: its own, and for those who only know its unit, that."""
    own, spot = cell(sketch, text), sketch.spot
    fine = spot is not None and spot.precision <= FINE and spot.unit and sketch.last
    unit = own[0] == "unit" or fine
    return (own, ("in", spot.country, spot.unit)) if spot and unit else (own,)


def looks(sketch: Sketch, text: int) -> tuple[Cell, ...]:
    """Return the cells in which the event of a sketch may be; cubes have no edge at 180° and none at the poles."""
    own, spot = cell(sketch, text), sketch.spot
    if own[0] == "unit":
        return (("in", *own[1:]),)
    if spot is None or isinstance(own[0], str):
        return (own,)
    reach = min(FARTHEST_KM, max(NEAR_KM, spot.radius_km))
    x, y, z = (
        range(floor((side - reach) / FARTHEST_KM), floor((side + reach) / FARTHEST_KM) + 1) for side in _corner(spot)
    )
    cubes: tuple[Cell, ...] = tuple((i, j, k) for i in x for j in y for k in z)
    return (*cubes, ("unit", spot.country, spot.unit)) if spot.unit else cubes


def habitat(spot: Spot) -> Cell:
    """Return the cell whose habits say how usual an event is there: the place, or for a unit all that lies in it."""
    if FINE < spot.precision <= UNIT and spot.unit:
        return ("in", spot.country, spot.unit)
    return ("place", spot.id)


def _corner(spot: Spot) -> tuple[float, float, float]:
    """Return a point of the globe in kilometres from its middle."""
    lat, lon = radians(spot.lat), radians(spot.lon)
    return EARTH_KM * cos(lat) * cos(lon), EARTH_KM * cos(lat) * sin(lon), EARTH_KM * sin(lat)


def tokens(sketch: Sketch, text: int) -> tuple[Token, ...]:
    """Return what is particular about a sketch; without any in common there is hardly evidence.

    Parameters
    ----------
    sketch, text
        As for `cell`.
    """
    return tuple(dict.fromkeys(_tokens(sketch, text)))


def _tokens(sketch: Sketch, text: int) -> Iterator[Token]:
    yield ("copied", text, sketch.copied)
    if sketch.spot:
        yield ("place", sketch.spot.id)
    for effect, count in enumerate(sketch.counts):
        for number in count or ():
            if number > 1:
                yield (effect, number)
    for sentence in sketch.sentences:
        yield ("sentence", sentence)
    for words in (*sketch.doers, *sketch.sufferers, *sketch.targets):
        for word in words:
            yield (word,)
