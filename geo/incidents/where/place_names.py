"""The names of a sentence that may say where something was, known to the gazetteer or not."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from geo.layout.dateline import dateline_end
from geo.lexicon import load_rows
from geo.lexicon.parties import sides
from geo.model import STANDS, Parse, Sentence, Token, Toponym
from geo.model.remembered import remembered
from geo.model.within import positions_in
from geo.syntax import children, prepositional
from geo.syntax.roads import is_of_roads
from geo.syntax.tags import FIGURES, PLACES

NAMED = frozenset({"GPE", "LOC", "FAC", "PERSON", "ORG", "NORP", "PRODUCT"})
JOINTS = frozenset({"-", "'", "’", "‘", "`", "/"})  # within a name when no blank stands beside them: "Al-Bab"
SMALL = frozenset({"of", "de", "del", "la", "el", "al", "the", "da", "do", "des", "du", "e"})
SETTLEMENTS = frozenset({"town", "village", "city", "hamlet", "settlement", "township", "suburb", "community",
                         "port", "resort", "island"})  # fmt: skip
COASTS = frozenset({"coast", "coastline", "shore", "seaboard", "littoral"})
MODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may locate an event.

    Parameters
    ----------
    first, last
        Its tokens ``[first, last)``.
    head
        The token by which it hangs in the sentence.
    toponym
        The index of the toponym in it, None where none was found.
    """

    first: int
    last: int
    head: int
    toponym: int | None


@cache
def words(meaning: str) -> frozenset[str]:
    """Return the words of the lexicon `placing` that have a meaning."""
    return frozenset(word for word, means in load_rows("placing", ("word", "meaning")) if means == meaning)


def head_token(parse: Parse, start: int, end: int) -> int | None:
    """Return the token of a span that hangs on a word outside it, or None where the span holds no token.

    Parameters
    ----------
    parse, start, end
        The text, and characters of the span.
    """
    inside = parse.between(start, end)
    indices = {t.index for t in inside}
    return next((t.index for t in inside if t.head == t.index or t.head not in indices), None)


def within(parse: Parse, sentence: Sentence, toponyms: tuple[Toponym, ...]) -> range:
    """Return the indices of the toponyms of a sentence, a dateline's left out."""
    return positions_in(toponyms, max(sentence.start, dateline_end(parse.text)), sentence.end)


@remembered
def candidates(parse: Parse, sentence: Sentence, toponyms: tuple[Toponym, ...]) -> tuple[Candidate, ...]:
    """Return the names of a sentence, in the order of the text."""
    numbers = within(parse, sentence, toponyms)
    owner: dict[int, int] = {}
    for number in numbers:
        for token in parse.between(toponyms[number].start, toponyms[number].end):
            if token.index not in owner or toponyms[number].role == "literal":
                owner[token.index] = number
    found = [
        Candidate(first, last, _head(parse, first, last), _toponym(owner, first, last))
        for first, last in _runs(parse, sentence, _name_tokens(parse, sentence, toponyms, numbers), owner)
    ]
    return tuple(name for name in found if name.toponym is not None or not _is_of_things(parse, name))


def own_name(parse: Parse, name: Candidate, toponyms: tuple[Toponym, ...]) -> Candidate:
    """Return the name of a place of which a name only says whose or which it is, or that name.

    It is Dosa in "the Maroon village of Dosa", and Kenya in "on Kenya's Indian Ocean coast".
    """
    if (coast := coast_of(parse, name, toponyms)) is not None:
        return _owner(parse, coast, toponyms) or name
    if not _is_of_a_people(parse, name):
        return name
    first, sentence = parse.tokens[name.head].head + 2, parse.sentences[parse.tokens[name.head].sentence]
    return next((other for other in candidates(parse, sentence, toponyms) if other.first == first), name)


