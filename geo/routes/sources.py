"""Where a cargo was got, made or found, as the words beside it say: "bought in", "Serbian-made", "recovered in"."""

from geo.lexicon import load_words
from geo.model import Token
from geo.routes.cargo import Load, measured
from geo.routes.parties import is_armed
from geo.routes.triggers import Trigger
from geo.routes.whereabouts import Scene, country_of
from geo.routes.words import PLACING, has_mark, is_find, marks
from geo.syntax import ancestors, children, clause_of, objects_of_preposition, prepositional, subjects, subtree
from geo.syntax.tags import PAST

BESIDE = frozenset({"through", "over", "by", "past", "across", "near"})
COMING = frozenset({"come", "originate", "hail", "stem"})
AT = PLACING | {"off"}
RESTING = frozenset({"lie", "wait", "await", "sit", "stand", "stack", "stockpile", "store", "pile", "rest"})
BEFORE_NAMES = frozenset({"the", "northern", "southern", "eastern", "western", "central", "port", "city", "town", "of"})
GOT = PLACING | {"from", "off", "around", "outside"}


def gained(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...]) -> tuple[int, ...]:
    """Return where the words say that a cargo was got: "guns bought in Dallas", "laden with rifles from Bulgaria"."""
    nouns = _gained_before(scene, trigger)
    for load in cargo:
        nouns.extend(i for i in prepositional(scene.parse, load.token, {"from"}) if scene.is_name(i))
        # the parser may take "looted" in "rifles looted in Homs were sold" for the sentence's verb
        ruling = scene.parse.tokens[scene.parse.tokens[load.token].head]
        bare = ruling.tag in PAST and not children(scene.parse, ruling.index, "aux", "auxpass")
        said = [t for noun in measured(scene.parse, load.token) for t in children(scene.parse, noun, "acl", "amod")]
        after = scene.parse.tokens[min(load.token + 1, len(scene.parse.tokens) - 1)]
        said += [after] if after.tag == "VBN" and after.dep == "advcl" else []  # "with rounds fetched from Mukalla"
        for token in (*said, *((ruling,) if bare else ())):
            if _is_got(scene, token) or (load.category == "drugs" and has_mark(token, "made")):
                nouns.extend(prepositional(scene.parse, token.index, GOT))
                nouns.extend(aboard_in(scene, token.index))
    return scene.places(tuple(nouns))


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
    while verb.dep == "conj" and not children(scene.parse, verb.index, "nsubj"):
        verb = scene.parse.tokens[verb.head]
        if any(t.token == verb.index and t.frame not in {"load", "take"} for t in scene.found):
            return []  # it starts where the verb before says
        if _is_gain(scene, verb):
            got += (verb.index, *(t.index for t in children(scene.parse, verb.index, "dobj")))
    return [i for token in got for i in prepositional(scene.parse, token, GOT)]


def _waits_at(scene: Scene, trigger: Trigger) -> list[int]:
    """Return where a cargo lies that is still to go: "are stacked at Massawa, waiting to be shipped to"."""
    verb = scene.parse.tokens[trigger.token]
    if verb.dep not in {"xcomp", "advcl"} or trigger.frame not in {"move", "send"}:
        return []
    above = (t for t, _ in zip(ancestors(scene.parse, verb.index), range(2), strict=False) if t.lemma in RESTING)
    return [i for t in above for i in prepositional(scene.parse, t.index, (*PLACING, "on"))]


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
    return has_mark(verb, "made") or _is_got(scene, verb)


