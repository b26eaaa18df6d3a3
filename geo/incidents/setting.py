"""Where a report is set: the place to inherit, as a last resort, for an event that the text puts nowhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geo.dateline import dateline_end
from geo.incidents.placing import NEARBY_KM, where
from geo.incidents.pointing import CAPITAL
from geo.model import Parse, Toponym, Where

AT_HOME = 3  # literal names of another country, beyond those of the dateline's, that move a report there


def setting(parse: Parse, toponyms: Sequence[Toponym]) -> tuple[Where, ...]:
    """Return the places at which a report with a dateline is set, the finer first; () where that is not known.

    A story filed in a small town is taken to be about it, within 25 km. One that is filed in a capital is only taken
    to be about the country, as is what a small town's story does not place, unless its names are of another country.

    Parameters
    ----------
    parse
        The text.
    toponyms
        All of the document's.
    """
    end = dateline_end(parse.text)
    literal = [(n, t) for n, t in enumerate(toponyms) if t.place is not None and t.role == "literal"]
    filed = next(((n, t) for n, t in literal if t.end <= end), None)
    home = _home([t for _, t in literal if t.start >= end], filed[1] if filed else None)
    if not end or home is None:
        return ()
    country = _country(parse, literal, home)
    is_home = filed is not None and filed[1].place is not None and filed[1].place.country == home
    if filed is None or not is_home:
        return country
    return (*_town(parse, *filed), *(country or (_as_country(where(parse, *filed, inherited=True)),)))


def _home(named: Sequence[Toponym], filed: Toponym | None) -> str | None:
    """Return the country that a report is about: where it was filed, unless it speaks more of another."""
    own = filed.place.country if filed is not None and filed.place is not None else None
    votes = Counter(t.place.country for t in named if t.place is not None and t.place.country is not None)
    most, times = next(iter(votes.most_common(1)), (None, 0))
    return most if own is None or times > votes[own] + AT_HOME else own


def _country(parse: Parse, literal: Sequence[tuple[int, Toponym]], home: str) -> tuple[Where, ...]:
    """Return the country by the first name of it in the text."""
    for number, toponym in literal:
        if toponym.place is not None and toponym.place.kind == "country" and toponym.place.country == home:
            return (where(parse, number, toponym, inherited=True),)
    return ()


def _town(parse: Parse, number: int, toponym: Toponym) -> tuple[Where, ...]:
    """Return the place of filing, unless it is a capital or a country."""
    assert toponym.place is not None  # noqa: S101 (the caller chose it by its place)
    if toponym.place.kind == "country" or toponym.place.feature == CAPITAL:
        return ()
    found = where(parse, number, toponym, inherited=True)
    wide = replace(found, precision=2, radius_km=max(found.radius_km, NEARBY_KM))
    return (wide if found.precision == 1 else found,)


def _as_country(found: Where) -> Where:
    """Return the country of a place that stands for it, where the text does not name the country itself."""
    return replace(found, precision=6)
