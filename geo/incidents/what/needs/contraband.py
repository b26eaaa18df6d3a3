"""A noun -> whether it speaks of arms, drugs or goods, which authorities seize."""

from collections.abc import Callable, Iterator
from functools import cache

from geo.incidents.speech import is_saying
from geo.incidents.what.needs.takings import taken
from geo.incidents.who.arguments.done_to import is_done_to
from geo.incidents.who.nouns.kinds import ACTORS, PERSONS, is_armed, kind_of
from geo.lexicon import load_words, word_class
from geo.lexicon.cargo import cargo_rows
from geo.lexicon.numerals import read_number
from geo.model import Parse, Token
from geo.syntax import agents, ancestors, children, conjuncts, direct_objects, prepositional, subjects, subtree
from geo.syntax.tags import MODIFIERS, NOUN_CLAUSES

CATEGORIES = frozenset({"materiel", "drugs", "goods"})
VALUABLE = frozenset({"money", "goods"})
STOCK = 20  # pieces from which arms are a stock, and not what was left or shot there
STOPS = frozenset({"stop", "halt", "flag"})
CARRIES = frozenset({"take", "carry"})
UNSAID = frozenset({"pick", "gather", "collect", "retrieve"})  # by whom arms were, need not be said
UPON = ("upon", "on", "across")  # "came upon 14 rifles"
QUALIFIERS = frozenset({"before", "vehicle"})  # uses of words that are not themselves what is seized


def _is_search(parse: Parse, noun: int) -> bool:
    return parse.tokens[noun].lemma in word_class("search")


def _is_states(parse: Parse, noun: int) -> bool:
    """Tell whether a noun speaks of a state's people, or of those who are made up of them: "a navy vessel"."""
    if parse.tokens[noun].tag == "PRP":  # "customs report that they stopped a lorry"
        above = (t.index for t in ancestors(parse, noun) if is_saying(t))
        return any(parse.tokens[i].tag != "PRP" and _is_states(parse, i) for v in above for i in subjects(parse, v))
    within = subtree(parse, noun, frozenset({"relcl"}))
    warship = kind_of(parse, noun) == "vehicle" and is_armed(parse, noun)
    return warship or any(kind_of(parse, i) == "state_force" for i in within)


# Who does it where a verb has other senses: "the raid yielded 78 grenades", not "the field"; what others take is loot.
TAKERS: dict[str, Callable[[Parse, int], bool]] = {
    "yield": _is_search,
    "bring": is_armed,
    **dict.fromkeys(
        ("take", "capture", "gather", "pick", "collect", "retrieve", "get", "walk", "carry", "sweep", *STOPS),
        _is_states,
    ),
}


@cache
def _words() -> dict[str, str]:
    known = CATEGORIES | VALUABLE
    return {word: category for word, category, use in cargo_rows() if category in known and use not in QUALIFIERS}


def is_contraband(parse: Parse, index: int) -> bool:
    """Tell whether a noun phrase speaks of arms, drugs or goods: "drugs", "a shipment of assault rifles"."""
    return any(_words()[word] in CATEGORIES for word in _goods(parse, index))


def is_valuable(parse: Parse, index: int) -> bool:
    """Tell whether a noun phrase speaks of what robbers take: money, goods, cattle, "sacks of rice"."""
    goods = any(_words()[word] in VALUABLE for word in _goods(parse, index))
    goods = goods or any(parse.tokens[i].entity == "MONEY" for i in _phrase(parse, index))
    words = {form for i in _phrase(parse, index) for form in (parse.tokens[i].lemma, parse.tokens[i].text.lower())}
    return goods or not load_words("loot").isdisjoint(words)


def finds_contraband(parse: Parse, verb: int) -> bool:
    """Tell whether what was found is arms or drugs: "found 30 rifles", "2 tonnes of cocaine were found"."""
    doers, lemma = agents(parse, verb), parse.tokens[verb].lemma
    unsaid = not doers and lemma in UNSAID and is_done_to(parse, verb)
    if (by_whom := TAKERS.get(lemma)) and not unsaid and not any(by_whom(parse, i) for i in doers):
        return False
    found = [i for n in _found(parse, verb) for i in conjuncts(parse, n)]
    found = [i for i in found if kind_of(parse, i) not in ACTORS]  # not "a group of drug traffickers"
    words = {word for i in found for word in _goods(parse, i)}
    illicit = any(parse.tokens[w].lemma in word_class("illicit") for i in found for w in _phrase(parse, i))
    laden = lemma in STOPS and any(_goods(parse, i) for i in prepositional(parse, verb, ("with",)))
    scene = any(parse.tokens[i].lemma in word_class("scene") for i in prepositional(parse, verb, ("at", "on")))
    many = not scene and any(_is_stock(parse, w) for i in found for w in _phrase(parse, i))
    return (
        illicit
        or (bool(words) and (laden or _is_off_somebody(parse, verb)))
        or any(_words()[word] not in VALUABLE and (many or word not in word_class("left_behind")) for word in words)
    )


def _is_off_somebody(parse: Parse, verb: int) -> bool:
    """Tell whether police or customs took it from somebody, which they do with what is not allowed."""
    police = any(parse.tokens[w].lemma in word_class("police") for i in agents(parse, verb) for w in subtree(parse, i))
    return police and any(kind_of(parse, i) in PERSONS for i in prepositional(parse, verb, ("from", "off")))


def _found(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return what was found, came upon, or was in what was stopped: "stopped a lorry with 80 kg of gelatine"."""
    lemma, what = parse.tokens[verb].lemma, taken(parse, verb)
    if lemma in STOPS and not any(kind_of(parse, i) == "vehicle" for i in what):
        return ()
    if lemma in CARRIES and prepositional(parse, verb, ("to",)):  # "a boat taking cocaine to Mexico"
        return ()
    if lemma in STOPS:
        what = (*what, *(i for n in what for i in _aboard(parse, n)))
    upon = prepositional(parse, verb, (*UPON, "with") if lemma in STOPS | {"come"} else UPON)
    if is_done_to(parse, verb):
        return what or direct_objects(parse, verb)  # "under the salt were found 40 rifles"
    return *(i for i in what if not _is_own(parse, i)), *upon


def _aboard(parse: Parse, vehicle: int) -> Iterator[int]:
    """Yield what a vehicle that was stopped is told to carry: "stopped a bus that was carrying arms"."""
    for clause in children(parse, vehicle, "relcl", "acl"):
        if clause.lemma in word_class("laden"):
            yield from direct_objects(parse, clause.index)


def _is_own(parse: Parse, noun: int) -> bool:
    return any(t.text.lower() in {"their", "its"} for t in children(parse, noun, "poss"))  # "took their rifles"


def finds_crop(parse: Parse, verb: int) -> bool:
    """Tell whether what was destroyed is where drugs grow or are made: "burned eight hectares of coca"."""
    for noun in (i for n in taken(parse, verb) for i in conjuncts(parse, n)):
        lemmas = {parse.tokens[i].lemma for i in _phrase(parse, noun)}
        drugs = any(_words().get(lemma) == "drugs" for lemma in lemmas)
        if drugs and not lemmas.isdisjoint(word_class("drug_crop")):
            return True
    return False


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
    loads = word_class("laden")
    below = [t for t in children(parse, index) if t.dep not in NOUN_CLAUSES and t.lemma != "for"]
    below += [t for t in children(parse, index, "acl") if t.lemma in loads]  # "a car loaded with rifles"
    for token in below:
        yield from _phrase(parse, token.index)
