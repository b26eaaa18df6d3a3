"""Harm that people come by or come out with: "suffered bullet wounds", "escaped with burns", "met his death"."""

from geo.counts.deaths import Sufferers
from geo.counts.patients import patients, prepositional_heads, subject_heads
from geo.counts.people import are_people, says_none
from geo.counts.words import Entry, has_form
from geo.lexicon import word_class
from geo.lexicon.shared import weapons
from geo.model import Parse, Token
from geo.syntax import children, first_joined, is_passive
from geo.syntax.tags import OBJECTS

AMOUNTS = frozenset({"degree", "variety", "kind", "type", "sort", "range", "number", "series"})
HOLDING = frozenset({"with", "for", "from"})  # "treated for burns", "suffering from wounds"


def by_wound(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield who "suffered bullet wounds", "was treated for burns" or "escaped with injuries".

    Parameters
    ----------
    parse, token
        The text, and a word for a wound.
    entry
        What the lexicon says of it.
    """
    if token.pos == "NOUN" and not says_none(parse, token.index) and not _is_saved(parse, token):
        for head in _bearers(parse, _whole(parse, token)):
            yield entry.effect, head


def _is_saved(parse: Parse, wound: Token) -> bool:
    """Tell whether a cut is one in what is paid or supplied: "pay cuts", "suffered cuts in funding"."""
    of_what = children(parse, wound.index, "compound", "nmod")
    inside = prepositional_heads(parse, wound, ("in", "to", "of"))
    flesh = all(has_form(parse.tokens[i], "body") or has_form(parse.tokens[i], "feature") for i in inside)
    return wound.lemma == "cut" and not (flesh and all(t.lemma in weapons() for t in of_what))


def by_body(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield who "suffered a broken arm" or "escaped with a fractured skull".

    Parameters
    ----------
    parse, token, entry
        As for `by_wound`; the word is for a part of the body.
    """
    if any(t.text.lower() in word_class("broken") for t in children(parse, token.index, "amod", "acl")):
        for head in _bearers(parse, token):
            yield entry.effect, head
    yield from by_feature(parse, token, entry)


def by_feature(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield who is maimed: "tore off the legs of two boys", "cut a watchman's face", "three had their hands cut off".

    Parameters
    ----------
    parse, token, entry
        As for `by_wound`; the word is for a part of the body.
    """
    verb = next((c for c in children(parse, token.index, "acl") if has_form(c, "maimer")), parse.tokens[token.head])
    note = token.dep == "nsubj" and verb.tag == "VBN"  # "his helper's leg blown off"
    suffers = token.dep in OBJECTS or verb.head == token.index or note
    if not suffers or not has_form(verb, "maimer"):
        return
    above = parse.tokens[verb.head]
    had = subject_heads(parse, above) if above.lemma == "have" else []
    own = [c.index for c in children(parse, token.index, "poss")]
    whose = had if note and had else own  # "had his ears cut off"
    around = (token, verb, *(c for c in children(parse, verb.index, "prt", "advmod")))
    of = [i for t in around for i in prepositional_heads(parse, t, ("of", "off", "from"))]
    for head in (*whose, *of):
        if are_people(parse, head):
            yield entry.effect, head


def by_missile(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield who "was hit by shrapnel" or lies "with a bullet in the leg".

    Parameters
    ----------
    parse, token, entry
        As for `by_wound`; the word is for what flies into people.
    """
    verb = parse.tokens[parse.tokens[token.head].head]
    inside = (*prepositional_heads(parse, token, ("in",)), *prepositional_heads(parse, verb, ("in",)))
    if token.dep == "pobj" and has_form(verb, "riddler"):
        yield from (("killed", i) for i in patients(parse, verb) if _is_told_alone(parse, i))
    elif token.dep == "pobj" and has_form(verb, "struck") and is_passive(parse, verb.index):
        yield from ((entry.effect, i) for i in patients(parse, verb) if _is_told_alone(parse, i))
    elif any(has_form(parse.tokens[i], "body") for i in inside):
        with_it = subject_heads(parse, verb) if parse.tokens[token.head].lemma == "with" else []
        yield from ((entry.effect, i) for i in _bearers(parse, token) or with_it)  # "swam ashore with a bullet in"


def by_end(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield who "met his death", "embraced martyrdom" or "breathed his last".

    Parameters
    ----------
    parse, token, entry
        As for `by_wound`; the word is for the end of a life.
    """
    verb = parse.tokens[token.head]
    own = children(parse, token.index, "poss")
    if own and token.dep in {"dobj", "npadvmod"} and has_form(verb, "meeter"):
        for head in subject_heads(parse, verb):
            yield entry.effect, head


def teller(parse: Parse, wound: Token) -> int | None:
    """Return the verb that says by itself that a wound was suffered: "was hit by shrapnel", not "treated for burns".

    Parameters
    ----------
    parse, wound
        The text, and a word for a wound, for a part of the body or for what flies into it.
    """
    noun = _whole(parse, wound)
    if wound.lemma == "cut":  # by itself, of money as often as of people
        return None
    verb = parse.tokens[parse.tokens[wound.head].head]
    if noun.dep == "dobj":
        return noun.head
    return verb.index if has_form(verb, "struck") or has_form(verb, "riddler") else None


def _is_told_alone(parse: Parse, head: int) -> bool:
    """Tell whether a noun is no pronoun, whose fate other words tell: "died when he was hit by shrapnel"."""
    return parse.tokens[head].tag != "PRP"


def _whole(parse: Parse, wound: Token) -> Token:
    """Return the noun that stands for a wound in its clause: the degrees of "various degrees of injury"."""
    wound = first_joined(parse, wound)
    preposition = parse.tokens[wound.head]
    amount = parse.tokens[preposition.head]
    return amount if preposition.lemma == "of" and amount.lemma in AMOUNTS else wound


def _bearers(parse: Parse, wound: Token) -> list[int]:
    """Return those who have a wound: by a verb whose object it is, or by "with", "for" or "from"."""
    above = parse.tokens[wound.head]
    if wound.dep == "dobj":
        return subject_heads(parse, above) if has_form(above, "bearer") else []
    if above.lemma not in HOLDING:
        return []
    holder = parse.tokens[above.head]
    if holder.pos in {"NOUN", "PROPN", "NUM"}:
        return [holder.index] if above.lemma == "with" else []
    if not has_form(holder, "survivor"):
        return []
    objects = [t.index for t in children(parse, holder.index, "dobj") if are_people(parse, t.index)]
    return objects or subject_heads(parse, holder)
