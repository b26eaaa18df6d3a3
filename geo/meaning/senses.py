"""A trigger beside its neighbours -> whether it is of violence at all: not a heart attack, nor shots at goal."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from geo.lexicon import Row, load_rows
from geo.lexicon.parties import marks
from geo.lexicon.shared import shooters, weapons
from geo.meaning.backdrop import SCORE
from geo.meaning.generic import own_verb
from geo.model import Parse, Token, Trigger
from geo.syntax import children, has_helper, is_passive, prepositional, subjects
from geo.syntax.tags import VERBS

STRIKES = frozenset({"strike", "airstrike", "attack", "raid", "shelling", "bombardment"})
DEADLY = frozenset({"kill", "murder"})
BEHIND = frozenset({"in", "by", "of", "for", "with", "from", "into", "to"})
CAUSES_FOUGHT_FOR = frozenset({"fight", "battle", "struggle", "combat", "war", "campaign", "offensive"})
STRUGGLES = frozenset({"fight", "battle"})

# Words that are shot back, not bullets: "'Then leave,' the minister shot back".
RETORT = re.compile(
    r"(?:[,.?!](?:[\"”’]|'')[^\"“”]{1,60}\b(?:shot|fired)\sback\b|\b(?:shot|fired)\sback\s*(?::|,?\s*(?:[\"“‘]|``)))"
)


@cache
def _innocent() -> frozenset[Row]:
    return frozenset(load_rows("innocent", ("trigger", "word")))


def is_innocent(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a word beside a trigger gives it a peaceful sense: "heart attack", "killed in the crash"."""
    head = parse.tokens[trigger.index]
    if _is_match_or_retort(parse, trigger, head):
        return True
    beside = {t.lemma for t in children(parse, head.index, "compound", "amod", "nmod", "dobj", "nsubj", "poss", "prt")}
    doers = children(parse, head.index, "nsubj")
    if any(_is_harmless(parse, t.index) for t in children(parse, head.index, "dobj")) or _goes_up(trigger, head, doers):
        return True  # "fired warning shots"
    if head.dep == "pobj" and parse.tokens[head.head].lemma == "of":
        beside.add(f"{parse.tokens[parse.tokens[head.head].head].lemma} of")  # "a state of siege"
    beside -= {word for t in doers for word in (*_meant_otherwise(parse, t), *_seen_through(parse, t))}
    own = dict.fromkeys((head.index, *trigger.tokens))  # "gained control of the situation"
    behind = BEHIND | {"against"} if head.lemma in CAUSES_FOUGHT_FOR else BEHIND  # "the fight against extremism"
    around = [i for n in own for i in prepositional(parse, n, behind) if not _opens(parse, trigger, i)]
    causes = {_named_cause(parse, i) for i in around}
    if head.dep == "acl":
        beside.add(parse.tokens[head.head].lemma)  # "a clip shot by"
    if trigger.patient == "none" and head.dep == "conj" and parse.tokens[head.head].lemma == "fall":
        beside.add("fall")  # "fell and died"
    verb = own_verb(parse, trigger) if trigger.type == "effect" else head
    if verb is not None and verb.pos in VERBS:
        beside |= {_named_cause(parse, i) for i in subjects(parse, verb.index)}
        inside = prepositional(parse, verb.index, ("in", "by", "of", "from", "during"))
        causes |= {_named_cause(parse, i) for i in inside if not _opens(parse, trigger, i)}
    names = {head.lemma, head.text.lower()}
    harms = {"harm", "nature"} if trigger.type == "effect" else set()
    if _is_by_nature(parse, trigger, head) or _is_struggle(parse, head):
        return True
    where = harms if head.lemma in DEADLY else names | harms  # "killed four in the market"
    acts = harms - {"nature"} if verb is not None and is_passive(parse, verb.index) else harms  # "critics were shot"
    return _has(names | acts, beside) or _has(where, causes)


def _opens(parse: Parse, trigger: Trigger, noun: int) -> bool:
    """Tell whether a noun only says under which head a deed is told: "In related developments, police arrested"."""
    preposition = parse.tokens[parse.tokens[noun].head]
    opens = preposition.index == parse.sentences[preposition.sentence].first and preposition.lemma == "in"
    return opens and trigger.type != "effect" and not is_passive(parse, trigger.index)


