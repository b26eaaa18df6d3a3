"""The phrase of a noun in a parsed sentence, as token indices or as the words that name the thing."""

from collections.abc import Iterator

from geo.model import Parse, Span, Token
from geo.model.remembered import remembered
from geo.syntax import ancestors, children
from geo.syntax.tags import PLACES, TIMES

# What hangs on a noun without belonging to the name of the thing: clauses, asides, further members of a list.
OUTSIDE_PHRASE = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "ccomp", "preconj"})
# Before the noun a list is one of its modifiers ("Iraqi and US forces").
BEFORE_NOUN = frozenset({"conj", "cc", "preconj"})


@remembered
def in_phrase(parse: Parse, index: int) -> tuple[int, ...]:
    """Return the indices of a noun's own phrase: an unbroken run, without clauses, asides or list members."""
    members = set(_phrase_members(parse, index, index))
    first = last = index
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    return tuple(range(first, last + 1))


def _phrase_members(parse: Parse, index: int, noun: int) -> Iterator[int]:
    """Yield a noun and what belongs to it: all before it, hyphens included, and after it what is no clause or aside."""
    yield index
    for child in parse.tokens[index].children:
        token = parse.tokens[child]
        if token.dep not in OUTSIDE_PHRASE or (child < noun and token.dep in BEFORE_NOUN) or token.text == "-":
            yield from _phrase_members(parse, child, noun)


def phrase_span(parse: Parse, index: int) -> Span:
    """Return a noun's own phrase as characters, without a leading determiner or a trailing mark."""
    members = [parse.tokens[i] for i in in_phrase(parse, index)]
    while members[0].index != index and _is_outer(members[0]):
        members = members[1:]
    while members[-1].index != index and members[-1].pos in {"PUNCT", "CCONJ"}:
        members = members[:-1]
    start, end = members[0].start, members[-1].end
    return Span(start, end, parse.text[start:end])


def sentence_span(parse: Parse, sentence: int) -> Span:
    """Return a sentence by its index, without the white space around it."""
    whole = parse.sentences[sentence]
    text = parse.text[whole.start : whole.end].strip()
    start = parse.text.index(text, whole.start)
    return Span(start, start + len(text), text)


def _is_outer(token: Token) -> bool:
    """Tell whether a word at the head of a phrase says nothing of what it names; the "at" of "at least" does."""
    return token.pos in {"DET", "PUNCT", "CCONJ"} or (token.pos == "ADP" and token.dep == "prep")


def name_span(parse: Parse, index: int) -> Span:
    """Return a noun with what stands before it and its "of" phrase, the form in which a coder would write it down."""
    members = [parse.tokens[i] for i in in_phrase(parse, index)]
    members = [t for t in members if t.index <= index or belongs_by_of(parse, t.index, index)]
    while members[0].index != index and _is_outer(members[0]):
        members = members[1:]
    start, end = members[0].start, members[-1].end
    return Span(start, end, parse.text[start:end])


def belongs_by_of(parse: Parse, index: int, noun: int) -> bool:
    """Tell whether a token after `noun` stands in its "of" phrase, or is its number or possessive mark: "Unit 101"."""
    top = parse.tokens[index]
    if top.dep == "nummod" and top.head == noun == index - 1:
        return top.entity not in TIMES
    for above in ancestors(parse, index):
        if above.index == noun:
            of = top.lemma == "of" and not children(parse, top.index, "pcomp")
            return of or top.dep == "case" or names_purpose(parse, top)
        top = above
    return False


def names_purpose(parse: Parse, link: Token) -> bool:
    """Tell whether a "for" is part of a name: "the Movement for the Freedom of Azawad", not "Stingers for Savimbi"."""
    aims = children(parse, link.index, "pobj") if link.lemma == "for" else ()
    named = parse.tokens[link.head].tag == "NNP" and parse.tokens[link.head].text[0].isupper()
    return named and any(t.pos == "PROPN" and t.text[0].isupper() and t.entity not in PLACES for t in aims)
