"""Sentences -> statements that something was moved: the cargo, the ends, the operator, and how the words put it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from geo.model import Parse, Token, Toponym
from geo.model.precision import LANDS
from geo.routes.context import effect_of, is_habitual, purpose_of
from geo.routes.joining import counts, joined
from geo.routes.lookalikes import is_route, points_on
from geo.routes.movement import Movement
from geo.routes.triggers import GOING, POINTING, Trigger, phrasal, triggers
from geo.routes.what.cargo import Load, loads_in
from geo.routes.what.loads import cargo_of, legs, with_list
from geo.routes.what.things import things
from geo.routes.what.underhand import underhand
from geo.routes.what.worthy_cargo import worthy
from geo.routes.where.completing import completed
from geo.routes.where.directions import Phrase, at_receiver, owner, phrases
from geo.routes.where.ends import Ends, said_ends
from geo.routes.where.finds import found_ends
from geo.routes.where.hops import Hop, hops
from geo.routes.where.pointed import is_where
from geo.routes.where.returns import may_turn_back, turned
from geo.routes.where.sources import bound_for, nations
from geo.routes.where.whereabouts import Scene, country_of, spots
from geo.routes.who.operators import is_first_person, operator_in, operator_text
from geo.routes.who.parties import is_armed, supplied
from geo.routes.words import PLACING, has_mark, movement_rows
from geo.syntax import children, is_passive
from geo.syntax.tags import TIMES

ASIDE = frozenset({"away", "by", "along", "over", "through", "on", "rid", "off", "out"})


def movements(parse: Parse, toponyms: tuple[Toponym, ...]) -> Iterator[Movement]:
    """Yield the statements of movement of a text, in its order, look-alikes left out."""
    where = spots(parse, toponyms)
    named = sorted(where)
    last: Movement | None = None
    for sentence in parse.sentences:
        nameless = bisect_left(named, sentence.first) == bisect_left(named, sentence.last)
        if nameless and not (last and may_turn_back(parse, sentence, last)):
            continue
        found = triggers(parse, sentence)
        carried = last.cargo if last and last.sentence.index >= sentence.index - 1 else ()
        scene = Scene(parse, sentence, toponyms, where, found, carried)
        stated = tuple(_in_sentence(scene, last))
        told = joined(s for s in stated if not s.unlike)
        for statement in completed(scene, told) if told or not stated else ():
            last = statement if counts(statement) else last
            yield statement


def _in_sentence(scene: Scene, last: Movement | None) -> Iterator[Movement]:
    """Yield the statements of a sentence; `last` is the statement before it, to which "from there" may point."""
    owned: dict[int, list[Phrase]] = {}
    places = frozenset(i for i in range(scene.sentence.first, scene.sentence.last) if i in scene.where)
    for phrase in phrases(scene.parse, scene.sentence):
        trigger = owner(scene.parse, phrase, scene.found, places) or _mover(scene, phrase)
        if trigger and phrase.follows(trigger) and not _says_where_it_lies(scene, phrase):
            owned.setdefault(trigger.token, []).append(at_receiver(scene.parse, phrase.beside(trigger), trigger))
    _hand_on(scene, owned)
    words = scene.sentence.first
    for trigger in scene.found:
        effect = effect_of(scene.parse, trigger)
        if effect == "void" or _is_idiom(scene, trigger, owned.get(trigger.token, [])):
            continue
        for loads, said in legs(scene, trigger, owned.get(trigger.token, [])):
            for hop in hops(scene.parse, said, words, lambda p: bool(scene.places(p.nouns))):
                statement = _statement(scene, trigger, with_list(scene, loads, said), hop, effect=effect, last=last)
                if statement:
                    ended = statement.ends.origins or statement.ends.destinations
                    last = statement if ended and not statement.unlike else last
                    yield statement
            words = max((noun + 1 for phrase in said for noun in phrase.nouns), default=words)


def _says_where_it_lies(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether an "in" right after a place only says in what country that is: "from Goma, in Zaire, through"."""
    before = phrase.first - 1
    if scene.parse.tokens[before].text == ",":
        before -= 1
    if scene.parse.tokens[phrase.last].lemma != "in" or not scene.is_name(before):
        return False
    near, around = (
        scene.toponyms[scene.where[before]].place,
        (scene.toponyms[i].place for i in scene.places(phrase.nouns)),
    )
    return near is not None and any(p and p.kind in LANDS and country_of(p) == country_of(near) for p in around)


