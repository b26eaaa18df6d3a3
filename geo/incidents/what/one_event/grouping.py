"""The triggers of one sentence -> groups of those that tell of one event: "opened fire …, killing three"."""

from geo.incidents.what.one_event.causes import JOINED, WITHIN, cause_of, join_siblings
from geo.incidents.what.one_event.steps import goes_on
from geo.incidents.who.arguments.done_to import is_done_to
from geo.incidents.who.nouns.arms import is_weapon
from geo.lexicon import word_class
from geo.model import Parse, Trigger
from geo.syntax import agents, ancestors, children, is_passive, prepositional
from geo.syntax.tags import NOUN_CLAUSES

SAME_EVENT = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "agent", "oprd"})
BLASTS, STRIKES = frozenset({"bombing", "arson"}), frozenset({"shelling", "airstrike", "bombing", "attack"})
AFTER = ("after", "following")
ONES = frozenset({"one", "another"})
KILLS = frozenset({"shooting", "attack", "assassination", "execution", "bombing", "shelling", "airstrike"})
TAKINGS = frozenset({"abduction", "detention"})


def group(parse: Parse, triggers: tuple[Trigger, ...]) -> tuple[tuple[Trigger, ...], ...]:
    """Return the triggers of a sentence in groups, each group one event, in the order of the text."""
    events = [t for t in triggers if not _is_consequence(parse, t, triggers)]
    home = {t.index: t.index for t in triggers}
    for position, event in enumerate(events):
        for earlier in events[:position]:
            if _same_event(parse, earlier, event):
                home[event.index] = home[earlier.index]
    consequences = [t for t in triggers if t not in events and not _is_avenged(parse, t)]
    for consequence in consequences:
        cause = cause_of(parse, consequence, events)
        if cause is not None:
            home[consequence.index] = home[cause.index]
    for consequence in consequences:
        join_siblings(parse, consequence, consequences, home)
    groups: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        groups.setdefault(home[trigger.index], []).append(trigger)
    return tuple(tuple(members) for members in groups.values())


