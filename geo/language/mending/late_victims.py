"""Whom it befell, where that stands behind the day or the place: "the murder on 12 May in Quito of a judge".

Parsers hang such an "of" on the day or the place before it, and the judge with it. Here it hangs on the deed.
"""

from collections.abc import Sequence
from functools import cache

from geo.language.mending.hanging import Hung, mending
from geo.lexicon import load_rows, word_class
from geo.model import Token
from geo.syntax.tags import PLACES, TIMES

BETWEEN = 8  # tokens that a day and a place may take between the deed and whom it befell
OF_DAY = frozenset({"day", "morning", "afternoon", "evening", "night", "eve"})
LINKS = frozenset({"ADP", "DET"})


@mending
def with_late_victims(tokens: Sequence[Token], of: Token) -> Hung:
    """Return an "of" that follows a deed's day or place as hung on the deed."""
    if of.lemma != "of" or of.dep != "prep" or not of.index or not _says_when_or_where(tokens[of.index - 1]):
        return {}
    deed = _deed_before(tokens, of)
    if deed is None or of.head == deed.index:
        return {}
    return {of.index: ("prep", deed.index), **_torn_name(tokens, of)}


@cache
def _of_places_and_days() -> frozenset[str]:
    places = load_rows("place_nouns", ("word", "position", "kinds"))
    return frozenset(row[0].casefold() for row in places) | OF_DAY


def _says_when_or_where(token: Token) -> bool:
    return token.entity in TIMES | PLACES


def _deed_before(tokens: Sequence[Token], of: Token) -> Token | None:
    """Return the noun for a deed from which nothing but a day and a place part an "of" that belongs to neither."""
    if of.entity or not all(tokens[i].entity not in TIMES | PLACES for i in of.children):  # "Port of Spain"
        return None
    for token in reversed(tokens[max(0, of.index - BETWEEN) : of.index]):
        if token.lemma in word_class("of_victim"):
            return token
        named = token.lemma in _of_places_and_days()  # "in the city of"
        if not _says_when_or_where(token) and token.pos not in LINKS and not named:
            return None
    return None


def _torn_name(tokens: Sequence[Token], of: Token) -> Hung:
    """Put together a description that was torn: in "on 26 May of mayor Ana Ruiz" she is taken for what "on" governs."""
    day = tokens[of.head]
    late = [i for i in (day.head, *tokens[day.head].children) if i > of.index and tokens[i].dep == "pobj"]
    if not late:
        return {}
    name = late[0]
    hung: Hung = {i: ("compound", name) for i in of.children if i < name}
    return {**hung, day.index: ("pobj", tokens[name].head), name: ("pobj", of.index)}
