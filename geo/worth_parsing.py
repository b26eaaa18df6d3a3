"""Which words make a sentence worth parsing: those that may tell of an incident, of people harmed, or of a movement.

A sentence with none of them, and no place, tells of nothing that is looked for; its grammar is left unread. Of a phrase
all words must be there ("made the bomb safe"), and beside an everyday word what may be moved, or cut: a line, a mast.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from geo.lexicon import load_rows, load_words
from geo.trigger_rows import trigger_rows

TELLING = {
    "tolls": ("lemma", "form", "effect", "people"),
    "sufferers": ("word", "part", "what"),
    "attackers": ("word",),
}
MOVEMENTS = ("word", "class", "frame", "covert", "cargo")
ACTORS = ("noun", "kind", "armed")
CUES = ("cue", "kind", "modality")
# Kinds of cues that say something of what other sentences tell: "claimed responsibility", "that is untrue".
ABOUT_OTHERS = frozenset({"accuses", "lays", "owns", "owned", "untrue", "not true", "cites", "speaks"})
BLAMING, EVERYDAY = frozenset({"accuses", "lays"}), frozenset({"know", "want"})
REACHING = frozenset({"arrive", "enter"})  # frames of movements that say where the next sentence's deed was
WORKS = "works"  # triggers that tell of nothing but what befalls lines and masts
SHIPS = "ships"  # triggers that tell of nothing but what befalls merchant ships
FOES = "foes"  # triggers that tell of nothing unless both sides are armed
STORY = "fiction"  # "the film opens on Friday": how such a word stands says whether what follows is made up
TO_DEATH = "to death"  # a form of verbs that may be any
# Forms of words for tolls that are everyday ones: a number is given by them, or harm told with others beside them.
QUIET = frozenset({"figure", "bearer", "survivor", "body", "missile", "meeter", "giver", "taker", "away", "down",
                   "yields", "struck", "maimer", "feature", "struggler", "cared", "outlive",
                   "out of action"})  # fmt: skip
NOT = frozenset({"n't", "n’t"})
DENIES = frozenset({"rebuts", "false", "noun"})


def matters(words: Collection[str]) -> bool:
    """Tell whether the words of a sentence give reason to parse it.

    Parameters
    ----------
    words
        All that they may be forms of, in lower case.
    """
    told = _told()
    words = {*words, "not"} if NOT & set(words) else words
    return (
        not told.alone.isdisjoint(words)
        or any(not (verbs.isdisjoint(words) or things.isdisjoint(words)) for verbs, things in told.with_things)
        or any(phrase.issubset(words) for word in words for phrase in told.phrases.get(word, ()))
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Words that tell of something by themselves, everyday ones with the things that they must befall, and phrases."""

    alone: frozenset[str]
    with_things: tuple[tuple[frozenset[str], frozenset[str]], ...]
    phrases: Mapping[str, Sequence[frozenset[str]]]


@cache
def _told() -> _Told:
    others = (row for name, columns in TELLING.items() for row in load_rows(name, columns))
    rows = [row for row in (*trigger_rows(), *others) if QUIET.isdisjoint(row[1:2])]
    cutting, boarding, meeting = ([row for row in rows if row[-1] == strength] for strength in (WORKS, SHIPS, FOES))
    rows = [row for row in rows if row[-1] not in {WORKS, SHIPS, FOES}]
    moves = load_rows("movements", MOVEMENTS)
    everyday = [row for row in moves if row[2] not in REACHING and row[3] == "no" and not row[4]]
    covert = [row for row in moves if row not in everyday]
    cues = [_cue(cue, kind) for cue, kind, _ in load_rows("speech_cues", CUES) if kind in ABOUT_OTHERS]
    denials = [word for word, mark in load_rows("denials", ("word", "mark")) if mark in DENIES]
    stories = [word for word, meaning in load_rows("background", ("phrase", "meaning")) if meaning == STORY]
    told = [f"{row[0]} death" if TO_DEATH in row[1:2] else row[0] for row in (*rows, *covert)]  # "done to death"
    elsewhere = [phrase for phrase, _ in load_rows("told_elsewhere", ("phrase", "does"))]
    phrases = [*elsewhere, *told, *cues, *denials, *stories]
    return _Told(
        alone=frozenset(phrase for phrase in phrases if len(_words(phrase)) == 1),
        with_things=(
            (_first_words(everyday), frozenset(word for word, _, _ in load_rows("cargo", ("word", "category", "use")))),
            (_first_words(cutting), load_words(WORKS)),
            (_first_words(boarding), load_words("merchant_ships")),
            (
                _first_words(meeting),
                frozenset(noun for noun, _, armed in load_rows("actors", ACTORS) if armed == "yes"),
            ),
        ),
        phrases=_by_word(phrases),
    )


def _first_words(rows: Iterable[Sequence[str]]) -> frozenset[str]:
    return frozenset(row[0].split(maxsplit=1)[0] for row in rows)


def _cue(cue: str, kind: str) -> str:
    """Return what of a cue must stand in its sentence: he whom somebody accuses is at times accused of nothing."""
    verb = cue.split(maxsplit=1)[0]
    return verb if kind in BLAMING and verb not in EVERYDAY else cue


def _words(phrase: str) -> list[str]:
    return phrase.replace("-", " ").split()


def _by_word(phrases: Iterable[str]) -> dict[str, list[frozenset[str]]]:
    """Return the words of each phrase of several, by its first."""
    table: dict[str, list[frozenset[str]]] = {}
    for phrase in phrases:
        first, *more = _words(phrase)
        if more:
            table.setdefault(first, []).append(frozenset((first, *more)))
    return table
