"""What speakers say of their own side: that it did not do it, lost nothing, or will do it."""

from geo.denials.rebutting import is_known_matter
from geo.denials.words import deeds, forces, marked, violence
from geo.lexicon import load_words
from geo.model import Parse, Token
from geo.syntax import children, is_negated, is_passive, subjects, subtree

THREATENING = frozenset({"warn", "threaten", "vow", "swear", "pledge"})
OWN_DOERS = frozenset({"it", "they", "we", "he", "she", "its", "their", "our", "his", "her"})
OWN_POSSESSIVES = frozenset({"its", "their", "our", "his", "her"})
FIRES = frozenset(
    {"fire", "launch", "drop", "use", "carry", "conduct", "order", "take", "touch", "hit", "harm", "target"}
)
ACTS = FIRES | {"fly", "be", "operate", "enter", "cross", "approach", "leave", "shoot", "work", "patrol"}
PARTS = frozenset({"part", "role", "hand", "involvement", "share", "participation", "complicity"})
TAKES = frozenset({"take", "have", "play"})
BEHIND = frozenset({"behind", "responsible", "involved", "guilty", "implicated"})
ALONE = frozenset({"he", "she", "his", "her"})
SEVERAL = frozenset({"police", "army", "government", "ministry", "military", "press", "they", "it", "we"})
LOSSES = frozenset({"loss", "casualty", "defeat"})
LOSES = frozenset({"lose", "suffer", "sustain", "fall", "surrender", "retreat", "withdraw", "flee", "abandon"})
HOLDS = frozenset({"hold", "have", "detain", "arrest", "keep", "take", "abduct", "kidnap", "seize"})
HARMS = frozenset({"harm", "hurt", "target", "mistreat", "touch"})
NONE = frozenset({"none", "nobody", "nothing"})
HAPPENS = frozenset({"be", "happen", "occur", "take"})
KINDS = frozenset({"kind", "sort", "description", "type"})
ARE_OF = frozenset({"be", "come", "belong", "originate", "hail"})
FIRED = frozenset({"shell", "rocket", "missile", "mortar", "drone", "bullet", "shot", "bomb", "aircraft", "plane"})


