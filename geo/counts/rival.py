"""Figures that say nothing of whom or what: "villagers put the number at 20", "rebels said 40", "the army says 9".

They count what was told just before, and only beside it.
"""

from collections.abc import Iterator

from geo.counts.patients import prepositional_heads
from geo.counts.people import is_figure
from geo.counts.words import entries
from geo.model import Effect, Parse, Token
from geo.syntax import children

# "put army dead at 60", "put the wounded at 40"
FALLEN: dict[str, Effect] = {"dead": "killed", "fatality": "killed", "wounded": "injured", "injured": "injured"}
FIGURES = FALLEN.keys() | {"number", "figure", "count", "total", "it", "them"}
REACH = 2  # sentences before, in which the harm was told
HARM = frozenset({"verb", "dies", "noun", "self", "state", "toll"})  # forms of words that tell it by themselves
UNITS = frozenset({"percent", "year", "metre", "meter", "mile", "kilometre", "kilometer", "hour", "minute", "day"})


def rival_figure(parse: Parse, verb: Token) -> Iterator[tuple[Effect, int]]:
    """Yield the number that somebody gives for what was told before, with what that was.

    Parameters
    ----------
    parse
        The text.
    verb
        A verb by which a number is given.
    """
    number = next(_numbers(parse, verb), None) if verb.pos == "VERB" else None
    if number is None:
        return
    named = [FALLEN[t.lemma] for t in children(parse, verb.index, "dobj", "oprd") if t.lemma in FALLEN]
    effect = named[0] if named else _told_before(parse, verb)
    if effect:
        yield effect, number


def _numbers(parse: Parse, verb: Token) -> Iterator[int]:
    """Yield the numbers of "said 40", "put the number at 20" and "says there were only eight"."""
    objects = children(parse, verb.index, "dobj", "npadvmod", "nsubjpass", "oprd")
    given = [t.index for t in objects]
    if any(t.lemma in FIGURES for t in objects):
        holders = (verb, *(t for t in objects if t.lemma in FIGURES))
        given = [i for t in holders for i in prepositional_heads(parse, t, ("at", "of"))]
    if verb.lemma == "speak":
        given = prepositional_heads(parse, verb, ("of",))
    existing = (c for c in children(parse, verb.index, "ccomp") if c.lemma == "be" and children(parse, c.index, "expl"))
    given += [t.index for clause in existing for t in children(parse, clause.index, "attr")]
    yield from (i for i in given if _is_bare(parse, i))


def _is_bare(parse: Parse, index: int) -> bool:
    """Tell whether a number stands by itself: neither "40 houses" nor "40 percent"."""
    after = parse.tokens[index + 1 : index + 2]
    alone = not any(t.pos in {"NOUN", "PROPN", "ADJ"} or t.lemma in UNITS for t in after)
    return is_figure(parse, index) and parse.tokens[index].entity not in {"TIME", "MONEY", "PERCENT"} and alone


def _told_before(parse: Parse, verb: Token) -> Effect | None:
    """Return what the last number of people that a text gives before a verb suffered, in the sentences right before."""
    first = parse.sentences[max(0, verb.sentence - REACH)].first
    for token in reversed(parse.tokens[first : verb.index]):
        effects = [e.effect for e in entries().get(token.lemma, ()) if e.effect and e.form in HARM]
        if effects:
            return effects[0]
    return None
