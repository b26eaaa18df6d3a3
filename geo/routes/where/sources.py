"""Where a cargo was got or made and whom it is for, as the words beside it say: "bought in", "Serbian-made"."""

from geo.lexicon import load_words, word_class
from geo.model import CONTRABAND, Parse, Token
from geo.routes.triggers import SOURCE, Trigger, phrasal
from geo.routes.what.cargo import Load, measured
from geo.routes.where.whereabouts import Scene, country_of
from geo.routes.who.parties import is_armed
from geo.routes.words import PLACING, has_mark, marks, movement_rows, verb_has_mark
from geo.syntax import (
    ancestors,
    children,
    clause_of,
    direct_objects,
    is_passive,
    objects_of_preposition,
    prepositional,
    subjects,
)
from geo.syntax.tags import OBJECTS, PAST

AT = PLACING | {"off"}
HANDED = frozenset({"give", "hand", "pass", "issue", "entrust", "sell"})
GOT = PLACING | {"from", "off", "around", "round", "outside"}


def gained(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...]) -> tuple[int, ...]:
    """Return where the words say that a cargo was got: "guns bought in Dallas", "laden with rifles from Bulgaria".

    Parameters
    ----------
    scene, trigger, cargo
        The sentence, with its places and its words of movement, a word of movement, and the cargo that it moves.
    """
    nouns = _gained_before(scene, trigger)
    for load in cargo:
        nouns.extend(i for i in prepositional(scene.parse, load.token, {"from"}) if scene.is_name(i))
        nouns.extend(called_source(scene.parse, load))
        for verb in _said_of(scene, trigger, load):
            drug = load.category == "drugs" and has_mark(verb, "made")
            if drug or verb_has_mark(scene.parse, verb, "gained") or is_got(scene.parse, verb):
                nouns.extend(prepositional(scene.parse, verb.index, GOT))
                if verb.index < load.token:  # "received rifles in Gao. He drove them to"
                    things = measured(scene.parse, load.token)
                    nouns.extend(i for thing in things for i in prepositional(scene.parse, thing, PLACING))
                nouns.extend(aboard_in(scene, verb.index))
    return scene.places(tuple(nouns))


def called_source(parse: Parse, load: Load) -> tuple[int, ...]:
    """Return what is called a cargo's source: "Libya has been the main source of weapons entering Chad"."""
    holders = (parse.tokens[parse.tokens[n].head] for n in measured(parse, load.token) if parse.tokens[n].dep == "pobj")
    nouns = (parse.tokens[t.head] for t in holders if t.lemma == "of")
    called = (t for t in nouns if t.lemma in SOURCE and t.dep == "attr")
    return next((subjects(parse, t.head) for t in called), ())


def _said_of(scene: Scene, trigger: Trigger, load: Load) -> list[Token]:
    """Return the verbs that say what was done with a cargo, in its sentence if that is one before."""
    parse, things = scene.parse, measured(scene.parse, load.token)
    top = parse.tokens[things[-1]]
    said = [t for noun in things for t in children(parse, noun, "acl", "relcl", "amod")]
    after = parse.tokens[min(load.token + 1, len(parse.tokens) - 1)]
    said += [after] if after.tag == "VBN" and after.dep == "advcl" else []  # "with rounds fetched from Mukalla"
    # the parser may take "looted" in "rifles looted in Homs were sold" for the sentence's verb
    ruling = parse.tokens[parse.tokens[load.token].head]
    if ruling.tag in PAST and not children(parse, ruling.index, "aux", "auxpass"):
        said.append(ruling)
    goes_on = parse.tokens[trigger.token].dep == "conj"  # "leaves Miami and is put ashore in": not from Tampa
    before = load.token < scene.sentence.first or _is_aside(parse, load, trigger)
    if before and top.dep in OBJECTS and not goes_on:
        said.append(parse.tokens[top.head])  # "pistols are bought in Tucson. A cousin drives them to"
    return said


def _is_aside(parse: Parse, load: Load, trigger: Trigger) -> bool:
    """Tell whether one clause speaks of the cargo and the next of its way: "were bought in Gao and the lorry was"."""
    verb = parse.tokens[trigger.token]
    clause = verb.head if verb.dep == "acomp" else verb.index
    moved = {t.index for t in children(parse, clause, "nsubj", "nsubjpass", "dobj")}
    return bool(moved) and not moved & set(measured(parse, load.token)) and load.token < trigger.token


def aboard_in(scene: Scene, verb: int) -> tuple[int, ...]:
    """Return the nouns that say where a cargo was put aboard: "loaded on to speedboats in Nador"."""
    parse = scene.parse
    onto = prepositional(parse, verb, {"onto", "into", "aboard", "to"})
    return tuple(i for vehicle in onto for i in prepositional(parse, vehicle, AT))


def _gained_before(scene: Scene, trigger: Trigger) -> list[int]:
    """Return where a cargo was got by a verb that the movement's follows: "are bought in Dallas and shipped to"."""
    if waiting := _waits_at(scene, trigger):
        return waiting
    verb = _last_done(scene, trigger)
    got: list[int] = []
    while _is_joined(scene.parse, verb):
        verb = scene.parse.tokens[verb.head]
        moves = any(t.token == verb.index and t.frame not in {"load", "take", "sell"} for t in scene.found)
        if moves and not is_got(scene.parse, verb):
            return []  # it starts where the verb before says
        if _is_gain(scene, verb):
            things = direct_objects(scene.parse, verb.index)
            got += (verb.index, *things, *(i for n in things for i in prepositional(scene.parse, n, ("of",))))
    return [i for token in got for i in prepositional(scene.parse, token, GOT)]


