"""What others deny of what a sentence tells, in it or in the next one: "…, which Kigali denies", "They denied it."."""

from collections.abc import Iterator
from functools import cache

from geo.lexicon import Row, load_rows
from geo.model import Claim, Parse, Sentence, Token
from geo.phrases import phrase_span
from geo.syntax import children, is_negated, is_passive, subjects, subtree
from geo.trigger_rows import trigger_rows

MARKS = frozenset({"rebuts", "charge", "false", "names"})
RELATIVE = frozenset({"which"})
SAYING = frozenset({"say", "insist", "state", "declare", "maintain", "claim", "add", "tell", "stress", "swear"})
THREATENING = frozenset({"warn", "threaten", "vow", "swear", "pledge"})
OWN_DOERS = frozenset({"it", "they", "we", "he", "she", "its", "their", "our", "his", "her"})
OWN_POSSESSIVES = frozenset({"its", "their", "our", "his", "her"})
FIRES = frozenset({"fire", "launch", "drop", "use", "carry", "conduct", "order"})
ACTS = FIRES | {"fly", "be", "operate", "enter", "cross", "approach", "leave", "shoot", "take", "work", "patrol"}
PARTS = frozenset({"part", "role", "hand", "involvement", "share"})
BEHIND = frozenset({"behind", "responsible", "involved", "guilty"})
MEN = frozenset({"man", "plane", "artillery"})
LOSSES = frozenset({"loss", "casualty", "defeat"})
LOSES = frozenset({"lose", "suffer", "sustain", "fall", "surrender", "retreat", "withdraw", "flee", "abandon"})
OWN_CLAUSES = frozenset({"conj", "relcl", "advcl", "ccomp", "parataxis", "ROOT"})


def _wrong(row: Row) -> str | None:
    return None if row[1] in MARKS else f"mark {row[1]!r} is none of {', '.join(sorted(MARKS))}"


@cache
def _marked(mark: str) -> frozenset[str]:
    return frozenset(word for word, own in load_rows("denials", ("word", "mark"), _wrong) if own == mark)


def denials(parse: Parse, sentence: Sentence, after: int) -> tuple[Claim, ...]:
    """Return who denies what a sentence tells.

    Parameters
    ----------
    parse
        The text.
    sentence
        The sentence.
    after
        Token index of what it tells: only what stands behind it can deny it.

    Returns
    -------
    tuple of Claim
        Each with the denier's sentence as its words.
    """
    inside = (t for t in parse.sentence_tokens(sentence) if t.index > after and t.dep in OWN_CLAUSES)
    following = parse.sentences[sentence.index + 1 : sentence.index + 2]
    roots = (t for follower in following for t in parse.sentence_tokens(follower) if t.dep == "ROOT")
    return tuple(claim for verb in (*inside, *roots) for claim in _denial(parse, verb))


def _denial(parse: Parse, verb: Token) -> Iterator[Claim]:
    if is_negated(parse, verb.index) or is_passive(parse, verb.index):
        return
    who = subjects(parse, verb.index)
    rebuts = verb.lemma in _marked("rebuts") and (_is_of_charge(parse, verb) or _is_of_own(parse, verb))
    if not who or not (rebuts or _calls_false(parse, verb) or _names_false(parse, verb) or _disowns(parse, verb)):
        return
    whole = parse.sentences[verb.sentence]
    text = parse.text[whole.start : whole.end].strip()
    start = parse.text.index(text, whole.start)
    by = phrase_span(parse, who[0]).text
    yield Claim(start, start + len(text), text, by, (), verb.text, quoted=False, modality="denied")


