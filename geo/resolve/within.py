"""A name that is said to lie in a town, a unit or a country -> what it may mean there: "Pervomaisk, Luhansk"."""

from collections.abc import Sequence
from dataclasses import replace

from gazetteer import Gazetteer
from gazetteer.place import Place
from geo.model.precision import UNITS
from geo.resolve.containment import ADMINISTERED, BEYOND, lies_around, lies_by, lies_in, places_called, units_named
from geo.resolve.distance import kilometres
from geo.resolve.sense import Sense

WELL_KNOWN = 50_000  # inhabitants from which a town is named without what it lies by
SPOT_KM = 50.0
LARGE = frozenset({"country", "region"})


def within(sense: Sense, gazetteer: Gazetteer) -> Sense:
    """Return a sense whose candidates lie in what the text says they lie in, if the gazetteer knows that at all.

    The name of a country or of a larger region lies in nothing: "Iraq, Iran" is a list. A name that means a town sooner
    than a unit bars nothing that is not in the unit: "Jbeil, Beirut".
    """
    units = units_named(sense.containers, gazetteer)
    if not sense.containers or not _may_lie_in(sense, units):
        return replace(sense, containers=())
    inside = _inside(sense, gazetteer)
    if inside:
        return replace(sense, candidates=inside, inside=True)
    if "section" not in sense.kinds and _are_listed(sense, units):
        return replace(sense, containers=())
    known = [places_called(name, gazetteer)[:1] for name in sense.containers]
    if not any(known):
        return replace(sense, astray=True)
    barring = any(place.kind in ADMINISTERED for places in known for place in places) or _is_elsewhere(sense, known[0])
    barring = barring or _is_far_from_region(sense, known[0])
    near = tuple(p for p in sense.candidates if lies_by(p, sense.containers, gazetteer)) if barring else ()
    near = near or tuple(p for p in sense.candidates if any(lies_around(p, unit) for unit in units)) if barring else ()
    if not barring or near:
        return replace(sense, candidates=near or sense.candidates)
    where = ", ".join(sense.containers)
    return replace(sense, candidates=(), barred=f"no place of that name is known in {where}")


def _inside(sense: Sense, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the candidates that lie in the nearest of what the text says a name lies in, else in what is around that.

    "Pervomaisk in the Luhansk region of Ukraine" is in no other region of Ukraine.
    """
    places = sense.candidates
    for number, name in enumerate(sense.containers):
        units = units_named((name,), gazetteer)
        if inside := tuple(place for place in places if any(lies_in(place, unit) for unit in units)):
            return inside
        if number == 0 and units:
            places = tuple(place for place in places if place.admin1 is None or any(_is_by(place, u) for u in units))
    return ()


def _is_by(place: Place, unit: Place) -> bool:
    """Tell whether a place lies in a unit or not far from it, or nobody knows how far that reaches."""
    return unit.kind not in UNITS or kilometres(place, unit) <= BEYOND * unit.radius_km + SPOT_KM


def _may_lie_in(sense: Sense, units: tuple[Place, ...]) -> bool:
    """Tell whether what a name likeliest means can lie in a unit: a country only as "Georgia, USA", a state in one.

    A state said to lie in a state of another country is a unit there that the gazetteer lacks.
    """
    kinds, above = [place.kind for place in sense.candidates], {unit.kind for unit in units}
    if kinds[0] in LARGE:
        return "admin1" in kinds and "country" in above
    abroad = {unit.country for unit in units}.isdisjoint(place.country for place in sense.candidates)
    return kinds[0] != "admin1" or "country" in above or abroad


def _is_elsewhere(sense: Sense, towns: Sequence[Place]) -> bool:
    """Tell whether a name with a town's is no known town of that country: "Majengo, Mombasa" is a part of Mombasa.

    "Haifa, Tel Aviv" is a list, as is what can mean one place of the country only, unless called a district. A city
    lies in no village: "CULIACAN, Sin."
    """
    if not towns or towns[0].kind != "populated_place":
        return False
    if sense.candidates[0].population >= WELL_KNOWN > towns[0].population:
        return False
    if "section" in sense.kinds:
        return True
    same = [place for place in sense.candidates if place.country == towns[0].country]
    return not any(place.population >= WELL_KNOWN for place in same) and not (same and sense.alone)


def _is_far_from_region(sense: Sense, regions: Sequence[Place]) -> bool:
    """Tell whether nothing of a name lies in the region that it is said to lie in: a town of its name is another."""
    if not regions or regions[0].kind != "region":
        return False
    reach = BEYOND * regions[0].radius_km
    return all(kilometres(place, regions[0]) > reach for place in sense.candidates)


def _are_listed(sense: Sense, units: tuple[Place, ...]) -> bool:
    """Tell whether a name and what follows it may be items of a list: units of one order, or it lies over borders."""
    orders = {(unit.kind, unit.country) for unit in units if unit.kind != "country"}
    return sense.candidates[0].country is None or any((p.kind, p.country) in orders for p in sense.candidates)
