"""The names of a document, each with what it may mean: one sense for all its uses, unless the text says otherwise."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gazetteer import Gazetteer
from gazetteer.names import key
from gazetteer.place import Place
from geo.model import Document, Mention
from geo.resolve.containment import containers_of
from geo.resolve.demonyms import by_demonym, countries_of
from geo.resolve.distance import kilometres
from geo.resolve.kinds import LONGEST_LIST, kinds_of
from geo.resolve.sense import Key, Sense
from geo.resolve.within import SPOT_KM, within

MOST_CANDIDATES = 40
FEW = 4
RESPELT = 0.3  # what another transliteration takes off a place's prominence
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
            sense = within(replace(found, alone=_is_one_spot(tuple(candidates))), gazetteer)
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


def first(places: Iterable[Place]) -> Place | None:
    """Return the first of some places, None if there is none."""
    return next(iter(places), None)
