"""Where a cargo came to light, was stopped or only passed through on its way, in this sentence or one before."""

from collections.abc import Sequence

from geo.model import Parse, Sentence, Token
from geo.routes.triggers import POINTING, Trigger
from geo.routes.what.cargo import Load, load_at, measured
from geo.routes.where.directions import Phrase
from geo.routes.where.sources import AT
from geo.routes.where.whereabouts import Scene
from geo.routes.words import PLACING, has_mark, is_find
from geo.syntax import children, clause_of, direct_objects, prepositional, subjects
from geo.syntax.tags import POINTERS

BESIDE = frozenset({"through", "over", "by", "past", "across", "near"})
STEMS_FROM = frozenset({"come", "originate", "hail", "stem"})
BEFORE_NAMES = frozenset({"the", "northern", "southern", "eastern", "western", "central", "port", "city", "town", "of"})
NEAR = 2  # sentences before in which "the rifles" may have been found


def brought_to(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...]) -> tuple[int, ...]:
    """Return where a cargo is of which the words say only where it comes from: "most of the pistols in Nairobi".

    Parameters
    ----------
    scene, trigger, cargo
        The sentence, with its places and its words of movement, a word of movement, and the cargo that it moves.
    """
    if scene.parse.tokens[trigger.token].lemma not in STEMS_FROM:
        return ()
    things = (thing for load in cargo for thing in measured(scene.parse, load.token))
    return scene.places(tuple(i for thing in things for i in prepositional(scene.parse, thing, PLACING)))


def found_before(scene: Scene, cargo: tuple[Load, ...]) -> tuple[int, ...]:
    """Return the one place where a sentence before says that a cargo came to light or is: "found rifles in Gaya. They".

    Parameters
    ----------
    scene, cargo
        The sentence, with its places and its words of movement, and the cargo that it moves.
    """
    parse = scene.parse
    for load in cargo:
        told = _told_before(scene, load) if load.category != "persons" else None
        words = parse.sentence_tokens(told) if told else ()
        if any(map(_is_brought_to_light, words)):
            return _one_spot(scene, words)
    return ()


def _told_before(scene: Scene, load: Load) -> Sentence | None:
    """Return the sentence before that names a cargo: the one where "it" leads, or where "the guns" were "shotguns"."""
    parse = scene.parse
    if load.token < scene.sentence.first:
        return parse.sentences[parse.tokens[load.token].sentence]
    if not any(t.lemma in POINTERS for t in children(parse, measured(parse, load.token)[-1], "det")):
        return None
    earlier = range(parse.sentences[max(scene.sentence.index - NEAR, 0)].first, scene.sentence.first)
    named = (load_at(parse.tokens[i]) for i in reversed(earlier))
    same = next((n for n in named if n and n.category == load.category), None)
    return parse.sentences[parse.tokens[same.token].sentence] if same else None


def stopped_at(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[int, ...]:
    """Return where a cargo came to light that was still on its way: "seized pistols in Kohat. They were bound for".

    Parameters
    ----------
    scene, trigger, cargo, said
        The sentence, with its places and its words of movement, a word of movement, the cargo that it moves, and the
        direction phrases that belong to it.
    """
    parse = scene.parse
    aimed = any(p.end == "destination" and p.last > p.first and parse.tokens[p.last].lemma == "for" for p in said)
    if not (aimed or _is_under_way(parse, trigger)):
        return ()
    before = parse.tokens[scene.sentence.first : trigger.token]
    here = _one_spot(scene, before) if any(map(_is_brought_to_light, before)) else ()
    return here or found_before(scene, cargo)


def _is_under_way(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether words speak of a way that was not yet at its end: "was being taken to", "were to be landed at"."""
    token = parse.tokens[trigger.token]
    if token.lemma in POINTING or trigger.noun:
        return token.lemma in POINTING | {"way", "route", "transit"}
    auxiliaries = {t.lemma for t in children(parse, token.index, "aux", "auxpass") if t.tag in {"VBD", "VBG", "TO"}}
    goes_on = any(t.text.lower() == "being" for t in children(parse, token.index, "auxpass")) or token.tag == "VBG"
    to_be = token.dep == "xcomp" and parse.tokens[token.head].lemma == "be"
    return to_be or (goes_on and "be" in auxiliaries)


def _is_brought_to_light(word: Token) -> bool:
    return is_find(word.lemma) or (word.pos == "VERB" and has_mark(word, "come to light"))


def _one_spot(scene: Scene, words: Sequence[Token]) -> tuple[int, ...]:
    """Return the one place in or at which something is said to be, unless it is a whole country or a sea."""
    found = scene.places(tuple(t.index for t in words if scene.is_name(t.index) and _stands_in(scene, t.index)))
    place = scene.toponyms[found[0]].place if len(found) == 1 else None
    return found if place and place.kind not in {"country", "water"} else ()


def _stands_in(scene: Scene, name: int) -> bool:
    """Tell whether a name's first word stands after a word for where something is; it need not be parsed."""
    before = name - 1
    while scene.parse.tokens[before].text.lower() in BEFORE_NAMES:
        before -= 1
    parse = scene.parse
    where = parse.tokens[before]
    who = parse.tokens[where.head]
    speaks = who.dep == "nsubj" and not _is_brought_to_light(parse.tokens[who.head])  # "police in Guaira reported"
    return not (scene.is_name(before) or speaks) and where.text.lower() in AT


def at_finders(scene: Scene, verb: int) -> tuple[int, ...]:
    """Return where those who found a cargo are: "officers in Antwerp"."""
    people = subjects(scene.parse, verb)
    return scene.places(tuple(i for noun in people for i in prepositional(scene.parse, noun, AT)))


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
        for i in (*direct_objects(parse, t.index), *prepositional(parse, t.index, BESIDE))
    )  # fmt: skip
