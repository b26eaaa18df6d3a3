"""Deeds of which nobody is named as the doer -> those who came before them: "Gunmen arrived. The owner was killed."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.incidents.what.events import Event
from geo.incidents.who.around.who_met import TOLD, fighters_met, is_lone_arrest, is_lone_fight, officers
from geo.incidents.who.nouns.kinds import THINGS, attacks, is_armed, kind_of
from geo.lexicon import load_words, word_class
from geo.model import IncidentType, Parse, Sentence, Token, Toponym
from geo.model.within import starting_in
from geo.syntax import children, is_passive, subjects

REACH = 2  # sentences before a deed
OF_SIDES: frozenset[IncidentType] = frozenset({"battle", "protest", "riot", "seizure", "detention"})
FOUND = frozenset({"find", "discover", "recover"})


def with_comers(
    parse: Parse, told: Sequence[list[Event]], toponyms: tuple[Toponym, ...], paragraphs: Sequence[int]
) -> list[list[Event]]:
    """Return the events of each sentence, with those who came right before as the doers of what nobody else did.

    Parameters
    ----------
    parse, told
        The text, and the events of each sentence.
    toponyms
        The document's.
    paragraphs
        The paragraph of each sentence.
    """
    return [
        [_with_doers(event, _came_before(parse, event, told, toponyms, paragraphs)) for event in events]
        for events in told
    ]


def _with_doers(event: Event, doers: tuple[int, ...]) -> Event:
    return replace(event, arguments=replace(event.arguments, perpetrators=doers)) if doers else event


def _came_before(
    parse: Parse,
    event: Event,
    told: Sequence[list[Event]],
    toponyms: tuple[Toponym, ...],
    paragraphs: Sequence[int],
) -> tuple[int, ...]:
    before = range(event.sentence - 1, max(-1, event.sentence - 1 - REACH), -1)
    near = [parse.sentences[n] for n in before if paragraphs[n] == paragraphs[event.sentence]]
    with_them = event.main.type == "seizure" and any(told[s.index] for s in near[:1])  # who fought
    if is_lone_arrest(parse, event) and not with_them:
        return next(filter(None, (officers(parse, sentence) for sentence in near)), ())
    if near and is_lone_fight(event) and (met := fighters_met(parse, near[0], event)):
        return met
    if not _lacks_doers(parse, event):
        return ()
    for number in before:
        if paragraphs[number] != paragraphs[event.sentence] or told[number]:
            return ()
        done = is_passive(parse, event.main.index) or parse.tokens[event.main.index].tag == "VBN"
        if found := tuple(_comers(parse, parse.sentences[number], sure=not done)):
            fits = not _are_the_same(parse, found, event) and not _is_set_apart(parse, number, event, toponyms)
            return found if fits else ()
    return ()


def _lacks_doers(parse: Parse, event: Event) -> bool:
    """Tell whether an event says whom something befell that others did, and not who they were."""
    verb = event.main.index
    token = parse.tokens[verb]
    done = token.pos == "VERB" and (is_passive(parse, verb) or event.is_result)
    plain = event.assertion.stage == "accomplished" and event.assertion.modality != "denied"
    found = not FOUND.isdisjoint((token.lemma, parse.tokens[token.head].lemma))
    return done and plain and not found and not event.arguments.perpetrators and event.main.type not in OF_SIDES


def _comers(parse: Parse, sentence: Sentence, *, sure: bool) -> Iterator[int]:
    """Yield those who come somewhere to attack, in a sentence that tells of no deed; `sure`: who set upon others."""
    for verb in parse.sentence_tokens(sentence):
        if verb.tag != "VBD" or verb.pos != "VERB" or verb.dep not in TOLD or is_passive(parse, verb.index):
            continue
        if verb.lemma in word_class("goes_away"):
            continue
        own = subjects(parse, verb.index) if children(parse, verb.index, "nsubj") else ()
        own = tuple(i for i in own if kind_of(parse, i) not in THINGS)
        upon = verb.lemma in word_class("sets_upon")
        yield from (i for i in own if attacks(parse, i) and (upon or (not sure and _comes_to_harm(parse, i, verb))))


def _comes_to_harm(parse: Parse, doer: int, verb: Token) -> bool:
    """Tell whether those who act come to do harm; police and soldiers also come to help, or are there already."""
    by_calling = is_armed(parse, doer) and parse.tokens[doer].lemma not in load_words("attackers")
    comes = not by_calling or verb.lemma in word_class("comes")
    return comes and kind_of(parse, doer) != "state_force"


def _are_the_same(parse: Parse, came: Sequence[int], event: Event) -> bool:
    """Tell whether those who suffered may be those who came, or were of their kind."""
    suffered = {*event.arguments.patients, *(t.head for t in event.tolls)}
    lemmas = {parse.tokens[i].lemma for i in came}
    of = {parse.tokens[i].lemma for i in suffered}
    attackers = not of.isdisjoint(load_words("attackers")) and any(kind_of(parse, i) != "state_force" for i in came)
    return attackers or not of.isdisjoint(lemmas)


def _is_set_apart(parse: Parse, number: int, event: Event, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether the sentence of an event gives a place or a day of its own, as that before it does."""
    both = [parse.sentences[number], parse.sentences[event.sentence]]
    placed = all(any(t.role == "literal" for t in starting_in(toponyms, s.start, s.end)) for s in both)
    dated = all(any(t.entity == "DATE" for t in parse.sentence_tokens(s)) for s in both)
    return placed or dated
