"""Ways back: "the boats carry rifles from Gao to Niamey and come home with fuel" tells of a second way."""

from geo.model import Parse
from geo.routes.ends import Ends
from geo.routes.movement import Movement
from geo.routes.triggers import Trigger
from geo.syntax import children

BACK = frozenset({"back", "home"})
COMING_BACK = frozenset({"return"})
NEAR = 1  # sentences after the one that tells of the way there


def turned(parse: Parse, trigger: Trigger, ends: Ends, last: Movement | None) -> Ends:
    """Return the ends of a way back where its words leave them out: those of the statement before, turned round."""
    if (
        last is None
        or not _is_back(parse, trigger)
        or parse.tokens[trigger.token].sentence > last.sentence.index + NEAR
    ):
        return ends
    there = last.ends
    if not (there.origins and there.destinations) or ends.origins or ends.destinations not in {(), there.origins}:
        return ends
    return Ends(there.destinations, there.origins, ends.via)


def _is_back(parse: Parse, trigger: Trigger) -> bool:
    if trigger.frame == "find" or trigger.noun:
        return False
    beside = (t.text.lower() for t in children(parse, trigger.token, "advmod", "npadvmod", "prt", "dobj"))
    return parse.tokens[trigger.token].lemma in COMING_BACK or any(word in BACK for word in beside)
