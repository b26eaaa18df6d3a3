"""The names of a sentence that can say where an event was, known to the gazetteer or not."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.dateline import dateline_end
from geo.incidents.speech import belongs_to_speaker
from geo.lexicon import load_rows
from geo.model import Parse, Token, Toponym
from geo.syntax import ancestors, children, in_phrase

APART = frozenset({"advcl", "ccomp", "conj", "relcl", "pcomp", "acl", "parataxis"})
SAME_TIME = frozenset({"when", "as", "where", "while"})
INSIDE = frozenset({"in", "at", "near", "outside", "inside", "around"})
GROUND = frozenset({"GPE", "LOC", "FAC"})
NOT_A_PLACE = frozenset({"DATE", "TIME", "NORP", "EVENT", "LAW", "LANGUAGE", "CARDINAL", "ORDINAL", "MONEY", "PERCENT"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may locate an event: its head token, and its toponym's index, None where none was found."""

    head: int
    toponym: int | None


@cache
def words(meaning: str) -> frozenset[str]:
    """Return the words of the lexicon `placing` that have a meaning."""
    return frozenset(word for word, means in load_rows("placing", ("word", "meaning")) if means == meaning)


def head_token(parse: Parse, start: int, end: int) -> int | None:
    """Return the token of a span that hangs on a word outside it, or None where the span holds no token.

    Parameters
    ----------
    parse
        The text.
    start, end
        Characters of the span.
    """
    inside = parse.between(start, end)
    indices = {t.index for t in inside}
    return next((t.index for t in inside if t.head == t.index or t.head not in indices), None)


def within(parse: Parse, sentence: int, toponyms: tuple[Toponym, ...]) -> range:
    """Return the indices of the toponyms of a sentence, a dateline's left out."""
    span = parse.sentences[sentence]
    first = bisect_left(toponyms, max(span.start, dateline_end(parse.text)), key=lambda toponym: toponym.start)
    return range(first, bisect_left(toponyms, span.end, lo=first, key=lambda toponym: toponym.start))


def candidates(parse: Parse, event: int, toponyms: tuple[Toponym, ...]) -> list[Candidate]:
    """Return the names in an event's sentence that may say where it was, in the order of the text.

    Parameters
    ----------
    parse
        The text.
    event
        Token index of the event's trigger.
    toponyms
        The document's.
    """
    sentence = parse.tokens[event].sentence
    numbers = within(parse, sentence, toponyms)
    taken = {t.index for n in numbers for t in parse.between(toponyms[n].start, toponyms[n].end)}
    found = [
        Candidate(head, n)
        for n in numbers
        if toponyms[n].role == "literal" and (head := head_token(parse, toponyms[n].start, toponyms[n].end)) is not None
    ]
    found += [Candidate(head, None) for head in _unknown_names(parse, sentence, taken)]
    kept = [
        c
        for c in found
        if _is_in_reach(parse, c.head, event)
        and not _belongs_elsewhere(parse, c.head)
        and not belongs_to_speaker(parse, c.head, event)
    ]
    return sorted(kept, key=lambda c: c.head)


def _is_in_reach(parse: Parse, head: int, event: int) -> bool:
    """Tell whether a name does not stand in another clause with a subject of its own: "…, while he fled to Chad".

    Clauses with "when", "as" or "where" tell of the same event.
    """
    own = {event, *(t.index for t in ancestors(parse, event))}
    for token in (t for t in ancestors(parse, head) if t.pos in {"VERB", "AUX"}):
        if token.index in own:
            return True
        acts = children(parse, token.index, "nsubj", "nsubjpass")
        same = any(t.lemma in SAME_TIME for t in children(parse, token.index, "advmod", "mark"))
        if token.dep in APART and acts and not same and not any(t.tag in {"WDT", "WP"} for t in acts):
            return False
    return True


def _unknown_names(parse: Parse, sentence: int, taken: set[int]) -> Iterator[int]:
    """Yield names of places that no toponym covers: the text says where, and the gazetteer cannot."""
    for token in parse.sentence_tokens(parse.sentences[sentence]):
        if token.pos != "PROPN" or token.entity in NOT_A_PLACE or not token.text[:1].isupper():
            continue
        inside = token.dep == "pobj" and parse.tokens[token.head].lemma in INSIDE
        listed = token.dep == "conj" and parse.tokens[token.head].entity in GROUND
        taken_ground = (token.dep == "dobj" or listed) and token.entity in GROUND
        if (inside or taken_ground) and not taken & set(in_phrase(parse, token.index)):
            yield token.index


def _belongs_elsewhere(parse: Parse, head: int) -> bool:
    """Tell whether a name says where something moves or someone comes from rather than where an event was."""
    token = parse.tokens[head]
    above = parse.tokens[token.head]
    governed = parse.tokens[above.head]
    if token.dep == "nsubj" and above.pos == "VERB" and above.lemma not in words("sees"):
        return True  # "Moscow put its losses at four"
    taken = above.lemma == "from" and governed.lemma in words("takes")
    if token.dep == "pobj" and above.lemma in words("elsewhere") and not _measures(parse, above) and not taken:
        return True
    return token.dep == "pobj" and above.lemma == "of" and governed.lemma in words("people")


def _measures(parse: Parse, preposition: Token) -> bool:
    """Tell whether a preposition belongs to a distance or a way: "20 km from Homs", "the road to Kabul"."""
    return parse.tokens[preposition.head].lemma in words("nearby") | words("way")


def steps(parse: Parse, one: int, other: int, farthest: int) -> int:
    """Return the number of links between two tokens in the tree; more than `farthest` where there are none."""
    up = {one: 0} | {t.index: n for n, t in enumerate(ancestors(parse, one), 1)}
    if other in up:
        return up[other]
    for number, token in enumerate(ancestors(parse, other), 1):
        if token.index in up:
            return number + up[token.index]
    return farthest + 1
