"""What a noun such as "claim" or "report" tells, wherever parsers hang its clause."""

from collections.abc import Iterator

from geo.model import Parse, Token
from geo.syntax import subtree

ACCORDING = ["according", "to"]


def tale(parse: Parse, noun: Token) -> tuple[int, ...]:
    """Return the tokens of a noun and of what it tells: "a claim on a website that rebels had shelled the town".

    Parameters
    ----------
    parse
        The text.
    noun
        A noun for what tells of something.
    """
    own = subtree(parse, noun.index, frozenset({"relcl"}))
    clause = next(_clauses(parse, noun), ())
    return tuple(sorted({*own, *clause}))


def _clauses(parse: Parse, noun: Token) -> Iterator[tuple[int, ...]]:
    """Yield what stands after a "that" or "according to which" behind a noun, the first first."""
    for token in parse.tokens[noun.index + 1 : parse.sentences[noun.sentence].last]:
        word = token.text.lower()
        if word == "that" and token.dep == "mark":
            yield tuple(i for i in subtree(parse, token.head) if i > token.index)
        elif word == "which" and [t.text.lower() for t in parse.tokens[token.index - 2 : token.index]] == ACCORDING:
            yield tuple(_to_comma(parse, token))


def _to_comma(parse: Parse, opening: Token) -> Iterator[int]:
    for token in parse.tokens[opening.index + 1 : parse.sentences[opening.sentence].last]:
        if token.text in {",", ";"}:
            return
        yield token.index
