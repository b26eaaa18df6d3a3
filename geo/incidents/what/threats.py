"""A deed to come -> whether somebody threatens it: "will bomb the port unless", "a caller said a bomb would go off"."""

from geo.denials import OWN_POSSESSIVES
from geo.incidents.speech import is_saying
from geo.incidents.who.around.antecedents import meant
from geo.incidents.who.nouns.arms import SETS_OFF, is_weapon
from geo.incidents.who.nouns.kinds import CIVIL, SIDES, attacks, kind_of
from geo.lexicon import word_class
from geo.model import IncidentType, Parse, Token, Trigger
from geo.syntax import agents, children, direct_objects, has_helper, is_negated, is_passive, prepositional, subjects
from geo.syntax.tags import TIMES

TO_COME = frozenset({"will", "would", "shall", "'ll", "’ll"})
VOWS = frozenset({"vow", "swear", "threaten", "warn", "promise", "pledge"})
UNLESS = frozenset({"unless", "until", "till"})
SPEAKERS = frozenset({"we", "i"})
OWN = OWN_POSSESSIVES | SPEAKERS | {"they", "it", "he"}
TELLS = frozenset({"tell", "warn", "order", "give", "have", "ask", "face"})
POWERS = SIDES | {"government"}
ANYONE = frozenset({"man", "woman", "person", "stranger"})
HELD = frozenset({"hostage", "captive"})
WARNS = frozenset({"warn", "threaten"})
EVERY = frozenset({"any", "every", "all", "each"})
WHOEVER = frozenset({"anyone", "anybody", "whoever", "everyone", "everybody", "those"})
LAWFUL: frozenset[IncidentType] = frozenset({"detention", "seizure", "protest", "battle"})


