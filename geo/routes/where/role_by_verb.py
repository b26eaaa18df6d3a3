"""Which end of a way a place is by the verb near it, by who sends or receives a cargo there, or by a heading."""

from itertools import pairwise

from geo.lexicon import word_class
from geo.lexicon.shared import cues_of
from geo.model import Token
from geo.routes.triggers import leaves_behind, phrasal
from geo.routes.what.cargo import is_holder, load_at
from geo.routes.where.sources import AT
from geo.routes.where.whereabouts import Scene
from geo.routes.who.parties import is_armed
from geo.routes.words import has_mark, is_deal, movement_rows, verb_has_mark
from geo.syntax import children, subjects
from geo.syntax.tags import RELATIVES, SUBJECTS, VERBS

ENDS = {"origin": "noted_origin", "destination": "noted_destination", "via": "noted_via"}  # and classes of their words
OFFICES = {"origin": "sending", "destination": "receiving"}  # and classes of those who send or receive it
STANDING = AT | {"in", "inside", "outside", "around", "round", "on", "about", "above", "before", "beyond", "behind"}
OF_FRAMES = {"load": "origin", "find": "found", "sell": "destination", "arrive": "destination", "take": "destination"}
DIRECT = {"leave": "origin", "load": "origin", "enter": "destination", "arrive": "destination"}  # "left Odessa"
MARKS = frozenset({",", ":", ";", "(", "."})
End = tuple[str, int, bool]  # which end a place is, the word for it, whether that is sure
NEAR = 5  # words from who sends or receives to where: "consignee the presidential guard in"


def by_verb(scene: Scene, before: int) -> End | None:
    """Return what a place is by the verb right before it ("left Odessa"), or by that near "in" or "at".

    Parameters
    ----------
    scene, before
        The sentence, with its places, and the index of the first word before one that does not only say what it is.
    """
    token = scene.parse.tokens[before]
    if token.text.lower() not in STANDING:
        row = movement_rows().get((token.lemma, "verb")) if token.pos == "VERB" else None
        end = "via" if has_mark(token, "passing") else DIRECT.get(row[2], "") if row else ""
        return (end, before, True) if end else None
    if {scene.parse.tokens[token.head].lemma, scene.parse.tokens[before - 1].lemma} & word_class("gate"):
        return "via", before, False  # "over the pass at"
    verb = _verb_near(scene, token) if token.lemma != "on" else None  # "called on New Delhi to act"
    if office := _by_bearer(scene, token):
        return office, before, True
    end = _end_by(scene, verb) if verb else ""
    if verb and end:
        return end, verb.index, False
    return _by_label(scene, before) or (("rest", before, False) if _rests(scene, token) else None)


def _rests(scene: Scene, preposition: Token) -> bool:
    """Tell whether a cargo is told to be somewhere, or those who are armed: not who speaks of it, and no war."""
    parse = scene.parse
    head = parse.tokens[preposition.head]
    verb = head if head.pos in VERBS else parse.tokens[head.head]
    if has_mark(head, "made") or verb.lemma in cues_of("says", "reports", "accuses", "sees"):
        return False
    what = [parse.tokens[i] for i in subjects(parse, head.index)] if head.pos in VERBS else [head]
    return any(is_armed(parse, t.index) or is_holder(t) or load_at(t) or t.lemma in RELATIVES for t in what)


def _by_bearer(scene: Scene, preposition: Token) -> str:
    """Return the end at which who sends or receives a cargo is: "the consignee is in Gao", "a shipper in Oran"."""
    first = max(preposition.index - NEAR, scene.sentence.first)
    for token in reversed(scene.parse.tokens[first : preposition.index]):  # few notes are parsed
        end = next((end for end, kind in OFFICES.items() if token.text.lower() in word_class(kind)), "")
        if end or token.text in MARKS or scene.is_name(token.index):
            return end
    return ""


def _by_label(scene: Scene, before: int) -> End | None:
    """Return what a place is by the heading of its line: "Shipper: a firm in Mersin"."""
    words = scene.parse.tokens[scene.sentence.first : before]
    label = next((a for a, b in reversed(list(pairwise(words))) if b.text == ":"), None)
    end = next((end for end, kind in ENDS.items() if label and label.text.lower() in word_class(kind)), "")
    return (end, label.index, True) if label and end else None


def _verb_near(scene: Scene, preposition: Token) -> Token | None:
    """Return the verb that comes last before a word in its clause; of what stands in a subject, the verb after it."""
    tokens, head = scene.parse.tokens, scene.parse.tokens[preposition.head]
    inside = head.dep in SUBJECTS and head.head > preposition.index  # ", prosecutors in Catania announced"
    for token in () if inside else reversed(tokens[scene.sentence.first : preposition.index]):
        if token.text in {";", ":"}:
            return None
        if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in {"aux", "auxpass"}):
            return token
    verb = next((t for t in tokens[preposition.index + 1 : scene.sentence.last] if t.pos == "VERB"), None)
    takes = verb is not None and is_deal(verb) and not has_mark(verb, "gained")
    return verb if takes or (verb and _end_by(scene, verb) == "found") else None


def _end_by(scene: Scene, verb: Token) -> str:
    """Return which end a place is where something is done to a cargo."""
    row = phrasal(scene.parse, verb) or movement_rows().get((verb.lemma, "verb"))
    frame = row[2] if row else ""
    if verb.lemma == "cross" or verb.text.lower() in word_class("stopping_on_way"):
        return "via"
    if leaves_behind(scene.parse, verb):
        return OF_FRAMES["sell"]
    if frame in {"find", "sell"}:
        return OF_FRAMES[frame]
    if verb_has_mark(scene.parse, verb, "gained") and not children(scene.parse, verb.index, "neg", "prt"):
        return "origin"
    return "found" if has_mark(verb, "come to light") else OF_FRAMES.get(frame, "")