def _hand_on(scene: Scene, owned: dict[int, list[Phrase]]) -> None:
    """Give the places on the way to the next word of movement if theirs has no ends: "carrying, was stopped in"."""
    for trigger, later in zip(scene.found, scene.found[1:], strict=False):
        said = owned.get(trigger.token, [])
        if said and all(phrase.end == "via" for phrase in said) and later.token in owned:
            owned[later.token] = [*owned.pop(trigger.token), *owned[later.token]]


def _mover(scene: Scene, phrase: Phrase) -> Trigger | None:
    """Return the later word of movement of a cargo on which a direction hangs: "mortars from Homs, on their way to"."""
    later = [t for t in scene.found if t.token > phrase.first and t.frame != "find"]
    named = {load.token for load in loads_in(scene.parse, scene.parse.tokens[phrase.first].head)}
    moved = (t for t in later if named & {load.token for load in cargo_of(scene, t)})
    return next(moved, None) if phrase.end == "origin" and named else None


def _is_idiom(scene: Scene, trigger: Trigger, said: list[Phrase]) -> bool:
    """Tell whether a verb of going means something else by its particle ("went off") or its voice ("was left").

    "Camels go up by night from Ramah to Irbid" says where, and means it.
    """
    parse = scene.parse
    if phrasal(parse, parse.tokens[trigger.token]):
        return False
    if trigger.frame == "take" and any(t.lemma in ASIDE for t in children(parse, trigger.token, "prt", "advmod")):
        return True  # "got away with it"
    if trigger.frame == "leave" and is_passive(parse, trigger.token) and not children(parse, trigger.token, "dobj"):
        return True  # what was left somewhere went nowhere
    along = children(parse, trigger.token, "dobj")  # "come up the river"
    led = any(parse.tokens[p.last].lemma in {"to", "from"} and scene.places(p.nouns) for p in said)
    return (
        trigger.frame in GOING
        and not (along or led)
        and any(
            t.lemma in {"off", "on", "out", "up", "under"} and parse.tokens[t.index + 1].lemma not in {"to", "from"}
            for t in children(parse, trigger.token, "prt")
        )
    )


def _statement(
    scene: Scene, trigger: Trigger, loads: tuple[Load, ...], hop: Hop, *, effect: str, last: Movement | None
) -> Movement | None:
    said, operator = hop.phrases, operator_in(scene, trigger, loads)
    token = scene.parse.tokens[trigger.token]
    cargo = worthy(scene, trigger, loads, operator)
    everyday = () if cargo else _everyday(scene, trigger, loads, operator)
    cargo = cargo or everyday
    start = _start(scene, trigger, cargo, hop, last)
    unsaid = "" if cargo else trigger.cargo or _unsaid(scene, trigger)
    if not (cargo or unsaid):
        return None
    ends, made = (
        found_ends(scene, trigger, cargo, said)
        if trigger.frame == "find"
        else (said_ends(scene, trigger, cargo, operator, said, start=start), False)
    )
    ends, away = turned(scene, trigger, cargo, ends, last), ends
    makers = () if ends.origins else nations(scene, cargo, ends.destinations or ends.via)
    statement = Movement(
        trigger=trigger.token, sentence=scene.sentence, cargo=cargo,
        category=cargo[0].category if cargo else unsaid,
        ends=replace(ends, origins=ends.origins or makers), made=made, national=bool(makers),
        operator=operator_text(scene.parse, operator, trigger),
        purpose=purpose_of(scene.parse, trigger, scene.reach(trigger)),
        habitual=is_habitual(scene.parse, trigger),
        effect=effect or ("seized" if trigger.frame == "find" and not made else ""),
        lent=away != ends or _is_lent(scene, ends, start, last),
        follows=_follows(scene, ends, cargo, start, last),
        own=is_first_person(scene.parse, trigger), onward=bool(hop.onward),
        halted=trigger.frame in {"find", "arrive"} and not points_on(said) and not bound_for(scene, trigger, cargo),
        arrived=trigger.frame == "arrive",
        deal=_is_deal(scene, trigger, ends, said), everyday=bool(everyday) or unsaid == "unknown" != trigger.cargo,
        goers=(cargo[0].category if cargo else unsaid) == "persons" and not has_mark(token, "removal"),
        between=_is_between(scene.parse, said), aim=_aim(scene, trigger, said),
    )  # fmt: skip
    if is_route(scene, trigger, statement, said):
        return statement
    whole = statement.ends.origins and statement.ends.destinations
    return replace(statement, unlike=True) if whole else None


