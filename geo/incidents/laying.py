"""Words that lay what was told at somebody's door without naming it: "blamed the rebels", "it was the work of rebels".

They make no incident, and only join one that was told before.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from geo.assertion import Assertion, assertion
from geo.incidents.events import Event
from geo.incidents.kinds import is_armed, kind_of
from geo.incidents.roles import Arguments
from geo.incidents.speech import sayer
from geo.model import Modality, Parse, Sentence, Token, Trigger
from geo.syntax import children, conjuncts, is_passive, prepositional, subjects

OWNED = frozenset({"responsibility", "credit"})
BODIES = frozenset({"group", "state_force"})
PEOPLE = BODIES | {"person", "government", "civilians"}
KNOWN = frozenset({"PRP", "DT"})  # "for it", "for this"
BEARING = frozenset({"responsible", "accountable"})
HOLDS = 12  # tokens from "hold" to "responsible"


@dataclass(frozen=True, slots=True)
class Laid:
    """An event of which only who did it is said: the doers, by whom that is said, and as what."""

    event: Event
    by: tuple[int, ...]
    modality: Modality


def laid(parse: Parse, sentence: Sentence) -> Iterator[Laid]:
    """Yield what a sentence lays at somebody's door without naming the deed.

    Parameters
    ----------
    parse
        The text.
    sentence
        One of its sentences.
    """
    for token in parse.tokens[sentence.first : sentence.last]:
        found = next((one for lays in WAYS.get(token.lemma, ()) if (one := lays(parse, token)) is not None), None)
        if found is not None:
            yield found


def _owned(parse: Parse, verb: Token) -> Laid | None:
    """Read "the group claimed responsibility" and "took credit for it"."""
    noun = next((t for t in children(parse, verb.index, "dobj", "nsubjpass") if t.lemma in OWNED), None)
    if noun is None or not _is_of_known(parse, noun.index, verb.index, "for"):
        return None
    passive = is_passive(parse, verb.index)
    doers = prepositional(parse, verb.index, ("by",)) if passive else subjects(parse, verb.index)
    return _laid(parse, noun, tuple(i for i in doers if parse.tokens[i].pos in {"NOUN", "PROPN"}), doers, "claimed")


def _blamed(parse: Parse, verb: Token) -> Laid | None:
    """Read "residents blamed the rebels"."""
    if (
        verb.pos != "VERB"
        or not _is_of_known(parse, verb.index, verb.index, "for")
        or prepositional(parse, verb.index, ("on",))
    ):
        return None
    passive = is_passive(parse, verb.index)
    objects = tuple(i for t in children(parse, verb.index, "dobj") for i in conjuncts(parse, t.index))
    doers = subjects(parse, verb.index) if passive else objects
    by = prepositional(parse, verb.index, ("by",)) if passive else subjects(parse, verb.index)
    return _laid(parse, verb, tuple(i for i in doers if _can_attack(parse, i)), by, "accused")


def _attributed(parse: Parse, verb: Token) -> Laid | None:
    """Read "the government attributed it to the rebels"."""
    if verb.pos != "VERB" or not any(t.tag in KNOWN for t in children(parse, verb.index, "dobj", "nsubjpass")):
        return None
    by = prepositional(parse, verb.index, ("by",)) if is_passive(parse, verb.index) else subjects(parse, verb.index)
    return _laid(parse, verb, _bodies(parse, prepositional(parse, verb.index, ("to", "on"))), by, "accused")


def _held(parse: Parse, verb: Token) -> Laid | None:
    """Read "she holds the police responsible"."""
    bearing = next((t for t in parse.tokens[verb.index : verb.index + HOLDS] if t.lemma in BEARING), None)
    if verb.pos != "VERB" or bearing is None or is_passive(parse, verb.index):
        return None
    below = (*children(parse, bearing.index, "nsubj"), *children(parse, verb.index, "dobj"))
    held = tuple(i for t in below for i in conjuncts(parse, t.index))
    known = _is_of_known(parse, bearing.index, verb.index, "for")
    return _laid(parse, verb, _bodies(parse, held), subjects(parse, verb.index), "accused") if known else None


def _worked(parse: Parse, work: Token) -> Laid | None:
    """Read "this is the work of rebels" and "it was the work of rebels"."""
    verb = parse.tokens[work.head]
    pointing = any(t.tag in KNOWN for t in children(parse, verb.index, "nsubj"))
    if work.dep != "attr" or verb.lemma != "be" or not pointing:
        return None
    said = sayer(parse, verb.index)
    by = () if said is None else subjects(parse, said)
    return _laid(parse, work, _bodies(parse, prepositional(parse, work.index, ("of",))), by, "accused")


def _laid(parse: Parse, word: Token, doers: tuple[int, ...], by: tuple[int, ...], modality: Modality) -> Laid | None:
    trigger = Trigger(word.index, (word.index,), "attack", "none", weak=True, noun=word.pos == "NOUN")
    said = assertion(parse, trigger)
    if not doers or said is None or said.modality == "possible":
        return None
    stated = Assertion("accomplished", modality)
    event = Event(
        (trigger,), trigger, Arguments(doers, (), ()), frozenset(), stated, (), word.sentence, supported=False
    )
    return Laid(event, by, modality)


WAYS: dict[str, tuple[Callable[[Parse, Token], Laid | None], ...]] = {
    "claim": (_owned,),
    "take": (_owned,),
    "blame": (_blamed, _attributed),
    "attribute": (_attributed,),
    "ascribe": (_attributed,),
    "pin": (_attributed,),
    "hold": (_held,),
    "work": (_worked,),
    "doing": (_worked,),
}


def _is_of_known(parse: Parse, noun: int, verb: int, preposition: str) -> bool:
    """Tell whether it is not said for what, or only with a word for what is known: "responsibility for it"."""
    said = {*prepositional(parse, noun, (preposition,)), *prepositional(parse, verb, (preposition,))}
    return all(parse.tokens[i].tag in KNOWN for i in said)


def _bodies(parse: Parse, nouns: tuple[int, ...]) -> tuple[int, ...]:
    """Return the nouns for people or for a body: "the work of rebels", not "the work of years"."""
    return tuple(i for i in nouns if parse.tokens[i].pos == "PROPN" or kind_of(parse, i) in PEOPLE)


def _can_attack(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    body = token.pos == "PROPN" and token.entity in {"ORG", "NORP"} and kind_of(parse, index) != "government"
    return body or kind_of(parse, index) in BODIES or is_armed(parse, index)
