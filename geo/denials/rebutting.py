"""Verbs and nouns by which what was told is rebutted: "scoffed at the charge", "a denial came from the ministry"."""

from geo.denials.words import OWN_POSSESSIVES, marked, violence
from geo.lexicon import word_class
from geo.lexicon.shared import cues_of, nouns_of
from geo.model import Parse, Token
from geo.syntax import children, is_negated, is_passive, prepositional, subjects
from geo.syntax.tags import DEFINITE, NOUN_CLAUSES, VERBS

WHERE = frozenset({"at", "in", "near", "around", "outside"})
CONTENT = frozenset({"of", "in", "about", "over", "for", "on", "regarding", "concerning", "into"})
MADE = frozenset({"make", "level", "bring", "raise", "voice", "publish", "broadcast", "air", "carry", "contain"})
ISSUES = frozenset({"issue", "make", "publish", "release", "repeat", "broadcast", "send", "offer"})


def is_of_charge(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb rebuts "this", "which", "the accusation", or the noun that its clause hangs on."""
    objects = _rebutted(parse, verb)
    if objects is None:
        return False
    if not objects and verb.dep in NOUN_CLAUSES:
        return is_bare_charge(parse, parse.tokens[verb.head], verb)
    return any(t.lemma == "which" or is_bare_charge(parse, t) for t in objects)


def _rebutted(parse: Parse, verb: Token) -> tuple[Token, ...] | None:
    """Return what a verb rebuts, by itself or with its particle, preposition and object; None if it rebuts nothing."""
    if verb.lemma in marked("rebuts"):
        return children(parse, verb.index, "nsubjpass" if is_passive(parse, verb.index) else "dobj")
    objects = children(parse, verb.index, "dobj")
    if any(f"{verb.lemma} {t.lemma}" in marked("rebuts") for t in children(parse, verb.index, "prt", "advmod")):
        return objects
    for holder, name in ((verb, verb.lemma), *((t, f"{verb.lemma} {t.lemma}") for t in objects)):
        for preposition in children(parse, holder.index, "prep"):
            if f"{name} {preposition.lemma}" in marked("rebuts"):
                return children(parse, preposition.index, "pobj")
    return _beside_its_object(parse, verb, objects)


def _beside_its_object(parse: Parse, verb: Token, objects: tuple[Token, ...]) -> tuple[Token, ...] | None:
    """Return the claim of "poured scorn on the claim", where the preposition hangs on the verb."""
    names = {f"{verb.lemma} {t.lemma} {p.lemma}": p for t in objects for p in children(parse, verb.index, "prep")}
    found = next((p for name, p in names.items() if name in marked("rebuts")), None)
    return None if found is None else children(parse, found.index, "pobj")


def is_bare_charge(parse: Parse, noun: Token, beside: Token | None = None) -> bool:
    """Tell whether a noun means what was told before and does not say itself what: "the accusation", "any part in it".

    Parameters
    ----------
    parse, noun
        The text, and any noun.
    beside
        A verb below it that is no part of what it says.
    """
    such = any(t.lemma == "such" for t in children(parse, noun.index, "amod", "predet"))  # "any such traffic"
    if noun.lemma not in marked("charge") and not such:
        return False
    below = [t for t in children(parse, noun.index, "prep", "acl", "relcl") if t is not beside]
    return all(_says_nothing(parse, t) for t in below)


def is_charge(noun: Token) -> bool:
    """Tell whether a noun is for what may be said of others, or for a part in it: "accusation", "involvement"."""
    return noun.lemma in marked("charge")


def _says_nothing(parse: Parse, word: Token) -> bool:
    """Tell whether a word below a charge leaves open what it is: "by the mayor", "in the affair", "levelled at it"."""
    if word.dep != "prep":
        return word.lemma in MADE
    nouns = children(parse, word.index, "pobj")
    others = parse.tokens[word.head].lemma in word_class("words_of_others")
    told = others and word.lemma == "of"  # "the claims of the rebels"
    known = all(is_known_matter(parse, t) or (told and _speaks(t)) for t in nouns)
    return word.lemma not in CONTENT or (bool(nouns) and known)


def _speaks(noun: Token) -> bool:
    """Tell whether a noun is for people or a body that may have told something: "the witnesses", "Radio Kampala"."""
    people = nouns_of("person", "civilians", "group", "state_force", "government")
    return noun.pos == "PROPN" or noun.lemma in people | cues_of("outlet")


def is_known_matter(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun means what was told without naming it: "it", "the affair", "the events at Langadu"."""
    if noun.tag in {"PRP", "DT"} or any(t.lemma in {"that", "those"} for t in children(parse, noun.index, "det")):
        return True
    pointed = any(t.lemma in DEFINITE or t.tag == "PRP$" for t in children(parse, noun.index, "det", "poss"))
    below = children(parse, noun.index, "prep", "acl", "relcl")
    deeds = noun.tag == "NNS" and noun.lemma in violence()  # "the attacks", which no one telling is of
    return (noun.lemma in marked("matter") or deeds) and pointed and all(t.lemma in WHERE for t in below)


def disputes(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb rebuts what was told of "the matter" itself: "denied the incident"."""
    return any(is_known_matter(parse, t) for t in _rebutted(parse, verb) or ())


def pleads(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb is of one's own innocence: "maintained his innocence", "pleaded not guilty"."""
    if verb.lemma not in marked("pleads"):
        return False
    own = (t for t in children(parse, verb.index, "dobj") if t.lemma == "innocence")
    guilty = (t for t in children(parse, verb.index, "acomp", "oprd", "xcomp") if t.lemma == "guilty")
    return any(t.lemma in OWN_POSSESSIVES for noun in own for t in children(parse, noun.index, "poss")) or any(
        is_negated(parse, t.index) for t in guilty
    )


def says_of_what(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun for a denial is followed by what is denied: "a denial of reports that", not "of this"."""
    return not all(_says_nothing(parse, t) for t in children(parse, noun.index, "prep", "acl", "relcl"))


def issuers(parse: Parse, noun: Token) -> tuple[int, ...]:
    """Return who denies by a noun: "a denial from the ministry", "the ministry issued a denial", "its denial"."""
    verb = parse.tokens[noun.head]
    own = tuple(t.index for t in children(parse, noun.index, "poss")) or prepositional(
        parse, noun.index, ("by", "from")
    )
    if own or verb.pos not in VERBS:
        return own
    if noun.dep == "dobj":
        return subjects(parse, verb.index) if verb.lemma in ISSUES else ()
    return prepositional(parse, verb.index, ("by", "from"))
