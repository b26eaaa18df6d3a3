"""Who acts behind a noun or a particle: the gunmen of "gunmen failed in a bid to seize", the police of a search."""

from geo.incidents.who.arguments.owners import owners_of
from geo.incidents.who.around.antecedents import meant
from geo.lexicon import word_class
from geo.model import Parse, Trigger
from geo.syntax import children, is_passive, objects_of_preposition, prepositional, subjects
from geo.syntax.tags import NOUNS, SUPPOSES, VERBS

BELONGS = frozenset({"belong", "be", "come"})
TRIES = frozenset({"attempt", "try"})
PARTICLES = frozenset({"in", "up"})


def who_tried(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return who made an attempt to do what a verb says, nobody where it stands behind no word for one."""
    token = parse.tokens[verb]
    attempt = parse.tokens[token.head]
    if token.dep != "acl" or token.tag != "VB" or attempt.lemma not in word_class("attempt"):
        return ()
    own = tuple(t.index for t in children(parse, attempt.index, "poss"))
    own = own or prepositional(parse, attempt.index, ("by",)) or tuple(owners_of(parse, attempt.index))
    above = parse.tokens[attempt.head]
    over = parse.tokens[above.head] if above.dep == "prep" else above
    tried = over.pos in VERBS and over.lemma not in word_class("stopped") and not is_passive(parse, over.index)
    return own or (subjects(parse, over.index) if tried else ())


def torn_from_verb(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return who acts where parsers misread the verb above: "men believed to belong to the Front walked in and fired".

    So it is in "on 12 May a gang in a skiff attempted to board", where they make the skiff what was attempted.
    """
    token = parse.tokens[verb]
    belongs = any(t.lemma in BELONGS for t in children(parse, verb, "xcomp"))
    if token.lemma in SUPPOSES and belongs and not children(parse, verb, "aux", "auxpass"):
        return subjects(parse, verb)
    noun = parse.tokens[token.head]
    if token.lemma not in TRIES or token.dep != "acl" or not children(parse, verb, "xcomp"):
        return ()
    while noun.dep == "pobj" and parse.tokens[parse.tokens[noun.head].head].pos in NOUNS:
        noun = parse.tokens[parse.tokens[noun.head].head]
    return (noun.index,)


def searchers(parse: Parse, doer: int) -> tuple[int, ...]:
    """Return who searched where a search is said to have found something, as `meant` returns whom others stand for."""
    search = parse.tokens[doer].lemma in word_class("search")
    return prepositional(parse, doer, ("by",)) if search else meant(parse, doer)


def after_torn_particle(parse: Parse, trigger: Trigger) -> list[int]:
    """Return whom a verb takes where parsers hang them on its particle: "hauled in the editor"."""
    torn = (i for i in trigger.tokens[1:] if parse.tokens[i].dep == "prep" and parse.tokens[i].lemma in PARTICLES)
    return [n for i in torn for n in objects_of_preposition(parse, i)] if trigger.patient == "captive" else []
