"""Sentences -> statements that something was moved: the cargo, the ends, the operator, and how the words put it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.model import Parse, Sentence, Span, Toponym
from geo.routes.cargo import EVERYDAY, Load
from geo.routes.context import effect_of, is_habitual, purpose_of
from geo.routes.directions import Phrase, owner, phrases
from geo.routes.ends import Ends, found_ends, said_ends
from geo.routes.hops import Hop, hops
from geo.routes.loads import legs, with_list
from geo.routes.operators import is_first_person, moves_something, operator_in, operator_text
from geo.routes.triggers import GOING, POINTING, Trigger, triggers
from geo.routes.whereabouts import Scene, spots
from geo.routes.words import has_mark
from geo.routes.worth import worthy
from geo.syntax import children, subjects


@dataclass(frozen=True, slots=True)
class Movement:
    """One statement that something was moved.

    `effect` is that of ``movement_contexts.csv``, "" if none; `made` is True where the origin is only where the cargo
    was made, `lent` where it is the end of another sentence's statement ("From there …"), `own` where the speaker says
    "we", `onward` where it goes on from the stretch before, `halted` where the destination is only where the cargo came
    to light.
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
    lent: bool = False
    own: bool = False
    onward: bool = False
    halted: bool = False


def movements(parse: Parse, toponyms: tuple[Toponym, ...]) -> Iterator[Movement]:
    """Yield the statements of movement of a text, in its order, look-alikes left out."""
    where = spots(parse, toponyms)
    named = sorted(where)
    last: Movement | None = None
    for sentence in parse.sentences:
        found = triggers(parse, sentence)
        if found and bisect_left(named, sentence.first) < bisect_left(named, sentence.last):
            for statement in _joined(_in_sentence(Scene(parse, sentence, toponyms, where, found), last)):
                yield (last := statement)


def _joined(statements: Iterator[Movement]) -> list[Movement]:
    """Return a sentence's statements, two that each give one end of the same cargo's way made one."""
    kept: list[Movement] = []
    for new in statements:
        other = next((old for old in kept if _complete(old, new) or _goes_on(old, new)), None)
        if other:
            kept[kept.index(other)] = replace(other, ends=_united(other, new))
        else:
            kept.append(new)
    return kept


def _united(first: Movement, second: Movement) -> Ends:
    """Return the ends of two statements of one movement; where cargo was found is no end if it was to go on."""
    onward = second.ends.destinations if first.halted else ()
    return Ends(
        first.ends.origins or second.ends.origins,
        onward or first.ends.destinations or second.ends.destinations,
        first.ends.via + second.ends.via,
    )


def _goes_on(first: Movement, second: Movement) -> bool:
    """Tell whether a statement says where cargo was to go that another says was found: "seized here en route to"."""
    shared = {load.token for load in first.cargo} & {load.token for load in second.cargo}
    start = set(second.ends.origins) <= set(first.ends.origins)
    return bool(first.halted and shared and second.ends.destinations and start)


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


def _in_sentence(scene: Scene, last: Movement | None) -> Iterator[Movement]:
    """Yield the statements of a sentence; `last` is the statement before it, to which "from there" may point."""
    owned: dict[int, list[Phrase]] = {}
    places = frozenset(i for i in range(scene.sentence.first, scene.sentence.last) if i in scene.where)
    for phrase in phrases(scene.parse, scene.sentence):
        trigger = owner(scene.parse, phrase, scene.found, places)
        if trigger:
            owned.setdefault(trigger.token, []).append(phrase)
    words = scene.sentence.first
    for trigger in scene.found:
        effect = effect_of(scene.parse, trigger)
        if effect == "void" or _is_idiom(scene.parse, trigger):
            continue
        for loads, said in legs(scene, trigger, owned.get(trigger.token, [])):
            for hop in hops(scene.parse, said, words):
                statement = _statement(scene, trigger, with_list(scene, loads, said), hop, effect=effect, last=last)
                if statement:
                    yield (last := statement)
            words = max((noun + 1 for phrase in said for noun in phrase.nouns), default=words)


