"""Who moves the cargo, as far as the words say so."""

from geo.model import Parse, Span, Token
from geo.model.precision import TOWNS
from geo.routes.context import BLAMING, UPWARD, contexts
from geo.routes.moved import moves_something
from geo.routes.triggers import GOING, Trigger
from geo.routes.what.cargo import Load, load_at, loads_in
from geo.routes.where.whereabouts import Scene
from geo.routes.who.parties import is_people
from geo.routes.words import marks
from geo.syntax import children, conjuncts, is_passive, prepositional, subjects, subtree
from geo.syntax.phrases import phrase_span
from geo.syntax.tags import NOMINALS, PLURAL, RELATIVES

MEANS = frozenset({"mean", "means", "way", "air", "sea", "land", "road", "rail"})
WAYS = frozenset({"from", "to", "into", "via"})
FIRST_PERSON = frozenset({"i", "we"})
SAID_OF_SELF = frozenset({"he", "she", "it", "they"})
OWNING_UP = frozenset({"say", "tell", "claim", "admit", "confess", "acknowledge", "boast", "state", "announce"})
# Kinds of place that are a spot or a stretch of ground, and no party.
SPOTS = TOWNS | {"water", "terrain"}


def operator_in(scene: Scene, trigger: Trigger, loads: tuple[Load, ...]) -> int | None:
    """Return the noun of whoever moves the cargo; not the cargo, what it is in, or the name of a spot on the map.

    Parameters
    ----------
    scene, trigger, loads
        The sentence, with its places and its words of movement, a word of movement, and cargo that is named.
    """
    operator = _operator_of(scene.parse, trigger)
    operator = _escort(scene.parse, trigger, loads) if operator is None else operator
    if operator is None or scene.parse.tokens[operator].lemma in marks("conveyance") or _seizes(scene.parse, operator):
        return None
    held = loads_in(scene.parse, operator)
    own = load_at(scene.parse.tokens[operator])
    if set(held) & set(loads) or (own and own.category in {"goods", "drugs"} and own.use != "vehicle"):
        return None  # neither "crates of rifles" nor "bananas" move anything
    if not _is_spot(scene, operator):
        return operator
    return _person_before(scene.parse, operator)


def _seizes(parse: Parse, noun: int) -> bool:
    """Tell whether somebody takes the cargo, though parsers let him carry it: "police intercepted a dhow carrying"."""
    verb = parse.tokens[parse.tokens[noun].head]
    return parse.tokens[noun].dep == "nsubj" and contexts().get(verb.lemma) == "seized"


def _escort(parse: Parse, trigger: Trigger, loads: tuple[Load, ...]) -> int | None:
    """Return who goes with a cargo, alone or in what is theirs: "a convoy of the Front crossed with rifles"."""
    if trigger.noun or trigger.frame not in GOING or is_passive(parse, trigger.token):
        return None
    held = {i for n in prepositional(parse, trigger.token, {"with"}) for i in subtree(parse, n)}
    if not any(load.token in held for load in loads):
        return None
    who = [parse.tokens[i] for i in subjects(parse, trigger.token)]
    who = [parse.tokens[i] for t in who for i in ((t.index, *prepositional(parse, t.index, {"of"})))]
    return next((t.index for t in who if is_people(t) or t.entity == "ORG"), None)


def _is_spot(scene: Scene, noun: int) -> bool:
    """Tell whether a noun names a spot on the map, as a place and not for those who rule there."""
    toponym = scene.toponyms[scene.where[noun]] if noun in scene.where else None
    place = toponym.place if toponym and toponym.role == "literal" else None
    return place is not None and place.kind in SPOTS


def _operator_of(parse: Parse, trigger: Trigger) -> int | None:
    """Return the noun of whoever moves the cargo, if it is said: the doer, the agent, the helper or the blamed."""
    token = parse.tokens[trigger.token]
    agents = () if trigger.frame == "find" else _agents(parse, trigger)  # who finds it does not move it
    if agents or trigger.frame in {"find", "take"}:  # nor does who receives it
        return agents[0] if agents else None
    if not trigger.noun:
        own = _doers(parse, token) or _read_with_cargo(parse, token)
        if is_passive(parse, token.index) or (trigger.frame in GOING and not moves_something(parse, trigger)):
            return None
        if own and _first_joined(parse, token).dep not in {"pcomp", "amod"}:
            return _antecedent(parse, own[0])
    return _operator_above(parse, token)


