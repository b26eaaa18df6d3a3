"""A verb after another -> whether it goes on with the same event: the same people's deed, at no other place or time."""

from geo.incidents.counted_from import UNITS
from geo.incidents.where.place_names import words
from geo.incidents.who.nouns.kinds import THINGS, kind_of
from geo.model import Parse, Token, Trigger
from geo.syntax import ancestors, children, conjuncts, is_passive, prepositional, subtree
from geo.syntax.tags import CLAUSES, NOUNS, OBJECTS, TIMES, VERBS

DIES = frozenset({"die", "succumb"})  # "were wounded on Monday, and on Tuesday two died"
STEPS = frozenset({"advcl", "pcomp", "xcomp", "conj"})
SUBJECTS = ("nsubj", "nsubjpass")
WRECKING = frozenset({"arson", "robbery", "sabotage", "attack"})
AT = ("in", "at", "near", "outside", "on", "around", "to")
ON_THINGS = frozenset({"bombing", "arson", "sabotage", "robbery"})  # done to one thing after another
WRECKS = frozenset({"bombing", "sabotage", "arson"})
FIGHTS = frozenset({"battle", "raid", "attack"})
WINS = FIGHTS | {"seizure"}  # "seized a base after two days of fighting"
TAKING = frozenset({"abduction", "detention"})
KILLING = frozenset({"shooting", "assassination", "execution", "bombing"})
WHEN = frozenset({"when", "as"})
AIMS = frozenset({"target", "hit", "strike", "attack", "shell", "bomb"})
TOLD = frozenset({"xcomp", "ccomp"})
BEGINS = frozenset({"erupt", "begin", "start", "break", "flare", "ensue"})
OCCURS = frozenset({"occur", "happen"})
BESIDE = frozenset({"ccomp", "parataxis", "conj", "dep"})


def goes_on(parse: Parse, one: Trigger, other: Trigger) -> bool:
    """Tell whether a trigger tells a further step of what one before it tells.

    Parameters
    ----------
    parse, one, other
        The text, and two triggers of one sentence, in its order.
    """
    if one.noun and one.type == "protest":
        return False
    first, second = verb_of(parse, one), verb_of(parse, other)
    if _is_participle_of(parse, first, second, one):
        return True
    if (
        other.noun
        and one.type in WINS
        and other.type == "battle"
        and _governs(parse, first) & _joined_to(parse, second)
    ):
        return True
    if first == second or _is_set_apart(parse, first, second) or _is_another_deed(parse, one, other, second):
        return False
    how = _is_how(parse, first, second) or (one.type in KILLING | {"attack"} and _is_why(parse, first, second))
    how = how or (one.type == other.type == "sabotage" and _had_been_done(parse, second))
    how = how or (one.noun and other.type not in TAKING and _is_how_it_came(parse, one, first, second))
    return how or _is_joined(parse, first, second, other) or _is_wreck(parse, first, other)


def _is_another_deed(parse: Parse, one: Trigger, other: Trigger, second: int) -> bool:
    """Tell whether a verb is of another deed for what it was done to: "blew up a mast and kidnapped two engineers"."""
    kinds = {one.type, other.type}
    if kinds & TAKING and kinds & KILLING and _have_own_objects(parse, verb_of(parse, one), second):
        return True
    taken = one.type in WRECKS and other.type == "abduction" and not one.noun and not is_passive(parse, second)
    on_things = kinds <= ON_THINGS and kinds != {"robbery"}  # "broke into a shop and took two radios"
    return taken or (on_things and _is_another_thing(parse, second))


def verb_of(parse: Parse, trigger: Trigger) -> int:
    """Return the verb that a trigger is or hangs on; itself where there is none."""
    if not trigger.noun:
        return trigger.index
    return next((t.index for t in ancestors(parse, trigger.index) if t.pos in VERBS), trigger.index)


