"""What a side answers without a word of denial: "no soldier set foot there", "our guns were elsewhere", "they did it".

All of it may be said by anybody of anything. It denies what was told only where that was said to be the speaker's own
side's deed, which `merge` finds out.
"""

from collections.abc import Callable
from functools import cache

from geo.denials.others_did import OURS, REFLEXIVE, harms, others_did
from geo.denials.own import FIRES, is_own_force, pobjs
from geo.denials.words import OWN_POSSESSIVES, PARTS, forces, marked
from geo.lexicon import load_words, word_class
from geo.lexicon.shared import demonyms, nouns_of, weapons
from geo.lexicon.triggers import trigger_rows
from geo.model import Parse, Token
from geo.syntax import children, has_no, is_negated, is_not_one, is_passive, prepositional, subjects
from geo.syntax.tags import NOBODY, PLACES, TIMES, UNSAID

SELF = frozenset({"we", "i", "it", "they", "he", "she"})
HAVE = frozenset({"have", "possess", "keep", "maintain", "station", "deploy", "own"})
STAYS = frozenset({"be", "remain", "stay", "sit", "lie", "sleep"})
LEAVES = frozenset({"withdraw", "recall", "confine", "evacuate", "disband", "demobilise", "demobilize", "return"})
WHERE = ("in", "at", "near", "to", "inside", "around", "within")
SPOTS = frozenset({"village", "town", "city", "camp", "area", "district", "place", "scene", "neighbourhood", "zone"})
SOME = frozenset({"one", "none", "any", "neither"})
MANNERS = frozenset({"else", "only"})
MISHAPS = frozenset({"fall", "jump", "slip", "trip", "drown", "hang", "collapse", "suffocate", "leap"})