def is_threat(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether what will be done is threatened by those who would do it, or by who speaks for them.

    What others foretell or fear is none: "analysts said rebels would shell the town if the talks failed".
    """
    verb = parse.tokens[trigger.index]
    if trigger.noun or trigger.type in LAWFUL or is_negated(parse, verb.index):
        return False
    return _is_alternative(parse, verb) or (_is_to_come(parse, verb) and _is_meant(parse, verb))


def _is_to_come(parse: Parse, verb: Token) -> bool:
    """Tell whether something will be done, and not to a bomb that was found: "said it would detonate the shell"."""
    first = parse.tokens[verb.head] if verb.dep == "conj" else verb  # "will come down and burn"
    to_come = any(t.text.lower() in TO_COME for v in (verb, first) for t in children(parse, v.index, "aux"))
    clears = verb.lemma in SETS_OFF and any(is_weapon(parse, t.index) for t in children(parse, verb.index, "dobj"))
    return to_come and not clears


def _is_meant(parse: Parse, verb: Token) -> bool:
    """Tell whether those who would do it say so, or set a condition; of callers and leaflets nothing more is asked."""
    saying = _saying(parse, verb)
    speakers = () if saying is None else _speakers(parse, saying)
    words = {parse.tokens[i].lemma for i in speakers}
    if words & word_class("warner") or _is_own(parse, verb, speakers):
        return True
    doers = [i for i in agents(parse, verb.index) if parse.tokens[i].entity not in TIMES]  # "by Friday"
    foes = [i for i in doers if attacks(parse, i)]
    rebels = any(kind_of(parse, i) != "state_force" for i in foes)  # not "if attacked, the peacekeepers will shoot"
    if _is_vowed(parse, verb, speakers):
        return True
    conditional = _has_condition(parse, verb, saying, said=bool(speakers) or rebels)
    warned = saying is not None and saying.lemma in WARNS and any(parse.tokens[i].lemma in OWN for i in speakers)
    warned = warned or any(attacks(parse, i) for i in speakers)
    conditional = conditional or (warned and _befalls_whoever(parse, verb.index))
    if words & word_class("foreteller") or not conditional:
        return False
    if is_passive(parse, verb.index) and not doers:
        held = any(parse.tokens[i].lemma in HELD for i in subjects(parse, verb.index))
        told = saying is not None and is_passive(parse, saying.index)  # "was told that she would be killed unless"
        known = any(kind_of(parse, i) in POWERS or _is_anyone(parse, i) for i in speakers)
        return held or told or warned or known
    return bool(foes) or any(parse.tokens[i].lemma in SPEAKERS for i in doers)


def _saying(parse: Parse, verb: Token) -> Token | None:
    """Return the verb by which a deed to come is said, put in or not: "The bridge, it warned, would be blown up"."""
    if verb.dep in {"ccomp", "parataxis"}:
        above = parse.tokens[verb.head]
        return parse.tokens[above.head] if _is_should(parse, above) else above
    return next((t for t in children(parse, verb.index, "parataxis") if is_saying(t)), None)


def _speakers(parse: Parse, saying: Token) -> tuple[int, ...]:
    """Return who says it, and of which people he is one: the letter of "pushed a letter under the door saying"."""
    above = parse.tokens[saying.head]
    if saying.tag == "VBG" and saying.dep == "advcl":
        letters = (t for t in children(parse, above.index, "dobj", "nsubjpass") if t.lemma in word_class("warner"))
        if found := tuple(t.index for t in letters):
            return found
    nested = subjects(parse, above.index) if saying.dep == "ccomp" else ()  # "they said he would be shot, an aide said"
    own = [n for i in nested or agents(parse, saying.index) for n in meant(parse, i)]
    return (*own, *(n for i in own for n in prepositional(parse, i, ("of", "for"))))  # "a spokesman of", "one of"


def _is_anyone(parse: Parse, noun: int) -> bool:
    """Tell whether a speaker is one of whom nothing is known: "somebody", "a man"."""
    token = parse.tokens[noun]
    unknown = token.lemma in ANYONE and not children(parse, noun, "relcl", "acl", "appos", "compound")
    return unknown or token.lemma in word_class("somebody")


def _is_vowed(parse: Parse, verb: Token, speakers: tuple[int, ...]) -> bool:
    """Tell whether fighters vow it of whom they do not name as doers: "the rebels swore that he would be killed"."""
    vowed = parse.tokens[verb.head].lemma in VOWS and is_passive(parse, verb.index)
    return vowed and any(kind_of(parse, i) != "state_force" and attacks(parse, i) for i in speakers)


def _is_own(parse: Parse, verb: Token, speakers: tuple[int, ...]) -> bool:
    """Tell whether fighters, or several people, say it of themselves or of what is theirs: "said his guns would"."""
    doers = [parse.tokens[i] for i in agents(parse, verb.index)]
    own = any(t.lemma in OWN for d in doers for t in (d, *children(parse, d.index, "poss")))
    several = any(parse.tokens[i].tag == "NNS" and kind_of(parse, i) in CIVIL for i in speakers)
    return own and (several or any(attacks(parse, i) for i in speakers))


def _has_condition(parse: Parse, verb: Token, saying: Token | None, *, said: bool) -> bool:
    """Tell whether it is to be done unless something is, or, where somebody says so, if or "should" something be."""
    told = (verb,) if saying is None else (verb, saying)
    if said and any(t.lemma == "otherwise" for v in told for t in children(parse, v.index, "advmod")):
        return True
    clauses = [c for v in told for c in children(parse, v.index, "advcl", "ccomp") if c.index != verb.index]
    asked = {t.lemma for c in clauses for t in children(parse, c.index, "mark", "advmod")}
    return bool(asked & UNLESS) or (said and ("if" in asked or any(_is_should(parse, c) for c in clauses)))


def _befalls_whoever(parse: Parse, verb: int) -> bool:
    """Tell whether it is to befall whoever does something: "any shop which opens on Monday", "anyone who votes"."""
    whom = subjects(parse, verb) if is_passive(parse, verb) else direct_objects(parse, verb)
    tokens = [parse.tokens[i] for i in whom]
    any_ = [t for t in tokens if t.lemma in WHOEVER or any(d.lemma in EVERY for d in children(parse, t.index, "det"))]
    return any(children(parse, t.index, "relcl", "acl") for t in any_)


def _is_should(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause begins with "should" for "if"; parsers may hang what it is the condition of on it."""
    helpers = [t.index for t in children(parse, clause.index, "aux") if t.text.lower() == "should"]
    return any(h < i for h in helpers for i in (t.index for t in children(parse, clause.index, "nsubj", "nsubjpass")))


def _is_alternative(parse: Parse, verb: Token) -> bool:
    """Tell whether it will be done to those who do not do as they are told: "had an hour to leave or be shot"."""
    last = parse.tokens[verb.head] if verb.dep == "ccomp" else verb  # "or have their houses burnt"
    first = parse.tokens[last.head]
    told = parse.tokens[first.head]
    if last.dep != "conj" or last.tag not in {"VB", "VBN"} or told.lemma not in TELLS:
        return False
    bidden = has_helper(parse, first.index, "to")
    either = any(t.lemma == "or" for t in children(parse, first.index, "cc"))
    doers = agents(parse, told.index)
    forced = any(attacks(parse, i) or parse.tokens[i].lemma in word_class("warner") for i in doers)
    forced = forced or is_passive(parse, told.index)
    return bidden and either and forced