def _is_got(scene: Scene, verb: Token) -> bool:
    """Tell whether a verb says that a cargo was got: "bought", "signed up"."""
    if has_mark(verb, "gained"):
        return True
    particles = children(scene.parse, verb.index, "prt", "advmod", "prep")
    return any(f"{verb.lemma} {t.lemma}" in marks("gained") for t in particles)


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
    """
    reached = {country_of(place) for i in destinations if (place := scene.toponyms[i].place)}
    things = [load.token for load in cargo if load.category not in {"persons", "money"}]
    before = (t.index for thing in things for t in children(scene.parse, thing, "amod", "compound", "nmod"))
    makers = (m for thing in things if (m := maker(scene, thing)) is not None)
    found = dict.fromkeys((*(scene.where[i] for i in before if i in scene.where), *makers))
    places = {i: scene.toponyms[i].place for i in found}
    return tuple(i for i, p in places.items() if reached and p and p.kind == "country" and country_of(p) not in reached)


def brought_to(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...]) -> tuple[int, ...]:
    """Return where a cargo came to light that the movement had brought there.

    It is said of the cargo ("guns recovered in Nuevo Laredo come from", "rifles found in Gao were shipped from") or by
    the verb above it ("seized in Salerno pills that had been shipped from").
    """
    parse = scene.parse
    comes = parse.tokens[trigger.token].lemma in COMING
    for load in cargo:
        things = measured(parse, load.token)
        here = scene.places(tuple(i for thing in things for i in prepositional(parse, thing, PLACING))) if comes else ()
        if here:  # "most of the pistols in Nairobi come from"
            return here
        for verb in (t for thing in things for t in children(parse, thing, "acl", "relcl")):
            if verb.index != trigger.token and is_find(verb.lemma):
                below = (parse.tokens[i] for i in subtree(parse, verb.index))
                return scene.places(
                    tuple(t.index for t in below if t.dep == "pobj" and parse.tokens[t.head].lemma in AT)
                )
        above = parse.tokens[clause_of(parse, parse.tokens[things[-1]].head)]
        found = is_find(above.lemma) or has_mark(above, "come to light")  # "arrested in Sofia with heroin that"
        if above.index != trigger.token and above.pos == "VERB" and found:
            return scene.places(prepositional(parse, above.index, AT)) or at_finders(scene, above.index)
    return ()


def found_before(scene: Scene, cargo: tuple[Load, ...]) -> tuple[int, ...]:
    """Return the one place where a sentence before says that a cargo came to light: "found rifles in Gaya. They …"."""
    parse = scene.parse
    for load in cargo:
        if load.token >= scene.sentence.first or load.category == "persons":
            continue
        words = parse.sentence_tokens(parse.sentences[parse.tokens[load.token].sentence])
        if any(is_find(t.lemma) or (t.pos == "VERB" and has_mark(t, "come to light")) for t in words):
            spots = (t.index for t in words if scene.is_name(t.index) and _stands_in(scene, t.index))
            found = scene.places(tuple(spots))
            place = scene.toponyms[found[0]].place if len(found) == 1 else None
            return found if place and place.kind != "country" else ()
    return ()


def _stands_in(scene: Scene, name: int) -> bool:
    """Tell whether a name's first word stands after a word for where something is; it need not be parsed."""
    before = name - 1
    while scene.parse.tokens[before].text.lower() in BEFORE_NAMES:
        before -= 1
    parse = scene.parse
    where = parse.tokens[before]
    who = parse.tokens[where.head]
    speaks = who.dep == "nsubj" and not is_find(parse.tokens[who.head].lemma)  # "police in Guaira reported"
    return not (scene.is_name(before) or speaks) and where.text.lower() in PLACING


def at_finders(scene: Scene, verb: int) -> tuple[int, ...]:
    """Return where those who found a cargo are: "officers in Antwerp", "Spanish police", but no navy or army abroad."""
    people = subjects(scene.parse, verb)
    inside = scene.places(tuple(i for noun in people for i in prepositional(scene.parse, noun, AT)))
    at_home = (i for i in people if i not in scene.where and not has_mark(scene.parse.tokens[i], "abroad"))
    return inside or scene.places(tuple(at_home))


def bound_for(scene: Scene, cargo: tuple[Load, ...]) -> tuple[int, ...]:
    """Return where the words beside a cargo say it is to go: "Yemen-bound weapons", "rifles for the rebels in Chad"."""
    parse = scene.parse
    worth = [load.token for load in cargo if load.category in {"materiel", "drugs"} and load.use != "ordinary"]
    amounts = [measured(parse, noun) for noun in worth]  # parsers hang "for" on any of them, or on their verb
    holders = {i for each in amounts for i in (*each, parse.tokens[each[-1]].head)}
    meant = (i for holder in holders for i in prepositional(parse, holder, {"for"}))
    people = [i for i in meant if is_armed(parse, i) or parse.tokens[i].lemma not in load_words("purposes")]
    people += [i for load in cargo for i in prepositional(parse, load.token, {"for"}) if is_armed(parse, i)]
    receivers = scene.places(tuple(i for i in people if not scene.is_name(i)))
    if receivers:
        return receivers
    bound = (t for load in cargo for t in children(parse, load.token, "amod", "acl") if t.text.lower() == "bound")
    return scene.places(tuple(c.index for t in bound for c in children(parse, t.index) if scene.is_name(c.index)))


def hubs(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the places that the words call a station on a cargo's way: "Bissau is a hub for cocaine on its way to"."""
    parse = scene.parse
    before = parse.tokens[scene.sentence.first : trigger.token]
    stations = (t for t in before if has_mark(t, "hub") and any(p.lemma == "for" for p in children(parse, t.index)))
    named = [i for t in stations for i in subjects(parse, clause_of(parse, t.index)) if scene.is_name(i)]
    token = parse.tokens[trigger.token]
    if token.dep == "acl":  # "cocaine bound for Rotterdam passes through Dakar"
        above = clause_of(parse, parse.tokens[token.head].head)
        named.extend(prepositional(parse, above, {"through", "via"}))
    return scene.places((*named, *_passed(scene, trigger)))


def _passed(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return what the road or vehicle passes that a clause tells of: "in cars that cross the bridge"."""
    parse = scene.parse
    clauses = (t for t in parse.tokens[trigger.token + 1 : scene.sentence.last] if t.dep == "relcl")
    return tuple(
        i for t in clauses if has_mark(t, "passing")
        for i in (*(c.index for c in children(parse, t.index, "dobj")), *prepositional(parse, t.index, BESIDE))
    )  # fmt: skip
