"""What looks like a movement of cargo and is none: fire, marches, errands, deals without a way."""

from geo.lexicon import word_class
from geo.routes.marches import comes_to_act, is_advance, is_march
from geo.routes.moved import moves_something
from geo.routes.movement import Movement
from geo.routes.triggers import GOING, POINTING, Trigger
from geo.routes.what.cargo import measured
from geo.routes.what.holding import is_held
from geo.routes.where.directions import Phrase
from geo.routes.where.whereabouts import Scene
from geo.routes.who.parties import is_armed, is_law, is_party, is_people
from geo.routes.words import has_mark
from geo.syntax import ancestors, children, prepositional, subjects, upward

UNNAMED = frozenset({"CD", "PRP"})  # tags of words for people whom nothing else names
CHARGES = frozenset({"explosive", "explosives", "dynamite", "gelignite", "bomb", "charge"})


def is_route(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether a statement speaks of a route, and not of what only looks like one.

    Parameters
    ----------
    scene, trigger, statement, said
        The sentence, with its places and its words of movement, a word of movement, what was read of the movement, and
        the direction phrases that belong to it.
    """
    ends = statement.ends
    if not (ends.origins or ends.destinations or ends.via) or (statement.onward and not ends.destinations):
        return False
    if trigger.frame == "find":
        dead = statement.category == "persons" and children(scene.parse, trigger.token, "oprd", "acomp", "xcomp")
        led = ends.origins or points_on(said) or not statement.halted
        return bool(ends.destinations and led) and not dead
    if _is_figure(scene, trigger) or _is_arming(scene, trigger, statement):
        return False
    if _is_within(scene, trigger, statement, said) or _is_errand(scene, statement):
        return False
    if _is_own(scene, trigger, statement) or _is_theirs(scene, trigger, statement):
        return False
    brought = not ends.origins and (_is_raid(scene, trigger, statement) or _is_haul(scene, trigger))
    removed = has_mark(scene.parse.tokens[trigger.token], "removal")  # "the army evacuated the villagers from"
    taken = not ends.destinations and not removed and _is_haul(scene, trigger)  # "police took rifles from a house in"
    march = is_march(scene, trigger, statement)
    fire = _is_fire(scene, trigger, statement, said) or _is_shot(scene, trigger, statement, said)
    fire = fire or _is_bombing(scene, trigger, statement) or _is_sent_to_hit(scene, trigger, statement)
    return not (brought or taken or march or fire or is_advance(scene, trigger, statement, said))


def _is_figure(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether words only say how much is traded: "exports of rifles from Italy to Spain rose by four per cent"."""
    words = scene.parse.sentence_tokens(scene.sentence)
    if trigger.covert or not any(t.text.lower() in {"%", "percent", "cent"} for t in words):
        return False
    return any(t.dep == "ROOT" and has_mark(t, "still") for t in ancestors(scene.parse, trigger.token))


def _is_arming(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether words only say that somebody is armed: "Algeria, accused of arming them", "armed from Florida"."""
    if trigger.frame != "equip" or statement.cargo:
        return False
    if statement.ends.destinations:
        return not statement.ends.origins and statement.operator is None  # "are armed by what they capture"
    above = upward(scene.parse, trigger.token)
    return statement.operator is None or any(token.dep == "relcl" for token in above)


def _is_own(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether an army moves its guns about, or people go somewhere with theirs: "came home with their rifles"."""
    parse, token = scene.parse, scene.parse.tokens[trigger.token]
    theirs = [any(t.tag == "PRP$" for t in children(parse, load.token, "poss")) for load in statement.cargo]
    if trigger.noun or trigger.covert or not theirs or not all(theirs):
        return False
    who = [parse.tokens[i] for i in subjects(parse, token.index)]
    go = trigger.frame in {"leave", "enter"} or (trigger.frame in GOING and not children(parse, token.index, "dobj"))
    law = {t.index for t in who if is_law(t) and not is_party(parse, t.index)}  # no "Kosovo Liberation Army"
    return bool(who) and all(t.index in law or (go and (is_people(t) or is_armed(parse, t.index))) for t in who)


def _is_theirs(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether arms are what soldiers or fighters have with them: "soldiers with machine guns drove from"."""
    parse = scene.parse
    who = {i for i in subjects(parse, trigger.token) if is_law(parse.tokens[i]) or is_armed(parse, i)}
    held = {i for noun in who for i in prepositional(parse, noun, ("with",))}
    things = {i for load in statement.cargo for i in measured(parse, load.token)}
    return statement.category == "materiel" and bool(things) and things & held != set()


def _is_errand(scene: Scene, statement: Movement) -> bool:
    """Tell whether people are only taken somewhere: "the wounded were taken to a hospital in Gao", "eleven were"."""
    tokens, whole = scene.parse.tokens, bool(statement.ends.origins and statement.ends.destinations)
    if statement.cargo and all(tokens[load.token].tag in UNNAMED for load in statement.cargo):
        words = scene.parse.sentence_tokens(scene.sentence)
        return not whole or any(t.lemma in word_class("hospital") for t in words)
    helped = (t for c in statement.cargo for t in children(scene.parse, c.token, "amod"))
    taken = statement.cargo and all(load.use == "carried" for load in statement.cargo)
    return not whole and bool(taken or any(t.text.lower() in word_class("hurt") for t in helped))


def _is_raid(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether armed people come with what they fight with: "men carrying machetes came to the village"."""
    if statement.category != "materiel" or trigger.noun or trigger.covert or trigger.frame not in {*GOING, "move"}:
        return False
    who = [scene.parse.tokens[i] for i in subjects(scene.parse, trigger.token)]
    people = who and not any(t.index == load.token for t in who for load in statement.cargo)
    return bool(people) and all(is_people(t) for t in who) and not moves_something(scene.parse, trigger)


def _is_haul(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the law openly takes away what it seized: "the cutter's crew landed the cocaine"."""
    parse, token = scene.parse, scene.parse.tokens[trigger.token]
    if trigger.covert or trigger.frame not in {"move", "arrive"} or token.dep not in {"ROOT", "conj", "ccomp", "relcl"}:
        return False
    who = [parse.tokens[i] for i in subjects(parse, token.index)]
    named = (n for t in who for n in (t, *children(parse, t.index, "compound")))  # "a navy ship"
    given = any(is_armed(parse, i) for i in prepositional(parse, token.index, ("to", "for")))  # "to the militia at Bor"
    return moves_something(parse, trigger) and any(map(is_law, named)) and not given


def _is_within(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether people are only moved out of or to something in a place: "evacuated from a hotel in Cannes"."""
    ends = statement.ends
    if not has_mark(scene.parse.tokens[trigger.token], "removal") or (ends.origins and ends.destinations):
        return False
    if comes_to_act(scene, trigger):  # "a helicopter evacuating women from Homs was shot down"
        return True
    return not any(scene.is_name(noun) for phrase in said for noun in phrase.nouns)


def points_on(said: tuple[Phrase, ...]) -> bool:
    """Tell whether the words say where a found cargo was to go.

    Parameters
    ----------
    said
        The direction phrases of the words by which it was found.
    """
    return any(phrase.end == "destination" and phrase.last > phrase.first for phrase in said)


def _is_fire(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether the cargo is ammunition under way by itself: "sent rockets into", "a missile crossed the border"."""
    tokens = scene.parse.tokens
    fired = all(load.use == "flies" or has_mark(tokens[load.token], "fired") for load in statement.cargo)
    if not statement.cargo or not fired or trigger.covert or trigger.noun:
        return False
    if any(tokens[noun].lemma == "direction" for phrase in said for noun in phrase.nouns):
        return True
    if any(load.use != "flies" for load in statement.cargo):
        return False
    lemma = tokens[trigger.token].lemma
    if lemma in POINTING or (trigger.frame in GOING and _is_freight(scene, trigger, statement)):
        return False
    if lemma == "reach":  # a drone that reaches a town has been launched; one that reaches it from another was shipped
        return statement.national or not statement.ends.origins
    return trigger.frame in GOING and lemma not in word_class("arrives")


def _is_bombing(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether what is dropped or driven goes off there: "dropped bombs on", and not "dropped rifles and mines"."""
    tokens = [scene.parse.tokens[load.token] for load in statement.cargo]
    if scene.parse.tokens[trigger.token].lemma == "drive" and not statement.ends.origins:
        ridden = all(load.use == "vehicle" for load in statement.cargo)  # "gunmen drove a truck into the fort"
        return bool(tokens) and (ridden or all(t.lemma in CHARGES for t in tokens))  # "drove a van of explosives into"
    bombs = (has_mark(t, "fired") or t.lemma in word_class("airbomb") for t in tokens)
    return trigger.frame == "drop" and all(bombs)


def _is_sent_to_hit(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether the cargo is what harm was done with: "a letter bomb sent to", "a rocket sent from Yemen hit"."""
    parse, verb = scene.parse, scene.parse.tokens[trigger.token]
    tokens = [parse.tokens[load.token] for load in statement.cargo]
    posted = (t for thing in tokens if thing.lemma == "bomb" for t in children(parse, thing.index, "compound"))
    if any(t.lemma in word_class("posted") for t in posted):
        return True
    noun = parse.tokens[verb.head]
    hits = verb.dep == "acl" and noun.dep == "nsubj" and parse.tokens[noun.head].lemma in word_class("lands_on")
    return hits and bool(tokens) and all(load.use == "flies" for load in statement.cargo)


def _is_shot(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether what is fired is sent into something: "sent rockets into the town", "pumped bullets into him"."""
    into = any(scene.parse.tokens[p.last].lemma in {"into", "towards", "toward", "over"} for p in said)
    fired = [has_mark(scene.parse.tokens[load.token], "fired") or load.use == "flies" for load in statement.cargo]
    if not statement.ends.destinations and trigger.frame == "go" and not trigger.noun:
        tokens = [scene.parse.tokens[load.token] for load in statement.cargo]
        return bool(tokens) and all(has_mark(t, "fired") and t.tag == "NN" for t in tokens)  # "the bullet came from"
    return into and bool(fired) and all(fired) and scene.parse.tokens[trigger.token].lemma in {"pump", "put", "send"}


def _is_freight(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether a cargo is moved or is aboard what moves, and does not go by itself."""
    going = {scene.parse.tokens[i].index for i in subjects(scene.parse, trigger.token)}
    entered = scene.parse.tokens[trigger.token].lemma == "reach"  # its object is a place
    token = scene.parse.tokens[trigger.token]
    if children(scene.parse, token.index, "auxpass") or (token.tag == "VBN" and token.dep == "advcl"):
        return True  # "rockets are unloaded at", "the drones are in Lome, flown there from Ankara"
    if all(is_held(scene.parse, load.token) for load in statement.cargo):
        return True  # "a convoy of lorries carrying rockets crossed", read as if the rockets did
    return (moves_something(scene.parse, trigger) and not entered) or not going & {
        load.token for load in statement.cargo
    }
