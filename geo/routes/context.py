"""What the words around a movement make of it: denied, planned, stopped; what it is for, whether it goes on."""

from functools import cache

from geo.lexicon import load_pairs, load_words
from geo.model import Parse, Token
from geo.routes.triggers import POINTING, Trigger, mistaken_gerund
from geo.routes.words import direction_rows, is_marked, marks
from geo.syntax import children, has_helper, is_negated, token_after
from geo.syntax.phrases import phrase_span
from geo.syntax.tags import NOBODY, NOMINALS, PRESENT

EFFECTS = frozenset({"void", "possible", "denied", "stopped", "seized", "helped", "admitted", "let"})
UPWARD = frozenset({
    "dobj", "pobj", "prep", "pcomp", "xcomp", "ccomp", "compound", "amod", "nsubjpass", "acl", "attr", "acomp",
    "agent", "oprd", "nmod",
})  # fmt: skip
UNFINISHED = frozenset({"VB", "VBG"})
# What a participle on a noun takes over from the verb above the noun: "seized rifles shipped from".
PARTICIPLE_TAKES = frozenset({"seized", "stopped"})
BLAMING = frozenset({"accuse", "suspect", "convict", "charge"})
RANKED = ("denied", "void", "possible", "admitted", "seized", "stopped")


@cache
def contexts() -> dict[str, str]:
    """Return the effects of ``movement_contexts.csv`` by word."""
    return load_pairs("movement_contexts", ("word", "effect"), effect=EFFECTS)


def effect_of(parse: Parse, trigger: Trigger) -> str:
    """Return what the words above a movement make of it: an effect of ``movement_contexts.csv``, or ""."""
    token = parse.tokens[trigger.token]
    question = parse.text[: parse.sentences[token.sentence].end].rstrip("\"'” ").endswith("?")
    found = {"void"} if question else set()
    participle = blamed = False
    while True:
        seen = _effects_at(parse, token, first=token.index == trigger.token)
        found |= seen & PARTICIPLE_TAKES if participle else seen
        blamed = blamed or token.lemma in BLAMING
        participle = participle or _is_participle(parse, token)
        if found & {"seized", "stopped"} or not _passes_up(token):
            found |= {"possible"} if "let" in found and not blamed else set()
            return next((effect for effect in RANKED if effect in found), "")
        token = parse.tokens[token.head]


def _is_participle(parse: Parse, token: Token) -> bool:
    """Tell whether a verb qualifies a noun that has a verb of its own above it: "seized rifles shipped from"."""
    return token.dep in {"acl", "amod"} and token.tag in {"VBN", "VBG"} and not mistaken_gerund(parse, token)


def _effects_at(parse: Parse, token: Token, *, first: bool) -> set[str]:
    """Return the effects of one word above the movement, of its auxiliaries and its negation."""
    after = token_after(parse, token)
    points = (token.text.lower(), after.text.lower()) in direction_rows()  # "called at Mombasa"
    own = "" if first or points else contexts().get(token.lemma, "")
    beside = {
        contexts().get(t.lemma, "") for t in children(parse, token.index, "aux", "amod", "advmod", "auxpass", "acomp")
    } & {"possible", "void"}
    if beside == {"void"} and has_helper(parse, token.index, "have"):
        beside = {"possible"}  # "would have been driven to"
    clauses = (token.index, *(t.index for t in children(parse, token.index, "advcl")))
    conditional = {"void" for i in clauses for t in children(parse, i, "mark") if t.lemma in {"if", "unless"}}
    spoilt = children(parse, token.index, "aux") and any(
        t.lemma == "before" for t in children(parse, token.index, "mark")
    )
    if spoilt and "possible" in beside:  # "seized before it could be driven to"
        conditional |= {"void"}
    nouns = children(parse, token.index, "nsubj", "nsubjpass", "dobj", "compound") if first else ()
    none = any(is_negated(parse, t.index) or t.lemma in NOBODY for t in (token, *nouns))
    negated = {"void"} if none and own not in {"stopped", "seized"} else set()
    return ({own} | beside | conditional | negated) - {""}


def _passes_up(token: Token) -> bool:
    """Tell whether what holds of a word's head also holds of the word."""
    if token.head == token.index:
        return False
    if token.dep == "conj":
        return token.tag in UNFINISHED or token.pos in NOMINALS
    return token.dep in UPWARD


def purpose_of(parse: Parse, trigger: Trigger, until: int) -> str | None:
    """Return what the cargo is moved for: a noun of ``purposes.csv`` after "for", before the token `until`.

    Parameters
    ----------
    parse, trigger, until
        The text, a word of movement, and the token at which to stop looking.
    """
    for token in parse.tokens[trigger.token + 1 : until]:
        if token.lemma == "for" and token.dep == "prep":
            for noun in children(parse, token.index, "pobj"):
                if noun.lemma in load_words("purposes"):
                    return " ".join(phrase_span(parse, noun.index).text.split())
    return None


def is_habitual(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether the words speak of what goes on or is repeated, and not of one movement."""
    token = parse.tokens[trigger.token]
    if token.lemma in POINTING:
        return False
    if is_marked(parse, token.index, "habit"):
        return True
    if trigger.noun:
        return (
            token.tag in {"NNS", "NNPS", "VBG"}
            or token.lemma in {"smuggling", "trafficking"}
            or _known_above(parse, token)
        )
    auxiliaries = {t.tag for t in children(parse, token.index, "aux", "auxpass")}
    if token.tag in PRESENT or auxiliaries & PRESENT:
        return not has_helper(parse, token.index, "have") or token.tag == "VBG"
    return _known_above(parse, token)


def _known_above(parse: Parse, token: Token) -> bool:
    """Tell whether a verb above, in the present or marked as a habit, speaks of what goes on ("known for")."""
    while token.head != token.index and (token.dep in UPWARD or token.dep in {"conj", "cc"}):
        token = parse.tokens[token.head]
        known = token.text.lower() in marks("habit")
        if token.pos == "VERB" and (known or token.tag in PRESENT):
            return known or contexts().get(token.lemma) == "helped"
    return False
