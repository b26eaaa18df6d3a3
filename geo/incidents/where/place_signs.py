"""Signs by which a name in an event's sentence is known to be, or not to be, where the event was.

Each sign is a short text, such as ``down: in place of``: what `linking.csv` (see `geo.trees`) asks for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.incidents.speech import belongs_to_speaker
from geo.incidents.where.place_names import Candidate
from geo.incidents.where.place_paths import Way, hop, is_apart, kind_of, knows, preposition, way
from geo.model import Parse, Sentence, Token, Toponym
from geo.syntax import ancestors, children, clause_of
from geo.syntax.tags import VERBS

LOCATIVES = frozenset({
    "in", "at", "near", "outside", "inside", "on", "around", "within", "over", "off", "along", "across",
})  # fmt: skip
MARKS = frozenset({",", ";", ":", "--", "-", '"', "''", "``"})
LABELS = {"nsubjpass": "nsubj", "nmod": "compound", "amod": "compound"}
APART = "in a clause with another subject"
TIMES = frozenset({"after", "before"})
UNLIKELY = frozenset({"will", "would", "may", "could", "might", "must", "should", "can", "to"})
TOLD_GAP = 3  # tokens between two names that are told one by one


@dataclass(frozen=True, slots=True)
class _Name:
    """A candidate with what its signs are drawn from."""

    it: Candidate
    toponym: Toponym | None
    way: Way | None
    above: tuple[Token, ...]
    governor: Token | None  # the verb, or the noun of an event, that it hangs on
    preposition: Token | None

    @property
    def kind(self) -> str:
        return self.toponym.place.kind if self.toponym and self.toponym.place else "-"

    @property
    def is_at(self) -> bool:
        return self.preposition is not None and self.preposition.lemma in LOCATIVES

    @property
    def far(self) -> int:
        return self.way.length if self.way else 99


def signs(parse: Parse, event: int, names: Sequence[Candidate], toponyms: Sequence[Toponym]) -> list[frozenset[str]]:
    """Return the signs of each name of a sentence for one event in it.

    Parameters
    ----------
    parse, event
        The text, and the token index of the event's word.
    names
        All of its sentence.
    toponyms
        The document's.
    """
    sentence = parse.sentences[parse.tokens[event].sentence]
    known = [_name(parse, event, each, toponyms) for each in names]
    told = frozenset(_of_event(parse, event))
    return [
        told.union(
            _of_words(parse, sentence, each),
            _of_way(parse, event, each),
            _of_order(parse, event, each, known),
            _of_others(parse, event, each, known),
        )
        for each in known
    ]


def _name(parse: Parse, event: int, it: Candidate, toponyms: Sequence[Toponym]) -> _Name:
    above = tuple(ancestors(parse, it.head))
    governor = next((t for t in above if t.pos in VERBS or (t.pos == "NOUN" and kind_of(t) == "event")), None)
    over = next((t for t in (parse.tokens[it.head], *above) if t.dep in {"prep", "agent"}), None)
    toponym = None if it.toponym is None else toponyms[it.toponym]
    return _Name(it, toponym, way(parse, event, it.head), above, governor, over)


def _of_event(parse: Parse, event: int) -> Iterator[str]:
    token = parse.tokens[event]
    yield f"event: {token.lemma if knows(token) else kind_of(token)}"
    yield f"event kind: {kind_of(token)}"
    yield f"event form: {token.tag}"
    yield f"event hangs: {token.dep}"
    subjects = children(parse, event, "nsubj", "nsubjpass")
    yield f"subject: {'passive' if any(t.dep == 'nsubjpass' for t in subjects) else 'active' if subjects else 'none'}"
    if any(t.lemma in UNLIKELY for t in children(parse, event, "aux")):
        yield "unlikely"


def _of_words(parse: Parse, sentence: Sentence, name: _Name) -> Iterator[str]:
    first, last, head = name.it.first, name.it.last, parse.tokens[name.it.head]
    yield f"role: {name.toponym.role if name.toponym else '-'}"
    yield f"kind: {name.kind}"
    yield f"entity: {head.entity or '-'}"
    yield f"hangs: {LABELS.get(head.dep, head.dep)}"
    end = parse.tokens[last - 1]
    yield f"ends: {end.lemma if knows(end) else '-'}"
    if all(t.text.isupper() or t.pos == "PUNCT" for t in parse.tokens[first:last]):
        yield "capitals"
    before = parse.tokens[first - 1] if first > sentence.first else None
    after = parse.tokens[last] if last < sentence.last else None
    yield f"before: {_beside(before)}"
    yield f"after: {_beside(after)}"
    for side, token in (("before", before), ("after", after)):
        yield f"{side} is: {token.pos if token else '-'}"
    yield f"led: {_lead(parse, sentence, first)}"


def _beside(token: Token | None) -> str:
    if token is None:
        return "-"
    if token.pos in {"NOUN", "VERB", "PROPN", "ADJ", "NUM", "X"}:
        return token.lemma if knows(token) and token.pos != "PROPN" else kind_of(token)
    return " ".join(token.lemma.split()) or "break"  # of the line


def _lead(parse: Parse, sentence: Sentence, first: int) -> str:
    """Return the nearest preposition, verb or mark before a name, within a few words."""
    for token in reversed(parse.tokens[max(sentence.first, first - 7) : first]):
        if token.pos in {"ADP", "SCONJ"}:
            return preposition(token)
        if token.pos in VERBS:
            return "verb"
        if token.text in MARKS:
            return token.text
    return "-"


def _of_way(parse: Parse, event: int, name: _Name) -> Iterator[str]:
    if name.way is None:
        yield "apart"
        return
    found, head = name.way, parse.tokens[name.it.head]
    down = [hop(t) for t in found.down if not name.it.first <= t.index < name.it.last]
    up = [f"{t.dep} {kind_of(parse.tokens[t.head])}" for t in found.up]
    own = found.top.index == event
    yield f"down: {' > '.join(down[:4])} > {LABELS.get(head.dep, head.dep)}{' of event' if own else ''}"
    yield f"end of way: {' > '.join(down[-2:])}"
    yield f"up and down: {' < '.join(up[:3])} | {' > '.join(down[:2])}"
    yield f"top: {'event' if own else kind_of(found.top)}"
    if down:
        yield f"first: {down[0]}{' of event' if own else ''}"
    links = [preposition(t) for t in found.down if t.dep in {"prep", "agent"}]
    if TIMES & set(links):
        yield "of another time"
    yield f"nearest preposition: {links[-1] if links else '-'}"
    yield f"farthest preposition: {links[0] if links else '-'}"
    nouns = [t for t in found.down if t.pos == "NOUN"]
    for label, noun in (("lowest noun", nouns[-1:]), ("highest noun", nouns[:1])):
        yield f"{label}: {noun[0].lemma if noun and knows(noun[0]) else kind_of(noun[0]) if noun else '-'}"
    yield f"verbs on the way down: {min(sum(t.pos in VERBS for t in found.down), 3)}"
    yield f"hops: {min(found.length, 12)}"
    over = next((t for t in name.above if t.pos in {"NOUN", *VERBS}), None)
    yield f"above: {kind_of(over) if over else '-'}"
    if name.preposition is not None:
        holder = parse.tokens[name.preposition.head]
        yield f"by: {preposition(name.preposition)} of {'event' if holder.index == event else kind_of(holder)}"


def _of_order(parse: Parse, event: int, name: _Name, names: Sequence[_Name]) -> Iterator[str]:
    first, last, head = name.it.first, name.it.last, name.it.head
    away = first - event if first > event else event - last + 1
    yield f"{'after' if first > event else 'before'} the event by 2^{min(away.bit_length(), 6)}"
    between = parse.tokens[min(event, head) + 1 : max(event, head)]
    verbs = [kind_of(t) for t in between if t.pos == "VERB"]
    yield f"verbs between: {min(len(verbs), 3)}"
    yield f"passes: {', '.join(verbs[:2]) or '-'}"
    yield f"marks between: {min(sum(t.text in MARKS for t in between), 4)}"
    order = sorted(names, key=lambda n: (n.far, abs(n.it.head - event)))
    yield f"rank: {min(order.index(name), 4)}"
    yield f"names: {min(len(names), 6)}"
    clause, own = clause_of(parse, head), clause_of(parse, event)
    over = any(t.index == clause for t in ancestors(parse, event))
    if is_apart(parse, head, event):
        yield APART
    yield f"clause: {'same' if clause == own else parse.tokens[clause].dep + (' above' if over else '')}"


def _of_others(parse: Parse, event: int, name: _Name, names: Sequence[_Name]) -> Iterator[str]:
    others = [n for n in names if n is not name]
    governor = name.governor
    yield f"governor: {_relation(parse, event, governor)}"
    if belongs_to_speaker(parse, name.it.head, event):
        yield "of the speaker"
    yield f"verb: {_relation(parse, event, next((t for t in name.above if t.pos in VERBS), None)).partition(':')[0]}"
    at_event = [n for n in others if n.governor is not None and n.governor.index == event]
    yield f"at: {name.is_at}"
    yield f"others of the event: {min(len(at_event), 2)}, at {min(sum(n.is_at for n in at_event), 2)}"
    yield f"others at: {min(sum(n.is_at for n in others), 3)}"
    yield f"nearer at: {min(sum(n.is_at and n.far < name.far for n in others), 2)}"
    yield f"other literal: {min(sum(bool(n.toponym and n.toponym.role == 'literal') for n in others), 3)}"
    heads = {n.it.head for n in others}
    over = next((t for t in name.above if t.index in heads), None)
    if over is not None:
        found = way(parse, over.index, name.it.head)
        yield f"under a name by: {' > '.join(hop(t) for t in (found.down if found else ())[:3])}"
    under = next((n for n in others if any(t.index == name.it.head for t in n.above)), None)
    if under is not None:
        found = way(parse, name.it.head, under.it.head)
        yield f"over a name by: {' > '.join(hop(t) for t in (found.down if found else ())[:3])}"
    yield from _of_neighbours(parse, event, name, names)


def _of_neighbours(parse: Parse, event: int, name: _Name, names: Sequence[_Name]) -> Iterator[str]:
    number = names.index(name)
    beside = (names[number - 1] if number else None, next(iter(names[number + 1 :]), None))
    for label, other in zip(("last", "next"), beside, strict=True):
        if other is None:
            yield f"no {label} name"
            continue
        low, high = sorted((other, name), key=lambda n: n.it.first)
        gap = parse.tokens[low.it.last : high.it.first]
        words = " ".join(t.text.lower() if t.pos in {"PUNCT", "ADP", "CCONJ"} else t.pos for t in gap)
        words = " ".join(words.split())  # a break of line may be tagged as a mark
        yield f"to {label} name: {words if len(gap) <= TOLD_GAP else 'far'}"
        yield f"{label} kind: {low.kind} then {high.kind}"
        yield f"{label} governor: {_relation(parse, event, other.governor).partition(':')[0]}"


def _relation(parse: Parse, event: int, word: Token | None) -> str:
    if word is None:
        return "none"
    if word.index == event:
        return "event"
    if any(t.index == word.index for t in ancestors(parse, event)):
        return f"above: {kind_of(word)} {word.dep}"
    below = any(t.index == event for t in ancestors(parse, word.index))
    return f"{'below' if below else 'beside'}: {kind_of(word)} {word.dep}"