def _is_participle_of(parse: Parse, first: int, second: int, one: Trigger) -> bool:
    """Tell whether a participle says how the same doers went on: "stormed the hotel, setting off a bomb".

    So does what they hit: "are said to have fired missiles, striking Safa", "launched an assault, targeting a base".
    """
    verb = parse.tokens[second]
    while verb.tag == "VBG" and verb.dep in STEPS and not children(parse, verb.index, *SUBJECTS):
        verb = parse.tokens[verb.head]
        if verb.pos not in VERBS:
            verb = parse.tokens[verb.head]
        if verb.index == first or (parse.tokens[first].dep in TOLD and parse.tokens[first].head == verb.index):
            return not one.noun or (parse.tokens[second].lemma in AIMS and _is_object(parse, one.index, first))
    return False


def _is_joined(parse: Parse, first: int, second: int, other: Trigger) -> bool:
    """Tell whether a verb shares its subject with one before it: "attacked the school and took away 41 pupils"."""
    if other.noun and not _is_object(parse, other.index, second):
        return False
    apart = _has_another_doer(parse, first, second) or any(t.lemma == "or" for t in children(parse, first, "cc"))
    return first in _joined_to(parse, second) and not apart


def _joined_to(parse: Parse, verb: int) -> set[int]:
    """Return a verb and those before it with which it shares a subject."""
    found = {verb}
    if parse.tokens[verb].dep == "ccomp" and parse.tokens[parse.tokens[verb].head].lemma == "have":
        verb = parse.tokens[verb].head  # "was dragged out and had his throat slit"
    while _follows(parse, parse.tokens[verb]):
        verb = parse.tokens[verb].head
        found.add(verb)
    return found


