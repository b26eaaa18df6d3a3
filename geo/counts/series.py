"""Tolls as notes and headlines write them, without a verb: "1 dead, 6 hurt", "3 police killed", "Killed: 4".

Parsers take such words for clauses and give a number to the wrong word, so they are read from their order alone.
"""

from functools import cache

from geo.counts.people import count_one, is_figure, number_start
from geo.counts.words import Entry, entries
from geo.model import Parse, Token

STATES = frozenset({"state", "self"})
FORMS = STATES | {"verb", "hurts"}
BODIES = {"body": "bodies", "corpse": "corpses"}
SAME = frozenset({"hurt"})  # verbs whose participle is the same word
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
BETWEEN = frozenset({
    "+", "feared", "believed", "presumed", "reported", "confirmed", "more", "others",
})  # fmt: skip  # "80+ hurt", "12 feared dead", "four more wounded"
AND = frozenset({"and", "&"})
OPENS = frozenset({",", ";", ":", "(", "/", "-", "–", "—", "|", "."})
CLOSES = frozenset({
    ",", ";", ".", ")", "and", "&", "/", "-", "–", "—", "|", ":", "in", "by", "after", "near", "at", "when", "during",
    "on", "from", "as", "outside", "inside", "this", "today", "yesterday", "overnight", "so", "including",
})  # fmt: skip
NOW = frozenset({"now", "at", "is", "so", "far"})
STATED = frozenset({":", "-", "–", "—", "="})  # "Killed: 4"
LONGEST = 4  # words of whom it befell


def in_series(parse: Parse, word: Token) -> tuple[Entry, int] | None:
    """Return what a word of harm says and the noun or number of those whom it befell, if their order says so."""
    entry = states().get(word.text.lower())
    if entry is None or (word.lemma in BODIES and not _is_item(parse, word)):
        return None
    sentence = parse.sentences[word.sentence]
    head = _before(parse, word, sentence.first, sentence.last)
    head = _after(parse, word, sentence.first, sentence.last) if head is None else head
    return None if head is None else (entry, head)


def _is_item(parse: Parse, bodies: Token) -> bool:
    """Tell whether a number of bodies stands by itself, as in "7 bodies, 15 injured", not in "7 bodies of water"."""
    number, first = bodies.index - 1, parse.sentences[bodies.sentence].first
    return number >= first and _closes(parse, bodies) and _begins(parse, number_start(parse, number), first)


@cache
def states() -> dict[str, Entry]:
    """Return the words, as written, by which people are in a state: participles and adjectives."""
    found: dict[str, Entry] = {}
    for lemma, known in entries().items():
        for entry in known:
            if entry.form in FORMS:
                written = lemma if entry.form in STATES or lemma in SAME else f"{lemma.removesuffix('e')}ed"
                found.setdefault(written, entry)
                if lemma in BODIES:
                    found.setdefault(BODIES[lemma], entry)
    return found


def _before(parse: Parse, word: Token, first: int, last: int) -> int | None:
    """Return who stands between a number and the word: nobody ("6 hurt"), or a noun ("3 police killed")."""
    after = parse.tokens[word.index + 1] if word.index + 1 < last else None
    beside = number = word.index - (2 if parse.tokens[word.index - 1].text.lower() in BETWEEN else 1)
    while number > max(first, beside - LONGEST) and _is_noun(parse, number):
        number -= 1
    if number < first or not is_figure(parse, number):
        return None
    if number == beside:
        return number if after is None or _ends(parse, after) else None
    if not _closes(parse, word) or not _begins(parse, number_start(parse, number), first):
        return None
    return beside if count_one(parse, beside) else number


def _closes(parse: Parse, word: Token) -> bool:
    """Tell whether a word ends its item: no noun of its own follows it."""
    after = parse.tokens[word.index + 1 : min(word.index + 2, parse.sentences[word.sentence].last)]
    return all(t.text.lower() in CLOSES for t in after)


def _ends(parse: Parse, after: Token) -> bool:
    """Tell whether a word goes on with neither whom it was ("6 wounded men") nor what they did ("one killed six")."""
    if is_figure(parse, after.index):
        return after.index + 1 < len(parse.tokens) and parse.tokens[after.index + 1].text.lower() in states()
    return after.pos not in {"NOUN", "PROPN", "DET", "PRON", "ADJ"}


def _begins(parse: Parse, index: int, first: int) -> bool:
    """Tell whether a number begins an item: no "and four children" after one more who suffered it."""
    if index == first:
        return True
    before = parse.tokens[index - 1].text.lower()
    return before in OPENS or (before in AND and parse.tokens[index - 2].text.lower() in states())


def _is_noun(parse: Parse, index: int) -> bool:
    return parse.tokens[index].pos in NOUNS and not is_figure(parse, index)


def figure_after(parse: Parse, toll: Token) -> list[int]:
    """Return the number that stands behind a toll without a verb: "death toll now 9", "death toll: 9"."""
    at, last = toll.index + 1, parse.sentences[toll.sentence].last
    while at < last and parse.tokens[at].text.lower() in STATED | NOW:
        at += 1
    return [at] if at < last and is_figure(parse, at) else []


def _after(parse: Parse, word: Token, first: int, last: int) -> int | None:
    """Return the number that a mark parts from a word at the head of its clause: "Killed: 4"."""
    heads = word.index == first or parse.tokens[word.index - 1].text in OPENS
    mark, number = word.index + 1, word.index + 2
    if heads and number < last and parse.tokens[mark].text in STATED and is_figure(parse, number):
        noun = parse.tokens[number].head
        return noun if noun == number + 1 else number
    return None
