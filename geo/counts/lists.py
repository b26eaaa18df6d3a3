"""A list of people -> how many they are in all: its members, what only restates them, what only names a part.

A sum is given only where it is whole. A list with a plural that has no number ("the priests, a cook and his son") has
none: the words do not say how many, and the part that they do say would pass for all.
"""

import re
from collections.abc import Collection
from itertools import takewhile

from geo.counts.hospital import fares_badly
from geo.counts.objects import STATED
from geo.counts.people import ANYONE, are_people, count_one, may_be_people, number_start
from geo.counts.words import entries, has_form
from geo.model import Count, Effect, Parse, Token
from geo.model.remembered import remembered
from geo.syntax import children, conjuncts, prepositional
from geo.syntax.tags import PLURAL

PEOPLE_AT_LARGE = frozenset({"people", "person", "man", "woman", "child", "civilian", "victim", "member", "other"})
AT = frozenset({"in", "at", "near", "outside", "around"})
HAND = "hand"  # of a ship
HELD = frozenset({"captive", "prisoner"})
FURTHER = frozenset({"more", "others"})
LISTED = frozenset({"det", "poss", "nummod"})
PART_BEFORE = ("including", "included", "among them", "among whom", "among these", "of them", "of whom")
PART_AFTER = ("of them", "of whom", "of these", "among them")
IN_ALL = ("in all", "in total", "all told", "in number")
OF_HURT = re.compile(r"of (?:the|those) (?:wounded|injured|hurt)\b")
BACK = re.compile(rf"(?!{OF_HURT.pattern})of (?:them\b|those\b|the (?:victims|dead|casualties|fatalities|killed)\b)")
OTHER_FATES = frozenset({"missing", "unhurt", "unaccounted", "captive", "prisoner", "unharmed", "safe"})
LONGEST_NAME = 10  # tokens from a noun to the end of the name after it
AGES = 6  # tokens from an age to its unit: "19, 23 and 40 years old"
REACH = 40  # tokens within which a bracket stands open
ASIDE_MARKS = frozenset({",", "-", "–", "—", "--", "("})


def count_people(parse: Parse, head: int, without: Collection[int] = ()) -> Count | None:
    """Return how many people a noun phrase and the list that it heads speak of, or None if it does not say.

    Parameters
    ----------
    head
        Token index of the head noun, or of the number where no noun stands.
    without
        Members of the list to leave out, as token indices.
    """
    listed = members(parse, head, without)
    if any(_is_open(parse, i, listed) for i in listed):
        return None
    counts = [count for i in listed if (count := count_one(parse, i))]
    if not counts:
        return _counted_behind(parse, head) if len(listed) == 1 else None
    rest = sum(counts[1:], Count(0, 0, 0))
    if parse.tokens[head].lemma in PEOPLE_AT_LARGE and counts[0].best > 1 and rest == counts[0]:
        return rest  # "four people, three men and a boy"
    return sum(counts, Count(0, 0, 0))


def _counted_behind(parse: Parse, head: int) -> Count | None:
    """Return the number of "the inhabitants of the village, 38 in all"."""
    sentence = parse.sentences[parse.tokens[head].sentence]
    after = parse.tokens[head + 1 : min(head + LONGEST_NAME, sentence.last - 2)]
    found = (t.index for t in after if t.text in ASIDE_MARKS)
    ends = (at + n for at in found for n in (1, 2) if _words(parse, at + n + 1, at + n + 3) in IN_ALL)
    return next((count for at in ends if (count := count_one(parse, at))), None)


def apart(parse: Parse, head: int) -> tuple[int, ...]:
    """Return the members of a list of people who are each told with a place: "ten in Gusau and four in Kankara".

    Others are one number, and `head` stands for all of them.
    """
    listed = members(parse, head)
    if not may_be_people(parse, head):  # "eleven camels and an old man"
        return next(((i,) for i in listed if are_people(parse, i)), (head,))
    placed = (any(t.lemma in AT for t in children(parse, i, "prep")) for i in listed)
    return listed if all(placed) else (head,)


