"""The names of a document, each with what it may mean: one sense for all its uses, unless the text says otherwise."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gazetteer import Gazetteer
from gazetteer.names import key
from gazetteer.place import Place
from geo.model import Document, Mention
from geo.resolve.containment import (
    BEYOND,
    UNITS,
    containers_of,
    lies_around,
    lies_by,
    lies_in,
    places_called,
    units_named,
)
from geo.resolve.demonyms import by_demonym, countries_of
from geo.resolve.distance import kilometres
from geo.resolve.kinds import LONGEST_LIST, kinds_of

MOST_CANDIDATES = 40
FEW, SPOT_KM = 4, 50.0
WELL_KNOWN = 50_000  # inhabitants from which a town is named without what it lies by
RESPELT = 0.3  # what another transliteration takes off a place's prominence
LARGE = frozenset({"country", "region"})
ARTICLE = re.compile(r"(?:la|las|los)\s", re.IGNORECASE)
AFTER_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,4}")
# What leads from, through or to a place by its name alone: "flown from Osh", "bound for Antwerp".
LEADING = re.compile(
    r"\b(?:from|to|into|via|through|reach(?:es|ed)?|left|leav(?:es?|ing)|out\s+of|by\s+way\s+of"
    r"|(?:bound|destined|headed|heading|making|intended|meant)\s+for"
    r"|(?:load(?:s|ed|ing)?|ashore|aboard|stop(?:s|over)?)\s+(?:at|in|near))(?:\s+the(?:\s+\w+)?\s+(?:port|city|town)\s+of)?\s+$",
    re.IGNORECASE,
)
OWNING = re.compile(r"['\u2019]")  # "12 miles from Wilder's estate"
LONGEST_LEAD = 40
Key = tuple[bool, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sense:
    """A name of the document, used once or more in one sense.

    Parameters
    ----------
    candidates
        The places it may mean, the most prominent first.
    spelling
        The spelling under which they were found.
    kinds
        Kinds of place that a word beside it speaks of, the likeliest first; () if none does.
    containers
        Names of what it is said to lie in.
    barred
        Why it means none of the places that bear the name; "" where it may.
    inside
        Its candidates are those that lie in one of `containers`.
    acronym
        It is a short word in capitals.
    alone
        No other place has the name, but for units around the town of that name.
    astray
        The gazetteer knows none of its containers.
    actor
        It is only used of who acts or speaks ("French troops", "Paris said"), never of where something is.
    led
        It is somewhere said to be where a way leads from or to, which may well be abroad, or what a distance is from.
    strains
        {id: what being called so takes off the place's prominence}, as `Gazetteer.strains` has it.
    respelt
        No place bears the name; the candidates bear another transliteration of it.
    """

    candidates: tuple[Place, ...]
    spelling: str
    kinds: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    barred: str = ""
    inside: bool = False
    acronym: bool = False
    alone: bool = False
    astray: bool = False
    actor: bool = False
    led: bool = False
    strains: Mapping[str, float] = field(default_factory=dict)
    respelt: bool = False


def senses_of(
    mentions: Sequence[Mention], document: Document, gazetteer: Gazetteer
) -> tuple[list[Key], dict[Key, Sense]]:
    """Return the sense of each mention, as a key, and the senses.

    A name that stands without what it lies in means what it meant where it first stood with it.
    """
    keys = [_key(mentions, number, document.text, gazetteer) for number in range(len(mentions))]
    qualified = {k[:2]: k for k in reversed(keys) if k[2]}
    keys = [k if k[2] else qualified.get(k[:2], k) for k in keys]
    senses: dict[Key, Sense] = {}
    for each, mention in zip(keys, mentions, strict=True):
        if each not in senses and mention.role != "organisation" and mention.fixed is None:
            senses[each] = _sense(mention, each[2], document.text, gazetteer)
        if mention.offset is not None and mention.offset.other:
            other = replace(mention, names=mention.offset.other)
            senses.setdefault(other_key(mention.offset.other), _sense(other, (), "", gazetteer))
    actors = senses.keys() & set(keys) - {k for k, m in zip(keys, mentions, strict=True) if m.role == "literal"}
    senses |= {k: replace(senses[k], actor=True) for k in actors}
    led = {k for k, mention in zip(keys, mentions, strict=True) if k in senses and _is_led(mention, document.text)}
    return keys, senses | {k: replace(senses[k], led=True) for k in led}


def _is_led(mention: Mention, text: str) -> bool:
    """Tell whether a place's name stands after a word for a way from or to it, or after how far off something is."""
    if mention.offset is not None and OWNING.match(text, mention.end) is None:
        return True
    before = text[max(0, mention.start - LONGEST_LEAD) : mention.start]
    return mention.role == "literal" and LEADING.search(before) is not None


def other_key(names: tuple[str, ...]) -> Key:
    """Return the key of the second place of "between A and B"."""
    return False, names[0].casefold(), ()


def _key(mentions: Sequence[Mention], number: int, text: str, gazetteer: Gazetteer) -> Key:
    mention = mentions[number]
    people = mention.role == "demonym" and bool(countries_of(mention.names[0]))
    return people, mention.names[0].casefold(), containers_of(mentions, number, text, gazetteer)


def _sense(mention: Mention, containers: tuple[str, ...], text: str, gazetteer: Gazetteer) -> Sense:
    if mention.role == "demonym" and (countries := by_demonym(mention.names[0], gazetteer)):
        return Sense(countries, mention.surface, alone=len(countries) == 1)
    before = text[: mention.start]
    kinds = kinds_of(mention.names[0], before, text[mention.end : mention.end + LONGEST_LIST])
    acronym = ACRONYM.fullmatch(mention.names[0]) is not None and not before.isupper()
    barred: Sense | None = None
    for name, found_so, respelt in _looked_up(mention.names, gazetteer):
        dry = kinds[:1] == ("populated_place",) or (not kinds and _is_town_in(found_so, before))
        candidates = {
            p: strain for p, strain in found_so.items() if not (_is_run_on(name, p) or (dry and p.kind == "water"))
        }
        if candidates:
            spoken = kinds if name == mention.names[0] or kinds[:1] != ("populated_place",) else ()
            places = tuple(candidates)[:MOST_CANDIDATES]
            strains = {place.id: candidates[place] for place in places}
            found = Sense(places, name, spoken, containers, acronym=acronym, strains=strains, respelt=respelt)
            sense = _within(replace(found, alone=_is_one_spot(tuple(candidates))), gazetteer)
            if sense.candidates:
                return sense
            barred = barred or sense  # "Palma district", though only the town of Palma lies there
    return barred or Sense((), mention.names[0], kinds, containers, "not in the gazetteer")


def _looked_up(names: Sequence[str], gazetteer: Gazetteer) -> Iterator[tuple[str, dict[Place, float], bool]]:
    """Yield each spelling with the places called so, what that takes off their prominence, and whether it is respelt.

    Where no place is called by any of them, it may be another transliteration of a name: "Fallouja".
    """
    for name in names:
        yield name, dict(zip(gazetteer.candidates(name), gazetteer.strains(name), strict=True)), False
    for name in names:
        yield name, {match.place: RESPELT for match in gazetteer.respelt(name)}, True


def _is_run_on(name: str, place: Place) -> bool:
    """Tell whether a name is a place's only without its blank: "La Mar" is no Lamar."""
    return ARTICLE.match(name) is not None and place.name.isalpha() and key(place.name) == key(name)


def _is_town_in(found: Mapping[Place, float], before: str) -> bool:
    """Tell whether a name without an article is a town's sooner than its river's: "in Dnipro", but "over the Dnipro".

    Capitals go without articles.
    """
    called = any(p.kind == "populated_place" and strain < RESPELT for p, strain in found.items())
    return called and not before.isupper() and AFTER_ARTICLE.search(before) is None


def _is_one_spot(candidates: Sequence[Place]) -> bool:
    """Tell whether a name leads to one place, or to a town and the units around it."""
    first, *others = candidates
    return len(others) < FEW and all(kilometres(first, other) <= max(first.radius_km, SPOT_KM) for other in others)


def _within(sense: Sense, gazetteer: Gazetteer) -> Sense:
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
    barring = any(place.kind in UNITS for places in known for place in places) or _is_elsewhere(sense, known[0])
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
    return unit.kind not in {"admin1", "admin2"} or kilometres(place, unit) <= BEYOND * unit.radius_km + SPOT_KM


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


def first(places: Iterable[Place]) -> Place | None:
    """Return the first of some places, None if there is none."""
    return next(iter(places), None)
