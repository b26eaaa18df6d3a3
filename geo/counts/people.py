"""A noun phrase -> how many people it speaks of, if it says so.

A count holds the numbers that the words name, and makes up none: "about 30" and "at least 30" are 30, "20 to 25" is 20
to 25 with the lower as best, "up to 15" is 1 to 15. Only vague words ("dozens") have a range, from a lexicon.
"""

import re
from functools import cache

from geo.counts.reading import CONNECTORS, begins, goes_on, is_number, is_vague, read_count, vague_numbers
from geo.lexicon import load_rows, word_class
from geo.lexicon.numerals import number_words
from geo.lexicon.shared import actors, calendar_words, nouns_of, weapons
from geo.model import Count, Parse, Token
from geo.model.remembered import remembered
from geo.syntax import children, is_not_one, may_end_name, prepositional, subtree

NO_ONE = frozenset({"nobody", "none", "no-one", "neither"})
HARMED = frozenset({"wounded", "injured", "dead", "missing", "captured"})  # "two of the wounded"
ANYONE = frozenset({"other", "one", "anyone", "anybody", "someone", "somebody"})
ONE_PERSON = frozenset({"another", "he", "she", "him", "her", "himself", "herself", "i", "me", "myself"})
COLLECTIVE = frozenset({"staff", "personnel", "clergy", "infantry", "cavalry", "crew"})
MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY", "TIME"})
# Not organisations: nobody "kills" one in so many words, and the recogniser takes many a person for one.
NAMES_OF_THINGS = frozenset({"GPE", "LOC", "FAC", "DATE"}) | MEASURES
PERSON_ENDINGS = (
    "man", "men", "woman", "women", "ist", "ists", "ian", "ians", "ees", "boy", "boys", "girl", "girls",
    "worker", "workers", "keepers", "folk",
)  # fmt: skip
CALIBRE = re.compile(r"\.\d+s?|\d+(?:\.\d+)?-?mms?")
NOT_SAID = frozenset({"total", "number", "toll"})
BOTH = Count(2, 2, 2)


# ---------------------------------------------------------------- lexicons


@cache
def _groups() -> dict[str, int | None]:
    return {noun: int(size) if size else None for noun, size in load_rows("groups_of_people", ("noun", "size"))}


@cache
def _things() -> frozenset[str]:
    things = nouns_of("facility", "vehicle")
    others = weapons().keys() | {noun for (noun,) in load_rows("not_people", ("noun",))}
    return things | (others - actors().keys())


# ---------------------------------------------------------------- are they people


def may_be_people(parse: Parse, head: int) -> bool:
    """Tell whether nothing speaks against a noun's being people: for words of which only people are the object."""
    token = _meant(parse, head)
    measured = token.entity in MEASURES and token.lemma not in actors()  # "4 terrorists" is no quantity
    measured = measured and not _counts_people(parse, head, head)
    measured = measured or _is_of_calibre(parse, head)
    may_be = token.lemma not in _things() or token.entity == "ORDINAL"  # "and a second died"
    named = token.lemma in nouns_of("facility") and may_end_name(parse, token.index)
    return (may_be or named) and not measured


def _is_of_calibre(parse: Parse, number: int) -> bool:
    """Tell whether a number counts arms by their calibre: "eight .303s", "two 9mm"."""
    after = parse.tokens[number + 1 : number + 2]
    return parse.tokens[number].pos == "NUM" and any(CALIBRE.fullmatch(t.text) for t in after)


def are_people(parse: Parse, head: int) -> bool:
    """Tell whether a noun is known to mean people: for words that things can be the object of, too."""
    token = _meant(parse, head)
    if not may_be_people(parse, head):
        return False
    if token.tag == "PRP" and token.index != head:  # "five of them"
        return token.lemma in {"we", "us"} or _are_people_before(parse, head)
    known = token.lemma in actors() or token.entity in {"PERSON", "NORP"} or token.lemma in ONE_PERSON
    known = known or token.text.lower() in HARMED or _is_named_with_people(parse, token)
    known = known or parse.tokens[head].lemma in COLLECTIVE or token.lemma == "more"
    return known or _is_bare(token) or token.text.lower().endswith(PERSON_ENDINGS)


