"""Sentences + Toponyms -> Route: alleged movements of arms, people, money, drugs and goods, with who says so.

A route is a direction and never a path. Liaison, backing, training without movement, marches within a battle, trade,
tourism, travel and flight of civilians are no routes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product, takewhile
from typing import cast

from gazetteer.place import Place
from geo.denials import denials
from geo.meaning.backdrop import make_believe
from geo.model import (
    Attribution,
    Cargo,
    CargoCategory,
    Claim,
    Document,
    Parse,
    Route,
    RouteEnd,
    Span,
    TimeExpression,
    Toponym,
)
from geo.model.precision import precision_of
from geo.routes.flows import Flow, join, modality_of
from geo.routes.joining import counts
from geo.routes.journeys import journeys
from geo.routes.movement import Movement
from geo.routes.statements import movements
from geo.routes.where.whereabouts import country_of, lies_in
from geo.routes.who.telling import Voices, claim, voices, when
from geo.routes.words import tells_of_moving
from geo.syntax.phrases import name_span

ANSWERED = 3  # sentences after a statement in which somebody may deny it
MOST_PAIRS = 6  # ends of one statement: "from A and B to C and D" is four; more is a parser's list gone astray


def find(
    parse: Parse,
    toponyms: tuple[Toponym, ...],
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    document: Document,
    *,
    told: Collection[int] = frozenset(),
) -> tuple[Route, ...]:
    """Return the alleged movements that a text tells of, statements of the same flow joined.

    Parameters
    ----------
    parse, toponyms, times, attributions
        What the stages before found in the document's text.
    document
        Gives the routes' ids, ``DOCUMENT#r1`` and so on in the order of the text, and the outlet as the one who says
        what nobody else is named for.
    told
        The sentences in which incidents are told: who denies something after one denies that.

    Returns
    -------
    tuple of Route
        Each with at least one end. Ends point into `toponyms`. What is only denied is among them where somebody denies
        it from one place to another: then it had been alleged; a flow of which the text says that there is none is not.
    """
    heard = voices(attributions, times, document.source)
    played = make_believe(parse)
    real = (m for m in movements(parse, toponyms) if m.sentence.index not in played)
    stated = tuple(real)
    around = _around(toponyms, stated, told)
    legs = [(movement, tuple(_flows(parse, toponyms, heard, movement, around))) for movement in stated]
    ways = [(movement.follows, flows) for movement, flows in legs if counts(movement)]
    deals = [replace(flow, slight=True) for movement, flows in legs if not counts(movement) for flow in flows]

    def place_id(end: RouteEnd | None) -> str | None:
        place = toponyms[end.toponym].place if end else None
        return place.id if place else None

    def holds(whole: RouteEnd, part: RouteEnd) -> bool:
        first, second = toponyms[whole.toponym].place, toponyms[part.toponym].place
        return first is not None and second is not None and lies_in(second, first)

    kept = _worth_telling(join((*journeys(ways, place_id), *deals), place_id, holds))
    return tuple(_route(f"{document.id}#r{number}", flow) for number, flow in enumerate(kept, 1))


def _worth_telling(flows: Iterable[Flow]) -> list[Flow]:
    """Return the flows that are told, and charges only told by denying them, unless that denies one that is told."""
    told = [(flow, modality_of(flow.claims) != "denied") for flow in flows]
    answers = {c.start for flow, stated in told if stated for c in flow.claims if c.modality == "denied"}
    return [flow for flow, stated in told if stated or _is_charge(flow, answers)]


def _is_charge(flow: Flow, answers: Collection[int]) -> bool:
    """Tell whether somebody denies a movement from one place to another that was alleged elsewhere."""
    own = any(claim.asserted_by and claim.start not in answers for claim in flow.claims)
    return bool(own and flow.origin and flow.destination)


def _route(name: str, flow: Flow) -> Route:
    return Route(
        id=name, modality=modality_of(flow.claims), cargo=flow.cargo, origin=flow.origin, destination=flow.destination,
        via=flow.via, operator=flow.operator.text if flow.operator else None, purpose=flow.purpose, when=flow.when,
        habitual=flow.habitual, claims=_once(flow.claims),
    )  # fmt: skip


def _once(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return claims, a sentence that denies what it tells once more only once, with its speaker if one is named."""
    denials: dict[int, Claim] = {}
    for one in claims:
        if one.modality == "denied" and (one.start not in denials or denials[one.start].asserted_by is None):
            denials[one.start] = one
    return tuple(c for c in claims if c.modality != "denied" or c is denials[c.start])


