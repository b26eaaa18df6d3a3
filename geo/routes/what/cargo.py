"""What a movement moves: the things and people named beside it that are worth a route."""

from dataclasses import dataclass
from functools import cache

from geo.lexicon import word_class
from geo.lexicon.cargo import EVERYDAY, cargo_rows
from geo.model import CONTRABAND, CargoCategory, Parse, Token
from geo.model.remembered import remembered
from geo.routes.words import has_mark, is_marked, marks
from geo.syntax import children, conjuncts, direct_objects, objects_of_preposition, prepositional
from geo.syntax.tags import MODIFIERS, OBJECTS, SUBJECTS

ATTRIBUTIVE = MODIFIERS | {"poss"}
DEEPEST = 5
SIGNS = frozenset({"$", "€", "£"})
HOLDING_ADJECTIVES = frozenset({"laden", "full", "loaded"})


@dataclass(frozen=True, slots=True)
class Load:
    """A cargo word: its token, its category, and how it is used (see ``cargo.csv``)."""

    token: int
    category: CargoCategory
    use: str


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {word: (category, use) for word, category, use in cargo_rows()}


def load_at(token: Token) -> Load | None:
    """Return the cargo that a word names by itself, if it names one."""
    load = _load(token)
    verb = token.pos in {"VERB", "ADV"} and token.dep not in {*SUBJECTS, "dobj", "pobj"}  # "the wounded"
    opening = (
        load is not None and load.category == "drugs" and token.tag == "VB" and token.text.istitle()
    )  # "Opium out of"
    return load if load and load.use != "before" and (opening or not verb) else None


def is_holder(token: Token) -> bool:
    """Tell whether a word is for what cargo is put into: "containers", "lorries"."""
    return _entry(token)[1] in {"part", "vehicle"} or has_mark(token, "conveyance")


@remembered
def whole_load(parse: Parse, index: int) -> Load | None:
    """Return the cargo that a word names where it stands: the "tanks" of "tanks of water" only hold something."""
    if named := _named_in_two(parse, index):
        return named
    load = load_at(parse.tokens[index])
    holds = load is not None and load.use == "holder" and any(p.lemma == "of" for p in children(parse, index, "prep"))
    return None if holds else load


def _named_in_two(parse: Parse, index: int) -> Load | None:
    """Return the cargo that a word names only with the one before it: "blasting caps", "child soldiers"."""
    before = index - 2 if parse.tokens[index - 1].text == "-" else index - 1
    if index == 0 or parse.tokens[before].sentence != parse.tokens[index].sentence:
        return None
    category, use = _words().get(f"{parse.tokens[before].text.lower()} {parse.tokens[index].lemma}", ("", ""))
    return Load(index, category, use) if category else None  # type: ignore[arg-type]


def _load(token: Token) -> Load | None:
    if token.text == "Rifles" and token.pos == "PROPN":
        return None  # a force: "the Assam Rifles"
    category, use = _entry(token)
    return Load(token.index, category, use) if category else None  # type: ignore[arg-type]


def loads_in(parse: Parse, noun: int, depth: int = 0) -> tuple[Load, ...]:
    """Return the cargo that a noun phrase names, with the members of a list: "rifles and two crates of grenades".

    Parameters
    ----------
    parse, noun, depth
        The text, the token index of a noun, and how many nouns were followed to get here.
    """
    found: list[Load] = []
    for member in _members(parse, noun) if depth < DEEPEST else ():
        toy = is_toy(parse, member)  # "dummy rifles", but neither "wooden boxes of rifles" nor "blank passports"
        loads = _loads_of_one(parse, member, depth)
        found.extend(load for load in loads if not (toy and load.token == member and load.category in CONTRABAND))
    return tuple(dict.fromkeys(found))


def measured(parse: Parse, cargo: int) -> tuple[int, ...]:
    """Return a cargo and the quantities of it above: the heroin and the tonnes of "two tonnes of heroin"."""
    found = [cargo]
    token = parse.tokens[cargo]
    while token.dep == "pobj" and parse.tokens[token.head].lemma == "of":
        token = parse.tokens[parse.tokens[token.head].head]
        found.append(token.index)
    return tuple(found)


def _members(parse: Parse, noun: int) -> tuple[int, ...]:
    """Return the members of a list, also where the second was taken for another name of the first: "bombs, rifles"."""
    listed = conjuncts(parse, noun)
    named = (t for i in listed for t in children(parse, i, "appos") if load_at(t))
    return tuple(dict.fromkeys((*listed, *(i for t in named for i in conjuncts(parse, t.index)))))


def _loads_of_one(parse: Parse, noun: int, depth: int) -> tuple[Load, ...]:
    noun = _valued(parse, noun)
    if any(t.text in SIGNS for t in children(parse, noun)):  # "wired $94,000"
        return (Load(noun, "money", "ordinary"),)
    own = whole_load(parse, noun)
    if own and own.use not in EVERYDAY:
        return (own,)
    inside = tuple(load for inner in _contents(parse, noun) for load in loads_in(parse, inner, depth + 1))
    return inside or load_of_kind(parse, noun) or ((own,) if own else ())


