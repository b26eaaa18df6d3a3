"""Which sentences of a text are worth parsing: those that may tell of an incident, of people harmed, or of a movement.

One with no word for any of these tells of nothing that is looked for; its grammar is left unread. Of a phrase all words
must be there ("made the bomb safe"). Everyday words count beside others only: what moves where a place is named, what
is cut where it may be a mast, and words about the deeds of others where any are told nearby. What befell "him" or "it"
is read with the sentence before, if that names a place or a cargo, and what a next one says of "them" and a place.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from geo.lexicon import Row, load_rows, load_words, word_class
from geo.lexicon.cargo import cargo_rows
from geo.lexicon.shared import armed_nouns, cues_of, nouns_of, weapons
from geo.lexicon.triggers import trigger_rows
from geo.model import CONTRABAND

TELLING = {
    "tolls": ("lemma", "form", "effect", "people"),
    "sufferers": ("word", "part", "what"),
    "attackers": ("word",),
}
MOVEMENTS = ("word", "class", "frame", "covert", "cargo")
# Kinds of cues that say something of what other sentences tell: "claimed responsibility", "that is untrue".
ABOUT_OTHERS = frozenset({"untrue", "not true", "cites"})
BLAMING = frozenset({"accuses", "lays"})
EVERYDAY = frozenset({"know", "want", "charge", "put", "lay", "place", "heap", "fix", "point"})  # verbs of blame, too
REACHING = frozenset({"arrive", "enter"})  # frames of movements that say when and where the deed told beside them was
STORY = "fiction"  # "the film opens on Friday": how such a word stands says whether what follows is made up
TO_DEATH = "to death"  # a form of verbs that may be any
# Forms of words for tolls that are everyday ones: a number is given by them, or harm told with others beside them.
QUIET = frozenset({"figure", "bearer", "survivor", "body", "missile", "meeter", "giver", "taker", "away", "down",
                   "yields", "struck", "maimer", "feature", "struggler", "cared", "outlive", "out of action",
                   "lives", "payer", "riddler", "finder", "claimer", "scratch", "attainer", "end", "hospital",
                   "hanged"})  # fmt: skip
NOBODY = frozenset({"nobody", "none", "neither"})  # "none of them survived"
# Words by which a side may say of its own people that they did not do it: "no soldier set foot there".
NONE = frozenset({"not", "no", "never", "none", "nothing", "neither", "nor", "nobody"})
OWN = frozenset({"we", "our", "us", "my", "its", "their", "his"})
NOT = frozenset({"n't", "n’t"})
# Such forms that tell of harm together.
TOGETHER = (("end", "meeter"), ("missile", "finder"), ("body", "struck"), ("body", "maimer"), ("feature", "maimer"))
TOTAL = ("toll", "")  # the form and effect of "number" and "total", which those count who are harmed
DENIES = frozenset({"rebuts", "false", "noun"})
GOODS, LIKELY = frozenset({"materiel", "drugs", "goods"}), CONTRABAND  # cargo: found; moved
# Words in which a sentence goes on with those, or with what, the one before spoke of.
POINTING = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "both", "one", "another",
                      "two", "these", "this", "those"})  # fmt: skip
BACK, AHEAD = 5, 2  # sentences after and before a deed in which somebody may answer for it


def worth(sentences: Sequence[Collection[str]], placed: Sequence[bool]) -> list[bool]:
    """Tell of each sentence of a text whether it is worth parsing.

    Parameters
    ----------
    sentences
        All that the words of each may be forms of, in lower case.
    placed
        Whether each names a place.
    """
    telling = _telling()
    sentences = [words if NOT.isdisjoint(words) else {*words, "not"} for words in sentences]
    tells = [telling.is_told(words, placed=place) for words, place in zip(sentences, placed, strict=True)]
    known = [
        tell or (any(tells[max(0, n - BACK) : n + AHEAD + 1]) and telling.is_answered(words))
        for n, (tell, words) in enumerate(zip(tells, sentences, strict=True))
    ]
    points = [not POINTING.isdisjoint(words) for words in sentences]
    bears = [place or not telling.cargo.isdisjoint(words) for place, words in zip(placed, sentences, strict=True)]
    goes_on = [tell and point for tell, point in zip(known, points, strict=True)]
    return [
        tell
        or (bears[n] and any(goes_on[n + 1 : n + 2]))
        or (placed[n] and points[n] and any(known[max(0, n - 1) : n]))
        for n, tell in enumerate(known)
    ]


@dataclass(frozen=True, slots=True)
class _Words:
    """Words, and phrases of which all words must be there, by one of them."""

    alone: frozenset[str]
    phrases: Mapping[str, Sequence[frozenset[str]]]

    def are_in(self, words: Collection[str]) -> bool:
        """Tell whether any of them stands in a sentence."""
        if not self.alone.isdisjoint(words):
            return True
        return any(phrase.issubset(words) for word in self.phrases.keys() & words for phrase in self.phrases[word])


@dataclass(frozen=True, slots=True)
class _Telling:
    """Words that tell of something by themselves, beside others, of movement or of ground, and of others' deeds."""

    deeds: _Words
    beside: tuple[tuple[_Words, frozenset[str]], ...]
    moving: _Words
    cargo: frozenset[str]
    about_others: _Words
    own: frozenset[str]

    def is_told(self, words: Collection[str], *, placed: bool) -> bool:
        """Tell whether a sentence itself may tell of something."""
        return (
            self.deeds.are_in(words)
            or (placed and self.moving.are_in(words))
            or any(not others.isdisjoint(words) and some.are_in(words) for some, others in self.beside)
        )

    def is_answered(self, words: Collection[str]) -> bool:
        """Tell whether a sentence may speak of whose deed something told nearby was, or was not."""
        return self.about_others.are_in(words) or not (NONE.isdisjoint(words) or self.own.isdisjoint(words))


