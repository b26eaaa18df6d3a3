"""A noun -> whether it speaks of arms, drugs or goods, which authorities seize."""

from collections.abc import Iterator
from functools import cache

from geo.lexicon import load_rows, load_words, word_class
from geo.lexicon.numerals import read_number
from geo.model import Parse, Token
from geo.syntax import children, is_passive, prepositional, subjects
from geo.syntax.tags import MODIFIERS

CATEGORIES = frozenset({"materiel", "drugs", "goods"})
STOCK = 20  # pieces from which arms are a stock, and not what was left or shot there
UPON = ("upon", "on", "across")  # "came upon 14 rifles"
QUALIFIERS = frozenset({"before", "vehicle"})  # uses of words that are not themselves what is seized


@cache
def _words() -> dict[str, str]:
    rows = load_rows("cargo", ("word", "category", "use"))
    return {word: category for word, category, use in rows if category in CATEGORIES and use not in QUALIFIERS}


def is_contraband(parse: Parse, index: int) -> bool:
    """Tell whether a noun phrase speaks of arms, drugs or goods: "drugs", "a shipment of assault rifles".

    Parameters
    ----------
    parse
        The text.
    index
        The noun's token index.
    """
    return bool(_goods(parse, index))


def is_valuable(parse: Parse, index: int) -> bool:
    """Tell whether a noun phrase speaks of what robbers take: money, goods, cattle, "sacks of rice".

    Parameters
    ----------
    parse
        The text.
    index
        The noun's token index.
    """
    goods = any(_words()[word] in {"money", "goods"} for word in _goods(parse, index))
    return goods or any(parse.tokens[i].lemma in load_words("loot") for i in _phrase(parse, index))


def finds_contraband(parse: Parse, verb: int) -> bool:
    """Tell whether what was found is arms or drugs: "found 30 rifles", "2 tonnes of cocaine were found".

    Parameters
    ----------
    parse
        The text.
    verb
        The verb's token index.
    """
    passive = is_passive(parse, verb)
    upon = prepositional(parse, verb, UPON)
    found = subjects(parse, verb) if passive else (*(t.index for t in children(parse, verb, "dobj")), *upon)
    words = {word for i in found for word in _goods(parse, i)}
    illicit = any(parse.tokens[w].lemma in word_class("illicit") for i in found for w in _phrase(parse, i))
    scene = any(parse.tokens[i].lemma in word_class("scene") for i in prepositional(parse, verb, ("at", "on")))
    many = not scene and any(_is_stock(parse, i) for i in found)
    return illicit or any(
        _words()[word] != "goods" and (many or word not in word_class("left_behind")) for word in words
    )


def _is_stock(parse: Parse, noun: int) -> bool:
    """Tell whether there are too many to lie where they were fired: "12,400 cartridges", not "40 spent cartridges"."""
    numbers = (read_number([t.text.lower()]) for t in children(parse, noun, "nummod"))
    spent = any(t.lemma in word_class("spent") for t in children(parse, noun, "amod"))
    return not spent and any(number is not None and number >= STOCK for number in numbers)


def _goods(parse: Parse, index: int) -> set[str]:
    tokens = [t for i in _phrase(parse, index) if not _says_what_for(parse, t := parse.tokens[i])]
    forms = {form for t in tokens for form in (t.lemma, t.text.lower().removesuffix("s"))}
    return forms & _words().keys()


def _says_what_for(parse: Parse, token: Token) -> bool:
    """Tell whether a word only says for what a weapon is: "anti-tank missiles"."""
    return token.dep in MODIFIERS and parse.tokens[token.head].lemma in word_class("left_behind")


def _phrase(parse: Parse, index: int) -> Iterator[int]:
    """Yield the words of a noun phrase without its clauses and without what it is for: "a use for cocaine"."""
    yield index
    below = (t for t in children(parse, index) if t.dep not in {"relcl", "acl"} and t.lemma != "for")
    for token in below:
        yield from _phrase(parse, token.index)
