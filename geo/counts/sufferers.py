"""Who suffered what: the words for harm and capture, and the nouns that they befall, read off the tree.

How many they are is for `people` to tell, and whether it happened for `counts`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from geo.counts.people import are_people, number_of, says_none
from geo.lexicon import Row, load_rows
from geo.model import Effect, Parse, Token
from geo.syntax import ancestors, children, is_negated, is_passive

FORMS = frozenset(
    {"verb", "dies", "noun", "self", "state", "finder", "taker", "captive", "life", "claimer", "loser", "none", "toll"}
)
NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
RELATIVES = frozenset({"who", "whom", "that", "which"})
HARM = frozenset({"killed", "injured"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
BODIES = frozenset({"body", "corpse"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word of the lexicon says: its form, its effect, and whether only people suffer it."""

    form: str
    effect: Effect | None
    people: bool


@dataclass(frozen=True, slots=True)
class Suffering:
    """A noun (or the first of a list) that something befell, the word that says so, and whether it is denied."""

    effect: Effect
    head: int
    trigger: int
    people: bool
    negated: bool = False


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    rows = load_rows("tolls", ("lemma", "form", "effect", "people"), _wrong)
    entries: dict[str, tuple[Entry, ...]] = {}
    for lemma, form, effect, people in rows:
        entry = Entry(form, effect or None, people == "yes")  # type: ignore[arg-type]
        entries[lemma] = (*entries.get(lemma, ()), entry)
    return entries


def _wrong(row: Row) -> str | None:
    if row[1] not in FORMS:
        return f"{row[1]!r} is no form; one of {', '.join(sorted(FORMS))}"
    return None if row[2] in {"", *get_args(Effect)} else f"{row[2]!r} is no effect"


def sufferings(parse: Parse, token: Token) -> Iterator[Suffering]:
    """Yield what one word says befell whom."""
    for entry in _entries().get(token.lemma, ()):
        for effect, head in READERS[entry.form](parse, token, entry):
            negated = entry.form in {"verb", "dies", "state"} and is_negated(parse, token.index)
            yield Suffering(effect, head, token.index, entry.people, negated)


# ---------------------------------------------------------------- who suffers it, by the form of the word

Sufferers = Iterator[tuple[Effect, int]]
Reader = Callable[[Parse, Token, Entry], Sufferers]


