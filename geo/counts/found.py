"""Who was found dead, as the wounds say: "was found with a bullet in his head", "with their throats cut"."""

from geo.counts.deaths import Sufferers
from geo.counts.patients import prepositional_heads, subject_heads
from geo.counts.words import Entry, has_form
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import children, is_passive

WOUNDS = frozenset({"hole", "wound"})


def found_dead(parse: Parse, token: Token, _entry: Entry) -> Sufferers:
    """Yield those who were found with what nobody lives with."""
    if not is_passive(parse, token.index):
        return
    around = (token, *(parse.tokens[i] for i in prepositional_heads(parse, token, ("in", "on", "at", "by", "near"))))
    beside = [t for each in around for t in children(parse, each.index, "prep") if t.lemma == "with"]
    if any(_is_deadly(parse, t) for t in beside):
        yield from (("killed", i) for i in subject_heads(parse, token))


def _is_deadly(parse: Parse, preposition: Token) -> bool:
    """Tell whether what follows "with" is a missile or its hole in a vital part, or a throat that is cut."""
    for noun in children(parse, preposition.index, "pobj"):
        pierced = has_form(noun, "missile") or noun.lemma in WOUNDS
        parts = (parse.tokens[i].lemma for i in prepositional_heads(parse, noun, ("in", "to", "through")))
        if pierced and any(part in word_class("vital_part") for part in parts):
            return True
    cut = (t for t in children(parse, preposition.index, "pcomp") if has_form(t, "claimer"))
    return any(noun.lemma == "throat" for t in cut for noun in children(parse, t.index, "nsubj", "nsubjpass"))
