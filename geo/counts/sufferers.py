"""Who suffered what: for each form of a word for harm or capture, the nouns that it befalls.

How many they are is for `lists` to tell, and whether it happened for `tolls`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from geo.counts.captives import held, taken, taking, torn_captives, yielding
from geo.counts.deaths import (
    Sufferers,
    alive,
    buried,
    fallen,
    fell,
    hanged,
    kills_armed,
    limb,
    out_of_action,
    outlived,
    passed_away,
    to_death,
    undone,
)
from geo.counts.found import found_dead
from geo.counts.hospital import cared_for, in_hospital, will_live
from geo.counts.lists import AT, has_own_fate
from geo.counts.objects import is_of_counted_things
from geo.counts.patients import companions, is_of_both, of, patients, so_did, subject_heads
from geo.counts.people import are_people, count_one, number_of, says_none
from geo.counts.rival import rival_figure
from geo.counts.series import in_series, states
from geo.counts.shot import laid_low
from geo.counts.states import by_self, by_state
from geo.counts.sums import NOUN_TAGS, by_life, by_losing, by_toll
from geo.counts.words import Entry, entries
from geo.counts.wounds import by_body, by_end, by_feature, by_missile, by_wound, teller
from geo.meaning.dying import died_of
from geo.model import Effect, Parse, Token
from geo.syntax import children, is_negated
from geo.syntax.tags import DEFINITE, SINGULAR, VERBS

# Forms that tell of harm only beside an event, and those that do so where one only has them: "treated for burns".
BESIDE = frozenset({"buried", "held", "taken", "hospital", "figure", "yields", "cared", "outlive", "lives", "fell"})
UNDOING = frozenset({"down", "undone"})
HAVING = frozenset({"wound", "scratch", "body", "missile", "feature"})


@dataclass(frozen=True, slots=True)
class Suffering:
    """A noun (or the first of a list) that something befell, the word that says so, and whether it is denied.

    `alone` is False where the words tell of harm only beside an event that was told ("seven are in hospital").
    """

    effect: Effect
    head: int
    trigger: int
    people: bool
    negated: bool = False
    alone: bool = True


@cache
def words_of_harm() -> frozenset[str]:
    """Return the words that may say what befell whom, in their dictionary form or as written: few of a text's."""
    return frozenset((*entries(), *states()))


def sufferings(parse: Parse, token: Token) -> Iterator[Suffering]:
    """Yield what one word says befell whom."""
    ordered = in_series(parse, token)
    if (ordered is None and not _tells(token)) or is_of_both(parse, token):
        return
    found = list(_by_grammar(parse, token))
    found += [replace(s, head=head) for s in found[:1] for head in _beside(parse, _clause(parse, token), found)]
    if ordered is None:
        yield from found
        return
    entry, head = ordered
    between = (parse.tokens[s.head + 1 : head] for s in found)
    listed = [s for s, t in zip(found, between, strict=True) if not any(map(_tells, t))]
    if len(listed) > 1:  # "4 police, 2 civilians killed"
        yield from listed
        return
    alike = [s for s in found if count_one(parse, s.head) == count_one(parse, head)]
    nearest = min(alike, key=lambda s: abs(s.head - token.index), default=None)
    yield nearest or Suffering(entry.effect, head, token.index, entry.people)


def _beside(parse: Parse, clause: Token, found: list[Suffering]) -> list[int]:
    """Return whom the same befell as the first of those found, by other words than theirs."""
    told = {s.head for s in found if s.effect == found[0].effect}
    with_them = (i for i in companions(parse, clause) if are_people(parse, i))  # not "was found with nine pistols"
    return sorted({*with_them, *so_did(parse, clause)} - told)


def _clause(parse: Parse, token: Token) -> Token:
    """Return the verb of whose clause a word is: the word itself, or the one that it completes."""
    return token if token.pos == "VERB" else parse.tokens[token.head]


def _tells(token: Token) -> bool:
    return token.lemma in entries()


def _by_grammar(parse: Parse, token: Token) -> Iterator[Suffering]:
    for entry in entries().get(token.lemma, ()):
        reader = READERS.get(entry.form) or (OF_VERBS.get(entry.form) if token.pos == "VERB" else None)
        for effect, head in reader(parse, token, entry) if reader else ():
            negated = entry.form in {"verb", "dies", "state"} and is_negated(parse, token.index)
            says = _says(parse, token, entry, head)
            alone = entry.form not in BESIDE and says is not None
            alone = alone and (entry.form not in UNDOING or kills_armed(parse, head))
            yield Suffering(effect, head, token.index if says is None else says, entry.people, negated, alone)


def _says(parse: Parse, token: Token, entry: Entry, head: int) -> int | None:
    """Return the word that tells of harm by itself, None where none does: "was treated for burns"."""
    if entry.form == "lives":  # what is expected has not happened, but who was hurt was
        return next((t.index for t in children(parse, token.head, "auxpass")), head)
    if entry.form in {"figure", "outlive"}:
        return head  # who says so says the number, not that he says it; and who "did not survive" did something
    if entry.form in HAVING:
        return teller(parse, token)
    preposition = parse.tokens[token.head]
    of_deed = entry.form == "losses" and preposition.lemma in {"for", "with", "at"}
    killing = parse.tokens[preposition.head]  # "killed nine for the loss of two"
    return killing.index if of_deed and killing.lemma in entries() else token.index


