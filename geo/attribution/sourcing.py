"""Sentences that say who told what another tells: "The figure came from the ministry", "Source: Caritas".

The words for them are in `sources.csv`; few such sentences are parsed, so they are read by their words alone.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from geo.attribution.said import CITED, Said, tidy
from geo.lexicon import Row, load_rows, word_class
from geo.lexicon.speakers import can_speak
from geo.model import Parse, Sentence

GIVE = "supplied|provided|issued|passed on|released|published|relayed|furnished|sent|offered|brought|put out|confirmed"
PARTS = {
    "{given}": f"(?:{GIVE}|given|reported|received|obtained|compiled|collected)",
    "{gave}": f"(?:{GIVE}|gave|gives|given)",
    "{was}": "(?:is|are|was|were|has been|have been|had been)",
}
MATTER = r"(?:the|this|that|these|those|its|both|such)(?: \w+)? (?:{})s?(?: of [\d,]+(?: dead| deaths| killed)?)?"
WHO = r'(?P<who>[^.,;:!?()"“”\[\]]{2,70}'
STRETCHES = frozenset({"before", "block", "after", "rest", "whole", "chain"})
LONGEST = 40  # words of such a sentence
GATE = frozenset({"from", "by", "so", "as", "source", "sources", "informant", "witness", "according", "of", "no", "not",
                  "quoting", "citing", "quoted", "cited", "this", "out", "following", "account", "list",
                  "statement", "summary", "report", "information", "info"})  # fmt: skip
ENDS = frozenset({"in", "on", "at", "by", "with", "who", "which", "that", "from", "to", "after", "when", "and", "for"})
BREAK = re.compile(r"\n\s*\n")


def sourced(parse: Parse, said: list[Said]) -> Iterator[Said]:
    """Yield what the sentences tell of which another says who told it.

    Parameters
    ----------
    parse, said
        The text, and what its other cues say, in the order of the cues.
    """
    breaks = [match.span() for match in BREAK.finditer(parse.text)]
    begun = sorted((s for s in said if s.speaker and s.start < s.end), key=lambda s: s.start)
    for sentence in parse.sentences:
        words = parse.sentence_tokens(sentence)
        if len(words) > LONGEST or GATE.isdisjoint(t.text.lower() for t in words):
            continue
        for phrase, told in _phrases():
            match = phrase.match(parse.text, sentence.start, sentence.end)
            who = _name(parse, *match.span("who")) if match else None
            if match and who:
                own = {"rest": (match.end(), sentence.end), "whole": (sentence.start, sentence.end)}
                stretches = (
                    [own[told]]
                    if told in own
                    else _stretch(parse, sentence, told, _spoken(parse, sentence, begun), breaks)
                )
                yield from (Said(*s, who, "", None, sentence.first, CITED) for s in stretches)
                break


def _spoken(parse: Parse, sentence: Sentence, begun: list[Said]) -> list[Said]:
    """Return what begins in the sentence before, in the order of its cues."""
    before = parse.sentences[max(0, sentence.index - 1)]
    first, end = (bisect_left(begun, at, key=lambda s: s.start) for at in (before.start, before.end))
    return sorted(begun[first:end], key=lambda s: s.token)


def _stretch(
    parse: Parse, sentence: Sentence, told: str, spoken: list[Said], breaks: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the characters that a source told; nothing that somebody else is said to have told already."""
    above = bisect_right(breaks, sentence.start, key=lambda span: span[1])
    below = bisect_left(breaks, sentence.end - 1, key=lambda span: span[0])
    begin = breaks[above - 1][1] if above else 0
    first = not parse.text[begin : sentence.start].strip()
    before = parse.sentences[max(0, sentence.index - 1)]
    if told == "chain":
        yield from ((s.start, s.end) for s in spoken[-1:])
    elif told == "after" or (told == "block" and first):
        if first or ":" in parse.text[sentence.end - 2 : sentence.end]:
            yield sentence.end, breaks[below][0] if below < len(breaks) else len(parse.text)
    elif told == "block":
        yield begin, sentence.start
    elif before is not sentence and not spoken:
        yield before.start, before.end


def _name(parse: Parse, start: int, end: int) -> str | None:
    """Return the name of a source, without what is said of it, if its last noun is for who can speak."""
    words = tuple(takewhile(lambda t: t.text.lower() not in ENDS, parse.between(start, end)))
    head = tuple(takewhile(lambda t: t.text.lower() != "of", words))[-1:]
    return tidy(parse.text[words[0].start : words[-1].end]) if any(map(can_speak, head)) else None


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (_pattern(phrase), told) for phrase, told in load_rows("sources", ("phrase", "of"), _wrong, of=STRETCHES)
    )


def _wrong(row: Row) -> str | None:
    try:
        _pattern(row[0])
    except re.error as error:
        return f"the phrase is no regular expression: {error}"
    return None


def _pattern(phrase: str) -> re.Pattern[str]:
    matters = "|".join(sorted(word_class("words_of_others", "tally", "told")))
    written = phrase.replace("{who}", WHO + (")" if phrase.endswith("{who}") else "?)"))
    for name, words in (PARTS | {"{matter}": MATTER.format(matters)}).items():
        written = written.replace(name, words)
    return re.compile(written.replace("$", r"(?=[.\s]*$)").replace(" ", r"\s+"), re.IGNORECASE)
