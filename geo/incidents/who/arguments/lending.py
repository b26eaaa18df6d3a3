"""Verbs that lend their subject to a noun of violence: "troops carried out a raid", "the camp came under attack"."""

from functools import cache

from geo.lexicon import load_pairs
from geo.model import Parse
from geo.syntax import children, prepositional, subjects, verb_above
from geo.syntax.tags import OBJECTS

# Verbs that lend their subject to the noun after a preposition: "came under attack", "emerged unhurt from the attack".
LENT_BY = {"come": "under", "participate": "in", "escape": "from", "emerge": "from"}


@cache
def lending_verbs() -> dict[str, str]:
    """Return the verbs that lend their subject to a noun of violence, and as what: "doer", "sufferer" or "told"."""
    return load_pairs("light_verbs", ("verb", "subject"))


def by_light_verb(parse: Parse, noun: int) -> tuple[list[int], list[int]]:
    """Return who does and who suffers what a noun says by way of its verb: "troops carried out a raid on the camp"."""
    token = parse.tokens[noun]
    verb = verb_above(parse, noun)
    lent = verb is not None and LENT_BY.get(verb.lemma) == parse.tokens[token.head].lemma
    # Of "the raid, staged by rebels, killed six" parsers make a sentence in which the raid staged something.
    torn = verb is not None and token.dep == "nsubj" and bool(children(parse, verb.index, "agent"))
    direct = lent or torn or token.dep in OBJECTS
    if verb is None or not direct or verb.lemma not in lending_verbs():
        return [], []
    passive = torn or token.dep == "nsubjpass"
    others = list(prepositional(parse, verb.index, ("by",))) if passive else list(subjects(parse, verb.index))
    others = [i for i in others if i != noun]
    against = list(prepositional(parse, verb.index, ("on", "at", "against")))
    lends = lending_verbs()[verb.lemma]
    if lends == "told":
        return [], against if passive else []
    return ([], others) if lends == "sufferer" else (others, against)


def of_setting(parse: Parse, verb: int) -> list[int]:
    """Return who carried out that in which a deed was done: "carried out a raid in which two men were killed"."""
    token = parse.tokens[verb]
    leading = [t for t in children(parse, verb, "prep") if t.lemma in {"in", "during"}]
    within = any(parse.tokens[i].tag == "WDT" for t in leading for i in t.children)
    return by_light_verb(parse, token.head)[0] if token.dep == "relcl" and within else []
