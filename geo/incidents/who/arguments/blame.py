"""A deed -> whose it is said to be, by words of blame and of owning up: "accused the army of the raid"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.denials import is_rebutted
from geo.incidents.who.arguments.apart import clauses_on
from geo.incidents.who.charges.callers import in_whose_name
from geo.incidents.who.nouns.kinds import is_armed, kind_of
from geo.lexicon import load_rows, word_class
from geo.model import Parse, Token
from geo.syntax import agents, children, conjuncts, first_joined, listed_objects, prepositional, subjects
from geo.syntax.tags import RELATIVE_TAGS, TIMES

PLACES = frozenset({"object", "subject", "laid", "bearer", "named"})
HIGHEST = 7  # links up the tree from the deed
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass"})
COPULA = frozenset({"be", "become", "remain"})
WORKS = frozenset({"work", "doing", "handiwork", "act", "deed", "job"})
HOLDS = frozenset({"hold", "find", "deem", "consider", "believe"})


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a word of the lexicon has its doer, and the prepositions that it takes."""

    who: str
    prepositions: frozenset[str]


@cache
def _words() -> dict[str, tuple[_Way, ...]]:
    found: dict[str, tuple[_Way, ...]] = {}
    for word, who, prepositions in load_rows("blame", ("word", "who", "prepositions"), who=PLACES):
        found[word] = (*found.get(word, ()), _Way(who, frozenset(prepositions.split())))
    return found


def _of_blame(parse: Parse, word: Token) -> tuple[_Way, ...]:
    """Return the ways of a word of blame by itself or with its object: "put the blame on", none for other words."""
    objects = children(parse, word.index, "dobj", "acomp", "oprd") if word.pos == "VERB" else ()
    with_object = (_words().get(f"{word.lemma} {t.lemma}", ()) for t in objects)
    return next(filter(None, with_object), _words().get(word.lemma, ()))


def blamed(parse: Parse, deed: int) -> tuple[int, ...]:
    """Return the nouns that the words above or below a deed make its doers."""
    for word, link in _above(parse, deed):
        for way in () if is_rebutted(parse, word) else _of_blame(parse, word):
            doers = tuple(i for i in _doers(parse, word, way, link, deed) if i != deed)
            if doers:
                return doers
    if (behind := behind_it(parse, deed)) is not None:
        return subjects(parse, behind)
    clauses = tuple(i for verb in clauses_on(parse, deed, _blames) for i in _of_clause(parse, verb))
    if clauses or (cause := _cause(parse, deed)) is None:
        return clauses or _whose_work(parse, deed)
    return blamed(parse, cause)


def _cause(parse: Parse, deed: int) -> int | None:
    """Return the noun whose clause tells a deed, if it is for what harms: "the mine that killed three"."""
    token = parse.tokens[deed]
    harms = token.dep == "relcl" and any(t.tag == "WDT" for t in children(parse, deed, "nsubj"))
    return token.head if harms and _is_thing(parse, token.head) else None


def _is_thing(parse: Parse, noun: int) -> bool:
    return kind_of(parse, noun) == "unknown" and not is_armed(parse, noun)


def behind_it(parse: Parse, deed: int) -> int | None:
    """Return the verb of those who are said to be behind a deed, None where nobody is."""
    preposition = parse.tokens[parse.tokens[deed].head]
    verb = parse.tokens[preposition.head]
    return verb.index if preposition.lemma == "behind" and verb.lemma in {"be", "stand"} else None


def _whose_work(parse: Parse, deed: int) -> tuple[int, ...]:
    """Return whose work a deed is said to be: "the attack was the work of guerrillas"."""
    token = parse.tokens[deed]
    if token.dep != "nsubj" or parse.tokens[token.head].lemma != "be":
        return ()
    works = (t.index for t in children(parse, token.head, "attr") if t.lemma in WORKS)
    return tuple(i for work in works for i in prepositional(parse, work, ("of",)))


def _above(parse: Parse, deed: int) -> Iterator[tuple[Token, str]]:
    """Yield the words of blame that a deed hangs on, each with the preposition between, "-" for none."""
    below, link = parse.tokens[deed], "-"
    for _ in range(HIGHEST):
        above = parse.tokens[below.head]
        own = below.dep == "conj" and bool(children(parse, below.index, "nsubj"))  # "admitted six dead and ten wounded"
        if above.index == below.index or below.dep in CLAUSES or own:
            return
        if above.dep in {"prep", "agent"}:
            link = above.lemma
        elif _of_blame(parse, above) and not (above.pos == "NOUN" and above.lemma in word_class("share_of_blame")):
            yield above, link
            link = "-"
        elif not _is_between(below, above):
            if link != "-" and (verb := _object_of(parse, above)):
                yield verb, link
            return
        below = above


def _is_between(below: Token, above: Token) -> bool:
    """Tell whether a word may stand between the deed and the blame: "took part in", "accused of planning and"."""
    noun = above.pos == "NOUN" and above.lemma in word_class("share_of_blame")
    return noun or below.dep in {"conj", "pcomp", "xcomp"} or above.lemma in COPULA


def _object_of(parse: Parse, noun: Token) -> Token | None:
    """Return the verb of blame whose object or agent a noun is: parsers hang "in the murder" on whom it is laid at.

    So they do with "of killing" in "are accused by villagers of killing".
    """
    noun = first_joined(parse, noun)
    verb = parse.tokens[noun.head]
    if noun.dep == "pobj" and verb.dep == "agent":
        verb = parse.tokens[verb.head]
    elif noun.dep != "dobj":
        return None
    return verb if verb.lemma in _words() else None


