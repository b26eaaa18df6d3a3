"""A speaker and a doer -> whether one party to a conflict says it of another, or of its own side."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import is_armed, kind_of, rebel_words
from geo.lexicon.parties import WORD, marks, words_in
from geo.lexicon.shared import demonyms
from geo.model import Modality, Parse, Toponym
from geo.syntax.phrases import name_span

Camp = Literal["group", "state", "allied"]
BODIES = frozenset({"army", "force", "front", "brigade"})  # a state's, but for a word of rebellion in the name
ACTS_FOR_NATION = frozenset({"state_force", "government", "vehicle"})
FOUGHT = frozenset({"militant", "fighter", "terrorist", "extremist", "combatant"})
LOYAL = re.compile(r"\b(?:pro|anti)-", re.IGNORECASE)  # whose side it is on, not who it is


@dataclass(frozen=True, slots=True)
class _Side:
    """What a name says of whose side it is: a group's names, a state's country, as far as they are said."""

    camp: Camp
    names: frozenset[str] = frozenset()
    country: str | None = None


def side_taken(parse: Parse, doers: Iterable[int], speaker: str, countries: Mapping[str, str]) -> Modality | None:
    """Return accused where a party says it of another, claimed where it says it of its own side, None else.

    Parameters
    ----------
    parse, doers
        The text, and the token indices of the nouns for who did it.
    speaker
        Who says so.
    countries
        The names in the text that stand for a country: {small letters: code}.
    """
    own = _speaks_for(speaker, countries)
    others = [_acts_for(parse, doer, countries) for doer in doers]
    if own is None or not others:
        return None
    views = {None if other is None else _view(own, other) for other in others}
    return views.pop() if len(views) == 1 else None


def success_claimed(parse: Parse, sufferers: Iterable[int], speaker: str, countries: Mapping[str, str]) -> bool:
    """Tell whether a party tells of harm to the other side and not who did it: "the army said nine rebels died".

    Parameters
    ----------
    parse, sufferers
        The text, and the token indices of the nouns for whom it befell.
    speaker
        Who says so.
    countries
        As for `side_taken`.
    """
    own = _speaks_for(speaker, countries)
    return own is not None and any(_is_fought(parse, own, i, countries) for i in sufferers)


def _is_fought(parse: Parse, own: _Side, index: int, countries: Mapping[str, str]) -> bool:
    """Tell whether a noun is for the other side; "militants" whom a state counts among the dead are no one else."""
    if LOYAL.search(name_span(parse, index).text):
        return False
    other = _acts_for(parse, index, countries)
    if other is None:
        return own.camp != "group" and parse.tokens[index].lemma in FOUGHT
    return _view(own, other) == "accused"


def is_of_group(speaker: str, countries: Mapping[str, str]) -> bool:
    """Tell whether a speaker is an armed group or speaks for one.

    Parameters
    ----------
    speaker, countries
        As for `side_taken`.
    """
    own = _speaks_for(speaker, countries)
    return own is not None and own.camp == "group"


def countries_named(toponyms: Iterable[Toponym]) -> dict[str, str]:
    """Return the names and adjectives in a text that stand for a country or its government, or lie in one.

    The ministry in a capital and the mayor of a town speak for the country that it lies in.
    """
    named = (t for t in toponyms if t.place and t.role != "organisation")
    return {t.surface.casefold(): t.place.country for t in named if t.place and t.place.country}


def is_party(parse: Parse, index: int) -> bool:
    """Tell whether a noun names a party to a conflict by the lexicon of sides or by a word of rebellion."""
    name = name_span(parse, index).text.casefold()
    return _side(name, marks(name), {}) is not None


def _view(own: _Side, other: _Side) -> Modality | None:
    if own.camp != other.camp:
        return "accused" if "group" in {own.camp, other.camp} else None
    if own.camp == "group":
        if not (own.names and other.names):
            return None
        return "claimed" if own.names & other.names else "accused"
    if own.camp == "allied" or (own.country is None) != (other.country is None):
        return None
    return "claimed" if own.country == other.country else "accused"


def _speaks_for(speaker: str, countries: Mapping[str, str]) -> _Side | None:
    name = speaker.casefold()
    if name in countries:
        return _Side("state", country=countries[name])
    own = marks(name)
    if "outside" in own.values() or LOYAL.search(name):
        return None
    return _side(name, {w: m for w, m in own.items() if m != "force"}, countries)


def _acts_for(parse: Parse, doer: int, countries: Mapping[str, str]) -> _Side | None:
    name = name_span(parse, doer).text.casefold()
    if LOYAL.search(name):
        return None
    side = _side(name, marks(name), countries)
    if side is not None:
        return side
    kind, country = kind_of(parse, doer), _country(name, countries)
    if country and (kind in ACTS_FOR_NATION or is_weapon(parse, doer)):
        return _Side("state", country=country)
    armed = is_armed(parse, doer)
    return _Side("group") if armed and (kind == "group" or country) else None


def _side(name: str, marks: Mapping[str, str], countries: Mapping[str, str]) -> _Side | None:
    found = set(marks.values())
    names = frozenset(word for word, mark in marks.items() if mark == "name")
    if names or "group" in found or _is_of_rebels(name):
        return _Side("group", names)
    if "allied" in found:
        return _Side("allied")
    return _Side("state", country=_country(name, countries)) if found & {"state", "force"} else None


def _is_of_rebels(name: str) -> bool:
    """Tell whether a name of an army or a front is not the state's: "People's Liberation Army"."""
    words = set(words_in(name))
    return bool(words & BODIES and words & rebel_words())


def _country(name: str, countries: Mapping[str, str]) -> str | None:
    found = {code for word in WORD.findall(name) if (code := demonyms().get(word))}
    found |= {
        code
        for word, code in countries.items()
        if word in name and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", name)
    }
    return found.pop() if len(found) == 1 else None
