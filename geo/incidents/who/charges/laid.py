"""An event of which only who did it is said: it makes no incident, and only joins one that was told before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from geo.denials import absent_deed, deniers, holds_nobody, is_denied_in, is_firm, unharmed
from geo.denials.whose import doers_of, is_without
from geo.incidents.what.events import Event
from geo.incidents.who.arguments.roles import Arguments
from geo.incidents.who.nouns.kinds import SIDES, is_armed, kind_of, whose_members
from geo.lexicon import word_class
from geo.meaning.assertion import assertion
from geo.meaning.governors import Assertion
from geo.model import IncidentType, Modality, Parse, Token, Trigger
from geo.syntax import children, prepositional
from geo.syntax.tags import PLACES

NEAR = 4  # tokens from a verb to "such": "has no such man in its cells"
NO_BODIES = PLACES | {"PERSON", "DATE", "TIME"}


@dataclass(frozen=True, slots=True)
class Laid:
    """An event of which only who did it is said: the doers, by whom that is said, and as what.

    With `of_own`, it is a denial only if it was its speaker's side that did it; with `firm`, too, if it is not said
    whose side did it. Of what is `unharmed` it denies what befell such things, whoever says so.
    """

    event: Event
    by: tuple[int, ...]
    modality: Modality
    of_own: bool = False
    firm: bool = False
    unharmed: frozenset[str] = frozenset()


Lays = Callable[[Parse, Token], Laid | None]
"""A way in which a word lays something at somebody's door."""


def laid_on(
    parse: Parse,
    word: Token,
    doers: tuple[int, ...],
    by: tuple[int, ...],
    modality: Modality,
    *,
    though_unsure: bool = False,
) -> Laid | None:
    """Return what a word lays at somebody's door, None for nobody's, or where it is denied or only asked.

    Parameters
    ----------
    parse, word
        The text, and the verb or noun that says so.
    doers, by
        Token indices of the nouns for who did it, and for who says so.
    modality
        As what it is said.
    though_unsure
        Take it, too, where the sentence says that it is not sure: "are believed to be".
    """
    trigger = Trigger(word.index, (word.index,), "attack", "none", weak=True, noun=word.pos == "NOUN")
    said = assertion(parse, trigger)
    doers = tuple(i for i in doers if parse.tokens[max(i - 1, 0)].text.lower() != "not")  # "guards, not rebels, did it"
    if not doers or said is None or said.modality == "denied" or (said.modality == "possible" and not though_unsure):
        return None
    return _laid(word, trigger, doers, by, modality)


def disowned(parse: Parse, word: Token) -> Laid | None:
    """Return what a word denies of what was told before, None if it denies nothing: "the army rejected the charge".

    Parameters
    ----------
    parse, word
        The text, and a verb, or a noun such as "denial".
    """
    by = deniers(parse, word)
    trigger = Trigger(word.index, (word.index,), "attack", "none", weak=True, noun=False)
    return _laid(word, trigger, (), by, "denied") if by else None


def retorted(parse: Parse, clause: Token) -> Laid:
    """Return what a clause answers to a charge, as a denial by whoever says it, if it was his side's deed."""
    held = holds_nobody(parse, clause)
    kind: IncidentType = "detention" if held else absent_deed(parse, clause) or "attack"
    trigger = Trigger(clause.index, (clause.index,), kind, "none", weak=True, noun=False)
    none = tuple(t.index for t in doers_of(parse, clause) if is_without(parse, t))  # "no tanks fired"
    answer = _laid(clause, trigger, none, (), "denied")
    such = kind == "detention" and any(t.lemma == "such" for t in parse.tokens[clause.index : clause.index + NEAR])
    return replace(
        answer,
        of_own=not (such or is_denied_in(parse, clause)),
        firm=is_firm(parse, clause),
        unharmed=unharmed(parse, clause),
    )


def _laid(word: Token, trigger: Trigger, doers: tuple[int, ...], by: tuple[int, ...], modality: Modality) -> Laid:
    stated, arguments = Assertion("accomplished", modality), Arguments(doers, (), ())
    event = Event((trigger,), trigger, arguments, frozenset(), stated, (), word.sentence, supported=False)
    return Laid(event, by, modality)


def fighters(parse: Parse, nouns: Iterable[int]) -> tuple[int, ...]:
    """Return the nouns for those who fight, by name or by calling."""
    return tuple(i for i in nouns if _fights(parse, i) or _is_one_of_body(parse, i))


def holders(parse: Parse, nouns: Iterable[int]) -> tuple[int, ...]:
    """Return those who fight, or whose lines, posts or guns it is: "the RSF lines", "positions of the rebels"."""
    found: list[int] = []
    for noun in nouns:
        whose = [t.index for t in children(parse, noun, "compound", "poss", "nmod", "amod")]
        of = prepositional(parse, noun, ("of",))
        found += fighters(parse, (noun, *of)) or fighters(parse, whose)
    return tuple(found)


def _fights(parse: Parse, index: int) -> bool:
    return kind_of(parse, index) in SIDES or is_armed(parse, index) or _names_body(parse, index)


def _is_one_of_body(parse: Parse, index: int) -> bool:
    """Tell whether a noun only says that somebody belongs to a body: "cadres of the United Front", "Jund members"."""
    named = (t for t in children(parse, index, "compound") if t.pos == "PROPN" and t.entity not in PLACES)
    members = parse.tokens[index].lemma in word_class("member") and any(named)
    return members or any(_fights(parse, i) for i in whose_members(parse, index))


def _names_body(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    named = bool(token.entity) or any(children(parse, index, "compound", "punct"))
    return named and token.pos == "PROPN" and token.entity not in NO_BODIES and kind_of(parse, index) != "government"
