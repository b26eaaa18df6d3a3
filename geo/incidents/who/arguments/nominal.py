"""A noun for a deed -> who did it and whom or what it befell: "an attack by rebels on the town hall"."""

from geo.incidents.speech import is_saying
from geo.incidents.who.arguments.apart import after_setting, between, clauses_on, of_joined, right_after, said_of
from geo.incidents.who.arguments.lending import by_light_verb, lending_verbs
from geo.incidents.who.arguments.owners import owners_of
from geo.incidents.who.nouns.ability import STAND_INS
from geo.incidents.who.nouns.kinds import FIGHTERS, kind_of
from geo.incidents.who.nouns.listing import members
from geo.lexicon import word_class
from geo.model import HARMED, Parse, Token, Trigger
from geo.syntax import children, conjuncts, direct_objects, prepositional
from geo.syntax.tags import TIMES

HARMS = frozenset({"kill", "wound", "injure"})
NOUN_PATIENT_PREPOSITIONS = ("on", "at", "against", "upon", "of", "near")
FIGHT_PREPOSITIONS = ("on", "against", "upon", "of", "with", "between")  # who fights "at Tessit" is not Tessit
PERSON_PREPOSITIONS = ("of", "against", "on", "upon")  # "the murder at the airport" is not the airport's
COMMITS = frozenset({"perpetrate", "commit", "stage", "mount", "conduct"})


def of_noun(parse: Parse, trigger: Trigger) -> tuple[list[int], list[int]]:
    """Return the heads of who did what a noun tells, and of whom or what it befell."""
    noun = trigger.index
    owners = [t.index for t in children(parse, noun, "poss")]
    befell = trigger.patient in HARMED and not prepositional(parse, noun, ("of",))
    doers = [] if befell else owners
    doers += prepositional(parse, noun, ("by",)) or right_after(parse, noun, ("by",))
    done_by, done_to = _done_by(parse, noun)
    doers += done_by
    own = owners_of(parse, noun, named=bool(doers))
    doers += own
    towards: tuple[str, ...] = FIGHT_PREPOSITIONS if trigger.type == "battle" else NOUN_PATIENT_PREPOSITIONS
    towards = PERSON_PREPOSITIONS if trigger.patient in HARMED else towards
    behind = prepositional(parse, noun, towards) or of_joined(parse, noun, towards)
    behind = tuple(i for i in behind if parse.tokens[i].entity not in TIMES)  # "the ambush of 28 February"
    towards_whom = [i for n in behind for i in members(parse, n) if not _is_means(parse, trigger, n)]
    sufferers = [*(owners if befell else []), *towards_whom, *done_to, *said_of(parse, noun)]
    for verb in children(parse, noun, "acl", "relcl"):
        if verb.lemma in word_class("aims_at"):
            sufferers += direct_objects(parse, verb.index)
            sufferers += prepositional(parse, verb.index, ("at", "against"))
    if trigger.type == "battle":  # "fighting raged between the army and rebels"
        above = parse.tokens[parse.tokens[noun].head]
        sides = prepositional(parse, above.index, ("between", "with")) if above.pos == "VERB" else ()
        sides = sides or between(parse, noun)
        sufferers += [i for i in sides if parse.tokens[i].dep == "conj" or kind_of(parse, i) in FIGHTERS]
    if trigger.type == "effect":  # "rebel losses" are none of the rebels' deeds, nor "one body by the wire" its
        doers, sufferers = [i for i in doers if i not in own and kind_of(parse, i) != "unknown"], [*own, *sufferers]
    more_doers, more_sufferers = by_light_verb(parse, noun)
    return doers + more_doers, [*sufferers, *more_sufferers, *after_setting(parse, trigger)]


def _is_means(parse: Parse, trigger: Trigger, noun: int) -> bool:
    """Tell whether a noun says with what a fight was fought, or what came of it, and not with whom.

    "Fighting with air support", "clashes with nine people killed", but not "clashes with strikers".
    """
    token = parse.tokens[noun]
    if trigger.type != "battle" or parse.tokens[token.head].lemma != "with":
        return False
    harmed = any(t.lemma in HARMS for t in children(parse, noun, "acl"))
    return harmed or (token.tag == "NN" and kind_of(parse, noun) == "unknown")


def _done_by(parse: Parse, noun: int) -> tuple[list[int], list[int]]:
    """Return who did a deed, and to whom, by a clause on it: "an attack staged by rebels on the town hall"."""
    doers: list[int] = []
    sufferers: list[int] = []
    for verb in clauses_on(parse, noun, _is_of_deed):
        if verb.lemma in word_class("tells_of") or is_saying(verb):
            continue
        by = list(prepositional(parse, verb.index, ("by",)))
        if lending_verbs().get(verb.lemma) == "doer":
            own = (t for t in children(parse, verb.index, "nsubj") if t.tag not in STAND_INS)
            by += [i for t in own for i in conjuncts(parse, t.index)]
        doers += by
        if by:
            hung = (i for n in by for i in prepositional(parse, n, ("on", "against")))  # not "men on its payroll"
            sufferers += prepositional(parse, verb.index, ("on", "against"))
            sufferers += [i for i in hung if kind_of(parse, i) != "unknown"]
    return doers, sufferers


def _is_of_deed(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says of nothing but a deed that somebody did it."""
    return verb.lemma in COMMITS or (verb.lemma == "carry" and bool(children(parse, verb.index, "prt")))
