"""A weak word that is plainly of violence by what hangs on it: a fight at a place, a shot in the head."""

from collections.abc import Iterable

from geo.incidents.what.needs.contraband import is_contraband
from geo.incidents.what.needs.crowds import is_by_crowd, is_crowd
from geo.incidents.what.needs.takings import taken
from geo.incidents.who.arguments.lending import lending_verbs
from geo.incidents.who.nouns.kinds import THINGS, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Trigger
from geo.syntax import agents, children, direct_objects, prepositional, subjects, subtree, verb_above
from geo.syntax.tags import PLACES, TIMES

AROUND = frozenset({"in", "around", "near", "at", "for", "outside", "inside"})
DURING = frozenset({"for", "on", "until", "since"})
HOLDS = frozenset({"hold", "stage", "organise", "organize", "mount"})
JOINS = frozenset({"join", "take", "turn"})  # "took part in", "turned out for"
SHAKES = frozenset({"shake", "rock", "rip", "jolt", "rattle"})


def is_plain(parse: Parse, trigger: Trigger, patients: Iterable[int]) -> bool:
    """Tell whether a trigger needs no armed people, weapon or victim beside it.

    Parameters
    ----------
    parse, trigger
        The text, and an event's main word.
    patients
        Whom or what it befell.
    """
    if trigger.type == "battle":
        if trigger.noun:
            figure = trigger.armed or _is_somebodys(parse, trigger.index)
            told = _is_at_place(parse, trigger.index) or _lasts(parse, trigger.index)
            minutes = _takes_minutes(parse, trigger.index) and not _is_somebodys(parse, trigger.index)
            return (not figure and told) or minutes or _is_of_place(parse, trigger.index)
        return _takes_place(parse, trigger) or _has_two_sides(parse, trigger.index)
    if trigger.type in {"protest", "seizure"}:
        return _is_by_crowd(parse, trigger) or any(is_contraband(parse, i) for i in patients)
    if parse.tokens[trigger.index].lemma == "attack" and trigger.noun:
        struck = tuple(patients)
        by_nobody = parse.tokens[trigger.index].dep == "nsubjpass"  # "an attack was launched on a site in Macomia"
        there = by_nobody and _is_around(parse, struck) if struck else _is_at_place(parse, trigger.index)
        return there and _is_one(parse, trigger.index)
    if trigger.noun:
        return trigger.type == "bombing" and (
            _shakes_place(parse, trigger.index) or _is_at_guarded(parse, trigger.index)
        )
    return is_in_body(parse, trigger.index) or _hits_things(parse, trigger.index, patients)


