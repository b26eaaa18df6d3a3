"""A sketch beside an event told before -> how much speaks for their being one, in bits; or that they cannot be.

The evidence is added up as Fellegi and Sunter (1969) do: each thing that both say counts log2 of how much more likely
it is to agree, or to differ, in two tellings of one event than in tellings of two events of a kind at one place on one
day. What is rare counts for more: numbers of dead fall off with a power of 2.4 (Clauset, Young and Gleditsch 2007), so
that "37 killed" twice says far more than "2 killed" twice. The bits of the rest are judgements, rounded to halves;
docs/decisions.md says how they and the threshold were tried.
"""

from collections.abc import Callable, Sequence
from math import log2

from gazetteer.sphere import great_circle
from geo.merge.across.sketches import Number, Sketch, Spot, Words
from geo.merge.across.told import Told, Votes, most
from geo.merge.again.agreement import VAGUE

Worth = Callable[[str, float], float]

FARTHEST_KM = 30.0  # between two names for one place, however wide either is
NEAR_KM = 15.0  # between the places of an event of which one report has the next village
FINE = 2  # UCDP precisions up to here are places of a town's size
UNIT = 4  # and up to here units of a country

SEVERITY = 2.4  # exponent of the numbers of dead
ZETA = 1.305  # of that exponent: the sum of n ** -2.4
MOST_OF_A_NUMBER = 8.0

COPIED, SENTENCE = 20.0, 12.0
SUFFERER, DOER, OTHER_NAMES = 7.0, 3.5, -3.0
TARGET, OTHER_TARGET = 3.5, -2.5
VICTIM, OTHER_VICTIM = 1.5, 0.0  # unnamed: policemen, officers
WEAPON, OTHER_WEAPON = 1.0, -2.5
OVERLAP, RISEN, FAR_OFF = -2.0, -1.0, -3.5  # numbers whose ranges overlap (beside their rarity), or do not
VAGUER_TYPE, OTHER_TYPE = -0.5, -1.0
NEXT_DAY = -2.5
NEXT_PLACE, IN_DISTRICT, IN_PROVINCE, SAME_UNIT = -2.5, -1.0, -2.5, -1.0

PEACEFUL = frozenset({"detention", "seizure", "protest"})  # no "attack" means these
FAMILIES = (
    frozenset({"airstrike", "shelling", "bombing"}),
    frozenset({"battle", "raid", "shooting"}),
    frozenset({"shooting", "assassination", "execution"}),
    frozenset({"abduction", "hijacking"}),
    frozenset({"raid", "detention", "seizure"}),
    frozenset({"arson", "sabotage"}),
    frozenset({"protest", "riot"}),
)


def bits(sketch: Sketch, told: Told, worth: Worth) -> float | None:
    """Return what speaks for a sketch's telling an event, in bits; None where something is at odds.

    Parameters
    ----------
    sketch
        Of a report that does not tell the event yet.
    told
        The event as other reports tell it: the sketch must fit all of them, so that no chain drifts.
    worth
        Says of a word that both have how many bits it counts, given the most that it can.
    """
    found = 0.0
    for judge in (_type, _days, _place, _numbers):
        part = judge(sketch, told)
        if part is None:
            return None
        found += part
    return found + _words(sketch, told, worth)


# ---------------------------------------------------------------- kind, day, place


def _type(sketch: Sketch, told: Told) -> float | None:
    if sketch.stage != told.stage or sketch.denied != told.denied:
        return None
    usual = told.type()
    if not kin(sketch.type, usual):
        return None
    return 0.0 if sketch.type == usual else VAGUER_TYPE if VAGUE & {sketch.type, usual} else OTHER_TYPE


def kin(one: str, other: str) -> bool:
    """Tell whether two types of incident can be what two reports make of one."""
    kinds = {one, other}
    vague = bool(kinds & VAGUE) and not kinds & PEACEFUL
    return one == other or vague or any(kinds <= family for family in FAMILIES)


def _days(sketch: Sketch, told: Told) -> float | None:
    """Return what the days cost: an interval leaves room for other events, a day beside it is likely another's."""
    first, last = told.days()
    if not sketch.last or not last:
        return 0.0 if sketch.last == last else None  # only copies get here
    between = max(sketch.first, first) - min(sketch.last, last)
    if between <= 0:
        return -log2(max(sketch.last - sketch.first, last - first) + 1)
    return NEXT_DAY if is_next_day(sketch, told) else None


def is_next_day(sketch: Sketch, told: Told) -> bool:
    """Tell whether a sketch gives the day before or after that which most reports give."""
    first, last = told.days()
    return sketch.first == sketch.last and first == last and abs(sketch.first - first) == 1


