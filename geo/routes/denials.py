"""Sentences that deny what the sentence before says: "The ministry rejected the accusation."."""

from geo.model import Claim, Parse, Sentence, Token
from geo.routes.words import marks
from geo.syntax import children, is_negated, is_passive, phrase_span, subjects


def denial_after(parse: Parse, sentence: Sentence) -> Claim | None:
    """Return the denial that the sentence after one makes of it, if that is all that it says."""
    number = sentence.index + 1
    if number >= len(parse.sentences):
        return None
    follower = parse.sentences[number]
    for verb in parse.sentence_tokens(follower):
        if verb.lemma in marks("rebuts") and _is_of_charge(parse, verb):
            who = subjects(parse, verb.index)
            by = phrase_span(parse, who[0]).text if who else None
            text = parse.text[follower.start : follower.end]
            return Claim(follower.start, follower.end, text, by, (), verb.text.lower(), quoted=False, modality="denied")
    return None


def _is_of_charge(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb in a main clause of its own rebuts "this", "it" or "the accusation"."""
    if verb.dep != "ROOT" or is_negated(parse, verb.index) or is_passive(parse, verb.index):
        return False
    objects = children(parse, verb.index, "dobj")
    return any(t.lemma in marks("charge") and not children(parse, t.index, "prep", "acl", "relcl") for t in objects)
