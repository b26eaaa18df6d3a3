"""Sentence after sentence -> the events that are news, remembering what the sentences before were about."""

from dataclasses import replace
from datetime import date
from itertools import accumulate

from geo.incidents.what.events import Event
from geo.incidents.what.no_news.background import (
    is_ancient,
    is_history,
    is_make_believe,
    is_mishap,
    is_of_subject,
    is_tally,
)
from geo.incidents.when.timing import time_of
from geo.meaning.backdrop import OPENING, found_in, subject_of_opening, subjects_of_text
from geo.model import Document, Parse, Sentence, TimeExpression, When
from geo.model.within import starting_in
from geo.syntax import upward


class News:
    """Tells the fresh events of each sentence in turn, remembering what the sentences before were about.

    Parameters
    ----------
    parse, times
        The text, and when things happened in it.
    document
        Its day tells what is history.
    """

    def __init__(self, parse: Parse, times: tuple[TimeExpression, ...], document: Document) -> None:
        self.parse, self.times = parse, times
        self.today = document.published or _latest(times)
        self.found = [found_in(parse, sentence) for sentence in parse.sentences]
        self.subjects = subjects_of_text(self.found)
        self.paragraphs = paragraphs(parse)
        self.mishap = False
        self.past: int | None = None  # the paragraph whose last time was history
        self.told: int | None = None  # the last paragraph in which an event was told
        self.tally: int | None = None  # the last paragraph in which deaths were added up, and no event told since

    def fresh(self, sentence: Sentence, found: list[Event]) -> list[Event]:
        """Return the events of a sentence that are news."""
        meanings = frozenset(m for _, m in self.found[sentence.index]) | self._cleared_next(sentence)
        if self.mishap and not any(not e.is_result for e in found):
            meanings |= {"accident"}
        if self.told == self.paragraphs[sentence.index]:
            meanings -= {"obituary", "illness"}  # "Shells hit a school. Three sisters, aged six to eleven, died."
        self._remember_past(sentence)
        whens = [time_of(self.parse, event, self.times) for event in found]
        told = [(e, when) for e, when in zip(found, whens, strict=True) if not self._is_background(e, when, meanings)]
        kept = [self._dated(sentence, event, when) for event, when in told]
        self.mishap = "accident" in meanings and not kept
        self.told = self.paragraphs[sentence.index] if any(e.supported for e in kept) else self.told
        self.tally = None if kept else self.tally
        if sentence.index < OPENING and not any(e.supported for e in kept):
            self.subjects |= subject_of_opening(self.parse, sentence, told=any(e.supported for e in found))
        return kept

    def _cleared_next(self, sentence: Sentence) -> frozenset[str]:
        """Return what the next sentence says of this one: that it was no attack, or nothing."""
        following = self.found[sentence.index + 1 : sentence.index + 2]
        return frozenset(m for found in following for _, m in found if m == "cleared")

    def _is_background(self, event: Event, when: When | None, meanings: frozenset[str]) -> bool:
        to_come = event.assertion.stage == "threatened"  # "has been told since April that he would be killed unless"
        return (
            is_make_believe(self.parse, event, meanings)
            or is_of_subject(self.parse, event, self.subjects)
            or is_mishap(self.parse, event, meanings)
            or (not to_come and self._is_tally(event, when, meanings))
            or self._is_of_the_past(event, when, meanings)
        )

    def _is_tally(self, event: Event, when: When | None, meanings: frozenset[str]) -> bool:
        """Tell whether numbers are those of many events, or parts of such: "rebels were responsible for 38 deaths"."""
        paragraph = self.paragraphs[event.sentence]
        if is_tally(self.parse, event, when, meanings, self.today):
            self.tally = paragraph
            return True
        return self.tally == paragraph and event.is_result and when is None

    def _is_of_the_past(self, event: Event, when: When | None, meanings: frozenset[str]) -> bool:
        """Tell whether an event is no report's news: of another age, of a life that ended, or told beside a name."""
        dated = when is not None and when.precision in {"day", "days"}
        if is_ancient(when, self.today) or ("past" in meanings and not dated):
            return True
        return is_history(when, self.today) and _is_beside(self.parse, event)

    def _remember_past(self, sentence: Sentence) -> None:
        """Note whether the latest time that the paragraph names lies long ago."""
        dated = [t.when for t in starting_in(self.times, sentence.start, sentence.end) if t.when.end]
        if dated:
            long_ago = all(is_history(when, self.today) for when in dated)
            self.past = self.paragraphs[sentence.index] if long_ago else None

    def _dated(self, sentence: Sentence, event: Event, when: When | None) -> Event:
        """Return an event, marked if it has no day of its own and its paragraph tells of what was long ago."""
        undated = when is None or when.end is None
        return replace(event, long_ago=undated and self.past == self.paragraphs[sentence.index])


def _is_beside(parse: Parse, event: Event) -> bool:
    """Tell whether an event is only told of somebody or some place: "Omagh, where a bomb killed 29"."""
    above = upward(parse, event.main.index)
    return any(t.dep == "relcl" and t.head not in event.main.tokens for t in above)  # "the grenade that he threw"


def _latest(times: tuple[TimeExpression, ...]) -> date | None:
    return max((t.when.end for t in times if t.when.end), default=None)


def paragraphs(parse: Parse) -> tuple[int, ...]:
    """Return the number of lines that end before each sentence: the same for all sentences of a paragraph.

    A line that ends within a sentence is only wrapped.
    """
    ends = ("\n" in parse.tokens[sentence.last - 1].text for sentence in parse.sentences)
    return tuple(accumulate(ends, initial=0))[:-1]
