"""A verb -> whether a crowd that bears no arms does what it says: "supporters marched", not "soldiers marched"."""

from geo.incidents.who.nouns.kinds import CIVIL, is_armed, kind_of
from geo.lexicon import word_class
from geo.model import Parse
from geo.syntax import agents, children, direct_objects, is_passive, prepositional, subjects, subtree
from geo.syntax.tags import PLURAL

FEASTS = frozenset({"celebrate", "welcome", "greet", "cheer", "watch", "see", "hear", "pray", "shop", "enjoy"})
ASKS = frozenset({"ask", "demand", "protest", "denounce", "call", "urge", "condemn", "oppose", "reject", "chant"})
IN_PUBLIC = frozenset({"outside", "front", "gate", "road", "highway", "way"})
NUMBERS = frozenset({"dozen", "score", "hundred", "thousand", "dozens", "scores", "hundreds", "thousands"})


def is_by_crowd(parse: Parse, verb: int) -> bool:
    """Tell whether many people who bear no arms do what a verb says."""
    merry = any(t.lemma in FEASTS for t in children(parse, verb, "advcl", "xcomp"))  # "filled the square to cheer"
    return not merry and any(is_crowd(parse, i) for i in agents(parse, verb))


def demands(parse: Parse, noun: int) -> bool:
    """Tell whether a gathering is told with what it asks for or rejects: "a gathering outside parliament, calling for".

    Parameters
    ----------
    parse, noun
        The text, and the noun's token index.
    """
    verb = parse.tokens[noun].head
    below = (
        *subtree(parse, noun),
        *(i for t in children(parse, verb, "advcl", "xcomp") for i in subtree(parse, t.index)),
    )
    words = {parse.tokens[i].lemma for i in below}
    return bool(prepositional(parse, noun, ("against",))) or not words.isdisjoint(word_class("demand"))


def gathers_to_ask(parse: Parse, verb: int) -> bool:
    """Tell whether a crowd stands somewhere in public, or in the way, and asks for something or rejects it.

    Parameters
    ----------
    parse
        The text.
    verb
        The verb's token index.
    """
    if not is_by_crowd(parse, verb):
        return False
    then = (t for t in children(parse, verb, "conj", "advcl", "xcomp") if t.lemma in ASKS)
    asks = any(t.lemma != "call" or prepositional(parse, t.index, ("for", "on")) for t in then)  # not "called a cab"
    before = {t.lemma for t in children(parse, verb, "prep")} | {parse.tokens[i].lemma for i in subtree(parse, verb)}
    public = bool(before & (IN_PUBLIC | word_class("street")))
    return asks and (public or bool(children(parse, verb, "dobj")))


def disperses_crowd(parse: Parse, verb: int) -> bool:
    """Tell whether police make a crowd leave: "dispersed 400 traders", not rain."""
    whom = subjects(parse, verb) if is_passive(parse, verb) else direct_objects(parse, verb)
    by_police = any(kind_of(parse, i) == "state_force" for i in agents(parse, verb))
    return any(is_crowd(parse, i) for i in whom) and by_police


def is_by_inmates(parse: Parse, verb: int) -> bool:
    """Tell whether prisoners do what a verb says."""
    doers = (parse.tokens[i] for i in agents(parse, verb))
    return any(t.lemma in word_class("inmate") and t.tag in PLURAL for t in doers)


def is_crowd(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of many people who bear no arms."""
    token = parse.tokens[index]
    if token.lemma in word_class("festive"):
        return False
    if token.lemma in NUMBERS and not children(parse, index, "prep"):
        return True  # "several hundred marched through Bamako"
    many = token.tag in PLURAL or token.lemma in word_class("several") or bool(children(parse, index, "nummod"))
    called = (index, *(t.index for t in children(parse, index, "compound", "amod")))  # "army engineers"
    return many and kind_of(parse, index) in CIVIL and not any(is_armed(parse, i) for i in called)
