"""The lexicon of how a place's name is used, by the word that it stands with."""

from collections.abc import Iterator
from functools import cache, lru_cache

from geo.lexicon import load_rows
from geo.model import Role

ROLES: dict[str, Role] = {"literal": "literal", "metonym": "metonym", "demonym": "demonym", "possessive": "possessive"}
SCOPES = frozenset({"any", "country", "town"})
# What may be cut off the end of a word, and what comes in its place, to find it in the lexicon.
ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("d", ""),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
)
IRREGULAR = {
    "said": "say", "told": "tell", "won": "win", "lost": "lose", "sent": "send", "sold": "sell", "men": "man",
    "women": "woman", "retaken": "retake", "retook": "retake", "fell": "fall", "fallen": "fall", "shook": "shake",
    "shaken": "shake", "struck": "strike", "left": "leave", "took": "take", "taken": "take",
    "swept": "sweep", "fled": "flee", "overran": "overrun", "held": "hold",
    "burnt": "burn", "lay": "lie", "lies": "lie", "lying": "lie", "sought": "seek", "thought": "think",
}  # fmt: skip


@cache
def roles() -> dict[tuple[str, str, str], Role]:
    """Return {(slot, word, scope): role} with "any" written out for both scopes; a row for one scope overrides."""
    rows = load_rows("place_roles", ("word", "slot", "role", "scope"), role=tuple(ROLES), scope=SCOPES)
    table = {(slot, word, each): ROLES[role] for word, slot, role, scope in rows if scope == "any" for each in SCOPES}
    table |= {(slot, word, scope): ROLES[role] for word, slot, role, scope in rows if scope != "any"}
    return table


@cache
def slots() -> frozenset[str]:
    """Return the slots that the lexicon has roles for."""
    return frozenset(slot for slot, _, _ in roles())


def look_up(slot: str, word: str, scope: str) -> Role | None:
    """Return the role that the lexicon gives a name of this scope in a slot of a word, None if it has none."""
    table = roles()
    return table.get((slot, word, scope)) or table.get((slot, "*", scope))


def role_by_word(slot: str, word: str) -> Role | None:
    """Return the role that the lexicon gives a town's name in a slot of a word, None if it has none."""
    return roles().get((slot, word, "town"))


def forms(word: str) -> Iterator[str]:
    """Yield what a word may be a form of, itself first: "denied" of "deny"."""
    if word in IRREGULAR:
        yield IRREGULAR[word]
    for end, put in ENDINGS:
        if word.endswith(end) and len(word) > len(end) + 1:
            yield word[: len(word) - len(end)] + put


@lru_cache(2**14)
def strikes(word: str) -> bool:
    """Tell whether a word is a verb whose object is a place: "reached", "struck"."""
    return any(role_by_word("object", form) == "literal" for form in forms(word))


@lru_cache(2**14)
def besieges(word: str) -> bool:
    """Tell whether a word is a verb that only places suffer: "shelled", "retook"."""
    return any(role_by_word("suffers", form) for form in forms(word))
