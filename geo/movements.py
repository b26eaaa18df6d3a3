"""Sentences -> statements that something was moved: the cargo, the ends, the operator, and how the words put it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.cargo import Load, attributes, load_at, loads_in
from geo.directions import GOING, Phrase, Trigger, marks, owner, phrases, triggers
from geo.model import Parse, Sentence, Span, Toponym
from geo.movement_context import (
    RELATIVES,
    behind_relative,
    effect_of,
    is_habitual,
    is_marked,
    operator_of,
    operator_text,
    purpose_of,
)
from geo.syntax import children, clause_of, is_passive, objects_of_preposition, subjects
from geo.whereabouts import Spots, followed_by_place, place_in, spots, state_in


STANDING_FOR = frozenset({"they", "them", "some", "many", "most", "these", "those"})


@dataclass(frozen=True, slots=True)
class Ends:
    """Toponym indices of the ends that a statement gives."""

    origins: tuple[int, ...] = ()
    destinations: tuple[int, ...] = ()
    via: tuple[int, ...] = ()


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


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with all that the search in it needs."""

    parse: Parse
    sentence: Sentence
    toponyms: tuple[Toponym, ...]
    where: Spots
    found: tuple[Trigger, ...]

    def place(self, noun: int) -> int | None:
        """Return the toponym that a noun leads to."""
        return place_in(self.parse, noun, self.where, self.toponyms)

    def is_name(self, noun: int) -> bool:
        """Tell whether a word names a place and is not its adjective."""
        return noun in self.where and self.toponyms[self.where[noun]].role != "demonym"

    def places(self, nouns: tuple[int, ...]) -> tuple[int, ...]:
        """Return the toponyms that nouns lead to, each once."""
        return tuple(dict.fromkeys(p for noun in nouns if (p := self.place(noun)) is not None))


def movements(parse: Parse, toponyms: tuple[Toponym, ...]) -> Iterator[Movement]:
    """Yield the statements of movement of a text, in its order, look-alikes left out."""
    where = spots(parse, toponyms)
    for sentence in parse.sentences:
        found = triggers(parse, sentence)
        if found and any(sentence.first <= token < sentence.last for token in where):
            yield from _in_sentence(_Scene(parse, sentence, toponyms, where, found))


def _in_sentence(scene: _Scene) -> Iterator[Movement]:
    owned: dict[int, list[Phrase]] = {}
    places = frozenset(scene.where)
    for phrase in phrases(scene.parse, scene.sentence):
        trigger = owner(scene.parse, phrase, scene.found, places)
        if trigger:
            owned.setdefault(trigger.token, []).append(phrase)
    for trigger in scene.found:
        effect = effect_of(scene.parse, trigger)
        if effect != "void" and not _is_idiom(scene.parse, trigger):
            for loads, said in _legs(scene, trigger, owned.get(trigger.token, [])):
                cargo = _worthy(scene, trigger, _with_list(scene, trigger, loads, said))
                statement = _statement(scene, trigger, effect, cargo, said)
                if statement:
                    yield statement