def _flows(
    parse: Parse, toponyms: tuple[Toponym, ...], heard: Voices, movement: Movement, around: "_Around"
) -> Iterator[Flow]:
    """Yield a flow for each pair of ends that a statement gives."""
    cargo = _cargo(parse, movement)
    after = range(movement.sentence.index + 1, movement.sentence.index + 1 + ANSWERED)
    reach = max(1, len(tuple(takewhile(lambda sentence: sentence not in around.sentences, after))))
    denied = denials(parse, movement.sentence, movement.trigger, following=reach, also=tells_of_moving)
    ends, own = _places(toponyms, movement), movement.sentence.index
    answers = (c for c in denied if around.is_of(ends, own, parse.at(c.start).sentence))
    told = (claim(parse, movement, heard), *answers)
    day = None if movement.habitual else when(parse, movement, heard)
    via = tuple(end for i in movement.ends.via if (end := _end(toponyms, i)))
    for origin, destination in _pairs(toponyms, movement):
        yield Flow(cargo, origin, destination, via, movement.operator, movement.purpose, day, movement.habitual, told)


@dataclass(frozen=True, slots=True)
class _Around:
    """What else a text tells: the sentences of its incidents, those of its movements with their ends, and of both."""

    told: Collection[int]
    ends: Mapping[int, Collection[Place]]
    sentences: Collection[int]

    def is_of(self, ends: Collection[Place], own: int, sentence: int) -> bool:
        """Tell whether what a sentence denies may be a movement told in an earlier one: not what it tells of its own.

        Parameters
        ----------
        ends, own
            The movement's, and its sentence.
        sentence
            That of the denial.
        """
        others = self.ends.get(sentence, ())
        apart = sentence in self.told or (others and not any(_may_be_one(a, b) for a, b in product(others, ends)))
        return sentence == own or not apart


def _around(toponyms: tuple[Toponym, ...], stated: Sequence[Movement], told: Collection[int]) -> _Around:
    ends: dict[int, list[Place]] = {}
    for movement in stated:
        ends.setdefault(movement.sentence.index, []).extend(_places(toponyms, movement))
    return _Around(told, ends, {*told, *ends})


def _places(toponyms: tuple[Toponym, ...], movement: Movement) -> tuple[Place, ...]:
    """Return the places between which a movement is said to be."""
    ends = (*movement.ends.origins, *movement.ends.destinations)
    return tuple(place for i in ends if (place := toponyms[i].place))


def _may_be_one(first: Place, second: Place) -> bool:
    """Tell whether two ends may be one: the same place, or a country and a place in it."""
    country = "country" in {first.kind, second.kind} and country_of(first) == country_of(second)
    return country or first.id == second.id


def _pairs(toponyms: tuple[Toponym, ...], movement: Movement) -> list[tuple[RouteEnd | None, RouteEnd | None]]:
    """Return the ends in pairs, without those that lead from a place to itself."""
    inferred = movement.made or movement.national or movement.lent
    origins = [_end(toponyms, i, inferred=inferred) for i in movement.ends.origins] or [None]
    destinations = [_end(toponyms, i, inferred=movement.ends.brought) for i in movement.ends.destinations] or [None]
    pairs = [(a, b) for a, b in product(origins, destinations) if not (a and b and _same(toponyms, a, b))]
    apart = [(a, b) for a, b in pairs if not (a and b and _surrounds(toponyms, a, b))]
    return (apart or pairs) if len(pairs) <= MOST_PAIRS else []


def _surrounds(toponyms: tuple[Toponym, ...], inner: RouteEnd, outer: RouteEnd) -> bool:
    """Tell whether one end only says in what the other lies: "from Aranyaprathet, in Thailand, to Phnom Malai"."""
    part, whole = toponyms[inner.toponym].place, toponyms[outer.toponym].place
    return part is not None and whole is not None and whole.kind == "country" and lies_in(part, whole)


def _same(toponyms: tuple[Toponym, ...], first: RouteEnd, second: RouteEnd) -> bool:
    return toponyms[first.toponym].place == toponyms[second.toponym].place


def _end(toponyms: tuple[Toponym, ...], index: int, *, inferred: bool = False) -> RouteEnd | None:
    place = toponyms[index].place
    return RouteEnd(index, place.lat, place.lon, precision_of(place), inferred) if place else None


def _cargo(parse: Parse, movement: Movement) -> tuple[Cargo, ...]:
    """Return the cargo in words; an unnamed one is quoted as the word of movement itself."""
    if not movement.cargo:
        token = parse.tokens[movement.trigger]
        return (Cargo(cast("CargoCategory", movement.category), token.text, token.start, token.end),)
    spans = ((load.category, _trimmed(_thing(parse, load.token, movement.trigger))) for load in movement.cargo)
    return tuple(Cargo(category, span.text, span.start, span.end) for category, span in spans)


def _thing(parse: Parse, noun: int, trigger: int) -> Span:
    """Return a cargo's words, without the verb before them that was read as part: "smuggling rifles", "move rifles"."""
    span = name_span(parse, noun)
    before = (t for t in parse.between(span.start, span.end) if t.index < noun)
    start = max((t.end for t in before if t.index == trigger or t.tag == "VBG"), default=span.start)
    return Span(start, span.end, parse.text[start : span.end])


def _trimmed(span: Span) -> Span:
    text = span.text.strip()
    start = span.start + span.text.index(text)
    return Span(start, start + len(text), text)
