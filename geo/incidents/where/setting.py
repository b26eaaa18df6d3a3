"""Where a report is set: the place to inherit, as a last resort, for an event that the text puts nowhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gazetteer import Gazetteer
from gazetteer.countries import country_by_code
from gazetteer.names import key
from gazetteer.place import Place
from geo.incidents.where.placing import NEARBY_KM, where
from geo.incidents.where.pointing import CAPITAL
from geo.layout.dateline import dateline_end, filed_end
from geo.model import STANDS, Parse, Toponym, Where
from geo.model.precision import SOMEWHERE_IN

AT_HOME = 3  # names of another country's places and people, beyond those of the dateline's, that move a report there
SEVERAL = 2  # places that show which country a report without a dateline is about
NEARLY_ALL = 2 / 3  # of the places that such a report names
SPEAKS = STANDS | {"demonym"}  # roles of names that show what a report is about


def with_country(parse: Parse, toponyms: tuple[Toponym, ...], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the toponyms and, last, the country that a report with a dateline is about, if the text does not name it.

    It lies on the name that shows which country that is, as a rule the town of the dateline, and says so.

    Parameters
    ----------
    parse
        The text.
    toponyms
        All of the document's.
    gazetteer
        The places to know.
    """
    home, inside = _at_home(parse, toponyms)
    shows = next((t for _, t in inside), None) or next((t for t in toponyms if home and _country_of(t) == home), None)
    country = country_by_code(home, gazetteer) if home else None
    if shows is None or country is None or any(t.place is not None and t.place.kind == "country" for _, t in inside):
        return toponyms
    reason = f"the country of {shows.surface}, for what the text puts nowhere"
    return (*toponyms, replace(shows, role="literal", place=country, alternatives=(), reasons=(reason,)))


def lacking(
    parse: Parse, toponyms: tuple[Toponym, ...], gazetteer: Gazetteer
) -> tuple[tuple[Toponym, ...], dict[str, Where]]:
    """Return the toponyms, the names that the gazetteer lacks put somewhere in the report's country, and {name: where}.

    Parameters
    ----------
    parse
        The text.
    toponyms
        All of the document's.
    gazetteer
        The places to know.
    """
    home = _at_home(parse, toponyms)[0] or _about(toponyms)
    country = country_by_code(home, gazetteer) if home else None
    if country is None:
        return toponyms, {}
    nameless = {n for n, t in enumerate(toponyms) if t.place is None and t.role == "literal"}
    unknown = {n for n in nameless if not _is_told_of_others(parse, toponyms, n, home)}
    named = tuple(_somewhere_in(country, t) if n in unknown else t for n, t in enumerate(toponyms))
    return named, {named[n].surface: where(parse, n, named[n], inherited=True) for n in sorted(unknown, reverse=True)}


def _is_told_of_others(parse: Parse, toponyms: Sequence[Toponym], number: int, home: str | None) -> bool:
    """Tell whether the sentence of an unknown name speaks of places of other countries, and of none at home."""
    sentence = parse.sentences[parse.between(toponyms[number].start, toponyms[number].end)[0].sentence]
    beside = (t for t in toponyms if sentence.start <= t.start < sentence.end)
    named = {t.place.country for t in beside if t.place is not None and t.role == "literal"}
    return bool(named) and home not in named


def _about(toponyms: Sequence[Toponym]) -> str | None:
    """Return the country in which nearly all places lie that a report names, None where several share them."""
    places = {t.place.id: t.place for t in toponyms if t.place is not None and t.role in SPEAKS}
    votes = Counter(place.country for place in places.values() if place.country is not None)
    most, times = next(iter(votes.most_common(1)), (None, 0))
    return most if times >= max(SEVERAL, NEARLY_ALL * sum(votes.values())) else None


def _somewhere_in(country: Place, toponym: Toponym) -> Toponym:
    name = " ".join(toponym.surface.split())
    place = replace(
        country,
        id=f"in:{country.id}/{key(name)}",
        name=name.title() if name.isupper() else name,
        population=0,
        feature=f"{SOMEWHERE_IN}{country.kind}",
        layer="computed",
    )
    return replace(toponym, place=place, reasons=(*toponym.reasons, f"somewhere in {country.name}, as its report is"))


def setting(parse: Parse, toponyms: Sequence[Toponym]) -> tuple[Where, ...]:
    """Return the places at which a report with a dateline is set, the finer first; () where that is not known.

    A story filed in a small town is taken to be about it, within 25 km. One that is filed in a capital is only taken
    to be about the country, as is what a small town's story does not place, unless its names are of another country;
    and so is what has the place of writing on a line of its own, as features and cables do.

    Parameters
    ----------
    parse
        The text.
    toponyms
        All of the document's.
    """
    home, inside = _at_home(parse, toponyms)
    if home is None or not inside:
        return ()
    number, filed = inside[0]
    town = _town(parse, number, filed) if filed.end <= dateline_end(parse.text) else ()
    country = next(((n, t) for n, t in inside if t.place and t.place.kind == "country"), inside[0])
    return (*town, replace(where(parse, *country, inherited=True), precision=6))


def _at_home(parse: Parse, toponyms: Sequence[Toponym]) -> tuple[str | None, list[tuple[int, Toponym]]]:
    """Return the country that a report is about and the literal names of places in it; None without a dateline."""
    end = filed_end(parse.text)
    known = [(n, t) for n, t in enumerate(toponyms) if t.place is not None and t.role in SPEAKS]
    literal = [(n, t) for n, t in known if t.role == "literal"]
    filed = next((t for _, t in literal if t.end <= end), None)
    home = _home([t for _, t in known if t.start >= end], filed) if end else None
    return home, [(n, t) for n, t in literal if _country_of(t) == home]


def _country_of(toponym: Toponym) -> str | None:
    return toponym.place.country if toponym.place else None


def _home(named: Sequence[Toponym], filed: Toponym | None) -> str | None:
    """Return the country that a report is about: where it was filed, unless it speaks much more of another."""
    own = _country_of(filed) if filed is not None else None
    votes = Counter(country for t in named if (country := _country_of(t)) is not None)
    most, times = next(iter(votes.most_common(1)), (None, 0))
    return most if own is None or times > votes[own] + AT_HOME else own


def _town(parse: Parse, number: int, toponym: Toponym) -> tuple[Where, ...]:
    """Return the place of filing, unless it is a capital or a country."""
    assert toponym.place is not None  # noqa: S101 (the caller chose it by its place)
    if toponym.place.kind == "country" or toponym.place.feature == CAPITAL:
        return ()
    found = where(parse, number, toponym, inherited=True)
    wide = replace(found, precision=2, radius_km=max(found.radius_km, NEARBY_KM))
    return (wide if found.precision == 1 else found,)