def _are_people_before(parse: Parse, head: int) -> bool:
    """Tell whether the last noun in the plural before a number, in its sentence or the one before, means people."""
    first = parse.sentences[max(0, parse.tokens[head].sentence - 1)].first
    told = next((t.index for t in reversed(parse.tokens[first:head]) if t.tag == "NNS"), None)
    return told is not None and are_people(parse, told)


def _is_bare(token: Token) -> bool:
    """Tell whether a word by itself stands for people: a number, "nobody", "both", "a fourth was hurt", "a group"."""
    if token.pos == "NUM" or token.lemma in ANYONE | NO_ONE | {"both"} or _groups().get(token.lemma):
        return True
    return token.entity == "ORDINAL" or (token.tag in {"NN", "DT", "PRP", "WP"} and is_number(token))


def _is_named_with_people(parse: Parse, token: Token) -> bool:
    """Tell whether a noun means people with the one before it: "asylum seeker", not "town hall"."""
    before = parse.tokens[token.index - 1] if token.index else token
    both = f"{before.text.lower()} {token.lemma}" if before.dep == "compound" else ""
    return both in actors() and both not in _things()


@remembered
def _meant(parse: Parse, head: int) -> Token:
    """Return the noun that says of what kind a phrase is: "gunmen" in "three of the gunmen"."""
    token = parse.tokens[head]
    if (
        token.pos == "NUM"
        or token.lemma in vague_numbers()
        or token.lemma in _groups()
        or token.lemma in NOT_SAID | {"both"}
    ):
        inner = prepositional(parse, head, ("of",)) or _after_of(parse, head)
        return parse.tokens[inner[0]] if inner and parse.tokens[inner[0]].lemma != "own" else token
    return token  # and the one of "one of their own"


def _after_of(parse: Parse, number: int) -> tuple[int, ...]:
    """Return the camels of "three men and scores of camels", where the parser hangs "of" on the men."""
    after = parse.tokens[number + 1 : number + 2]
    return tuple(c.index for t in after if t.lemma == "of" for c in children(parse, t.index, "pobj"))


# ---------------------------------------------------------------- how many


@remembered
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
    asides = (c for aside in children(parse, head, "appos") for c in children(parse, aside.index))
    if token.lemma == "both" or any(child.lemma == "both" for child in (*children(parse, head), *asides)):
        return BOTH
    return Count(1, 1, 1) if _is_one_person(parse, token) else None


def says_none(parse: Parse, head: int) -> bool:
    """Tell whether a phrase says that there was nobody: "no one", "no soldiers", "none of them"."""
    token = parse.tokens[head]
    no = next((c.index for c in children(parse, head, "det", "neg") if c.lemma == "no"), None)
    after = () if no is None else parse.tokens[no + 1 : no + 2]  # a text may end with "no"
    bounds_number = any(t.lemma in {"few", "little", "more", "less"} for t in after)
    return token.text.lower() in NO_ONE or (no is not None and not bounds_number) or is_not_one(parse, head)


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
        titled = any(child.lemma in actors() for child in children(parse, token.index, "compound"))
        return titled or token.entity not in NAMES_OF_THINGS
    if token.text.lower() == "other":  # "one was killed, the other is in hospital"
        return any(child.lemma == "the" for child in children(parse, token.index))
    if token.tag not in {"NN", "JJ", "JJR"} and token.lemma != "passer":  # "a passer-by", which parsers part
        return False
    return bool(children(parse, token.index, "det", "poss")) or token.lemma in actors()


def number_of(parse: Parse, head: int) -> Count | None:
    """Return the number that a phrase states, in figures, words or a vague word; None if it states none."""
    run = _stated_run(parse, head)
    return read_count([token.text.lower() for token in run]) if run else None


