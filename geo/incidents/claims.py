"""An event in its sentence -> the claim: who says so, in which words, how sure, and how many."""

from collections.abc import Mapping

from geo.denials import is_disowned, share_in
from geo.incidents.own_deeds import has_own_troops, own_doer
from geo.incidents.what.events import Event
from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.sides import is_of_group, side_taken, success_claimed
from geo.lexicon import word_class
from geo.model import Attribution, Claim, Count, Document, Effect, Modality, Parse
from geo.syntax import children
from geo.syntax.phrases import name_span, sentence_span

IS = frozenset({"is", "are", "was", "were"})
WHERE = frozenset({"in", "near", "at", "around", "outside", "off"})


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
    parse, event
        The text, and one of its events.
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
    untrue = next((a for a in over if a.modality == "denied" and a.cue in IS), None)
    cue = untrue or next((a for a in over if a.modality), speaker)  # "they claim that we did. This is a lie."
    if cue is not None and cue.modality == "possible":  # "called the claim that police had shot him mere gossip"
        cue = next((a for a in over if a.modality == "denied"), cue)
    modality = event.assertion.modality
    if cue is not None and cue.modality and (modality == "fact" or cue.modality == "denied"):
        modality = cue.modality  # "the claim that … is a fabrication" claims nothing
    share = share_in(parse, event.main.index)
    if share is not None and is_disowned(parse, share):
        modality = "denied"
    if modality == "fact":
        by = speaker.asserted_by if speaker else document.source
        modality = _by_side(parse, event, by, countries)
    sentence = sentence_span(parse, event.sentence)
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
    parse, event
        The text, and one of its events.
    said
        What its sentence claims of it.
    """
    return "fact" if said.modality == "denied" and share_in(parse, event.main.index) else said.modality


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
    if own_doer(parse, event) is not None or has_own_troops(parse, event) or _is_ours(parse, event):
        return True
    if by is None:
        return False
    if any(parse.tokens[i].lemma in word_class("unnamed_body") for i in event.arguments.perpetrators):
        return is_of_group(by, countries)  # "the spokesman of Ansaru said the group had"
    said_by = by.casefold()
    doers = [name_span(parse, i).text.casefold() for i in event.arguments.perpetrators]
    return any(said_by == doer or said_by.startswith(f"{doer} ") for doer in doers)


def _is_ours(parse: Parse, event: Event) -> bool:
    """Tell whether whoever speaks, be he named or not, counts himself among those who did it: "our comrades set"."""
    doers = {i for t in event.triggers for i in (c.index for c in children(parse, t.index, "nsubj"))}
    every = {*doers, *event.arguments.perpetrators}
    own = {t.lemma for i in every for t in children(parse, i, "poss")}
    praised = {t.text.lower() for i in every for t in children(parse, i, "amod", "compound")}  # "our heroic fighters"
    ours = any(parse.tokens[i].lemma == "we" for i in doers) or bool(own & {"our", "my"})
    return ours or bool(praised & word_class("praised"))


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
    totals = [t for t in own if t.total]
    counts = [t.count for t in totals[-1:] or own]
    return sum(counts, Count(0, 0, 0)) if counts else None
