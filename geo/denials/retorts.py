"""What a side answers without a word of denial: "no soldier set foot there", "our guns were elsewhere", "they did it".

All of it may be said by anybody of anything. It denies what was told only where that was said to be the speaker's own
side's deed, which `merge` finds out.
"""

from collections.abc import Callable

from geo.denials.away import was_elsewhere, was_not_there
from geo.denials.others_did import harms, others_did
from geo.denials.own import is_own_force
from geo.denials.whose import HOLDS, doers_of, is_of_side, is_without, what_of
from geo.denials.words import OURS, OWN_POSSESSIVES, PARTS, arms, deeds_told, forces, marked
from geo.lexicon import word_class
from geo.lexicon.shared import demonyms
from geo.model import IncidentType, Parse, Token
from geo.syntax import by_prepositions, children, is_known, is_negated, is_passive, subjects, subtree
from geo.syntax.tags import NOBODY, PAST, PERSONAL, UNSAID

HAVE = frozenset({"have", "possess", "keep", "maintain", "station", "deploy", "own"})
HELD = NOBODY - {"nothing"} | {"one", "person", "prisoner", "captive", "detainee", "hostage", "civilian"}
HELD_IN = frozenset({"custody", "hand"})
MANNERS = frozenset({"else", "only"})
MISHAPS = frozenset({"fall", "jump", "slip", "trip", "drown", "hang", "collapse", "suffocate", "leap"})