def _is_consequence(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Tell whether a trigger says what came of an event: "killed"; "arrested" after what the same people did."""
    if trigger.type == "effect":
        return True
    token = parse.tokens[trigger.index]
    shared = token.dep in JOINED and not children(parse, token.index, "nsubj", "nsubjpass")
    return trigger.type == "detention" and not trigger.noun and shared and len(triggers) > 1


def _is_avenged(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a deed is what others were done for: "said the raid was revenge for the killing of a chief"."""
    preposition = parse.tokens[parse.tokens[trigger.index].head]
    return preposition.dep == "prep" and parse.tokens[preposition.head].lemma in word_class("reprisal")


def _same_event(parse: Parse, one: Trigger, other: Trigger) -> bool:
    """Tell whether one trigger is an argument of the other, or stands in its "in an attack" phrase."""
    return (
        goes_on(parse, one, other)
        or _struck_by(parse, one, other)
        or _is_setting(parse, other, one)
        or _is_setting(parse, one, other)
        or _tells_how(parse, one, other)
        or _is_launched(parse, one, other)
        or _is_either(parse, one, other)
        or _are_listed(parse, one, other)
        or any(
            _is_argument(parse, inner.index, outer.index) or _goes_off(parse, inner, outer)
            for inner, outer in ((one, other), (other, one))
            if inner.noun and not _answers(outer)
        )
    )


def _struck_by(parse: Parse, blast: Trigger, strike: Trigger) -> bool:
    """Tell whether something went up, or was wrecked, after it was hit: "a depot blew up after a missile strike"."""
    went_up = blast.type in BLASTS and not blast.noun and not children(parse, blast.index, "dobj")
    went_up = went_up or (blast.armed and blast.type == "attack" and not blast.noun and is_passive(parse, blast.index))
    return (
        went_up and strike.noun and strike.type in STRIKES and strike.index in prepositional(parse, blast.index, AFTER)
    )


def _tells_how(parse: Parse, death: Trigger, verb: Trigger) -> bool:
    """Tell whether a clause says how one died of whom a noun says it: "the murder of a clerk, who was shot by"."""
    token = parse.tokens[verb.index]
    killed = verb.type in KILLS and death.type in KILLS and parse.tokens[death.index].lemma in word_class("of_victim")
    taken = verb.type in TAKINGS and death.type in TAKINGS  # "the arrest of a nun, who was taken from her cell by"
    if not (killed or taken) or not death.noun or verb.noun or not is_done_to(parse, verb.index):
        return False
    above = [token, *ancestors(parse, verb.index)]
    names = next((n for n, t in enumerate(above) if t.index == death.index), 0)
    return any(t.dep in NOUN_CLAUSES for t in above[:names]) and above[names - 1].lemma == "of"


def _is_launched(parse: Parse, launch: Trigger, strike: Trigger) -> bool:
    """Tell whether what one verb says was launched or laid is what then struck: "a rocket fired by rebels fell on"."""
    token = parse.tokens[launch.index]
    weapon = parse.tokens[token.head]
    struck = weapon.dep == "nsubj" and weapon.head == strike.index
    return token.dep in NOUN_CLAUSES and token.tag == "VBN" and struck and is_weapon(parse, weapon.index)


def _is_either(parse: Parse, first: Trigger, second: Trigger) -> bool:
    """Tell whether two verbs say in which ways the same was done: "forty people were shot or hacked to death"."""
    joined = parse.tokens[second.index].dep == "conj" and parse.tokens[second.index].head == first.index
    alike = first.type in KILLS and second.type in KILLS and not (first.noun or second.noun)
    alike = alike and not children(parse, second.index, "nsubj", "nsubjpass")
    return joined and alike and any(t.lemma == "or" for t in children(parse, first.index, "cc"))


def _are_listed(parse: Parse, first: Trigger, second: Trigger) -> bool:
    """Tell whether two nouns name between them the kinds of many deeds told as one: "bombings and shootings killed"."""
    tokens = [parse.tokens[t.index] for t in (first, second)]
    listed = tokens[1].dep == "conj" and tokens[1].head == first.index
    return listed and all(t.tag == "NNS" and not children(parse, t.index, "nummod") for t in tokens)


def _answers(trigger: Trigger) -> bool:
    """Tell whether a verb says what people did about a deed of others: "judges protested the murder of a colleague"."""
    return trigger.type == "protest" and not trigger.noun


def _is_setting(parse: Parse, noun: Trigger, other: Trigger) -> bool:
    """Tell whether an attack is that in which another trigger's deed was done: "the murder of X in an attack".

    So it is in "In another attack, an airstrike killed five", where the deed is the subject of the attack's verb.
    """
    token = parse.tokens[noun.index]
    preposition = parse.tokens[token.head]
    if noun.type != "attack" or not noun.noun or preposition.lemma not in {"in", "during"}:
        return False
    acts = other.noun and parse.tokens[other.index].dep in SAME_EVENT
    before = other.index < noun.index or (acts and parse.tokens[other.index].head == preposition.head)
    return before and preposition.head in {t.index for t in ancestors(parse, other.index)}


def _is_argument(parse: Parse, noun: int, outer: int) -> bool:
    token = parse.tokens[one_of(parse, noun) or noun]
    if token.head == outer and (token.dep in SAME_EVENT or (token.dep == "aux" and token.tag == "VBG")):
        return True
    with_it = (i for doer in agents(parse, outer) for i in prepositional(parse, doer, ("with",)))
    return noun in (*prepositional(parse, outer, [p for p in WITHIN if p not in {"after", "of"}]), *with_it)


def one_of(parse: Parse, noun: int) -> int | None:
    """Return the "one" of "one of the strikes", which is another than those told of; None where there is none."""
    one = whole_of(parse, noun)
    return one if one is not None and parse.tokens[one].lemma in ONES else None


def whole_of(parse: Parse, noun: int) -> int | None:
    """Return what a noun hangs on by "of": the "series" of "a series of blasts"; None where it hangs on nothing so."""
    of = parse.tokens[parse.tokens[noun].head]
    return of.head if parse.tokens[noun].dep == "pobj" and of.lemma == "of" else None


def _goes_off(parse: Parse, bomb: Trigger, blast: Trigger) -> bool:
    """Tell whether a blast is that of the bomb it is said to be of: "the explosion of a car bomb"."""
    both = blast.noun and bomb.type == blast.type == "bombing"
    return both and bomb.index in prepositional(parse, blast.index, ("of",))
