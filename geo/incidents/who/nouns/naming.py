"""A noun -> the words that name who or what it is, as a coder would write them down."""

import re
from itertools import dropwhile, takewhile

from geo.lexicon import word_class
from geo.model import Entity, Parse, Span, Token
from geo.syntax import children, conjuncts, prepositional
from geo.syntax.phrases import name_span, names_purpose
from geo.syntax.tags import DASHES, MAY_BE_PERSON, NOUNS, POSSESSIVES

ANOTHER = frozenset({"other", "another", "additional", "more"})
# What is no part of a name: that there were more, or how sure it is, which the modality says.
UNSAID = ANOTHER | {"alleged", "suspected", "presumed", "supposed", "same", "said", "so-called"}
LOOSE = frozenset({
    "specifically", "especially", "namely", "yesterday", "today", "tonight", "particularly", "mainly", "mostly",
    "chiefly", "largely", "primarily", "predominantly", "notably",
})  # fmt: skip
COUNTING = frozenset({"number", "dozen", "hundred", "thousand", "score", "handful", "majority", "most", "many", "rest"})
# Who of an organisation did it, where the word alone says nothing: "members of the army" is one name.
BELONGING = frozenset({"member", "element", "unit", "part", "supporter", "follower", "loyalist"})
PARTED = re.compile(r"-(?:by|in-law|at-arms|in-chief|general|elect)\b", re.IGNORECASE)
HELD = frozenset({"hostage", "prisoner", "captive"})
BRACKETED = re.compile(r"(?<=\w)\s*[(\[][^)\]]*$")
CLOCK = re.compile(r"0\d[0-5]\d")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)  # "on 16th July unknown persons"
LONGEST_NAME = 5  # words before a noun that stands before another
LONGEST_TITLE = 4  # words of a description that are kept before a name: "her mother, Ana Ruiz"


def name(parse: Parse, index: int, *, without_of: bool = False) -> Span:
    """Return a noun with what describes it: without article, inexact number, bracket, note or possessive mark.

    A day before it is not its own ("on 3 May gunmen shot"), nor is a number that is a bound ("at least 30"); how many
    there were is told by the counts.

    Parameters
    ----------
    parse, index
        The text, and the noun's token index.
    without_of
        Leave out its "of" phrase.
    """
    meant = _meant(parse, index)
    if meant != index:
        return name(parse, meant)
    span = name_span(parse, index)
    tokens = [t for t in parse.between(span.start, span.end) if not (without_of and t.index > index)]
    tokens = [*_begun(parse, tokens[0]), *tokens]
    tokens = list(takewhile(lambda t: t.index <= index or not _leads_away(parse, t), tokens))
    tokens = _after_number(parse, index, tokens)
    own = next((n for n, t in enumerate(tokens) if t.index == index), 0)
    noted = max((n for n, t in enumerate(tokens[:own]) if _is_dash(parse, t)), default=-1)
    noted = max(noted, *(n for n, t in enumerate(tokens[:own]) if _begins_clause(t) or _is_of_day(parse, t, index)), -1)
    tokens = list(dropwhile(lambda t: t.index < index and _is_loose(t), tokens[noted + 1 :]))
    last = _aside(parse, index) or _called(parse, tokens[-1])
    start, end = _start_of_word(parse, tokens[0]), _end_of_word(parse, last.end)
    text = parse.text[start:end]
    opened = BRACKETED.search(text)  # of "the Eastern University [EU" without what opens after it
    text = text[: opened.start()] if opened else text
    mark = next((mark for mark in POSSESSIVES if text.lower().endswith(mark)), "")
    text = text[: len(text) - len(mark)]
    return Span(start, start + len(text), text)


