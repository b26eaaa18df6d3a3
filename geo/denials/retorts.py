"""What a side answers without a word of denial: "no soldier set foot there", "our guns were elsewhere", "they did it".

All of it may be said by anybody of anything. It denies what was told only where that was said to be the speaker's own
side's deed, which `merge` finds out.
"""

from collections.abc import Callable
from functools import cache

from geo.denials.away import was_elsewhere, was_not_there
from geo.denials.custody import HOLDS
from geo.denials.others_did import REFLEXIVE, harms, others_did
from geo.denials.own import FIRES, HARMS, is_own_force
from geo.denials.whose import doers_of, is_of_own_arms, is_without, what_of
from geo.denials.words import OURS, OWN_POSSESSIVES, PARTS, SELF, arms, deeds, deeds_told, forces, marked
from geo.lexicon import load_words, word_class
from geo.lexicon.shared import demonyms, nouns_of
from geo.model import Parse, Token
from geo.syntax import by_prepositions, children, has_no, is_negated, is_passive, subjects
from geo.syntax.tags import NOBODY, UNSAID

HAVE = frozenset({"have", "possess", "keep", "maintain", "station", "deploy", "own"})
HELD = NOBODY | {"one", "person", "prisoner", "captive", "detainee", "hostage", "civilian"}
MANNERS = frozenset({"else", "only"})
MISHAPS = frozenset({"fall", "jump", "slip", "trip", "drown", "hang", "collapse", "suffocate", "leap"})