def _is_idiom(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a particle makes a verb of going mean something else ("went off", "came under")."""
    return trigger.frame in GOING and any(
        t.lemma in {"off", "on", "out", "up", "under"} and parse.tokens[t.index + 1].lemma != "to"
        for t in children(parse, trigger.token, "prt")
    )


def _statement(
    scene: Scene, trigger: Trigger, loads: tuple[Load, ...], hop: Hop, *, effect: str, last: Movement | None
) -> Movement | None:
    said, operator = hop.phrases, operator_in(scene, trigger, loads)
    cargo = worthy(scene, trigger, loads, operator)
    start = _start(scene, trigger, cargo, hop, last)
    if not (cargo or trigger.cargo):
        return None
    ends, made = (
        found_ends(scene, trigger, cargo, said)
        if trigger.frame == "find"
        else (said_ends(scene, trigger, cargo, operator, said, start=start), False)
    )
    statement = Movement(
        trigger=trigger.token, sentence=scene.sentence, cargo=cargo,
        category=cargo[0].category if cargo else trigger.cargo, ends=ends, made=made,
        operator=operator_text(scene.parse, operator, trigger),
        purpose=purpose_of(scene.parse, trigger, scene.reach(trigger)),
        habitual=is_habitual(scene.parse, trigger),
        effect=effect or ("seized" if trigger.frame == "find" and not made else ""),
        lent=last is not None and bool(start) and ends.origins == start and last.sentence != scene.sentence,
        own=is_first_person(scene.parse, trigger), onward=bool(hop.onward),
        halted=trigger.frame == "find" and not _points_on(said),
    )  # fmt: skip
    return statement if _is_route(scene, trigger, statement, said) else None


def _start(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], hop: Hop, last: Movement | None) -> tuple[int, ...]:
    """Return where a stretch begins that the words join to the one before: at its end."""
    joined = last is not None and _is_joined(scene.parse, trigger, last)
    if not (hop.onward or joined) or last is None or not any(phrase.end == "destination" for phrase in hop.phrases):
        return ()
    here = last.sentence.index == scene.sentence.index
    same = {load.token for load in last.cargo} & {load.token for load in cargo}
    if hop.onward == "there":
        return last.ends.destinations if here or last.sentence.index == scene.sentence.index - 1 else ()
    return last.ends.destinations if here and same else ()


def _is_joined(parse: Parse, trigger: Trigger, last: Movement) -> bool:
    """Tell whether a movement goes on where the one before it ended: "trucked to Tijuana and carried into"."""
    verb = parse.tokens[trigger.token]
    return verb.dep == "conj" and verb.head == last.trigger


def _is_route(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    ends = statement.ends
    if not (ends.origins or ends.destinations) or (statement.onward and not ends.destinations):
        return False
    if trigger.frame == "find":
        return bool(ends.destinations and (ends.origins or _points_on(said)))
    if _is_within(scene, trigger, statement, said):
        return False
    return not (_is_fire(scene, trigger, statement, said) or _is_advance(scene, trigger, statement))


def _is_within(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether people are only moved out of or to something in a place: "evacuated from a hotel in Cannes"."""
    ends = statement.ends
    if not has_mark(scene.parse.tokens[trigger.token], "removal") or (ends.origins and ends.destinations):
        return False
    return not any(scene.is_name(noun) for phrase in said for noun in phrase.nouns)


def _points_on(said: tuple[Phrase, ...]) -> bool:
    """Tell whether the words say where a found cargo was to go."""
    return any(phrase.end == "destination" and phrase.last > phrase.first for phrase in said)


def _is_fire(scene: Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether the cargo is ammunition under way by itself: "sent rockets into", "a missile crossed the border"."""
    if not statement.cargo or any(load.use != "flies" for load in statement.cargo) or trigger.covert or trigger.noun:
        return False
    lemma = scene.parse.tokens[trigger.token].lemma
    if lemma in POINTING or (trigger.frame in GOING and _is_freight(scene, trigger, statement)):
        return False
    into = any(scene.parse.tokens[p.last].lemma in {"into", "towards", "toward", "over"} for p in said)
    return (trigger.frame in GOING and lemma not in {"arrive", "flow", "pour", "come"}) or (lemma == "send" and into)


def _is_freight(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether a cargo is moved or is aboard what moves, and does not go by itself."""
    going = {scene.parse.tokens[i].index for i in subjects(scene.parse, trigger.token)}
    return moves_something(scene.parse, trigger) or not going & {load.token for load in statement.cargo}


def _is_advance(scene: Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether people go about by themselves; armed ones count between places or into a country."""
    if trigger.frame not in GOING or trigger.covert or statement.category != "persons":
        return False
    if all(load.use in EVERYDAY for load in statement.cargo):
        return True  # people who go about by themselves, even where it is illegal
    ends = statement.ends
    if (ends.origins and ends.destinations) or scene.parse.tokens[trigger.token].lemma == "cross":
        return False
    places = [scene.toponyms[i].place for i in (*ends.origins, *ends.destinations)]
    return not any(place and place.kind == "country" for place in places)
