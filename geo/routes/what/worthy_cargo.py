"""Whether a cargo is worth a route: everyday goods and people are only where their movement is not."""

from dataclasses import replace

from geo.lexicon import word_class
from geo.lexicon.cargo import EVERYDAY
from geo.model import Parse
from geo.routes.context import UPWARD
from geo.routes.marches import goes_along
from geo.routes.moved import is_moved, moves_something
from geo.routes.triggers import GOING, SAYING, Trigger
from geo.routes.what.cargo import Load, is_illicit, load_at, measured
from geo.routes.where.whereabouts import Scene, country_of
from geo.routes.who.parties import are_recruited, is_armed, is_drawn, is_joining, is_party
from geo.routes.words import DARK, has_mark, is_marked, marks
from geo.syntax import ancestors, children, prepositional, subjects

STEPS = 4  # words from goods up to the vehicles that hold them: "lorries with tons of food"


def worthy(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], operator: int | None) -> tuple[Load, ...]:
    """Return the cargo that is worth a route here: everyday goods and people only where the movement is illicit.

    Parameters
    ----------
    scene, trigger, cargo, operator
        The sentence, with its places and its words of movement, a word of movement, the cargo that it moves, and the
        token index of whoever moves it, if it is known.
    """
    parse = scene.parse
    flown = [t for t in children(parse, trigger.token, "dobj") if t.lemma in word_class("any_cargo", "kind_of_cargo")]
    # "The rebels fly the metal to"; a state receives arms and money, and whom it receives is a guest.
    if trigger.frame == "take" or flown:
        cargo = tuple(load for load in cargo if load.category != "persons")
    carried = any(has_mark(parse.tokens[i], "conveyance") for i in subjects(parse, trigger.token))
    moves = carried or moves_something(parse, trigger) or is_moved(parse, trigger)
    if has_mark(parse.tokens[trigger.token], "lands") and not moves:
        cargo = tuple(load for load in cargo if not has_mark(parse.tokens[load.token], "fired"))
    if not trigger.covert and is_medical(scene):
        cargo = tuple(load for load in cargo if parse.tokens[load.token].lemma != "drug")
    illicit = trigger.covert or is_marked(parse, trigger.token, "illicit") or _armed_receiver(scene, trigger)
    joined = parse.tokens[trigger.token].head if parse.tokens[trigger.token].dep == "conj" else None
    illicit = illicit or any(t.covert and t.token == joined for t in scene.found)  # "slipped over the border and taken"
    illicit = illicit or _is_flouting(scene, trigger) or _is_tried(parse, trigger) or _is_by_night(parse, trigger)
    illicit = illicit or is_drawn(parse, trigger)
    dealt_in = _dealt_in(parse, trigger, operator)
    if any(c.category == "persons" and are_recruited(parse, c.token, trigger.token) for c in cargo):
        dealt_in |= {"persons"}
    moved = is_moved(parse, trigger) or moves_something(parse, trigger)
    return tuple(
        replace(c, use="plain") if c.category in dealt_in and c.use in {"ordinary", "carried"} else c
        for c in cargo
        if illicit
        or c.use not in EVERYDAY
        or (c.category in dealt_in and not _is_troop(parse, c, trigger))
        or (c.use == "carried" and (moved or goes_along(parse, c, trigger)))
        or (c.category == "materiel" and has_mark(parse.tokens[trigger.token], "given"))
        or is_illicit(parse, c.token)
        or (
            c.category == "persons"
            and moved
            and (_are_fighters(parse, c) or _are_sent_abroad(scene, trigger, operator))
        )
        or _is_of_war(parse, c)
        or any(parse.tokens[c.token].lemma == parse.tokens[load.token].lemma for load in scene.carried)
        or is_stowed(parse, c, trigger.token)
        or _is_in_convoy(parse, c, trigger)
    )


def _is_of_war(parse: Parse, load: Load) -> bool:
    """Tell whether an ordinary thing is armed people's or for them: "cash for the rebels", "for the rebels' wages"."""
    meant = prepositional(parse, load.token, {"for"})
    owners = (t.index for noun in (load.token, *meant) for t in children(parse, noun, "poss"))
    return load.category != "persons" and any(is_armed(parse, i) for i in (*meant, *owners))


def is_medical(scene: Scene) -> bool:
    """Tell whether a sentence speaks of medicine, so that "drugs" are none.

    Parameters
    ----------
    scene
        The sentence.
    """
    return any(has_mark(token, "medical") for token in scene.parse.sentence_tokens(scene.sentence))


def _is_troop(parse: Parse, load: Load, trigger: Trigger) -> bool:
    """Tell whether an army only moves its own: "soldiers airlifted to Goma", and not "sent soldiers there to fight"."""
    moved = is_moved(parse, trigger) or (trigger.frame not in {"leave", "enter"} and moves_something(parse, trigger))
    sent = any(t.lemma in marks("joining") for t in children(parse, trigger.token, "xcomp", "advcl"))
    return has_mark(parse.tokens[load.token], "troops") and not (moved and sent)


def _are_fighters(parse: Parse, load: Load) -> bool:
    """Tell whether people are those of a group, or soldiers no more, or go to war: "Wagner men", "former soldiers"."""
    before = children(parse, load.token, "amod", "compound")
    war = any(has_mark(parse.tokens[i], "war") for i in prepositional(parse, load.token, ("for",)))
    return war or any(t.text.lower() in word_class("former") or is_party(parse, t.index) for t in before)


