"""A deed -> the things that words around it say were damaged: "exploded, causing damage to two shops"."""

from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import THINGS, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Token, Trigger
from geo.syntax import ancestors, children, has_no, is_negated, prepositional
from geo.syntax.tags import RELATIVE_TAGS, SUBJECTS

DAMAGE = frozenset({"damage", "destruction", "havoc"})
DAMAGING = frozenset({"bombing", "shelling", "airstrike", "attack", "raid", "battle", "arson", "riot", "effect",
                      "sabotage", "shooting"})  # fmt: skip


def damaged(parse: Parse, trigger: Trigger) -> list[int]:
    """Return the things that are said to be damaged by what a trigger tells of."""
    if trigger.type not in DAMAGING:
        return []
    sentence = parse.sentences[parse.tokens[trigger.index].sentence]
    told = (t for t in parse.sentence_tokens(sentence) if t.lemma in DAMAGE and t.pos == "NOUN")
    of_it = (t for t in told if not has_no(parse, t.index) and _is_done_by(parse, trigger.index, t))
    nouns = (i for t in of_it for at in (t.index, t.head) for i in prepositional(parse, at, ("to",)))
    return [i for i in nouns if kind_of(parse, i) in THINGS or parse.tokens[i].lemma in word_class("institution")]


def _is_done_by(parse: Parse, deed: int, damage: Token) -> bool:
    """Tell whether damage hangs on a deed, and nothing else is said to have done it: not "and a storm did damage"."""
    token = parse.tokens[deed]
    tops = {deed, token.head} if token.dep in {"nsubj", "conj"} else {deed}
    for above in ancestors(parse, damage.index):
        if is_negated(parse, above.index):
            return False
        if above.index in tops:
            return True
        own = children(parse, above.index, *SUBJECTS)
        if any(t.tag not in RELATIVE_TAGS and t.lemma not in DAMAGE and not is_weapon(parse, t.index) for t in own):
            return False
    return False


def whole(parse: Parse, sufferers: list[int]) -> list[int]:
    """Return sufferers without parts of buildings beside other things: of "the door of a bank and a roof" the bank."""
    parts = {i for i in sufferers if parse.tokens[i].lemma in word_class("building_part")}
    if not parts:
        return sufferers
    found = [n for i in sufferers for n in ((i in parts and prepositional(parse, i, ("of",))) or (i,))]
    things = any(i not in parts and kind_of(parse, i) in THINGS for i in found)
    return [i for i in found if not (things and i in parts)]
