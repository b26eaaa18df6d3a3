"""An event in its sentence -> the claim: who says so, in which words, how sure, and how many."""

from collections.abc import Mapping

from geo.denials import is_disowned, share_in
from geo.incidents.speech import SPOKESMEN, sayer
from geo.incidents.what.events import Event
from geo.incidents.who.blame import behind_it
from geo.incidents.who.kinds import PERSONS, is_armed, is_weapon, kind_of
from geo.incidents.who.lending import lending_verbs
from geo.incidents.who.roles import SUFFERED_FROM
from geo.incidents.who.sides import is_of_group, side_taken, success_claimed
from geo.model import Attribution, Claim, Count, Document, Effect, Modality, Parse, Span, Toll, Trigger
from geo.phrases import in_phrase, name_span
from geo.syntax import ancestors, children, is_passive, subjects

OWN_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "i"})
PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT"})
WHERE = frozenset({"in", "near", "at", "around", "outside", "off"})
OWN_BODIES = frozenset({"group", "movement", "organisation", "organization"})
OWN = frozenset({"our", "my", "its", "their"})
LEADERS = frozenset({"commander", "leader", "chief", "general", "colonel", "president", "minister"})
MEN = frozenset({"man", "troop", "soldier", "fighter", "force", "unit", "guerrilla", "officer"})  # whom he or she leads


def claim(
    parse: Parse,
    event: Event,
    attributions: tuple[Attribution, ...],
    document: Document,
    countries: Mapping[str, str],
) -> Claim:
    """Return what a sentence claims of an event.

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    attributions
        The text's.
    document
        Where the text comes from: its source speaks where nobody else is named.
    countries
        The names in the text that stand for a country: {small letters: code}.
    """
    at = parse.tokens[event.main.index].start
    over = sorted((a for a in attributions if a.start <= at < a.end), key=lambda a: a.end - a.start)
    speaker = next((a for a in over if a.asserted_by), None)
    cue = next((a for a in over if a.modality), speaker)
    modality = event.assertion.modality
    if cue is not None and cue.modality and (modality == "fact" or cue.modality == "denied"):
        modality = cue.modality  # "the claim that … is a fabrication" claims nothing
    share = share_in(parse, event.main.index)
    if share is not None and is_disowned(parse, share):
        modality = "denied"
    if modality == "fact":
        by = speaker.asserted_by if speaker else document.source
        modality = _by_side(parse, event, by, countries)
    sentence = _trimmed(parse, event.sentence)
    return Claim(
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        asserted_by=speaker.asserted_by if speaker else document.source,
        relayed_by=speaker.relayed_by if speaker else (),
        cue=cue.cue if cue else None,
        quoted=any(a.quoted for a in over),
        modality=modality,
        killed=count(event, "killed"),
        injured=count(event, "injured"),
        captured=count(event, "captured"),
    )


def standing(parse: Parse, event: Event, said: Claim) -> Modality:
    """Return how sure it is that an event took place: who denies a part in it does not deny the event.

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    said
        What its sentence claims of it.
    """
    return "fact" if said.modality == "denied" and share_in(parse, event.main.index) else said.modality


def own_doer(parse: Parse, event: Event) -> int | None:
    """Return the speaker who tells of a deed of his own: the army of "the army said it had killed 12 rebels".

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    """
    for trigger in event.triggers:
        deed = _deed(parse, trigger)
        verb = None if deed is None else sayer(parse, deed)
        if deed is not None and verb is not None and _is_own(parse, deed, verb):
            speaker = next(iter(subjects(parse, verb)), None)
            told_of = is_passive(parse, verb)  # "two men are believed to have been killed"
            if speaker is not None and not told_of and _can_do(parse, speaker, trigger):
                return speaker
    return None


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
    one = parse.tokens[speaker].tag in {"NN", "NNP"} and kind_of(parse, speaker) in PERSONS
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
    itself = any(parse.tokens[i].lemma in OWN_PRONOUNS or _is_owned(parse, i) for i in doers)
    return itself or _claims_to_have(parse, deed, verb)


def _is_of_other(parse: Parse, doer: int, verb: int) -> bool:
    """Tell whether "they" are others than who says so last: "gunmen fled when they had shot him, police said"."""
    first = parse.sentences[parse.tokens[doer].sentence].first
    before = (t for t in parse.tokens[first:doer] if t.dep in {"nsubj", "nsubjpass"} and t.pos in {"NOUN", "PROPN"})
    return verb > doer and any(before)