# ---------------------------------------------------------------- who suffers it, by the form of the word

Reader = Callable[[Parse, Token, Entry], Sufferers]


def _by_verb(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the object of "killed", the subject of "was killed", the noun of "12 people killed in"."""
    for head in [*patients(parse, token), *companions(parse, token), *_numbered(parse, token), *_next(parse, token)]:
        yield entry.effect, head


def _by_mortal(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield whom a wound killed: "was fatally wounded", and the one of "two were hit, one fatally"."""
    above = parse.tokens[token.head]
    if above.pos == "VERB":
        yield from ((entry.effect, head) for head in patients(parse, above))
    elif above.pos == "NUM":
        yield entry.effect, above.index


def _by_hurting(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield whom a beating or burning hurt: those who lived, and no houses."""
    for effect, head in _by_verb(parse, token, entry):
        named = number_of(parse, head) or parse.tokens[head].pos != "PROPN"  # "burned Inn Din" may be a village
        if named and not is_of_counted_things(parse, head):
            yield effect, head


def _numbered(parse: Parse, verb: Token) -> list[int]:
    """Return the number right before a participle, wherever the parser hangs it: "17 dead and 25 wounded"."""
    number = parse.tokens[verb.index - 1] if verb.index else verb
    beside = number.pos == "NUM" and number.sentence == verb.sentence and number.dep != "dobj"
    describes = verb.dep == "amod"  # "two burnt-out trucks"
    return [number.index] if beside and not describes and not children(parse, verb.index, "dobj") else []


def _by_dying(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the subject of "died"; of "the flood drowned three" the object."""
    objects = children(parse, token.index, "dobj") if token.lemma == "drown" else ()
    drowned = [t.index for t in objects if are_people(parse, t.index)]
    for head in [*(drowned or subject_heads(parse, token)), *companions(parse, token), *_next(parse, token)]:
        yield entry.effect, head


def _next(parse: Parse, verb: Token) -> list[int]:
    """Return the second of "one guard died at once and a second on the way to hospital", "two in Goma and five in"."""
    joined = (t for t in children(parse, verb.index, "conj") if t.pos not in VERBS)
    joined = (t for t in joined if not has_own_fate(parse, t.index))  # "one was killed and three others injured"
    return [t.index for t in joined if t.lemma in {"other", "another"} or _is_further(parse, t)]


def _is_further(parse: Parse, token: Token) -> bool:
    placed = token.pos == "NUM" and any(t.lemma in AT for t in children(parse, token.index, "prep"))
    return token.entity == "ORDINAL" or placed


def _by_noun(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the men of "the deaths of four men", Hassan of "Hassan's death", the arrests of "12 arrests"."""
    if token.pos not in NOUN_TAGS or token.index in died_of(parse, parse.tokens[token.head].head):
        return
    named = of(parse, token) or [child.index for child in children(parse, token.index, "poss")]
    if number_of(parse, token.index) or says_none(parse, token.index):
        if not any(c.lemma in DEFINITE for c in children(parse, token.index, "det")):  # "the two murders" told before
            yield entry.effect, token.index
    elif named:
        listed = [c.index for c in children(parse, token.index, "conj") if _is_somebody(parse, c)]
        for head in [named[0], *listed]:  # parsers hang the second of "the murder of A and of B" on the murder
            yield entry.effect, head


def _is_somebody(parse: Parse, token: Token) -> bool:
    return token.lemma not in entries() and token.tag in SINGULAR and are_people(parse, token.index)


def _by_none(parse: Parse, token: Token, _entry: Entry) -> Sufferers:
    """Yield "no casualties" as nobody killed and nobody injured."""
    if says_none(parse, token.index):
        yield "killed", token.index
        yield "injured", token.index


OF_VERBS: dict[str, Reader] = {  # asked only of a word that is a verb where it stands
    "verb": _by_verb,
    "dies": _by_dying,
    "to death": to_death,
    "alive": alive,
    "hurts": _by_hurting,
    "laid low": laid_low,
    "buried": buried,
    "finder": found_dead,
    "limb": limb,
    "taker": taking,
    "held": held,
    "taken": taken,
    "figure": rival_figure,
    "yields": yielding,
    "cared": cared_for,
    "out of action": out_of_action,
    "away": passed_away,
    "down": undone,
    "undone": undone,
}
READERS: dict[str, Reader] = {
    "mortal": _by_mortal,
    "fallen": fallen,
    "fell": fell,
    "noun": _by_noun,
    "self": by_self,
    "state": by_state,
    "hospital": in_hospital,
    "captive": torn_captives,
    "wound": by_wound,
    "scratch": by_wound,
    "body": by_body,
    "feature": by_feature,
    "outlive": outlived,
    "lives": will_live,
    "hanged": hanged,
    "missile": by_missile,
    "end": by_end,
    "life": by_life,
    "loser": by_losing,
    "none": _by_none,
    "toll": by_toll,
    "losses": by_toll,
}
