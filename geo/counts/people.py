"""A noun phrase -> how many people it speaks of, if it says so.

A count holds the numbers that the words name, and makes up none: "about 30" and "at least 30" are 30, "20 to 25" is 20
to 25 with the lower as best, "up to 15" is 1 to 15. Only vague words ("dozens") have a range, from a lexicon.
"""

import re
from functools import cache
from itertools import pairwise

from geo.lexicon import Row, load_rows
from geo.model import Count, Parse, Token
from geo.numerals import number_words, read_number
from geo.syntax import children, prepositional, subtree

NO_ONE = frozenset({"nobody", "none", "no-one", "neither"})
ANYONE = frozenset({"other", "one", "anyone", "anybody", "someone", "somebody"})
ONE_PERSON = frozenset({"he", "she", "him", "her", "himself", "herself", "i", "me", "myself"})
CONNECTORS = frozenset({"to", "or", "and", "-", "–", "—"})
RANGE = re.compile(r"(?:between |from )?(.+?) (?:to|or|and|-|–|—) (.+)")
FIGURE_RANGE = re.compile(r"(\d+)[-–—](\d+)")
MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY", "TIME"})
# Not organisations: nobody "kills" one in so many words, and the recogniser takes many a person for one.
NAMES_OF_THINGS = frozenset({"GPE", "LOC", "FAC", "DATE"}) | MEASURES
PERSON_ENDINGS = ("man", "men", "woman", "women", "ist", "ists", "ian", "ians", "ees")
THINGS = frozenset({"facility", "vehicle"})
NOT_SAID = frozenset({"total", "number", "toll"})


# ---------------------------------------------------------------- lexicons


@cache
def bounds() -> dict[str, str]:
    """Return the words before a number that bound it, longest first."""
    rows = load_rows("number_bounds", ("phrase", "bound"), _wrong_bound)
    return dict(sorted(rows, key=lambda row: -len(row[0])))  # type: ignore[arg-type]


def _wrong_bound(row: Row) -> str | None:
    return None if row[1] in {"floor", "about", "ceiling", "below"} else f"{row[1]!r} is no bound"


@cache
def vague_numbers() -> dict[str, Count]:
    """Return the ranges of words such as "dozens"."""
    rows = load_rows("vague_numbers", ("word", "low", "best", "high"), _wrong_range)
    return {word: Count(int(low), int(best), int(high)) for word, low, best, high in rows}


def _wrong_range(row: Row) -> str | None:
    if not all(cell.isdecimal() for cell in row[1:]):
        return "low, best and high must be whole numbers"
    return None if all(int(a) <= int(b) for a, b in pairwise(row[1:])) else "low, best and high must rise"


@cache
def _groups() -> dict[str, int | None]:
    return {noun: int(size) if size else None for noun, size in load_rows("groups_of_people", ("noun", "size"))}


@cache
def _actor_kinds() -> dict[str, str]:
    return {noun: kind for noun, kind, _ in load_rows("actors", ("noun", "kind", "armed"))}


@cache
def _things() -> frozenset[str]:
    weapons = {row[0] for row in load_rows("weapons", ("weapon", "type", "means"))}
    plain = {row[0] for row in load_rows("not_people", ("noun",))}
    actors = _actor_kinds()
    things = weapons | plain | {noun for noun, kind in actors.items() if kind in THINGS}
    return frozenset(noun for noun in things if actors.get(noun) in THINGS | {None})


# ---------------------------------------------------------------- are they people


def may_be_people(parse: Parse, head: int) -> bool:
    """Tell whether nothing speaks against a noun's being people: for words of which only people are the object."""
    token = _meant(parse, head)
    return token.lemma not in _things() and token.entity not in MEASURES


