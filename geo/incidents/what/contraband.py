"""A noun -> whether it speaks of arms, drugs or goods, which authorities seize."""

from functools import cache

from geo.lexicon import load_rows
from geo.model import Parse
from geo.syntax import children, is_passive, prepositional, subjects, subtree

CATEGORIES = frozenset({"materiel", "drugs", "goods"})
# What is found where it was laid or shot, and nobody's stock.
LEFT = frozenset({
    "bomb", "mine", "landmine", "ied", "device", "bullet", "cartridge", "shell", "rocket", "missile", "grenade",
    "drone",
})  # fmt: skip
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
    return any(_words()[word] != "goods" for word in words) and not words & LEFT


def _goods(parse: Parse, index: int) -> set[str]:
    words = (parse.tokens[i].lemma for i in subtree(parse, index, frozenset({"relcl", "acl"})))
    return {word for word in words if word in _words()}
