"""People who are named by their age alone: "a 17-year-old was shot" speaks of somebody, as "a teenager" does."""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import AS_IT_IS, Remade, remaking
from geo.model import Token

OLD, UNITS, HYPHEN = "old", frozenset({"year", "month", "week", "day"}), "-"
BESIDE_NOUNS = frozenset({"amod", "acomp", "attr", "compound", "nmod", "advmod", "npadvmod"})
BEFORE = 4  # tokens: a number, a hyphen, the unit, a hyphen


@remaking
def with_ages(tokens: Sequence[Token], old: Token) -> Remade:
    """Return "old" as a noun where it stands for whom it tells the age of: its lemma is then "year-old"."""
    if not _is_person(tokens, old):
        return AS_IT_IS
    return {}, (replace(old, pos="NOUN", tag="NN", lemma="year-old", entity=""),)


def _is_person(tokens: Sequence[Token], token: Token) -> bool:
    if token.lemma != OLD or token.index < BEFORE or token.dep in BESIDE_NOUNS:
        return False
    number, first, unit, second = tokens[token.index - BEFORE : token.index]
    return first.text == second.text == HYPHEN and unit.lemma in UNITS and number.pos == "NUM"
