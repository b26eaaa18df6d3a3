"""Words that tell of a death or a wound only beside others: "hacked to death", "burned alive", "shot in the leg"."""

from collections.abc import Iterator
from functools import cache

from geo.counts.patients import patients, prepositional_heads, subject_heads
from geo.counts.people import number_of
from geo.counts.words import Entry
from geo.lexicon import load_rows
from geo.model import Effect, Parse, Token
from geo.syntax import children

LIMBS = frozenset({"leg", "arm", "foot", "hand", "knee", "shoulder", "thigh", "ankle", "buttock", "calf"})
Sufferers = Iterator[tuple[Effect, int]]


def to_death(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the object of "hacked to death", or its subject where it has none ("were beaten", "burned to death")."""
    if entry.effect and token.pos == "VERB" and any(parse.tokens[i].lemma == "death" for i in _to(parse, token)):
        for head in patients(parse, token) or subject_heads(parse, token):
            yield entry.effect, head


def alive(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the object of "burned two men alive", or the subject of "were burned alive"."""
    if entry.effect and token.pos == "VERB":
        found = patients(parse, token)  # parsers hang "alive" on the verb or on its object
        if any(c.lemma == "alive" for i in (token.index, *found) for c in children(parse, i)):
            for head in found:
                yield entry.effect, head


def limb(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield whom a shot or a stab wounded, since it was "in the leg"."""
    struck = (parse.tokens[i].lemma for i in prepositional_heads(parse, token, ("in",)))
    found = patients(parse, token)
    below = (parse.tokens[i].lemma for head in found for i in prepositional_heads(parse, parse.tokens[head], ("in",)))
    if entry.effect and token.pos == "VERB" and LIMBS.intersection((*struck, *below)):
        for head in found:
            yield entry.effect, head


def fallen(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the armed people right before "fallen": "two soldiers fallen and six wounded"."""
    before = parse.tokens[token.index - 1] if token.index else token
    beside = before.sentence == token.sentence and is_armed(parse, before.index) and number_of(parse, before.index)
    if entry.effect and beside and token.text.lower() == "fallen" and not _fell_otherwise(parse, token):
        yield entry.effect, before.index


def _fell_otherwise(parse: Parse, token: Token) -> bool:
    """Tell whether it was no death: "fallen ill", "fallen into rebel hands"."""
    return bool(
        children(parse, token.index, "acomp", "aux", "prt", "oprd")
        or prepositional_heads(parse, token, ("to", "into", "on", "behind"))
    )


def _to(parse: Parse, token: Token) -> list[int]:
    return prepositional_heads(parse, token, ("to",))


@cache
def _armed() -> frozenset[str]:
    return frozenset(noun for noun, _, armed in load_rows("actors", ("noun", "kind", "armed")) if armed == "yes")


def is_armed(parse: Parse, index: int) -> bool:
    """Tell whether a noun is one for people who bear arms."""
    return parse.tokens[index].lemma in _armed()
