"""The words of a sentence that say that something moves, also where the parser took them for something else."""

from dataclasses import dataclass
from functools import cache

from geo.lexicon import Row, word_class
from geo.model import Parse, Sentence, Token
from geo.routes.what.cargo import attributes, load_at, loads_in
from geo.routes.words import PLACING, direction_rows, has_mark, is_find, marks, movement_rows
from geo.syntax import ancestors, children, is_passive, subjects, token_after
from geo.syntax.tags import MODIFIERS, NOUNS, OBJECTS, PAST

GOING = frozenset({"go", "arrive", "enter", "leave"})
# Participles that only point the way: "rifles bound for", "boats headed to".
POINTING = frozenset({"bind", "bound", "destine", "destined", "head", "intend", "mean", "due"})
LEAVING = frozenset({"leave", "hide"})
SOURCE = frozenset({"source", "supplier"})
SAYING = frozenset({"say", "believe", "allege", "claim", "think", "report", "state", "hear"})
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "acomp"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says that something moves: see ``movements.csv`` for the fields."""

    token: int
    noun: bool
    frame: str
    covert: bool
    cargo: str


def triggers(parse: Parse, sentence: Sentence) -> tuple[Trigger, ...]:
    """Return the words of movement of a sentence, in order."""
    found = [
        trigger for token in parse.sentence_tokens(sentence) if token.dep and (trigger := _trigger_at(parse, token))
    ]
    moving = {trigger.token for trigger in found if not trigger.noun and trigger.frame != "find"}
    return tuple(t for t in found if not (_is_leading(parse, t) or (t.noun and _is_moved(parse, t.token, moving))))


def _is_moved(parse: Parse, noun: int, verbs: set[int]) -> bool:
    """Tell whether a movement is the thing that another one moves: the shipment of "sent a shipment of rifles to"."""
    token = parse.tokens[noun]
    while token.dep in {"pobj", "conj"} and parse.tokens[token.head].lemma in {"of", "shipment", "load"}:
        token = parse.tokens[parse.tokens[token.head].head] if token.dep == "pobj" else parse.tokens[token.head]
    return token.dep in OBJECTS and token.head in verbs


def _is_leading(parse: Parse, trigger: Trigger) -> bool:
    return not trigger.noun and leads(parse, parse.tokens[trigger.token])


def leads(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb only says where a route goes: "the smuggling route runs from"."""
    alone = verb.lemma in word_class("leads_somewhere") and not children(parse, verb.index, "dobj")
    return alone and any(has_mark(way, "channel") for way in children(parse, verb.index, "nsubj"))


def _trigger_at(parse: Parse, token: Token) -> Trigger | None:
    if _is_pointing(parse, token):
        return Trigger(token.index, noun=False, frame="go", covert=False, cargo="")
    if gerund := mistaken_gerund(parse, token):
        return Trigger(token.index, noun=False, frame=gerund[2], covert=gerund[3] == "yes", cargo=gerund[4])
    noun = token.pos in NOUNS
    lemma = token.lemma[:-2] + "y" if token.lemma.endswith("plie") else token.lemma  # the lemmatiser's "resupplie"
    row = movement_rows().get((lemma, "noun" if noun else "verb")) if noun or token.pos == "VERB" else None
    row = row if noun else phrasal(parse, token) or row
    if noun and _is_verb_mistaken(parse, token):
        row, noun = movement_rows()[token.lemma, "verb"], False
    torn = token.dep == "ROOT" and _follows_cargo(parse, token)  # "heroin moves from", read as one noun phrase
    if noun and row is None and (torn or _is_joined_to_verb(parse, token)):
        row, noun = movement_rows().get((lemma, "verb")), torn
    row = movement_rows()["hand over", "verb"] if leaves_behind(parse, token) else _set_phrase(parse, token) or row
    if row is None and token.tag == "VBG":
        row, noun = movement_rows().get((token.text.lower(), "noun")), True
    if row is None or (noun and _only_adds(parse, token)) or _is_other(parse, token, row):
        return None
    return Trigger(token.index, noun, row[2], row[3] == "yes", row[4])