def coast_of(parse: Parse, name: Candidate, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the coast of which a sea's name only says which one it is, None where the name is none or says more."""
    place = None if name.toponym is None else toponyms[name.toponym].place
    after = parse.tokens[name.last : name.last + 1]
    if place is None or place.kind != "water":
        return None
    coasts = (t for t in after if t.lemma in COASTS and parse.tokens[t.head].lemma != "off")  # which is at sea
    return next((t.index for t in coasts), None)


def _owner(parse: Parse, coast: int, toponyms: tuple[Toponym, ...]) -> Candidate | None:
    """Return the name of whose coast it is: "Colombia's Atlantic coast", "the Black Sea coast of Ukraine"."""
    owners = {t.index for t in children(parse, coast, "poss")} | set(prepositional(parse, coast, ("of",)))
    every = candidates(parse, parse.sentences[parse.tokens[coast].sentence], toponyms)
    return next((other for other in every if other.head in owners), None)


def is_no_place(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name only says whose a town is, or is that of a known group, or of a man with a title."""
    if _is_of_a_people(parse, name):
        return True
    return name.toponym is None and (_is_of_man(parse, name) or _is_of_group(parse, name))


def _is_of_group(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name is an armed group's, and no more: the Hamas of "struck a Hamas command centre"."""
    start, end = parse.tokens[name.first].start, parse.tokens[name.last - 1].end
    return sides().get(parse.text[start:end].casefold()) == "name"


def _is_of_a_people(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name only says whose a town is that has its own name: "the Maroon village of Morakondre"."""
    head = parse.tokens[name.head]
    named = parse.tokens[head.head + 1 : head.head + 3]
    beside = head.head in {name.last, name.last + 1}  # "the Caribbean port city of Xan"
    town = head.dep in MODIFIERS and beside and parse.tokens[head.head].lemma in SETTLEMENTS
    return town and len(named) > 1 and named[0].lemma == "of" and named[1].pos == "PROPN"


def _is_of_man(parse: Parse, name: Candidate) -> bool:
    own = {token.text.lower().rstrip(".") for token in parse.tokens[name.first : name.last - 1]}
    return not own.isdisjoint(_titles()) and parse.tokens[name.head].entity not in PLACES  # "Saint Albert's Mission"


@cache
def _titles() -> frozenset[str]:
    rows = load_rows("person_words", ("word", "kind"))
    return frozenset(word.rstrip(".") for word, kind in rows if kind == "title") - {"saint"}


def _is_of_things(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name is that of one of many things or villages, or of roads: "in a Fiat", "in a Zande village"."""
    token = parse.tokens[name.head]
    town = parse.tokens[token.head]
    one = town if token.dep in MODIFIERS and town.lemma in SETTLEMENTS else token
    made = token.pos in {"PROPN", "ADJ"} and any(t.lemma == "a" for t in children(parse, one.index, "det"))
    return made or is_of_roads(parse, name.head)


def _toponym(owner: dict[int, int], first: int, last: int) -> int | None:
    return next((owner[i] for i in range(last - 1, first - 1, -1) if i in owner), None)


def _head(parse: Parse, first: int, last: int) -> int:
    """Return the last token of a name that hangs outside it, or the noun that the whole name only modifies."""
    outer = [i for i in range(first, last) if parse.tokens[i].head == i or not first <= parse.tokens[i].head < last]
    return outer[-1] if outer else first


def _name_tokens(parse: Parse, sentence: Sentence, toponyms: tuple[Toponym, ...], numbers: range) -> set[int]:
    start = dateline_end(parse.text)
    own = parse.sentence_tokens(sentence)
    found = {t.index for t in own if t.start >= start and _is_name(t)}
    for number in numbers:
        if toponyms[number].role in STANDS:
            found |= _named(parse.between(toponyms[number].start, toponyms[number].end))
    found |= set(_ground(parse, sentence, found))
    found |= {b.index for a, b, c in zip(own, own[1:], own[2:], strict=False) if _joins(a, b, c, found)}
    return found | {a.index for a, b in pairwise(own) if _opens(a, b, found)}


def _named(tokens: Sequence[Token]) -> set[int]:
    """Return the tokens of a toponym that are a name, and those in between: not the "Ten miles south of" before it."""
    names = [n for n, t in enumerate(tokens) if t.text[:1].isupper() and t.pos == "PROPN"]
    capital = names or [n for n, t in enumerate(tokens) if t.text[:1].isupper()]
    inside = tokens[capital[0] : capital[-1] + 1] if capital else tokens
    return {t.index for t in inside}


def _is_name(token: Token) -> bool:
    if token.entity in FIGURES:
        return False
    capital = token.text[:1].isupper()
    if token.pos == "PROPN":
        return capital or token.text.lower() in SMALL or token.text == "-"
    return capital and token.entity in NAMED and token.pos in {"NOUN", "NUM", "X", "VERB"}


def _ground(parse: Parse, sentence: Sentence, names: set[int]) -> Iterator[int]:
    """Yield the small words inside a place's name of several words: "Gulf of Aden"."""
    for entity in parse.entities[bisect_left(parse.entities, sentence.first, key=lambda e: e.first) :]:
        if entity.first >= sentence.last:
            return
        inside = range(entity.first, entity.last)
        named = [i for i in inside if i in names]
        if entity.label in PLACES and named and all(i in names or _is_small(parse.tokens[i]) for i in inside):
            yield from range(named[0], named[-1] + 1)


def _is_small(token: Token) -> bool:
    return token.text.lower() in SMALL or token.text in JOINTS


def _joins(before: Token, mark: Token, after: Token, names: set[int]) -> bool:
    tight = before.end == mark.start and mark.end == after.start
    return tight and mark.text in JOINTS and before.index in names and after.index in names


def _opens(mark: Token, name: Token, names: set[int]) -> bool:
    """Tell whether an apostrophe is the first letter of a name: "‘Anadan"."""
    return mark.text in JOINTS - {"-", "/"} and mark.end == name.start and name.index in names


def _runs(parse: Parse, sentence: Sentence, names: set[int], owner: dict[int, int]) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for index in range(sentence.first, sentence.last + 1):
        inside = index < sentence.last and index in names
        if inside and parse.tokens[index].text in {"'s", "’s"}:  # "Cox's Bazar" is one name, "Kech's Dosal" two
            inside = index in owner and owner[index] == owner.get(index - 1) == owner.get(index + 1)
        if inside and first is None:
            first = index
        elif not inside and first is not None:
            yield first, index
            first = None
