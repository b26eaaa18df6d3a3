"""Lexicons that more than one stage reads: who acts, with what, on which side, who says so, and the calendar."""

import re
from functools import cache
from typing import get_args

from geo.lexicon import Row, load_pairs, load_rows, load_words
from geo.model import Modality, ParticipantKind

CUES = frozenset({
    "says", "reports", "speaks", "accuses", "lays", "source", "cites", "owns", "owned", "seems", "clause", "phrase",
    "modal", "untrue", "not true", "names", "heard", "avows", "rumour", "record", "paper", "occasion", "outlet", "puts",
    "speaker", "sees", "lets", "tags",
})  # fmt: skip
MODEL = re.compile(r"(?!a-)(?:[a-z]{2,3}-\d{1,3}|[a-z]-\d{2,3})[a-z]?")  # of aircraft; "A10" is a road


@cache
def actors() -> dict[str, tuple[ParticipantKind, bool]]:
    """Return the nouns for who and what takes part in incidents: of which kind each is, and whether it bears arms."""
    rows = load_rows("actors", ("noun", "kind", "armed"), kind=get_args(ParticipantKind), armed=("yes", "no"))
    named = {noun: (kind, armed == "yes") for noun, kind, armed in rows}
    return dict.fromkeys(_peoples(), ("civilians", False)) | named


@cache
def not_places() -> frozenset[str]:
    """Return the words that name a small place somewhere and nearly always mean something else, such as a people."""
    landless = {people for people, land in _peoples().items() if land == "no"}
    return load_words("not_places") | landless | {f"{people}s" for people in landless}


@cache
def _peoples() -> dict[str, str]:
    return load_pairs("peoples", ("people", "land"), land=("yes", "no"))


@cache
def nouns_of(*kinds: ParticipantKind) -> frozenset[str]:
    """Return the nouns for participants of some kinds."""
    return frozenset(noun for noun, (kind, _) in actors().items() if kind in kinds)


@cache
def armed_nouns() -> frozenset[str]:
    """Return the nouns for those who bear arms by calling."""
    return frozenset(noun for noun, (_, armed) in actors().items() if armed)


@cache
def weapons() -> dict[str, tuple[str, bool]]:
    """Return the words for means of violence: the type of incident that each implies, and whether it carries others.

    Models of aircraft may be written without their hyphen: "B52s".
    """
    rows = load_rows("weapons", ("weapon", "type", "means"))
    known = {name: (kind, means == "platform") for name, kind, means in rows}
    models = {name: entry for name, entry in known.items() if MODEL.fullmatch(name)}
    return {name.replace("-", ""): entry for name, entry in models.items()} | known


@cache
def cues() -> dict[tuple[str, str], Modality | None]:
    """Return the words of speech and doubt as (cue, kind) -> what they make of what is said."""
    rows = load_rows("speech_cues", ("cue", "kind", "modality"), kind=CUES, modality=("", *get_args(Modality)))
    return {(cue, kind): modality or None for cue, kind, modality in rows}  # type: ignore[misc]


@cache
def cues_of(*kinds: str) -> frozenset[str]:
    """Return the words of speech and doubt of some kinds."""
    return frozenset(cue for cue, kind in cues() if kind in kinds)


def singular(word: str) -> str:
    """Return a noun in small letters as the lexicons have it, in the singular: "gunman" for "gunmen".

    Parameters
    ----------
    word
        In small letters; one that is singular may lose an "s" that is its own.
    """
    if word.endswith("sses"):  # "fortresses"
        return word[:-2]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return f"{word[:-2]}an" if word.endswith("men") else word.removesuffix("s")


@cache
def demonyms() -> dict[str, str]:
    """Return the words for the people and things of countries, in small letters, with the country of each."""
    return {word.casefold(): country for word, country, _ in load_rows("demonyms", ("demonym", "country", "kind"))}


@cache
def region_demonyms() -> frozenset[str]:
    """Return the words for the people and things of regions and towns, in small letters."""
    return frozenset(word.casefold() for word, _ in load_rows("region_demonyms", ("demonym", "place")))


@cache
def calendar_words(*kinds: str) -> dict[str, int]:
    """Return the calendar's words of some kinds, with their values."""
    rows = load_rows("calendar", ("word", "kind", "value"), _no_number)
    return {word: int(value) for word, kind, value in rows if kind in kinds}


def _no_number(row: Row) -> str | None:
    return None if row[2].isdecimal() else f"{row[2]!r} is no whole number"


@cache
def shooters() -> frozenset[str]:
    """Return the words before "fire" that make it shots: weapons, armed people, "enemy" and the like."""
    return armed_nouns() | weapons().keys() | {"enemy", "hostile", "friendly", "machine", "anti-aircraft"}