def leaves_behind(parse: Parse, verb: Token) -> bool:
    """Tell whether somebody leaves or hides something that he brought: "left the rifles in Gao", not "left Gao"."""
    left = children(parse, verb.index, "dobj") if verb.lemma in LEAVING and verb.pos == "VERB" else ()
    return bool(left) and all(t.lemma in {"it", "they"} or load_at(t) for t in left)


def _is_joined_to_verb(parse: Parse, token: Token) -> bool:
    """Tell whether a bare noun is joined to a verb by "and", as verbs read wrongly are: "take off and land at".

    Or to a name: "fly from Gao and land at Sebha".
    """
    before, after = parse.tokens[token.head], token_after(parse, token)
    joined = token.dep == "conj" and (before.pos == "VERB" or (before.pos == "PROPN" and after.lemma in PLACING))
    return joined and not children(parse, token.index, "det", "amod", "compound", "nummod", "poss")


def _set_phrase(parse: Parse, token: Token) -> Row | None:
    """Return the row of a noun in a set phrase: "en route", "on sale"."""
    if token.lemma == "route" and _preceded(parse, token, {"en", "on"}):
        return movement_rows()["way", "noun"]
    return movement_rows()["sell", "verb"] if token.lemma == "sale" and _preceded(parse, token, {"on"}) else None


