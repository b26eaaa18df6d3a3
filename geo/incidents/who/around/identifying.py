"""Sentences that only say who they were: "The victims were identified as Ana Cruz and Eva Rey", "among the dead is".

They make no incident, and only name the sufferers of one that was told before.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from geo.incidents.what.events import Event
from geo.incidents.who.arguments.roles import Arguments
from geo.lexicon import load_rows
from geo.meaning.governors import REAL
from geo.model import Parse, Sentence, Token, Trigger
from geo.syntax import ancestors, children, conjuncts, is_negated, objects_of_preposition
from geo.syntax.tags import FINITE, MAY_BE_PERSON, NOUN_SUBJECTS

IDENTIFIES = frozenset({"identify", "name"})
LISTS = frozenset({"be", "include"})
AMONG = frozenset({"among", "amongst"})
POINTING_BACK = frozenset({"the", "these", "those", "both", "his", "her", "their", "another", "other"})


def identified(parse: Parse, sentence: Sentence) -> Iterator[Event]:
    """Yield the naming of sufferers in a sentence as an event that can only join another."""
    for token in parse.tokens[sentence.first : sentence.last]:
        what = _sufferer(parse, token)
        names = _names(parse, sentence, token) if what else ()
        if what and names:
            taken = what == "taken"
            trigger = Trigger(
                token.index,
                (token.index,),
                "abduction" if taken else "effect",
                "captive" if taken else "victim",
                weak=False,
                noun=True,
            )
            held = frozenset(names if taken else ())
            yield Event((trigger,), trigger, Arguments((), names, ()), held, REAL, (), sentence.index, supported=False)


@cache
def _words() -> dict[tuple[str, str], str]:
    rows = load_rows("sufferers", ("word", "part", "what"), part=("noun", "by"), what=("harmed", "taken"))
    return {(word, part): what for word, part, what in rows}


def _sufferer(parse: Parse, token: Token) -> str | None:
    """Return what befell those whom a noun speaks of as known: "the wounded man", "those who were kidnapped"."""
    if token.dep not in {"nsubj", "nsubjpass", "pobj", "attr"}:
        return None
    before = {t.text.lower() for t in children(parse, token.index, "det", "poss", "amod", "nummod")}
    if before.isdisjoint(POINTING_BACK) and token.text.lower() != "those" and "two" not in before:
        return None
    describing = children(parse, token.index, "amod", "acl", "relcl")
    named = [_words().get((form, "noun")) for form in (token.lemma, token.text.lower())]
    described = [_words().get((form, "by")) for t in describing for form in (t.lemma, t.text.lower())]
    return next((what for what in (*named, *described) if what), None)


def _names(parse: Parse, sentence: Sentence, sufferer: Token) -> tuple[int, ...]:
    """Return the heads of the names that a sentence gives to those whom it calls the victims, () for none."""
    verb, cue = _cue(parse, sufferer)
    if verb is None or cue is None or is_negated(parse, verb.index):
        return ()
    among = parse.tokens[sufferer.head].lemma in AMONG
    listed = [i for i in _complements(parse, verb, cue, among=among) if parse.tokens[i].pos == "PROPN"]
    stop = _stop(parse, sentence, cue.index)
    people = (t for t in parse.tokens[cue.index + 1 : stop] if t.entity == "PERSON" and _is_head(parse, t))
    found = [*(i for i in listed if parse.tokens[i].entity in MAY_BE_PERSON), *(t.index for t in people)]
    own = [i for i in dict.fromkeys(found) if not _is_of_others(parse, i, cue.index)]
    return tuple(sorted(own))


def _cue(parse: Parse, sufferer: Token) -> tuple[Token | None, Token | None]:
    """Return the verb that names the sufferers and the word after which the names come."""
    above = parse.tokens[sufferer.head]
    if above.lemma in AMONG:
        verb = parse.tokens[above.head]
        return (verb, max(verb, sufferer, key=lambda t: t.index)) if verb.lemma == "be" else (None, None)
    if sufferer.dep not in NOUN_SUBJECTS or above.index < sufferer.index:
        return None, None
    if above.lemma in IDENTIFIES:
        return above, next((t for t in children(parse, above.index, "prep") if t.lemma == "as"), None)
    return (above, above) if above.lemma in LISTS else (None, None)


def _complements(parse: Parse, verb: Token, cue: Token, *, among: bool) -> Iterable[int]:
    """Return whom a verb of naming gives as the sufferers: after it, or before it in "Ana Cruz was among the dead"."""
    if cue.pos in {"ADP", "SCONJ"} and cue.lemma == "as":
        return objects_of_preposition(parse, cue.index)
    after = [t for t in children(parse, verb.index, "attr", "dobj", "nsubj") if t.index > cue.index or among]
    return [i for t in after for i in conjuncts(parse, t.index)]


def _stop(parse: Parse, sentence: Sentence, cue: int) -> int:
    """Return where the list of names ends: at the next verb that is no infinitive or participle."""
    verbs = (t.index for t in parse.tokens[cue + 1 : sentence.last] if t.tag in FINITE)
    return next(verbs, sentence.last)


def _is_head(parse: Parse, token: Token) -> bool:
    """Tell whether a word is the last of a person's name, or the one on which the rest of it hangs."""
    following = parse.tokens[token.index + 1 : token.index + 2]
    return not (following and following[0].entity == "PERSON" and following[0].sentence == token.sentence)


def _is_of_others(parse: Parse, index: int, cue: int) -> bool:
    """Tell whether a name only says whose or by whom: "the wife of Juan Ruiz", "by Sergeant Ortega"."""
    below = parse.tokens[index]
    for above in ancestors(parse, index):
        if below.dep in {"pobj", "poss"} and above.index != cue and above.lemma not in AMONG:
            return True
        if above.index == cue:
            return False
        below = above
    return False
