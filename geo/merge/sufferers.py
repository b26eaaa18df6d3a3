"""Who or what is said to have suffered, by name: whether two tellings speak of the same."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from geo.lexicon import word_class
from geo.lexicon.numerals import number_words
from geo.lexicon.shared import actors, demonyms, region_demonyms
from geo.model import EFFECTS, SUFFERERS, Incident, Participant

REMEMBERED = 2**12  # texts and words: they are asked of the same claims and participants for every pair of tellings
NAME = 2  # words of a name that nobody else is likely to bear
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
ONE = frozenset({"one", "a", "an"})


@cache
def _common() -> frozenset[str]:
    """Return words that name nobody: kinds of people and things, nations, numbers."""
    nouns = {word for noun in actors() for word in noun.split()}
    nations = region_demonyms() | demonyms().keys()
    return frozenset(nouns | nations | number_words().keys() | word_class("no_name"))


@lru_cache(REMEMBERED)
def is_common(word: str) -> bool:
    """Tell whether a word, in small letters, is for a kind of people or things, a nation or a number, and no name."""
    return not _common().isdisjoint({word, word.rstrip("s"), f"{word[:-3]}y"})  # "parties"


def names(participants: Iterable[Participant]) -> list[frozenset[str]]:
    """Return the words of each sufferer that could be a name, in small letters."""
    found = []
    for participant in participants:
        if participant.role in SUFFERERS:
            every = words(participant.text)
            found.append(frozenset(w for w in every if not is_common(w)))
    return found


def is_within(short: str, full: str) -> bool:
    """Tell whether one description is part of a fuller one that speaks of the same: its noun, or a name in it.

    Parameters
    ----------
    short, full
        Two participants' words.
    """
    few, many = (words(text) for text in (short, full))
    if not few or few == many:
        return False
    named = {word for word in few if not is_common(word)}
    if len(named) >= NAME and named <= set(many) and len(few) <= len(many) and "of" not in few:
        return True  # "reporter Ana Ruiz" and "the journalist Ana Ruiz"
    if not set(few) < set(many):
        return False
    if many[: len(few)] == few and set(many[len(few) :]).isdisjoint(_common() | {"of"}):
        return True  # "judge" and "judge Ana Ruiz"
    own = words(_before_of(full))
    if not set(few) & set(own):
        return False  # the Front of "fighters of the Front" is another
    names = set(few) - _common()
    return few[-1] in {many[-1], own[-1]} or (bool(names) and names == set(few))


@lru_cache(REMEMBERED)
def _before_of(text: str) -> str:
    head = re.split(r"\s+of\s+", text, maxsplit=1, flags=re.IGNORECASE)[0]
    return head if WORD.search(head) else text


@lru_cache(REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without possessive marks."""
    return tuple(w.casefold().removesuffix("'s").removesuffix("’s") for w in WORD.findall(text))


def naming_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that may be of a name, all of them where none may."""
    every = words(text)
    return tuple(word for word in every if not is_common(word)) or every


def nouns(participants: Iterable[Participant]) -> set[str]:
    """Return the last word of each sufferer's description, which says of what kind it is, in small letters."""
    found = set()
    for participant in participants:
        every = words(_before_of(participant.text))
        if participant.role in SUFFERERS and every:
            found.add(every[-1])
    return found - {"people", "persons", "others"}


def texts(participants: Iterable[Participant]) -> set[str]:
    """Return the sufferers as they are written, in small letters."""
    return {plain(p.text) for p in participants if p.role in SUFFERERS}


def plain(text: str) -> str:
    """Return words in small letters with single spaces, wherever their lines broke."""
    return " ".join(text.casefold().split())


def counts_anybody(incident: Incident) -> bool:
    """Tell whether a number of those whom it befell is told, be it none."""
    return any(getattr(incident, effect) is not None for effect in EFFECTS)


def count_alike(one: Incident, other: Incident) -> bool:
    """Tell whether two incidents give a number for one and the same effect."""
    return any(getattr(one, e) is not None and getattr(other, e) is not None for e in EFFECTS)


def share_a_name(one: Iterable[Participant], other: Iterable[Participant]) -> bool:
    """Tell whether a sufferer of one telling is named in the other: "Jose Perez, a judge" and "Perez"."""
    first, second = names(one), names(other)
    return any(a and b and (a <= b or b <= a) and _is_name(a & b) for a in first for b in second)


def share_a_person(one: Iterable[Participant], other: Iterable[Participant]) -> bool:
    """Tell whether one and the same person suffered, by name: not "two Hazaras" and "three Hazaras".

    Parameters
    ----------
    one, other
        Who is said to have suffered, in two tellings.
    """
    first, second = person_names(one), person_names(other)
    return any((a <= b or b <= a) and _is_name(a & b) for a in first for b in second)


def names_differ(one: Iterable[Participant], other: Iterable[Participant]) -> bool:
    """Tell whether both tellings name who suffered, and nobody in both."""
    return bool(person_names(one)) and bool(person_names(other)) and not share_a_person(one, other)


def person_names(participants: Iterable[Participant]) -> list[frozenset[str]]:
    """Return the words of the names of those who suffered."""
    return [name for p in participants if p.kind != "group" and (name := _name_at_end(p.text))]


def title(text: str) -> tuple[str, ...]:
    """Return the words of a description before the name that it ends with: those of "former defence minister"."""
    every = words(text)
    last = next((n for n in range(len(every), 0, -1) if is_common(every[n - 1])), 0)
    return every[:last]


@lru_cache(REMEMBERED)
def _name_at_end(text: str) -> frozenset[str]:
    """Return the words of the name that a description ends with: none of "two Hazaras", "Hazara villagers"."""
    every = words(_before_of(text.split(",", maxsplit=1)[0]))
    if not every or _is_several(every[0]):
        return frozenset()
    common = (n for n, word in enumerate(reversed(every)) if is_common(word))
    return frozenset(every[len(every) - next(common, len(every)) :])


def _is_several(word: str) -> bool:
    return (word in number_words() and word not in ONE) or (word.isdigit() and word != "1")


def _is_name(words: frozenset[str]) -> bool:
    return any(not w.isdigit() and len(w) > 2 for w in words)
