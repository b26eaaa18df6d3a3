"""How a place's name is used where it stands: for the place itself, or for the people and power that it stands for."""

from collections.abc import Iterator

from geo.mentions.role_words import look_up, roles
from geo.mentions.words import name_words
from geo.model import Parse, Role, Token
from geo.syntax.tags import PLACES, POSSESSIVES

HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013", "/"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "nn"})
SUBJECTS = frozenset({"nsubj", "csubj"})


def role_of(parse: Parse, first: int, last: int, *, large: bool) -> Role:
    """Return how the place's name in tokens ``[first, last]`` is used.

    Parameters
    ----------
    parse
        The document's parse.
    first, last
        The name's tokens, both included.
    large
        The place is a country, or a region of that size: more often an actor than a whereabouts.

    Returns
    -------
    Role
        Never "organisation": that is for the words around the name to say.
    """
    scope = "country" if large else "town"
    return (
        by_possessive(parse, last)
        or by_hyphen(parse, first, last, scope)
        or _by_grammar(parse, _head_of_span(parse, first, last), scope)
        or "literal"
    )


def _head_of_span(parse: Parse, first: int, last: int) -> Token:
    """Return the token of a span that hangs on something outside it, or its last."""
    tokens = parse.tokens[first : last + 1]
    return next((t for t in reversed(tokens) if not first <= t.head <= last or t.head == t.index), tokens[-1])


def by_possessive(parse: Parse, last: int) -> Role | None:
    """Judge "Iraq's parliament" (people and power) and "Iraq's north", "Baghdad's Karrada district" (a part of it)."""
    if last + 1 >= len(parse.tokens) or parse.tokens[last + 1].text not in POSSESSIVES:
        return None
    token = parse.tokens[last]
    owned = parse.tokens[token.head] if token.dep else parse.tokens[min(last + 2, len(parse.tokens) - 1)]
    is_part = owned.index > last and (
        owned.entity in PLACES
        or owned.lemma in name_words().after
        or look_up("modifier", owned.lemma, "town") == "literal"
    )
    return "literal" if is_part else "possessive"


def by_hyphen(parse: Parse, first: int, last: int, scope: str) -> Role | None:
    """Judge "Iran-backed", "Beirut-based", and two places joined: "Russia-Ukraine war"."""
    after = parse.tokens[last + 1 : last + 3]
    if len(after) == 2 and after[0].text in HYPHENS and after[0].start == parse.tokens[last].end:
        return _joined(after[1], scope)
    before = parse.tokens[max(0, first - 2) : first]
    if len(before) == 2 and before[1].text in HYPHENS and before[1].end == parse.tokens[first].start:
        return _joined(before[0], scope) if before[0].text[0].isupper() else "metonym"
    return None


def _joined(partner: Token, scope: str) -> Role | None:
    if partner.text[0].isupper():
        return "metonym" if scope == "country" else None
    role = look_up("hyphen", partner.text.lower(), scope)
    return role or ("demonym" if scope == "country" else None)


def _by_grammar(parse: Parse, token: Token, scope: str) -> Role | None:
    """Judge by the word that the name hangs on; a further member of a list counts as the first one does."""
    while token.dep in {"conj", "appos"} and token.head != token.index:
        token = parse.tokens[token.head]
    head = parse.tokens[token.head]
    if token.dep in MODIFIERS and head.index > token.index and not _is_cut_off(parse, token):
        return _as_modifier(parse, head, scope)
    if token.dep in SUBJECTS:
        return look_up("subject", head.lemma, scope) or ("metonym" if scope == "country" else None)
    if token.dep == "nsubjpass":
        return look_up("passive", head.lemma, scope)
    if token.dep in {"dobj", "dative"}:
        return look_up("object", head.lemma, scope)
    if token.dep in {"pobj", "pcomp"}:
        return _after_preposition(parse, head, scope)
    return None


def _is_cut_off(parse: Parse, token: Token) -> bool:
    """Tell whether a name is by itself after a preposition, whatever it is said to modify: "In Tartus, armed men"."""
    before, after = parse.tokens[token.index - 1], parse.tokens[token.index + 1]
    return after.text == "," and token.index > 0 and before.text.lower() in name_words().locatives


def _as_modifier(parse: Parse, head: Token, scope: str) -> Role:
    """Judge "US forces" (a people's) and "the Aleppo bombing" (a place)."""
    while head.dep in {"compound", "amod"} and head.head > head.index:
        if parse.tokens[head.head].lemma in {"camp", "settlement"}:  # "the Balata refugee camp"
            return "literal"
        role = roles().get(("modifier", head.lemma, scope))
        if role:
            return role
        head = parse.tokens[head.head]
    return look_up("modifier", head.lemma, scope) or ("demonym" if scope == "country" else "literal")


def _after_preposition(parse: Parse, preposition: Token, scope: str) -> Role | None:
    """Judge by what a phrase hangs on: "at war with Ethiopia", "on behalf of Libya", "the streets of Homs"."""
    table = roles()
    slot = preposition.lemma
    for governor in _governors(parse, preposition):
        role = table.get((slot, governor.lemma, scope))
        if role:
            return role
    return table.get((slot, "*", scope))


def _governors(parse: Parse, preposition: Token) -> Iterator[Token]:
    """Yield what a preposition hangs on, and the word before it: "at war with", "held talks between"."""
    head = parse.tokens[preposition.head]
    yield head
    before = parse.tokens[preposition.index - 1] if preposition.index else head
    if before.index != head.index:
        yield before
