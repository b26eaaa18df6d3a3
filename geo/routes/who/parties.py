"""Who people are: armed by name, serving the state, supplied by others, or people at all."""

from geo.lexicon.cargo import EVERYDAY
from geo.lexicon.parties import LONGEST, side_at_end, sides
from geo.lexicon.shared import armed_nouns, nouns_of, singular
from geo.model import Parse, Token
from geo.model.remembered import remembered
from geo.routes.triggers import Trigger
from geo.routes.what.cargo import measured, plain_load, whole_load
from geo.routes.words import has_mark, marks, verb_has_mark
from geo.syntax import children, is_passive, subjects
from geo.syntax.tags import PAST

OWNING = ("poss", "compound", "amod", "nmod")
KEEPING = frozenset({"keep", "leave", "get", "have"})


def is_people(token: Token) -> bool:
    """Tell whether a noun stands for people: "men", "gunmen", "the crowd", "soldiers"."""
    return token.lemma in nouns_of("person", "group", "civilians", "state_force")


def is_plural(token: Token) -> bool:
    """Tell whether a noun stands for several, also where it was read as the name of one: "Gambians"."""
    several = token.tag in {"NNS", "NNPS", "CD"} or token.lemma in {"they", "we"}
    return several or (token.tag == "NNP" and token.text.lower().endswith("s"))


def is_law(token: Token) -> bool:
    """Tell whether a noun stands for those who seize things by law: "customs", "the cutter"."""
    return token.lemma in nouns_of("state_force") or has_mark(token, "law")


@remembered
def is_armed(parse: Parse, noun: int) -> bool:
    """Tell whether a noun stands for armed people: "the Taliban", "Boko Haram", "the rebels"."""
    owner = parse.tokens[noun].dep == "poss"  # "the rebels' savings"
    load = whole_load(parse, noun) if owner else plain_load(parse, noun)
    fights = load is not None and load.category == "persons" and load.use not in EVERYDAY
    owned = any(is_party(parse, t.index) for t in children(parse, noun, "poss"))  # "Renamo's bands"
    word = singular(parse.tokens[noun].text.lower())
    called = sides().get(word) == "group" or word in armed_nouns() & nouns_of("group")
    return fights or owned or called or is_party(parse, noun)


def is_party(parse: Parse, noun: int) -> bool:
    """Tell whether a noun ends the name of an armed group: "the FMLN"."""
    return side_named(parse, noun) == "name"


def side_named(parse: Parse, noun: int) -> str:
    """Return the side of those whose own name a noun ends, "" of none: "name" of an armed group, "state" of an army."""
    first = max(noun - LONGEST + 1, parse.sentences[parse.tokens[noun].sentence].first)
    return side_at_end(parse.text[parse.tokens[first].start : parse.tokens[noun].end].casefold())


def supplied(parse: Parse, trigger: Trigger) -> tuple[int, ...]:
    """Return those who are supplied or armed, also "gangs … are kept supplied with", "the rebels' supply line"."""
    token = parse.tokens[trigger.token]
    if trigger.noun and (way := _supply_line(parse, token)) is not None:
        return tuple(t.index for t in children(parse, way, *OWNING) if not has_mark(t, "given"))
    if trigger.frame not in {"provide", "equip"} or trigger.noun:
        return ()
    above = parse.tokens[token.head]
    kept = token.tag in PAST and above.lemma in KEEPING
    who = children(parse, token.index, "dobj", "nsubjpass", *(("nsubj",) if kept else ()))
    # "are fed arms", where the subject was hung on "are"
    who = tuple(n for t in children(parse, token.index, "auxpass") for n in children(parse, t.index, "nsubj")) or who
    return tuple(t.index for t in who or (children(parse, above.index, "nsubjpass", "dobj") if kept else ()))


def _supply_line(parse: Parse, noun: Token) -> int | None:
    """Return the line, route or corridor of a "supply line", asked of either word."""
    ways = (w for w in (noun, parse.tokens[noun.head]) if has_mark(w, "channel"))
    supplies = (w.index for w in ways if any(has_mark(t, "given") for t in children(parse, w.index, "compound")))
    return next(supplies, None)


def is_drawn(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether it is armed people who receive something: "the rebels draw their petrol from"."""
    takes = trigger.frame == "take" and not trigger.noun and not is_passive(parse, trigger.token)
    return takes and any(is_armed(parse, i) for i in subjects(parse, trigger.token))


def are_recruited(parse: Parse, people: int, verb: int) -> bool:
    """Tell whether people are made fighters before they are moved: "men trained in Khost", "was recruited and sent".

    Parameters
    ----------
    parse, people
        The text, and the noun or pronoun for them.
    verb
        The verb of movement.
    """
    said = [t for noun in measured(parse, people) for t in children(parse, noun, "acl", "relcl")]
    token = parse.tokens[verb]
    while token.dep == "conj":
        token = parse.tokens[token.head]
        said.append(token)
    return any(verb_has_mark(parse, t, "recruiting") for t in said)


def is_joining(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb beside a movement of people makes them fighters or slaves: "to fight", "and were sold"."""
    if verb.lemma != "join":
        return verb.lemma in marks("joining")
    joined = children(parse, verb.index, "dobj")
    return any(is_armed(parse, t.index) or has_mark(t, "war") for t in joined)