def is_retort(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause of what somebody says may be his side's answer to what it is said to have done.

    Parameters
    ----------
    parse, clause
        The text, and the clause's verb.
    """
    helpers = {t.text.lower() for t in children(parse, clause.index, "aux")}
    perfect = "have" in helpers  # "could not have fired"
    conditional = any(t.lemma in {"if", "unless", "whether"} for t in children(parse, clause.index, "mark"))
    if conditional or (helpers & (UNSAID | {"'ll", "may", "might"}) and not perfect):
        return False
    return any(way(parse, clause) for way in WAYS)


def is_firm(parse: Parse, clause: Token) -> bool:
    """Tell whether a retort says of its speaker's own people that they did not do it: "his boys had not set foot".

    Parameters
    ----------
    parse, clause
        The text, and the verb of one.
    """
    own = (*doers_of(parse, clause), *(t for t in children(parse, clause.index, "attr")))
    ours = any(t.lemma in OURS or is_own_force(parse, t) or _is_named_none(parse, t) for t in own)
    others = others_did(parse, clause)
    away = _did_not(parse, clause) or was_not_there(parse, clause) or (clause.lemma == "be" and others)
    return (ours and away) or (clause.lemma != "be" and others)


def holds_nobody(parse: Parse, clause: Token) -> bool:
    """Tell whether a side says that it has nobody in its hands: "we hold no one", "have nobody by those names".

    Parameters
    ----------
    parse, clause
        The text, and the clause's verb.
    """
    ours = any(_is_of_side(parse, t) or is_of_own_arms(parse, t) for t in doers_of(parse, clause))
    held = clause.lemma in HOLDS and not is_passive(parse, clause.index)
    return held and ours and any(t.lemma in HELD and is_without(parse, t) for t in what_of(parse, clause))


def unharmed(parse: Parse, clause: Token) -> frozenset[str]:
    """Return the nouns of which a clause says that none came to harm: "bridge" of "no bridge had been damaged".

    Parameters
    ----------
    parse, clause
        The text, and the clause's verb.
    """
    harms_all = clause.lemma in deeds() or clause.lemma in HARMS
    harmed = harms_all and is_passive(parse, clause.index)
    whom = children(parse, clause.index, "nsubjpass") if harmed else ()
    struck = (t for t in whom if t.lemma not in NOBODY and t.lemma not in arms())  # "no mortars had been fired"
    return frozenset(t.lemma for t in struck if is_without(parse, t))


def _is_unharmed(parse: Parse, clause: Token) -> bool:
    return bool(unharmed(parse, clause))


def _did_not(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of a deed that its speaker's side did not do: "no soldier has ever set foot there"."""
    if children(parse, clause.index, "expl"):  # "there had been no shooting by troops", "there was no unit there"
        told = children(parse, clause.index, "attr")
        absent = [t for t in told if is_without(parse, t) or _is_not_one(parse, clause, t)]
        return any(t.lemma in deeds_told() or t.lemma in forces() or t.lemma == "unit" for t in absent)
    who, done = doers_of(parse, clause), what_of(parse, clause)
    fired = (t for t in done if clause.lemma in FIRES and is_passive(parse, clause.index) and is_without(parse, t))
    if any(t.lemma in arms() for t in fired):
        return True  # "no mortars had been fired"
    none = is_negated(parse, clause.index) or any(is_without(parse, t) for t in (*who, *done)) or _never(parse, clause)
    if not none or not any(_is_of_side(parse, t) for t in who):
        return False
    if clause.lemma in HAVE:  # "we do not possess a single man across that border"
        ours = any(t.lemma not in {"he", "she", "they"} for t in who)
        return (ours and any(t.lemma in forces() for t in done)) or _is_deed(clause, done)
    first = any(t.lemma == "first" for t in children(parse, clause.index, "advmod"))  # "did not fire first"
    return _is_deed(clause, done) and not first


def _is_deed(clause: Token, done: tuple[Token, ...]) -> bool:
    """Tell whether a verb is of what armed people do, by itself or with its object: not "takes no orders"."""
    if clause.lemma in _acts():
        return not any(t.lemma in word_class("taken_idly") | PARTS for t in done)
    left = clause.lemma == "leave" and any(t.lemma in word_class("elsewhere") for t in done)  # "had not left base"
    return left or any(f"{clause.lemma} {t.lemma}" in marked("deed") for t in done)


def _never(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is denied by what hangs on it: "at no time", "fired upon nobody"."""
    return any(has_no(parse, t.index) or t.lemma in NOBODY for t in by_prepositions(parse, clause.index))


@cache
def _acts() -> frozenset[str]:
    """Return the verbs of what armed people do; to have arrested or found nobody is no answer to a charge."""
    return harms() | (marked("deed") - word_class("no_act"))


@cache
def _bodies() -> frozenset[str]:
    """Return the nouns by which a speaker means his own side: "the force", "troops"; nobody calls it "gunmen"."""
    told = forces() | nouns_of("state_force", "group") | word_class("unnamed_body")
    return told - word_class("rebel") - load_words("attackers")


def _is_of_side(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun can be for a speaker's side: "we", "his batteries", "no Thai soldier", "the force"."""
    name = noun.entity in {"NORP", "ORG", "GPE"} or has_no(parse, noun.index)
    named = (name and noun.pos == "PROPN") or noun.text.casefold().removesuffix("s") in demonyms()
    theirs = word_class("rebel") | load_words("attackers")
    none = has_no(parse, noun.index) and noun.lemma in forces() - theirs  # "no aircraft had flown"
    owned = any(t.lemma in OWN_POSSESSIVES for t in children(parse, noun.index, "poss"))
    return noun.lemma in SELF or owned or named or none or noun.lemma in _bodies()


def _is_named_none(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is for none of a people or a body, whose side so answers: "no Tajik servicemen"."""
    words = (noun, *children(parse, noun.index, "amod", "compound", "nmod"))
    named = any(t.pos == "PROPN" or t.entity in {"NORP", "ORG"} or t.text.casefold() in demonyms() for t in words)
    return named and is_without(parse, noun)


def _used_only(parse: Parse, clause: Token) -> bool:
    """Tell whether nothing deadly is said to have been used: "used tear gas and nothing else"."""
    if clause.lemma not in {"use", "fire", "carry", "bear", "have", "employ"}:
        return False
    lemmas = {t.lemma for t in parse.sentence_tokens(parse.sentences[clause.sentence])}
    return not lemmas.isdisjoint(word_class("harmless")) and not lemmas.isdisjoint(MANNERS)


def _met_with_mishap(parse: Parse, clause: Token) -> bool:
    """Tell whether a known victim is said to have come to harm by himself: "the youth fell off a wall"."""
    done = children(parse, clause.index, "dobj")
    himself = clause.lemma in {"kill", "shoot", "hang", "stab", "poison"} and any(
        t.text.lower() in REFLEXIVE for t in done
    )
    if not (clause.lemma in MISHAPS or himself or any(t.lemma == "suicide" for t in done)):
        return False
    who = (parse.tokens[i] for i in subjects(parse, clause.index))
    known = any(t.lemma in {"he", "she"} or children(parse, t.index, "det", "poss") for t in who)
    return known and not is_negated(parse, clause.index)


def _is_not_one(parse: Parse, clause: Token, noun: Token) -> bool:
    """Tell whether there was not one of something: "was not one soldier", "was not a single plane"."""
    counted = any(t.lemma in {"one", "single", "any"} for t in children(parse, noun.index, "nummod", "amod", "det"))
    return counted and is_negated(parse, clause.index)


WAYS: tuple[Callable[[Parse, Token], bool], ...] = (
    _did_not,
    was_elsewhere,
    was_not_there,
    _is_unharmed,
    holds_nobody,
    others_did,
    _used_only,
    _met_with_mishap,
)
