"""The triggers of one sentence -> groups of those that tell of one event: "opened fire …, killing three"."""

from geo.incidents.what.answered import is_avenged
from geo.incidents.what.steps import are_counted_anew, goes_on, verb_of
from geo.incidents.who.arms import is_weapon
from geo.incidents.who.done_to import is_done_to
from geo.lexicon import word_class
from geo.model import Parse, Trigger
from geo.syntax import ancestors, children, is_passive, prepositional, subjects, upward
from geo.syntax.tags import FINITE, NOUN_CLAUSES, TIMES

WITHIN = ("in", "during", "by", "from", "with", "of", "as", "amid", "under", "after")
LINKS = frozenset({"result", "consequence", "course", "wake", "aftermath", "kind", "series", "wave", "spate"})
SAME_EVENT = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "agent", "oprd"})
CAUSES = frozenset({"when", "as", "after", "while"})
BLASTS, STRIKES = frozenset({"bombing", "arson"}), frozenset({"shelling", "airstrike", "bombing", "attack"})
AFTER = ("after", "following")
ONES = frozenset({"one", "another"})
ACCUSES = frozenset({"accuse", "suspect", "blame"})
KILLS = frozenset({"shooting", "attack", "assassination", "execution", "bombing", "shelling", "airstrike"})
POINTING_BACK = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "its", "their"})
JOINED = frozenset({"advcl", "conj", "xcomp", "acl", "relcl", "ccomp", "pcomp"})


def group(parse: Parse, triggers: tuple[Trigger, ...]) -> tuple[tuple[Trigger, ...], ...]:
    """Return the triggers of a sentence in groups, each group one event, in the order of the text.

    Parameters
    ----------
    parse, triggers
        The text, and the triggers of one of its sentences.
    """
    events = [t for t in triggers if not _is_consequence(parse, t, triggers)]
    home = {t.index: t.index for t in triggers}
    for position, event in enumerate(events):
        for earlier in events[:position]:
            if _same_event(parse, earlier, event):
                home[event.index] = home[earlier.index]
    consequences = [t for t in triggers if t not in events and not _is_avenged(parse, t)]
    for consequence in consequences:
        cause = _cause(parse, consequence, events)
        if cause is not None:
            home[consequence.index] = home[cause.index]
    for consequence in consequences:
        _join_siblings(parse, consequence, consequences, home)
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
    killed = death.noun and not verb.noun and verb.type in KILLS and is_done_to(parse, verb.index)
    token = parse.tokens[verb.index]
    if not killed or death.type not in KILLS or parse.tokens[death.index].lemma not in word_class("of_victim"):
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
    return noun in prepositional(parse, outer, [p for p in WITHIN if p not in {"after", "of"}])


def one_of(parse: Parse, noun: int) -> int | None:
    """Return the "one" of "one of the strikes", which is another than those told of; None where there is none.

    Parameters
    ----------
    parse, noun
        The text, and the token index of a noun.
    """
    one = whole_of(parse, noun)
    return one if one is not None and parse.tokens[one].lemma in ONES else None


def whole_of(parse: Parse, noun: int) -> int | None:
    """Return what a noun hangs on by "of": the "series" of "a series of blasts"; None where it hangs on nothing so.

    Parameters
    ----------
    parse, noun
        The text, and the token index of a noun.
    """
    of = parse.tokens[parse.tokens[noun].head]
    return of.head if parse.tokens[noun].dep == "pobj" and of.lemma == "of" else None


def _goes_off(parse: Parse, bomb: Trigger, blast: Trigger) -> bool:
    """Tell whether a blast is that of the bomb it is said to be of: "the explosion of a car bomb"."""
    both = blast.noun and bomb.type == blast.type == "bombing"
    return both and bomb.index in prepositional(parse, blast.index, ("of",))


def _cause(parse: Parse, consequence: Trigger, events: list[Trigger]) -> Trigger | None:
    """Return the event that a consequence came of: named in its clause, else the nearest one that it is joined to."""
    named = _causes_named(parse, consequence.index)
    if consequence.noun:  # "the blast left 12 dead"
        verb = verb_of(parse, consequence)
        named |= {verb, *_causes_named(parse, verb)}
    named |= {c.index for noun in tuple(named) for c in children(parse, noun, "relcl", "acl")}  # "a bomb that exploded"
    named |= _laid_above(parse, consequence.index)
    if is_avenged(parse, consequence):
        return None
    direct = next((event for event in events if _is_named(parse, event, named)), None)
    if direct is not None:
        return direct
    if _acts_by_itself(parse, consequence):
        return None
    above = {t.index for t in ancestors(parse, consequence.index)}
    chain = _joined_above(parse, verb_of(parse, consequence) if consequence.noun else consequence.index)
    joined = [e for e in events if e.index in chain or (e.noun and e.index in above) or verb_of(parse, e) in chain]
    own = {consequence.index, verb_of(parse, consequence)}
    joined += [e for e in events if own & {t.index for t in ancestors(parse, e.index)} and e not in joined]
    joined = [
        e
        for e in joined
        if not (_has_own_doer(parse, e, consequence) or are_counted_anew(parse, e.index, consequence.index))
    ]
    return min(joined, key=lambda e: (e.index > consequence.index, abs(e.index - consequence.index)), default=None)