def _is_of_charge(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb rebuts "this", "which", "the accusation", or the noun that its clause hangs on."""
    objects = children(parse, verb.index, "dobj")
    if not objects and verb.dep == "relcl":
        return parse.tokens[verb.head].lemma in _marked("charge")
    return any(
        t.lemma in RELATIVE or (t.lemma in _marked("charge") and not children(parse, t.index, "prep", "acl", "relcl"))
        for t in objects
    )


def _is_of_own(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb rebuts what its speaker's own side did or lost: "denies that its planes crossed the border".

    So it is of "denied it had lost any aircraft", not of "denied it had run out of fuel".
    """
    if any(t.lemma in LOSSES for t in children(parse, verb.index, "dobj")):
        return True
    clauses = children(parse, verb.index, "ccomp")
    subjects_of = ((c, s) for c in clauses for s in children(parse, c.index, "nsubj", "nsubjpass"))
    return any(
        c.lemma in LOSES if s.tag == "PRP" else c.lemma not in _deeds() and _is_own_force(parse, s)
        for c, s in subjects_of
    )


@cache
def _deeds() -> frozenset[str]:
    """Return the verbs of deeds that are incidents themselves: to deny one says nothing of what was told before."""
    return frozenset(phrase.split()[0] for phrase, pos, *_ in trigger_rows() if pos == "verb")


def _is_own_force(parse: Parse, noun: Token) -> bool:
    owned = any(t.lemma in OWN_POSSESSIVES for t in children(parse, noun.index, "poss"))
    return owned and noun.lemma in _forces()


@cache
def _forces() -> frozenset[str]:
    """Return the nouns for those who bear arms and for what they move in."""
    rows = load_rows("actors", ("noun", "kind", "armed"))
    return MEN | {noun for noun, kind, armed in rows if armed == "yes" or kind in {"state_force", "group", "vehicle"}}


def _calls_false(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says of what was told just before that it is false: "the army says the video is fake"."""
    if verb.lemma not in SAYING:
        return False
    for clause in children(parse, verb.index, "ccomp"):
        told = (t for t in children(parse, clause.index, "nsubj") if t.lemma in _marked("charge"))
        false = any(t.lemma in _marked("false") for t in children(parse, clause.index, "acomp", "attr"))
        if false and clause.lemma == "be" and not is_negated(parse, clause.index):
            return any(not children(parse, t.index, "prep", "acl", "relcl") for t in told)
    return False


def _names_false(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb gives what was told a name that means it is false: "called the account a fabrication"."""
    if verb.lemma not in _marked("names"):
        return False
    told = [t for t in children(parse, verb.index, "dobj", "nsubj") if t.lemma in _marked("charge")]
    told = told or _before_its_name(parse, verb)
    bare = any(not children(parse, t.index, "acl", "relcl") for t in told)
    return bare and any(parse.tokens[i].lemma in _marked("false") for i in subtree(parse, verb.index) if i > verb.index)


def _before_its_name(parse: Parse, verb: Token) -> list[Token]:
    """Return the charge of "called the charge rebel propaganda", which parsers take for one noun."""
    names = (t.index for t in children(parse, verb.index, "dobj") if t.lemma in _marked("false"))
    return [t for name in names for t in parse.tokens[verb.index + 2 : name] if t.lemma in _marked("charge")]


def _disowns(parse: Parse, verb: Token) -> bool:
    """Tell whether speakers say that it was none of their doing: "said it had nothing to do with it"."""
    return verb.lemma in SAYING and any(_is_none_of_theirs(parse, c) for c in children(parse, verb.index, "ccomp"))


def _is_none_of_theirs(parse: Parse, clause: Token) -> bool:
    who = children(parse, clause.index, "nsubj", "nsubjpass")
    beside = children(parse, clause.index, "dobj", "attr", "acomp", "prep")
    nobody = [s for s in who if _is_without(parse, s)]
    if nobody:  # "no shot was fired by its men", "no aircraft had flown over the town"
        own = any(parse.tokens[i].lemma in OWN_POSSESSIVES for i in subtree(parse, clause.index))
        return own or (clause.lemma in ACTS and any(s.lemma in _forces() for s in nobody))
    if not any(_is_own_doer(parse, s) for s in who):
        return False
    if any(t.lemma == "nothing" for t in beside):  # "had nothing to do with it"
        return clause.lemma == "have" and any(parse.tokens[i].lemma == "do" for i in subtree(parse, clause.index))
    without = [b for b in beside if _is_without(parse, b)]
    if without:
        had_none = clause.lemma == "have" and any(b.lemma in _forces() for b in without)  # "had no troops in the area"
        return had_none or clause.lemma in FIRES or any(b.lemma in PARTS for b in beside)
    return is_negated(parse, clause.index) and clause.lemma == "be" and any(b.lemma in BEHIND for b in beside)


def _is_without(parse: Parse, noun: Token) -> bool:
    return any(t.lemma == "no" for t in children(parse, noun.index, "det"))


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
    return bool(past) and _is_own(parse, index, SAYING) and bool(children(parse, index, "dobj", "prep"))


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
    return any(_is_own_doer(parse, s) for s in children(parse, index, "nsubj") if s.index < index)


def _is_own_doer(parse: Parse, subject: Token) -> bool:
    return subject.lemma in OWN_DOERS or any(t.lemma in OWN_DOERS for t in children(parse, subject.index, "poss"))
