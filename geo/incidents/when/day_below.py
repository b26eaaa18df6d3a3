"""What the first lines tell without a day -> the day of the sentence below that tells it again, more closely.

"Gunmen have kidnapped a couple, officials said on Friday. The two were forced out of their car on Monday near Sirwah."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from geo.incidents.when.timing import LONG
from geo.incidents.where.place_names import head_token
from geo.lexicon import load_rows
from geo.model import Parse, Telling, TimeExpression, When
from geo.model.within import starting_in
from geo.syntax import children, clause_of, has_helper, is_known, is_passive

LEADS = 6  # first sentences, headlines among them, that are told again
BELOW = 3  # sentences looked through
VOICES = frozenset({"passive", "active"})
HAPPENED = re.compile(
    r"[\"“']?(?:it|this|(?:all )?that|the \w+) (?:all )?(?:happened|occurred|took place)\b", re.IGNORECASE
)
NOT_THERE = frozenset({"police", "official", "investigator", "minister", "president", "team", "relative", "rescuer"})


@cache
def _verbs(voice: str) -> frozenset[str]:
    return frozenset(verb for verb, how in load_rows("retelling", ("verb", "voice"), voice=VOICES) if how == voice)


def with_day_below(
    parse: Parse,
    telling: Telling,
    times: tuple[TimeExpression, ...],
    paragraphs: tuple[int, ...],
    others: Sequence[Telling],
) -> Telling:
    """Return a telling with the day of the next sentence that names one, if that tells the same again.

    Parameters
    ----------
    parse, telling
        The text, and one of its tellings: what it says itself stays, but for a day within its week or month.
    times
        The document's.
    paragraphs
        The number of the paragraph of each sentence.
    others
        All tellings; their sentences tell of something of their own.
    """
    own = telling.incident.when
    vague = own is None or own.start is None or own.precision in LONG
    if telling.around or not vague or telling.incident.stage == "threatened":
        return telling
    day = _day_below(parse, telling.sentence, times, paragraphs, {t.sentence for t in others if not t.bare})
    if day is None or own is None or own.start is None:
        return replace(telling, around=day)
    within = day.start and own.end and own.start <= day.start <= own.end
    return replace(telling, incident=replace(telling.incident, when=day)) if within else telling


def _day_below(
    parse: Parse, sentence: int, times: tuple[TimeExpression, ...], paragraphs: tuple[int, ...], others: set[int]
) -> When | None:
    for number in _after(parse, sentence, paragraphs):
        below = parse.sentences[number]
        named = [t for t in starting_in(times, below.start, below.end) if not t.of_speech]
        if number in others or len(named) > 1:
            return None
        if named:
            day, head = named[0], head_token(parse, named[0].start, named[0].end)
            again = HAPPENED.match(parse.text, below.start) is not None  # most such sentences are not parsed
            again = again or (head is not None and _tells_again(parse, clause_of(parse, head)))
            return day.when if again and day.when.precision == "day" else None
    return None


def _after(parse: Parse, sentence: int, paragraphs: tuple[int, ...]) -> Iterator[int]:
    """Yield the sentences that may tell again: those of the same paragraph and of the next."""
    last = min(sentence + BELOW, len(parse.sentences) - 1) if sentence < LEADS else sentence
    for number in range(sentence + 1, last + 1):
        if paragraphs[number] <= paragraphs[sentence] + 1:
            yield number


def _tells_again(parse: Parse, verb: int) -> bool:
    """Tell whether a verb says what befell those told of, or how people not named before came: "five men arrived"."""
    token = parse.tokens[verb]
    subjects = children(parse, verb, "nsubj", "nsubjpass")
    if not subjects or has_helper(parse, verb, "have"):
        return False
    known = is_known(parse, subjects[0].index)
    if is_passive(parse, verb):
        return token.lemma in _verbs("passive") and (known or subjects[0].pos in {"PROPN", "PRON"})
    new = subjects[0].pos == "NOUN" and not known and subjects[0].lemma not in NOT_THERE
    return token.lemma in _verbs("active") and new
