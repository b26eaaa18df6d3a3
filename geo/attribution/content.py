"""What a verb of saying says: its clause, its object, or the sentence that it stands in aside."""

from collections.abc import Iterator

from geo.attribution.said import span
from geo.attribution.tales import tale
from geo.denials import PARTS, is_charge
from geo.lexicon.shared import cues
from geo.model import Parse, Token
from geo.syntax import children, clause_of, is_passive, prepositional, subtree
from geo.syntax.tags import VERBS

CLAIMED = frozenset({"life", "victim"})
OF_DEEDS = frozenset({"deny", "disown", "disavow", "disclaim"})
TELLS = ("rumour", "record", "paper")  # kinds of nouns for what tells of something
LETS, KNOWN = frozenset({"let", "make"}), frozenset({"know", "known", "clear", "plain"})
HEARD_BY = frozenset({"tell", "inform", "assure"})  # whose object hears it
REACH = 80  # tokens within which what is said has its verb


def content(parse: Parse, verb: Token) -> tuple[int, int]:
    """Return the characters of what is said: the clause, the object, or the sentence that the verb stands in aside."""
    clauses = _clauses_of(parse, verb)
    if clauses:
        return span(parse, _told(parse, verb, [i for clause in clauses for i in _without_speech(parse, clause)]))
    stated = _clauses_of_papers(parse, verb)
    if stated:
        return span(parse, [i for clause in stated for i in subtree(parse, clause.index)])
    if children(parse, verb.index, "xcomp") or (
        is_passive(parse, verb.index) and verb.dep in {"ROOT", "conj", "ccomp"}
    ):
        return span(parse, _without_next(parse, verb))
    as_told = verb.dep == "advcl" and any(c.lemma == "as" for c in children(parse, verb.index))
    if verb.dep == "parataxis" or (as_told and not _denies(parse, verb)):
        above = parse.tokens[verb.head]
        torn = above.dep == "amod"  # "the house that, he says, masked men burned"
        return span(parse, subtree(parse, clause_of(parse, above.head) if torn else above.index))
    objects = [c for c in children(parse, verb.index, "dobj") if _is_told(parse, verb, c)]
    told = (*objects, *_deeds_beside(parse, verb, objects))
    return span(parse, [i for c in told for i in _told_by(parse, verb, c)])


def _told_by(parse: Parse, verb: Token, noun: Token) -> tuple[int, ...]:
    """Return the words of what an object tells; of a claim that is denied also those hung elsewhere."""
    tells = _denies(parse, verb) and any((noun.lemma, kind) in cues() for kind in TELLS)
    return tale(parse, noun) if tells else subtree(parse, noun.index, frozenset({"relcl"}))


def _is_told(parse: Parse, verb: Token, noun: Token) -> bool:
    """Tell whether a verb's object is what is said: "denied the attack", not "a bomb claimed four lives"."""
    told = kind_of(parse, verb) == "reports" and _may_deny(parse, verb, noun)
    return noun.lemma not in CLAIMED and (told or noun.pos == "NUM" or _befallen(parse, noun))


def verb_name(parse: Parse, verb: Token) -> str:
    """Return a verb's dictionary form with its particle, "point out", or with what it lets be: "let it be known"."""
    if verb.lemma in LETS:
        return next((f"{verb.lemma} {t.lemma}" for t in children(parse, verb.index, "ccomp") if t.lemma in KNOWN), "")
    particles = children(parse, verb.index, "prt")
    return f"{verb.lemma} {particles[0].lemma}" if particles else verb.lemma


def kind_of(parse: Parse, verb: Token) -> str | None:
    """Return whether a verb says or reports, or None."""
    name = verb_name(parse, verb)
    return next((kind for kind in ("says", "reports", "lets", "tags") if (name, kind) in cues()), None)


def _clauses_of(parse: Parse, verb: Token) -> list[Token]:
    """Return the clauses of what is said."""
    return [*children(parse, verb.index, "ccomp"), *_hung_on_hearer(parse, verb)]


def _hung_on_hearer(parse: Parse, verb: Token) -> Iterator[Token]:
    """Yield what parsers hang on who is told: "told the judges he was away", "told a patrol that guards had fired"."""
    for hearer in children(parse, verb.index, "dobj") if verb.lemma in HEARD_BY else ():
        for clause in children(parse, hearer.index, "relcl"):
            who = children(parse, clause.index, "nsubj", "nsubjpass")
            if who and all(t.tag not in {"WP", "WDT", "WP$"} for t in children(parse, clause.index)):
                yield clause


def _denies(parse: Parse, verb: Token) -> bool:
    return cues().get((verb_name(parse, verb), "reports")) == "denied"


def _may_deny(parse: Parse, verb: Token, noun: Token) -> bool:
    """Tell whether a verb denies what a noun tells: not "rejected the offer of his killers".

    A deed itself can only be denied or disowned; to reject or repudiate one is to condemn it.
    """
    told = any((noun.lemma, kind) in cues() for kind in TELLS)
    return not _denies(parse, verb) or verb.lemma in OF_DEEDS or told or is_charge(noun)


def _without_speech(parse: Parse, clause: Token) -> list[int]:
    """Return a clause without what is said next: "denied that they had lost it, saying two had died"."""
    later = (c for c in children(parse, clause.index, "advcl") if c.tag == "VBG" and kind_of(parse, c))
    said = {i for c in later for i in subtree(parse, c.index)}
    return [i for i in subtree(parse, clause.index) if i not in said]


def _without_next(parse: Parse, verb: Token) -> list[int]:
    """Return a verb and what is below it, the verbs beside it left out: "denied hitting it and said the army had"."""
    beside = {i for c in children(parse, verb.index, "conj") for i in subtree(parse, c.index)}
    return [i for i in subtree(parse, verb.index) if i not in beside]


def _befallen(parse: Parse, noun: Token) -> bool:
    """Tell whether a headline's noun has what befell it: "Army says five rebels killed in raid"."""
    return any(c.tag == "VBN" for c in children(parse, noun.index, "acl"))


def _deeds_beside(parse: Parse, verb: Token, objects: list[Token]) -> tuple[Token, ...]:
    """Return the "in the attack" of "denied any part in the attack" where parsers hang it on the verb."""
    own = any(c.lemma in PARTS for c in objects)
    return tuple(c for c in children(parse, verb.index, "prep") if c.lemma in {"in", "for"}) if own else ()


def _clauses_of_papers(parse: Parse, verb: Token) -> list[Token]:
    """Return the clauses that hang on a text, not on the verb of saying: "said in a statement that the army …"."""
    papers = [p for p in prepositional(parse, verb.index, ("in", "on", "by", "through")) if p > verb.index]
    beside = [c for paper in papers for c in children(parse, paper, "acl", "relcl")]
    clauses = (*beside, *(c for each in beside for c in children(parse, each.index, "ccomp")))  # "faxed to us that"
    return [c for c in clauses if any(m.lemma == "that" for m in children(parse, c.index, "mark"))]


def _told(parse: Parse, verb: Token, content: list[int]) -> list[int]:
    """Return what is told without what somebody else tells before a semicolon: "A said this; B said that"."""
    near = range(verb.index - 1, max(min(content), verb.index - REACH), -1)
    mark = next((i for i in near if parse.tokens[i].text == ";"), None)
    if mark is None:
        return content
    words = (parse.tokens[i] for i in content)
    apart = any(t.lemma == verb.lemma if t.index < mark else t.index > verb.index and t.pos in VERBS for t in words)
    return [i for i in content if i > mark] if apart else content