def _is_named(parse: Parse, event: Trigger, named: set[int]) -> bool:
    """Tell whether an event's word is among causes, or the bomb of its words: "hurled a bomb that killed two"."""
    return event.index in named or (parse.tokens[event.index].tag in FINITE and not named.isdisjoint(event.tokens))


def _causes_named(parse: Parse, verb: int) -> set[int]:
    """Return the nouns that brought about what befell people, "as a result of", "a series of" seen through."""
    found = {*subjects(parse, verb), *prepositional(parse, verb, WITHIN)}
    through = [
        n for n in found if parse.tokens[n].lemma in LINKS or parse.tokens[n].entity in TIMES
    ]  # "days of fighting"
    return found | {i for noun in through for i in prepositional(parse, noun, ("of",))}


def _laid_above(parse: Parse, consequence: int) -> set[int]:
    """Return the deeds of which somebody is accused right above: "accused the army of bombing a well, killing 11"."""
    above = parse.tokens[parse.tokens[consequence].head]
    accused = parse.tokens[consequence].dep == "advcl" and above.lemma in ACCUSES
    return set(prepositional(parse, above.index, ("of", "for"))) if accused else set()


def _acts_by_itself(parse: Parse, consequence: Trigger) -> bool:
    """Tell whether a verb has a doer of its own, stated with it: "and the rebels captured 15 soldiers"."""
    own = children(parse, consequence.index, "nsubj")
    if consequence.patient == "none":  # who dies does nothing
        return False
    return not consequence.noun and any(t.tag not in {"WP", "WDT", "DT"} for t in own)


def _joined_above(parse: Parse, index: int) -> set[int]:
    """Return the verbs that a verb is joined to, as long as each link is a clause joined to the one before."""
    found: set[int] = set()
    token = parse.tokens[index]
    while token.dep in JOINED and token.head != token.index:
        where = token.dep == "relcl" and any(t.lemma == "where" for t in children(parse, token.index, "advmod"))
        token = parse.tokens[token.head]
        if where and token.dep == "pobj":  # "was at the station, where four died"
            token = parse.tokens[parse.tokens[token.head].head]
        found.add(token.index)
    return found


def _has_own_doer(parse: Parse, event: Trigger, consequence: Trigger) -> bool:
    """Tell whether an event lies in a later clause with a subject of its own, so that it came after, not before.

    A clause with "when", "as" or "after" says how the consequence came about, whoever its subject is.
    """
    verb = event.index if not event.noun else verb_of(parse, event)
    clauses = [t.index for t in upward(parse, verb)]
    clauses = clauses[: clauses.index(consequence.index)] if consequence.index in clauses else []
    if any(t.lemma in CAUSES for c in clauses for t in children(parse, c, "advmod", "mark")):
        return False
    return any(children(parse, clause, "nsubj", "nsubjpass") for clause in clauses)


def _join_siblings(parse: Parse, consequence: Trigger, others: list[Trigger], home: dict[int, int]) -> None:
    """Let a consequence without a cause share that of the one that it is listed with: "killed … and captured"."""
    if home[consequence.index] != consequence.index:
        return
    above = _joined_above(parse, consequence.index)
    for other in others:
        linked = other.index in above or consequence.index in _joined_above(parse, other.index)
        if linked and other.index != consequence.index and not _are_done_apart(parse, consequence, other, home):
            home[consequence.index] = home[other.index]
            return


def _are_done_apart(parse: Parse, one: Trigger, other: Trigger, home: dict[int, int]) -> bool:
    """Tell whether two harms are each done by others: "a sniper killed a girl, and mortar bombs wounded three"."""
    first, second = sorted((one, other), key=lambda t: t.index)
    if are_counted_anew(parse, first.index, second.index):
        return True
    caused = home[first.index] != first.index  # "was wounded when his car hit a mine, and snipers killed two"
    if not ((caused or _acts_by_itself(parse, first)) and _acts_by_itself(parse, second)):
        return False
    doers = children(parse, second.index, "nsubj")
    return not any(
        t.tag == "PRP" or any(c.lemma in POINTING_BACK for c in children(parse, t.index, "det", "poss")) for t in doers
    )
