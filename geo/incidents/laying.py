"""Words that lay what was told at somebody's door without naming it: "claimed responsibility", "blamed the rebels".

They make no incident, and only join one that was told before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from geo.assertion import Assertion, assertion
from geo.incidents.events import Event
from geo.incidents.kinds import is_armed, kind_of
from geo.incidents.roles import Arguments
from geo.model import Modality, Parse, Sentence, Token, Trigger
from geo.syntax import children, conjuncts, is_passive, prepositional, subjects

OWNED = frozenset({"responsibility", "credit"})
OWNS = frozenset({"claim"})
BLAMES = frozenset({"blame"})
BODIES = frozenset({"group", "state_force"})
KNOWN = frozenset({"PRP", "DT"})  # "for it", "for this"


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
        if token.pos != "VERB" or token.lemma not in OWNS | BLAMES:
            continue
        found = _owned(parse, token) if token.lemma in OWNS else _blamed(parse, token)
        if found is not None:
            yield found


def _owned(parse: Parse, verb: Token) -> Laid | None:
    noun = next((t for t in children(parse, verb.index, "dobj", "nsubjpass") if t.lemma in OWNED), None)
    if noun is None or not _is_of_known(parse, noun.index, verb.index, "for"):
        return None
    passive = is_passive(parse, verb.index)
    doers = prepositional(parse, verb.index, ("by",)) if passive else subjects(parse, verb.index)
    return _laid(parse, noun, tuple(i for i in doers if parse.tokens[i].pos in {"NOUN", "PROPN"}), doers, "claimed")


def _blamed(parse: Parse, verb: Token) -> Laid | None:
    if not _is_of_known(parse, verb.index, verb.index, "for") or prepositional(parse, verb.index, ("on",)):
        return None
    passive = is_passive(parse, verb.index)
    objects = tuple(i for t in children(parse, verb.index, "dobj") for i in conjuncts(parse, t.index))
    doers = subjects(parse, verb.index) if passive else objects
    by = prepositional(parse, verb.index, ("by",)) if passive else subjects(parse, verb.index)
    return _laid(parse, verb, tuple(i for i in doers if _can_attack(parse, i)), by, "accused")


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


def _is_of_known(parse: Parse, noun: int, verb: int, preposition: str) -> bool:
    """Tell whether it is not said for what, or only with a word for what is known: "responsibility for it"."""
    said = {*prepositional(parse, noun, (preposition,)), *prepositional(parse, verb, (preposition,))}
    return all(parse.tokens[i].tag in KNOWN for i in said)


def _can_attack(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    body = token.pos == "PROPN" and token.entity in {"ORG", "NORP"} and kind_of(parse, index) != "government"
    return body or kind_of(parse, index) in BODIES or is_armed(parse, index)
