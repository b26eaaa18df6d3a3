"""A part in a deed that somebody denies: who "had nothing to do with the raid" does not deny that there was one."""

from geo.denials.own import BEHIND
from geo.denials.words import PARTS, marked
from geo.model import Parse, Token
from geo.syntax import ancestors, children, is_known, is_negated
from geo.syntax.tags import VERBS

SHARES = PARTS | BEHIND | {"link", "connection", "guilt", "involve", "participate", "participant"}
DISOWNS = frozenset({"disown", "disavow", "distance", "dissociate", "disassociate"})
DOES = frozenset({"carry", "conduct", "commit", "order", "stage", "mount", "perpetrate", "plan", "organise"})
LINKS = frozenset({"pobj", "pcomp", "prep", "dobj", "conj", "compound", "acomp", "relcl", "acl", "attr"})


def share_in(parse: Parse, deed: int) -> Token | None:
    """Return the word for somebody's part in a deed, None where the words speak of the deed itself.

    It is "role" of "had no role in the attack", "nothing" of "had nothing to do with it", "involve" of "was not
    involved in it", and "carry" of "denied carrying out the attack", which takes it as known.
    """
    below = parse.tokens[deed]
    known = is_known(parse, deed)
    for above in () if below.pos == "VERB" else ancestors(parse, deed):
        if below.dep not in LINKS:
            break
        found = _share(parse, above, known=known)
        if found is not None or above.pos in VERBS:
            return found
        below = above
    return None


def _share(parse: Parse, word: Token, *, known: bool) -> Token | None:
    """Return the word for a part in a known or new deed: a word above it, or what stands beside it."""
    if word.lemma in SHARES | DISOWNS or (known and word.lemma in DOES):
        return word
    nothing = parse.tokens[word.head]
    if word.lemma == "do" and nothing.lemma == "nothing":
        return nothing
    beside = children(parse, word.index, "dobj") if word.pos in VERBS else ()
    return next((t for t in beside if t.lemma in SHARES), None)


def is_disowned(parse: Parse, share: Token) -> bool:
    """Tell whether the words say that there was no such part: "no role", "nothing to do with", "was not involved"."""
    above = parse.tokens[share.head]
    nobody = any(t.lemma == "none" for t in children(parse, share.index, "nsubj", "nsubjpass"))
    plain = share.lemma == "nothing" or share.lemma in DISOWNS or nobody
    return plain or is_negated(parse, share.index) or (above.lemma == "be" and is_negated(parse, above.index))


def is_rebutted(parse: Parse, word: Token) -> bool:
    """Tell whether a word of blame is denied: "its soldiers were not involved", "denied that they were"."""
    while word.dep in {"acomp", "attr", "prep", "pobj", "dobj"}:
        word = parse.tokens[word.head]
    above = parse.tokens[word.head]
    denied = word.dep in {"ccomp", "xcomp", "pcomp"} and above.lemma in marked("rebuts")
    return is_negated(parse, (above if denied else word).index) != denied