def is_toy(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is no such cargo by the word before it: "replica rifles", not "mercenaries hired in"."""
    before = children(parse, noun, "amod", "compound", "nmod", "poss")
    return any(has_mark(t, "toy") for t in (parse.tokens[noun], *before))


def load_of_kind(parse: Parse, noun: int) -> tuple[Load, ...]:
    """Return the cargo that the words before a noun say it is of: "mortar rounds", "missile fuel", "cannabis oil"."""
    category, use = _entry(parse.tokens[noun])
    if use not in {"part", "gear", "vehicle"} and category not in {"goods", "drugs"}:
        return ()
    before = attributes(parse, noun)
    if category == "materiel" or (use == "gear" and parse.tokens[noun].lemma not in word_class("any_cargo")):
        before = tuple(load for load in before if load.category != "persons")  # "fighter jets", "migrant gear"
    if category in {"goods", "drugs"} and use != "vehicle":
        before = tuple(load for load in before if load.category in CONTRABAND)
    return tuple(dict.fromkeys(Load(noun, load.category, load.use) for load in before))


def _valued(parse: Parse, noun: int) -> int:
    """Return what is worth a sum of money where the sum was taken for the thing: the gold of "gold worth a million"."""
    above = parse.tokens[parse.tokens[noun].head]
    if parse.tokens[noun].dep == "npadvmod" and above.lemma == "worth" and load_at(parse.tokens[above.head]):
        return above.head  # "heroin worth a million pounds arrived", read as if the pounds did
    if not any(t.lemma == "worth" for t in children(parse, noun, "amod")):
        return noun
    return next((t.index for t in children(parse, noun, "nmod", "compound", "npadvmod") if load_at(t)), noun)


def attributes(parse: Parse, noun: int) -> tuple[Load, ...]:
    """Return the cargo named before a noun: "arms and drug shipments"."""
    before = children(parse, noun, "compound", "amod", "nmod", "poss", "npadvmod")
    words = [parse.tokens[i] for t in before if t.index < noun for i in conjuncts(parse, t.index)]
    deeper = [inner for word in words for inner in children(parse, word.index, "compound")]
    loads = [load for load in map(_load, (*words, *deeper)) if load and parse.tokens[load.token].pos != "VERB"]
    gear = _entry(parse.tokens[noun])[1] in {"gear", "vehicle"}
    return tuple(load for load in loads if gear or load.use != "before")


def _contents(parse: Parse, noun: int) -> list[int]:
    """Return the nouns that say what a noun holds: "of …", "with …", "carrying …", "laden with …"."""
    if parse.tokens[noun].lemma in marks("about"):
        return []
    words = {"of", "with", "in"} if parse.tokens[noun].tag == "CD" else {"of", "with"}  # "nine in ten of the rifles"
    found = [*prepositional(parse, noun, words)]
    token = parse.tokens[noun]  # parsers hang the "with" of "sent 60 lorries with food" on the verb
    beside = children(parse, token.head, "prep") if token.dep == "dobj" else ()
    beside = tuple(p for p in beside if p.index == noun + 1 and p.lemma == "with")
    found += [i for p in beside for i in objects_of_preposition(parse, p.index)]
    found += [t.index for t in children(parse, noun, "appos") if load_at(t) or _entry(t)[1] == "part"]
    for clause in children(parse, noun, "acl", "relcl", "amod"):
        if clause.lemma in word_class("holds_cargo") or clause.lemma in HOLDING_ADJECTIVES:
            found.extend(direct_objects(parse, clause.index))
            found.extend(
                i for p in children(parse, clause.index, "prep") if p.lemma in {"with", "of"}
                for i in objects_of_preposition(parse, p.index)
            )  # fmt: skip
    return found


def _entry(token: Token) -> tuple[str, str]:
    words, plain = _words(), token.text.lower()
    singular = plain
    if token.pos in {"PROPN", ""}:  # "Kalashnikovs", "Mercenaries"; what was not parsed
        singular = plain[:-3] + "y" if plain.endswith("ies") else plain.removesuffix("s")
    return words.get(plain) or words.get(token.lemma) or words.get(singular) or ("", "")


def plain_load(parse: Parse, index: int) -> Load | None:
    """Return the cargo that a noun names, if it does not merely qualify another and is worth a route by itself."""
    token = parse.tokens[index]
    load = None if token.dep in ATTRIBUTIVE else whole_load(parse, index)
    return load if load and load.use not in EVERYDAY else None


def is_illicit(parse: Parse, noun: int) -> bool:
    """Tell whether the words call a thing illicit, or say that people were recruited ("recruiting youths")."""
    token = parse.tokens[noun]
    ruling = parse.tokens[token.head]
    ruled = token.dep in OBJECTS and not marks("illicit").isdisjoint({ruling.lemma, ruling.text.lower()})
    torn = token.dep == "nsubj" and ruling.text.lower() in marks("illicit")  # "ivory poached in"
    got = (parse.tokens[i] for i in prepositional(parse, noun, {"of", "from"}))  # "the proceeds of extortion"
    return ruled or torn or is_marked(parse, noun, "illicit") or any(has_mark(t, "illicit") for t in got)
