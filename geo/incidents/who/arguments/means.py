"""A trigger in its sentence -> the nouns for what it may have been done with."""

from collections.abc import Iterable, Iterator

from geo.incidents.who.arguments.lending import lending_verbs
from geo.incidents.who.nouns.arms import is_weapon
from geo.lexicon import word_class
from geo.model import Parse, Token, Trigger
from geo.syntax import children, is_passive, listed_objects, prepositional, subjects
from geo.syntax.tags import OBJECTS

INSTRUMENT_PREPOSITIONS = ("with", "using", "by", "from")
LAUNCHED = frozenset({"bombing", "shelling"})  # deeds that passives tell of their means: "a grenade was fired at"
USES = frozenset({"use", "involve", "employ", "fire", "hurl", "throw"})
WITHIN = frozenset({"in", "during"})
BEARING = frozenset({"wield", "tote", "brandish", "swing", "carry"})  # "machete-wielding youths"
# What is said to be tried when its means are found in time.
UNDOES = frozenset({"defuse", "deactivate", "disarm", "dismantle"})


def instruments(parse: Parse, trigger: Trigger, doers: Iterable[int]) -> list[int]:
    """Return the nouns that say with what it was done, weapons or not.

    Parameters
    ----------
    parse, trigger
        The text, and one of its triggers.
    doers
        Token indices of who did it.
    """
    index = trigger.index
    found = [i for i in trigger.tokens if trigger.noun and parse.tokens[i].tag != "VBG"]  # "the shelling" is no shell
    plain = [i for i in trigger.tokens if not is_weapon(parse, i)]  # a rifle butt fires no shot
    found += [t.index for i in plain for t in children(parse, i, "compound", "amod", "nmod", "nsubj")]
    found += [t.index for i in found for t in children(parse, i, "appos") if t.index == i + 1]  # "Roadside IED hits"
    found += listed_objects(parse, index)
    if parse.tokens[index].lemma in UNDOES or (trigger.type in LAUNCHED and is_passive(parse, index)):
        found += subjects(parse, index)
    by = [p for p in INSTRUMENT_PREPOSITIONS if p != "from" or trigger.patient != "captive"]  # "took two from a mine"
    found += [i for verb in (index, *_bringing_about(parse, trigger)) for i in prepositional(parse, verb, by)]
    found += [i for verb in _users(parse, index) for i in _used(parse, verb.index)]
    found += _carried(parse, doers)
    return [*found, *(i for n in found for i in _measured(parse, n))]


def is_amount(parse: Parse, index: int) -> bool:
    """Tell whether a noun says how much of a weapon or of fire there was: "a charge of dynamite", "a hail of bullets".

    Parameters
    ----------
    parse, index
        The text, and the noun's token index.
    """
    return any(is_weapon(parse, i) or parse.tokens[i].lemma in word_class("flies") for i in _measured(parse, index))


def _measured(parse: Parse, noun: int) -> tuple[int, ...]:
    """Return what a word before "of" says how much there was of: the dynamite of "20 kg of dynamite exploded"."""
    amount = parse.tokens[noun].lemma in word_class("amount_of_arms")
    return prepositional(parse, noun, ("of",)) if amount else ()


def _bringing_about(parse: Parse, trigger: Trigger) -> Iterator[int]:
    """Yield the verbs that say how a deed that a noun tells came about: "an attack carried out with rifles"."""
    noun = parse.tokens[trigger.index]
    above = [parse.tokens[noun.head]] if noun.dep in OBJECTS else []
    verbs = (*children(parse, noun.index, "acl", "relcl"), *above) if trigger.noun else ()
    yield from (v.index for v in verbs if v.lemma == "cause" or lending_verbs().get(v.lemma) == "doer")


def _users(parse: Parse, index: int) -> Iterator[Token]:
    """Yield the verbs beside a deed that say what was used: "attacked them, using grenades", "rifles used in it"."""
    token = parse.tokens[index]
    above = [parse.tokens[token.head]] if token.dep in {"xcomp", "advcl"} else []
    link = parse.tokens[token.head]
    above += [parse.tokens[link.head]] if link.lemma in WITHIN else []
    yield from (verb for verb in (*children(parse, index, "advcl", "acl"), *above) if verb.lemma in USES)


def _used(parse: Parse, verb: int) -> list[int]:
    """Return what is used, told before its verb or behind it."""
    return [*(listed_objects(parse, verb) or (subjects(parse, verb) if is_passive(parse, verb) else ()))]


def _carried(parse: Parse, doers: Iterable[int]) -> list[int]:
    """Return what the doers are said to bear: "men with rifles", "gunmen armed with rifles"."""
    found: list[int] = []
    for doer in doers:
        found += prepositional(parse, doer, ("with",))
        bearing = (t for t in children(parse, doer, "amod", "compound", "nmod") if t.lemma in BEARING)
        found += [
            t.index for each in bearing for t in children(parse, each.index, "npadvmod", "compound", "dobj", "nmod")
        ]
        for verb in children(parse, doer, "acl", "relcl"):
            found += prepositional(parse, verb.index, ("with",))
    return found


def holed(parse: Parse, verb: int, noun: int) -> tuple[int, ...]:
    """Return in what a hole was made where a noun is one: "blew a hole in the pipeline", else the noun itself."""
    made = parse.tokens[noun].lemma in word_class("hole")
    where = (i for at in (noun, verb) for i in prepositional(parse, at, ("in", "through", "into")))
    return tuple(where) if made else (noun,)
