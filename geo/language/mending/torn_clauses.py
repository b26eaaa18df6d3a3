"""Clauses behind an "and" that parsers part from those before, or take for a noun and what describes it.

Of "two were killed and three others were hurt in a raid, police said" they make two things said that have nothing to
do with each other, of "soldiers killed two students and police held 30" students who held 30, and of "another six
suffered burns" six burns.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import AS_IT_IS, Hung, Remade, mending, place_of, remaking
from geo.model import Token
from geo.syntax.tags import NOMINALS, NOUN_SUBJECTS, PAST

SUFFERED = {"suffered": "suffer", "sustained": "sustain", "received": "receive", "incurred": "incur"}
# Who may be many without a number.
COUNTLESS = frozenset({"several", "many", "others", "some", "scores", "dozens"})
NUMBER = 4  # words before a number and in it
CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "appos"})


@mending
def with_joined_clauses(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return such a clause as joined to the one before its "and"."""
    if verb.dep in {"acl", "conj"} and verb.tag in PAST:
        return _with_own_subject(tokens, verb) or _quoted(tokens, verb) or _of_infinitive(tokens, verb)
    return _said_with(tokens, verb) if verb.dep == "ccomp" and verb.head > verb.index else {}


def _with_own_subject(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a verb with an object as that of the noun between an "and" and it: no participle has one."""
    who = tokens[verb.index - 1]
    own = {tokens[i].dep for i in verb.children}
    if "dobj" not in own or own & NOUN_SUBJECTS or who.dep != "conj" or who.pos not in NOMINALS:
        return {}
    above = tokens[who.head]
    while above.pos != "VERB" and above.head != above.index:
        above = tokens[above.head]
    joined = above.pos == "VERB" and verb.head in {who.index, who.head, above.index}
    return {verb.index: ("conj", above.index), who.index: ("nsubj", verb.index)} if joined else {}


def _quoted(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return what opens right behind a "saying" as what was said: "quoted a colonel as saying nine had been killed"."""
    if verb.dep != "conj":
        return {}
    first = verb
    while first.children and first.children[0] < first.index:
        first = tokens[first.children[0]]
    before = tokens[first.index - 1]
    saying = tokens[before.head] if before.dep == "dobj" else before
    if saying.tag != "VBG" or saying.lemma != "say" or saying.dep != "pcomp":
        return {}
    passive = any(tokens[i].dep == "auxpass" for i in verb.children)
    own = {before.index: ("nsubjpass" if passive else "nsubj", verb.index)} if before is not saying else {}
    return {verb.index: ("ccomp", saying.index), **own}


def _of_infinitive(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a past tense as joined to the verb above an infinitive: "ordered two men to kneel and shot them"."""
    above = tokens[verb.head]
    if verb.tag != "VBD" or verb.text.lower() == verb.lemma or above.tag != "VB":
        return {}
    while above.dep in {"xcomp", "ccomp", "conj"} and above.tag == "VB" and above.head != above.index:
        above = tokens[above.head]
    return {verb.index: ("conj", above.index)} if above.tag in PAST else {}


def _said_with(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return what somebody said as joined to what he said before."""
    said = [tokens[i] for i in tokens[verb.head].children if i < verb.index and tokens[i].dep == "ccomp"]
    joins = [t for t in said[-1:] for i in t.children if t.index < i < verb.index and tokens[i].text.lower() == "and"]
    return {verb.index: ("conj", joins[0].index)} if joins else {}


@remaking
def with_bearing_verbs(tokens: Sequence[Token], verb: Token) -> Remade:
    """Return a verb between people with a number and a wound as that of a clause: "another six suffered burns"."""
    if verb.dep != "amod" or verb.text.lower() not in SUFFERED or not verb.index:
        return AS_IT_IS
    wound, who = tokens[verb.head], tokens[verb.index - 1]
    begins = any(t.text.lower() == "and" for t in tokens[max(who.index - NUMBER, 0) : who.index])
    torn = wound.dep in CLAUSES or (wound.dep == "dobj" and begins)  # "were killed, and more than 30 suffered burns"
    if not _are_counted(tokens, who) or wound.index < verb.index or not torn:
        return AS_IT_IS
    place = place_of(wound, verb)
    rest = {i: (tokens[i].dep, verb.index) for i in wound.children if i not in {verb.index, who.index}}
    before = {i: ("appos", place[1]) for i in verb.children if tokens[i].dep == "nsubj"}  # "nine of them children, and"
    own = {wound.index: ("dobj", verb.index), who.index: ("nsubj", verb.index), verb.index: place}
    told = replace(verb, pos="VERB", tag="VBD", lemma=SUFFERED[verb.text.lower()])
    return {**rest, **before, **own}, (told,)


def _are_counted(tokens: Sequence[Token], who: Token) -> bool:
    return "NUM" in {who.pos, tokens[who.index - 1].pos} or who.text.lower() in COUNTLESS
