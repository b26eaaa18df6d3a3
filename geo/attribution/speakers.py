"""Who says which stretch of a text, who passes it on, and how sure the words are.

Speech may be quoted or reported; a quotation without a speaker of its own belongs to the one before it in the same
paragraph or in the paragraph before. Speech inside speech is relayed by the outer speaker.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, takewhile

from geo.attribution.antecedents import ALONE, meant_by, own_subject
from geo.attribution.falsity import elliptic
from geo.attribution.headlines import headlines
from geo.attribution.introducing import introducer
from geo.attribution.quotes import is_speech, quotes
from geo.attribution.said import ANTECEDENT_PRONOUNS, OUTLET, Said, speaker_name, tidy
from geo.attribution.sourcing import sourced
from geo.attribution.speech import read
from geo.layout.lines import line_start
from geo.lexicon import word_class
from geo.lexicon.shared import cues, singular
from geo.model import Attribution, Document, Parse, Span, Token
from geo.syntax import prepositional

COLON = re.compile(r":[^\S\n]*\n")
BREAK = re.compile(r"\n[^\S\n]*\n")
REACH = 3  # tokens between a quotation and the words that say whose it is
PARAGRAPH = re.compile(r"\S.*(?:\n[^\S\n]*\S.*)*")
SELF = frozenset({"we", "i", "hereby"})
ITEM = re.compile(r"[^\S\n]*(?:\(?\d{1,2}[.)]|[-–—•*])\s")
LONG_LINE = re.compile(r".{120,}")  # a line longer than wrapped ones are is a paragraph by itself
NOBODY = Said(0, 0, None, "", None, 0)


def find(parse: Parse, document: Document) -> tuple[Attribution, ...]:
    """Return who is said to say what, in the order of the text, the outer before the inner.

    Parameters
    ----------
    parse
        The parsed text.
    document
        Where it comes from: its `source` does not relay what it was told itself.
    """
    quoted = quotes(parse.text)
    said = _with_names(parse, read(parse, document.source))
    reported = [replace(s, quoted=_inside(quoted, s.start)) for s in said if not _is_quotation(parse, quoted, s)]
    told = [
        *reported,
        *_of_quotes(parse, quoted, said),
        *_of_introductions(parse, said),
        *sourced(parse, said),
        *headlines(parse),
        *elliptic(parse),
    ]
    return tuple(_nested([s for s in told if s.start < s.end]))


def _full_names(parse: Parse) -> dict[str, str]:
    """Return the first full name that each surname has in the text."""
    names: dict[str, str] = {}
    for entity in parse.entities:
        if entity.label == "PERSON" and entity.last - entity.first > 1:
            names.setdefault(
                parse.tokens[entity.last - 1].text, " ".join(parse.text[entity.start : entity.end].split())
            )
    return names


def _with_names(parse: Parse, said: tuple[Said, ...]) -> list[Said]:
    """Put whom the sentence before tells of, or the last speaker named, for "he", "she", "it" and "they".

    Full names stand for surnames, and for "the statement" who said something in one. What then has neither speaker nor
    modality is dropped.
    """
    named: list[Said] = []
    full_names = _full_names(parse)
    last: str | None = None
    person: str | None = None  # the last who was not an outlet: "told Radio Nile", then "she said"
    spoke = -1  # the sentence of the last cue with a speaker
    papers: dict[str, str] = {}  # {"statement": who said something in one}
    for one in said:
        is_pronoun = one.speaker is not None and one.speaker.lower() in ANTECEDENT_PRONOUNS
        sentence = parse.tokens[one.token].sentence
        near = spoke >= sentence - 1
        pronoun = (one.speaker or "").lower()
        meant = own_subject(parse, pronoun, one.token) if is_pronoun else None
        meant = meant or (None if near or not is_pronoun else meant_by(parse, pronoun, one.token))
        before = person if pronoun in ALONE and person else last
        speaker = meant or (before if is_pronoun else full_names.get(one.speaker or "", one.speaker))
        speaker = papers.get(pronoun, speaker)
        papers |= _papers(parse, sentence, speaker)
        last, spoke = (speaker, sentence) if speaker else (last, spoke)
        person = speaker if speaker and one.rank != OUTLET else person
        if speaker or one.modality:
            named.append(replace(one, speaker=speaker))
    return named


def _papers(parse: Parse, sentence: int, speaker: str | None) -> dict[str, str]:
    """Return the papers that a sentence names, with who speaks in it: "the army said in a statement"."""
    named = (t.lemma for t in parse.sentence_tokens(parse.sentences[sentence]) if (t.lemma, "paper") in cues())
    return {paper: speaker for paper in named if speaker and paper != speaker.lower()}


# ---------------------------------------------------------------- quotations


def _of_quotes(parse: Parse, quoted: tuple[Span, ...], said: list[Said]) -> Iterator[Said]:
    """Yield the quotations with the speakers that stand beside them, or else before them."""
    outside = [s for s in said if s.speaker and s.rank != OUTLET and not _inside(quoted, parse.tokens[s.token].start)]
    last: tuple[Said, int] | None = None
    for quote in filter(is_speech, quoted):
        first, end = parse.at(quote.start).index, parse.at(quote.end - 1).index
        speaker = _beside(parse, first, end, outside) or introducer(parse, first)
        if speaker is None and last and len(BREAK.findall(parse.text, parse.tokens[last[1]].end, quote.start)) <= 1:
            speaker = _uninterrupted(last, first, outside)
        yield replace(speaker or NOBODY, start=quote.start, end=quote.end, quoted=True, modality=None)
        last = (speaker, end) if speaker else last


def _beside(parse: Parse, first: int, last: int, said: list[Said]) -> Said | None:
    """Return the nearest cue in the quotation's first or last sentence, or else close to its ends."""
    begin, end = (parse.sentences[parse.tokens[i].sentence] for i in (first, last))
    near = _among(said, begin.first, end.last)
    near = near or _among(said, min(begin.first, first - REACH), max(end.last, last + REACH + 2))
    return min(near, key=lambda s: min(abs(s.token - first), abs(s.token - last)), default=None)


