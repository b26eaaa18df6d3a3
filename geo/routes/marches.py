"""People who go about by themselves, to war or elsewhere: they are no cargo."""

from geo.lexicon.cargo import EVERYDAY
from geo.model import Parse
from geo.routes.moved import is_moved, moves_something
from geo.routes.movement import Movement
from geo.routes.triggers import GOING, Trigger
from geo.routes.what.cargo import Load, measured
from geo.routes.what.holding import is_held
from geo.routes.where.directions import Phrase
from geo.routes.where.whereabouts import Scene, country_of
from geo.routes.who.parties import is_armed
from geo.routes.words import has_mark
from geo.syntax import ancestors, children, subjects
from geo.syntax.tags import NOUN_CLAUSES, VERBS


def is_march(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether people walk to war with what they have: "marched to Homs with their rifles".

    Parameters
    ----------
    scene, trigger, statement
        The sentence, with its places and its words of movement, a word of movement, and what was read of the movement.
    """
    return has_mark(scene.parse.tokens[trigger.token], "afoot") and not _is_borne(scene, trigger, statement)


def _is_moved(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether a verb of going has its cargo as its object: "flew migrants to Minsk", "were flown"."""
    objects = {t.index for t in children(scene.parse, trigger.token, "dobj", "nsubjpass")}
    if is_moved(scene.parse, trigger):  # "were taken to Gao and flown on"
        objects.update(subjects(scene.parse, trigger.token))
    carried = {i for load in statement.cargo for i in measured(scene.parse, load.token)}  # "hundreds of migrants were"
    return not trigger.noun and bool(objects & carried)


def _is_borne(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether a cargo is marched off, or carried by those who walk ("walked there with rifles", not "their")."""
    parse = scene.parse
    after = (load.token for load in statement.cargo if load.token > trigger.token)
    carried = any(is_held(parse, load.token) for load in statement.cargo)  # "porters carrying shells walk"
    return (
        is_moved(parse, trigger)
        or any(not children(parse, i, "poss") for i in after)
        or (carried and not any(is_armed(parse, i) for i in _who(scene, trigger)))
        or moves_something(parse, trigger)
    )


def is_advance(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether people go about by themselves; armed ones count between places or into a country.

    Parameters
    ----------
    scene, trigger, statement, said
        The sentence, with its places and its words of movement, a word of movement, what was read of the movement, and
        the direction phrases that belong to it.
    """
    along = (goes_along(scene.parse, load, trigger) and load.use == "carried" for load in statement.cargo)
    if statement.category != "persons" or _is_moved(scene, trigger, statement) or any(along):
        return False
    goes = trigger.frame in GOING and not trigger.covert
    if not (goes or _slips(scene, trigger)):
        return False
    if goes and statement.cargo and all(load.use in EVERYDAY for load in statement.cargo):
        return True  # people who go about by themselves, even where it is illegal
    return _is_near(scene, trigger, statement, said)


def _is_near(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether armed people only go about nearby: neither between two places nor over a border."""
    ends = statement.ends
    home = any(p.end == "origin" and scene.parse.tokens[p.first].head in _who(scene, trigger) for p in said)
    home = home and not _is_abroad(scene, statement)
    lemma, whole = scene.parse.tokens[trigger.token].lemma, bool(ends.origins and ends.destinations and not home)
    if (comes_to_act(scene, trigger) and not ends.destinations) or (lemma == "move" and not whole):
        return True
    if whole or ends.via or lemma == "cross":
        return False
    places = [scene.toponyms[i].place for i in (*ends.origins, *ends.destinations)]
    return not any(place and place.kind == "country" for place in places)


def _is_abroad(scene: Scene, statement: Movement) -> bool:
    """Tell whether a movement ends in another country than it starts in: "fighters from Syria arrived in Tripoli"."""
    ends = [
        {country_of(place) for i in named if (place := scene.toponyms[i].place)}
        for named in (statement.ends.origins, statement.ends.destinations)
    ]
    return all(ends) and ends[0].isdisjoint(ends[1])


def goes_along(parse: Parse, load: Load, trigger: Trigger) -> bool:
    """Tell whether people are taken along by those who go: "set out from Zuwara with 80 migrants".

    Parameters
    ----------
    parse, load, trigger
        The text, a cargo, and a word of movement.
    """
    with_ = parse.tokens[parse.tokens[measured(parse, load.token)[-1]].head]
    return trigger.frame in GOING and with_.lemma == "with" and with_.head == trigger.token


def _who(scene: Scene, trigger: Trigger) -> frozenset[int]:
    """Return the nouns for those who go: a "from" on them says where they are from, "militiamen from Homs drove to"."""
    return frozenset(i for noun in subjects(scene.parse, trigger.token) for i in measured(scene.parse, noun))


def _slips(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether people move themselves by a verb that may move others, too: "guerrillas slipped into the town"."""
    verb = not trigger.noun and trigger.frame == "move"
    return verb and not (moves_something(scene.parse, trigger) or is_moved(scene.parse, trigger))


def comes_to_act(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether words only say where those came from who did something: "fighters coming from Chad overran"."""
    token = scene.parse.tokens[trigger.token]
    who = scene.parse.tokens[token.head]
    doing = next((t for t in ancestors(scene.parse, who.index) if t.pos in VERBS), who)
    acts = who.dep in {"nsubj", "nsubjpass", "pobj"} and doing.index not in {who.index, *(t.token for t in scene.found)}
    return token.dep in NOUN_CLAUSES and acts