@cache
def _telling() -> _Telling:
    tolls = load_rows("tolls", TELLING["tolls"])
    triggers = [row for row in trigger_rows() if row[-1] not in _partners()]
    moves = load_rows("movements", MOVEMENTS)
    everyday = [row for row in moves if row[3] == "no"]
    sure = [row for row in moves if row[3] != "no"]
    reaching = [row[0] for row in everyday if row[2] in REACHING]
    plain = [row for row in tolls if row[1] not in QUIET and row[1:3] != TOTAL]
    told = [f"{row[0]} death" if row[1] == TO_DEATH else row[0] for row in plain]
    others = [row[0] for name in ("sufferers", "attackers") for row in load_rows(name, TELLING[name])]
    moving = [row[0] for row in everyday]
    forms = {form: [row[0] for row in tolls if row[1] == form] for pair in TOGETHER for form in pair}
    elsewhere = load_rows("told_elsewhere", ("phrase", "does"))
    return _Telling(
        deeds=_words([*told, *others, *(row[0] for row in (*triggers, *sure)), *_of_kind(elsewhere, "harming")]),
        beside=(
            *((_words(_of_strength(kind)), things) for kind, things in _partners().items()),
            *((_words(forms[one]), frozenset(forms[other])) for one, other in TOGETHER),
            (_words(row[0] for row in tolls if row[1] == "outlive"), NOBODY),
            (_words([*moving, "from", "out of", "bound for", "destined for"]), _cargo(LIKELY)),
            (_words(word_class("sets_upon")), armed_nouns()),
        ),
        moving=_words([*moving, *_of_strength("ground"), *_of_kind(elsewhere, "pointing")]),
        cargo=_cargo(GOODS),
        about_others=_words([*_of_kind(elsewhere, "laying", "denying"), *_answers(), *reaching]),
        own=OWN
        | armed_nouns()
        | nouns_of("state_force", "group", "vehicle")
        | {*_of_kind(load_rows("denials", ("word", "mark")), "matter")},
    )


def _partners() -> dict[str, frozenset[str]]:
    """Return what must stand beside a trigger of one word, by its strength; others need nothing."""
    return {
        "works": load_words("works"),
        "inmates": word_class("inmate"),
        "boarders": word_class("pirate"),
        "demands": word_class("demand"),
        "asks": word_class("demand") | {"ask"},
        "dispersed": armed_nouns() | word_class("riot_gear"),
        "weapon": frozenset(weapon.replace("-", " ").split()[-1] for weapon in weapons() if not weapon[-1].isdigit()),
        "ships": load_words("merchant_ships"),
        "foes": armed_nouns(),
        "ground": armed_nouns(),
        "goods": _cargo(GOODS),
        "crops": _cargo(frozenset({"drugs"})),
        "loot": _cargo(GOODS | {"money"}) | load_words("loot"),
    }


def _of_strength(kind: str) -> list[str]:
    return [row[0] for row in trigger_rows() if row[-1] == kind]


def _cargo(categories: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word, category, _ in cargo_rows() if category in categories)


def _of_kind(rows: Iterable[Row], *kinds: str) -> list[str]:
    return [row[0] for row in rows if row[1] in kinds]


def _answers() -> Iterator[str]:
    """Yield the words for blaming, owning and denying, and those that say whether something is made up."""
    yield from cues_of(*ABOUT_OTHERS)
    yield from (cue for cue in cues_of("speaks") if not cue.endswith(" of"))  # behind it stands a deed, or nothing
    yield from (
        cue if _verb(cue) in EVERYDAY else _verb(cue) for cue in cues_of(*BLAMING)
    )  # he may be accused of nothing
    yield from (f"{verb} {noun}" for verb in cues_of("owns") for noun in cues_of("owned") if verb != noun)
    yield from _of_kind(load_rows("denials", ("word", "mark")), *DENIES)
    yield from _of_kind(load_rows("background", ("phrase", "meaning")), STORY)


def _verb(phrase: str) -> str:
    return phrase.split(maxsplit=1)[0]


def _words(phrases: Iterable[str]) -> _Words:
    """Return words and phrases, the phrases by their first word."""
    alone: set[str] = set()
    table: dict[str, list[frozenset[str]]] = {}
    for phrase in phrases:
        first, *more = phrase.replace("-", " ").split()
        if more:
            table.setdefault(first, []).append(frozenset((first, *more)))
        else:
            alone.add(phrase)
    return _Words(frozenset(alone), table)