def _uninterrupted(last: tuple[Said, int], first: int, said: list[Said]) -> Said | None:
    """Return the speaker of the quotation before, unless another has spoken in between."""
    speaker, end = last
    return None if any(s.speaker != speaker.speaker for s in _among(said, end, first)) else speaker


def _among(said: list[Said], first: int, last: int) -> list[Said]:
    """Return those whose cue is one of the tokens ``[first, last)``; `said` is in the order of the cues."""
    begin, end = (bisect_left(said, at, key=lambda s: s.token) for at in (first, last))
    return said[begin:end]


def _is_quotation(parse: Parse, quoted: tuple[Span, ...], said: Said) -> bool:
    """Tell whether a cue outside of quotation marks speaks of words inside: `_of_quotes` finds those, too."""
    quote = _quote_at(quoted, said.start)
    outside = not _inside(quoted, parse.tokens[said.token].start)
    return outside and quote is not None and is_speech(quote) and said.end <= quote.end and not said.modality


def _inside(quoted: tuple[Span, ...], position: int) -> bool:
    return _quote_at(quoted, position) is not None


def _quote_at(quoted: tuple[Span, ...], position: int) -> Span | None:
    at = bisect_right(quoted, position, key=lambda quote: quote.start) - 1
    return quoted[at] if at >= 0 and position < quoted[at].end else None


# ---------------------------------------------------------------- introductions ("as the envoy points out" and a colon)


def _of_introductions(parse: Parse, said: list[Said]) -> Iterator[Said]:
    """Yield the paragraph after a line that ends in a colon and names the author of a text or a speaker."""
    for colon in COLON.finditer(parse.text):
        first = parse.at(line_start(parse.text, colon.start())).index
        last = parse.at(colon.start()).index
        speakers = [s for s in _among(said, first, last) if s.speaker]
        line = parse.tokens[first:last]
        author = _author(parse, line) or (speakers[-1] if speakers else _lister(parse, line))
        start, end = _next_paragraph(parse.text, colon.end())
        if author:
            yield replace(author, start=start, end=end, modality=None, quoted=False, rank=OUTLET)


def _author(parse: Parse, line: tuple[Token, ...]) -> Said | None:
    """Return who wrote the text that a line speaks of: "this dispatch from …:"."""
    for token in line:
        if (token.lemma, "paper") in cues():
            for noun in prepositional(parse, token.index, ("from", "by")):
                return Said(0, 0, speaker_name(parse, noun), token.text, None, token.index)
    return None


def _lister(parse: Parse, line: tuple[Token, ...]) -> Said | None:
    """Return who is said to tell "the following", in a line that tells of nothing itself and so is not parsed."""
    verb = next((t for t in line if t.lemma in word_class("lists") or t.text.lower() in word_class("lists")), None)
    if verb is None or not any(t.text.lower() == "following" for t in line if t.index > verb.index):
        return None
    who = parse.text[max(line[0].start, parse.sentences[verb.sentence].start) : verb.start]
    named = who.strip() and SELF.isdisjoint(who.lower().split())
    return Said(0, 0, tidy(who), verb.text, None, verb.index) if named else None


def _next_paragraph(text: str, position: int) -> tuple[int, int]:
    """Return the characters up to the next empty line, or to the end of a list or of a line too long to be wrapped."""
    block = PARAGRAPH.search(text, position)
    if not block:
        return 0, 0
    start, end = block.span()
    if ITEM.match(text, start):  # a list is introduced as a whole
        more = takewhile(lambda after: ITEM.match(text, after.start()), PARAGRAPH.finditer(text, end))
        return start, max((after.end() for after in more), default=end)
    long_line = LONG_LINE.match(text, start)
    return start, min(end, long_line.end()) if long_line else end


# ---------------------------------------------------------------- speech inside speech


def _nested(said: list[Said]) -> Iterator[Attribution]:
    """Yield each stretch with its speaker and those around it, who relay; a bare hedge takes the speaker around it.

    What is said of the very same stretch becomes one: of several speakers the first is the one cited by the others.
    """
    around: list[tuple[int, int, list[Said]]] = []
    ordered = sorted(said, key=lambda s: (s.start, -s.end, s.rank, s.token))
    for (start, end), same in groupby(ordered, key=lambda s: (s.start, s.end)):
        here = list(same)
        around = [outer for outer in around if outer[1] > start]
        outside = [s for _, last, them in reversed(around) if last >= end for s in reversed(them)]
        yield _attribution(here, outside)
        around.append((start, end, here))


def _is_thing(speaker: str) -> bool:
    return singular(speaker.rsplit(maxsplit=1)[-1].lower()) in word_class("tally", "evidence")


def _attribution(here: list[Said], outside: list[Said]) -> Attribution:
    chain = [*reversed(here), *outside]
    speakers = sorted(dict.fromkeys(s.speaker for s in chain if s.speaker), key=_is_thing)  # "said an inquiry found"
    cue = next((s for s in here if s.modality), next((s for s in reversed(here) if s.cue), here[-1]))
    return Attribution(
        here[0].start,
        here[0].end,
        speakers[0] if speakers else None,
        tuple(speakers[1:]),
        cue.cue or None,
        any(s.quoted for s in here),
        cue.modality,
    )
