"""A trigger beside its neighbours -> is it violence, and one event: not a heart attack, not what happens every year."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from geo.layout.labels import is_labelled
from geo.lexicon import Row, load_rows
from geo.lexicon.parties import marks
from geo.lexicon.shared import armed_nouns, weapons
from geo.meaning.backdrop import SCORE
from geo.model import Parse, Token, Trigger
from geo.model.remembered import remembered
from geo.syntax import ancestors, children, clause_of, has_helper, is_passive, prepositional, subjects, subtree
from geo.syntax.tags import PRESENT, SINGULAR, VERBS

# Verbs whose past looks like their present, or that the tagger takes for it: "rebels set fire to", "retook the town".
AGES = frozenset({"year", "decade", "generation", "century"})
STRIKES = frozenset({"strike", "airstrike", "attack", "raid", "shelling", "bombardment"})
DEADLY = frozenset({"kill", "murder"})
LONGEST_HEADLINE = 22  # tokens
HOLDS = frozenset({"hold", "keep"})
BEHIND = frozenset({"in", "by", "of", "for", "with", "from", "into", "to"})
CAUSES_FOUGHT_FOR = frozenset({"fight", "battle", "struggle", "combat", "war", "campaign", "offensive"})
STRUGGLES = frozenset({"fight", "battle"})
SAME_IN_PAST = frozenset({"set", "hit", "put", "burst", "hurt", "beat", "shut", "cut", "retook", "overran", "blew"})

# Words that are shot back, not bullets: "'Then leave,' the minister shot back".
RETORT = re.compile(
    r"(?:[,.?!](?:[\"”’]|'')[^\"“”]{1,60}\b(?:shot|fired)\sback\b|\b(?:shot|fired)\sback\s*(?::|,?\s*(?:[\"“‘]|``)))"
)


@cache
def _innocent() -> frozenset[Row]:
    return frozenset(load_rows("innocent", ("trigger", "word")))


@cache
def _shooters() -> frozenset[str]:
    """Return the words before "fire" that make it shots: weapons, armed people, "enemy" and the like."""
    return armed_nouns() | weapons().keys() | {"enemy", "hostile", "friendly", "machine", "anti-aircraft"}


def own_verb(parse: Parse, trigger: Trigger) -> Token | None:
    """Return the verb whose tense is the trigger's: itself, or the verb of which a noun is the subject or object.

    Parameters
    ----------
    parse, trigger
        The text, and one of its triggers.
    """
    token = parse.tokens[trigger.index]
    if not trigger.noun:
        return token
    return next((t for t in ancestors(parse, trigger.index) if t.pos in VERBS), None)


def is_innocent(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a word beside a trigger gives it a peaceful sense: "heart attack", "killed in the crash"."""
    head = parse.tokens[trigger.index]
    if _is_match_or_retort(parse, trigger, head):
        return True
    beside = {t.lemma for t in children(parse, head.index, "compound", "amod", "nmod", "dobj", "nsubj", "poss")}
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
    return noun.lemma == "fire" and any(t.lemma in _shooters() for t in beside)


