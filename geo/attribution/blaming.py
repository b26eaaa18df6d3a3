"""Who lays a deed at whose door: "accused them of …", "blamed the attack on …", "claimed responsibility for …"."""

from collections.abc import Iterator

from geo.attribution.content import kind_of
from geo.attribution.said import ANTECEDENT_PRONOUNS, Said, between, cues_with, is_nobody, span, tidy
from geo.attribution.saying import owned, speaker_of
from geo.lexicon.shared import cues
from geo.model import Parse, Token
from geo.syntax import children, direct_objects, is_negated, subtree
from geo.syntax.tags import FINITE


def accuses(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "accused the rebels of smuggling", "a network known for moving arms"."""
    if verb.pos not in {"VERB", "ADJ"}:
        return
    holders = [verb.index, *direct_objects(parse, verb.index)]
    if verb.dep == "amod" and children(parse, verb.index, "nsubj"):
        holders.append(verb.head)  # "Ruiz accused men of", read as one noun phrase
    holders += [n.index for by in children(parse, verb.index, "agent") for n in children(parse, by.index, "pobj")]
    for preposition in (p for h in holders for p in children(parse, h, "prep") if p.index > verb.index):
        modality = cues().get((f"{verb.lemma} {preposition.lemma}", "accuses"))
        if modality and not is_negated(parse, verb.index) and not _is_avowed(parse, verb):
            last = _stretched(parse, subtree(parse, preposition.index)[-1])
            told = span(parse, tuple(range(preposition.index + 1, last + 1)))
            cue = between(parse, verb.index, preposition.index)
            yield Said(*told, _accuser(parse, verb), cue, modality, verb.index)


def _accuser(parse: Parse, verb: Token) -> str | None:
    """Return who accuses: the verb's subject, in "held the army responsible for" that of "held"."""
    if verb.pos != "ADJ":
        return _without_deed(parse, verb) or speaker_of(parse, verb)
    holder = parse.tokens[verb.head]
    return speaker_of(parse, holder) if holder.lemma in {"hold", "find", "deem"} else None


def _without_deed(parse: Parse, verb: Token) -> str | None:
    """Return the accuser of "accused by the villagers of killing" where parsers hang the deed on who accuses."""
    for by in children(parse, verb.index, "agent"):
        for noun in children(parse, by.index, "pobj"):
            deeds = [p for p in children(parse, noun.index, "prep") if children(parse, p.index, "pcomp")]
            if deeds:
                return tidy(parse.text[parse.tokens[by.index + 1].start : parse.tokens[deeds[0].index - 1].end])
    return None


def lays(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "blamed the attack on the rebels", "the attack was attributed to the rebels": of the whole clause."""
    for name, preposition in cues_with(parse, verb):
        modality = cues().get((name, "lays"))
        if modality and verb.pos == "VERB" and not is_negated(parse, verb.index):
            told = span(parse, subtree(parse, verb.index, frozenset({"relcl", "advcl", "conj", "cc"})))
            cue = between(parse, verb.index, preposition.index)
            yield Said(*told, speaker_of(parse, verb), cue, modality, verb.index)


def _stretched(parse: Parse, last: int) -> int:
    """Return the last token of an accusation: parsers cut long lists short, so it runs on to a mark or a new clause."""
    for index in range(last + 1, len(parse.tokens)):
        token = parse.tokens[index]
        starts_clause = token.dep in {"nsubj", "nsubjpass", "ROOT"} or token.tag in FINITE | {"WP"}
        ends = token.tag in {"``", "''", ".", ":"} or token.lemma == "accord"
        if starts_clause or ends or token.sentence != parse.tokens[last].sentence:
            return index - 1
    return len(parse.tokens) - 1


def owns(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "claimed responsibility for the attack"."""
    noun = owned(parse, verb)
    if noun and not is_negated(parse, verb.index) and not _by_nobody(parse, verb):
        deeds = [p.index for p in children(parse, verb.index, "prep") if p.lemma == "for"]  # hung on the verb instead
        told = span(parse, [i for top in (noun.index, *deeds) for i in subtree(parse, top)])
        cue = between(parse, verb.index, noun.index)
        yield Said(*told, speaker_of(parse, verb), cue, cues()[verb.lemma, "owns"], verb.index)


def _by_nobody(parse: Parse, verb: Token) -> bool:
    return any(is_nobody(parse, subject.index) for subject in children(parse, verb.index, "nsubj"))


def avows(parse: Parse, token: Token, _source: str | None) -> Iterator[Said]:
    """Read "the group said it was behind the bombing" and "they were responsible for it": of a deed of their own."""
    modality = cues().get((token.lemma, "avows"))
    if modality and _is_avowed(parse, token):
        saying = parse.tokens[parse.tokens[token.head].head]
        yield Said(
            *span(parse, subtree(parse, token.index)), speaker_of(parse, saying), token.text, modality, token.index
        )


def _is_avowed(parse: Parse, word: Token) -> bool:
    """Tell whether speakers say it of themselves: the "behind" of "said it was behind"."""
    verb = parse.tokens[word.head]
    own = any(s.lemma in ANTECEDENT_PRONOUNS | {"we"} for s in children(parse, verb.index, "nsubj"))
    told = verb.lemma == "be" and verb.dep == "ccomp" and bool(kind_of(parse, parse.tokens[verb.head]))
    return own and told and not is_negated(parse, verb.index)