def _follows(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb goes on with the subject of one before it, which parsers may make a clause of that one."""
    torn = verb.dep == "advcl" and verb.tag == "VBD" and not children(parse, verb.index, "mark", "advmod")
    return (verb.dep == "conj" or torn) and not children(parse, verb.index, *SUBJECTS)


def _governs(parse: Parse, verb: int) -> set[int]:
    """Return a verb and what it was tried by: "tried to retake"."""
    token = parse.tokens[verb]
    return {verb, token.head} if token.dep == "xcomp" else {verb}


def _is_object(parse: Parse, noun: int, verb: int) -> bool:
    return parse.tokens[noun].head == verb and parse.tokens[noun].dep in OBJECTS


def _have_own_objects(parse: Parse, first: int, second: int) -> bool:
    """Tell whether two verbs each name whom they befell: "shot dead a farmer and abducted three of his workers"."""
    objects = [[t for t in children(parse, verb, "dobj") if t.pos != "PRON"] for verb in (first, second)]
    return all(objects)


def _is_another_thing(parse: Parse, verb: int) -> bool:
    """Tell whether a verb's object is one more thing of its own: "blew up a bridge and set a mill on fire"."""
    things = (t for t in children(parse, verb, "dobj") if kind_of(parse, t.index) in THINGS)
    return any(d.lemma in {"a", "an", "another"} or d.dep == "nummod" for t in things for d in children(parse, t.index))


def _has_another_doer(parse: Parse, first: int, second: int) -> bool:
    """Tell whether what people did is followed by what others did to them: "marched and were attacked by a mob"."""
    return is_passive(parse, second) and not is_passive(parse, first)


def _is_how(parse: Parse, first: int, second: int) -> bool:
    """Tell whether a clause says how the sufferers of another came to it: "was shot when gunmen stormed the camp".

    What they did themselves then is another deed, or none: "were ambushed as they answered a call to a robbery".
    """
    verb = parse.tokens[second]
    if any(t.tag == "PRP" for t in children(parse, second, "nsubj")):
        return False
    said = verb.dep == "advcl" and verb.head in conjuncts(parse, first) and is_passive(parse, first)
    said = said and not is_passive(parse, second) and not prepositional(parse, first, ("by",))
    return said and any(t.lemma in WHEN for t in children(parse, second, "advmod", "mark"))


def _is_why(parse: Parse, first: int, second: int) -> bool:
    """Tell whether people came to harm after what others did: "two were shot and one is missing after guards fired"."""
    verb = parse.tokens[second]
    over = conjuncts(parse, first)
    doers = children(parse, second, "nsubj")
    harmed = is_passive(parse, first) and not prepositional(parse, first, ("by",)) and not is_passive(parse, second)
    after = any(t.lemma == "after" for t in children(parse, second, "mark"))
    others = bool(doers) and not any(t.pos == "PRON" for t in doers)  # "was shot after he attacked"
    return (
        harmed and after and others and not _is_time_after(parse, second) and verb.dep == "advcl" and verb.head in over
    )


def _is_time_after(parse: Parse, verb: int) -> bool:
    """Tell whether it is said how long after a clause something was: "was shot two days after rebels came"."""
    mark = next((t.index for t in children(parse, verb, "mark") if t.lemma == "after"), 0)
    return mark > 0 and parse.tokens[mark - 1].lemma in UNITS


def _had_been_done(parse: Parse, verb: int) -> bool:
    """Tell whether a clause says what had brought it about: "was derailed where rebels had lifted the rails"."""
    clause = parse.tokens[verb].dep in {"relcl", "advcl"}
    return clause and any(t.text.lower() == "had" for t in children(parse, verb, "aux"))


def _is_how_it_came(parse: Parse, noun: Trigger, first: int, second: int) -> bool:
    """Tell whether a clause says how a deed came about: "the attack occurred when two men set off a charge".

    A fight may begin after it, too: "the firefight erupted after militants stormed the post".
    """
    verb = parse.tokens[second]
    marks = {t.lemma for t in children(parse, second, "advmod", "mark")}
    begun = noun.type in FIGHTS and parse.tokens[first].lemma in BEGINS and bool(marks & (WHEN | {"after"}))
    begun = begun and not _is_time_after(parse, second)
    place = any(t.lemma == "place" for t in children(parse, first, "dobj"))
    occurred = (place or parse.tokens[first].lemma in OCCURS) and "when" in marks
    return (begun or occurred) and verb.dep == "advcl" and verb.head == first


def _is_wreck(parse: Parse, first: int, other: Trigger) -> bool:
    """Tell whether a clause beside another only says what was wrecked: "was ambushed; two lorries were burned"."""
    verb = parse.tokens[other.index]
    wrecked = not other.noun and other.type in WRECKING and is_passive(parse, other.index)
    if not wrecked or prepositional(parse, other.index, ("by",)) or _places(parse, other.index):
        return False
    beside = verb.dep in BESIDE and verb.head == first
    above = parse.tokens[first].dep in BESIDE and parse.tokens[first].head == other.index
    return beside or above


# ---------------------------------------------------------------- another place or time


def are_counted_anew(parse: Parse, first: int, second: int) -> bool:
    """Tell whether a verb tells of others at a time of its own: "two died on Monday and a week later six were hurt".

    Parameters
    ----------
    parse, first, second
        The text, and the token indices of two verbs, in its order.
    """
    one = _times(parse, first) or _times(parse, parse.tokens[first].head)
    other = _times(parse, second)
    others = (
        t for t in children(parse, second, *SUBJECTS) if not any(c.lemma == "of" for c in children(parse, t.index))
    )
    counted = any(t.pos == "NUM" or children(parse, t.index, "nummod") for t in others)
    return bool(one and other) and one.isdisjoint(other) and counted and parse.tokens[second].lemma not in DIES


def _is_set_apart(parse: Parse, first: int, second: int) -> bool:
    """Tell whether two verbs are told of different places or of different times."""
    told = ((of(parse, first), of(parse, second)) for of in (_places, _times))
    return any(one and other and one.isdisjoint(other) for one, other in told)


def _places(parse: Parse, verb: int) -> frozenset[str]:
    """Return the names at which a clause puts what it tells."""
    own = (parse.tokens[i] for i in subtree(parse, verb, CLAUSES))
    return frozenset(t.lemma for t in own if t.pos == "PROPN" and t.entity not in TIMES and _is_at(parse, t))


def _is_at(parse: Parse, token: Token) -> bool:
    above = parse.tokens[token.head]
    off = above.lemma == "of" and parse.tokens[above.head].lemma in words("nearby")  # "east of Safed"
    return token.dep == "pobj" and (above.lemma in AT or off)


def _times(parse: Parse, verb: int) -> frozenset[str]:
    """Return the days and hours that a clause gives."""
    own = (parse.tokens[i] for i in subtree(parse, verb, CLAUSES))
    return frozenset(t.lemma for t in own if t.entity in TIMES and t.pos in NOUNS)
