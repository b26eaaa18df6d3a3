"""A verb of giving up -> whether people who fight, or are sought, give themselves up: "nine rebels surrendered"."""

from functools import cache

from geo.incidents.who.arguments.strays import whose_hands
from geo.incidents.who.nouns.kinds import ACTORS, is_armed, kind_of
from geo.lexicon import word_class
from geo.lexicon.triggers import trigger_rows
from geo.model import Parse
from geo.syntax import children, is_passive, prepositional, subjects

SELVES = ("self", "selves")
MEMBERS = ("of", "from")  # "companies of Iraqis", "fighters from two battalions"


def gives_up(parse: Parse, verb: int) -> bool:
    """Tell whether people surrender: not a player, nor anybody to the heat, nor who surrenders a thing."""
    if parse.tokens[verb].lemma not in _verbs() or is_passive(parse, verb) or _gives_thing(parse, verb):
        return False
    own = [n for i in subjects(parse, verb) for n in (i, *prepositional(parse, i, MEMBERS))]
    takers = takers_of(parse, verb)
    armed = any(_fights(parse, i) for i in takers)
    if any(_fights(parse, i) for i in own):
        return armed or not takers or any(kind_of(parse, i) in ACTORS for i in takers)
    return armed and any(kind_of(parse, i) in ACTORS for i in own)  # "the suspect gave himself up to police"


def takers_of(parse: Parse, verb: int) -> list[int]:
    """Return to whom, or into whose hands, somebody gave himself up."""
    return [*prepositional(parse, verb, ("to",)), *whose_hands(parse, verb)]


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row[0].split()[0] for row in trigger_rows() if row[-1] == "yields")


def _gives_thing(parse: Parse, verb: int) -> bool:
    """Tell whether a verb has an object that is neither themselves, nor arms, nor a flag."""
    below = children(parse, verb, "dobj")
    signs = word_class("arms") | {"flag"} if children(parse, verb, "prt", "advmod") else {"flag"}
    return any(not t.text.lower().endswith(SELVES) and t.lemma not in signs for t in below)


def _fights(parse: Parse, noun: int) -> bool:
    """Tell whether people bear arms, or are those of a nation at war: "Iraqis"."""
    token = parse.tokens[noun]
    return is_armed(parse, noun) or (token.entity == "NORP" and token.tag == "NNPS")