def is_retort(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause of what somebody says may be his side's answer to what it is said to have done."""
    helpers = {t.text.lower() for t in children(parse, clause.index, "aux")}
    perfect = "have" in helpers  # "could not have fired"
    conditional = any(t.lemma in {"if", "unless", "whether"} for t in children(parse, clause.index, "mark"))
    if conditional or (helpers & (UNSAID | {"'ll", "may", "might"}) and not perfect):
        return False
    return any(way(parse, clause) for way in WAYS)


def is_firm(parse: Parse, clause: Token) -> bool:
    """Tell whether a retort says of its speaker's own people that they did not do it: "his boys had not set foot"."""
    others = others_did(parse, clause)
    if clause.lemma != "be" and others:
        return True
    ours = any(_is_plainly_ours(parse, t) for t in (*doers_of(parse, clause), *children(parse, clause.index, "attr")))
    return ours and (others or _did_not(parse, clause) or was_not_there(parse, clause))


def _is_plainly_ours(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is for the speaker's people and no others: "us", "his men", "no Tajik servicemen"."""
    words = (noun, *children(parse, noun.index, "amod", "compound", "nmod"))
    named = any(t.pos == "PROPN" or t.text.casefold() in demonyms() for t in words)
    body = noun.lemma == "it" and bool(children(parse, noun.head, "dobj"))  # "it had not flown a drone", no bomb
    return noun.lemma in OURS or body or is_own_force(parse, noun) or (named and is_without(parse, noun))


def holds_nobody(parse: Parse, clause: Token) -> bool:
    """Tell whether a side says that it has nobody in its hands: "we hold no one", "have nobody by those names"."""
    if clause.lemma not in HOLDS or is_passive(parse, clause.index):
        return False
    ours = any(is_of_side(parse, t) for t in doers_of(parse, clause))
    return ours and any(t.lemma in HELD and is_without(parse, t) for t in what_of(parse, clause))


def _were_spared(parse: Parse, clause: Token) -> bool:
    """Tell whether nobody was harmed, or those told of were not: "no one was shot", "he was never in police hands"."""
    whom = children(parse, clause.index, "nsubj", "nsubjpass")
    nobody = any(n.lemma in NOBODY for n in whom)
    if not nobody and not is_negated(parse, clause.index):
        return False
    if any(parse.tokens[i].lemma in OWN_POSSESSIVES for n in whom for i in subtree(parse, n.index)):
        return False  # of his own side
    if nobody:
        return clause.lemma in harms() - {"do"}  # "nothing had been done to protect them"
    harmed = clause.lemma in harms() and is_passive(parse, clause.index)
    return harmed or any(t.lemma in HELD_IN for t in by_prepositions(parse, clause.index))


def absent_deed(parse: Parse, clause: Token) -> IncidentType | None:
    """Return the type of a deed of which a clause says that there was none: "there had been no beheadings"."""
    there = children(parse, clause.index, "attr") if children(parse, clause.index, "expl") else ()
    return next((deeds_told()[t.lemma] for t in there if t.lemma in deeds_told() and is_without(parse, t)), None)


def unharmed(parse: Parse, clause: Token) -> frozenset[str]:
    """Return the nouns of which a clause says that none came to harm: "bridge" of "no bridge had been damaged"."""
    if clause.lemma not in harms() or not is_passive(parse, clause.index):
        return frozenset()
    by_whom = children(parse, clause.index, "agent")  # "no life was taken by the force" is of a deed
    whom = () if by_whom else children(parse, clause.index, "nsubjpass")
    struck = (t for t in whom if t.lemma not in NOBODY and t.lemma not in arms())  # "no mortars had been fired"
    return frozenset(t.lemma for t in struck if is_without(parse, t))


def _did_not(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of a deed that its speaker's side did not do: "no soldier has ever set foot there"."""
    if children(parse, clause.index, "expl"):  # "there had been no shooting by troops", "there was no unit there"
        absent = (t for t in children(parse, clause.index, "attr") if is_without(parse, t))
        return any(t.lemma in forces() for t in absent) or absent_deed(parse, clause) is not None
    done = what_of(parse, clause)
    who = doers_of(parse, clause) or tuple(t for t in done if t.lemma in arms())  # "no mortars had been fired"
    if not any(is_of_side(parse, t) for t in who):
        return False
    beside = (*who, *done, *by_prepositions(parse, clause.index))
    if not is_negated(parse, clause.index) and not any(is_without(parse, t) for t in beside):
        return False
    if clause.lemma in HAVE:  # "we do not possess a single man across that border"
        ours = any(t.lemma not in PERSONAL for t in who)
        return (ours and any(t.lemma in forces() for t in done)) or _is_deed(parse, clause, done)
    first = any(t.lemma == "first" for t in children(parse, clause.index, "advmod"))  # "did not fire first"
    return _is_deed(parse, clause, done) and not first


def _is_deed(parse: Parse, clause: Token, done: tuple[Token, ...]) -> bool:
    """Tell whether a verb is of what armed people do, by itself or with its object: not "takes no orders"."""
    if any(f"{clause.lemma} {t.lemma}" in marked("deed") for t in done):
        return True
    known = clause.lemma in harms() | marked("deed") - word_class("no_act")
    idle = not known and (_is_habit(parse, clause) or clause.lemma in word_class("no_act") | word_class("no_answer"))
    return not (idle or any(t.lemma in word_class("taken_idly") | PARTS for t in done))


def _is_habit(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of what is so at any time, by which nobody answers but for a deed: "do not control"."""
    helpers = children(parse, clause.index, "aux", "auxpass")
    return not any(t.tag in PAST or t.lemma == "have" for t in (clause, *helpers))


def _used_only(parse: Parse, clause: Token) -> bool:
    """Tell whether nothing deadly is said to have been used: "used tear gas and nothing else"."""
    if clause.lemma not in {"use", "fire", "carry", "bear", "have", "employ"}:
        return False
    lemmas = {t.lemma for t in parse.sentence_tokens(parse.sentences[clause.sentence])}
    return not lemmas.isdisjoint(word_class("harmless")) and not lemmas.isdisjoint(MANNERS)


def _met_with_mishap(parse: Parse, clause: Token) -> bool:
    """Tell whether a known victim is said to have come to harm by himself: "the youth fell off a wall"."""
    done = children(parse, clause.index, "dobj")
    if clause.lemma not in MISHAPS and all(t.lemma != "suicide" for t in done):
        return False
    who = (parse.tokens[i] for i in subjects(parse, clause.index))
    return any(t.lemma in {"he", "she"} or (is_known(parse, t.index) and t.lemma not in arms()) for t in who)


WAYS: tuple[Callable[[Parse, Token], object], ...] = (
    _did_not,
    was_elsewhere,
    was_not_there,
    unharmed,
    _were_spared,
    holds_nobody,
    others_did,
    _used_only,
    _met_with_mishap,
)
