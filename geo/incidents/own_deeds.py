"""An event in its sentence -> whether the one who tells of it did it: "the army said it had killed 12 rebels"."""

from geo.denials import SELF
from geo.incidents.speech import SPOKESMEN, sayer
from geo.incidents.what.events import Event
from geo.incidents.who.arguments.blame import behind_it
from geo.incidents.who.arguments.lending import lending_verbs
from geo.incidents.who.arguments.suffering import SUFFERED_FROM
from geo.incidents.who.nouns.kinds import PERSONS, attacks, is_armed, kind_of
from geo.lexicon import word_class
from geo.model import STATE, Parse, Trigger
from geo.syntax import children, has_helper, is_passive, subjects
from geo.syntax.phrases import in_phrase
from geo.syntax.tags import NOUN_SUBJECTS, NOUNS, SINGULAR

PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT"})
OWN = frozenset({"our", "my", "its", "their"})
LEADERS = frozenset({"commander", "leader", "chief", "general", "colonel", "president", "minister"})
TAKES = frozenset({"detention", "seizure"})
ANNOUNCES = frozenset({"announce", "report", "confirm", "declare"})
FORCES_OF = frozenset({"interior", "defence", "defense", "security", "intelligence", "customs"})  # in a ministry's name
MEN = frozenset({"man", "troop", "soldier", "fighter", "force", "unit", "guerrilla", "officer"})  # whom he or she leads


def own_doer(parse: Parse, event: Event) -> int | None:
    """Return the speaker who tells of a deed of his own: the army of "the army said it had killed 12 rebels"."""
    for trigger in event.triggers:
        if (taker := _announcer(parse, trigger, event)) is not None:
            return taker
        deed = _deed(parse, trigger)
        verb = None if deed is None else sayer(parse, deed)
        if deed is not None and verb is not None and _is_own(parse, deed, verb):
            speaker = next(iter(subjects(parse, verb)), None)
            told_of = is_passive(parse, verb)  # "two men are believed to have been killed"
            if speaker is None or told_of or not _can_do(parse, speaker, trigger):
                continue
            return None if _are_foes_told_before(parse, event, speaker) else speaker
    return None


def told_before(parse: Parse, event: Event) -> frozenset[int]:
    """Return those doers of whom a sentence before tells, and for whom "they" stands."""
    return frozenset(i for i in event.arguments.perpetrators if parse.tokens[i].sentence < event.sentence)


def _are_foes_told_before(parse: Parse, event: Event, speaker: int) -> bool:
    """Tell whether "they" are the foes told of before, by whom it befell: "The army said they had killed two soldiers".

    Who holds or finds something is whoever speaks, and so is he who harms his foes.
    """
    foes = [i for i in told_before(parse, event) if _is_of_state(parse, i) != _is_of_state(parse, speaker)]
    harmed = (*event.arguments.patients, *(t.head for t in event.tolls))
    if not foes or not harmed or event.main.type in TAKES:
        return False
    return any(_is_of_state(parse, i) or not attacks(parse, i) for i in harmed) == _is_of_state(parse, speaker)


def _is_of_state(parse: Parse, index: int) -> bool:
    return kind_of(parse, index) in STATE


def pronouns_named(parse: Parse, event: Event, *, placed: bool) -> frozenset[int]:
    """Return the subjects of an event's verb that are for somebody of its own sentence, and for nobody told of before.

    "The Front said it had shot down", "two soldiers died when they stepped on mines".

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    placed
        True where its words say where it was; what a speaker did nowhere in particular may be what was told.
    """
    main = event.main
    pronouns = () if main.noun else children(parse, main.index, "nsubj")
    itself = {t.index for t in pronouns if t.lemma == "it"}
    if itself and placed and own_doer(parse, event) is not None:
        return frozenset(itself)
    on_mine = any(parse.tokens[i].lemma in word_class("buried") for i in main.tokens[1:])
    above = parse.tokens[main.index].head
    befell = on_mine and any(t.index == above and t.type == "effect" and not t.noun for t in event.triggers)
    named = befell and any(parse.tokens[i].tag not in PRONOUN_TAGS for i in subjects(parse, above))
    return frozenset(t.index for t in pronouns if t.lemma == "they") if named else frozenset()


