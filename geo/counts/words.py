"""The words that say what befell people: the lexicon of tolls."""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from geo.lexicon import Row, load_rows
from geo.model import Effect, Token

FORMS = frozenset(
    {
        "verb", "hurts", "dies", "to death", "alive", "laid low", "burying", "buried", "fallen", "limb", "noun",
        "self", "state", "finder", "taker", "taken", "held", "hospital", "figure", "captive", "life", "claimer",
        "loser", "attainer", "none", "toll", "losses", "bearer", "wound", "survivor", "body", "missile", "struck",
        "meeter", "end", "giver", "away", "down", "undone", "yields", "maimer", "feature", "struggler", "cared",
        "outlive", "lives", "hanged", "out of action", "mortal", "scratch", "fell", "riddler", "payer",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word of the lexicon says: its form, its effect, and whether only people suffer it."""

    form: str
    effect: Effect | None
    people: bool


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Return what each word of the lexicon says, by its dictionary form."""
    rows = load_rows("tolls", ("lemma", "form", "effect", "people"), _wrong)
    found: dict[str, tuple[Entry, ...]] = {}
    for lemma, form, effect, people in rows:
        entry = Entry(form, effect or None, people == "yes")  # type: ignore[arg-type]
        found[lemma] = (*found.get(lemma, ()), entry)
    return found


def _wrong(row: Row) -> str | None:
    if row[1] not in FORMS:
        return f"{row[1]!r} is no form; one of {', '.join(sorted(FORMS))}"
    return None if row[2] in {"", *get_args(Effect)} else f"{row[2]!r} is no effect"


def has_form(token: Token, form: str) -> bool:
    """Tell whether the lexicon has a word in a form."""
    return any(entry.form == form for entry in entries().get(token.lemma, ()))
