"""Verbs that parsers hang on a noun close by, though they say what came of something told further before.

In "a bomb hidden in a motorcycle wounded eleven" the motorcycle is wounded, in "blew himself up among men who were
queuing for bread, killing nine" the men who queue do the killing, and in "men thought to be rebels killed nine" the men
think it. In "on Sunday night a drone packed with explosives hit a house" it is the night that is packed.
"""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending, place_of, sentence_start
from geo.lexicon.shared import actors, singular
from geo.model import Token
from geo.syntax.tags import FINITE, JOINS, NOUN_CLAUSES, NOUN_SUBJECTS, NOUNS, PAST, RELATIVE_TAGS, SUPPOSES, TIMES

TRAILING = frozenset({"conj", "advcl"})
OWN = NOUN_SUBJECTS | {"mark", "advmod", "aux", "auxpass", "dobj"}
HEADS = frozenset({"ROOT", "ccomp"})
# What came of something, as a participle at its end tells it.
HARMS = frozenset({"kill", "wound", "injure", "hurt", "leave", "maim", "destroy", "damage"})
BELOW_NOUN = frozenset({"pobj", "prep", "appos", "conj", "dobj", "acl"})
# Verbs by which people come somewhere, and do not suffer it.
COMES = frozenset({"come", "arrive", "descend", "burst", "walk", "march", "ride", "fall", "swoop", "charge", "rush",
                   "cross", "land", "pour", "swarm", "barge", "go", "emerge", "appear", "advance"})  # fmt: skip
# What fights and the like do, of which "fighting with machineguns resumed" tells, and no gun.
GOES_ON = frozenset({"resume", "erupt", "break", "flare", "rage", "continue", "occur", "begin", "start", "subside"})
SAYS = frozenset({"say", "report", "tell", "add", "claim", "announce", "state", "confirm"})
BEFALLS = frozenset({"kidnap", "abduct", "snatch", "arrest", "detain", "capture", "kill", "murder", "wound", "injure"})
PLACING = frozenset({"in", "at", "near", "outside", "off"})
STOPS = frozenset({"stop", "halt"})
CARRIES = frozenset({"carry", "transport", "haul", "ferry", "bring"})
FARTHEST = 16  # tokens from what people are supposed to be to the verb that says what they did
HIGHEST = 6  # links up the tree to the verb of the clause