def members(parse: Parse, head: int, without: Collection[int] = ()) -> tuple[int, ...]:
    """Return the nouns of a list, those included that the parser took for an aside ("a priest, two nuns and a cook").

    The head itself is always one of them, even if it stands among those to leave out, unless the aside says who is
    meant by it ("the victims, a teacher and two pupils").
    """
    if head and parse.tokens[head].pos == "NUM" and parse.tokens[head - 1].lemma == "between":
        return (head,)  # "between 20 and 30", which is one number
    every = (*conjuncts(parse, head), *_hung_on_things(parse, head))
    found = [i for i in every if i == head or (i not in without and _is_alike(parse, head, i))]
    found = [i for i in found if i == head or not _is_second_role(parse, i)]
    labelled = parse.tokens[number_start(parse, head) - 1].text in STATED  # "Wounded: 4 officers, 1 civilian"
    for aside in children(parse, head, "appos"):
        if labelled:
            found += [] if is_part(parse, aside.index) else [aside.index]
            continue
        listed = [i for i in conjuncts(parse, aside.index) if i not in without and _is_alike(parse, head, i)]
        if children(parse, aside.index, "cc") and all(_is_listed(parse.tokens[i], parse) for i in listed[1:]):
            found = _with_aside(parse, found, aside, listed)
    return tuple(dict.fromkeys(found))


@remembered
def _hung_on_things(parse: Parse, head: int) -> tuple[int, ...]:
    """Return the foreman of "the owner of a farm and his foreman", whom parsers list with the farm."""
    things = (i for i in prepositional(parse, head, ("of",)) if not may_be_people(parse, i))
    listed = (i for n in things for i in conjuncts(parse, n) if i != n)
    return tuple(i for i in listed if _is_listed(parse.tokens[i], parse))


def _with_aside(parse: Parse, found: list[int], aside: Token, listed: list[int]) -> list[int]:
    """Return the members with those of a list in an aside, if it goes on or says who the first of them are."""
    head = found[0]
    if aside.index not in listed or _is_further(parse, head, aside):
        return [*found, *listed]
    counted = count_one(parse, head)
    if aside.pos == "PROPN" and not _names_all(parse, head, counted):
        # "a teacher, Ali Omar, and two pupils"; "two nurses, Ana Cruz and Eva Rey" are two
        return found if counted and counted.best == len(listed) else [*found, *listed[1:]]
    return found if counted else [*listed, *found[1:]]


def _names_all(parse: Parse, head: int, counted: Count | None) -> bool:
    """Tell whether names are all whom a plural means: "constables Ali Khan and Omar Shah"."""
    follows = any(t.pos == "PROPN" for t in parse.tokens[head + 1 : head + 2])
    return counted is None and parse.tokens[head].tag == "NNS" and follows


def _is_alike(parse: Parse, head: int, index: int) -> bool:
    """Tell whether a further member is people whom the same befell: not the 25 of "17 dead and 25 missing"."""
    # "killing 29 soldiers and 10 prisoners"
    held = parse.tokens[index].lemma in HELD and parse.tokens[head].pos == "NOUN"
    if (parse.tokens[index].lemma in OTHER_FATES and not held) or has_own_fate(parse, index):
        return False
    if has_form(parse.tokens[index], "body") and parse.tokens[index].lemma != HAND:
        return False  # "shot a man in both knees and both ankles"
    near = reversed(parse.tokens[max(head, index - REACH) : index])
    bracketed = next((t.text for t in near if t.text in {"(", ")"}), "") == "("  # "six priests (five old) and a cook"
    return may_be_people(parse, index) and not bracketed


