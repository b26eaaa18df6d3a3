"""What was burned, blown up or looted, by nobody or by those told of before: "forty houses were burnt"."""

from geo.incidents.what.events import POINTING_BACK, Event
from geo.incidents.what.one_event.steps import ON_THINGS
from geo.incidents.who.nouns.kinds import THINGS, kind_of
from geo.model import Parse
from geo.syntax import children, is_passive

BESIDE = frozenset({"attack", "effect"})  # "and two tugs were sunk", "and two people were hurt"
BURNS = frozenset({"burn", "explode"})


def is_wreckage(parse: Parse, event: Event) -> bool:
    """Tell whether an event's words only say what was wrecked or carried off, as what came of an event does."""
    main = event.main
    things = bool({kind_of(parse, i) for i in event.arguments.patients} & THINGS)  # "two supply ships were hit"
    wrecked = main.type in ON_THINGS or (main.type == "attack" and things)
    if main.noun or not wrecked or not {t.type for t in event.triggers} <= ON_THINGS | BESIDE:
        return False
    burns = parse.tokens[main.index].lemma in BURNS and not children(parse, main.index, "dobj")
    known = all(_is_known(parse, i) for i in event.arguments.perpetrators)
    suffers = is_passive(parse, main.index) or (burns and not event.arguments.weapons)
    return suffers and known and (burns or bool(event.arguments.patients))  # "two houses burned down"


def _is_known(parse: Parse, index: int) -> bool:
    return any(t.lemma in POINTING_BACK for t in children(parse, index, "det", "poss"))
