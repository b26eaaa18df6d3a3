"""Words by which doers own up to what was told without naming it: "claimed responsibility", "said it was its work"."""

from geo.incidents.speech import speakers
from geo.incidents.who.charges.callers import bodies, in_whose_name
from geo.incidents.who.charges.laid import Laid, Lays, fighters, holders, laid_on
from geo.model import Parse, Token
from geo.syntax import after_particle, agents, children, is_negated, is_passive, prepositional, subjects
from geo.syntax.tags import NOUNS, OBJECTS

OWNED = frozenset({"responsibility", "credit", "deed", "blame"})
CLAIM = frozenset({"claim"})
PAPERS = ("leaflet", "pamphlet", "flyer", "handbill", "slogan", "graffito", "graffiti")
FOUND = frozenset({"find", "leave", "scatter", "discover", "paint", "strew", "drop", "recover"})
DEEDS = frozenset({"crime", "deed", "act", "action", "incident", "outrage", "atrocity", "operation"})
IT = frozenset({"it", "this", "that", "them", "these", "both"})
PRONOUN_TAGS = frozenset({"PRP", "DT"})  # "for it", "for this"


def _owned(parse: Parse, verb: Token) -> Laid | None:
    """Read "the group claimed responsibility", "took credit for it" and "laid claim to it"."""
    nouns, link = (CLAIM, "to") if verb.lemma == "lay" else (OWNED, "for")
    noun = next((t for t in children(parse, verb.index, "dobj", "nsubjpass") if t.lemma in nouns), None)
    if noun is None:
        return None
    doers = agents(parse, verb.index)
    if noun.lemma == "blame":  # mayors take it, too, and for other things
        doers = fighters(parse, doers)
    papers = [i for i in doers if parse.tokens[i].lemma in PAPERS]
    signers = [i for n in papers for i in _signers(parse, parse.tokens[n])]
    if papers and not signers:  # "leaflets claimed the deed for the Front"
        signers = [i for n in (noun.index, verb.index) for i in bodies(parse, prepositional(parse, n, ("for",)))]
    if not signers and not is_of_known(parse, noun.index, verb.index, link):
        return None
    return laid_on(parse, noun, tuple(signers) or for_whom(parse, doers, verb, noun), doers, "claimed")


def for_whom(parse: Parse, speakers: tuple[int, ...], verb: Token, noun: Token) -> tuple[int, ...]:
    """Return in whose name speakers own up: the Front of "a caller for the Front", "in the name of the Front".

    Parameters
    ----------
    parse, speakers
        The text, and the token indices of the nouns for who says so.
    verb, noun
        The words by which they do.
    """
    named = in_whose_name(parse, speakers, verb, noun)
    return named or tuple(i for i in speakers if parse.tokens[i].pos in NOUNS)


def _worked(parse: Parse, work: Token) -> Laid | None:
    """Read "this is the work of rebels" and "it was the work of rebels"."""
    verb = parse.tokens[work.head]
    what = children(parse, verb.index, "nsubj")
    if work.dep != "attr" or verb.lemma != "be" or is_negated(parse, verb.index):
        return None
    if not any(t.tag in PRONOUN_TAGS for t in what):
        return None
    return laid_on(
        parse, work, bodies(parse, prepositional(parse, work.index, ("of",))), speakers(parse, verb.index), "accused"
    )


def _theirs(parse: Parse, ours: Token) -> Laid | None:
    """Read "the Front says it was theirs"."""
    verb = parse.tokens[ours.head]
    it = any(t.tag in PRONOUN_TAGS for t in children(parse, verb.index, "nsubj"))
    if ours.dep not in {"attr", "acomp"} or not it or is_negated(parse, verb.index):
        return None
    by = speakers(parse, verb.index)
    return laid_on(parse, ours, fighters(parse, by), by, "claimed")


def _left(parse: Parse, paper: Token) -> Laid | None:
    """Read "leaflets of the Front were found nearby" and "left leaflets signed by the Front"."""
    verb = parse.tokens[paper.head]
    if paper.dep not in OBJECTS or verb.lemma not in FOUND:
        return None
    return laid_on(parse, verb, _signers(parse, paper), (), "possible", though_unsure=True)


def _claimed(parse: Parse, verb: Token) -> Laid | None:
    """Read "the Front claimed it in a communique"."""
    objects = children(parse, verb.index, "dobj")
    others = children(parse, verb.index, "ccomp", "xcomp", "oprd")
    known = any(t.text.lower() in IT or is_known_deed(parse, t) for t in objects)
    if is_passive(parse, verb.index) or others or not known:
        return None
    doers = holders(parse, subjects(parse, verb.index))
    return laid_on(parse, verb, doers, doers, "claimed")


def to_whom(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return the nouns after "to", which parsers hang on a particle as well: "owned up to it", "down to the rebels"."""
    return (*prepositional(parse, verb.index, ("to",)), *after_particle(parse, verb.index, ("to",)))


def _signers(parse: Parse, paper: Token) -> tuple[int, ...]:
    """Return whose a paper is: "Front leaflets", "leaflets of the Front", "leaflets signed by the Front"."""
    signed = [i for t in children(parse, paper.index, "acl") for i in prepositional(parse, t.index, ("by", "from"))]
    before = [t.index for t in children(parse, paper.index, "compound", "poss", "nmod")]
    return bodies(parse, (*before, *prepositional(parse, paper.index, ("of", "from", "by")), *signed))


def is_of_known(parse: Parse, noun: int, verb: int, preposition: str) -> bool:
    """Tell whether it is not said for what, or only with a word for what is known: "responsibility for it".

    Parameters
    ----------
    parse, noun, verb
        The text, and the token indices of the words that own up to something.
    preposition
        That before what they own up to.
    """
    said = {*prepositional(parse, noun, (preposition,)), *prepositional(parse, verb, (preposition,))}
    return all(_is_known(parse, i) for i in said)


def _is_known(parse: Parse, index: int) -> bool:
    """Tell whether a word stands for what was told: "it", "the act", or "laying it" of a mine."""
    token = parse.tokens[index]
    done = children(parse, index, "dobj") if token.tag == "VBG" else ()
    return is_known_deed(parse, token) or token.tag in PRONOUN_TAGS or any(t.tag in PRONOUN_TAGS for t in done)


def is_known_deed(parse: Parse, token: Token) -> bool:
    """Tell whether a word stands for a deed told before: "it", "the crime"."""
    known = any(t.lemma in {"the", "this", "both"} for t in children(parse, token.index, "det"))
    return (token.tag == "PRP" and token.lemma == "it") or (token.lemma in DEEDS and known)


OWNS: dict[str, tuple[Lays, ...]] = {
    "claim": (_owned, _claimed),
    **dict.fromkeys(("take", "lay", "accept", "assert", "admit", "acknowledge", "assume"), (_owned,)),
    **dict.fromkeys(("work", "handiwork", "doing"), (_worked,)),
    **dict.fromkeys(("theirs", "ours"), (_theirs,)),
    **dict.fromkeys(PAPERS, (_left,)),
}
"""The words, and the ways in which doers own up by each."""
