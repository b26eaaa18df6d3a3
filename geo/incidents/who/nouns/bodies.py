"""A noun for people or for a body -> the name of the body that they belong to, where it stands beside the noun."""

from collections.abc import Iterator
from itertools import dropwhile

from geo.incidents.who.nouns.kinds import rebel_words
from geo.incidents.who.nouns.naming import UNSAID
from geo.model import Parse, Span, Token
from geo.syntax import children, prepositional, subtree
from geo.syntax.tags import CALLS, DASHES, POSSESSIVES, QUOTES

BETWEEN = frozenset({"amod", "compound", "nmod", "nummod", "case", "punct"})  # of words between a name and its noun
NOT_BODIES = frozenset({"GPE", "LOC", "DATE", "TIME", "CARDINAL", "QUANTITY"})
NO_ORGANISATION = frozenset({"GPE", "LOC", "NORP", "FAC", "PERSON", "DATE", "TIME", "CARDINAL", "ORDINAL"})


def called(parse: Parse, index: int) -> int:
    """Return the name of a body that a common noun speaks of: "a group calling itself the Front", "the group, X".

    Parameters
    ----------
    parse, index
        The text, and the noun's token index, which is returned where it is not named.
    """
    if parse.tokens[index].pos != "NOUN":
        return index
    asides = [t for t in children(parse, index, "appos") if not children(parse, t.index, "conj")]
    asides = [t for t in asides if parse.tokens[t.index - 1].lemma != "not"]  # "guards, not Sendero"
    for verb in children(parse, index, "acl"):
        if verb.lemma in CALLS:
            asides += children(parse, verb.index, "oprd", "dobj", "attr")
            asides += [parse.tokens[i] for i in prepositional(parse, verb.index, ("as",))]
    measured = NOT_BODIES & {c.entity for t in asides for c in children(parse, t.index)}  # "a cell, 9 km north of Bria"
    return next((t.index for t in asides if t.pos == "PROPN" and t.entity not in NOT_BODIES and not measured), index)


def name_before(parse: Parse, index: int) -> Span | None:
    """Return the nearest body's name before a noun for its people: of "the Front's (FLP) urban fighters" the Front."""
    run: list[Token] = []
    for token in _before(parse, index):
        if _is_of_name(token) or (run and token.text in POSSESSIVES):
            run.insert(0, token)
        elif run or token.dep not in BETWEEN:
            break
    run = _trimmed(run, index)
    return Span(run[0].start, run[-1].end, parse.text[run[0].start : run[-1].end]) if run else None


def _trimmed(run: list[Token], noun: int) -> list[Token]:
    """Return words that may be a name without a mark, place or nation before it; none if they name no body."""
    run = list(dropwhile(lambda token: token.text in POSSESSIVES, run))
    rebels = any(token.text.lower() in rebel_words() for token in run)
    if rebels or not run or run[-1].entity in NO_ORGANISATION:
        return run if rebels and len(run) > 1 else []  # "Islamist fighters" are of no body
    return list(dropwhile(lambda token: token.entity in NO_ORGANISATION and token.head == noun, run))


def _is_of_name(token: Token) -> bool:
    named = token.pos == "PROPN" and not token.text.islower()  # as in "urban guerrillas", at times
    return named or (token.text[:1].isupper() and token.text.lower() in rebel_words())


def _before(parse: Parse, index: int) -> Iterator[Token]:
    """Yield the words that stand before a noun in its phrase, the nearest first, without asides in brackets."""
    phrase, skipped = set(subtree(parse, index)), False
    for i in range(index - 1, parse.sentences[parse.tokens[index].sentence].first - 1, -1):
        token = parse.tokens[i]
        skipped = token.text == ")" or (skipped and parse.tokens[i + 1].text != "(")
        if skipped or token.text == "(" or token.text in QUOTES:
            continue
        if i not in phrase or token.text.lower() in UNSAID or token.text in DASHES:  # "Front-linked gunmen" are of none
            return
        yield token
