"""Who says that something is moved, how sure the words are, and when they say it was."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from geo.model import Attribution, Claim, Modality, Parse, Sentence, TimeExpression, When
from geo.model.within import starting_in
from geo.routes.movement import Movement
from geo.syntax import ancestors
from geo.syntax.tags import CLAUSES, VERBS

ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who"})


@dataclass(frozen=True, slots=True)
class Voices:
    """What a text attributes to whom and its times, each in order, so that those near a word are found at once.

    `longest` is the length in characters of the longest attributed stretch; `outlet` the document's source.
    """

    attributions: tuple[Attribution, ...]
    longest: int
    times: tuple[TimeExpression, ...]
    outlet: str | None


def voices(attributions: Iterable[Attribution], times: Iterable[TimeExpression], outlet: str | None) -> Voices:
    """Return the attributions and times of a text in order.

    Parameters
    ----------
    attributions, times, outlet
        Who is said to say what, its words for days, and who says what nobody else is named for.
    """
    said = tuple(sorted(attributions, key=lambda a: (a.start, a.end)))
    return Voices(
        said, max((a.end - a.start for a in said), default=0), tuple(sorted(times, key=lambda t: t.start)), outlet
    )


def claim(parse: Parse, movement: Movement, heard: Voices) -> Claim:
    """Return the statement's sentence as a claim of whoever the words are attributed to.

    What nobody is named for is the outlet's own word: it says of another that he moves something, which is an
    accusation by the outlet, and no fact.

    Parameters
    ----------
    parse, movement, heard
        The text, one of its statements of movement, and who is said to say what, and when.
    """
    said, sentence = _speaker(parse, movement, heard), movement.sentence
    text = parse.text[sentence.start : sentence.end]
    modality = _modality(movement, said)
    if said is None:
        by = heard.outlet if modality in {"accused", "claimed"} else None
        return Claim(sentence.start, sentence.end, text, by, (), None, quoted=False, modality=modality)
    return Claim(sentence.start, sentence.end, text, said.asserted_by, said.relayed_by, said.cue, said.quoted, modality)


def _speaker(parse: Parse, movement: Movement, heard: Voices) -> Attribution | None:
    """Return the closest attribution around the word of movement, or the one that its sentence adds aside."""
    trigger = parse.tokens[movement.trigger]
    first = bisect_left(heard.attributions, trigger.end - heard.longest, key=lambda a: a.start)
    last = bisect_right(heard.attributions, trigger.start, key=lambda a: a.start)
    covering = (a for a in heard.attributions[first:last] if trigger.end <= a.end)
    return min(covering, key=lambda a: a.end - a.start, default=None) or _aside(parse, movement.sentence, heard)


def _aside(parse: Parse, sentence: Sentence, heard: Voices) -> Attribution | None:
    """Return the one speaker of a sentence who is named amid or after his words: "…, and …, the monitors wrote"."""
    first = bisect_left(heard.attributions, sentence.start, key=lambda a: a.start)
    last = bisect_left(heard.attributions, sentence.end, key=lambda a: a.start)
    said = heard.attributions[first:last]
    cue = said[0].cue if len(said) == 1 and not said[0].quoted else None
    at = parse.text.find(f" {cue}", sentence.start, sentence.end) if cue else -1
    after = parse.text[at + 1 + len(cue or "") :].lstrip()[:1]
    return said[0] if at >= 0 and after in {",", "."} and ";" not in parse.text[sentence.start : at] else None


def _modality(movement: Movement, said: Attribution | None) -> Modality:
    """Return how sure the words are: an allegation unless they weaken it, deny it, admit it, or tell of a seizure."""
    cue = said.modality if said else None
    for doubt in ("denied", "possible"):
        if doubt in {movement.effect, cue}:
            return cast("Modality", doubt)
    if movement.made:
        return "possible"
    if movement.effect == "seized" and not (said and said.asserted_by):
        return "fact"
    return "claimed" if _is_own(movement, said) else "accused"


def _is_own(movement: Movement, said: Attribution | None) -> bool:
    """Tell whether whoever says it says it of himself: "we shipped", "admitted shipping", the speaker as operator."""
    if movement.own or movement.effect == "admitted":
        return True
    speaker = _words(said.asserted_by) if said else frozenset()
    doer = _words(movement.operator.text) if movement.operator else frozenset()
    return bool(speaker and doer) and (speaker <= doer or doer <= speaker)


def _words(name: str | None) -> frozenset[str]:
    """Return the words of a name that tell it from others; none for a pronoun."""
    return frozenset((name or "").lower().replace(",", " ").split()) - ARTICLES - PRONOUNS


def when(parse: Parse, movement: Movement, heard: Voices) -> When | None:
    """Return the time that the parse hangs on the movement, or on the verb that rules it in the same clause.

    Parameters
    ----------
    parse, movement, heard
        The text, one of its statements of movement, and who is said to say what, and when.
    """
    ruling = _ruling(parse, movement.trigger)
    for time in starting_in(heard.times, movement.sentence.start, movement.sentence.end):
        if _holder(parse, time, movement.trigger) in ruling:
            return time.when
    return None


def _holder(parse: Parse, time: TimeExpression, trigger: int) -> int | None:
    """Return the verb or word of movement on which a time hangs."""
    words = parse.between(time.start, time.end)
    above = ancestors(parse, words[0].index) if words else iter(())
    return next((t.index for t in above if t.index == trigger or t.pos in VERBS), None)


def _ruling(parse: Parse, trigger: int) -> set[int]:
    """Return the tokens from a word of movement up to the head of its clause."""
    token, found = parse.tokens[trigger], {trigger}
    while token.head != token.index and token.dep not in CLAUSES:
        token = parse.tokens[token.head]
        found.add(token.index)
    return found
