"""A trigger in its clause -> did it happen, was it tried or threatened, how sure are the words; or no incident at all.

Only syntax and the lexicon of governors are asked; who says it is `attribution`'s to tell.
"""

from functools import cache

from geo.denials import is_disowned, is_own_denial, share_in
from geo.lexicon import load_pairs
from geo.meaning.generic import own_verb
from geo.meaning.governors import (
    MAKES,
    REAL,
    Assertion,
    governors,
    is_near_miss,
    is_warrant,
    makes_of,
    of_plan,
    stronger,
)
from geo.model import Parse, Token, Trigger
from geo.model.remembered import remembered
from geo.syntax import ancestors, children, clause_of, has_helper, is_negated, prepositional, subjects
from geo.syntax.tags import NOBODY, POINTERS, PRESENT, TENSED, VERBS

UNREAL_MODALS = frozenset({"will", "would", "shall", "should", "could", "can", "must", "'ll", "wo", "ca", "ought"})
# Verbs by which a text's own voice brings up what happened: "it must be noted that", "it should not be forgotten that".
REMINDS = frozenset({"recall", "remember", "note", "forget", "mention", "stress", "emphasize", "emphasise", "add"})
POSSIBLE_MODALS = frozenset({"may", "might"})
TIMES_OF = frozenset({"after", "during", "since", "following", "amid"})  # "the UN warned after three days of fighting"
NEARS = frozenset({"approach", "close", "chase", "pursue"})  # what pirates do before they board
FOUND = frozenset({"find", "discover", "locate", "spot", "neutralise", "neutralize"})  # what is found has not gone off
FOILED = frozenset({
    "attempted", "foiled", "failed", "thwarted", "abortive", "botched", "unsuccessful", "controlled", "would",
})  # fmt: skip
UNVERIFIED = frozenset({"confirm", "verify", "corroborate", "substantiate"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
# Verbs by which an event comes about, and nouns for a part in it; what else is said of a known event takes it as real.
BRINGS_ABOUT = frozenset({"take", "occur", "happen", "plan", "prepare", "do", "be", "avoid", "follow"})
SHARE_IN = frozenset({"responsibility", "credit", "involvement", "participation", "role", "part", "series", "wave"})
INSIDE = frozenset(
    {"dobj", "ccomp", "xcomp", "pobj", "pcomp", "prep", "acl", "nsubjpass", "conj", "oprd", "attr", "agent"}
)


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(load_pairs("light_verbs", ("verb", "subject")))


# ---------------------------------------------------------------- did it happen


def assertion(parse: Parse, trigger: Trigger) -> Assertion | None:
    """Return what a trigger's clause says of it, or None where it tells of nothing that happened or was tried."""
    negated = any(is_negated(parse, i) for i in trigger.tokens) or _befell_nobody(parse, trigger)  # "fired no shot"
    if negated or _is_asked(parse, trigger):
        return MAKES["denied"] if not trigger.noun and is_own_denial(parse, trigger.index) else None
    if _is_known(parse, trigger):
        return REAL if _is_part_disowned(parse, trigger) else _of_known(parse, trigger)
    verb = own_verb(parse, trigger)
    result: Assertion | None = REAL
    if verb is not None:
        result = _by_verb(parse, verb)
    if result is REAL:
        result = _by_own_words(parse, trigger)
    if verb is not None and not trigger.noun and is_near_miss(parse, verb):
        result = MAKES["attempted"] if children(parse, verb.index, "dobj") else None
    unreal = _is_to_come(parse, trigger) or of_plan(parse, trigger)
    return _by_governors(parse, trigger, result) if result and not unreal else None


def _befell_nobody(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a deed has no object: "had brought down no aircraft", "killed nobody", not "no fewer than six"."""
    objects = children(parse, trigger.index, "dobj") if not trigger.noun else ()
    return any(t.lemma in NOBODY or is_negated(parse, t.index) for t in objects)


def _by_own_words(parse: Parse, trigger: Trigger) -> Assertion:
    """Return what a trigger's own words make of it: a bomb that is defused or found, a death threat, a foiled raid."""
    token = parse.tokens[trigger.index]
    own = governors().get(token.lemma)
    if trigger.type == "seizure" or (trigger.type == "robbery" and not trigger.noun):
        return REAL  # what is intercepted is taken, and so is what robbers escape with
    safe = any(parse.tokens[i].lemma == "safe" for i in trigger.tokens)  # "made the bomb safe"
    found = trigger.type == "bombing" and (token.lemma in FOUND or safe)
    neared = trigger.type == "hijacking" and token.lemma in NEARS
    qualified = (*children(parse, token.index, "amod"), *(parse.tokens[i] for i in trigger.tokens))
    foiled = trigger.noun and any(t.text.lower() in FOILED for t in qualified)  # "a would-be bomber", too
    if found or foiled or neared:
        return Assertion("attempted", "fact")
    return Assertion(own, "fact") if own in {"attempted", "threatened"} else REAL  # type: ignore[arg-type]


def _is_asked(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a question asks if something happened; one with "who" or "why" takes that for granted."""
    tokens = parse.sentence_tokens(parse.sentences[parse.tokens[trigger.index].sentence])
    asked = any(t.text == "?" for t in tokens)
    return asked and not trigger.noun and not any(t.tag in {"WP", "WRB", "WP$", "WDT"} for t in tokens)


@remembered
def _by_verb(parse: Parse, verb: Token) -> Assertion | None:
    helpers = {t.text.lower() for t in children(parse, verb.index, "aux", "auxpass")}
    if verb.lemma in REMINDS and children(parse, verb.index, "ccomp") and not helpers & {"will", "would"}:
        return REAL  # "it should be recalled that"
    if helpers & UNREAL_MODALS or any(t.lemma in CONDITIONS for t in children(parse, verb.index, "mark", "advmod")):
        return None
    if is_negated(parse, verb.index) or any(_is_nobody(parse, i) for i in subjects(parse, verb.index)):
        return None
    if any(is_negated(parse, i) for i in prepositional(parse, verb.index, ("at", "in", "on", "under", "by"))):
        return None  # "at no time did we bomb", "attacked by no one"
    return MAKES["possible"] if helpers & POSSIBLE_MODALS else REAL


def _is_to_come(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a clause in the present is of what is to come or played: "will act a raid in which ten die"."""
    clause = parse.tokens[clause_of(parse, trigger.index)]
    above = (t for t in ancestors(parse, clause.index) if t.dep not in {"prep", "pobj"})  # "a raid near Osh in which"
    noun = next(above, clause)
    helpers = children(parse, clause.index, "aux", "auxpass")
    present = any(t.tag in PRESENT for t in (clause, *helpers)) and all(t.lemma != "have" for t in helpers)
    if clause.dep != "relcl" or not present or noun.dep != "dobj":
        return False
    verb = parse.tokens[noun.head]
    return makes_of(parse, verb, noun) == "unreal" or _by_verb(parse, verb) is None


def _is_nobody(parse: Parse, index: int) -> bool:
    """Tell whether a noun names no one; in "the army, not the rebels" it does."""
    aside = any(t.index > index for t in children(parse, index, "neg"))
    return (is_negated(parse, index) and not aside) or parse.tokens[index].lemma in {"nobody", "none"}


def _by_governors(parse: Parse, trigger: Trigger, result: Assertion) -> Assertion | None:
    """Let each verb or noun above the trigger have its say, the nearest first."""
    below, apart = parse.tokens[trigger.index], False
    for above in ancestors(parse, trigger.index):
        if _is_taken_for_granted(parse, below):
            return result
        if (below.dep not in INSIDE and not _is_purpose(parse, below)) or _describes(below) or _ends(parse, below):
            break
        beside = _is_beside(parse, below) or below.lemma in TIMES_OF or _condemns(above, below, trigger)
        makes = None if beside else makes_of(parse, above, below)
        if above.lemma in UNVERIFIED and is_negated(parse, above.index):
            return stronger(result, MAKES["possible"])  # "reports that … could not be confirmed"
        if above.lemma == "nothing" or (makes is None and _is_infinitive(parse, below)):
            return None  # "knew nothing of a shooting"
        governs = below.index != trigger.index and below.pos == "VERB" and not apart
        if above.lemma == "suspicion" and result.stage == "attempted":  # "held on suspicion of plotting to"
            return None
        if makes == "unreal" or (governs and not _by_verb(parse, below)):
            return None
        undone = makes == "denied" and is_negated(parse, above.index)  # "did not deny that"
        result = stronger(result, MAKES["possible" if undone else makes] if makes else None)
        below, apart = above, _is_clause_beside(parse, below)
    return result if apart or _is_root_real(parse, below) else None


def _condemns(above: Token, below: Token, trigger: Trigger) -> bool:
    """Tell whether a deed itself is rejected, which condemns it: "the parties rejected the murder of the mayor"."""
    return above.lemma == "reject" and trigger.noun and below.index == trigger.index


def _is_beside(parse: Parse, token: Token) -> bool:
    """Tell whether a verb with a tense of its own follows another: "tried to enter and shot" governs nothing."""
    helpers = children(parse, token.index, "aux", "auxpass")
    if token.tag == "VBN" and not helpers:
        helpers = children(parse, token.head, "auxpass")  # "were stopped and held"
    return token.dep == "conj" and any(t.tag in TENSED for t in (token, *helpers))


def _ends(parse: Parse, token: Token) -> bool:
    """Tell whether a clause is over before the one that it hangs on: "a charge was thrown; it did not go off"."""
    between = parse.tokens[token.index : token.head] if token.dep == "ccomp" else ()
    return any(t.text == ";" for t in between)


def _is_clause_beside(parse: Parse, token: Token) -> bool:
    """Tell whether a clause with a subject of its own follows another: "nobody claimed it, but the army blamed"."""
    return _is_beside(parse, token) and bool(children(parse, token.index, "nsubj", "nsubjpass"))


def _is_known(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a noun speaks of an event as known: "the murder of Sara Ruiz", not "the murder of civilians"."""
    if not trigger.noun or trigger.type == "battle":  # "the fighting" may go on for years
        return False
    whose = prepositional(parse, trigger.index, ("of",))
    if any(parse.tokens[i].tag == "NNS" and not children(parse, i, "det", "poss", "nummod") for i in whose):
        return False
    pointed = any(t.lemma in POINTERS or t.dep == "poss" for t in children(parse, trigger.index, "det", "poss"))
    return pointed or any(parse.tokens[i].pos == "PROPN" for i in whose)


def _is_part_disowned(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether somebody says that a known event was none of his doing: "was not behind the blast"."""
    share = share_in(parse, trigger.index)
    return share is not None and is_disowned(parse, share)


def _of_known(parse: Parse, trigger: Trigger) -> Assertion | None:
    """Return what is said of a known event: only what makes or unmakes it counts, not what people do about it.

    "They should investigate the murder of …" takes it for granted; "they planned the murder of …" does not.
    """
    below = parse.tokens[trigger.index]
    own = governors().get(below.lemma)
    result = Assertion(own, "fact") if own in {"attempted", "threatened"} else REAL  # type: ignore[arg-type]
    for above in ancestors(parse, trigger.index):
        if _is_clause_beside(parse, below):
            break
        makes = None if _condemns(above, below, trigger) else makes_of(parse, above, below)
        if below.lemma == "for" and parse.tokens[below.head].lemma == "responsibility":
            return result
        brings_about = above.lemma in BRINGS_ABOUT or above.lemma in _light_verbs()
        if above.pos == "ADP" or above.lemma in SHARE_IN:
            below = above
            continue
        if below.lemma == "for" and (above.lemma == "call" or is_warrant(parse, above, trigger)):
            return None
        if makes == "unreal" or (brings_about and _by_verb(parse, above) is None):
            return None
        if makes in {None, "real"} and not brings_about:
            break
        result = stronger(result, MAKES[makes] if makes else None)
        below = above
    return result


def _is_taken_for_granted(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb stands in a question that somebody puts: "asked who had killed …", "why they attacked"."""
    asks = children(parse, verb.index, "nsubj", "nsubjpass", "dobj", "advmod")
    return verb.dep in {"ccomp", "pcomp", "xcomp"} and any(t.tag in {"WP", "WRB"} for t in asks)


def _describes(token: Token) -> bool:
    """Tell whether a participle describes its noun as something done: "threatened to sell girls abducted in May"."""
    return token.dep == "acl" and token.tag == "VBN"


def _is_infinitive(parse: Parse, token: Token) -> bool:
    return token.tag == "VB" and has_helper(parse, token.index, "to")


def _is_purpose(parse: Parse, token: Token) -> bool:
    return token.dep in {"advcl", "relcl"} and _is_infinitive(parse, token)


def _is_root_real(parse: Parse, token: Token) -> bool:
    alone = token.dep == "ROOT" and _is_infinitive(parse, token)  # "To massacre the people."
    return token.pos not in VERBS or (_by_verb(parse, token) is not None and not alone)