def _is_idiom(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a particle makes a verb of going mean something else ("went off", "came under")."""
    return trigger.frame in GOING and any(
        t.lemma in {"off", "on", "out", "up", "under"} for t in children(parse, trigger.token, "prt")
    )


def _legs(scene: _Scene, trigger: Trigger, said: list[Phrase]) -> Iterator[tuple[tuple[Load, ...], tuple[Phrase, ...]]]:
    """Yield each cargo with its own directions: "rifles from Serbia to Mali and cocaine from Peru to Spain" has two legs."""
    cargo, leg = _cargo(scene, trigger), list[Phrase]()
    for phrase in said:
        fresh = _cargo_between(scene.parse, leg[-1].nouns[-1], phrase.first) if leg else None
        if fresh:
            yield cargo, tuple(leg)
            cargo, leg = loads_in(scene.parse, fresh.token), []
        leg.append(phrase)
    yield cargo, tuple(leg)


def _with_list(scene: _Scene, trigger: Trigger, loads: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[Load, ...]:
    """Return the cargo with the list members before the first direction that the parser hung elsewhere."""
    if not loads or not said or said[0].first < loads[0].token:
        return loads
    between = scene.parse.tokens[loads[-1].token + 1 : said[0].first]
    later = (_plain_at(scene.parse, t.index) for t in between if t.dep == "conj")
    return loads + tuple(load for load in later if load and load not in loads)


def _cargo_between(parse: Parse, first: int, last: int) -> Load | None:
    """Return a further cargo, joined by "and" or a comma, that stands between two directions."""
    joined = (t.index for t in parse.tokens[first + 1 : last] if t.dep == "conj")
    return next((load for i in joined if (load := _plain_at(parse, i))), None)


def _statement(
    scene: _Scene, trigger: Trigger, effect: str, cargo: tuple[Load, ...], said: tuple[Phrase, ...]
) -> Movement | None:
    if not (cargo or trigger.cargo):
        return None
    operator = operator_of(scene.parse, trigger)
    ends, made = (
        _found_ends(scene, trigger, cargo, said)
        if trigger.frame == "find"
        else (_ends(scene, trigger, cargo, operator, said), False)
    )
    statement = Movement(
        trigger=trigger.token, sentence=scene.sentence, cargo=cargo,
        category=cargo[0].category if cargo else trigger.cargo, ends=ends, made=made,
        operator=operator_text(scene.parse, operator), purpose=purpose_of(scene.parse, trigger, _reach(scene, trigger)),
        habitual=is_habitual(scene.parse, trigger), effect="seized" if trigger.frame == "find" and not made else effect,
    )  # fmt: skip
    return statement if _is_route(scene, trigger, statement, said) else None


def _reach(scene: _Scene, trigger: Trigger) -> int:
    """Return the token at which the next word of movement stands, or the sentence ends."""
    return min((t.token for t in scene.found if t.token > trigger.token), default=scene.sentence.last)


# ---------------------------------------------------------------- what is moved


def _cargo(scene: _Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return the cargo of a movement, from the first place in the sentence that can name one and does."""
    sources = _noun_sources(scene, trigger) if trigger.noun else _verb_sources(scene, trigger)
    for source in sources:
        loads = tuple(load for noun in source for load in loads_in(scene.parse, noun))
        if loads:
            return loads
    return attributes(scene.parse, trigger.token) if trigger.noun else _meant(scene, trigger)


def _meant(scene: _Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return the cargo that a pronoun as the thing moved stands for: the last one named before it."""
    parse, moved = scene.parse, children(scene.parse, trigger.token, "dobj", "nsubjpass")
    things = [t.index for t in moved] or [i for i in subjects(parse, trigger.token) if is_passive(parse, trigger.token)]
    if not things or parse.tokens[things[0]].lemma not in STANDING_FOR:
        return ()
    start = parse.sentences[max(scene.sentence.index - 1, 0)].first
    before = (_plain_at(parse, t.index) for t in reversed(parse.tokens[start : things[0]]))
    return tuple(load for load in before if load)[:1]


def _plain_at(parse: Parse, index: int) -> Load | None:
    """Return the cargo that a noun names, if it does not merely qualify another and is worth a route by itself."""
    token = parse.tokens[index]
    load = None if token.dep in {"compound", "amod", "nmod", "poss"} else load_at(token)
    return load if load and load.use != "ordinary" else None


def _noun_sources(scene: _Scene, trigger: Trigger) -> Iterator[tuple[int, ...]]:
    parse, token = scene.parse, scene.parse.tokens[trigger.token]
    yield from ((load.token,) for load in attributes(parse, token.index)[:1])
    inner = [
        t
        for p in children(parse, token.index, "prep")
        if p.lemma == "of"
        for t in objects_of_preposition(parse, p.index)
    ]
    yield tuple(inner)
    yield (token.index,)
    head = parse.tokens[token.head]
    if token.dep == "pobj" and head.lemma in {"for", "in"}:  # "rifles for shipment to", "drugs in transit to"
        yield (head.head, head.index - 1)
    if token.dep in {"compound", "conj"}:
        yield tuple(load.token for load in attributes(parse, head.index)[:1])
    if trigger.frame in GOING:  # "rifles made their way to"
        yield subjects(parse, clause_of(parse, token.index))
    yield _next_plain(scene, trigger)


def _next_plain(scene: _Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the first plain cargo noun after the trigger, before the next clause or direction."""
    for token in scene.parse.tokens[trigger.token + 1 : _reach(scene, trigger)]:
        if _plain_at(scene.parse, token.index):
            return (token.index,)
        if token.pos in {"VERB", "AUX"} or token.index in scene.where or token.text == ",":
            return ()
    return ()


def _verb_sources(scene: _Scene, trigger: Trigger) -> Iterator[tuple[int, ...]]:
    parse, verb = scene.parse, trigger.token
    objects = tuple(t.index for t in children(parse, verb, "dobj", "nsubjpass", "dative"))
    with_ = tuple(
        i for p in children(parse, verb, "prep") if p.lemma == "with" for i in objects_of_preposition(parse, p.index)
    )
    if trigger.frame == "equip":
        yield with_
        return
    if trigger.frame == "enter":
        objects = tuple(t.index for t in children(parse, verb, "nsubjpass"))
    if trigger.frame == "provide":
        yield with_
    if parse.tokens[verb].pos != "VERB":
        yield (parse.tokens[verb].head,)
    yield tuple(_behind_pronoun(parse, i) for i in objects)
    yield with_
    if is_passive(parse, verb) or (trigger.frame in GOING and not objects):
        yield tuple(_behind_pronoun(parse, i) for i in subjects(parse, verb))
    elif trigger.frame in {"move", "send", "provide"} and not objects:
        yield tuple(_behind_pronoun(parse, i) for i in subjects(parse, verb))


def _behind_pronoun(parse: Parse, noun: int) -> int:
    """Return what a relative pronoun stands for: the "rifles" of "rifles that were shipped"."""
    token = parse.tokens[noun]
    named = behind_relative(parse, token) if token.lemma in RELATIVES else None
    return noun if named is None else named


def _worthy(scene: _Scene, trigger: Trigger, cargo: tuple[Load, ...]) -> tuple[Load, ...]:
    """Return the cargo that is worth a route here: everyday goods and people only where the movement is illicit."""
    parse = scene.parse
    illicit = trigger.covert or is_marked(parse, trigger.token, "illicit")
    if illicit or _armed_receiver(scene, trigger):
        return cargo
    return tuple(c for c in cargo if c.use != "ordinary" or is_marked(parse, c.token, "illicit"))


def _armed_receiver(scene: _Scene, trigger: Trigger) -> bool:
    """Tell whether armed people stand after the movement as those who receive: "cash to the rebels"."""
    loads = (_plain_at(scene.parse, i) for i in range(trigger.token + 1, _reach(scene, trigger)))
    return any(load and load.category == "persons" for load in loads)


# ---------------------------------------------------------------- from where to where


def _ends(
    scene: _Scene, trigger: Trigger, cargo: tuple[Load, ...], operator: int | None, said: tuple[Phrase, ...]
) -> Ends:
    """Return the ends that direction phrases name, and those that subject, object and owner stand for."""
    named = {end: scene.places(_nouns(trigger, said, end)) for end in ("origin", "destination", "via")}
    if not named["destination"]:
        named["destination"] = _receivers(scene, trigger, cargo, said)
    if not named["origin"]:
        named["origin"] = _senders(scene, trigger, operator)
    return Ends(named["origin"], named["destination"], named["via"])


def _nouns(trigger: Trigger, said: tuple[Phrase, ...], end: str) -> tuple[int, ...]:
    return tuple(noun for phrase in said if phrase.end == end and phrase.follows(trigger) for noun in phrase.nouns)


def _receivers(scene: _Scene, trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[int, ...]:
    """Return the destinations that the receiver stands for: "supplied the Chadian army with", "reached Gaza"."""
    nouns: list[int] = []
    carried = {c.token for c in cargo}
    if trigger.frame in {"send", "provide", "equip", "enter"} and not trigger.noun:
        kinds = ("dobj", "dative") if trigger.frame != "equip" else ("dobj", "nsubjpass")
        nouns = [t.index for t in children(scene.parse, trigger.token, *kinds) if t.index not in carried]
    if trigger.frame == "take" and not is_passive(scene.parse, trigger.token):
        nouns = list(subjects(scene.parse, trigger.token))
    if trigger.frame in {"send", "provide"}:  # "sent Angola rifles", which the parser takes for one noun phrase
        heads = children(scene.parse, trigger.token, "dobj")
        nouns.extend(
            t.index for h in heads for t in children(scene.parse, h.index, "compound", "nmod") if scene.is_name(t.index)
        )
    direct = scene.places(tuple(nouns))
    if direct:
        return direct
    receivers = (*nouns, *_nouns(trigger, said, "destination"))
    after = (followed_by_place(scene.parse, n, scene.where, scene.toponyms) for n in receivers)
    return tuple(dict.fromkeys(p for p in after if p is not None))


def _senders(scene: _Scene, trigger: Trigger, operator: int | None) -> tuple[int, ...]:
    """Return the origins that the sender stands for: "France sent", "supplied by the French", "French arms shipments"."""
    if trigger.frame not in {"send", "provide", "equip"}:
        return ()
    candidates = [state_in(scene.parse, operator, scene.where)] if operator is not None else []
    if trigger.noun:
        before = children(scene.parse, trigger.token, "poss", "amod", "compound", "nmod")
        candidates.extend(scene.where.get(t.index) for t in before)
    return tuple(dict.fromkeys(c for c in candidates if c is not None))[:1]


def _found_ends(
    scene: _Scene, trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...]
) -> tuple[Ends, bool]:
    """Return the ends of cargo that came to light, and whether its origin is only where it was made."""
    onward = tuple(
        p for p in said if p.end != "destination" or scene.parse.tokens[p.last].lemma not in {"in", "at", "near"}
    )
    ends = Ends(
        scene.places(tuple(n for n in _nouns(trigger, onward, "origin") if n in scene.where)),
        scene.places(_nouns(trigger, onward, "destination")),
        scene.places(_nouns(trigger, onward, "via")),
    )
    makers = tuple(dict.fromkeys(m for load in cargo if (m := _maker(scene, load.token)) is not None))
    made = bool(makers) and not ends.origins
    ends = replace(ends, origins=ends.origins or makers)
    if ends.origins and not ends.destinations:
        ends = replace(ends, destinations=scene.places(_nouns(trigger, said, "destination")))
    return ends, made


def _maker(scene: _Scene, cargo: int) -> int | None:
    """Return the toponym of where a cargo was made: "Serbian-made rifles", "rifles made in Serbia"."""
    for token in children(scene.parse, cargo, "amod", "acl", "compound"):
        if token.lemma not in marks("made") and token.text.lower() not in marks("made"):
            continue
        makers = [t.index for t in children(scene.parse, token.index) if t.index in scene.where]
        for preposition in children(scene.parse, token.index, "prep", "agent"):
            makers.extend(i for i in objects_of_preposition(scene.parse, preposition.index) if i in scene.where)
        if makers:
            return scene.where[makers[0]]
    return None


# ---------------------------------------------------------------- what is no route


def _is_route(scene: _Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    ends = statement.ends
    if not (ends.origins or ends.destinations):
        return False
    if trigger.frame == "find":
        return bool(ends.destinations and (ends.origins or _points_on(said)))
    return not (_is_fire(scene, trigger, statement, said) or _is_advance(scene, trigger, statement))


def _points_on(said: tuple[Phrase, ...]) -> bool:
    """Tell whether the words say where a found cargo was to go."""
    return any(phrase.end == "destination" and phrase.last > phrase.first for phrase in said)


def _is_fire(scene: _Scene, trigger: Trigger, statement: Movement, said: tuple[Phrase, ...]) -> bool:
    """Tell whether the cargo is ammunition under way by itself: "sent rockets into", "a missile crossed the border"."""
    if not statement.cargo or any(load.use != "flies" for load in statement.cargo) or trigger.covert or trigger.noun:
        return False
    lemma = scene.parse.tokens[trigger.token].lemma
    into = any(scene.parse.tokens[p.last].lemma in {"into", "towards", "toward", "over"} for p in said)
    return (trigger.frame in GOING and lemma not in {"arrive", "flow", "pour", "come"}) or (lemma == "send" and into)


def _is_advance(scene: _Scene, trigger: Trigger, statement: Movement) -> bool:
    """Tell whether armed people go about within a war: their march counts only between places or into a country."""
    if trigger.frame not in GOING or trigger.covert or statement.category != "persons":
        return False
    ends = statement.ends
    if (ends.origins and ends.destinations) or scene.parse.tokens[trigger.token].lemma == "cross":
        return False
    places = [scene.toponyms[i].place for i in (*ends.origins, *ends.destinations)]
    return not any(place and place.kind == "country" for place in places)
