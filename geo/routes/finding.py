"""Sentences + Toponyms -> Route: alleged movements of arms, people, money, drugs and goods, with who says so.

A route is a direction and never a path. Liaison, backing, training without movement, marches within a battle, trade,
tourism, travel and flight of civilians are no routes.
"""

from collections.abc import Iterator
from itertools import product
from typing import cast

from geo.model import (
    Attribution,
    Cargo,
    CargoCategory,
    Claim,
    Document,
    Modality,
    Parse,
    PlacePrecision,
    Route,
    RouteEnd,
    Span,
    TimeExpression,
    Toponym,
    When,
)  # fmt: skip
from geo.routes.flows import Flow, join, modality_of
from geo.routes.statements import Movement, movements
from geo.syntax import ancestors, name_span

PRECISION: dict[str, PlacePrecision] = {
    "country": 6, "admin1": 4, "admin2": 3, "section": 2, "populated_place": 1, "facility": 1,
    "region": 5, "water": 5, "terrain": 5,
}  # fmt: skip
CLAUSE_HEADS = frozenset({"ccomp", "relcl", "acl", "advcl", "conj", "parataxis"})
MOST_PAIRS = 6  # ends of one statement: "from A and B to C and D" is four; more is a parser's list gone astray


def find(
    parse: Parse,
    toponyms: tuple[Toponym, ...],
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    document: Document,
) -> tuple[Route, ...]:
    """Return the alleged movements that a text tells of, statements of the same flow joined.

    Parameters
    ----------
    parse, toponyms, times, attributions
        What the stages before found in the document's text.
    document
        Gives the routes' ids, ``DOCUMENT#r1`` and so on in the order of the text.

    Returns
    -------
    tuple of Route
        Each with at least one end. Ends point into `toponyms`. A flow of which the text only says that there is none
        is left out.
    """
    told = [flow for m in movements(parse, toponyms) for flow in _flows(parse, toponyms, times, attributions, m)]

    def place_id(end: RouteEnd | None) -> str | None:
        place = toponyms[end.toponym].place if end else None
        return place.id if place else None

    kept = [flow for flow in join(told, place_id) if modality_of(flow.claims) != "denied"]
    return tuple(_route(f"{document.id}#r{number}", flow) for number, flow in enumerate(kept, 1))


def _route(name: str, flow: Flow) -> Route:
    return Route(
        id=name, modality=modality_of(flow.claims), cargo=flow.cargo, origin=flow.origin, destination=flow.destination,
        via=flow.via, operator=flow.operator.text if flow.operator else None, purpose=flow.purpose, when=flow.when,
        habitual=flow.habitual, claims=flow.claims,
    )  # fmt: skip


def _flows(
    parse: Parse,
    toponyms: tuple[Toponym, ...],
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    movement: Movement,
) -> Iterator[Flow]:
    """Yield a flow for each pair of ends that a statement gives."""
    cargo = _cargo(parse, movement)
    claim = _claim(parse, movement, attributions)
    when = None if movement.habitual else _when(parse, movement, times)
    via = tuple(end for i in movement.ends.via if (end := _end(toponyms, i)))
    for origin, destination in _pairs(toponyms, movement):
        yield Flow(
            cargo, origin, destination, via, movement.operator, movement.purpose, when, movement.habitual, (claim,)
        )


def _pairs(toponyms: tuple[Toponym, ...], movement: Movement) -> list[tuple[RouteEnd | None, RouteEnd | None]]:
    """Return the ends in pairs, without those that lead from a place to itself."""
    origins = [_end(toponyms, i, inferred=movement.made) for i in movement.ends.origins] or [None]
    destinations = [_end(toponyms, i) for i in movement.ends.destinations] or [None]
    pairs = [(a, b) for a, b in product(origins, destinations) if not (a and b and _same(toponyms, a, b))]
    return pairs if len(pairs) <= MOST_PAIRS else []


def _same(toponyms: tuple[Toponym, ...], first: RouteEnd, second: RouteEnd) -> bool:
    return toponyms[first.toponym].place == toponyms[second.toponym].place


def _end(toponyms: tuple[Toponym, ...], index: int, *, inferred: bool = False) -> RouteEnd | None:
    place = toponyms[index].place
    return RouteEnd(index, place.lat, place.lon, PRECISION[place.kind], inferred) if place else None


def _cargo(parse: Parse, movement: Movement) -> tuple[Cargo, ...]:
    """Return the cargo in words; an unnamed one is quoted as the word of movement itself."""
    if not movement.cargo:
        token = parse.tokens[movement.trigger]
        return (Cargo(cast("CargoCategory", movement.category), token.text, token.start, token.end),)
    spans = ((load.category, _trimmed(name_span(parse, load.token))) for load in movement.cargo)
    return tuple(Cargo(category, span.text, span.start, span.end) for category, span in spans)


def _trimmed(span: Span) -> Span:
    text = span.text.strip()
    start = span.start + span.text.index(text)
    return Span(start, start + len(text), text)


def _claim(parse: Parse, movement: Movement, attributions: tuple[Attribution, ...]) -> Claim:
    """Return the statement's sentence as a claim of whoever the words are attributed to."""
    trigger, sentence = parse.tokens[movement.trigger], movement.sentence
    covering = [a for a in attributions if a.start <= trigger.start and trigger.end <= a.end]
    said = min(covering, key=lambda a: a.end - a.start, default=None)
    text = parse.text[sentence.start : sentence.end]
    modality = _modality(movement, said)
    if said is None:
        return Claim(sentence.start, sentence.end, text, None, (), None, quoted=False, modality=modality)
    return Claim(sentence.start, sentence.end, text, said.asserted_by, said.relayed_by, said.cue, said.quoted, modality)


def _modality(movement: Movement, said: Attribution | None) -> Modality:
    """Return how sure the words are: an allegation unless they weaken it, deny it, admit it, or tell of a seizure."""
    cue = said.modality if said else None
    for doubt in ("denied", "possible"):
        if doubt in {movement.effect, cue}:
            return cast("Modality", doubt)
    if movement.made:
        return "possible"
    if movement.effect == "seized" and not (said and said.asserted_by):
        return "fact"
    return "claimed" if _is_own(movement, said) else "accused"


def _is_own(movement: Movement, said: Attribution | None) -> bool:
    """Tell whether the speaker is the operator."""
    speaker = (said.asserted_by or "").lower() if said else ""
    doer = movement.operator.text.lower() if movement.operator else ""
    return bool(speaker and doer) and (speaker in doer or doer in speaker)


def _when(parse: Parse, movement: Movement, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the time that the parse hangs on the movement, or on the verb that rules it in the same clause."""
    ruling = _ruling(parse, movement.trigger)
    for time in times:
        sentence = parse.sentence_tokens(movement.sentence)
        first = next((t.index for t in sentence if t.start <= time.start < t.end), None)
        above = ancestors(parse, first) if first is not None else iter(())
        holder = next((t.index for t in above if t.index == movement.trigger or t.pos in {"VERB", "AUX"}), None)
        if holder in ruling:
            return time.when
    return None


def _ruling(parse: Parse, trigger: int) -> set[int]:
    """Return the tokens from a word of movement up to the head of its clause."""
    token, found = parse.tokens[trigger], {trigger}
    while token.head != token.index and token.dep not in CLAUSE_HEADS:
        token = parse.tokens[token.head]
        found.add(token.index)
    return found
