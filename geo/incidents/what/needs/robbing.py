"""A verb with many senses -> whether robbers do it: "carried off sacks of rice", "stripped a depot"."""

from geo.incidents.what.needs.contraband import is_valuable
from geo.incidents.what.needs.takings import is_stranger, taken
from geo.incidents.who.arguments.strays import stray_agents
from geo.incidents.who.around.antecedents import meant
from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import attacks, kind_of
from geo.lexicon import load_words, word_class
from geo.model import STATE, Parse
from geo.syntax import after_particle, agents, children, conjuncts, is_passive, prepositional
from geo.syntax.phrases import in_phrase

FLEES = frozenset({"make", "flee", "escape", "decamp", "abscond"})
TAKES = frozenset({"take", "grab"})
RUSTLES = "rustle"
GIVES = frozenset({"lose", "hand"})  # whose subject is robbed, by those "to" whom
TOWARDS = ("on", "to", "at", "alongside", "aboard", "over", "of", "onto", "against")


def is_by_robbers(parse: Parse, verb: int) -> bool:
    """Tell whether armed or masked people, or several strangers, do something to it: "a crowd stripped the depot".

    Whoever was stripped of his money was robbed.
    """
    stripped = prepositional(parse, verb, ("of",)) if is_passive(parse, verb) and not agents(parse, verb) else ()
    return bool(taken(parse, verb)) and (_is_forced(parse, verb) or any(is_valuable(parse, i) for i in stripped))


def takes_loot(parse: Parse, verb: int) -> bool:
    """Tell whether armed or masked people, or several strangers, take what robbers do: "carried off sacks of rice"."""
    loot = (*taken(parse, verb), *prepositional(parse, verb, ("with", "to")), *after_particle(parse, verb, ("with",)))
    theirs = (i for i in loot if not any(t.text.lower() == "their" for t in children(parse, i, "poss")))
    flees = parse.tokens[verb].lemma in FLEES  # nobody else does that with goods, whoever "they" are
    robs = flees or parse.tokens[verb].lemma == RUSTLES or _is_forced(parse, verb)
    what = [i for n in theirs for i in conjuncts(parse, n)]
    takes = parse.tokens[verb].lemma in TAKES and not prepositional(parse, verb, ("to",))  # "took the bus to Goma"
    made_off = any(kind_of(parse, i) == "vehicle" and (flees or (takes and _is_owned(parse, i))) for i in what)
    return robs and (made_off or any(is_valuable(parse, i) for i in what))


def _is_owned(parse: Parse, vehicle: int) -> bool:
    """Tell whether a vehicle is somebody's or was told of, and none that fights: "an NGO's car"; not "took a taxi"."""
    article = any(t.lemma == "a" for t in children(parse, vehicle, "det"))
    return not is_weapon(parse, vehicle) and (not article or bool(children(parse, vehicle, "prep", "poss")))


def boards_ship(parse: Parse, verb: int) -> bool:
    """Tell whether strangers, or the small boat they are in, come to a ship that no passengers go aboard."""
    ships = [*taken(parse, verb), *prepositional(parse, verb, TOWARDS), *after_particle(parse, verb, TOWARDS)]
    ships += [i for n in ships for i in prepositional(parse, n, ("of",))]  # "onto the rail of a tanker"
    words = {parse.tokens[w].lemma for i in ships for w in in_phrase(parse, i)}
    boats = word_class("small_boat")
    come = any(_takes_by_force(parse, i) or parse.tokens[i].lemma in boats for i in agents(parse, verb))
    come = come or parse.tokens[verb].pos == "NOUN"  # "an attempt on a tanker"
    return come and not words.isdisjoint(load_words("merchant_ships"))


def _is_forced(parse: Parse, verb: int) -> bool:
    return any(_takes_by_force(parse, i) for i in _robbers(parse, verb))


def _robbers(parse: Parse, verb: int) -> list[int]:
    """Return who may have robbed: those who act, or "to" whom something was lost, without those who arrest."""
    if parse.tokens[verb].lemma in GIVES:
        takers = prepositional(parse, verb, ("to",))
        return [i for i in takers if kind_of(parse, i) not in STATE]
    doers = agents(parse, verb) or (stray_agents(parse, verb) if is_passive(parse, verb) else ())
    doers = [i for n in doers for i in meant(parse, n)]
    if parse.tokens[verb].lemma == "leave":  # "a patrol boat left Suva with rice"
        doers = [i for i in doers if kind_of(parse, i) != "vehicle"]
    return [i for i in doers if parse.tokens[i].lemma not in word_class("police")]


def _takes_by_force(parse: Parse, noun: int) -> bool:
    return attacks(parse, noun) or is_stranger(parse, noun)
