"""What others say of an event in the sentence after it: "Relatives say that all were shot", "Police said the men fled".

Who tells more of it, or says that it is so, is a source of it, too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from geo.denials import denials, is_charge, is_known_matter
from geo.incidents.who.around.more_told import tells_more
from geo.model import Attribution, Claim, Incident, Parse, Sentence, Token
from geo.syntax import children, is_negated
from geo.syntax.phrases import phrase_span, sentence_span
from geo.syntax.tags import PRONOUNS, UNSAID

CONFIRMS = frozenset({"confirm", "acknowledge", "corroborate", "verify", "admit"})
BREAK = re.compile(r"\n\s*\n")


def with_others(
    incident: Incident, parse: Parse, sentence: Sentence, after: int, attributions: tuple[Attribution, ...]
) -> tuple[Claim, ...]:
    """Return an event's claims: its own, what others deny of it, and what they say of it in the next sentence.

    Parameters
    ----------
    incident
        What a sentence tells of the event.
    parse, sentence
        The text, and the sentence.
    after
        Token index of what it tells.
    attributions
        The text's.
    """
    later = _following(parse, sentence)
    more = (_more_of(incident, parse, each, attributions) for each in later)
    stated = (claim for each in later for t in parse.sentence_tokens(each) for claim in _confirmed(parse, t))
    return (*incident.claims, *denials(parse, sentence, after), *(claim for own in more for claim in own), *stated)


def _following(parse: Parse, sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the next sentence, or the one after it in the same paragraph if the next tells of nothing."""
    following = parse.sentences[sentence.index + 1 : sentence.index + 3]
    silent = following and not any(t.pos for t in parse.sentence_tokens(following[0]))
    if silent and BREAK.search(parse.text, sentence.end - 1, following[-1].start) is None:
        return following[1:]
    return following[:1]


def _more_of(
    incident: Incident, parse: Parse, sentence: Sentence, attributions: tuple[Attribution, ...]
) -> Iterator[Claim]:
    """Yield what a sentence has somebody tell of those, or of the deed, that the one before told of."""
    first, end = (bisect_left(attributions, at, key=lambda a: a.start) for at in (sentence.start, sentence.end))
    for one in attributions[first:end]:
        told = one.asserted_by and one.modality != "denied"
        if told and tells_more(incident, parse.between(one.start, min(one.end, sentence.end))):
            said, sure = sentence_span(parse, sentence.index), one.modality or "fact"
            by, via = one.asserted_by, one.relayed_by
            yield Claim(said.start, said.end, said.text, by, via, one.cue, quoted=one.quoted, modality=sure)
            return


def _confirmed(parse: Parse, verb: Token) -> Iterator[Claim]:
    """Yield who only says that what was told is so: "confirmed the incident", "acknowledged this"."""
    if verb.lemma not in CONFIRMS or verb.dep not in {"ROOT", "conj"} or is_negated(parse, verb.index):
        return
    helpers = {t.text.lower() for t in children(parse, verb.index, "aux")}
    who = [t.index for t in children(parse, verb.index, "nsubj") if t.tag not in PRONOUNS]
    matters = any(is_known_matter(parse, t) or is_charge(t) for t in children(parse, verb.index, "dobj"))
    if who and matters and not helpers & UNSAID:
        said, by = sentence_span(parse, verb.sentence), phrase_span(parse, who[0]).text
        yield Claim(said.start, said.end, said.text, by, (), verb.text, quoted=False, modality="fact")