def _first_joined(parse: Parse, verb: Token) -> Token:
    """Return the verb to which another is joined: the "flying" of "accused of flying rifles in and selling them"."""
    while verb.dep == "conj" and not children(parse, verb.index, "nsubj", "nsubjpass"):
        above = parse.tokens[verb.head]
        torn = (t for t in parse.tokens[above.index : verb.index] if t.tag == verb.tag == "VBG" and t.dep == "pcomp")
        verb = next(torn, above) if above.tag != "VBG" else above
    return verb


def _agents(parse: Parse, trigger: Trigger) -> list[int]:
    """Return whom a "by" names as the doer, and not the means: "by the navy", not "by sea"."""
    by = children(parse, trigger.token, "prep" if trigger.noun else "agent")
    if not by and trigger.frame in {"provide", "equip"} and is_passive(parse, trigger.token):
        held = prepositional(parse, trigger.token, {"with"})  # "were supplied with rifles by", hung on the rifles
        by = tuple(t for noun in held for t in children(parse, noun, "prep"))
    named = (t for p in by if p.lemma == "by" for t in children(parse, p.index, "pobj"))
    return [t.index for t in named if t.lemma not in MEANS and t.lemma not in marks("conveyance")]


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


def _read_with_cargo(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return the doer of a verb that was read as part of its object's name: "the Cobras move cocaine"."""
    doer = parse.tokens[max(verb.index - 1, 0)]
    joined = verb.dep == "compound" and verb.tag != "VBG" and doer.dep == "compound" and doer.head == verb.head
    return (doer.index,) if joined else ()


def _operator_above(parse: Parse, token: Token) -> int | None:
    """Return the subject of the verb that rules a movement: "they are known for …", "accused Chad of …"."""
    while token.head != token.index and (token.dep in UPWARD - {"nsubjpass"} or token.dep == "conj"):
        token = parse.tokens[token.head]
        if token.pos != "VERB" or (token.tag == "VBG" and not subjects(parse, token.index)):
            continue
        if token.lemma == "use" and is_passive(parse, token.index):
            return None
        if token.lemma not in BLAMING and contexts().get(token.lemma) not in {"helped", "denied", "admitted"}:
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
    """Return the noun that a relative pronoun stands for, or one for who says so of himself; None for others."""
    token = parse.tokens[noun]
    named = behind_relative(parse, token) if token.lemma in RELATIVES else _sayer(parse, token)
    return None if named is None or parse.tokens[named].pos in {"PRON", "DET"} else named


def _sayer(parse: Parse, doer: Token) -> int | None:
    """Return who says of himself that he moves something: "dealers said that they drove rifles to", else the doer."""
    verb = parse.tokens[doer.head]
    above = parse.tokens[verb.head]
    if doer.lemma not in SAID_OF_SELF or verb.dep != "ccomp" or above.lemma not in OWNING_UP:
        return doer.index
    who = next((parse.tokens[i] for i in subjects(parse, above.index)), None)
    plural = who is not None and who.tag in PLURAL
    alike = who is not None and who.pos in NOMINALS and plural == (doer.lemma == "they")
    return who.index if alike and who is not None else doer.index


def _person_before(parse: Parse, place: int) -> int | None:
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
    return token.index if token.index != place and token.pos in NOMINALS else None


def behind_relative(parse: Parse, pronoun: Token) -> int | None:
    """Return the noun that "that", "which" or "who" stands for, also through "which, they say, is sent"."""
    clause = parse.tokens[pronoun.head]
    while clause.dep == "ccomp":
        clause = parse.tokens[clause.head]
    return clause.head if clause.dep == "relcl" else None


def operator_text(parse: Parse, noun: int | None, trigger: Trigger) -> Span | None:
    """Return the operator's noun phrase, with the members of a list, and without what it is said to do.

    Parameters
    ----------
    parse, noun, trigger
        The text, the token index of the operator, if it is known, and a word of movement.
    """
    if noun is None:
        return None
    members = [phrase_span(parse, i) for i in conjuncts(parse, noun)]
    start, end = members[0].start, min(max(span.end for span in members), _deed(parse, noun, trigger))
    text = parse.text[start:end].rstrip(" \t\n,;")
    return Span(start, start + len(text), " ".join(text.split()))


def _deed(parse: Parse, noun: int, trigger: Trigger) -> int:
    """Return the character at which the words after a noun turn to the movement or to any other act of its own."""
    agent = parse.tokens[parse.tokens[noun].head].dep == "agent"
    for below in children(parse, noun, "prep", "acl", "relcl"):
        if agent and below.lemma in WAYS:  # "was flown by couriers from Gao to Oran"
            return below.start
        acts = any(t.tag == "VBG" for t in children(parse, below.index, "pcomp"))
        holds = trigger.token in subtree(parse, below.index)
        if below.index > noun and (acts or holds or below.dep != "prep"):
            return below.start
    return len(parse.text)
