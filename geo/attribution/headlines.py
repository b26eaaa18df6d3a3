"""Who speaks in a headline: `Army: "We have taken the hill"`, "Nine killed in blast: police"."""

import re
from collections.abc import Iterator
from functools import cache

from geo.attribution.said import OUTLET, Said, bodies, tidy
from geo.layout.lines import line_start
from geo.lexicon import load_words
from geo.lexicon.shared import actors, cues, cues_of, nouns_of
from geo.model import Parse, Sentence, Token
from geo.syntax.tags import NOUNS, PLACES, VERBS

LINE = re.compile(r"^[^\S\n]*[*•·–-]?[^\S\n]*(?P<line>\S[^\n]{10,160}?)[^\S\n]*$", re.MULTILINE)
LEADING = re.compile(r'(?P<who>[^:"“”]{2,50}):\s*["“](?P<said>[^"“”]+)["”]')
TRAILING = re.compile(r'(?P<said>.{12,}?)(?::|\s[-–—]+)\s(?P<who>[^:.,"“”\d]{2,40})')
MARK = re.compile(r":|\s[-–—]")  # one of which both have
NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART"})
MOST_WORDS = 5
LONGEST_STAMP = 12  # tokens
SOURCES = frozenset({"source", "sources"})  # "Source: Caritas" says nothing itself
OPENING = frozenset({'"', "“", "``"})


def headlines(parse: Parse) -> Iterator[Said]:
    """Yield what headlines tell, with their speakers."""
    for line in LINE.finditer(parse.text):
        for form in (LEADING, TRAILING) if MARK.search(line["line"]) else ():
            match = form.fullmatch(line["line"])
            if match:
                yield from _said(parse, line.start("line"), match)
    yield from _led(parse)
    yield from _sourced(parse)


def _sourced(parse: Parse) -> Iterator[Said]:
    """Yield what stands before its source: "Two were hurt in shelling (Radio Horizon)", "…, source: civil society"."""
    for sentence in parse.sentences:
        words = tuple(t for t in parse.tokens[sentence.first : sentence.last] if t.text not in {".", ")"})
        marks = [n for n, t in enumerate(words) if t.text in {"(", ":"} and len(words) - n <= MOST_WORDS + 1]
        mark = words[marks[-1]] if marks else None
        who = words[marks[-1] + 1 :] if marks else ()
        if mark is None or not _is_speaker(who) or not _is_source(parse, mark, who):
            continue
        alone = mark.index == sentence.first  # a sentence of its own, of the line before it
        start = line_start(parse.text, mark.start) if alone else words[0].start
        yield Said(start, mark.start, tidy(parse.text[who[0].start : who[-1].end]), "", None, who[0].index, OUTLET)


def _is_source(parse: Parse, mark: Token, words: tuple[Token, ...]) -> bool:
    """Tell whether words name a source: no office of who was spoken of, as in "shot a man (the mayor)"."""
    before, after = parse.tokens[mark.index - 1], parse.tokens[words[-1].index + 1 : words[-1].index + 2]
    if mark.text == ":":
        return before.lemma == "source"
    kinds = {kind for t in words for kind in ("outlet", "speaker") if (t.lemma, kind) in cues()}
    person = before.entity == "PERSON" or before.lemma in _people()
    closed = any(t.text == ")" for t in after)
    body = len(words) > 1 and before.entity != "ORG" and all(t.entity == "ORG" for t in words)
    return closed and ("outlet" in kinds or ((body or "speaker" in kinds) and not person))


@cache
def _people() -> set[str]:
    return actors().keys() - nouns_of("facility", "vehicle")


def _led(parse: Parse) -> Iterator[Said]:
    """Yield what stands behind a speaker and a colon: "Hospital source: 7 dead, 11 injured"."""
    for sentence in parse.sentences:
        first = _after_stamp(parse, sentence)
        words = parse.tokens[first : min(sentence.last, first + MOST_WORDS + 1)]
        colon = next((t for t in words[1:] if t.text == ":"), None)
        if colon is None or colon.index + 1 >= sentence.last:
            continue
        who = parse.tokens[first : colon.index]
        quoted = parse.tokens[colon.index + 1].text in OPENING
        if who[0].lemma not in SOURCES and (_can_speak(who) or (quoted and _is_speaker(who))):
            start, end = parse.tokens[colon.index + 1].start, parse.tokens[sentence.last - 1].end
            yield Said(start, end, tidy(parse.text[who[0].start : who[-1].end]), "", None, first, OUTLET)


def _after_stamp(parse: Parse, sentence: Sentence) -> int:
    """Return the first token after the time in brackets before a message: "[3 May, 21:15] Customs: …"."""
    first = parse.tokens[sentence.first : min(sentence.last, sentence.first + LONGEST_STAMP)]
    closed = next((t.index + 1 for t in first if t.text == ")"), sentence.first)
    return closed if first and first[0].text == "(" and closed < sentence.last else sentence.first


def _can_speak(words: tuple[Token, ...]) -> bool:
    """Tell whether words are for a body or an office that tells things; a place and a label tell nothing."""
    if not all(t.pos in NAMING | {"PUNCT"} or t.tag in {"NNS", ""} for t in words):
        return False
    return any(t.lemma in _speakers() or t.text.lower() in _speakers() for t in words) or (
        len(words) == 1 and words[0].text.isupper() and (words[0].entity in {"ORG", "PERSON"} or _is_acronym(words[0]))
    )


def _is_acronym(word: Token) -> bool:
    """Tell whether a word in capitals before a colon is short for a body: "SANA: no tanks fired", not "NOTE: …"."""
    known = word.text.lower() in load_words("everyday_words") | load_words("message_labels")
    return word.pos in {"PROPN", "ADJ"} and word.entity not in PLACES and len(word.text) in range(3, 6) and not known


@cache
def _speakers() -> frozenset[str]:
    return bodies() | cues_of("speaker", "outlet")


def _said(parse: Parse, offset: int, match: re.Match[str]) -> Iterator[Said]:
    start, end = offset + match.start("said"), offset + match.end("said")
    who = parse.between(offset + match.start("who"), offset + match.end("who"))
    if _is_speaker(who) and any(t.pos in VERBS for t in parse.between(start, end)):
        yield Said(start, end, match["who"].strip(), "", None, parse.at(offset + match.start("who")).index, OUTLET)


def _is_speaker(words: tuple[Token, ...]) -> bool:
    """Tell whether words can name a speaker: a few nouns, not a place alone."""
    if not 0 < len(words) <= MOST_WORDS or any(t.pos not in NAMING for t in words):
        return False
    return words[-1].pos in NOUNS and any(t.entity not in PLACES for t in words)
