"""Verbs and nouns by which what was told is rebutted or called false: "scoffed at the charge", "called it a lie"."""

from geo.denials.words import OWN_POSSESSIVES, marked, violence
from geo.model import Parse, Token
from geo.syntax import children, is_negated, is_passive, prepositional, subjects, subtree
from geo.syntax.tags import DEFINITE, VERBS

WHERE = frozenset({"at", "in", "near", "around", "outside"})
TRUE = frozenset({"true", "correct", "accurate", "so"})
TRUTH = frozenset({"truth", "basis", "substance", "foundation"})
FAR = frozenset({"far", "further", "farther"})
AGED = frozenset({"old", "outdated"})
RECORDINGS = frozenset({"video", "footage", "film", "picture", "photograph", "photo", "image", "clip", "recording"})
CONTENT = frozenset({"of", "in", "about", "over", "for", "on", "regarding", "concerning", "into"})
MADE = frozenset({"make", "level", "bring", "raise", "voice", "publish", "broadcast", "air", "carry", "contain"})
ISSUES = frozenset({"issue", "make", "publish", "release", "repeat", "broadcast", "send", "offer"})


def is_of_charge(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb rebuts "this", "which", "the accusation", or the noun that its clause hangs on."""
    objects = _rebutted(parse, verb)
    if objects is None:
        return False
    if not objects and verb.dep in {"relcl", "acl"}:
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
    parse
        The text.
    noun
        Any noun.
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
    known = all(is_known_matter(parse, t) for t in nouns) and not children(parse, word.index, "pcomp")
    return word.lemma not in CONTENT or (bool(nouns) and known)


def is_known_matter(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun means what was told without naming it: "it", "the affair", "the events at Langadu"."""
    if noun.tag in {"PRP", "DT"}:
        return True
    pointed = any(t.lemma in DEFINITE or t.tag == "PRP$" for t in children(parse, noun.index, "det", "poss"))
    below = children(parse, noun.index, "prep", "acl", "relcl")
    deeds = noun.tag == "NNS" and noun.lemma in violence()  # "the attacks", which no one telling is of
    return (noun.lemma in marked("matter") or deeds) and pointed and all(_is_where(parse, t) for t in below)


def _is_where(parse: Parse, word: Token) -> bool:
    """Tell whether a word below a matter says only where it was: "the events at Birao"."""
    return word.lemma in WHERE and all(t.pos == "PROPN" for t in children(parse, word.index, "pobj"))


def disputes(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb rebuts what was told of "the matter" itself: "denied the incident"."""
    return any(is_known_matter(parse, t) and t.lemma != "any" for t in _rebutted(parse, verb) or ())


def calls_false(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says of what was told just before that it is false: "the army says the video is fake"."""
    if verb.lemma not in marked("says"):
        return False
    return any(is_untrue(parse, c) for c in children(parse, verb.index, "ccomp"))


def is_untrue(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says that what was told just before is false: "that is a lie", "no truth in the report".

    Parameters
    ----------
    parse
        The text.
    clause
        Its verb.
    """
    return _is_false(parse, clause) or _has_no_truth(parse, clause) or _is_far_from_truth(parse, clause)


def _is_false(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says that what was told is false: "the video is fake", "this was not true"."""
    told = [t for t in children(parse, clause.index, "nsubj", "nsubjpass") if is_bare_charge(parse, t)]
    called = {t.lemma for t in children(parse, clause.index, "acomp", "attr")}
    words = TRUE if is_negated(parse, clause.index) else marked("false")
    aged = not words & TRUE and bool(called & AGED) and any(t.lemma in RECORDINGS for t in told)
    if is_passive(parse, clause.index):  # "the footage was doctored"
        return bool(told) and words is not TRUE and not {clause.lemma, clause.text.lower()}.isdisjoint(words)
    return clause.lemma == "be" and bool(told) and (aged or bool(called & words))


def _is_far_from_truth(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of how far from the truth something is: "nothing could be further from the truth"."""
    words = [parse.tokens[i].lemma for i in subtree(parse, clause.index)]
    return clause.lemma == "be" and "truth" in words and "from" in words and not FAR.isdisjoint(words)


def _has_no_truth(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says that there is nothing in what was told: "there was no truth in the report"."""
    nouns = children(parse, clause.index, "attr", "nsubj", "dobj")
    no = is_negated(parse, clause.index)  # "there is not a shred of truth in it"
    truths = [t for t in nouns if _is_truth(parse, t) and (no or is_negated(parse, t.index))]
    truths += [parse.tokens[i] for t in truths for i in prepositional(parse, t.index, ("of",))]
    holders = [i for t in (*truths, clause) for i in prepositional(parse, t.index, ("in", "to", "for", "behind"))]
    return bool(truths) and any(is_bare_charge(parse, parse.tokens[i]) for i in holders)


def _is_truth(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is for the truth or some of it: "truth", "iota of truth"."""
    return noun.lemma in TRUTH or any(parse.tokens[i].lemma in TRUTH for i in prepositional(parse, noun.index, ("of",)))


def names_false(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb gives what was told a name that means it is false: "called the account a fabrication"."""
    if verb.lemma not in marked("names"):
        return False
    told = [t for t in children(parse, verb.index, "dobj", "nsubj", "nsubjpass") if t.lemma in marked("charge")]
    told = told or _before_its_name(parse, verb)
    bare = any(not children(parse, t.index, "acl", "relcl") for t in told)
    return bare and any(parse.tokens[i].lemma in marked("false") for i in subtree(parse, verb.index) if i > verb.index)


def _before_its_name(parse: Parse, verb: Token) -> list[Token]:
    """Return the charge of "called the charge rebel propaganda", "called it a lie", read as one noun."""
    names = (t.index for t in children(parse, verb.index, "dobj", "oprd", "ccomp") if t.lemma in marked("false"))
    return [t for name in names for t in parse.tokens[verb.index + 1 : name] if t.lemma in marked("charge")]


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
    """Tell whether a noun for a denial is followed by what is denied: "a denial of reports that", not "of this".

    Parameters
    ----------
    parse
        The text.
    noun
        A noun for a denial.
    """
    return not all(_says_nothing(parse, t) for t in children(parse, noun.index, "prep", "acl", "relcl"))


def issuers(parse: Parse, noun: Token) -> tuple[int, ...]:
    """Return who denies by a noun: "a denial from the ministry", "the ministry issued a denial", "its denial".

    Parameters
    ----------
    parse
        The text.
    noun
        A noun for a denial.
    """
    verb = parse.tokens[noun.head]
    own = tuple(t.index for t in children(parse, noun.index, "poss")) or prepositional(
        parse, noun.index, ("by", "from")
    )
    if own or verb.pos not in VERBS or is_negated(parse, verb.index):
        return own
    if noun.dep == "dobj":
        return subjects(parse, verb.index) if verb.lemma in ISSUES else ()
    return prepositional(parse, verb.index, ("by", "from"))
