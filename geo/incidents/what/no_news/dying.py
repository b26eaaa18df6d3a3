"""Who only died: of an illness that a text is about, or in a text that tells of no violence at all."""

from geo.incidents.what.events import Event
from geo.incidents.who.nouns.kinds import is_armed
from geo.lexicon import word_class
from geo.meaning.backdrop import is_of_illness
from geo.model import Parse
from geo.syntax.tags import NOUNS


def without_dying(parse: Parse, fresh: list[list[Event]]) -> list[list[Event]]:
    """Return the events of each sentence without those that say only that somebody died, where nobody was killed.

    Parameters
    ----------
    parse
        The text.
    fresh
        The events of each sentence.
    """
    every = [e for found in fresh for e in found]
    dying = {id(e) for e in every if _only_dies(parse, e)}
    if not dying:
        return fresh
    if not is_of_illness(parse):
        told = [e for e in every if e.supported or not e.is_result]
        if not all(id(e) in dying and _is_of_civilians(parse, e) for e in told):
            return fresh
    return [[e for e in found if id(e) not in dying] for found in fresh]


def _only_dies(parse: Parse, event: Event) -> bool:
    """Tell whether words say no more than that people died, by nobody and nothing: "the first fatality"."""
    dies = all(parse.tokens[t.index].lemma in word_class("dying") for t in event.triggers)
    return dies and event.is_result and not (event.arguments.perpetrators or event.arguments.weapons)


def _is_of_civilians(parse: Parse, event: Event) -> bool:
    """Tell whether a verb says who died, and nobody beside it bears arms: "two nuns died", not "60 died"."""
    verbs = all(parse.tokens[t.index].pos == "VERB" for t in event.triggers)
    named = not any(parse.tokens[toll.head].pos == "NUM" for toll in event.tolls)
    beside = parse.sentence_tokens(parse.sentences[event.sentence])
    return verbs and named and not any(t.pos in NOUNS and is_armed(parse, t.index) for t in beside)
