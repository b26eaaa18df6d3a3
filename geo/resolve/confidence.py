"""How sure a place must be to be drawn: the surer, the less of the report speaks for where it lies."""

from collections.abc import Sequence

from geo.resolve.company import LIKELY, Shared
from geo.resolve.distance import kilometres
from geo.resolve.ranking import Scored, is_supported
from geo.resolve.sense import Sense

OWN_NAMES = frozenset({"main name", "vetted name", "like its name"})
TIES = frozenset({"only", "inside", "by", "same unit", "capital", "seat"})  # what speaks for a town, however far
UNLIKELY = 0.2  # least confidence in a place
UNSUPPORTED = 0.8  # least confidence in a small town of a country that nothing else in the report supports
UNSURE = 0.5  # the same of a city by another name, of a seat, and of a town with few other places or near them
FAR_KM = 600.0  # from all other places, beyond which a border is not all that lies between
SEVERAL = 3  # other places that show where a report is about
STRAY = 0.95  # the same of a small town that strays from the report: of 29 in the corpora 28 are wrong
STRAY_KM, SMALL = 200.0, 20_000  # from all other places, and its inhabitants
SHADOW = 10  # times its inhabitants that a namesake abroad has, and a town at the least, in whose shadow a small one is
LED, LED_FAR = 0.1, 0.3  # of where a way leads from or to, which often is abroad: near the others, and far from them
RIVALLED = 0.8  # the same where another place of the name is in a country that the report speaks of
RESPELT = 0.98  # the same of a great city that nobody spells so, far from the others: "Kolkatta" in a report on Aceh
GREAT = 1_000_000  # inhabitants from which a town is meant in spite of a namesake where the report is about
NOTABLE = 100_000  # inhabitants from which a town may sooner be meant without such support


def least_confidence(scored: Sequence[Scored], sense: Sense, others: Sequence[Shared]) -> float:
    """Return the least confidence, 0..1, in the first of a name's candidates to draw it beside a report's others."""
    best = scored[0]
    least = RESPELT if sense.respelt and _is_great(best) and _is_far(best, others) else _least(scored, others)
    if sense.led and not sense.respelt and "other kind" not in best.values:
        return min(least, LED_FAR if _is_far(best, others) else LED)
    return least


def _least(scored: Sequence[Scored], others: Sequence[Shared]) -> float:
    """Return the least confidence in a place by what speaks for it."""
    best = scored[0]
    if "rival" in best.values and best.place.population < GREAT:
        return RIVALLED
    if "unsupported" in best.values and best.place.population < GREAT:
        return _least_far_off(best, others)
    if _is_stray(scored, others) or _is_overshadowed(scored, others):
        return STRAY
    added = best.place.layer != "bundled"  # its user gave the place all of its names
    lone = "only" in best.values and (added or not OWN_NAMES.isdisjoint(best.values))
    return 0.0 if lone else UNLIKELY


def _is_stray(scored: Sequence[Scored], others: Sequence[Shared]) -> bool:
    """Tell whether a small town, one of several of its country's, lies far from all of a report's other places."""
    best, *namesakes = scored
    place = best.place
    alone = all(other.place.kind != place.kind or other.place.country != place.country for other in namesakes)
    if alone or not _is_loose(best):
        return False
    spots = [(kilometres(place, other), share) for other, share in others if other.kind != "country"]
    certain = sum(share > LIKELY for _, share in spots)
    return certain > 1 and all(away > STRAY_KM for away, _ in spots)


def _is_overshadowed(scored: Sequence[Scored], others: Sequence[Shared]) -> bool:
    """Tell whether a small town has a town's name abroad, and only namesakes speak for it: Calais in Maine."""
    best, *namesakes = scored
    place = best.place
    if not _is_loose(best) or "same country" not in best.values or "source" in best.values:
        return False
    towns = (n.place for n in namesakes if n.place.kind == place.kind and n.place.country != place.country)
    least = max(SMALL, SHADOW * place.population)
    meant = any(share > LIKELY and other.country == place.country for other, share in others)
    return not meant and any(town.population > least for town in towns)


def _is_loose(best: Scored) -> bool:
    """Tell whether a place is a small town, none that a user added, and no word of the text ties it to the report."""
    place = best.place
    small = place.kind == "populated_place" and place.population < SMALL
    return small and place.layer == "bundled" and TIES.isdisjoint(best.values)


def _is_great(best: Scored) -> bool:
    """Tell whether a place is a great city, of whose country nothing else speaks."""
    return best.place.population >= GREAT and not is_supported(best.values)


def _least_far_off(best: Scored, others: Sequence[Shared]) -> float:
    """Return the least confidence in a place of a country that no other name supports; seats are known abroad."""
    if best.place.population >= NOTABLE:
        return UNLIKELY if "main name" in best.values or not _is_far(best, others) else UNSURE
    return UNSUPPORTED if _is_far(best, others) and {"capital", "seat"}.isdisjoint(best.values) else UNSURE


def _is_far(best: Scored, others: Sequence[Shared]) -> bool:
    """Tell whether a place lies far from the others of a report that names several."""
    apart = (kilometres(best.place, other) for other, _ in others if other.kind != "country")
    return len(others) >= SEVERAL and all(away > FAR_KM for away in apart)