def in_full(parse: Parse, span: Span) -> Span:
    """Return the fullest name in the text of a person who is only called by a family name: "Kent" is "David Kent".

    Where two people of the text bear it, the name stays as it is.
    """
    own = span.text.casefold()
    full = [e for e in parse.entities if e.label == "PERSON" and own in _words(parse, e)[1:]]
    longest = max(full, key=lambda e: e.last - e.first, default=None)
    if longest is None or any(not set(_words(parse, e)) <= set(_words(parse, longest)) for e in full):
        return span
    text = parse.text[longest.start : longest.end]
    mark = next((mark for mark in POSSESSIVES if text.lower().endswith(mark)), "")
    return Span(longest.start, longest.end - len(mark), text.removesuffix(mark))


def _words(parse: Parse, entity: Entity) -> list[str]:
    return [token.text.casefold() for token in parse.tokens[entity.first : entity.last]]


def _start_of_word(parse: Parse, first: Token) -> int:
    """Return where a name begins that parsers part at its hyphens: "Jamaat-ul-Ahrar"."""
    before = first
    while before.pos == "PROPN" and before.index > 1 and parse.text[before.start - 1] == "-":
        before = parse.tokens[before.index - 2]
    return before.start if before.text.isalpha() else first.start


def _end_of_word(parse: Parse, end: int) -> int:
    """Return where a word ends that parsers part at its hyphen: "passers-by"."""
    rest = PARTED.match(parse.text, end)
    return rest.end() if rest else end


def _begun(parse: Parse, first: Token) -> list[Token]:
    """Return the words before a noun that stands before another: the "Mai-Mai" of "Mai-Mai militia raids"."""
    found: list[Token] = []
    above = {first.head, first.index} if first.dep == "compound" else set()
    for before in reversed(parse.tokens[max(0, first.index - LONGEST_NAME) : first.index]):
        if before.head not in above or before.dep not in {"amod", "compound", "punct"}:
            break
        above.add(before.index)
        found.insert(0, before)
    return found


def _begins_clause(token: Token) -> bool:
    """Tell whether a word is of a clause that parsers hang on its noun: "when rebels came", "among them a nurse"."""
    return token.tag == "PRP" or (token.tag in {"WRB", "IN"} and token.pos in {"SCONJ", "ADV"})


def _is_loose(token: Token) -> bool:
    """Tell whether a word before a phrase is none of it: "specifically the garrison", "or three", "today armed men"."""
    return token.pos in {"CCONJ", "SCONJ", "PUNCT"} or token.lemma in LOOSE or token.dep == "det"


def _is_of_day(parse: Parse, token: Token, index: int) -> bool:
    """Tell whether a word is of a day before a common noun: "on 3 May gunmen", "July 3 soldiers".

    Of "the 26 July Movement" it is not.
    """
    if token.lemma in word_class("hour") and token.index < index and parse.tokens[token.index - 1].pos == "ADP":
        return True  # "by noon loyal troops"
    if CLOCK.fullmatch(token.text) and token.index < index and parse.tokens[token.index - 1].lemma == "at":
        return True  # "at 0620 rebels"; "at 1200 troops" may be how many they fired at
    if token.entity != "DATE" or token.index == 0 or parse.tokens[index].pos != "NOUN":
        return False
    before = parse.tokens[token.index - 1]
    after_month = before.entity == "DATE" and before.pos == "PROPN" and token.text.isdigit()
    if token.lemma in {"later", "earlier", "ago"} or ORDINAL.fullmatch(before.text):
        return True  # "four days later gunmen"
    last_weekday = token.pos == "PROPN" and (before.lemma in {"last", "this", "next"} or before.pos == "ADP")
    dated = before.pos == "PROPN" and before.text.isdigit()  # as standins show a date to the parser
    after_day = dated or (token.pos == "PROPN" and before.pos == "NUM")
    return after_month or last_weekday or after_day


def _is_dash(parse: Parse, token: Token) -> bool:
    """Tell whether a word is a dash between blanks, as after the hour of a bulletin's item: "11:45 - Masked men"."""
    return token.text in DASHES and parse.text[max(0, token.start - 1)].isspace()


