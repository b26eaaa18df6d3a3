"""What must stand beside a word that has other senses, by its strength in the lexicon of triggers."""

from collections.abc import Callable, Mapping

from geo.incidents.what.averted import beaten_off
from geo.incidents.what.needs.contraband import finds_contraband, finds_crop
from geo.incidents.what.needs.crowds import demands, disperses_crowd, gathers_to_ask, is_by_crowd, is_by_inmates
from geo.incidents.what.needs.meeting import meets_foes
from geo.incidents.what.needs.robbing import boards_ship, is_by_robbers, takes_loot
from geo.incidents.what.needs.surrendering import gives_up
from geo.incidents.what.needs.takings import (
    aims_weapons,
    befalls_fighters,
    is_by_weapon,
    seizes_people,
    sends_against,
    taken,
    takes_ground,
    takes_people,
    works_hit,
)
from geo.incidents.what.needs.victims import harms_people
from geo.incidents.who.nouns.kinds import THINGS, kind_of
from geo.layout.fields import field_of
from geo.model import Parse
from geo.syntax import children, prepositional

AT = frozenset({"on", "at", "in", "under", "against", "outside", "near"})
IN_TIME = frozenset({"find", "discover", "defuse", "safe", "dispose", "recover", "neutralise", "neutralize"})


def has_what_it_needs(parse: Parse, index: int, strength: str) -> bool:
    """Tell whether beside a word stands what its row asks for, if it asks for something.

    Parameters
    ----------
    parse, index
        The text, and the token index of the word.
    strength
        That of its row.
    """
    needs = NEEDS.get(strength)
    return needs is None or bool(needs(parse, index))


def _strikes_alone(parse: Parse, noun: int) -> bool:
    """Tell whether a weapon heads a line that says where it struck: "Grenade on a shop", not "Grenade on display".

    It may be all that a form gives as the type, too: "Type: roadside device".
    """
    start = parse.tokens[noun].start
    kind = field_of(parse.text, start, "type")
    if kind and kind[0] <= start < kind[1]:
        return not any(t.lemma in IN_TIME for t in parse.between(*kind))
    if parse.tokens[noun].dep != "ROOT" or children(parse, noun, "det", "relcl", "acl", "nsubj"):
        return False
    struck = (parse.tokens[i] for i in prepositional(parse, noun, AT))
    return any(t.pos == "PROPN" or kind_of(parse, t.index) in THINGS for t in struck)


# What tells, or finds, what must stand there; other strengths need nothing.
NEEDS: Mapping[str, Callable[[Parse, int], object]] = {
    "goods": finds_contraband,
    "crops": finds_crop,
    "people": takes_people,
    "persons": seizes_people,
    "ground": takes_ground,
    "aim": aims_weapons,
    "sent": sends_against,
    "foes": meets_foes,
    "fighters": befalls_fighters,
    "works": works_hit,
    "crowd": is_by_crowd,
    "inmates": is_by_inmates,
    "boarders": beaten_off,
    "demands": demands,
    "asks": gathers_to_ask,
    "dispersed": disperses_crowd,
    "alone": _strikes_alone,
    "loot": takes_loot,
    "robbers": is_by_robbers,
    "yields": gives_up,
    "ships": boards_ship,
    "weapon": is_by_weapon,
    "victims": harms_people,
    "sunk": taken,
}
