"""Who speaks -> whether he is of the side that is said to have done it: a colonel, of what soldiers did."""

import re
from collections.abc import Sequence
from functools import cache

from geo.lexicon import word_class
from geo.lexicon.parties import sides, words_of_side
from geo.lexicon.shared import armed_nouns, demonyms, nouns_of
from geo.merge.again.rivals import side_words
from geo.merge.groups import Group
from geo.model import DOERS, STATE, Incident, Toponym

CAPITAL = re.compile(r"\b[A-Z]")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_of_doers_side(group: Group, speaker: str, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether who speaks is one of the doers, or serves the state or the alliance that they do.

    Parameters
    ----------
    group
        An incident.
    speaker
        Who speaks.
    toponyms
        The document's: a capital may speak for its country.
    """
    if is_doer(group, speaker):
        return True
    doers = [p for p in group.whole.participants if p.role in DOERS]
    own, theirs = side_words(speaker), doers_words(group.whole)
    names = words_of_side("name") & (own | theirs)
    groups = any(p.kind == "group" for p in doers) or bool(theirs & word_class("rebel"))
    groups = groups and not any(p.kind in STATE for p in doers)
    rebels = groups and bool(own & words_of_side("group", "name")) and not (own & names and theirs & names)
    allied = bool(own & words_of_side("allied")) and bool(theirs & words_of_side("allied"))
    if rebels or allied:
        return True
    official = bool(own & state_words()) or _is_place(speaker, toponyms)
    countries, others = _countries(speaker, toponyms), _countries(_accused(group), toponyms)
    if countries and others:
        return official and bool(countries & others)
    serving = bool({p.kind for p in doers} & {*STATE}) or (bool(others) and bool(theirs & armed_nouns()))
    fought = group.whole.type == "battle" and any(p.kind == "group" for p in group.whole.participants)
    return (serving or fought or is_by_arms_of_states(group)) and official


def is_by_arms_of_states(group: Group) -> bool:
    """Tell whether it was done with what states have and hardly anybody else: by a jet, a frigate, from the air."""
    doers = doers_words(group.whole)
    return bool(doers & word_class("state_arms")) or (group.whole.type == "airstrike" and not doers)


def _accused(group: Group) -> str:
    """Return the words for who did it, or, where nothing says who, those of the claims that accuse somebody."""
    accusing = (c.text for t in group.remembered for c in t.incident.claims if c.modality == "accused")
    return " ".join(_texts(group.whole) or accusing)


def accused_words(group: Group) -> frozenset[str]:
    """Return the words of those claims that accuse somebody, but for who accuses: "rebel" of "blamed the rebels"."""
    claims = [c for t in group.remembered for c in t.incident.claims if c.modality == "accused"]
    return frozenset().union(*(side_words(c.text) - side_words(c.asserted_by or "") for c in claims))


def are_of_a_side(group: Group, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether it is said whose side the doers are of: "soldiers", "the Front", not "armed men".

    Parameters
    ----------
    group, toponyms
        As for `is_of_doers_side`.
    """
    doers = [p for p in group.whole.participants if p.role in DOERS]
    named = any(p.kind in STATE or (p.kind == "group" and CAPITAL.search(p.text)) for p in doers)
    named = named or bool(doers_words(group.whole) & sides().keys())
    return named or bool(_countries(" ".join(_texts(group.whole)), toponyms))


def is_doer(group: Group, speaker: str) -> bool:
    """Tell whether who speaks shares a word with who did it: "the MRTA leadership" with "MRTA fighters".

    Parameters
    ----------
    group, speaker
        As for `is_of_doers_side`.
    """
    return bool(side_words(speaker) & doers_words(group.whole))


def doers_words(incident: Incident) -> frozenset[str]:
    """Return the words for those who did it, "rebel" for "rebels".

    Parameters
    ----------
    incident
        Any.
    """
    return frozenset().union(*map(side_words, _texts(incident)))


def _texts(incident: Incident) -> list[str]:
    return [p.text for p in incident.participants if p.role in DOERS]


def _is_place(speaker: str, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether a speaker is only a place, which stands for those who rule there: "Baku"."""
    return any(t.surface.casefold() == speaker.casefold() and t.place for t in toponyms)


def _countries(text: str, toponyms: Sequence[Toponym]) -> frozenset[str]:
    """Return the countries that words are of: "Azerbaijani drones", "a Pretoria official"."""
    words = WORD.findall(text.casefold())
    found = {code for word in words for code in (demonyms().get(word), demonyms().get(word.removesuffix("s"))) if code}
    named = f" {' '.join(words)} "
    places = (t for t in toponyms if t.place and t.place.country and f" {t.surface.casefold()} " in named)
    return frozenset(found | {t.place.country for t in places if t.place and t.place.country})


@cache
def state_words() -> frozenset[str]:
    """Return the words for a state's bodies and for those who serve it: "ministry", "colonel"."""
    bodies = words_of_side("state", "force", "allied") | nouns_of(*STATE) | word_class("state_voice")
    return frozenset(word for name in bodies for word in name.split())