@remembered
def is_generic(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a trigger speaks of a habit or a kind rather than of an event: "they are helping to kill …"."""
    verb = own_verb(parse, trigger)
    token = parse.tokens[trigger.index]
    if trigger.noun and token.tag == "NN" and parse.tokens[token.head].lemma == "for" and not token.children:
        return True  # the name of a crime: "arrested for murder"
    bare_plural = trigger.noun and token.tag == "NNS" and not _is_given(parse, token)
    if verb is None:
        return bare_plural and token.lemma not in _shooters() and not _strikes_somewhere(parse, token)
    if (verb.tag == "VB" and verb.dep == "csubj") or _is_priced(parse, verb):
        return True  # "to shoot at an ambulance is a crime"
    if _is_defined(parse, token) or _is_repeated(parse, verb):
        return True
    while verb.dep in {"xcomp", "pcomp"} and parse.tokens[verb.head].pos in VERBS:
        if has_helper(parse, verb.index, "have"):
            return False  # "are alleged to have burned"
        verb = parse.tokens[verb.head]  # the tense is the finite verb's: "are helping to kill"
    return not _is_headline(parse, verb) and _is_habit(parse, trigger, verb, bare_plural=bare_plural)


def _strikes_somewhere(parse: Parse, noun: Token) -> bool:
    """Tell whether a line without a verb names what was struck and whose deed it was: "Saudi airstrikes on Marib"."""
    struck = (i for at in prepositional(parse, noun.index, ("on", "against")) for i in subtree(parse, at))
    own = any(t.pos in {"ADJ", "PROPN"} for t in children(parse, noun.index, "amod", "compound"))
    return own and any(parse.tokens[i].pos == "PROPN" for i in struck)


def _is_habit(parse: Parse, trigger: Trigger, verb: Token, *, bare_plural: bool) -> bool:
    """Tell whether a verb's tense is that of what goes on or is done again and again: "prisoners are shot"."""
    helpers = children(parse, verb.index, "aux", "auxpass")
    present = any(t.tag in PRESENT for t in helpers) and not any(t.lemma == "have" for t in helpers)
    held = trigger.patient == "captive" and verb.lemma in HOLDS
    ongoing = trigger.type == "protest" or held  # "students are blocking the bridge", "is holding two guards"
    told = bare_plural or not trigger.noun  # "are investigating a raid" is none
    habit = verb.tag == "VBG" and present and told and not ongoing
    under_way = any(t.text.lower() == "being" for t in helpers)  # "both are being held"
    rule = verb.tag == "VBN" and present and any(t.dep == "auxpass" for t in helpers) and not under_way
    tense_shows = verb.tag == "VBZ" or (verb.tag == "VBP" and verb.lemma not in SAME_IN_PAST)
    return habit or (rule and not trigger.noun) or (tense_shows and (bare_plural or not trigger.noun))


def _is_headline(parse: Parse, verb: Token) -> bool:
    """Tell whether a sentence tells news in the present tense: by its form, or as "Roadside bomb hits a tanker." does.

    Such a form is a line without a full stop, or a labelled message.
    """
    sentence = parse.sentences[verb.sentence]
    last = parse.text[sentence.start : sentence.end].rstrip()[-1:]
    short = sentence.last - sentence.first <= LONGEST_HEADLINE and verb.dep in {"ROOT", "ccomp", "parataxis"}
    asks = children(parse, verb.index, "mark", "advmod", "aux", "auxpass")  # "why rebels attack schools"
    terse = last.isalnum() or is_labelled(parse.text, sentence.start) or _is_terse(parse, verb)
    return short and not asks and terse


def _is_terse(parse: Parse, verb: Token) -> bool:
    """Tell whether one weapon or armed man acts without an article: "Landmine hits tractor", not "violence kills"."""
    own = [t for t in children(parse, verb.index, "nsubj") if t.tag in SINGULAR]
    bare = [t for t in own if not children(parse, t.index, "det", "poss", "nummod", "conj")]
    called = (a for t in bare for a in (t, *children(parse, t.index, "appos")))  # "Roadside IED", as parsers read it
    return verb.tag == "VBZ" and any(t.lemma in _shooters() for t in called)


def _is_given(parse: Parse, noun: Token) -> bool:
    """Tell whether a plural is more than a kind: "three attacks", "heavy clashes in Juba this morning"."""
    return bool(children(parse, noun.index, "det", "nummod", "poss", "npadvmod"))


def _is_defined(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun says or is told what it is: "the budget is an attack on us", "kidnapping is a business"."""
    verb = parse.tokens[noun.head]
    if verb.lemma != "be" or verb.tag not in PRESENT:
        return False
    bare = noun.dep in {"nsubj", "csubj"} and not children(parse, noun.index, "det", "poss", "nummod", "amod")
    return noun.dep == "attr" or (bare and any(t.pos == "NOUN" for t in children(parse, verb.index, "attr")))


def _is_priced(parse: Parse, verb: Token) -> bool:
    """Tell whether something is to be done or paid as often as another: "ten hostages for every soldier killed"."""
    noun = parse.tokens[verb.head]
    price = verb.dep in {"acl", "relcl"} and noun.dep == "pobj" and parse.tokens[noun.head].lemma == "for"
    nouns = [noun] if price else []
    if any(t.lemma == "for" for t in children(parse, verb.index, "mark")):  # as parsers read it, too
        nouns += children(parse, verb.index, "nsubj", "nsubjpass")
    return any(d.lemma in {"every", "each"} for t in nouns for d in children(parse, t.index, "det"))


def _is_repeated(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause says how often: "every summer youths throw stones", "have fought for years"."""
    long = any(parse.tokens[i].lemma in AGES for i in prepositional(parse, verb.index, ("for",)))
    if long and has_helper(parse, verb.index, "have"):
        return True
    own = parse.sentence_tokens(parse.sentences[verb.sentence])
    times = (parse.tokens[t.head] for t in own if t.lemma in {"every", "each"})
    return any(t.dep == "npadvmod" and clause_of(parse, t.index) == verb.index for t in times)