def _place(sketch: Sketch, told: Told) -> float | None:
    """Return what the place costs beside the nearest of the event's; it must be able to be all of them."""
    spot = sketch.spot
    if spot is None:
        return None if told.spots else 0.0
    costs = [_apart(spot, known) for known in told.spots]
    known = [cost for cost in costs if cost is not None]
    return max(known) if known and len(known) == len(costs) else None


def _apart(one: Spot, other: Spot) -> float | None:
    if one.id == other.id:
        return 0.0 if one.precision <= FINE else SAME_UNIT
    if max(one.precision, other.precision) > UNIT:
        return None
    fine, coarse = (one, other) if one.precision <= other.precision else (other, one)
    distance = great_circle(one.lat, one.lon, other.lat, other.lon)
    if coarse.precision <= FINE:
        if distance <= min(FARTHEST_KM, max(one.radius_km, other.radius_km)):
            return 0.0
        return NEXT_PLACE if distance <= NEAR_KM else None
    return _within(fine, coarse, distance)


def _within(fine: Spot, coarse: Spot, distance: float) -> float | None:
    """Return what it costs that one report names only the unit; None where the place does not lie in it."""
    inside = fine.country == coarse.country and fine.precision < coarse.precision
    if coarse.precision == UNIT:
        return IN_PROVINCE if inside and fine.unit == coarse.unit else None
    inside = inside and fine.unit == coarse.unit and distance <= coarse.radius_km + fine.radius_km
    return IN_DISTRICT if inside else None


# ---------------------------------------------------------------- how many


def _numbers(sketch: Sketch, told: Told) -> float | None:
    found = 0.0
    for count, known in zip(sketch.counts, told.counts, strict=True):
        if count is not None and known:
            part = _number(count, known, told.marks(known))
            if part is None:
                return None
            found += part
    return min(found, MOST_OF_A_NUMBER)


def _number(count: Number, known: Votes[Number], marks: Sequence[Number]) -> float | None:
    """Return what a number says beside those that were told: the same, one in range, or one that has risen since."""
    low, best, high = count
    if best == most(known)[1]:
        return rarity(best) if marks else 0.0
    if any(low <= other[2] and other[0] <= high for other in marks):
        return max(0.0, rarity(best) + OVERLAP)
    bests = [best, *(other[1] for other in known)]
    least, greatest = min(bests), max(bests)
    if greatest <= 2 * least or greatest - least <= 1:
        return RISEN
    return FAR_OFF if greatest <= 5 * least + 5 else None


def rarity(number: int) -> float:
    """Return the bits by which a number of people is rarer than one person, or none at all."""
    return min(MOST_OF_A_NUMBER, log2(ZETA * number**SEVERITY)) if number > 1 else 0.0


# ---------------------------------------------------------------- who, at what, with what, in which words


def _words(sketch: Sketch, told: Told, worth: Worth) -> float:
    """Return what names and other words say; a name is worth the less, the more often it is told there.

    Who does something again on the next day does it with the same weapons to the same target: only those who suffer
    under their names suffer once.
    """
    found = SENTENCE if told.sentences.intersection(sketch.sentences) else 0.0
    again = is_next_day(sketch, told)
    for these, those, worth_most, other in (
        (sketch.sufferers, told.sufferers, SUFFERER, OTHER_NAMES),
        (sketch.doers, told.doers, 0.0 if again else DOER, OTHER_NAMES),
        (sketch.victims, told.victims, 0.0 if again else VICTIM, OTHER_VICTIM),
        (sketch.targets, told.targets, 0.0 if again else TARGET, OTHER_TARGET),
    ):
        marks = told.marks(those)
        if these and marks:
            alike, related = _shared(these, marks)
            found += max(worth(word, worth_most) for word in alike) if alike else 0.0 if related else other
    weapons = told.marks(told.weapons)
    if sketch.weapons and weapons:
        found += WEAPON * (not again) if _shared(sketch.weapons, weapons)[0] else OTHER_WEAPON
    return found


def _shared(these: Sequence[Words], those: Sequence[Words]) -> tuple[set[str], bool]:
    """Return the words of those that are part of another ("a bomb", "a car bomb"), and whether any word is shared.

    Of "police post" and "police station", which share a word, nothing is known.
    """
    pairs = [({*one} & {*another}, min(len(one), len(another))) for one in these for another in those]
    alike = [words for words, shorter in pairs if len(words) == shorter]
    return {word for words in alike for word in words}, any(words for words, _ in pairs)
