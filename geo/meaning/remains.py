"""The dead who are left behind by those who flee -> whose they are: "the rebels fled, leaving three bodies behind"."""

from geo.model import Parse
from geo.syntax import subjects

DEAD = frozenset({"body", "corpse", "dead"})
LEAVES = frozenset({"leave", "abandon"})


def who_left(parse: Parse, dead: int) -> tuple[int, ...]:
    """Return who left the dead of their side behind, nobody where a noun is no word for these."""
    token = parse.tokens[dead]
    verb = parse.tokens[token.head]
    after = parse.tokens[dead + 1 : dead + 2]  # "leaving behind five dead", of which parsers make "leaving five dead"
    told = token.lemma in DEAD or (token.pos == "NUM" and any(t.lemma in DEAD for t in after))
    left = told and token.dep == "dobj" and verb.lemma in LEAVES
    return subjects(parse, verb.index) if left else ()
