"""Ways back: "the boats carry rifles from Gao to Niamey and come home with fuel" tells of a second way."""

from geo.model import Parse, Sentence
from geo.routes.movement import Movement
from geo.routes.triggers import Trigger
from geo.routes.what.cargo import Load
from geo.routes.where.directions import phrases
from geo.routes.where.ends import Ends
from geo.routes.where.whereabouts import Scene
from geo.syntax import children, prepositional

BACK = frozenset({"back", "home"})
# Words of the way back: the return leg, the opposite way.
OTHER = frozenset({"other", "opposite", "reverse", "return", "homeward"})
WAYS = frozenset({"way", "direction", "sense", "leg", "trip", "run", "journey", "voyage", "passage"})
COMING_BACK = frozenset({"return"})
NEAR = 1  # sentences after the one that tells of the way there


def may_turn_back(parse: Parse, sentence: Sentence, last: Movement) -> bool:
    """Tell whether a sentence after the one that tells of a way may speak of the way back.

    Parameters
    ----------
    parse, sentence, last
        The text, one of its sentences, and the statement of the way there.
    """
    words = parse.sentence_tokens(sentence) if sentence.index <= last.sentence.index + NEAR else ()
    return any(t.lemma in BACK | COMING_BACK or t.text.lower() in OTHER for t in words)


def turned(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], ends: Ends, last: Movement | None) -> Ends:
    """Return the ends of a way back where its words leave them out: those of the statement before, turned round.

    What went there does not come back: "return with incense" is read as if it did where nobody knows incense.

    Parameters
    ----------
    scene, trigger, cargo, ends, last
        The sentence, with its places and its words of movement, a word of movement, the cargo that it moves, what is
        known of where it leads, and the statement before, if any.
    """
    parse = scene.parse
    if (
        last is None
        or not _is_back(parse, trigger)
        or parse.tokens[trigger.token].sentence > last.sentence.index + NEAR
    ):
        return ends
    after = (p for p in phrases(parse, scene.sentence) if p.end == "origin" and p.first > trigger.token)
    if any(scene.places(p.nouns) for p in after):
        return ends  # "goes the other way, from Sabha to Agadez", which "way" has for its own
    there = last.ends
    whole = bool(there.origins and there.destinations)
    if not (whole or _is_other_way(parse, trigger)) or ends.origins or ends.destinations not in {(), there.origins}:
        return ends
    if {load.token for load in cargo} & {load.token for load in last.cargo}:
        return Ends()
    return Ends(there.destinations, there.origins, ends.via)


def _is_back(parse: Parse, trigger: Trigger) -> bool:
    if trigger.frame == "find" or trigger.noun:
        return False
    beside = (t.text.lower() for t in children(parse, trigger.token, "advmod", "npadvmod", "prt", "dobj"))
    returns = parse.tokens[trigger.token].lemma in COMING_BACK or any(word in BACK for word in beside)
    return returns or _is_other_way(parse, trigger)


def _is_other_way(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a way is called the other one: "goes the other way", "in the opposite direction"."""
    named = [t.index for t in children(parse, trigger.token, "npadvmod", "dobj", "dep", "oprd")]
    named += prepositional(parse, trigger.token, {"in", "on", "for"})
    ways = (i for i in named if parse.tokens[i].lemma in WAYS)
    return any(t.lemma in OTHER for i in ways for t in children(parse, i, "amod", "compound"))