def _announcer(parse: Parse, trigger: Trigger, event: Event) -> int | None:
    """Return the force that tells of an arrest or a find as it tells of its own: "the army announced the arrest of"."""
    noun = parse.tokens[trigger.index]
    verb = parse.tokens[noun.head]
    told = trigger.noun and trigger.type in TAKES and noun.dep == "dobj" and verb.lemma in ANNOUNCES
    if not told or event.arguments.perpetrators:
        return None
    return next((i for i in subjects(parse, verb.index) if _may_take(parse, i)), None)


def _may_take(parse: Parse, speaker: int) -> bool:
    """Tell whether a speaker is a force, or the ministry of one."""
    office = not FORCES_OF.isdisjoint(parse.tokens[i].text.lower() for i in in_phrase(parse, speaker))
    kind = kind_of(parse, speaker)
    return kind == "state_force" or (kind == "government" and office)


def _can_do(parse: Parse, speaker: int, trigger: Trigger) -> bool:
    """Tell whether a speaker may have done a deed: not a leaflet, nor where what exploded is "it"."""
    token = parse.tokens[speaker]
    bomb = trigger.type == "bombing" and any(t.lemma == "it" for t in children(parse, trigger.index, "nsubj"))
    thing = token.pos == "NOUN" and kind_of(parse, speaker) == "unknown"
    if token.tag in PRONOUN_TAGS or _are_others(parse, speaker, trigger):
        return False
    return not (thing or (bomb and not children(parse, trigger.index, "dobj")))


def _are_others(parse: Parse, speaker: int, trigger: Trigger) -> bool:
    """Tell whether "they" are not whom one person means by it: "Mary said they shot him", but "the general said"."""
    doers = {t.lemma for t in children(parse, trigger.index, "nsubj")}
    one = parse.tokens[speaker].tag in SINGULAR and kind_of(parse, speaker) in PERSONS
    words = {parse.tokens[i].lemma for i in in_phrase(parse, speaker)}
    return "they" in doers and one and not words & (SPOKESMEN | LEADERS) and not is_armed(parse, speaker)


def _deed(parse: Parse, trigger: Trigger) -> int | None:
    """Return the verb of a deed: the trigger, or the one of which a noun is the object ("had carried out the raid")."""
    if trigger.noun and trigger.type == "effect":
        return None  # who admits four deaths has not done them
    if not trigger.noun:  # who came under fire, or died, did nothing
        suffers = trigger.patient == "none" or parse.tokens[trigger.index].lemma in SUFFERED_FROM
        return None if suffers else trigger.index
    if (behind := behind_it(parse, trigger.index)) is not None:
        return behind
    token = parse.tokens[trigger.index]
    verb = parse.tokens[token.head]
    return verb.index if token.dep == "dobj" and verb.lemma in lending_verbs() else None


def _is_own(parse: Parse, deed: int, verb: int) -> bool:
    """Tell whether the doer is the speaker or his: "said it had killed", "said its 'special unit' had killed"."""
    doers = [t.index for t in children(parse, deed, "nsubj") if not _is_of_other(parse, t.index, verb)]
    itself = any(parse.tokens[i].lemma in SELF or _is_owned(parse, i) for i in doers)
    return itself or _claims_to_have(parse, deed, verb)


def _is_of_other(parse: Parse, doer: int, verb: int) -> bool:
    """Tell whether "they" are others than who says so last: "gunmen fled when they had shot him, police said"."""
    first = parse.sentences[parse.tokens[doer].sentence].first
    before = (t for t in parse.tokens[first:doer] if t.dep in NOUN_SUBJECTS and t.pos in NOUNS)
    return verb > doer and any(before)


def has_own_troops(parse: Parse, event: Event) -> bool:
    """Tell whether the doers are the speaker's: "the army said its troops had killed"."""
    told = sayer(parse, event.main.index) is not None
    return told and any(_is_owned(parse, i) for i in event.arguments.perpetrators)


def _is_owned(parse: Parse, doer: int) -> bool:
    """Tell whether doers are a speaker's: "its troops", "his men"; "his brothers" may be anybody's."""
    owners = {c.lemma for c in children(parse, doer, "poss")}
    led = parse.tokens[doer].lemma in MEN
    return bool(owners & OWN) or (led and bool(owners & {"his", "her"}))


def _claims_to_have(parse: Parse, index: int, verb: int) -> bool:
    """Tell whether a verb is what its speaker says to have done: "claimed to have killed"."""
    token = parse.tokens[index]
    return token.dep == "xcomp" and token.head == verb and has_helper(parse, index, "to")
