"""Phrases that name a source: "according to the ministry", "citing the ministry"."""

from collections.abc import Iterator
from functools import cache

from geo.attribution.content import content, kind_of
from geo.attribution.said import CITED, OUTLET, Said, between, span, speaker_name
from geo.attribution.saying import told_outlet
from geo.lexicon.shared import armed_nouns, cues, nouns_of
from geo.model import Parse, Token
from geo.syntax import children, clause_of, is_negated, is_passive, prepositional, subtree
from geo.syntax.tags import FINITE, NOUN_CLAUSES


def source_of(parse: Parse, token: Token, own: str | None) -> Iterator[Said]:
    """Read "according to the ministry" and "citing the ministry"."""
    if token.index + 1 >= len(parse.tokens):
        return
    following = parse.tokens[token.index + 1]
    words = (f"{token.lemma} {following.lemma}", f"{token.text} {following.text}".lower())
    if any((each, "source") in cues() for each in words):
        names = children(parse, following.index, "pobj")
        if names:
            told = span(parse, subtree(parse, clause_of(parse, token.head)))
            cue = between(parse, token.index, following.index)
            yield Said(*told, speaker_name(parse, names[0].index), cue, None, token.index, CITED)
            for outlet in _told_by_source(parse, names[0]):
                if outlet != own:
                    yield Said(*told, outlet, cue, None, token.index, OUTLET)


def _told_by_source(parse: Parse, name: Token) -> list[str]:
    """Return the outlet of "according to the mayor, who told Radio Horizon"."""
    outlets = (told_outlet(parse, clause) for clause in children(parse, name.index, "relcl"))
    return [outlet for outlet in outlets if outlet]


def cites(parse: Parse, token: Token, _source: str | None) -> Iterator[Said]:
    """Read "citing the ministry" beside the verb of the one who cites."""
    beside = token.tag == "VBG" and token.dep in {"advcl", "prep", "acl"}
    if (token.lemma, "cites") not in cues() or not (beside or (token.dep == "relcl" and token.tag in FINITE)):
        return
    head = parse.tokens[token.head]
    if token.dep in NOUN_CLAUSES:  # "the radio, quoting the ministry, said", "the radio, which cited it, said"
        head = parse.tokens[head.head] if head.dep == "nsubj" else head
    start, end = content(parse, head) if kind_of(parse, head) else (0, 0)
    if start == end:
        start, end = span(parse, subtree(parse, head.index))
    for name in children(parse, token.index, "dobj", "pobj")[:1]:
        yield Said(start, end, speaker_name(parse, name.index), token.text, None, token.index, CITED)


def quotes_as(parse: Parse, verb: Token, own: str | None) -> Iterator[Said]:
    """Read "the radio quoted the mayor as saying that …" and "…, the mayor was quoted by the radio as saying"."""
    saying = [t for p in children(parse, verb.index, "prep") for t in children(parse, p.index, "pcomp")]
    quoted = (verb.lemma, "cites") in cues() or verb.lemma == "report"
    if not quoted or not any(kind_of(parse, t) for t in saying):
        return
    clauses = [c for t in (*saying, verb) for c in children(parse, t.index, "ccomp")]
    told = span(parse, [i for clause in clauses[:1] for i in subtree(parse, clause.index)])
    passive = is_passive(parse, verb.index)
    active = tuple(t.index for t in children(parse, verb.index, "nsubj"))
    by = prepositional(parse, verb.index, ("by",)) if passive else active
    for who in children(parse, verb.index, "nsubjpass" if passive else "dobj"):
        yield Said(*told, speaker_name(parse, who.index), verb.text, None, verb.index, CITED)
    for outlet in (speaker_name(parse, i) for i in by):
        if outlet and outlet != own:
            yield Said(*told, outlet, verb.text, None, verb.index, OUTLET)


def relays(parse: Parse, token: Token, own: str | None) -> Iterator[Said]:
    """Read "the spokesman, quoted by the daily El Sol, said": the daily passes it on."""
    subject = parse.tokens[token.head]
    verb = parse.tokens[subject.head]
    if (token.lemma, "cites") not in cues() or token.tag != "VBN" or token.dep != "acl" or not kind_of(parse, verb):
        return
    start, end = content(parse, verb)
    for name in prepositional(parse, token.index, ("by", "in")):
        outlet = speaker_name(parse, name)
        if outlet != own:
            yield Said(start, end, outlet, token.text, None, token.index, OUTLET)


def heard(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "it was learned from military sources that …" and "…, it was learned from the police"."""
    for preposition in children(parse, verb.index, "prep"):
        if verb.pos != "VERB" or (f"{verb.lemma} {preposition.lemma}", "heard") not in cues():
            continue
        for name in children(parse, preposition.index, "pobj"):
            told = [*children(parse, verb.index, "ccomp"), *children(parse, name.index, "relcl", "acl")]
            own = (c for c in told if c.index > name.index or c.dep == "ccomp")
            inside = [i for clause in own for i in subtree(parse, clause.index)]
            words = between(parse, verb.index, preposition.index)
            yield Said(*span(parse, inside), speaker_name(parse, name.index), words, None, verb.index, CITED)


def saw(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "a tram driver saw eleven men shot" and "a nun watched soldiers burn the chapel": who saw it tells it."""
    if verb.pos != "VERB" or (verb.lemma, "sees") not in cues() or is_negated(parse, verb.index):
        return
    witness = next((t for t in children(parse, verb.index, "nsubj") if _is_somebody(t)), None)
    clauses = children(parse, verb.index, "ccomp")
    if witness is not None and clauses:
        told = [i for clause in clauses for i in subtree(parse, clause.index)]
        yield Said(*span(parse, told), speaker_name(parse, witness.index), verb.text, None, verb.index)


def _is_somebody(token: Token) -> bool:
    return token.entity == "PERSON" or token.lemma in _people()


@cache
def _people() -> frozenset[str]:
    return nouns_of("person", "civilians") - armed_nouns()
