"""What is moved where no word for cargo names it: any thing is goods, "it" and a vehicle are what was spoken of.

Whether that is worth a route is decided as for other everyday things, by what is said around it.
"""

from geo.lexicon import word_class
from geo.lexicon.shared import nouns_of
from geo.model import CONTRABAND, Parse, Token
from geo.routes.moved import is_moved, moves_something
from geo.routes.triggers import Trigger
from geo.routes.what.anaphora import UNNAMED, things_of
from geo.routes.what.cargo import Load, is_toy, load_at, plain_load
from geo.routes.what.holding import behind_pronoun
from geo.routes.where.whereabouts import Scene
from geo.routes.who.parties import is_drawn, is_people, is_plural
from geo.routes.words import has_mark
from geo.syntax import children, prepositional

BACK = 4  # sentences before in which what "it" or "the load" stands for may have been named
SINGLE = frozenset({"it", "this", "that", "which"})
PLURAL = frozenset({"they", "them", "these", "those"})
FRAMES = frozenset({"move", "send", "go", "arrive", "enter", "leave", "load", "sell"})


def things(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return what a movement moves that is no known cargo, as an everyday thing."""
    if trigger.frame == "take":
        return _drawn(scene, trigger)
    if trigger.noun or trigger.frame not in FRAMES or has_mark(scene.parse.tokens[trigger.token], "given"):
        return ()
    moved = is_moved(scene.parse, trigger) or moves_something(scene.parse, trigger)
    nouns = (behind_pronoun(scene.parse, i) for i in things_of(scene, trigger))
    return tuple(load for i in nouns if (load := _thing(scene, i, moved=moved)))


def _drawn(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return what armed people get from somewhere by a word for any cargo: "the rebels draw their stores from"."""
    parse = scene.parse
    if not is_drawn(parse, trigger):
        return ()
    got = (t for t in children(parse, trigger.token, "dobj") if t.lemma in word_class("any_cargo"))
    return tuple(Load(t.index, "unknown", "plain") for t in got)


def _thing(scene: Scene, noun: int, *, moved: bool) -> Load | None:
    token = scene.parse.tokens[noun]
    if noun in scene.where or token.pos == "PROPN":
        return None
    held = (noun, *prepositional(scene.parse, noun, {"of"}))  # "a crate of dummy rifles"
    if any(is_toy(scene.parse, i) for i in held):
        return None
    alone = not children(scene.parse, noun, "compound", "nmod", "poss")  # not "ballot boxes"
    general = alone and token.lemma in word_class("any_cargo", "kind_of_cargo") | UNNAMED
    if general or token.lemma in SINGLE | PLURAL or has_mark(token, "conveyance"):
        if named := _named(scene.parse, token):
            return Load(noun, named.category, "ordinary" if has_mark(token, "conveyance") else "plain")
        return Load(noun, "unknown", "ordinary") if general and moved else None
    nouns = [scene.parse.tokens[i] for i in held]
    known = any(load_at(t) or is_people(t) or t.lemma in nouns_of("government") for t in nouns)
    return Load(noun, "goods", "ordinary") if token.pos == "NOUN" and moved and not known else None


def _named(parse: Parse, word: Token) -> Load | None:
    """Return the arms or drugs that were named last before a word; "they" are people where those were."""
    sentence = parse.sentences[word.sentence]
    first = parse.sentences[max(sentence.index - BACK, 0)].first
    for token in reversed(parse.tokens[first : word.index]):
        load = plain_load(parse, token.index)
        if load and load.category in CONTRABAND:
            return load
        if word.lemma in PLURAL and is_plural(token) and (is_people(token) or load_at(token)):
            return None
    return None
