"""What is said without a clause: "spoke of 12 dead", "put the toll at six", "it seems that …"."""

from collections.abc import Iterator

from geo.attribution.said import Said, between, cue_text, cues_with, span
from geo.attribution.saying import speaker_of
from geo.lexicon.shared import cues
from geo.model import Parse, Token
from geo.syntax import children, is_negated, subtree
from geo.syntax.tags import FIGURES, NOUNS


def speaks_of(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "spoke of more than 100 dead", "pleaded guilty to the arson", "washed its hands of the attack"."""
    for cue, preposition in cues_with(parse, verb):
        if verb.pos == "VERB" and (cue, "speaks") in cues() and not is_negated(parse, verb.index):
            told = subtree(parse, preposition.index)[1:]
            speaker = speaker_of(parse, verb)
            if speaker:
                words = between(parse, verb.index, preposition.index)
                yield Said(*span(parse, told), speaker, words, cues()[cue, "speaks"], verb.index)


def puts(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "the army put the toll at six"."""
    objects = children(parse, verb.index, "dobj")
    for preposition in (p for h in (verb, *objects) for p in children(parse, h.index, "prep")):
        cue = f"{verb.lemma} {preposition.lemma}"
        speaker = speaker_of(parse, verb) if verb.pos == "VERB" and (cue, "puts") in cues() else None
        behind = (parse.tokens[i] for i in subtree(parse, preposition.index))
        numbered = any(t.pos == "NUM" or t.entity in FIGURES for t in behind)  # not "at Gao"
        if speaker and objects and numbered and not is_negated(parse, verb.index):
            told = [i for t in (*objects, preposition) for i in subtree(parse, t.index)]
            words = between(parse, verb.index, preposition.index)
            yield Said(*span(parse, told), speaker, words, cues()[cue, "puts"], verb.index)


def seems(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "it seems that …" and "appear to have burned …", not "they took him away; his body appeared"."""
    if verb.pos != "VERB" or (verb.lemma, "seems") not in cues():
        return
    somebody = any(t.pos in NOUNS for t in children(parse, verb.index, "nsubj"))
    clauses = children(parse, verb.index, "xcomp") if somebody else children(parse, verb.index, "ccomp", "xcomp")
    if clauses and not is_negated(parse, verb.index):
        told = [i for clause in clauses for i in subtree(parse, clause.index)]
        yield Said(*span(parse, told), None, cue_text(parse, verb), cues()[verb.lemma, "seems"], verb.index)
