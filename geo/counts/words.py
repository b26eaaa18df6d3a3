"""The words that say what befell people: the lexicon of tolls."""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from geo.lexicon import Row, load_rows
from geo.model import Effect, Token

HELPING = frozenset({  # words that tell what befell people only with others, and have no effect of their own
    "attainer", "bearer", "burying", "captive", "claimer", "figure", "finder", "giver", "loser", "maimer", "meeter",
    "none", "payer", "riddler", "struck", "struggler", "survivor", "taker",
})  # fmt: skip
FORMS = HELPING | frozenset({
    "verb", "hurts", "dies", "to death", "alive", "laid low", "buried", "fallen", "limb", "noun", "self", "state",
    "taken", "held", "hospital", "life", "toll", "losses", "wound", "body", "missile", "end", "away", "down", "undone",
    "yields", "feature", "cared", "outlive", "lives", "hanged", "out of action", "mortal", "scratch", "fell",
})  # fmt: skip
EFFECTS = ("", *get_args(Effect))


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word of the lexicon says: its form, its effect (none for `HELPING`), and whether only people suffer it."""

    form: str
    effect: Effect
    people: bool


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Return what each word of the lexicon says, by its dictionary form."""
    rows = load_rows("tolls", ("lemma", "form", "effect", "people"), _lacks_effect, form=FORMS, effect=EFFECTS)
    found: dict[str, tuple[Entry, ...]] = {}
    for lemma, form, effect, people in rows:
        entry = Entry(form, effect, people == "yes")  # type: ignore[arg-type]
        found[lemma] = (*found.get(lemma, ()), entry)
    return found


def _lacks_effect(row: Row) -> str | None:
    bare = row[2] == "" and row[1] not in HELPING | {"toll"}
    return f"a word of the form {row[1]!r} needs an effect" if bare else None


def has_form(token: Token, form: str) -> bool:
    """Tell whether the lexicon has a word in a form."""
    return any(entry.form == form for entry in entries().get(token.lemma, ()))