def _is_by_nature(parse: Parse, trigger: Trigger, verb: Token) -> bool:
    """Tell whether no human being did it: "typhus has slain", "savaged by a dog", "waves bombarded the wharf"."""
    kinds = {"element", "nature"} if trigger.patient == "victim" else {"element"}
    return not trigger.noun and _has(kinds, _doers(parse, verb))


def _goes_up(trigger: Trigger, verb: Token, doers: Iterable[Token]) -> bool:
    """Tell whether somebody goes up, and nothing blows up: "Captain Diarra went up the bank with a Bren gun"."""
    people = (t for t in doers if t.entity == "PERSON")
    return trigger.type == "bombing" and verb.lemma == "go" and any(people)


def _meant_otherwise(parse: Parse, doer: Token) -> Collection[str]:
    """Return the words that mean no harm elsewhere, but do so beside what acts: "two rockets hit the market"."""
    if _is_shots(parse, doer):
        return {"fire"}
    return {"market"} if doer.lemma in STRIKES or doer.lemma in weapons() else ()


def _seen_through(parse: Parse, doer: Token) -> Collection[str]:
    """Return the word for so many of what harmed, none for that itself: "a wave of bombings"; fire may be a blaze."""
    return {doer.lemma} if doer.lemma != "fire" and _named_cause(parse, doer.index) != doer.lemma else ()


def _doers(parse: Parse, verb: Token) -> set[str]:
    passive = is_passive(parse, verb.index)  # not "took the fort by storm"
    acting = prepositional(parse, verb.index, ("by",)) if passive else subjects(parse, verb.index)
    doers = (i for i in acting if parse.tokens[i].tag != "NNPS")  # no Tigers
    return {_named_cause(parse, i) for i in doers}


def _is_struggle(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb of fighting says what is striven for: "fought through the night to contain a blaze"."""
    if verb.lemma not in STRUGGLES:
        return False
    clauses = children(parse, verb.index, "xcomp", "advcl", "acl")
    return _has({"struggle"}, {t.lemma for t in clauses if has_helper(parse, t.index, "to")})


def _has(names: Collection[str], words: Collection[str]) -> bool:
    return any((name, word) in _innocent() for name in names for word in words)


def _is_match_or_retort(parse: Parse, trigger: Trigger, head: Token) -> bool:
    """Tell whether a sentence gives the score of a match, or says that words were shot back."""
    sentence = parse.sentences[head.sentence]
    text = parse.text[sentence.start : sentence.end]
    words_shot = head.lemma in {"shoot", "fire"} and RETORT.search(text) is not None
    return words_shot or (trigger.patient == "victim" and SCORE.search(text) is not None)


def _named_cause(parse: Parse, index: int) -> str:
    """Return the word for what harmed, illness for a harmless sense ("a heart attack killed").

    "Fire" is a blaze with an article, and shots without one ("killed by fire").
    """
    if _is_harmless(parse, index):
        return "illness"
    before = " ".join(t.text.lower() for t in children(parse, index, "compound"))
    if "name" in marks(before).values():
        return before  # "Taliban cells"
    if _has({"element"}, {parse.tokens[index].lemma}):  # "a wave of bombings"
        index = next(iter(prepositional(parse, index, ("of",))), index)
        if parse.tokens[index].lemma == "fire":
            return "gunfire"  # "a hail of AK-47 fire"
    blaze = children(parse, index, "det", "nummod", "poss") and not _is_shots(parse, parse.tokens[index])
    return "gunfire" if parse.tokens[index].lemma == "fire" and not blaze else parse.tokens[index].lemma


def _is_harmless(parse: Parse, noun: int) -> bool:
    """Tell whether a word before a noun takes the violence out of it: "heart attack", "warning shots"."""
    before = children(parse, noun, "compound", "amod")
    return any((parse.tokens[noun].lemma, t.lemma) in _innocent() for t in before)


def _is_shots(parse: Parse, noun: Token) -> bool:
    """Tell whether "fire" is that of weapons: "artillery fire", "the snipers' fire", not "a house fire"."""
    if any(t.lemma == "a" for t in children(parse, noun.index, "det")):
        return False
    beside = children(parse, noun.index, "compound", "amod", "nmod", "poss")
    return noun.lemma == "fire" and any(t.lemma in shooters() for t in beside)