def _is_joined(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb is joined to one before: "were bought in Graz, flown to Baku and driven", read as advcl."""
    after = verb.head < verb.index and parse.tokens[verb.index - 1].text == ","
    torn = after and verb.dep == "advcl" and verb.tag == "VBN"
    shares = not children(parse, verb.index, "nsubj", *(("aux", "mark") if torn else ()))
    return shares and (torn or verb.dep == "conj")


def _waits_at(scene: Scene, trigger: Trigger) -> list[int]:
    """Return where a cargo lies that is still to go: "are stacked at Massawa, waiting to be shipped to"."""
    verb = scene.parse.tokens[trigger.token]
    if verb.dep not in {"xcomp", "advcl"} or trigger.frame not in {"move", "send"}:
        return []
    above = (t for t, _ in zip(ancestors(scene.parse, verb.index), range(2), strict=False))
    waiting = (t for t in above if t.lemma in word_class("waits"))
    return [i for t in waiting for i in prepositional(scene.parse, t.index, (*PLACING, "on"))]


def _last_done(scene: Scene, trigger: Trigger) -> Token:
    """Return the verb that is joined to the one by which a cargo was got: the movement, or what leads up to it."""
    tokens = scene.parse.tokens
    verb = tokens[trigger.token]
    if trigger.noun and verb.dep == "pobj":  # "was cooked in Faizabad and intended for delivery to"
        return tokens[clause_of(scene.parse, verb.head)]
    if verb.dep == "ccomp" and tokens[verb.head].lemma in {"have", "get"}:  # "bought and had them driven"
        return tokens[verb.head]
    while verb.dep == "xcomp" and tokens[verb.head].lemma == "be":  # "took on rifles and was to land them"
        verb = tokens[verb.head]
    return verb


def _is_gain(scene: Scene, verb: Token) -> bool:
    """Tell whether a verb says that a cargo was got, made or taken aboard: "bought", "cooked", "picked up"."""
    return has_mark(verb, "made") or verb_has_mark(scene.parse, verb, "gained") or is_got(scene.parse, verb)


def is_got(parse: Parse, verb: Token) -> bool:
    """Tell whether somebody is said to get something from others: "took delivery of", "was handed the rifles"."""
    row = phrasal(parse, verb) or movement_rows().get((verb.lemma, "verb"))
    takes = row is not None and row[2] == "take" and not is_passive(parse, verb.index)
    return takes or (
        verb.lemma in HANDED and is_passive(parse, verb.index) and bool(children(parse, verb.index, "dobj"))
    )


def maker(scene: Scene, cargo: int) -> int | None:
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


def nations(scene: Scene, cargo: tuple[Load, ...], destinations: tuple[int, ...]) -> tuple[int, ...]:
    """Return the country where a cargo that went to another is from: "Bulgarian rifles", "rifles made in Bulgaria".

    People go where they like whatever their passports say.

    Parameters
    ----------
    scene, cargo, destinations
        The sentence, with its places and its words of movement, the cargo that it moves, and the toponyms of where it
        goes.
    """
    reached = {country_of(place) for i in destinations if (place := scene.toponyms[i].place)}
    things = [load.token for load in cargo if load.category not in {"persons", "money"}]
    before = (t.index for thing in things for t in children(scene.parse, thing, "amod", "compound", "nmod"))
    makers = (m for thing in things if (m := maker(scene, thing)) is not None)
    found = dict.fromkeys((*(scene.where[i] for i in before if i in scene.where), *makers))
    places = {i: scene.toponyms[i].place for i in found}
    return tuple(i for i, p in places.items() if reached and p and p.kind == "country" and country_of(p) not in reached)


def bound_for(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...]) -> tuple[int, ...]:
    """Return where the words beside a cargo say it is to go: "Yemen-bound weapons", "rifles for the rebels in Chad".

    Parameters
    ----------
    scene, trigger, cargo
        The sentence, with its places and its words of movement, a word of movement, and the cargo that it moves.
    """
    parse = scene.parse
    worth = [load.token for load in cargo if load.category in CONTRABAND and load.use != "ordinary"]
    amounts = [measured(parse, noun) for noun in worth]  # parsers hang "for" on any of them, or on their verb
    holders = {i for each in amounts for i in (*each, parse.tokens[each[-1]].head)}
    holders |= {trigger.token} if worth else set()  # "they had brought it for a dealer in Algeciras"
    meant = (i for holder in holders for i in prepositional(parse, holder, {"for"}))
    people = [i for i in meant if is_armed(parse, i) or parse.tokens[i].lemma not in load_words("purposes")]
    people += [i for load in cargo for i in prepositional(parse, load.token, {"for"}) if is_armed(parse, i)]
    receivers = scene.places(tuple(people))
    if receivers:
        return receivers
    bound = (t for load in cargo for t in children(parse, load.token, "amod", "acl") if t.text.lower() == "bound")
    return scene.places(tuple(c.index for t in bound for c in children(parse, t.index) if scene.is_name(c.index)))