def is_retort(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause of what somebody says may be his side's answer to what it is said to have done.

    Parameters
    ----------
    parse
        The text.
    clause
        The clause's verb.
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
    parse
        The text.
    clause
        The verb of one.
    """
    own = (*_doers(parse, clause), *(t for t in children(parse, clause.index, "attr")))
    ours = any(t.lemma in OURS or is_own_force(parse, t) or _is_named_none(parse, t) for t in own)
    return ours and (_did_not(parse, clause) or (clause.lemma == "be" and others_did(parse, clause)))


def _did_not(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of a deed that its speaker's side did not do: "no soldier has ever set foot there"."""
    if children(parse, clause.index, "expl"):  # "there had been no shooting by troops", "there was no unit there"
        absent = [t for t in children(parse, clause.index, "attr") if has_no(parse, t.index)]
        return any(t.lemma in _deeds_told() | forces() | {"unit"} for t in absent)
    who, done = _doers(parse, clause), _what(parse, clause)
    fired = (t for t in done if clause.lemma in FIRES and is_passive(parse, clause.index) and _is_without(parse, t))
    if any(t.lemma in weapons() or t.lemma in word_class("fired") for t in fired):
        return True  # "no mortars had been fired"
    none = is_negated(parse, clause.index) or any(_is_without(parse, t) for t in (*who, *done)) or _never(parse, clause)
    if not none or not any(_is_of_side(parse, t) for t in who):
        return False
    if clause.lemma in HAVE:  # "we do not possess a single man across that border"
        ours = any(t.lemma not in {"he", "she", "they"} for t in who)
        armed = (t for t in done if t.lemma in forces() | weapons().keys())
        spare = all(children(parse, t.index, "acl", "relcl") for t in armed)  # "no guns to spare"
        return (ours and not spare) or _is_deed(clause, done)
    first = any(t.lemma == "first" for t in children(parse, clause.index, "advmod"))  # "did not fire first"
    return _is_deed(clause, done) and not first


def _is_deed(clause: Token, done: tuple[Token, ...]) -> bool:
    """Tell whether a verb is of what armed people do, by itself or with its object: not "takes no orders"."""
    if clause.lemma in _acts():
        return not any(t.lemma in word_class("taken_idly") | PARTS for t in done)
    left = clause.lemma == "leave" and any(t.lemma in word_class("elsewhere") for t in done)  # "had not left base"
    return left or any(f"{clause.lemma} {t.lemma}" in marked("deed") for t in done)


@cache
def _deeds_told() -> frozenset[str]:
    """Return the nouns for deeds, fights among them: "offensive"."""
    return frozenset(phrase for phrase, pos, kind, *_ in trigger_rows() if pos == "noun" and kind != "protest")


def _doers(parse: Parse, clause: Token) -> tuple[Token, ...]:
    """Return who does what a clause says: its subject, or its agent in the passive."""
    by = prepositional(parse, clause.index, ("by",))
    who = by if is_passive(parse, clause.index) else subjects(parse, clause.index)
    some = (i for one in who if parse.tokens[one].lemma in SOME for i in prepositional(parse, one, ("of",)))
    return tuple(parse.tokens[i] for i in (*who, *some))  # "not one of his batteries"


def _what(parse: Parse, clause: Token) -> tuple[Token, ...]:
    return children(parse, clause.index, "nsubjpass" if is_passive(parse, clause.index) else "dobj")


def _never(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is denied by what hangs on it: "at no time", "on no occasion"."""
    return any(has_no(parse, t.index) for t in pobjs(parse, clause))


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
    return named and _is_without(parse, noun)


def _is_own_force(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is for a speaker's own people or arms: "our crews", "his men", "the patrol"."""
    ours = any(t.lemma in {"our", "my"} for t in children(parse, noun.index, "poss"))
    return ours or is_own_force(parse, noun) or noun.lemma in forces()


def _was_elsewhere(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of its speaker's side at another place: "our guns were 30 km away", "was in bed"."""
    who = tuple(parse.tokens[i] for i in subjects(parse, clause.index))
    if not any(t.lemma in SELF or _is_own_force(parse, t) for t in who):
        return False
    if clause.lemma in LEAVES:
        return any(t.text.lower() == "had" for t in children(parse, clause.index, "aux"))
    if is_negated(parse, clause.index):
        return clause.lemma == "be" and _is_somewhere(parse, clause)
    if clause.lemma not in STAYS:
        return False
    below = children(parse, clause.index, "advmod", "acomp", "prep", "npadvmod", "attr")
    if any(t.lemma in word_class("elsewhere") for t in (*below, *pobjs(parse, clause))):
        return not any(_is_towards(parse, t) for t in (clause, *below))
    there = any(t.entity in PLACES for p in below if p.lemma in {"in", "at"} for t in children(parse, p.index, "pobj"))
    then = any(t.entity in TIMES or t.lemma == "time" for t in (*below, *pobjs(parse, clause)))
    return there and then and clause.lemma == "be"


def _is_somewhere(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of having been at a place: "were not in Bouar", not "are no longer in the city"."""
    past = clause.tag == "VBD" or any(t.lemma == "have" for t in children(parse, clause.index, "aux"))
    longer = any(t.lemma == "long" for t in children(parse, clause.index, "advmod"))
    where = [parse.tokens[i] for i in prepositional(parse, clause.index, WHERE)]
    there = any(t.lemma == "there" for t in children(parse, clause.index, "advmod"))
    placed = there or any(t.pos == "PROPN" or t.lemma in SPOTS for t in where)
    return past and placed and not longer


def _is_towards(parse: Parse, word: Token) -> bool:
    """Tell whether a distance is one to a named place, which may be what a side is taking: "10 km from Goma"."""
    return any(parse.tokens[i].entity in PLACES for i in prepositional(parse, word.index, ("from", "of")))


def _used_only(parse: Parse, clause: Token) -> bool:
    """Tell whether nothing deadly is said to have been used: "used tear gas and nothing else"."""
    words = parse.sentence_tokens(parse.sentences[clause.sentence])
    harmless = any(t.lemma in word_class("harmless") for t in words)
    only = any(t.lemma in MANNERS for t in words)
    return clause.lemma in {"use", "fire"} and harmless and only


def _met_with_mishap(parse: Parse, clause: Token) -> bool:
    """Tell whether a known victim is said to have come to harm by himself: "the youth fell off a wall"."""
    who = tuple(parse.tokens[i] for i in subjects(parse, clause.index))
    known = any(t.lemma in {"he", "she"} or children(parse, t.index, "det", "poss") for t in who)
    himself = any(t.text.lower() in REFLEXIVE for t in children(parse, clause.index, "dobj"))
    suicide = any(t.lemma == "suicide" for t in children(parse, clause.index, "dobj"))
    harmed = clause.lemma in {"kill", "shoot", "hang", "stab", "poison"} and himself
    return known and not is_negated(parse, clause.index) and (clause.lemma in MISHAPS or harmed or suicide)


def _is_without(parse: Parse, noun: Token) -> bool:
    not_one = noun.lemma == "one" and bool(children(parse, noun.index, "neg"))
    return not_one or noun.lemma in NOBODY or has_no(parse, noun.index) or is_not_one(parse, noun.index)


WAYS: tuple[Callable[[Parse, Token], bool], ...] = (
    _did_not,
    _was_elsewhere,
    others_did,
    _used_only,
    _met_with_mishap,
)