def _by_verb(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the object of "killed", the subject of "was killed", the noun of "12 people killed in"."""
    if entry.effect and (token.pos == "VERB" or token.tag in {"VBN", "VBD"}):
        for head in _patients(parse, token):
            yield entry.effect, head


def _by_dying(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the subject of "died"."""
    if entry.effect and token.pos == "VERB":
        for head in _subject_heads(parse, token):
            yield entry.effect, head


def _by_noun(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the men of "the deaths of four men", Hassan of "Hassan's death", the arrests of "12 arrests"."""
    if not entry.effect or token.pos not in NOUN_TAGS:
        return
    named = _of(parse, token) or [child.index for child in children(parse, token.index, "poss")]
    if number_of(parse, token.index) or says_none(parse, token.index):
        if not any(c.lemma in DEFINITE for c in children(parse, token.index, "det")):  # "the two murders" told before
            yield entry.effect, token.index
    elif named:
        yield entry.effect, named[0]


def _by_self(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield "17 wounded", "12 bodies", "the bodies of 12 men"."""
    if not entry.effect or token.pos not in NOUN_TAGS or (token.lemma in BODIES and not _is_found(parse, token)):
        return
    named = _of(parse, token)
    if named and token.lemma in BODIES:
        yield entry.effect, named[0]
    elif number_of(parse, token.index) or says_none(parse, token.index):
        yield entry.effect, token.index


def _by_state(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the people of "left 20 people dead", "were found dead", "four dead"."""
    if not entry.effect or token.pos not in {"ADJ", "VERB", "ADV"} or (token.pos == "VERB" and token.dep != "amod"):
        return
    for head in _bearers(parse, token):
        if token.dep != "amod" or number_of(parse, head) or says_none(parse, head):
            yield entry.effect, head


def _by_taking(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the people of "took 12 people hostage" and the hostages of "took 12 hostages"."""
    captives = {c.index for c in children(parse, token.index) if has_form(c, "captive")}
    captives |= {
        g.index
        for c in children(parse, token.index, "prep")
        for g in children(parse, c.index)
        if has_form(g, "captive")
    }
    if captives and token.pos == "VERB" and not entry.effect:
        people = [head for head in _patients(parse, token) if head not in captives]
        for head in people or [i for i in captives if number_of(parse, i)]:
            yield "captured", head


def _by_life(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield those of "claimed the lives of nine", "claimed nine lives" and "six people lost their lives"."""
    verb = parse.tokens[token.head]
    if not entry.effect or token.dep not in {"dobj", "nsubjpass"}:
        return
    if has_form(verb, "loser") and children(parse, token.index, "poss"):
        heads = _subject_heads(parse, verb)
    elif has_form(verb, "claimer") or has_form(verb, "loser"):
        heads = _of(parse, token) or ([token.index] if number_of(parse, token.index) else [])
    else:
        heads = []
    for head in heads:
        yield entry.effect, head


def _by_none(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield "no casualties" as nobody killed and nobody injured."""
    without = parse.tokens[token.head].lemma == "without"
    if not entry.effect and (without or says_none(parse, token.index)):
        yield "killed", token.index
        yield "injured", token.index


def _by_toll(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the number of "a toll of 41", "the toll rose to 41", "the number of wounded reached 80"."""
    effect = entry.effect or _effect_of(parse, token)
    if effect and token.pos in NOUN_TAGS:
        verb = parse.tokens[token.head]
        of_toll = [i for i in _prepositional_heads(parse, token, ("of", "to", "at")) if number_of(parse, i)]
        of_verb = [
            i for i in _prepositional_heads(parse, verb, ("to", "at", "above", "past", "over")) if number_of(parse, i)
        ]
        objects = [c.index for c in children(parse, verb.index, "dobj", "attr") if c.index != token.index]
        for head in (of_toll or of_verb or [i for i in objects if number_of(parse, i)])[:1]:
            yield effect, head


def _by_nothing(_parse: Parse, _token: Token, _entry: Entry) -> Sufferers:
    """Yield nothing: the word counts only beside others."""
    yield from ()


READERS: dict[str, Reader] = {
    "verb": _by_verb,
    "dies": _by_dying,
    "noun": _by_noun,
    "self": _by_self,
    "state": _by_state,
    "finder": _by_nothing,
    "taker": _by_taking,
    "captive": _by_nothing,
    "life": _by_life,
    "claimer": _by_nothing,
    "loser": _by_nothing,
    "none": _by_none,
    "toll": _by_toll,
}


# ---------------------------------------------------------------- steps in the tree


def _patients(parse: Parse, verb: Token) -> list[int]:
    """Return the heads of what a transitive verb is done to."""
    if _shares_with_other_harm(parse, verb):
        return []
    if is_passive(parse, verb.index):
        return _subject_heads(parse, verb)
    objects = _objects(parse, verb) or [i for c in children(parse, verb.index, "conj") for i in _objects(parse, c)]
    if objects:
        return [_antecedent(parse, i) for i in objects]
    return _subject_heads(parse, verb) if verb.tag in {"VBN", "VBD"} else []


def _objects(parse: Parse, verb: Token) -> list[int]:
    return [c.index for c in children(parse, verb.index, "dobj")]


def _shares_with_other_harm(parse: Parse, verb: Token) -> bool:
    """Tell whether one number covers killed and injured: "killed and wounded 30" does not tell how many each."""
    head = parse.tokens[verb.head]
    pairs = [(verb, other) for other in children(parse, verb.index, "conj")]
    pairs += [(head, verb)] if verb.dep == "conj" else []
    return any(
        (_verb_effects(first) | _verb_effects(second)) >= HARM and _share(parse, first, second)
        for first, second in pairs
    )


def _share(parse: Parse, first: Token, second: Token) -> bool:
    """Tell whether two verbs have one object ("killed and wounded 30") or one subject ("were killed or hurt")."""
    if is_passive(parse, second.index):
        return is_passive(parse, first.index) and not children(parse, second.index, "nsubj", "nsubjpass")
    return not _objects(parse, first) and bool(_objects(parse, second))


def _verb_effects(verb: Token) -> set[Effect]:
    return {e.effect for e in _entries().get(verb.lemma, ()) if e.form == "verb" and e.effect}


def _subject_heads(parse: Parse, verb: Token) -> list[int]:
    """Return the subject of a verb: its own, that of the verb it completes or is joined to, or the noun it hangs on."""
    own = [c.index for c in children(parse, verb.index, "nsubjpass", "nsubj")]
    if own:
        return [_antecedent(parse, i) for i in own]
    head = parse.tokens[verb.head]
    if verb.dep in {"acl", "relcl"}:
        return [head.index]
    if verb.dep in {"xcomp", "conj"} and head.index != verb.index and head.pos in {"VERB", "AUX"}:
        return _subject_heads(parse, head)
    return []


def _antecedent(parse: Parse, index: int) -> int:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    token = parse.tokens[index]
    if token.lemma not in RELATIVES:
        return index
    clause = next((t for t in ancestors(parse, index) if t.dep == "relcl"), None)
    return clause.head if clause else index


def _bearers(parse: Parse, state: Token) -> list[int]:
    """Return the nouns that an adjective says something of."""
    head = parse.tokens[state.head]
    if state.dep == "amod":
        return [head.index]
    own = [c.index for c in children(parse, state.index, "nsubj", "nsubjpass")]
    if own or head.index == state.index:
        return own
    if head.pos not in {"VERB", "AUX"}:
        return [head.index]
    return _patients(parse, head) if head.pos == "VERB" else _subject_heads(parse, head)


def _of(parse: Parse, token: Token) -> list[int]:
    return _prepositional_heads(parse, token, ("of",))


def _prepositional_heads(parse: Parse, token: Token, prepositions: tuple[str, ...]) -> list[int]:
    return [
        noun.index
        for preposition in children(parse, token.index, "prep")
        if preposition.text.lower() in prepositions
        for noun in children(parse, preposition.index, "pobj")
    ]


def has_form(token: Token, form: str) -> bool:
    """Tell whether the lexicon has a word in a form."""
    return any(entry.form == form for entry in _entries().get(token.lemma, ()))


def _is_found(parse: Parse, body: Token) -> bool:
    """Tell whether bodies are found, or are said to be somebody's: then they are the dead."""
    return any(has_form(t, "finder") for t in ancestors(parse, body.index)) or any(
        are_people(parse, i) for i in _of(parse, body)
    )


def _effect_of(parse: Parse, token: Token) -> Effect | None:
    """Return what "the number of dead", "of wounded", "of deaths" counts."""
    words = [parse.tokens[i] for i in _of(parse, token)]
    words += [c for w in words for c in children(parse, w.index, "acl", "amod")]
    effects = [e.effect for w in words for e in _entries().get(w.lemma, ()) if e.effect]
    return effects[0] if effects else None