def are_people(parse: Parse, head: int) -> bool:
    """Tell whether a noun is known to mean people: for words that things can be the object of, too."""
    token = _meant(parse, head)
    if not may_be_people(parse, head):
        return False
    known = token.lemma in _actor_kinds() or token.entity in {"PERSON", "NORP"} or token.lemma in ONE_PERSON
    bare = token.pos == "NUM" or token.lemma in ANYONE | NO_ONE
    return known or bare or token.text.lower().endswith(PERSON_ENDINGS)


def _meant(parse: Parse, head: int) -> Token:
    """Return the noun that says of what kind a phrase is: "gunmen" in "three of the gunmen"."""
    token = parse.tokens[head]
    if token.pos == "NUM" or token.lemma in vague_numbers() or token.lemma in _groups() or token.lemma in NOT_SAID:
        inner = prepositional(parse, head, ("of",))
        return parse.tokens[inner[0]] if inner else token
    return token


# ---------------------------------------------------------------- how many


def count_one(parse: Parse, head: int) -> Count | None:
    """Return how many people one noun phrase speaks of, its list and its asides left out."""
    if says_none(parse, head):
        return Count(0, 0, 0)
    stated = number_of(parse, head)
    if stated:
        return stated
    token = parse.tokens[head]
    if token.lemma in _groups() or token.lemma in NOT_SAID:
        return _count_of_group(parse, token)
    if any(child.lemma == "both" for child in children(parse, head)):
        return Count(2, 2, 2)
    return Count(1, 1, 1) if _is_one_person(parse, token) else None


def says_none(parse: Parse, head: int) -> bool:
    """Tell whether a phrase says that there was nobody: "no one", "no soldiers", "none of them"."""
    token = parse.tokens[head]
    no = next((c.index for c in children(parse, head, "det", "neg") if c.lemma == "no" and c.index < head), None)
    bounds_number = no is not None and parse.tokens[no + 1].lemma in {"few", "little", "more", "less"}
    return token.text.lower() in NO_ONE or (no is not None and not bounds_number)


def _count_of_group(parse: Parse, token: Token) -> Count | None:
    for inner in prepositional(parse, token.index, ("of",)):
        count = number_of(parse, inner)
        if count:
            return count if number_words().get(parse.tokens[inner].lemma, (0, ""))[1] != "scale" else None
    size = _groups().get(token.lemma)
    return Count(size, size, size) if size and token.tag == "NN" else None


def _is_one_person(parse: Parse, token: Token) -> bool:
    if token.pos == "PRON":
        return token.text.lower() in ONE_PERSON
    if token.tag == "NNP":
        titled = any(child.lemma in _actor_kinds() for child in children(parse, token.index, "compound"))
        return (titled or token.entity not in NAMES_OF_THINGS) and token.lemma not in _things()
    if token.tag != "NN":
        return False
    return bool(children(parse, token.index, "det", "poss")) or token.lemma in _actor_kinds()


def number_of(parse: Parse, head: int) -> Count | None:
    """Return the number that a phrase states, in figures, words or a vague word; None if it states none."""
    run = _stated_run(parse, head)
    return _read_run([token.text.lower() for token in run]) if run else None


def number_start(parse: Parse, head: int) -> int:
    """Return the index of the first token of the number that a phrase states, or the head's own."""
    run = _stated_run(parse, head)
    return run[0].index if run else head


def _stated_run(parse: Parse, head: int) -> list[Token]:
    """Return the words of a phrase's number with those that bound it: "at least", "between 5 and"."""
    last = _last_of_number(parse, head)
    if last is None or parse.tokens[last].entity in MEASURES:
        return []
    first, sentence = last, parse.tokens[last].sentence
    while first > 0 and parse.tokens[first - 1].sentence == sentence and _continues(parse.tokens[first - 1]):
        first -= 1
    run = list(parse.tokens[first : last + 1])
    while run and not _begins_number(run):
        run.pop(0)
    return run