def _has_own_troops(parse: Parse, event: Event) -> bool:
    """Tell whether the doers are the speaker's: "the army said its troops had killed"."""
    told = sayer(parse, event.main.index) is not None
    doers = event.arguments.perpetrators or _doers_above(parse, event.main.index)
    return told and any(_is_owned(parse, i) for i in doers)


def _is_owned(parse: Parse, doer: int) -> bool:
    """Tell whether doers are a speaker's: "its troops", "his men"; "his brothers" may be anybody's."""
    owners = {c.lemma for c in children(parse, doer, "poss")}
    led = parse.tokens[doer].lemma in MEN
    return bool(owners & OWN) or (led and bool(owners & {"his", "her"}))


def _doers_above(parse: Parse, deed: int) -> tuple[int, ...]:
    """Return the subject of the clause that a participle hangs on: "its fighters took the town after killing 12"."""
    below = parse.tokens[deed]
    if below.tag != "VBG":
        return ()
    for above in ancestors(parse, deed):
        if below.dep not in {"pcomp", "prep", "advcl", "conj"} or children(parse, below.index, "nsubj"):
            return ()
        found = children(parse, above.index, "nsubj")
        if found:
            return tuple(t.index for t in found)
        below = above
    return ()


def _claims_to_have(parse: Parse, index: int, verb: int) -> bool:
    """Tell whether a verb is what its speaker says to have done: "claimed to have killed"."""
    token = parse.tokens[index]
    return token.dep == "xcomp" and token.head == verb and any(t.lemma == "to" for t in children(parse, index, "aux"))


def _by_side(parse: Parse, event: Event, by: str | None, countries: Mapping[str, str]) -> Modality:
    """Return what a plain statement is for whose side the speaker is on: of the own, of the other, or of neither."""
    if _is_doers_own(parse, event, by, countries):
        return "claimed"
    if by is None or event.assertion.stage == "threatened":
        return "fact"
    striking = (i for i in event.arguments.weapons if parse.tokens[i].dep == "nsubj")  # "Fijian missiles hit"
    doers = tuple(i for i in event.arguments.perpetrators if not _is_where(parse, i)) or tuple(striking)
    taken = side_taken(parse, doers, by, countries)
    unnamed = all(is_weapon(parse, i) for i in doers)
    if taken is None and unnamed and success_claimed(parse, _harmed(event), by, countries):
        return "claimed"
    return taken or "fact"


def _is_where(parse: Parse, index: int) -> bool:
    """Tell whether a noun says where: the town of "fighting near Gao"."""
    return parse.tokens[index].dep == "pobj" and parse.tokens[parse.tokens[index].head].lemma in WHERE


def _harmed(event: Event) -> tuple[int, ...]:
    return (*event.arguments.patients, *(t.head for t in event.tolls if t.count.best))


def _is_doers_own(parse: Parse, event: Event, by: str | None, countries: Mapping[str, str]) -> bool:
    """Tell whether the one who says so is the one who did it."""
    if own_doer(parse, event) is not None or _has_own_troops(parse, event):
        return True
    if by is None:
        return False
    if any(t.lemma == "we" for trigger in event.triggers for t in children(parse, trigger.index, "nsubj")):
        return True
    if any(parse.tokens[i].lemma in OWN_BODIES for i in event.arguments.perpetrators):
        return is_of_group(by, countries)  # "the spokesman of Ansaru said the group had"
    said_by = by.casefold()
    doers = [name_span(parse, i).text.casefold() for i in event.arguments.perpetrators]
    return any(said_by == doer or said_by.startswith(f"{doer} ") for doer in doers)


def count(event: Event, effect: Effect) -> Count | None:
    """Return the number of an effect: the last total where one is given, since it covers its parts, else the sum.

    Parameters
    ----------
    event
        An event.
    effect
        What befell people in it.
    """
    own = [t for t in event.tolls if t.effect == effect]
    totals = [t for t in own if t.total or t.replaces]
    return _sum(totals[-1:] or own)


def _sum(tolls: list[Toll]) -> Count | None:
    if not tolls:
        return None
    counts = [t.count for t in tolls]
    return Count(sum(c.low for c in counts), sum(c.best for c in counts), sum(c.high for c in counts))


def _trimmed(parse: Parse, sentence: int) -> Span:
    """Return a sentence without the white space around it."""
    whole = parse.sentences[sentence]
    text = parse.text[whole.start : whole.end].strip()
    start = parse.text.index(text, whole.start)
    return Span(start, start + len(text), text)