def _meant(parse: Parse, index: int) -> int:
    """Return the noun after "of" where the first only counts: the youths of "a large number of youths"."""
    if parse.tokens[index].lemma in HELD:  # "took 17 soldiers prisoner"
        return next((t.index for t in children(parse, index, "compound") if t.tag == "NNS"), index)
    inner = prepositional(parse, index, ("of",)) if parse.tokens[index].lemma in COUNTING else ()
    return inner[0] if len(inner) == 1 and parse.tokens[inner[0]].pos in NOUNS else index


def _leads_away(parse: Parse, token: Token) -> bool:
    """Tell whether a word after a noun begins where it was or what it did: "members of a family in Tela"."""
    return token.dep == "prep" and token.lemma != "of" and not names_purpose(parse, token)


def _after_number(parse: Parse, index: int, tokens: list[Token]) -> list[Token]:
    """Return a phrase from its number on ("dead two men"), or from after it where the number is a bound."""
    counts = (t for t in children(parse, index, "nummod") if t.index < index and _is_count(t.text))
    number = max((t.index for t in counts), default=None)
    if number is not None:
        bounded = any(t.index < number for t in children(parse, number))
        bounded = bounded or any(t.index < number and t.dep in {"quantmod", "advmod"} for t in tokens)
        tokens = [t for t in tokens if t.index > number or (t.index == number and not bounded)]
    if number is not None and len(tokens) > 1 and tokens[1].lemma in ANOTHER and tokens[1].index != index:
        tokens = tokens[1:]  # "7 other people"
    while len(tokens) > 1 and tokens[0].text.lower() in UNSAID and tokens[0].index != index:
        tokens = tokens[1:]
    return tokens


def _is_count(text: str) -> bool:
    """Tell whether a word counts: the "C-123" of "a C-123 plane" does not."""
    return not (any(c.isalpha() for c in text) and any(c.isdigit() for c in text))


def _called(parse: Parse, last: Token) -> Token:
    """Return the end of the name right behind a phrase's last noun: of "the office of the paper El Sol" its "Sol"."""
    names = (t for t in children(parse, last.index, "appos") if t.pos == "PROPN" and last.pos == "NOUN")
    return next((t for t in names if name_span(parse, t.index).start - last.end == 1), last)


def _aside(parse: Parse, index: int) -> Token | None:
    """Return the name that says who is meant, where it follows a short description: "her mother, Ana Ruiz"."""
    names = named_in_aside(parse, index)
    if len(names) != 1:
        return None
    first = name_span(parse, names[0]).start
    between = parse.between(parse.tokens[index].end, first)
    described = name_span(parse, index)
    short = len(described.text.split()) <= LONGEST_TITLE
    last = next((e.last - 1 for e in parse.entities if e.first <= names[0] < e.last), names[0])
    return parse.tokens[last] if short and len(between) <= 1 else None


def named_in_aside(parse: Parse, index: int) -> tuple[int, ...]:
    """Return the names that say who a common noun means: "two nurses, Amna Idris and Hawa Adam"."""
    if parse.tokens[index].pos != "NOUN":
        return ()
    asides = children(parse, index, "appos") or _torn_off(parse, index)
    found = [i for aside in asides for i in conjuncts(parse, aside.index) if i > index]
    people = all(parse.tokens[i].pos == "PROPN" and parse.tokens[i].entity in MAY_BE_PERSON for i in found)
    return tuple(found) if people else ()


def _torn_off(parse: Parse, index: int) -> tuple[Token, ...]:
    """Return the name right after a noun that parsers hang before it: "killed two nurses, Ana Cruz and Eva Rey"."""
    after = parse.tokens[index + 1 : index + 1 + LONGEST_NAME]
    first = next((t for t in after if t.text != ","), None)
    strays = (t for t in after if t.entity == "PERSON" and t.dep in {"npadvmod", "appos"} and t.head < index)
    return tuple(t for t in strays if first and name_span(parse, t.index).start == first.start)