def _last_of_number(parse: Parse, head: int) -> int | None:
    token = parse.tokens[head]
    if _is_number(token):
        tail = [i for i in subtree(parse, head) if head < i <= head + 4]
        return next((i for i in reversed(tail) if _joins(parse, head, i)), head)
    before = [child for child in children(parse, head) if child.index < head]
    inside = [i for c in before if c.dep in {"nummod", "quantmod"} for i in subtree(parse, c.index)]
    inside += [child.index for child in before if child.dep in {"amod", "det", "nmod", "compound"}]
    return max((i for i in inside if i < head and _is_number(parse.tokens[i])), default=None)


def _joins(parse: Parse, head: int, index: int) -> bool:
    """Tell whether a number after another ends a range with it, or its product: "20 to 25", "tens of thousands"."""
    between = parse.tokens[head + 1 : index]
    linking = CONNECTORS | ({"of"} if _is_vague(parse.tokens[index].text.lower()) else frozenset())
    return _is_number(parse.tokens[index]) and bool(between) and all(t.text.lower() in linking for t in between)


def _is_number(token: Token) -> bool:
    text = token.text.lower()
    if FIGURE_RANGE.fullmatch(text) or _is_vague(text):
        return True
    if token.entity == "DATE" and re.fullmatch(r"(?:19|20)\d\d", text):
        return False
    return number_words().get(text, (0, ""))[1] != "one" and read_number([text]) is not None


def _is_vague(text: str) -> bool:
    """Tell whether a word is a vague number: a plural ("dozens"), or one such as "several" or "few"."""
    word = text.removesuffix("s")
    return (text != word and word in vague_numbers()) or (text in vague_numbers() and text not in number_words())


@cache
def _number_phrase_words() -> frozenset[str]:
    bound_words = {word for phrase in bounds() for word in phrase.split()}
    return frozenset(bound_words | CONNECTORS | {"between", "from"} | number_words().keys())


def _continues(token: Token) -> bool:
    return token.text.lower() in _number_phrase_words() or _is_number(token)


def _begins_number(run: list[Token]) -> bool:
    text = " ".join(token.text.lower() for token in run)
    first = run[0].text.lower()
    return text.startswith(("between ", *(f"{phrase} " for phrase in bounds()))) or _is_number(run[0]) or (
        number_words().get(first, (0, ""))[1] == "one" and len(run) > 1
    )  # fmt: skip


def _read_run(words: list[str]) -> Count | None:
    text = " ".join(words)
    bound = next((phrase for phrase in bounds() if text.startswith(f"{phrase} ")), None)
    rest = text.removeprefix(f"{bound} ") if bound else text
    count = _read_vague(rest) or _read_range(rest) or _read_exact(rest)
    return _bounded(count, bounds()[bound]) if count and bound else count


def _read_vague(text: str) -> Count | None:
    """Read "dozens", "a few", "several hundred" (the largest word counts), "tens of thousands" (their product)."""
    words = text.split()
    if not any(_is_vague(word) for word in words):
        return None
    known = [vague_numbers()[w] for word in words for w in {word, word.removesuffix("s")} if w in vague_numbers()]
    largest = max(known, key=lambda count: count.high)
    if len(words) == 3 and words[1] == "of" and len(known) == 2:
        first, scale = known[0], known[1].low
        return Count(first.low * scale, first.best * scale, (first.high + 1) * scale - 1)
    return largest


def _read_range(text: str) -> Count | None:
    match = FIGURE_RANGE.fullmatch(text) or RANGE.fullmatch(text)
    ends = [read_number(group.split()) for group in match.groups()] if match else []
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        return None
    is_sum = re.search(r"hundred and|thousand and", text)  # "a hundred and five" is one number
    return None if is_sum else Count(ends[0], ends[0], ends[1])


def _read_exact(text: str) -> Count | None:
    number = read_number(text.split())
    return None if number is None else Count(number, number, number)


def _bounded(count: Count, bound: str) -> Count:
    """Return what a bound makes of a number; see the lexicon."""
    if bound == "ceiling":
        return Count(min(1, count.low), count.best, count.high)
    if bound == "below":
        most = max(count.high - 1, 0)
        return Count(min(1, most), most, most)
    return count
