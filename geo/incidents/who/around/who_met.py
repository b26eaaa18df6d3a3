"""Fights and arrests of which nobody is named as the doer -> who, in the sentence before, met or stopped others.

So it is in "Police came upon rebels. In the fight two men died." and "Police stopped a boat. Its crew were arrested.".
"""

from collections.abc import Collection, Iterator

from geo.incidents.speech import is_saying
from geo.incidents.what.events import Event
from geo.incidents.who.around.antecedents import meant
from geo.incidents.who.nouns.kinds import THINGS, attacks, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Sentence, Token
from geo.syntax import after_particle, agents, by_prepositions, direct_objects, is_negated, is_passive
from geo.syntax.tags import VERBS

TOLD = frozenset({"ROOT", "ccomp", "conj", "parataxis"})  # clauses that say what happened, not when or if
FIGHTS = frozenset({"battle", "shooting"})
ARRESTS = frozenset({"detention", "seizure"})
# Everyday verbs that tell of a meeting with these words only: "ran into a patrol", "lay up in the rocks".
WITH: dict[str, frozenset[str]] = {
    "run": frozenset({"into", "across"}),
    "bump": frozenset({"into"}),
    "walk": frozenset({"into"}),
    "come": frozenset({"upon", "across", "on"}),
    "happen": frozenset({"upon", "on"}),
    "catch": frozenset({"up"}),
    "make": frozenset({"contact"}),
    "lie": frozenset({"up", "in"}),
    "lay": frozenset({"up", "in"}),
    "close": frozenset({"in", "with"}),
}


def is_lone_fight(event: Event) -> bool:
    """Tell whether an event is a fight by a noun for it, and nobody is said to have taken part but who suffered."""
    noun = any(t.noun and t.type in FIGHTS for t in event.triggers)
    return noun and not event.arguments.perpetrators and event.assertion.stage == "accomplished"


def is_lone_arrest(parse: Parse, event: Event) -> bool:
    """Tell whether an event is an arrest or a find of which only is said whom or what it befell."""
    token = parse.tokens[event.main.index]
    done = token.pos in VERBS and (is_passive(parse, token.index) or token.tag == "VBN")
    plain = event.assertion.stage == "accomplished" and event.assertion.modality != "denied"
    return event.main.type in ARRESTS and done and plain and not event.arguments.perpetrators


def fighters_met(parse: Parse, sentence: Sentence, event: Event) -> tuple[int, ...]:
    """Return who met whom in a sentence, both sides of a fight; of a shooting those alone whom it did not befall.

    Parameters
    ----------
    parse, sentence
        The text, and the sentence before the event.
    event
        A fight of which nobody is said to be a side.
    """
    suffered = {parse.tokens[i].lemma for i in (*event.arguments.patients, *(t.head for t in event.tolls))}
    found: list[int] = []
    for verb in _verbs(parse, sentence, TOLD):
        if _meets(parse, verb):
            own = agents(parse, verb.index)
            found += own
            found += _met(parse, verb) if event.main.type == "battle" and own else ()
    sides = (i for i in found if attacks(parse, i) and kind_of(parse, i) not in THINGS)
    return tuple(i for i in sides if parse.tokens[i].lemma not in suffered)


def officers(parse: Parse, sentence: Sentence) -> tuple[int, ...]:
    """Return the state's men who act in a sentence, by themselves or as those who say what they did."""
    verbs = (verb for verb in _verbs(parse, sentence, (*TOLD, "relcl")) if not is_saying(verb))
    acting = (i for verb in verbs for i in agents(parse, verb.index))
    meant_by = (n for i in acting for n in (_speaker(parse, i) or meant(parse, i)))
    return tuple(dict.fromkeys(i for i in meant_by if kind_of(parse, i) == "state_force"))


def _speaker(parse: Parse, subject: int) -> tuple[int, ...]:
    """Return who says what "they" did: the police of "police say they have broken up a ring"."""
    verb = parse.tokens[parse.tokens[subject].head]
    above = parse.tokens[verb.head]
    own = parse.tokens[subject].lemma in {"they", "it"} and verb.dep == "ccomp" and is_saying(above)
    return agents(parse, above.index) if own else ()


def _verbs(parse: Parse, sentence: Sentence, clauses: Collection[str]) -> Iterator[Token]:
    for token in parse.sentence_tokens(sentence):
        if token.pos in VERBS and token.dep in clauses and not is_negated(parse, token.index):
            yield token


def _meets(parse: Parse, verb: Token) -> bool:
    if verb.lemma not in WITH:
        return verb.lemma in word_class("meets")
    after = parse.tokens[verb.index + 1 : verb.index + 3]
    return not WITH[verb.lemma].isdisjoint(t.lemma for t in after)


def _met(parse: Parse, verb: Token) -> Iterator[int]:
    """Yield whom those who meet others meet, wherever that hangs: "came upon part of the gang", "met a column"."""
    yield from direct_objects(parse, verb.index)
    yield from (t.index for t in by_prepositions(parse, verb.index))
    yield from after_particle(parse, verb.index, ("with", "by"))