@mending
def with_torn_verbs(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return such a verb at the head of its sentence or on the verb of its clause."""
    past = verb.tag in PAST
    mended: Hung = {}
    if verb.dep == "acl" and past:
        mended = _heading(tokens, verb) or _of_joined(tokens, verb) or _lone(tokens, verb) or _of_people(tokens, verb)
    elif verb.dep == "relcl" and past:
        mended = _after_day(tokens, verb) or _after_clause(tokens, verb)
    elif verb.tag == "VBG":
        mended = _after_place(tokens, verb) if verb.dep == "pcomp" else _trailing(tokens, verb)
        mended = mended or _carrying(tokens, verb)
    elif verb.dep == "conj":
        mended = (_joined_above(tokens, verb) or _beside_participle(tokens, verb)) if past else {}
        listed = tokens[verb.head].dep == "relcl" and tokens[verb.index - 1].text == ","
        mended = mended or (_lone(tokens, verb) if listed else {})  # "fifty raiders, some of them on horseback, burst"
    if mended or not past:
        return mended
    return _of_supposed(tokens, verb) if verb.lemma in SUPPOSES else _seen(tokens, verb)


def _joined_above(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a verb as beside the one that it goes on from, over what parsers join it to.

    That is a participle that they take for a clause beside it ("was taken from a bus, hooded and shot") or who says so
    ("fled, she said, and killed six").
    """
    joined = tokens[verb.head]
    above = tokens[joined.head]
    if above.pos != "VERB" or above.index >= verb.index:
        return {}
    after_speaker = joined.dep == "parataxis" and joined.lemma in SAYS
    passive = any(tokens[i].dep == "auxpass" for i in above.children)
    listed = joined.dep == "advcl" and joined.tag in PAST and not any(tokens[i].dep in OWN for i in joined.children)
    return {verb.index: ("conj", above.index)} if after_speaker or (passive and listed and verb.tag == "VBN") else {}


def _beside_participle(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a participle as beside the one before it, not as what others did: "told of men taken in Gao and shot"."""
    above = tokens[verb.head]
    acts = above.tag in FINITE and any(tokens[i].dep == "nsubj" for i in above.children)
    done_to = verb.tag == "VBN" or any(tokens[i].dep == "oprd" for i in verb.children)  # "shot dead"
    bare = done_to and not any(tokens[i].dep in OWN - {"advmod"} for i in verb.children)
    said = [t for t in tokens[above.index + 1 : verb.index] if t.tag == "VBN" and t.dep == "acl"]
    return {verb.index: ("conj", said[-1].index)} if acts and bare and said else {}


def _heading(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a verb with an object as what its sentence says of the noun at its head, if all before is of that noun."""
    noun = tokens[verb.head]
    preposition = tokens[noun.head]
    participle = tokens[preposition.head]
    subject = tokens[participle.head]
    chain = noun.dep == "pobj" and participle.dep == "acl" and participle.tag == "VBN"
    if not chain or subject.dep not in HEADS or not _has_object(tokens, verb):
        return {}
    return {verb.index: place_of(subject, verb), subject.index: ("nsubj", verb.index)}


def _lone(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a past tense as what its sentence says of the noun at its head, if that has no other verb.

    In "several hundred armed youths from the hills descended on Wau" parsers make the hills those that descended; in
    "men riding a mule hurled a stone" the mule is hurled. So it is with where people came: "a band crossed and fell".
    """
    subject = tokens[tokens[verb.head].head if verb.dep == "conj" else verb.head]
    while subject.dep in BELOW_NOUN and subject.head < subject.index:
        subject = tokens[subject.head]
    goes_on = verb.lemma in GOES_ON
    # Nobody is come, or crossed.
    comes = verb.lemma in COMES and not any(tokens[i].dep == "agent" for i in verb.children)
    past = verb.tag == "VBD" or tokens[verb.head].dep == "dobj" or (comes and verb.dep == "acl")
    active = past and (goes_on or verb.lemma in COMES or _has_object(tokens, verb))
    headless = subject.dep in HEADS and (subject.pos in NOUNS or (goes_on and subject.tag == "VBG"))
    further = [i for i in subject.children if i != verb.index and tokens[i].tag in FINITE]
    if not active or not headless or any(tokens[i].dep != "conj" or i < verb.index or not comes for i in further):
        return {}
    joined: Hung = dict.fromkeys(further, ("conj", verb.index))
    return {**joined, verb.index: place_of(subject, verb), subject.index: ("nsubj", verb.index)}


def _of_people(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return what befell people as theirs, not their employer's: "two engineers of an oil firm kidnapped in May"."""
    body = tokens[verb.head]
    link = tokens[body.head]
    people = tokens[link.head]
    theirs = body.dep == "pobj" and link.dep == "prep" and _is_of(people, "person", "civilians", "state_force")
    theirs = theirs and verb.lemma in BEFALLS and body.lemma != "those" and not _is_of(body, "person")
    return {verb.index: ("acl", people.index)} if theirs else {}


def _is_of(noun: Token, *kinds: str) -> bool:
    return actors().get(singular(noun.text.lower()), ("",))[0] in kinds


def _of_joined(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return the verb of a clause that a word joins, which parsers end at its subject: "when men in a car fired at"."""
    noun = tokens[verb.head]
    preposition = tokens[noun.head]
    subject = tokens[preposition.head]
    joining = [tokens[i] for i in subject.children if i < subject.index and tokens[i].lemma in JOINS]
    torn = noun.dep == "pobj" and noun.index == verb.index - 1 and subject.dep == "advcl" and subject.pos == "NOUN"
    if not torn:
        return {}
    moved = {t.index: ("advmod", verb.index) for t in joining}
    return {**moved, verb.index: ("advcl", subject.head), subject.index: ("nsubj", verb.index)}


def _after_day(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return what stands between a day and a participle as who acts: "on Sunday night a drone packed with TNT hit"."""
    day = tokens[verb.head]
    above = tokens[tokens[day.head].head]
    own = [tokens[i] for i in verb.children if tokens[i].dep in NOUN_SUBJECTS]
    before = len(own) == 1 and own[0].index == verb.index - 1 and own[0].pos == "NOUN"
    acting = above.tag in FINITE and above.index > verb.index
    if day.entity not in TIMES or not before or not acting:
        return {}
    if any(tokens[i].dep in NOUN_SUBJECTS for i in above.children):
        return {}
    return {own[0].index: ("nsubj", above.index), verb.index: ("acl", own[0].index)}


def _after_clause(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a verb as its sentence's, where it is taken to tell of a noun of the clause before.

    So it is in "When he came to the door they shot him".
    """
    above = tokens[verb.head]
    while above.dep in {"pobj", "prep", "dobj"}:
        above = tokens[above.head]
    own = [tokens[i].tag for i in verb.children if tokens[i].dep in NOUN_SUBJECTS]
    whole = bool(own) and own[0] not in RELATIVE_TAGS and _has_object(tokens, verb)
    opening = tokens[sentence_start(tokens, verb)]
    opens = opening.head == above.index and opening.dep in {"advmod", "mark"} and opening.lemma in JOINS
    if above.dep != "ROOT" or not whole or not opens or verb.index < above.index:
        return {}
    return {verb.index: ("ROOT", verb.index), above.index: ("advcl", verb.index)}


def _after_place(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a place as what its preposition governs, and not as who acts: "stopped a car in Sadao carrying pills"."""
    link = tokens[verb.head]
    names = [i for i in verb.children if tokens[i].dep == "nsubj" and tokens[i].pos == "PROPN"]
    placed = link.lemma in PLACING and tokens[link.head].pos in {"VERB", "NOUN"} and len(names) == 1
    things = [i for i in tokens[link.head].children if tokens[i].dep == "dobj" and verb.lemma not in HARMS]
    hung = ("acl", things[0]) if things else ("advcl", link.head)
    return {names[0]: ("pobj", link.index), verb.index: hung} if placed else {}


def _carrying(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return what carries a load as the vehicle that was told of: "stopped a lorry at Moyale carrying rifles"."""
    loads = verb.dep == "advcl" and verb.lemma in CARRIES and tokens[verb.index - 1].text != ","
    below = tokens[verb.head].children if loads and tokens[verb.head].lemma in STOPS else ()
    vehicles = [i for i in below if i < verb.index and tokens[i].dep == "dobj" and _is_of(tokens[i], "vehicle")]
    return {verb.index: ("acl", vehicles[0])} if vehicles else {}


def _has_object(tokens: Sequence[Token], verb: Token) -> bool:
    return any(tokens[i].dep == "dobj" for i in verb.children)


def _trailing(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a participle after a comma as of the clause whose verb told of the deed."""
    above = tokens[verb.head]
    trails = verb.dep in TRAILING and verb.lemma in HARMS
    if not trails or above.dep not in NOUN_CLAUSES or tokens[verb.index - 1].text != ",":
        return {}
    for _ in range(HIGHEST):
        above = tokens[above.head]
        if above.pos == "VERB":
            return {verb.index: ("advcl", above.index)}
    return {}


def _of_supposed(tokens: Sequence[Token], supposed: Token) -> Hung:
    """Return the verb that a clause lacks as its head, and those who did it as its subject, not as who supposes.

    "Men thought to be rebels killed nine"; "nine died when men thought to be rebels attacked".
    """
    below = [tokens[i] for i in supposed.children]
    who = next((t for t in below if t.dep in NOUN_SUBJECTS and t.index < supposed.index), None)
    being = next((t for t in below if t.dep == "xcomp"), None)
    verb = _left_over(tokens, supposed, being) if who and being else None
    if who is None or being is None or verb is None:
        return {}
    commas = {t.index for t in below if t.text == "," and t.index < verb.index}
    aside = commas <= {who.index + 1, verb.index - 1} and supposed.index == who.index + 2  # "men, thought to be"
    under = (*below, *(tokens[i] for i in being.children))
    joining = [t for t in under if t.lemma in JOINS]
    own = [t for t in below if t.index < verb.index and t not in joining]
    if any(t.dep in {"aux", "auxpass", "mark", "cc"} for t in own) or (commas and not aside):
        return {}
    told = [tokens[i] for i in verb.children]
    passive = any(t.dep == "auxpass" for t in told)
    above = verb.head if supposed.head == verb.index else supposed.head
    head = verb.index if supposed.dep == "ROOT" else above
    hung = {t.index: (t.dep, verb.index) for t in (*joining, *below) if t in joining or t.index > verb.index}
    hung |= {t.index: ("attr", being.index) for t in told if t.dep in NOUN_SUBJECTS}
    return hung | {
        verb.index: ("advcl" if joining else supposed.dep, head),
        who.index: ("nsubjpass" if passive else "nsubj", verb.index),
        supposed.index: ("acl", who.index),
    }


def _seen(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a participle as of all whom a verb of seeing lists: "the fighting saw nine soldiers and a cook killed"."""
    noun = tokens[verb.index - 1] if verb.dep in {"acl", "advcl"} else verb
    while noun.dep == "conj":
        noun = tokens[noun.head]
    seen = noun.dep == "dobj" and tokens[noun.head].lemma == "see"
    return {verb.index: ("acl", noun.index)} if seen and noun.index != verb.head else {}


def _left_over(tokens: Sequence[Token], supposed: Token, being: Token) -> Token | None:
    """Return the past tense behind what people are supposed to be, if parsers give it no subject but who that is."""
    near = {supposed.index, being.index, supposed.head}
    behind = (tokens[i] for i in range(being.index + 1, min(being.index + FARTHEST, len(tokens))))
    verb = next((t for t in behind if t.tag in PAST and t.dep in {"ccomp", "conj", "advcl"}), None)
    torn = verb is not None and (verb.head in near or supposed.head == verb.index)
    return verb if torn else None