def _is_by_crowd(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a crowd protests: "residents blocked the road", not "snow", nor engineers who demonstrate a pump."""
    if trigger.type != "protest":
        return False
    if trigger.noun:
        whose = prepositional(parse, trigger.index, ("of", "by"))
        if whose:
            return any(is_crowd(parse, i) for i in whose)
        return _is_held(parse, trigger.index) or _is_joined(parse, trigger.index)
    if parse.tokens[trigger.index].lemma == "demonstrate":
        return not children(parse, trigger.index, "dobj", "ccomp")
    return is_by_crowd(parse, trigger.index)


def _is_held(parse: Parse, noun: int) -> bool:
    """Tell whether a gathering is said to have been: "a demonstration passed off peacefully", "was held in Sfax"."""
    token, verb = parse.tokens[noun], parse.tokens[parse.tokens[noun].head]
    goes_on = token.dep == "nsubj" and verb.lemma in word_class("fight_goes_on")
    return goes_on or (token.dep == "nsubjpass" and verb.lemma in HOLDS)


def _is_joined(parse: Parse, noun: int) -> bool:
    """Tell whether a crowd holds a gathering or goes to it: "staged a demonstration", "took part in one"."""
    verb = verb_above(parse, noun)
    if verb is None or verb.lemma not in HOLDS | JOINS:
        return False
    objects = direct_objects(parse, verb.index)
    inside = (i for n in objects for i in prepositional(parse, n, ("in",)))  # "took part in"
    below = noun in (*objects, *prepositional(parse, verb.index, ("in", "for")), *inside)
    return below and is_by_crowd(parse, verb.index)


def _hits_things(parse: Parse, verb: int, patients: Iterable[int]) -> bool:
    """Tell whether a vehicle or building came under fire at a named place: "a convoy near Baidoa", not from critics.

    What it comes under fire for is a figure of speech (`figures`).
    """
    fired_on = parse.tokens[verb].lemma == "come" and not prepositional(parse, verb, ("from",))
    return fired_on and any(kind_of(parse, i) in THINGS for i in patients) and _is_around(parse, (verb,))


def _shakes_place(parse: Parse, noun: int) -> bool:
    """Tell whether a blast is said to have shaken a named place: "explosions rocked Kyiv", "Kyiv was rocked by"."""
    verb = verb_above(parse, noun)
    if verb is None or verb.lemma not in SHAKES or noun not in agents(parse, verb.index):
        return False
    return any(parse.tokens[i].pos == "PROPN" for i in taken(parse, verb.index))


def _is_at_guarded(parse: Parse, noun: int) -> bool:
    """Tell whether a blast was where attackers strike and machines do not fail: "blast at gate of the barracks"."""
    near = [*prepositional(parse, noun, AROUND)]
    if parse.tokens[noun].dep == "nsubj":  # "an explosion ripped through a police bus"
        verb = parse.tokens[noun].head
        near += [*prepositional(parse, verb, ("through", "into")), *direct_objects(parse, verb)]
    return any(parse.tokens[w].lemma in word_class("guarded") for i in near for w in subtree(parse, i))


def is_in_body(parse: Parse, verb: int) -> bool:
    """Tell whether somebody was struck in a part of the body: "shot them in the head".

    Parameters
    ----------
    parse, verb
        The text, and the verb's token index.
    """
    around = (verb, *(t.index for t in children(parse, verb, "dobj")))  # "shot both in the head"
    return any(
        parse.tokens[i].lemma in word_class("body_part") for n in around for i in prepositional(parse, n, ("in",))
    )


def _takes_place(parse: Parse, verb: Trigger) -> bool:
    """Tell whether a verb of conquest has a town or country for its object: "it had retaken Kitchanga"."""
    objects = children(parse, verb.index, "dobj")
    return not verb.armed and any(t.entity in PLACES or (t.pos == "PROPN" and not t.entity) for t in objects)


def _is_one(parse: Parse, noun: int) -> bool:
    """Tell whether attacks are one or so many, and no team's: not "attack after attack", not "Brazil's attack"."""
    dated = any(t.entity in TIMES for t in children(parse, noun, "poss"))
    return dated or (bool(children(parse, noun, "det", "nummod")) and not children(parse, noun, "poss"))


def _has_two_sides(parse: Parse, verb: int) -> bool:
    """Tell whether two kinds of people fought at a named place: "farmers and herders fought near Bankass"."""
    sides = [parse.tokens[i] for i in subjects(parse, verb)]
    alone = not prepositional(parse, verb, ("against", "for", "with"))  # not side by side against a virus
    return alone and len(sides) > 1 and all(t.tag == "NNS" for t in sides) and _is_around(parse, (verb,))


def _is_somebodys(parse: Parse, noun: int) -> bool:
    """Tell whether a fight is a figure of speech: "her fight against cancer", "the boxer's battle for the title"."""
    return bool(children(parse, noun, "poss")) or bool(prepositional(parse, noun, ("against", "for")))


def _is_at_place(parse: Parse, noun: int) -> bool:
    """Tell whether a fight is told of a named place: "fighting around Sake", "an attack was carried out in Sake"."""
    token, verb = parse.tokens[noun], parse.tokens[parse.tokens[noun].head]
    begun = verb.lemma in word_class("fight_goes_on") and token.dep == "nsubj"
    begun = begun or (token.dep == "nsubjpass" and lending_verbs().get(verb.lemma) in {"doer", "told"})
    return _is_around(parse, (noun, verb.index) if begun else (noun,))


def _lasts(parse: Parse, noun: int) -> bool:
    """Tell whether a fight is said to have taken days or hours: "after three days of fighting"."""
    token = parse.tokens[noun]
    above = parse.tokens[parse.tokens[token.head].head]
    return token.dep == "pobj" and parse.tokens[token.head].lemma == "of" and above.entity in TIMES


def _takes_minutes(parse: Parse, noun: int) -> bool:
    """Tell whether a fight is said to have taken minutes or hours: "after an engagement of 40 minutes"."""
    return any(parse.tokens[i].entity == "TIME" for i in prepositional(parse, noun, ("of",)))


def _is_of_place(parse: Parse, noun: int) -> bool:
    """Tell whether the fight for a named place is said to go on or end: "the siege of Aleppo ended"."""
    fight = parse.tokens[noun]
    goes_on = fight.dep == "nsubj" and parse.tokens[fight.head].lemma in word_class("fight_goes_on")
    return goes_on and fight.lemma in {"siege", "battle"} and _is_around(parse, (noun,), frozenset({"of"}))


def _is_around(parse: Parse, told: Iterable[int], by: frozenset[str] = AROUND) -> bool:
    # Parsers hang the place on the day: "raged for a sixth day in".
    days = [i for at in told for i in prepositional(parse, at, DURING) if parse.tokens[i].entity in TIMES]
    days += [t.index for n in days for t in children(parse, n, "npadvmod", "appos")]
    around = [i for at in (*told, *days) for i in prepositional(parse, at, by)]
    named = [*around, *(t.index for i in around for t in children(parse, i, "compound"))]  # "of the Hayat hotel"
    return any(parse.tokens[i].entity in PLACES or parse.tokens[i].pos == "PROPN" for i in named)
