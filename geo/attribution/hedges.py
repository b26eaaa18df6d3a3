"""Words that say how sure others are: "allegedly", "suspected rebels", "may have", "it is not true that"."""

from collections.abc import Iterator

from geo.attribution.said import Said, cues, span, speaker_name
from geo.attribution.saying import speaker_of
from geo.model import Modality, Parse, Token
from geo.syntax import children, clause_of, in_phrase, is_negated, subtree


def qualifies(parse: Parse, token: Token, _source: str | None) -> Iterator[Said]:
    """Read "allegedly", "an estimated 30", "suspected rebels", "may have"."""
    word = token.text.lower()
    if (word, "modal") in cues() and token.dep == "aux":
        yield _over(parse, token, token.head, cues()[word, "modal"])
    if (word, "clause") in cues() and token.pos in {"ADV", "ADJ"} | ({"VERB"} if token.dep == "amod" else set()):
        yield _over(parse, token, clause_of(parse, token.head), cues()[word, "clause"])
    if (word, "phrase") in cues() and token.dep == "amod":
        start, end = span(parse, in_phrase(parse, token.head))
        yield Said(start, end, None, token.text, cues()[word, "phrase"], token.index)


def _over(parse: Parse, token: Token, clause: int, modality: Modality | None) -> Said:
    """Return a qualification of a whole clause, what it is reported by and joined to left out."""
    own = subtree(parse, clause, frozenset({"parataxis", "ccomp"}))
    start, end = span(parse, own)
    return Said(start, end, None, token.text, modality, token.index)


def untrue(parse: Parse, token: Token, _source: str | None) -> Iterator[Said]:
    """Read "it is not true that …" and "it is false that …"."""
    verb = parse.tokens[token.head]
    if token.dep not in {"acomp", "attr"} or verb.pos not in {"AUX", "VERB"}:
        return
    negated = is_negated(parse, verb.index)
    modality = cues().get((token.lemma, "not true" if negated else "untrue"))
    clauses = [c for i in (verb.index, token.index) for c in children(parse, i, "ccomp", "csubj", "advcl")]
    if modality and clauses:
        told = [i for clause in clauses for i in subtree(parse, clause.index)]
        yield Said(*span(parse, told), None, token.text, modality, token.index)


def belies(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "called the report of an attack a lie" and "described reports of it as false"."""
    if (verb.lemma, "names") not in cues() or verb.pos != "VERB" or is_negated(parse, verb.index):
        return
    words = [parse.tokens[i] for i in subtree(parse, verb.index) if i > verb.index]
    modality = next((m for t in words if (m := cues().get((t.lemma, "untrue")))), None)
    told = [i for thing in children(parse, verb.index, "dobj", "ccomp") for i in subtree(parse, thing.index)]
    if modality and told:
        yield Said(*span(parse, told), speaker_of(parse, verb), verb.text, modality, verb.index)


def rumours(parse: Parse, noun: Token, _source: str | None) -> Iterator[Said]:
    """Read "rumours that …", "the army's claim that …", "unconfirmed reports that …"; not those that are denied."""
    if (noun.lemma, "rumour") not in cues() or noun.pos != "NOUN" or _is_denied(parse, noun):
        return
    clauses = [c for c in children(parse, noun.index, "acl", "ccomp") if children(parse, c.index, "mark")]
    owner = _owner(parse, noun)
    modality = _truth(parse, noun) or _sureness(parse, noun)
    if modality == "claimed" and not owner:
        modality = "possible"
    if clauses and (owner or modality):
        told = [i for clause in clauses for i in subtree(parse, clause.index)]
        yield Said(*span(parse, told), owner, noun.text, modality, noun.index)


def _is_denied(parse: Parse, noun: Token) -> bool:
    verb = parse.tokens[noun.head]
    return noun.dep in {"dobj", "nsubjpass"} and cues().get((verb.lemma, "reports")) == "denied"


def _truth(parse: Parse, noun: Token) -> Modality | None:
    """Return denied for what is said to be false: "rumours that … were untrue"."""
    verb = parse.tokens[noun.head]
    if noun.dep != "nsubj" or verb.lemma != "be":
        return None
    kind = "not true" if is_negated(parse, verb.index) else "untrue"
    found = (cues().get((child.lemma, kind)) for child in children(parse, verb.index, "acomp"))
    return next((modality for modality in found if modality), None)


def _owner(parse: Parse, noun: Token) -> str | None:
    names = (speaker_name(parse, owner.index) for owner in children(parse, noun.index, "poss"))
    return next((name.removesuffix("'s").removesuffix("’s") for name in names if name), None)


def _sureness(parse: Parse, noun: Token) -> Modality | None:
    hedges = (cues().get((c.lemma, "phrase")) for c in children(parse, noun.index, "amod"))
    return next((hedge for hedge in hedges if hedge), cues()[noun.lemma, "rumour"])
