"""What speakers say of a deed that was none of theirs, or that never was: "fired nothing", "there was no such raid"."""

from geo.denials.others_did import harms
from geo.denials.own import (
    FIRES,
    HAPPENS,
    SHARES_IN,
    has_share,
    is_in_known,
    is_of_doers,
    is_own_or_theirs,
)  # fmt: skip
from geo.denials.whose import is_of_holding, is_without
from geo.denials.words import OURS, OWN_POSSESSIVES, PARTS, deeds, deeds_told, forces, marked, violence
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import (
    by_prepositions,
    children,
    has_no,
    is_known,
    is_negated,
    is_passive,
    prepositional,
    subjects,
    subtree,
)
from geo.syntax.tags import NOBODY

KNOWING = frozenset({"knowledge", "record", "information"})
KNOWS = frozenset({"know", "hear", "learn", "aware"})
REPORTED = frozenset({"report", "record", "register", "log"})  # "no such incident had been reported"
KINDS = frozenset({"kind", "sort", "description", "type", "whatever", "whatsoever"})
DAYS = frozenset({"day", "night", "week", "date", "evening", "morning", "afternoon", "month", "time"})


def is_none_of_theirs(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says that what was told was not its speaker's deed, or did not happen."""
    who = tuple(parse.tokens[i] for i in subjects(parse, clause.index))
    if any(is_without(parse, s) for s in who) or children(parse, clause.index, "expl"):
        return _by_nobody(parse, clause, who)
    if _never_happened(parse, clause, who):
        return True
    if is_negated(parse, clause.index) and (is_of_doers(parse, clause) or _is_others_work(parse, clause, who)):
        return True
    if not any(is_own_or_theirs(parse, s) for s in who):
        return False
    if knows_of_none(parse, clause) or _did_nothing(parse, clause):
        return True
    return is_negated(parse, clause.index) and _did_not(parse, clause)


def _by_nobody(parse: Parse, clause: Token, who: tuple[Token, ...]) -> bool:
    """Tell whether nobody did it: "no shot was fired by its men", "none of its men was involved", "no such raid"."""
    if _is_no_such(parse, clause, who):
        return True
    nobody = [s for s in (*who, *children(parse, clause.index, "attr")) if is_without(parse, s)]
    ours = any(s.lemma in forces() | deeds_told().keys() | marked("matter") for s in nobody)
    idle = children(parse, clause.index, "acomp")  # "no helicopter was available that day"
    if ours and not idle and _is_of_then(parse, clause):
        return True  # "no operation was under way on that date"
    if nobody and _is_owned(parse, clause):
        return not any(_is_owned(parse, s) for s in nobody) or not _is_harmed(parse, clause)
    return False


def _is_of_then(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of the time told of: "that day", "on that date", "at the time"."""
    days = (i for i in subtree(parse, clause.index) if parse.tokens[i].lemma in DAYS)
    return any(d.lemma in {"that", "those"} for i in days for d in children(parse, i, "det"))


def _never_happened(parse: Parse, clause: Token, who: tuple[Token, ...]) -> bool:
    """Tell whether what was told is said not to have happened: "the raid never happened", "it never took place"."""
    known = any(t.tag in {"PRP", "DT"} or (t.lemma in deeds_told() and is_known(parse, t.index)) for t in who)
    place = any(t.lemma == "place" for t in children(parse, clause.index, "dobj"))
    return (place or clause.lemma in {"happen", "occur"}) and known and is_negated(parse, clause.index)


def _is_owned(parse: Parse, word: Token) -> bool:
    return any(parse.tokens[i].lemma in OWN_POSSESSIVES for i in subtree(parse, word.index))


def _is_harmed(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of what befell its subject, and of no deed of his: "none of its men was hurt"."""
    return is_passive(parse, clause.index) and clause.lemma not in SHARES_IN | {"deploy", "station", "send"}


def _is_no_such(parse: Parse, clause: Token, who: tuple[Token, ...]) -> bool:
    """Tell whether it did not happen: "no such raid", "nothing of the kind happened", "no raid took place"."""
    if clause.lemma not in HAPPENS | REPORTED:
        return False
    for noun in (*who, *children(parse, clause.index, "attr", "dobj")):
        beside = {t.lemma for t in children(parse, noun.index, "amod", "predet")}
        of_kind = any(parse.tokens[i].lemma in KINDS for i in subtree(parse, noun.index))
        deed = noun.lemma in violence() and noun.tag == "NN" and not beside
        if is_without(parse, noun) and ("such" in beside or of_kind or deed):
            return True
        if noun.lemma == "nothing" and clause.lemma in {"happen", "occur"}:
            return not prepositional(parse, clause.index, ("to",))  # "nothing had happened to him"
    return False


def knows_of_none(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says that nothing like it is known: "knew of no such raid", "was not aware of any"."""
    heard = (clause, *children(parse, clause.index, "acomp", "dobj", "attr"))
    known = [t for t in heard if t.lemma in KNOWS | KNOWING]
    nothing = [t for t in heard if t.lemma in NOBODY]
    nouns = [parse.tokens[i] for t in (*known, *nothing) for i in prepositional(parse, t.index, ("of", "about"))]
    such = [n for n in nouns if any(t.lemma == "such" for t in children(parse, n.index, "amod", "predet"))]
    none = bool(nothing) or is_negated(parse, clause.index) or any(has_no(parse, t.index) for t in (*known, *such))
    return bool(such) and none


def _did_nothing(parse: Parse, clause: Token) -> bool:
    """Tell whether doers did nothing: "had nothing to do with it", "burned nothing", "had no troops"."""
    beside = children(parse, clause.index, "dobj", "attr", "acomp", "prep")
    if clause.lemma == "have" and any(t.lemma == "nothing" for t in beside):  # "had nothing to do with it"
        return has_share(parse, clause)
    without = [b for b in beside if is_without(parse, b)]
    if clause.lemma == "have":  # "had no troops in the area", "had no record of his arrest"
        parts = (b for b in without if b.lemma in PARTS | KNOWING)
        return any(b.lemma in forces() for b in without) or any(is_in_known(parse, b) for b in parts)
    return bool(without) and clause.lemma in harms() and not any(b.lemma in PARTS for b in beside)


def _did_not(parse: Parse, clause: Token) -> bool:
    """Tell whether a negated clause is of a deed: "was not behind it", "is not holding him", "do not kill"."""
    if has_share(parse, clause) or is_of_holding(parse, clause):
        return True
    near = any(parse.tokens[i].lemma == "near" for i in subtree(parse, clause.index))
    habit = any(t.text.lower() in {"do", "does"} for t in children(parse, clause.index, "aux"))
    idle = any(t.lemma in word_class("taken_idly") for t in children(parse, clause.index, "dobj"))
    return near or (habit and clause.lemma in deeds() | FIRES and not idle)


def _is_others_work(parse: Parse, clause: Token, who: tuple[Token, ...]) -> bool:
    """Tell whether a negated clause says of a deed or of captives that they are not its speaker's.

    So do "it was not us", "it was not our work" and "they are not in its custody".
    """
    nouns = (*children(parse, clause.index, "attr"), *by_prepositions(parse, clause.index))
    ours = any(t.lemma in OURS | {"work", "doing", "custody"} for t in nouns)
    return clause.lemma == "be" and any(s.tag in {"PRP", "DT"} for s in who) and ours