def _doers(parse: Parse, word: Token, way: _Way, link: str, deed: int) -> tuple[int, ...]:
    if way.who == "laid":
        return _laid(parse, word, way, deed)
    if link not in way.prepositions:
        return ()
    if way.who == "object":
        return _charged(parse, word)
    if way.who == "subject":
        return in_whose_name(parse, agents(parse, word.index), word, parse.tokens[deed]) or _owning_up(parse, word)
    if way.who == "bearer":
        return _bearers(parse, word)
    return _named(parse, word)


def _owning_up(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return who owns up to a deed or had it done: "rebels claimed it", "it was ordered by rebels"."""
    return agents(parse, verb.index) if verb.pos == "VERB" else ()


def _charged(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return whom a verb charges: its object, its subject in the passive, or the noun that its participle describes."""
    if verb.pos not in {"VERB", "ADJ"}:
        return ()
    objects = listed_objects(parse, verb.index)
    if any(parse.tokens[i].tag in RELATIVE_TAGS for i in objects) and verb.dep == "relcl":  # "whom he accused of"
        return (verb.head,)
    if objects:
        return objects
    own = children(parse, verb.index, "nsubjpass")  # of "suspicions that the army is involved in" no suspicions are
    if verb.dep in {"amod", "acl"} and verb.tag in {"VBN", "JJ"} and not own:
        return (verb.head,)
    to_blame = verb.tag == "VB" and parse.tokens[verb.head].lemma in COPULA  # "the army is to blame for it"
    return subjects(parse, verb.index) if to_blame or verb.tag in {"VBN", "VBD", "JJ"} else ()


def _laid(parse: Parse, verb: Token, way: _Way, deed: int) -> tuple[int, ...]:
    """Return on whom a deed is laid; parsers hang the preposition on the deed as well."""
    if verb.pos != "VERB" or parse.tokens[deed].pos == "VERB":
        return ()
    found: tuple[int, ...] = ()
    for holder in (verb.index, deed, *(i for i in prepositional(parse, deed, ("of", "in", "at", "against")))):
        found = (*found, *_on_whom(parse, holder, way))
    on = tuple(i for i in found if parse.tokens[parse.tokens[i].head].lemma == "on")
    return on or found  # "laid the blame for the raid at Bama on the rebels"


def _on_whom(parse: Parse, holder: int, way: _Way) -> tuple[int, ...]:
    """Return the nouns of a way's preposition at a word that are no days: "lays claim to it on Monday"."""
    return tuple(i for i in prepositional(parse, holder, way.prepositions) if parse.tokens[i].entity not in TIMES)


def _bearers(parse: Parse, adjective: Token) -> tuple[int, ...]:
    """Return what an adjective is said of: "the army is responsible", "those guilty", "held the army responsible"."""
    above = parse.tokens[adjective.head]
    if above.pos in {"NOUN", "PROPN", "PRON"} and adjective.dep in {"amod", "acl", "appos", "relcl"}:
        return _called(parse, above) or _whole_list(parse, above)
    if above.lemma in HOLDS:
        own = children(parse, adjective.index, "nsubj") or children(parse, above.index, "dobj")
        return tuple(i for c in own for i in conjuncts(parse, c.index)) or subjects(parse, above.index)
    return subjects(parse, above.index) if above.lemma in COPULA else ()


def _called(parse: Parse, word: Token) -> tuple[int, ...]:
    """Return who "those responsible" are said to be: "those responsible for the raid are soldiers"."""
    verb = parse.tokens[word.head]
    if word.pos != "PRON" or word.dep != "nsubj" or verb.lemma not in COPULA:
        return ()
    return tuple(i for t in children(parse, verb.index, "attr") for i in conjuncts(parse, t.index))


def _whole_list(parse: Parse, noun: Token) -> tuple[int, ...]:
    """Return a noun, or the whole list whose last member it is: "hold the army and the police responsible"."""
    first = first_joined(parse, noun)
    held = parse.tokens[first.head].lemma in HOLDS
    return conjuncts(parse, first.index) if held else (noun.index,)


def _named(parse: Parse, noun: Token) -> tuple[int, ...]:
    """Return whom a noun for a doer is said of: "he was the author of", "Ali, the mastermind of"."""
    above = parse.tokens[noun.head]
    if noun.dep == "appos":
        return (above.index,)
    aside = tuple(c.index for c in children(parse, noun.index, "appos") if c.pos == "PROPN")
    return aside or (subjects(parse, above.index) if noun.dep == "attr" and above.lemma in COPULA else ())


def _blames(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause lays or takes blame: "which they blamed on the army", "for which rebels claimed credit"."""
    return any(_on_whom(parse, verb.index, way) or way.who == "subject" for way in _words().get(verb.lemma, ()))


def _of_clause(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return who, by a clause on the deed, did it: "an attack blamed on rebels", "an attack carried out by rebels"."""
    for way in _words().get(verb.lemma, ()):
        if way.who == "laid" and not prepositional(parse, verb.index, ("by",)):  # "an ambush laid by rebels on Monday"
            return _on_whom(parse, verb.index, way)
        leading = (t for t in children(parse, verb.index, "prep") if t.lemma in way.prepositions)
        if way.who == "subject" and any(parse.tokens[i].tag == "WDT" for t in leading for i in t.children):
            return tuple(i for t in children(parse, verb.index, "nsubj") for i in conjuncts(parse, t.index))
    return ()
