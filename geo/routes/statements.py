"""Sentences -> statements that something was moved: the cargo, the ends, the operator, and how the words put it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.model import Parse, Sentence, Span, Toponym
from geo.routes.cargo import Load
from geo.routes.context import effect_of, is_habitual, operator_of, operator_text, purpose_of
from geo.routes.directions import GOING, Phrase, Trigger, owner, phrases, triggers
from geo.routes.ends import Ends, found_ends, said_ends
from geo.routes.loads import legs, with_list, worthy
from geo.routes.whereabouts import Scene, spots
from geo.syntax import children


@dataclass(frozen=True, slots=True)
class Movement:
    """One statement that something was moved.

    `effect` is that of ``movement_contexts.csv``, "" if none; `made` is True where the origin is only where the cargo
    was made.
    """

    trigger: int
    sentence: Sentence
    cargo: tuple[Load, ...]
    category: str
    ends: Ends
    operator: Span | None
    purpose: str | None
    habitual: bool
    effect: str
    made: bool = False


def movements(parse: Parse, toponyms: tuple[Toponym, ...]) -> Iterator[Movement]:
    """Yield the statements of movement of a text, in its order, look-alikes left out."""
    where = spots(parse, toponyms)
    for sentence in parse.sentences:
        found = triggers(parse, sentence)
        if found and any(sentence.first <= token < sentence.last for token in where):
            yield from _joined(_in_sentence(Scene(parse, sentence, toponyms, where, found)))


def _joined(statements: Iterator[Movement]) -> list[Movement]:
    """Return a sentence's statements, two that each give one end of the same cargo's way made one."""
    kept: list[Movement] = []
    for new in statements:
        other = next((old for old in kept if _complete(old, new)), None)
        if other:
            ends = Ends(other.ends.origins or new.ends.origins, other.ends.destinations or new.ends.destinations)
            kept[kept.index(other)] = replace(other, ends=replace(ends, via=other.ends.via + new.ends.via))
        else:
            kept.append(new)
    return kept


def _complete(first: Movement, second: Movement) -> bool:
    """Tell whether two statements speak of the same cargo and each gives the end that the other lacks."""
    if not {load.token for load in first.cargo} & {load.token for load in second.cargo}:
        return False
    return {_only_end(first.ends), _only_end(second.ends)} == {"origin", "destination"}


def _only_end(ends: Ends) -> str:
    """Return which end a statement gives, if only one."""
    if ends.origins and ends.destinations:
        return "both"
    return "origin" if ends.origins else "destination"


def _in_sentence(scene: Scene) -> Iterator[Movement]:
    owned: dict[int, list[Phrase]] = {}
    places = frozenset(scene.where)
    for phrase in phrases(scene.parse, scene.sentence):
        trigger = owner(scene.parse, phrase, scene.found, places)
        if trigger:
            owned.setdefault(trigger.token, []).append(phrase)
    for trigger in scene.found:
        effect = effect_of(scene.parse, trigger)
        if effect != "void" and not _is_idiom(scene.parse, trigger):
            for loads, said in legs(scene, trigger, owned.get(trigger.token, [])):
                cargo = worthy(scene, trigger, with_list(scene, loads, said))
                statement = _statement(scene, trigger, effect, cargo, said)
                if statement:
                    yield statement


def _is_idiom(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a particle makes a verb of going mean something else ("went off", "came under")."""
    return trigger.frame in GOING and any(
        t.lemma in {"off", "on", "out", "up", "under"} for t in children(parse, trigger.token, "prt")
    )


def _statement(
    scene: Scene, trigger: Trigger, effect: str, cargo: tuple[Load, ...], said: tuple[Phrase, ...]
) -> Movement | None:
    if not (cargo or trigger.cargo):
        return None
    operator = operator_of(scene.parse, trigger)
    operator = None if operator in {load.token for load in cargo} else operator
    ends, made = (
        found_ends(scene, trigger, cargo, said)
        if trigger.frame == "find"
        else (said_ends(scene, trigger, cargo, operator, said), False)
    )
    statement = Movement(
        trigger=trigger.token, sentence=scene.sentence, cargo=cargo,
        category=cargo[0].category if cargo else trigger.cargo, ends=ends, made=made,
        operator=operator_text(scene.parse, operator), purpose=purpose_of(scene.parse, trigger, scene.reach(trigger)),
        habitual=is_habitual(scene.parse, trigger),
        effect=effect or ("seized" if trigger.frame == "find" and not made else ""),
    )  # fmt: skip
    return statement if _is_route(scene, trigger, statement, said) else None


def _is_route(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    ends = statement.ends
    if not (ends.origins or ends.destinations):
        return False
    if trigger.frame == "find":
        return bool(ends.destinations and (ends.origins or _points_on(said)))
    return not (_is_fire(scene, trigger, statement, said) or _is_advance(scene, trigger, statement))


def _points_on(said: tuple[Phrase, ...]) -> bool:
    """Tell whether the words say where a found cargo was to go."""
    return any(phrase.end == "destination" and phrase.last > phrase.first for phrase in said)


def _is_fire(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether the cargo is ammunition under way by itself: "sent rockets into", "a missile crossed the border"."""
    if not statement.cargo or any(load.use != "flies" for load in statement.cargo) or trigger.covert or trigger.noun:
        return False
    lemma = scene.parse.tokens[trigger.token].lemma
    into = any(scene.parse.tokens[p.last].lemma in {"into", "towards", "toward", "over"} for p in said)
    return (trigger.frame in GOING and lemma not in {"arrive", "flow", "pour", "come"}) or (lemma == "send" and into)


def _is_advance(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether armed people go about within a war: their march counts only between places or into a country."""
    if trigger.frame not in GOING or trigger.covert or statement.category != "persons":
        return False
    ends = statement.ends
    if (ends.origins and ends.destinations) or scene.parse.tokens[trigger.token].lemma == "cross":
        return False
    places = [scene.toponyms[i].place for i in (*ends.origins, *ends.destinations)]
    return not any(place and place.kind == "country" for place in places)
