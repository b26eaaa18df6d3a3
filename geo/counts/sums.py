"""Lives lost, men lost and tolls: what words for a sum or a loss say of the dead and the hurt."""

from geo.counts.deaths import Sufferers, is_armed, lost_limb
from geo.counts.patients import joined_verbs, of, prepositional_heads, subject_heads
from geo.counts.people import are_people, number_of, says_none
from geo.counts.series import figure_after
from geo.counts.words import Entry, entries, has_form
from geo.model import Effect, Parse, Token
from geo.syntax import children

NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
REACH = 40  # tokens between a total and the word that says what it is a total of


def by_life(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield those of "claimed the lives of nine", "claimed nine lives" and "six people lost their lives"."""
    verb = parse.tokens[token.head]
    if not entry.effect or token.dep not in {"dobj", "nsubjpass"}:
        return
    own = children(parse, token.index, "poss") or token.lemma == "martyrdom"  # "embraced martyrdom" is one's own
    if has_form(verb, "loser") and own:
        heads = subject_heads(parse, verb)
    elif has_form(verb, "claimer") or has_form(verb, "loser"):
        heads = of(parse, token) or ([token.index] if number_of(parse, token.index) else [])
    else:
        heads = []
    for head in heads:
        yield entry.effect, head


def by_losing(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the men of "the battalion lost 12 men": what an armed force loses is counted as its dead."""
    for head in lost_limb(parse, token):
        yield "injured", head
    losers = subject_heads(parse, token) or _who_admits(parse, token)
    own = any(parse.tokens[i].tag in {"PRP", "NNP", "NNPS"} for i in losers)  # "we lost six men"
    if any(parse.tokens[i].tag == "PRP" for i in losers) and token.dep == "ccomp":  # "the army said it lost 12 men"
        losers = subject_heads(parse, parse.tokens[token.head])
    if token.pos == "VERB" and not entry.effect and (own or any(is_armed(parse, i) for i in losers)):
        for lost in children(parse, token.index, "dobj"):
            armed = lost.lemma == "man" or is_armed(parse, lost.index)
            counted = number_of(parse, lost.index) or says_none(parse, lost.index)
            if counted and are_people(parse, lost.index) and (armed or not own):
                yield "killed", lost.index


def _who_admits(parse: Parse, losing: Token) -> list[int]:
    """Return the separatists of "the separatists admit to losing five men"."""
    preposition = parse.tokens[losing.head]
    return subject_heads(parse, parse.tokens[preposition.head]) if losing.dep == "pcomp" else []


def by_toll(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the number of "a toll of 41", "the toll rose to 41"; of "put at 3 but later rose to 7" the last one."""
    effect = entry.effect or _effect_of(parse, token)
    if not effect or token.pos not in NOUN_TAGS:
        return
    numbers = _numbers(parse, prepositional_heads(parse, token, ("of", "to", "at")))
    for verb in joined_verbs(parse, token):
        of_verb = _numbers(parse, prepositional_heads(parse, verb, ("to", "at", "above", "past", "over")))
        objects = [c.index for c in children(parse, verb.index, "dobj", "attr") if c.index != token.index]
        stated = of_verb or _numbers(parse, objects)
        numbers = stated[:1] or numbers
    for head in numbers[:1] or figure_after(parse, token):
        yield effect, head


def _numbers(parse: Parse, heads: list[int]) -> list[int]:
    return [i for i in heads if number_of(parse, i)]


def _effect_of(parse: Parse, token: Token) -> Effect | None:
    """Return what "the number of dead", "of wounded", "of deaths" counts."""
    words = [parse.tokens[i] for i in of(parse, token)]
    words += [c for w in words for c in children(parse, w.index, "acl", "amod")]
    effects = [e.effect for w in words for e in entries().get(w.lemma, ()) if e.effect]
    if effects or token.lemma != "total":
        return effects[0] if effects else None
    return _effect_before(parse, token)


def _effect_before(parse: Parse, token: Token) -> Effect | None:
    """Return what the last word of harm before a token in its sentence says: "three died, bringing the total to 9"."""
    before = parse.tokens[max(parse.sentences[token.sentence].first, token.index - REACH) : token.index]
    effects = [entry.effect for word in before for entry in entries().get(word.lemma, ()) if entry.effect]
    return effects[-1] if effects else None