def _aim(scene: Scene, trigger: Trigger, said: tuple[Phrase, ...]) -> str:
    """Return the word that says where a cargo was only to go, if one does: "bound", "seized on its way to"."""
    token = scene.parse.tokens[trigger.token]
    onward = trigger.frame == "find" and points_on(said)
    return token.lemma if onward or token.lemma in POINTING | {"way"} else ""


def _is_between(parse: Parse, said: tuple[Phrase, ...]) -> bool:
    """Tell whether words say from what to what by names, known or not: "from the Ruki valley to Bor"."""
    named = {p.end for p in said if any(_is_named(parse.tokens[noun]) for noun in p.nouns)}
    return {"origin", "destination"} <= named


def _is_named(token: Token) -> bool:
    return token.pos == "PROPN" and token.entity not in TIMES


def _everyday(scene: Scene, trigger: Trigger, loads: tuple[Load, ...], operator: int | None) -> tuple[Load, ...]:
    """Return what counts between two places that are told: everyday cargo, or any thing."""
    moved = () if loads else things(scene, trigger)
    return worthy(scene, trigger, moved, operator) or underhand(scene, trigger, loads or moved, known=bool(loads))


def _is_lent(scene: Scene, ends: Ends, start: tuple[int, ...], last: Movement | None) -> bool:
    """Tell whether the origin is only that of the sentence before."""
    return last is not None and bool(start) and ends.origins == start and last.sentence != scene.sentence


def _unsaid(scene: Scene, trigger: Trigger) -> str:
    """Return what is moved where no cargo is named: "the rebels are fed from", "the smuggling route from"."""
    if any(is_armed(scene.parse, i) for i in supplied(scene.parse, trigger)):
        return "unknown"
    named = children(scene.parse, trigger.token, "compound") if trigger.noun else ()
    rows = (movement_rows().get((t.text.lower(), "noun")) for t in named)
    return next((row[4] for row in rows if row), "")


def _is_deal(scene: Scene, trigger: Trigger, ends: Ends, said: tuple[Phrase, ...]) -> bool:
    """Tell whether something is only bought or sold, and nothing says from whom or to whom."""
    token = scene.parse.tokens[trigger.token]
    # "the rebels draw their arms from Libya": who and whence only
    if trigger.frame in {"load", "drop"} or token.lemma == "draw":
        return True
    led = (p for p in said if scene.places(p.nouns) and scene.parse.tokens[p.last].lemma not in PLACING)
    if trigger.frame == "sell" and not any(led):
        return True
    if token.lemma in {"sell", "sale"} or (trigger.noun and token.lemma == "export"):
        return not ends.destinations or (trigger.noun and not ends.origins)
    bought = trigger.frame == "take" and has_mark(token, "gained")
    aside = token.dep == "acl" and any(t.token > trigger.token and t.frame != "find" for t in scene.found)
    return bought and (aside or not any(phrase.follows(trigger) for phrase in said))


def _start(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], hop: Hop, last: Movement | None) -> tuple[int, ...]:
    """Return where a stretch begins that the words join to the one before: at its end."""
    joined = last is not None and trigger.frame != "sell" and _is_joined(scene.parse, trigger, last)
    if last is None or not any(phrase.end == "destination" for phrase in hop.phrases):
        return ()
    near = scene.sentence.index - 1 <= last.sentence.index
    same = {load.token for load in last.cargo} & {load.token for load in cargo}
    meant = all(load.token < scene.sentence.first for load in cargo)  # "they were ferried on to"
    goes_on = meant and same and last.ends.origins and not is_where(scene.parse, scene.parse.tokens[trigger.token])
    if not (hop.onward or joined or goes_on):
        return ()
    return last.ends.destinations if near and (same or hop.onward == "there") else ()


def _follows(scene: Scene, ends: Ends, cargo: tuple[Load, ...], start: tuple[int, ...], last: Movement | None) -> bool:
    """Tell whether a stretch begins where the statement before it ended: "to Cairo and from Cairo to Gaza"."""
    if last is None or not ends.origins:
        return False
    here = last.sentence.index == scene.sentence.index
    same = {load.token for load in last.cargo} & {load.token for load in cargo}
    met = [scene.toponyms[i].place for i in ends.origins] == [scene.toponyms[i].place for i in last.ends.destinations]
    return ends.origins == start or bool(here and same and met)


def _is_joined(parse: Parse, trigger: Trigger, last: Movement) -> bool:
    """Tell whether a movement goes on where the one before it ended: "trucked to Tijuana and carried into"."""
    verb = parse.tokens[trigger.token]
    return verb.dep == "conj" and verb.head == last.trigger
