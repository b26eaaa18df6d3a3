"""Walks over a parsed sentence: what hangs on what, and which clause holds it.

Everything here takes a `Parse` and token indices, and answers with tokens or their indices. So it is in all stages:
`parse` is the text, and a number that is called `verb`, `noun`, `trigger` or `index` is where that token stands in it.
Parameters are described where names and types do not say what they are.
"""

from collections.abc import Iterable, Iterator

from geo.model import Parse, Token
from geo.syntax.tags import NOMINALS, VERBS

CLAUSES = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "csubj", "csubjpass", "parataxis"}
)


def children(parse: Parse, index: int, *labels: str) -> tuple[Token, ...]:
    """Return the tokens that hang on a token, all of them or those with one of the dependency labels."""
    tokens = parse.tokens
    below = tokens[index].children
    if not below:  # of most words: it is asked half a million times a hundred texts, hence no comprehension either
        return ()
    found = []
    for child in below:
        token = tokens[child]
        if not labels or token.dep in labels:
            found.append(token)
    return tuple(found)


def ancestors(parse: Parse, index: int) -> Iterator[Token]:
    """Yield the heads above a token, nearest first, up to the root of its sentence."""
    tokens = parse.tokens
    while (head := tokens[index].head) != index:
        index = head
        yield tokens[index]


def upward(parse: Parse, index: int) -> tuple[Token, ...]:
    """Return a token and the heads above it, nearest first."""
    return (parse.tokens[index], *ancestors(parse, index))


def verb_above(parse: Parse, index: int) -> Token | None:
    """Return the nearest verb above a token, None where there is none."""
    return next((t for t in ancestors(parse, index) if t.pos in VERBS), None)


def token_after(parse: Parse, token: Token) -> Token:
    """Return the token after one, or itself at the end of the text."""
    return parse.tokens[min(token.index + 1, len(parse.tokens) - 1)]


def direct_objects(parse: Parse, index: int) -> tuple[int, ...]:
    """Return the objects that hang on a verb without a preposition, of lists the first."""
    return tuple(t.index for t in children(parse, index, "dobj"))


def listed_objects(parse: Parse, index: int) -> tuple[int, ...]:
    """Return the objects that hang on a verb without a preposition, list members included."""
    return tuple(i for noun in direct_objects(parse, index) for i in conjuncts(parse, noun))


def has_helper(parse: Parse, verb: int, *lemmas: str) -> bool:
    """Tell whether a verb has one of some helping verbs, or the "to" of an infinitive."""
    return any(t.lemma in lemmas for t in children(parse, verb, "aux"))


def subtree(parse: Parse, index: int, without: frozenset[str] = frozenset()) -> tuple[int, ...]:
    """Return the indices of a token and all below it, in order, leaving out branches with a label in `without`."""
    tokens, found = parse.tokens, [index]
    for current in found:  # which grows
        below = tokens[current].children
        found += [child for child in below if tokens[child].dep not in without] if without else below
    return tuple(sorted(found))


def clause_of(parse: Parse, index: int) -> int:
    """Return the index of the verb (or other head) of the innermost clause that holds a token."""
    token = parse.tokens[index]
    while token.head != token.index and not (token.dep in CLAUSES and token.pos in VERBS):
        token = parse.tokens[token.head]
    return token.index


def conjuncts(parse: Parse, index: int) -> tuple[int, ...]:
    """Return a token and the members of the list that it heads."""
    found = [index]
    for child in children(parse, index, "conj"):
        found.extend(conjuncts(parse, child.index))
    return tuple(found)


def first_joined(parse: Parse, token: Token) -> Token:
    """Return the first of the words that one is joined to, or itself: the "shot" of "shot two and wounded five"."""
    while token.dep == "conj" and token.head != token.index:
        token = parse.tokens[token.head]
    return token


def first_of_list(parse: Parse, noun: int) -> int:
    """Return the noun that a list begins with: the "rifles" of "rifles and 120 rounds that were shipped"."""
    while parse.tokens[noun].dep == "conj" and parse.tokens[parse.tokens[noun].head].pos in NOMINALS:
        noun = parse.tokens[noun].head
    return noun


def objects_of_preposition(parse: Parse, index: int) -> tuple[int, ...]:
    """Return the nouns that a preposition governs, list members included."""
    return tuple(i for child in children(parse, index, "pobj", "pcomp") for i in conjuncts(parse, child.index))


def by_prepositions(parse: Parse, index: int) -> tuple[Token, ...]:
    """Return the nouns that hang on a token by any prepositions, of lists the first."""
    return tuple(t for p in children(parse, index, "prep") for t in children(parse, p.index, "pobj"))


def prepositional(parse: Parse, index: int, lemmas: Iterable[str]) -> tuple[int, ...]:
    """Return the nouns that hang on a token by one of the prepositions, told once or again: "at the bank and at"."""
    links = children(parse, index, "prep", "agent", "dative")
    if not links:
        return ()
    wanted = frozenset(lemmas)
    return tuple(
        noun
        for child in links
        if child.lemma in wanted
        for each in conjuncts(parse, child.index)
        if parse.tokens[each].lemma == child.lemma
        for noun in objects_of_preposition(parse, each)
    )


def after_particle(parse: Parse, verb: int, lemmas: Iterable[str]) -> tuple[int, ...]:
    """Return the nouns behind two small words, whose second parsers hang on the first: "caught up with rebels"."""
    particles = children(parse, verb, "prt", "advmod", "prep")
    return tuple(i for t in particles for i in prepositional(parse, t.index, lemmas))