def is_of_own(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb rebuts what its speaker's own side did or lost: "denies that its planes crossed the border".

    So it is of "denied it had lost any aircraft", "denied having a hand in it" and "denied that the raiders came from
    his district", not of "denied it had run out of fuel".
    """
    if verb.lemma not in marked("rebuts"):
        return False
    if any(t.lemma in LOSSES for t in children(parse, verb.index, "dobj")):
        return True
    clauses = children(parse, verb.index, "ccomp", "xcomp", "pcomp")
    return any(_is_own_deed(parse, c) for c in clauses if agrees(parse, verb, c))


def agrees(parse: Parse, verb: Token, clause: Token) -> bool:
    """Tell whether a "he" in what is said may be its speaker: not in "relatives said he had no bodyguards".

    Parameters
    ----------
    parse
        The text.
    verb
        The verb of saying.
    clause
        The verb of what is said.
    """
    who = children(parse, clause.index, "nsubj", "nsubjpass")
    if not any(t.lemma in ALONE for s in who for t in (s, *children(parse, s.index, "poss"))):
        return True
    speakers = [parse.tokens[i] for i in subjects(parse, verb.index)]
    return len(speakers) == 1 and not any(_is_several(t) for t in speakers)


def _is_several(noun: Token) -> bool:
    return noun.tag in {"NNS", "NNPS"} or noun.entity in {"ORG", "NORP", "GPE"} or noun.lemma in SEVERAL


def _is_own_deed(parse: Parse, clause: Token) -> bool:
    who = children(parse, clause.index, "nsubj", "nsubjpass")
    own = all(is_own_doer(s) or _is_own_force(parse, s) for s in who)
    if clause.lemma in HARMS and is_passive(parse, clause.index):
        return True  # "denied that anybody had been harmed"
    if own and (_has_share(parse, clause) or (who and is_of_holding(parse, clause))):
        return True
    if any(s.tag == "PRP" for s in who):
        return clause.lemma in LOSES
    return any(clause.lemma not in deeds() and _is_own_force(parse, s) for s in who) or _is_of_doers(parse, clause)


def _has_share(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of a part in what was told: "took part", "had a hand in it", "was behind it"."""
    below = children(parse, clause.index, "dobj", "acomp", "attr", "prep", "oprd")
    if any(not _is_in_known(parse, t) for t in (clause, *below)):
        return False
    if clause.lemma in {"involve", "participate", "implicate"}:
        return True
    parts = clause.lemma in TAKES and any(t.lemma in PARTS for t in below)
    return parts or (clause.lemma == "be" and any(t.lemma in BEHIND for t in below))


def _is_in_known(parse: Parse, word: Token) -> bool:
    """Tell whether a word has no "in", "for" or "behind" with what is not told of already."""
    own = (word,) if word.dep == "prep" else children(parse, word.index, "prep")
    nouns = (
        t for p in own if p.lemma in {"in", "for", "of", "behind", "with"} for t in children(parse, p.index, "pobj")
    )
    return all(is_known_matter(parse, t) for t in nouns)


def is_of_holding(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of holding those of whom was told: "holding him", "are in its custody".

    Parameters
    ----------
    parse
        The text.
    clause
        Its verb.
    """
    known = any(t.tag == "PRP" for t in children(parse, clause.index, "dobj"))
    return (clause.lemma in HOLDS and known) or any(t.lemma == "custody" for t in _pobjs(parse, clause))


def _is_of_doers(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says who or whence the known doers are: "the raiders were Pokot", "the shells came"."""
    if clause.lemma not in ARE_OF:
        return False
    who = (s for s in children(parse, clause.index, "nsubj") if any(t.lemma == "the" for t in children(parse, s.index)))
    return any(s.lemma in FIRED or s.lemma in load_words("attackers") for s in who)


def _is_own_force(parse: Parse, noun: Token) -> bool:
    owned = any(t.lemma in OWN_POSSESSIVES for t in children(parse, noun.index, "poss"))
    return owned and noun.lemma in forces()


def is_none_of_theirs(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says that what was told was not its speaker's deed, or did not happen.

    Parameters
    ----------
    parse
        The text.
    clause
        The verb of what somebody says.
    """
    who = children(parse, clause.index, "nsubj", "nsubjpass")
    if not who and clause.dep == "conj":
        who = children(parse, clause.head, "nsubj", "nsubjpass")
    if any(_is_without(parse, s) for s in who) or children(parse, clause.index, "expl"):
        return _by_nobody(parse, clause, who)
    if is_negated(parse, clause.index) and (_is_of_doers(parse, clause) or _is_others_work(parse, clause, who)):
        return True
    own = any(is_own_doer(s) or any(is_own_doer(t) for t in children(parse, s.index, "poss")) for s in who)
    return own and (_did_nothing(parse, clause) or (is_negated(parse, clause.index) and _did_not(parse, clause)))


def _by_nobody(parse: Parse, clause: Token, who: tuple[Token, ...]) -> bool:
    """Tell whether nobody did it: "no shot was fired by its men", "none of its men was involved", "no such raid"."""
    if _is_no_such(parse, clause, who):
        return True
    own = any(parse.tokens[i].lemma in OWN_POSSESSIVES for i in subtree(parse, clause.index))
    nobody = [s for s in who if _is_without(parse, s)]
    if own and nobody:
        return True
    return clause.lemma in ACTS and any(s.lemma in forces() for s in nobody)


def _is_no_such(parse: Parse, clause: Token, who: tuple[Token, ...]) -> bool:
    """Tell whether it did not happen: "no such raid", "nothing of the kind happened", "no raid took place"."""
    if clause.lemma not in HAPPENS:
        return False
    for noun in (*who, *children(parse, clause.index, "attr", "dobj")):
        beside = {t.lemma for t in children(parse, noun.index, "amod", "predet")}
        of_kind = any(parse.tokens[i].lemma in KINDS for i in subtree(parse, noun.index))
        deed = noun.lemma in violence() and noun.tag == "NN" and not beside
        if _is_without(parse, noun) and ("such" in beside or of_kind or deed):
            return True
    return False


def _did_nothing(parse: Parse, clause: Token) -> bool:
    """Tell whether doers did nothing: "had nothing to do with it", "burned nothing", "had no troops"."""
    beside = children(parse, clause.index, "dobj", "attr", "acomp", "prep")
    if clause.lemma == "have" and any(t.lemma == "nothing" for t in beside):  # "had nothing to do with it"
        done = [parse.tokens[i] for i in subtree(parse, clause.index) if parse.tokens[i].lemma == "do"]
        return any(_is_in_known(parse, t) for t in done)
    without = [b for b in beside if _is_without(parse, b)]
    if clause.lemma == "have":  # "had no troops in the area"
        return any(b.lemma in forces() or (b.lemma in PARTS and _is_in_known(parse, b)) for b in without)
    acts = clause.lemma in FIRES or (clause.lemma in deeds() and any(b.lemma in NONE for b in without))
    return bool(without) and (acts or any(b.lemma in PARTS for b in beside))


def _did_not(parse: Parse, clause: Token) -> bool:
    """Tell whether a negated clause is of a deed: "was not behind it", "is not holding him", "do not kill"."""
    if _has_share(parse, clause) or is_of_holding(parse, clause):
        return True
    near = any(parse.tokens[i].lemma == "near" for i in subtree(parse, clause.index))
    habit = any(t.text.lower() in {"do", "does"} for t in children(parse, clause.index, "aux"))
    return (clause.lemma == "be" and near) or (habit and clause.lemma in deeds() | FIRES)


def _is_others_work(parse: Parse, clause: Token, who: tuple[Token, ...]) -> bool:
    """Tell whether a negated clause says of a deed or of captives that they are not its speaker's.

    So do "it was not us", "it was not our work" and "they are not in its custody".
    """
    nouns = (*children(parse, clause.index, "attr"), *_pobjs(parse, clause))
    mine = any(t.lemma in {"we", "us", "i", "me"} for t in nouns)
    ours = any(t.lemma in {"work", "doing", "custody"} and children(parse, t.index, "poss") for t in nouns)
    return clause.lemma == "be" and any(s.tag in {"PRP", "DT"} for s in who) and (mine or ours)


def _pobjs(parse: Parse, clause: Token) -> tuple[Token, ...]:
    return tuple(t for p in children(parse, clause.index, "prep") for t in children(parse, p.index, "pobj"))


def _is_without(parse: Parse, noun: Token) -> bool:
    return noun.lemma in NONE or any(t.lemma == "no" for t in children(parse, noun.index, "det"))


def is_own_denial(parse: Parse, index: int) -> bool:
    """Tell whether a speaker says that he did not do it: "the army said it had not shelled the camp".

    Parameters
    ----------
    parse
        The text.
    index
        Token index of a negated verb.
    """
    past = {t.text.lower() for t in children(parse, index, "aux")} & {"did", "had", "has", "have"}
    return bool(past) and _is_own(parse, index, marked("says")) and bool(children(parse, index, "dobj", "prep"))


def is_own_threat(parse: Parse, index: int) -> bool:
    """Tell whether a speaker says that he will do it: "the army warned that it would bomb the town".

    Parameters
    ----------
    parse
        The text.
    index
        Token index of a verb.
    """
    to_come = {t.text.lower() for t in children(parse, index, "aux")} & {"will", "would", "'ll"}
    return bool(to_come) and _is_own(parse, index, THREATENING)


def _is_own(parse: Parse, index: int, saying: frozenset[str]) -> bool:
    """Tell whether speakers are the subject of what they say, or it is theirs ("its troops")."""
    verb = parse.tokens[index]
    if verb.dep != "ccomp" or parse.tokens[verb.head].lemma not in saying:
        return False
    subjects = (s for s in children(parse, index, "nsubj") if s.index < index)
    return any(is_own_doer(s) or any(is_own_doer(t) for t in children(parse, s.index, "poss")) for s in subjects)


def is_own_doer(word: Token) -> bool:
    """Tell whether a word is a pronoun by which a side speaks of itself."""
    return word.lemma in OWN_DOERS
