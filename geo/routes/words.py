"""The word lists of movement: words that move, words that give direction, words beside them that say more."""

from functools import cache
from itertools import product

from geo.lexicon import Known, Row, load_rows, word_classes
from geo.lexicon.triggers import plain_deeds
from geo.model import Parse, Token
from geo.syntax import children, subtree

# Before where something is: of "antiques looted in Homs moved to Kars", only "to" speaks of the movement.
PLACING = frozenset({"in", "at", "near"})
DARK = frozenset({"night", "darkness", "dark", "dusk", "nightfall"})
FRAMES = frozenset(
    {"move", "send", "provide", "equip", "take", "go", "arrive", "enter", "leave", "load", "sell", "find", "drop"}
)
MARKS = frozenset({
    "illicit", "made", "channel", "habit", "onward", "gained", "given", "seller", "toy", "troops", "war", "underworld",
    "trafficker", "joining", "removal", "conveyance", "about", "lands", "fired", "court", "flouting", "abroad",
    "afoot", "holder", "aboard", "law", "underhand", "passing", "aid", "medical", "hub",
    "contraband", "alleged", "still", "come to light", "berths", "recruiting",
})  # fmt: skip


@cache
def movement_rows() -> dict[tuple[str, str], Row]:
    """Return the rows of ``movements.csv`` by word and class."""
    columns = ("word", "class", "frame", "covert", "cargo")
    known: dict[str, Known] = {"class": ("verb", "noun"), "frame": FRAMES, "covert": ("yes", "no")}
    return {(row[0], row[1]): row for row in load_rows("movements", columns, **known)}


def tells_of_moving(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause has a word of movement: "that his boats had carried arms", "sending rockets"."""
    words = (parse.tokens[i].lemma for i in subtree(parse, clause.index))
    return any((lemma, kind) in movement_rows() for lemma in words for kind in ("verb", "noun"))


def is_find(lemma: str) -> bool:
    """Tell whether a verb says that something came to light.

    Parameters
    ----------
    lemma
        A verb in dictionary form.
    """
    row = movement_rows().get((lemma, "verb"))
    return row is not None and row[2] == "find"


def is_other_deed(lemma: str) -> bool:
    """Tell whether a verb tells of a deed that moves nothing.

    Parameters
    ----------
    lemma
        A verb in dictionary form.
    """
    return lemma in plain_deeds() and (lemma, "verb") not in movement_rows()


def is_deal(verb: Token) -> bool:
    """Tell whether a verb says that something is got from others: "buy", "obtain"."""
    row = movement_rows().get((verb.lemma, "verb"))
    return row is not None and row[2] == "take"


@cache
def marks(kind: str) -> frozenset[str]:
    """Return the words of ``movement_marks.csv`` with one mark.

    Parameters
    ----------
    kind
        Which mark.
    """
    return frozenset(word for word, mark in load_rows("movement_marks", ("word", "mark"), mark=MARKS) if mark == kind)


@cache
def direction_rows() -> dict[tuple[str, ...], tuple[str, frozenset[str]]]:
    """Return the rows of ``directions.csv``: words -> the end that they give, and the frames they follow."""
    rows = load_rows("directions", ("words", "end", "after"), end=("origin", "destination", "via"))
    return {
        every: (end, frozenset(after.split()))
        for words, end, after in rows
        for every in product(*map(_each, words.split()))
    }


def _each(word: str) -> tuple[str, ...]:
    """Return the words for which a class in braces stands, or the word itself."""
    return word_classes()[word[1:-1]] if word.startswith("{") else (word,)


@cache
def direction_starts() -> frozenset[str]:
    """Return the first words of ``directions.csv``."""
    return frozenset(words[0] for words in direction_rows())


@cache
def direction_ends() -> frozenset[str]:
    """Return the last words of ``directions.csv``."""
    return frozenset(words[-1] for words in direction_rows())


def is_marked(parse: Parse, index: int, kind: str) -> bool:
    """Tell whether a word, or one that hangs on it, bears a mark.

    Parameters
    ----------
    parse, index, kind
        The text, a word's token index, and one of the marks.
    """
    below = children(parse, index)
    before = (word for word in below if word.dep in {"compound", "amod"})  # "dual-use chips", "illegally logged teak"
    inside = (t for word in before for t in children(parse, word.index))
    return any(has_mark(word, kind) for word in (parse.tokens[index], *below, *inside))


def verb_has_mark(parse: Parse, verb: Token, kind: str) -> bool:
    """Tell whether a verb bears a mark, by itself or with its particle ("signed up").

    Parameters
    ----------
    parse, verb, kind
        The text, a verb, and one of the marks.
    """
    particles = children(parse, verb.index, "prt", "advmod", "prep")
    return has_mark(verb, kind) or any(f"{verb.lemma} {t.lemma}" in marks(kind) for t in particles)


def has_mark(word: Token, kind: str) -> bool:
    """Tell whether a word by itself bears a mark, also where it was taken for a name ("Smugglers").

    Parameters
    ----------
    word, kind
        A word, and one of the marks.
    """
    plain, marked = word.text.lower(), marks(kind)
    return plain in marked or word.lemma in marked or plain.removesuffix("s") in marked
