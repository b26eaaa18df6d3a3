"""A deed to come -> whether somebody threatens it: "will bomb the port unless", "a caller said a bomb would go off"."""

from geo.denials import OWN_POSSESSIVES
from geo.incidents.who.kinds import CIVIL, SETS_OFF, SIDES, attacks, is_weapon, kind_of
from geo.lexicon import word_class
from geo.model import IncidentType, Parse, Token, Trigger
from geo.syntax import agents, children, is_negated, is_passive, prepositional, subjects

TO_COME = frozenset({"will", "would", "shall", "'ll", "’ll"})
VOWS = frozenset({"vow", "swear", "threaten", "warn", "promise", "pledge"})
UNLESS = frozenset({"unless", "until", "till"})
SPEAKERS = frozenset({"we", "i"})
OWN = OWN_POSSESSIVES | SPEAKERS | {"they", "it", "he"}
TELLS = frozenset({"tell", "warn", "order", "give", "have", "ask", "face"})
POWERS = SIDES | {"government"}
LAWFUL: frozenset[IncidentType] = frozenset({"detention", "seizure", "protest", "battle"})


def is_threat(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether what will be done is threatened by those who would do it, or by who speaks for them.

    What others foretell or fear is none: "analysts said rebels would shell the town if the talks failed".

    Parameters
    ----------
    parse
        The text.
    trigger
        An event's word.
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
    speakers = subjects(parse, verb.head) if verb.dep in {"ccomp", "parataxis"} else ()
    words = {parse.tokens[i].lemma for i in speakers}
    if words & word_class("warner") or _is_own(parse, verb, speakers):
        return True
    doers = agents(parse, verb.index)
    foes = [i for i in doers if attacks(parse, i)]
    rebels = any(kind_of(parse, i) != "state_force" for i in foes)  # not "if attacked, the peacekeepers will shoot"
    if _is_vowed(parse, verb, speakers):
        return True
    if words & word_class("foreteller") or not _has_condition(parse, verb, said=bool(speakers) or rebels):
        return False
    if is_passive(parse, verb.index) and not doers:
        return any(kind_of(parse, i) in POWERS or attacks(parse, i) for i in speakers)
    return bool(foes) or any(parse.tokens[i].lemma in SPEAKERS for i in doers)


def _is_vowed(parse: Parse, verb: Token, speakers: tuple[int, ...]) -> bool:
    """Tell whether fighters vow it of whom they do not name as doers: "the rebels swore that he would be killed"."""
    vowed = parse.tokens[verb.head].lemma in VOWS and is_passive(parse, verb.index)
    return vowed and any(kind_of(parse, i) != "state_force" and attacks(parse, i) for i in speakers)


def _is_own(parse: Parse, verb: Token, speakers: tuple[int, ...]) -> bool:
    """Tell whether fighters, or several people, say it of themselves or of what is theirs: "said his guns would"."""
    doers = [parse.tokens[i] for i in agents(parse, verb.index)]
    own = any(t.lemma in OWN for d in doers for t in (d, *children(parse, d.index, "poss")))
    speakers = (*speakers, *(n for i in speakers for n in prepositional(parse, i, ("of", "for"))))  # "a spokesman of"
    several = any(parse.tokens[i].tag == "NNS" and kind_of(parse, i) in CIVIL for i in speakers)
    return own and (several or any(attacks(parse, i) for i in speakers))


def _has_condition(parse: Parse, verb: Token, *, said: bool) -> bool:
    """Tell whether it is to be done unless something is, or, where somebody says so, if or "should" something be."""
    clauses = children(parse, verb.index, "advcl", "ccomp")
    asked = (t for c in clauses for t in children(parse, c.index, "mark", "advmod", "aux"))
    return any(t.lemma in UNLESS or (said and t.text.lower() in {"if", "should"}) for t in asked)


def _is_alternative(parse: Parse, verb: Token) -> bool:
    """Tell whether it will be done to those who do not do as they are told: "had an hour to leave or be shot"."""
    last = parse.tokens[verb.head] if verb.dep == "ccomp" else verb  # "or have their houses burnt"
    first = parse.tokens[last.head]
    told = parse.tokens[first.head]
    if last.dep != "conj" or last.tag not in {"VB", "VBN"} or told.lemma not in TELLS:
        return False
    bidden = any(t.lemma == "to" for t in children(parse, first.index, "aux"))
    either = any(t.lemma == "or" for t in children(parse, first.index, "cc"))
    forced = is_passive(parse, told.index) or any(attacks(parse, i) for i in agents(parse, told.index))
    return bidden and either and forced