def _are_sent_abroad(scene: Scene, trigger: Trigger, operator: int | None) -> bool:
    """Tell whether others say of a state that it sends its soldiers to another: "Seoul said Pyongyang had sent"."""
    token = scene.parse.tokens[trigger.token]
    said = token.dep == "ccomp" and scene.parse.tokens[token.head].lemma in SAYING
    if not said or trigger.frame != "send" or operator not in scene.where:
        return False
    sender = scene.toponyms[scene.where[operator]].place
    after = (scene.where[i] for i in range(trigger.token + 1, scene.sentence.last) if i in scene.where)
    reached = (place for i in after if (place := scene.toponyms[i].place))
    return sender is not None and any(country_of(place) != country_of(sender) for place in reached)


def _is_flouting(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the words after a movement say that it breaks a rule: "in breach of sanctions"."""
    after = scene.parse.tokens[trigger.token + 1 : scene.sentence.last]
    return any(t.dep in {"pobj", "dobj", "conj"} and has_mark(t, "flouting") for t in after)


def _is_tried(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a movement is what somebody is tried or blamed for: "jailed for sending young men to"."""
    token = parse.tokens[trigger.token]
    while token.dep in UPWARD and token.head != token.index:
        token = parse.tokens[token.head]
        if has_mark(token, "court"):
            return True
    return False


def is_stowed(parse: Parse, load: Load, *verbs: int) -> bool:
    """Tell whether money is carried by hand: "suitcases of cash", "cash in a suitcase", "was carried in suitcases".

    Parameters
    ----------
    parse, load, verbs
        The text, a cargo, and the verbs that say how it was carried.
    """
    above = (t for t in ancestors(parse, load.token))
    inside = (i for holder in (load.token, *verbs) for i in prepositional(parse, holder, {"in"}))
    near = [*inside, *(t.index for t, _ in zip(above, range(2), strict=False))]
    return load.category == "money" and any(has_mark(parse.tokens[i], "holder") for i in near)


def _dealt_in(parse: Parse, trigger: Trigger, operator: int | None) -> frozenset[str]:
    """Return the categories of which everyday things count too, for who moves them or what people go to do."""
    found = {"persons"} if has_mark(parse.tokens[trigger.token], "removal") else set[str]()
    doers = (operator,) if operator is not None else _goers(parse, trigger)
    if any(is_marked(parse, doer, "underworld") or is_armed(parse, doer) for doer in doers):
        found |= {"money", "goods"}
    if operator is not None and (is_marked(parse, operator, "trafficker") or is_armed(parse, operator)):
        found.add("persons")
    if _is_for_training(parse, trigger):
        found.add("persons")
    beside = children(parse, trigger.token, "xcomp", "advcl", "conj")
    later = (t for verb in beside if verb.dep == "conj" for t in children(parse, verb.index, "xcomp", "advcl"))
    if any(is_joining(parse, t) for t in (*beside, *later)):
        found.add("persons")
    return frozenset(found)


def _is_by_night(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether something is moved so as not to be seen: "at night", "under cover of darkness"."""
    when = prepositional(parse, trigger.token, ("at", "by", "under", "in", "after"))
    return any(parse.tokens[i].lemma in DARK for n in when for i in (n, *prepositional(parse, n, ("of",))))


def _is_in_convoy(parse: Parse, load: Load, trigger: Trigger) -> bool:
    """Tell whether goods are told of by the vehicles full of them that somebody sent: "sent 60 lorries with food"."""
    if parse.tokens[measured(parse, load.token)[-1]].dep == "conj":
        return False  # "sent two helicopters and 6 tons of flour"
    above = [t for t, _ in zip(ancestors(parse, load.token), range(STEPS), strict=False)]
    above += children(parse, trigger.token, "dobj")
    convoys = (t for t in above if t.tag == "NNS" and (own := load_at(t)) is not None and own.use == "vehicle")
    counted = any(children(parse, t.index, "nummod") for t in convoys)
    return counted and trigger.frame == "send" and load.use == "ordinary" and load.category == "goods"


def _is_for_training(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether others move people to make fighters of them: "are driven there to be trained", "for training"."""
    if not (is_moved(parse, trigger) or moves_something(parse, trigger)):
        return False
    if any(parse.tokens[i].lemma == "training" for i in prepositional(parse, trigger.token, ("for",))):
        return True
    after = parse.tokens[trigger.token : parse.sentences[parse.tokens[trigger.token].sentence].last]
    return any(t.lemma == "train" and children(parse, t.index, "auxpass") for t in after)


def _armed_receiver(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether armed people stand after the movement as those who receive: "cash to the rebels"."""
    parse = scene.parse
    after = parse.tokens[trigger.token + 1 : scene.reach(trigger)]
    receiving = [t for t in after if t.dep in {"pobj", "dobj", "dative", "conj"}]
    for verb in children(parse, trigger.token, "advcl", "xcomp"):  # "to feed the rebels", "to keep the rebels going"
        receiving += children(parse, verb.index, "dobj")
        receiving += (t for kept in children(parse, verb.index, "xcomp") for t in children(parse, kept.index, "nsubj"))
    return any(is_armed(parse, t.index) for t in receiving)


def _goers(parse: Parse, trigger: Trigger) -> tuple[int, ...]:
    """Return who goes with a cargo: "a courier flew there with cash"."""
    return () if trigger.noun or trigger.frame not in GOING else subjects(parse, trigger.token)
