"""What the words around a movement make of it: denied, planned, stopped; who runs it, what for, whether it goes on."""

from functools import cache

from geo.lexicon import Row, load_rows
from geo.model import Parse, Span, Token
from geo.routes.directions import GOING, POINTING, Trigger, marks, mistaken_gerund
from geo.syntax import NOUNS, children, conjuncts, is_negated, is_passive, phrase_span, subjects, subtree

EFFECTS = frozenset({"void", "possible", "denied", "stopped", "seized", "helped", "admitted", "let"})
UPWARD = frozenset(
    {
        "dobj",
        "pobj",
        "prep",
        "pcomp",
        "xcomp",
        "ccomp",
        "compound",
        "amod",
        "nsubjpass",
        "acl",
        "attr",
        "acomp",
        "agent",
        "oprd",
        "nmod",
    }
)
UNFINISHED = frozenset({"VB", "VBG"})
# What a participle on a noun takes over from the verb above the noun: "seized rifles shipped from".
PARTICIPLE_TAKES = frozenset({"seized", "stopped"})
RELATIVES = frozenset({"that", "which", "who", "whom"})
MEANS = frozenset(
    {"mean", "means", "way", "air", "sea", "land", "road", "rail", "plane", "boat", "ship", "truck", "car"}
)
NOBODY = frozenset({"nobody", "none", "nothing"})
BLAMING = frozenset({"accuse", "suspect", "convict", "charge"})
RANKED = ("denied", "void", "possible", "admitted", "seized", "stopped")
FIRST_PERSON = frozenset({"i", "we"})


def _wrong_effect(row: Row) -> str | None:
    return None if row[1] in EFFECTS else f"effect {row[1]!r} is none of {', '.join(sorted(EFFECTS))}"


@cache
def _contexts() -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows("movement_contexts", ("word", "effect"), _wrong_effect)}


@cache
def _purposes() -> frozenset[str]:
    return frozenset(word for (word,) in load_rows("purposes", ("word",)))


def is_marked(parse: Parse, index: int, kind: str) -> bool:
    """Tell whether a word, or one that hangs on it, bears a mark."""
    words = (parse.tokens[index], *children(parse, index))
    return any(w.text.lower() in marks(kind) or w.lemma in marks(kind) for w in words)


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
    own = "" if first else _contexts().get(token.lemma, "")
    beside = {
        _contexts().get(t.lemma, "") for t in children(parse, token.index, "aux", "amod", "advmod", "auxpass", "acomp")
    } & {"possible", "void"}
    conditional = {"void" for t in children(parse, token.index, "mark") if t.lemma in {"if", "unless"}}
    nouns = children(parse, token.index, "nsubj", "nsubjpass", "dobj") if first else ()
    none = any(is_negated(parse, t.index) or t.lemma in NOBODY for t in (token, *nouns))
    negated = {"void"} if none and own not in {"stopped", "seized"} else set()
    return ({own} | beside | conditional | negated) - {""}


def _passes_up(token: Token) -> bool:
    """Tell whether what holds of a word's head also holds of the word."""
    if token.head == token.index:
        return False
    if token.dep == "conj":
        return token.tag in UNFINISHED or token.pos in NOUNS
    return token.dep in UPWARD


def operator_of(parse: Parse, trigger: Trigger) -> int | None:
    """Return the noun of whoever moves the cargo, if it is said: the doer, the agent, the helper or the blamed."""
    token = parse.tokens[trigger.token]
    agents = _agents(parse, trigger)
    if agents or trigger.frame == "find":
        return agents[0] if agents else None
    if not trigger.noun:
        own = _doers(parse, token)
        if is_passive(parse, token.index) or (trigger.frame in GOING and not moves_something(parse, trigger)):
            return None
        if own and token.dep not in {"pcomp", "compound", "amod"}:
            return _antecedent(parse, own[0])
    return _operator_above(parse, token)


