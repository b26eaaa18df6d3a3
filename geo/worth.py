"""Which words make a sentence worth parsing: those that may tell of an incident, of people harmed, or of a movement.

A sentence with none of them, and no place, tells of nothing that is looked for; its grammar is left unread.
"""

from functools import cache

from geo.lexicon import load_rows

TELLING = {
    "triggers": ("phrase", "pos", "type", "patient", "strength"),
    "tolls": ("lemma", "form", "effect", "people"),
    "sufferers": ("word", "part", "what"),
    "attackers": ("word",),
    "movements": ("word", "class", "frame", "covert", "cargo"),
}
CUES = ("cue", "kind", "modality")
# Kinds of cues that say something of what other sentences tell: "claimed responsibility", "that is untrue".
ABOUT_OTHERS = frozenset({"accuses", "lays", "owns", "owned", "untrue", "not true", "rumour", "cites", "speaks"})
POINTING = frozenset({"bind", "bound", "destine", "destined", "head"})  # "rifles bound for", which no lexicon lists
FIGURE = "figure"  # verbs by which a number is given: everyday words, of which only those beside what was told matter
# Words by which a deed told before is laid at somebody's door: "it was the work of rebels", "Front leaflets were left".
LAYING = frozenset({"work", "doing", "nothing", "finger", "suspicion", "hallmark", "leaflet", "pamphlet", "flyer",
                    "handbill", "slogan", "graffito", "graffiti", "crime", "perpetrate", "commit"})  # fmt: skip


def matters(word: str) -> bool:
    """Tell whether a word gives reason to parse its sentence.

    Parameters
    ----------
    word
        In dictionary form and lower case.
    """
    return word in _words()


@cache
def _words() -> frozenset[str]:
    rows = [row for name, columns in TELLING.items() for row in load_rows(name, columns) if FIGURE not in row[1:2]]
    heads = {row[0].split()[-1 if "noun" in row[1:2] else 0] for row in rows}
    cues = {cue.split()[0] for cue, kind, _ in load_rows("speech_cues", CUES) if kind in ABOUT_OTHERS}
    rebuts = {word for word, mark in load_rows("denials", ("word", "mark")) if mark == "rebuts"}
    return POINTING | LAYING | heads | cues | rebuts