def number_start(parse: Parse, head: int) -> int:
    """Return the index of the first token of the number that a phrase states, or the head's own."""
    run = _stated_run(parse, head)
    return run[0].index if run else head


@remembered
def _stated_run(parse: Parse, head: int) -> tuple[Token, ...]:
    """Return the words of a phrase's number with those that bound it: "at least", "between 5 and"."""
    last = _last_of_number(parse, head)
    if last is None or (parse.tokens[last].entity in MEASURES and not _counts_people(parse, last, head)):
        return ()
    first, sentence = last, parse.tokens[last].sentence
    while first > 0 and parse.tokens[first - 1].sentence == sentence and goes_on(parse.tokens[first - 1]):
        first -= 1
    run = list(parse.tokens[first : last + 1])
    while run and not begins(run):
        run.pop(0)
    return tuple(run)


def _counts_people(parse: Parse, number: int, head: int) -> bool:
    """Tell whether a number taken for a measure's is that of people: "13 night-shift workers"."""
    after = parse.tokens[number + 1 : number + 2]
    told = parse.tokens[number].pos == "NUM" and parse.tokens[number].entity == "QUANTITY"
    bare = told and not any(t.pos in {"NOUN", "PROPN", "SYM"} for t in after)  # "rose to 17 overnight"
    return bare if head == number else parse.tokens[number].head == head and are_people(parse, head)


def _last_of_number(parse: Parse, head: int) -> int | None:
    token = parse.tokens[head]
    if is_number(token):
        tail = [i for i in subtree(parse, head) if head < i <= head + 4]
        return next((i for i in reversed(tail) if _joins(parse, head, i)), head)
    before = [child for child in children(parse, head) if child.index < head]
    inside = [i for c in before if c.dep in {"nummod", "quantmod"} for i in subtree(parse, c.index)]
    inside += [child.index for child in before if child.dep in {"amod", "det", "nmod", "compound"}]
    if token.tag == "NNS":  # of "six cattle herders" and "two mayor's aides" parsers give the number to the first
        firsts = (n for n in before if n.dep == "compound" or (n.dep == "poss" and n.tag == "NN"))
        inside += [c.index for n in firsts for c in children(parse, n.index) if c.pos == "NUM"]
    numbers = [i for i in inside if is_number(parse.tokens[i]) and not _is_label(parse, i)]
    return max((i for i in numbers if not _is_of_part(parse, i, min(numbers))), default=None)


def _is_of_part(parse: Parse, index: int, first: int) -> bool:
    """Tell whether a number after another counts some of them: the two of "killed six, two of them policemen"."""
    words = [t.text.lower() for t in parse.tokens[index - 1 : index + 3]]
    return index > first and words[:1] == [","] and words[2:] in (["of", "them"], ["of", "whom"])


def _joins(parse: Parse, head: int, index: int) -> bool:
    """Tell whether a number after another ends a range with it, or its product: "20 to 25", "tens of thousands"."""
    between = parse.tokens[head + 1 : index]
    linking = CONNECTORS | ({"of"} if is_vague(parse.tokens[index].text.lower()) else frozenset())
    return is_number(parse.tokens[index]) and bool(between) and all(t.text.lower() in linking for t in between)


def _is_label(parse: Parse, index: int) -> bool:
    """Tell whether a number counts nobody: that of a day or of a class: "a Grade 3 teacher", "Standard Four pupils"."""
    before = parse.tokens[index - 1] if index else parse.tokens[index]
    numbered = before.text.lower() in word_class("numbered_class")
    return numbered or is_day_of_month(parse, index)


def is_day_of_month(parse: Parse, index: int) -> bool:
    """Tell whether a month stands right behind a number: the 15 of "15 February Ali Omar was shot"."""
    after = parse.tokens[index + 1 : index + 2]
    return any(
        t.text[0].isupper() and t.lemma.removesuffix(".") in calendar_words("month", "month_word") for t in after
    )


def is_figure(parse: Parse, index: int) -> bool:
    """Tell whether a token is a number by itself: "12", "80+", "dozens", "one"."""
    return is_number(parse.tokens[index])