def moves_something(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a verb has an object that it moves, even where it was read as the object's attribute."""
    return bool(children(parse, trigger.token, "dobj")) or parse.tokens[trigger.token].dep in {"amod", "compound"}


def _agents(parse: Parse, trigger: Trigger) -> list[int]:
    """Return whom a "by" names as the doer, and not the means: "by the navy", not "by sea"."""
    by = children(parse, trigger.token, "prep" if trigger.noun else "agent")
    named = (t for p in by if p.lemma == "by" for t in children(parse, p.index, "pobj"))
    return [t.index for t in named if t.lemma not in MEANS]


def _doers(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return the subjects of a verb; of an infinitive after an object, that object ("urged the state to send")."""
    if children(parse, verb.index, "nsubj", "nsubjpass"):
        return subjects(parse, verb.index)
    if verb.dep == "xcomp" and parse.tokens[verb.head].lemma == "use":
        return ()  # what is used to move things moves nothing itself
    if verb.dep == "xcomp":
        asked = [t.index for t in children(parse, verb.head, "dobj") if t.index < verb.index]
        return tuple(asked) or _doers(parse, parse.tokens[verb.head])
    return subjects(parse, verb.index)


def _operator_above(parse: Parse, token: Token) -> int | None:
    """Return the subject of the verb that rules a movement: "they are known for …", "accused Chad of …"."""
    while token.head != token.index and (token.dep in UPWARD - {"nsubjpass"} or token.dep == "conj"):
        token = parse.tokens[token.head]
        if token.pos != "VERB" or (token.tag == "VBG" and not subjects(parse, token.index)):
            continue
        if token.lemma == "use" and is_passive(parse, token.index):
            return None
        if token.lemma not in BLAMING and _contexts().get(token.lemma) not in {"helped", "denied", "admitted"}:
            return None
        blamed = children(parse, token.index, "dobj") if token.lemma in BLAMING else ()
        who = (blamed[0].index,) if blamed else subjects(parse, token.index)
        return _antecedent(parse, who[0]) if who else None
    return None


def is_first_person(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether the speaker moves the cargo in so many words: "we smuggled"."""
    if trigger.noun or is_passive(parse, trigger.token):
        return False
    return any(parse.tokens[i].lemma in FIRST_PERSON for i in _doers(parse, parse.tokens[trigger.token]))


def _antecedent(parse: Parse, noun: int) -> int | None:
    """Return the noun that a relative pronoun stands for, None for other pronouns."""
    token = parse.tokens[noun]
    named = behind_relative(parse, token) if token.lemma in RELATIVES else noun
    return None if named is None or parse.tokens[named].pos in {"PRON", "DET"} else named


def person_before(parse: Parse, place: int) -> int | None:
    """Return whom a "who" means that the parser hung on the place between: "two men in Goma, who"."""
    token = parse.tokens[place]
    while token.dep in {"pobj", "appos", "compound", "nmod"}:
        inside = token.dep == "pobj"
        token = parse.tokens[token.head]
        if inside:
            token = parse.tokens[token.head]
            break
    if token.pos == "VERB":
        return next((t.index for t in children(parse, token.index, "dobj", "nsubjpass")), None)
    return token.index if token.index != place and token.pos in NOUNS else None


def behind_relative(parse: Parse, pronoun: Token) -> int | None:
    """Return the noun that "that", "which" or "who" stands for, also through "which, they say, is sent"."""
    clause = parse.tokens[pronoun.head]
    while clause.dep == "ccomp":
        clause = parse.tokens[clause.head]
    return clause.head if clause.dep == "relcl" else None


def purpose_of(parse: Parse, trigger: Trigger, until: int) -> str | None:
    """Return what the cargo is moved for: a noun of ``purposes.csv`` after "for", before the token `until`."""
    for token in parse.tokens[trigger.token + 1 : until]:
        if token.lemma == "for" and token.dep == "prep":
            for noun in children(parse, token.index, "pobj"):
                if noun.lemma in _purposes():
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
    if token.tag in {"VBZ", "VBP"} or auxiliaries & {"VBZ", "VBP"}:
        return not any(t.lemma == "have" for t in children(parse, token.index, "aux")) or token.tag == "VBG"
    return _known_above(parse, token)


def _known_above(parse: Parse, token: Token) -> bool:
    """Tell whether a verb above, in the present or marked as a habit, speaks of what goes on ("known for")."""
    while token.head != token.index and (token.dep in UPWARD or token.dep in {"conj", "cc"}):
        token = parse.tokens[token.head]
        known = token.text.lower() in marks("habit")
        if token.pos == "VERB" and (known or token.tag in {"VBZ", "VBP"}):
            return known or _contexts().get(token.lemma) == "helped"
    return False


def operator_text(parse: Parse, noun: int | None, trigger: Trigger) -> Span | None:
    """Return the operator's noun phrase, with the members of a list, and without what it is said to do."""
    if noun is None:
        return None
    members = [phrase_span(parse, i) for i in conjuncts(parse, noun)]
    start, end = members[0].start, min(max(span.end for span in members), _deed(parse, noun, trigger))
    text = parse.text[start:end].rstrip(" \t\n,;")
    return Span(start, start + len(text), " ".join(text.split()))


def _deed(parse: Parse, noun: int, trigger: Trigger) -> int:
    """Return the character at which the words after a noun turn to the movement or to any other act of its own."""
    for below in children(parse, noun, "prep", "acl", "relcl"):
        acts = any(t.tag == "VBG" for t in children(parse, below.index, "pcomp"))
        holds = trigger.token in subtree(parse, below.index)
        if below.index > noun and (acts or holds or below.dep != "prep"):
            return below.start
    return len(parse.text)
