"""Whom and what an event's words speak of as told of before: "they also burned", "another died", "the bomb"."""

from geo.incidents.what.events import Event
from geo.lexicon import word_class
from geo.model import Parse, Toll
from geo.syntax import children, is_known, is_passive, prepositional, subjects
from geo.syntax.tags import DEFINITE, SINGULAR


def is_by_known(parse: Parse, event: Event) -> bool:
    """Tell whether a verb's doers are spoken of as known: "they also burned", "the gang shot"."""
    if event.main.noun or is_passive(parse, event.main.index):
        return False
    doers = [parse.tokens[i] for i in subjects(parse, event.main.index)]
    several = (t for t in doers if t.tag == "NNS" or t.lemma in word_class("several"))
    return any(t.lemma == "they" for t in doers) or any(is_pointed_at(parse, t.index) for t in several)


def is_of_them(parse: Parse, event: Event) -> bool:
    """Tell whether those of whom it tells are some of those told of before: "five of them were left dead"."""
    some = {*event.arguments.patients, *(t.head for t in event.tolls)}
    return any(parse.tokens[i].lemma == "they" for one in some for i in prepositional(parse, one, ("of",)))


def is_of_some(parse: Parse, event: Event) -> bool:
    """Tell whether words of harm are of some of those told of before: "another died later", "the dead included"."""
    more = any("another" in {parse.tokens[t.head].lemma, *_determiners(parse, t.head)} for t in event.tolls)
    more = more or any(_is_numbered(parse, t.head) for t in event.tolls)
    more = more or any(_is_among(parse, t) for t in event.tolls)
    return event.is_result and (more or any(parse.tokens[t.index].lemma == "succumb" for t in event.triggers))


def _is_among(parse: Parse, toll: Toll) -> bool:
    """Tell whether those counted are said to be among the dead or the hurt: "the dead included two children"."""
    all_of_them = parse.tokens[toll.trigger]
    verb = parse.tokens[all_of_them.head]
    return all_of_them.dep == "nsubj" and verb.lemma == "include" and is_known(parse, toll.trigger)


def _is_numbered(parse: Parse, index: int) -> bool:
    """Tell whether a noun is the last of a row: "a seventh victim"."""
    words = (parse.tokens[index], *children(parse, index, "amod"))
    return any(t.entity == "ORDINAL" for t in words) and bool(_determiners(parse, index) & {"a", "the"})


def _determiners(parse: Parse, index: int) -> set[str]:
    return {t.lemma for t in children(parse, index, "det")}


def is_pointed_at(parse: Parse, index: int) -> bool:
    """Tell whether a noun is spoken of as known: "the priests"."""
    return bool(_determiners(parse, index) & DEFINITE)


def is_cabled(parse: Parse, index: int) -> bool:
    """Tell whether a noun may be spoken of as known in a cable, which has no articles: "RECTOR WAS PULLED FROM CAR"."""
    token = parse.tokens[index]
    capital = parse.text[token.start : token.end].isupper()
    return capital and token.tag in SINGULAR and not children(parse, index, "det", "nummod", "poss")


def known_means(parse: Parse, event: Event) -> frozenset[str]:
    """Return the nouns for weapons that are spoken of as known: "the bomb went off", "set off the charges"."""
    own = (i for t in event.triggers for i in t.tokens if t.type == "bombing" and not t.noun and i != t.index)
    return frozenset(parse.tokens[i].lemma for i in (*event.arguments.weapons, *own) if is_pointed_at(parse, i))