def has_own_fate(parse: Parse, index: int) -> bool:
    """Tell whether what follows a number says what befell these, or an age: "17 dead and 25 missing"."""
    number = parse.tokens[index]
    if fares_badly(parse, index):
        return True  # "leaving nine patients dead and two nurses in critical condition"
    if number.pos != "NUM" and number.text.lower() not in FURTHER:  # "and three others injured"
        return False
    if number.entity == "DATE" and any(t.lemma == "year" for t in parse.tokens[index : index + AGES]):
        return True  # "two men, 42 and 57 years old"
    rest = (t for t in parse.tokens[index + 1 : index + 3] if t.text.lower() not in FURTHER)
    after = next(rest, None)
    return after is not None and (after.lemma in entries() or after.text.lower() in OTHER_FATES)


def _is_listed(token: Token, parse: Parse) -> bool:
    """Tell whether a noun stands for people of its own, not for a role of the one before ("poet and editor")."""
    return token.pos in {"PROPN", "NUM"} or bool(children(parse, token.index, *LISTED))


def _is_second_role(parse: Parse, index: int) -> bool:
    """Tell whether a noun is what else somebody was who is named after it: "a lawyer and deputy, Ana Cruz,"."""
    token, rest = parse.tokens[index], parse.tokens[index + 1 : index + LONGEST_NAME]
    name = list(takewhile(lambda t: t.pos == "PROPN", rest[1:])) if rest and rest[0].text == "," else []
    after = rest[len(name) + 1 : len(name) + 3]
    several = any(t.pos == "CCONJ" for t in after) or any(t.pos == "PROPN" for t in after[1:])
    return bool(name) and not several and token.tag == "NN" and not _is_listed(token, parse)


def _is_further(parse: Parse, head: int, aside: Token) -> bool:
    """Tell whether an aside that is a list goes on with the list rather than saying who the head is."""
    token = parse.tokens[head]
    several = any(parse.tokens[i].tag == "NNS" for i in conjuncts(parse, aside.index))
    if token.tag == "NNP" and several:  # "Ali Omar, his driver and three guards"
        return True
    if token.pos == "PROPN" or aside.pos == "PROPN":
        return token.pos == aside.pos
    owned = bool(children(parse, aside.index, "poss"))  # "a couple, their guide and a cook"
    return (count_one(parse, head) == Count(1, 1, 1) or owned) and _is_listed(aside, parse)


def _is_open(parse: Parse, index: int, listed: Collection[int]) -> bool:
    """Tell whether a member of a list is some number of people that the words do not tell: "others", "his guards".

    In "12 soldiers and civilians" the number is that of both.
    """
    token = parse.tokens[index]
    if len(listed) < 2 or count_one(parse, index) is not None or not are_people(parse, index):
        return False
    bare = index != min(listed) and not children(parse, index, *LISTED) and token.lemma not in ANYONE
    return token.tag in PLURAL and not bare


def is_part(parse: Parse, head: int) -> bool:
    """Tell whether words name a part of people counted before: "among them five children", ", two of them nurses"."""
    own = [c.index for c in children(parse, head, "compound", "det", "poss", "amod", "nummod") if c.index < head]
    whose = (i for t in children(parse, head, "poss") for i in t.children)  # "among them the mayor's son"
    first = min(number_start(parse, head), *own, *whose, head)
    before = _words(parse, first - 2, first)
    if before.endswith(PART_BEFORE):
        return True
    marked = first > 0 and parse.tokens[first - 1].text in ASIDE_MARKS
    counted = number_start(parse, head)
    among = any(t.lemma == "among" for t in children(parse, head, "prep"))  # ", a girl of nine among them"
    return marked and (among or any(_words(parse, at + 1, at + 3) in PART_AFTER for at in (head, counted)))


def points_back(parse: Parse, head: int, effect: Effect) -> bool:
    """Tell whether a number is one of people told of before: "two of them", "four of the victims".

    Who was hurt and dies is one more of the dead: "two of the wounded died".
    """
    after = _words(parse, head + 1, head + 4)
    known = BACK.match(after) or (effect != "killed" and OF_HURT.match(after))
    return parse.tokens[head].pos in {"NUM", "PRON", "NOUN"} and bool(known)


def _words(parse: Parse, first: int, last: int) -> str:
    return " ".join(t.text.lower() for t in parse.tokens[max(first, 0) : last])
