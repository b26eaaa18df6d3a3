"""Words that say how sure others are: "allegedly", "suspected rebels", "may have", "rumours that"."""

from collections.abc import Iterator

from geo.attribution.falsity import called_false
from geo.attribution.said import Said, span, speaker_name
from geo.lexicon.shared import cues
from geo.model import Modality, Parse, Token
from geo.syntax import children, clause_of, has_helper, subtree
from geo.syntax.phrases import in_phrase
from geo.syntax.tags import NOUN_SUBJECTS, OBJECTS, TIMES


def qualifies(parse: Parse, token: Token, _source: str | None) -> Iterator[Said]:
    """Read "allegedly", "an estimated 30", "suspected rebels", "may have"."""
    word = token.text.lower()
    if (word, "modal") in cues() and token.dep == "aux":
        yield _over(parse, token, token.head, cues()[word, "modal"], known=_known(parse, token))
    if (word, "clause") in cues() and token.pos in {"ADV", "ADJ"} | ({"VERB"} if token.dep == "amod" else set()):
        yield _over(parse, token, _clause(parse, token.head), cues()[word, "clause"])
    if (word, "phrase") in cues() and token.dep == "amod":
        start, end = span(parse, in_phrase(parse, token.head))
        yield Said(start, end, None, token.text, cues()[word, "phrase"], token.index)


def _known(parse: Parse, modal: Token) -> frozenset[str]:
    """Return the parts of a clause that a modal leaves as they are: the raid, in "the raid may delay the talks"."""
    done = has_helper(parse, modal.head, "have")
    return frozenset() if done else NOUN_SUBJECTS


def _clause(parse: Parse, word: int) -> int:
    """Return the verb of a word's clause, or a participle itself: "seized a dhow, reportedly bound for Bosaso"."""
    token = parse.tokens[word]
    return word if token.pos == "VERB" and token.dep in {"acl", "advcl", "dep"} else clause_of(parse, word)


def _over(
    parse: Parse, token: Token, clause: int, modality: Modality | None, *, known: frozenset[str] = frozenset()
) -> Said:
    """Return a qualification of a whole clause, what it is reported by, joined to and takes as known left out."""
    own = subtree(parse, clause, frozenset({"parataxis", "ccomp"}) | known)
    start, end = span(parse, own)
    return Said(start, end, None, token.text, modality, token.index)


def rumours(parse: Parse, noun: Token, _source: str | None) -> Iterator[Said]:
    """Read "rumours that …", "the army's claim that …", "unconfirmed reports that …"; not those denied or false."""
    if (
        (noun.lemma, "rumour") not in cues()
        or noun.pos != "NOUN"
        or _is_denied(parse, noun)
        or called_false(parse, noun)
    ):
        return
    verb = parse.tokens[noun.head]
    holders = (noun, verb) if verb.lemma == "be" and noun.dep == "nsubj" else (noun,)  # "its version is that …"
    below = (c for t in holders for c in children(parse, t.index, "acl", "ccomp", "relcl"))
    clauses = [c for c in below if children(parse, c.index, "mark")]
    owner = _owner(parse, noun)
    modality = _sureness(parse, noun)
    if modality == "claimed" and not owner:
        modality = "possible"
    if clauses and (owner or modality):
        told = [i for clause in clauses for i in subtree(parse, clause.index)]
        yield Said(*span(parse, told), owner, noun.text, modality, noun.index)


def _is_denied(parse: Parse, noun: Token) -> bool:
    verb = parse.tokens[noun.head]
    return noun.dep in OBJECTS and cues().get((verb.lemma, "reports")) == "denied"


def _owner(parse: Parse, noun: Token) -> str | None:
    """Return whose a noun is: "the rebels' claim that", "the mayor renewed his charge that"."""
    owners = [t for t in children(parse, noun.index, "poss") if t.entity not in TIMES]  # "today's report that"
    own = noun.dep == "dobj" and any(t.tag == "PRP$" for t in owners)
    who = children(parse, noun.head, "nsubj") if own else owners
    names = (speaker_name(parse, owner.index) for owner in who if owner.tag != "PRP$")
    return next((name.removesuffix("'s").removesuffix("’s") for name in names if name), None)


def _sureness(parse: Parse, noun: Token) -> Modality | None:
    hedges = (cues().get((c.lemma, "phrase")) for c in children(parse, noun.index, "amod"))
    return next((hedge for hedge in hedges if hedge), cues()[noun.lemma, "rumour"])
