"""Numbers of one effect that several speakers give in one sentence -> a telling for each: they are rivals, no sum.

"The army said 14 had died while villagers said 20 were killed" counts nobody twice.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.incidents.speech import is_saying
from geo.incidents.what.events import Event
from geo.incidents.who.arguments.roles import Arguments
from geo.model import Attribution, Parse, Toll
from geo.model.within import starting_in
from geo.syntax import subjects


def by_speaker(parse: Parse, event: Event, said: Sequence[Attribution]) -> list[Event]:
    """Return an event with the numbers that its own speaker gives, and what others count as results beside it.

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    said
        Who is said to say what, in the order of the text.
    """
    if not event.tolls:
        return [event]
    voices = [speaker_of(parse, t.trigger, said) or _owner(parse, t.trigger) for t in event.tolls]
    main = speaker_of(parse, event.main.index, said)
    apart = {
        voice
        for toll, voice in zip(event.tolls, voices, strict=True)
        for other, first in zip(event.tolls, voices, strict=True)
        if other.effect == toll.effect and first != voice and other.head < toll.head and voice is not None
    }
    apart |= {voice for voice in voices if voice is not None and main is None}  # "Jets bombed it, and rebels said 80"
    own = tuple(t for t, voice in zip(event.tolls, voices, strict=True) if voice not in apart)
    told = (tuple(t for t, v in zip(event.tolls, voices, strict=True) if v == voice) for voice in dict.fromkeys(voices))
    others = [_counted(event, tolls) for tolls in told if set(tolls).isdisjoint(own)]
    return [_of_own(event, own), *(one for one in others if one is not None)] if own or main is None else [event]


def _owner(parse: Parse, index: int) -> str | None:
    """Return who gives a number as the object of a verb of saying: "the governor conceded only two deaths"."""
    noun = parse.tokens[index]
    verb = parse.tokens[noun.head]
    given = noun.dep == "dobj" and is_saying(verb)
    named = [parse.tokens[i].text for i in subjects(parse, verb.index) if parse.tokens[i].tag != "PRP"] if given else []
    return named[0] if named else None


def _of_own(event: Event, own: tuple[Toll, ...]) -> Event:
    """Return an event with some of its numbers, and without the words that only tell of the others."""
    lost = {t.trigger for t in event.tolls} - {t.trigger for t in own}
    kept = tuple(t for t in event.triggers if t.index not in lost or t.type != "effect") or event.triggers
    return replace(event, tolls=own, triggers=kept, main=event.main if event.main in kept else kept[0])


def speaker_of(parse: Parse, index: int, said: Sequence[Attribution]) -> str | None:
    """Return who tells what a word says: whoever speaks over it in the fewest words of its sentence.

    Parameters
    ----------
    parse, index
        The text, and the word's token index.
    said
        Who is said to say what, in the order of the text.
    """
    sentence, at = parse.sentences[parse.tokens[index].sentence], parse.tokens[index].start
    over = [a for a in starting_in(said, sentence.start, at + 1) if a.asserted_by and at < a.end]
    return min(over, key=lambda a: a.end - a.start).asserted_by if over else None


def _counted(event: Event, tolls: tuple[Toll, ...]) -> Event | None:
    """Return what befell people by another's count, which makes no incident by itself."""
    words = {t.trigger for t in tolls}
    triggers = tuple(t for t in event.triggers if t.index in words)
    if not triggers:
        return None
    main = replace(triggers[0], type="effect")
    return replace(
        event,
        triggers=(main,),
        main=main,
        arguments=Arguments((), tuple(t.head for t in tolls if t.effect != "captured"), ()),
        captives=frozenset(t.head for t in tolls if t.effect == "captured"),
        tolls=tolls,
        supported=False,
    )