def _only_adds(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun of movement tells of none by itself: an attribute, "by way of", "over the bridge"."""
    if noun.dep == "pobj" and has_mark(noun, "conveyance") and _is_means(parse, noun):
        return True
    if noun.lemma in SOURCE:  # "Libya is the main supplier of", and not "sources said"
        return noun.dep != "attr"
    band = noun.lemma == "movement" and any(load.category == "persons" for load in attributes(parse, noun.index))
    if band:  # "the rebel movement"
        return True
    through = noun.lemma == "crossing" or (noun.lemma == "way" and _preceded(parse, noun, {"by"}))
    crossed = noun.dep == "pobj" and parse.tokens[noun.head].lemma in {"over", "across"}
    return through or crossed or _is_attribute(parse, noun)


def _is_means(parse: Parse, noun: Token) -> bool:
    """Tell whether something is only moved in or by a noun of movement: "are driven in convoys from"."""
    preposition = parse.tokens[noun.head]
    verb = parse.tokens[preposition.head]
    return preposition.lemma in {"in", "by", "on", "aboard"} and (verb.lemma, "verb") in movement_rows()


def _is_other(parse: Parse, token: Token, row: Row) -> bool:
    """Tell whether a participle is no movement: "to landing places", what "lorries loaded with rifles" hold."""
    if row[2] == "load":
        held = any(t.lemma in {"with", "down"} for t in children(parse, token.index))
        return held and token.dep in {"acl", "amod"}
    if row[0] in marks("berths"):
        return not any(has_mark(parse.tokens[i], "conveyance") for i in subjects(parse, token.index))
    after = token_after(parse, token)
    return token.tag == "VBG" and token.lemma == "land" and after.pos == "NOUN" and not load_at(after)


def phrasal(parse: Parse, verb: Token) -> Row | None:
    """Return the row of a verb with its particle or its way: "turned up", "put them ashore", "took the road"."""
    if verb.lemma not in _with_particles():
        return None
    after = token_after(parse, verb)
    particles = [after] if after.head == verb.index else []
    beside = children(parse, verb.index, "prt", "advmod", "dobj")
    beside += tuple(t for thing in beside if thing.dep == "dobj" for t in children(parse, thing.index, "advmod"))
    particles += [t for t in beside if t.index > verb.index]  # "took the rifles aboard", hung on the rifles
    rows = (movement_rows().get((f"{verb.lemma} {particle.lemma}", "verb")) for particle in particles)
    row = next((row for row in rows if row), None)
    found = row is not None and row[0] == "turn up" and bool(children(parse, verb.index, "dobj"))
    return movement_rows()["find", "verb"] if found else row  # "a search turned up 40 rifles"


@cache
def _with_particles() -> frozenset[str]:
    """Return the verbs that tell of a movement with a particle: nearly all words are none, and are asked first."""
    return frozenset(phrase.split()[0] for phrase, pos in movement_rows() if pos == "verb" and " " in phrase)


def _is_verb_mistaken(parse: Parse, token: Token) -> bool:
    """Tell whether a verb was read as a noun before its own object, as happens in "traders ship cocaine"."""
    head = parse.tokens[token.head]
    while head.dep == "compound" and head.index > token.index:
        head = parse.tokens[head.head]
    moved = head.index > token.index and load_at(head) is not None and token.dep in {"compound", "nsubj"}
    said = head.dep == "dobj" and parse.tokens[head.head].lemma in SAYING  # "the file says the gang move cocaine"
    heads_clause = said or head.dep in {"ROOT", "relcl", "ccomp", "advcl"}
    infinitive = token.index > 0 and parse.tokens[token.index - 1].tag == "TO"  # "plotting to ship grenade launchers"
    return moved and (heads_clause or infinitive) and (token.lemma, "verb") in movement_rows()


def _follows_cargo(parse: Parse, token: Token) -> bool:
    before = parse.tokens[max(token.index - 1, 0)]
    return before.head == token.index and load_at(before) is not None


def _preceded(parse: Parse, token: Token, words: set[str]) -> bool:
    return token.index > 0 and parse.tokens[token.index - 1].text.lower() in words


def _is_pointing(parse: Parse, token: Token) -> bool:
    """Tell whether a word says of its subject where it was to go: "the rifles had been destined for"."""
    if token.lemma not in POINTING and token.text.lower() not in POINTING:
        return False
    follower = token_after(parse, token)
    if (token.text.lower(), follower.text.lower()) not in direction_rows():
        return False
    if token.dep == "acl":  # "weapons bound for", unless the words above say what was done with them
        found = any(is_find(above.lemma) for above in ancestors(parse, token.index))
        return bool(loads_in(parse, token.head)) and not found
    named = children(parse, token.index, "nsubj") if token.tag in PAST else ()
    if named and not children(parse, token.index, "aux", "dobj") and loads_in(parse, named[0].index):
        return True  # "a barge was found to hold 300 kilos of coca paste destined for Pasto"
    copular = parse.tokens[token.head].lemma == "be" if token.dep == "acomp" else is_passive(parse, token.index)
    return token.dep in CLAUSES and copular


def mistaken_gerund(parse: Parse, token: Token) -> Row | None:
    """Return the row of a gerund that was read as an attribute of its own object: "accused of flying rifles from"."""
    cargo = parse.tokens[token.head]
    attribute = token.dep in {"amod", "compound"} and cargo.dep in {"pobj", "dobj"}
    if not attribute or not token.text.lower().endswith("ing"):
        return None
    first = min((t.index for t in children(parse, cargo.index)), default=token.index)
    if first != token.index or parse.tokens[cargo.head].index != token.index - 1 or not loads_in(parse, cargo.index):
        return None
    stem = token.text.lower()[:-3]
    bases = (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
    return next((row for base in bases if (row := movement_rows().get((base, "verb")))), None)


def _is_attribute(parse: Parse, token: Token) -> bool:
    """Tell whether a noun only qualifies another: the "transport" of "transport minister", not of "transport route"."""
    head = parse.tokens[token.head]
    while head.dep in {"compound", "amod"}:
        head = parse.tokens[head.head]
    known = (head.lemma, "noun") in movement_rows() or head.lemma in marks("channel")
    return token.dep in MODIFIERS and head.index > token.index and not known
