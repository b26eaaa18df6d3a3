"""A trigger in its clause -> whether it speaks of one event, or of a habit or a kind: not what happens every year."""

from geo.layout.labels import is_labelled
from geo.lexicon.shared import shooters
from geo.model import Parse, Token, Trigger
from geo.model.remembered import remembered
from geo.syntax import children, clause_of, has_helper, prepositional, subtree, verb_above
from geo.syntax.tags import NOUN_CLAUSES, PRESENT, SINGULAR, VERBS

AGES = frozenset({"year", "decade", "generation", "century"})
LONGEST_HEADLINE = 22  # tokens
HOLDS = frozenset({"hold", "keep"})
# Verbs whose past looks like their present, or that the tagger takes for it: "rebels set fire to", "retook the town".
SAME_IN_PAST = frozenset({"set", "hit", "put", "burst", "hurt", "beat", "shut", "cut", "retook", "overran", "blew"})


def own_verb(parse: Parse, trigger: Trigger) -> Token | None:
    """Return the verb whose tense is the trigger's: itself, or the verb of which a noun is the subject or object."""
    token = parse.tokens[trigger.index]
    if not trigger.noun:
        return token
    return verb_above(parse, trigger.index)


@remembered
def is_generic(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a trigger speaks of a habit or a kind rather than of an event: "they are helping to kill …"."""
    verb = own_verb(parse, trigger)
    token = parse.tokens[trigger.index]
    if trigger.noun and token.tag == "NN" and parse.tokens[token.head].lemma == "for" and not token.children:
        return True  # the name of a crime: "arrested for murder"
    bare_plural = trigger.noun and token.tag == "NNS" and not _is_given(parse, token)
    if verb is None:
        return bare_plural and token.lemma not in shooters() and not _strikes_somewhere(parse, token)
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
    return verb.tag == "VBZ" and any(t.lemma in shooters() for t in called)


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
    price = verb.dep in NOUN_CLAUSES and noun.dep == "pobj" and parse.tokens[noun.head].lemma == "for"
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
