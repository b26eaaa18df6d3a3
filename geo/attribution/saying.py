"""Verbs of saying: "police said that …", "…, he said", "told Radio Horizon that …"."""

from collections.abc import Iterator

from geo.attribution.closing import headline, told_before
from geo.attribution.said import OUTLET, Said, bodies, cue_text, cues, has_outlet_word, span, speaker_name
from geo.denials import is_charge
from geo.model import Modality, Parse, Token
from geo.phrases import phrase_span
from geo.syntax import children, is_negated, is_passive, prepositional, subtree
from geo.tags import VERBS

CLAIMED = frozenset({"life", "victim"})
OF_DEEDS = frozenset({"deny", "disown", "disavow", "disclaim"})
REACH = 80  # tokens within which what is said has its verb
HEARD = frozenset({"say", "report", "rumor", "rumour"})  # "is said to have", not "was found to have"
PARTS = frozenset({"part", "role", "hand", "involvement", "responsibility", "participation", "complicity"})
BODY_PRONOUNS = frozenset({"it", "they"})
GOES_ON = frozenset({"go", "continue", "proceed", "hasten"})
UNSAID = frozenset({"will", "would", "can", "could", "should", "shall", "must"})


def says(parse: Parse, verb: Token, source: str | None) -> Iterator[Said]:
    """Read "police said that …", "…, he said", "told Radio Horizon that …", "are believed to …"."""
    kind = kind_of(parse, verb)
    if not kind or not _is_said(parse, verb) or owned(parse, verb):
        return
    start, end = content(parse, verb)
    speaker = speaker_of(parse, verb)
    modality = cues()[verb_name(parse, verb), kind] or _hearsay(parse, verb)
    if speaker or modality:
        yield Said(start, end, speaker, cue_text(parse, verb), modality, verb.index)
    outlet = told_outlet(parse, verb)
    if outlet and speaker and outlet != source:
        yield Said(start, end, outlet, cue_text(parse, verb), None, verb.index, OUTLET)


def _hearsay(parse: Parse, verb: Token) -> Modality | None:
    """Return what the passive or its subject makes of what is told: "is said to have", "unconfirmed reports say"."""
    subjects = children(parse, verb.index, "nsubj")
    hedges = (cues().get((a.lemma, "phrase")) for s in subjects for a in children(parse, s.index, "amod"))
    rumours = (cues().get((s.lemma, "rumour")) for s in subjects if s.tag == "NNS")
    found = next((m for m in (*hedges, *rumours) if m), None)
    passive = verb.lemma in HEARD and is_passive(parse, verb.index) and children(parse, verb.index, "xcomp")
    return found or ("possible" if passive and not children(parse, verb.index, "agent") else None)


def verb_name(parse: Parse, verb: Token) -> str:
    """Return a verb's dictionary form with its particle: "point out"."""
    particles = children(parse, verb.index, "prt")
    return f"{verb.lemma} {particles[0].lemma}" if particles else verb.lemma


def _is_said(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb of saying is used of something said: not "did not say", "would say", "was denied food"."""
    if not (verb.pos == "VERB" or _is_read_as_noun(parse, verb)) or is_negated(parse, verb.index):
        return False
    helpers = {child.lemma for child in children(parse, verb.index, "aux")}
    denies = "denied" in {cues().get((verb.lemma, kind)) for kind in ("says", "reports")}
    told = any((c.lemma, "rumour") in cues() for c in children(parse, verb.index, "nsubjpass"))
    tried = (f"{verb.lemma} with", "accuses") in cues() and is_passive(parse, verb.index)  # "was charged"
    refused = tried or (denies and is_passive(parse, verb.index) and not children(parse, verb.index, "ccomp", "agent"))
    return not (helpers & UNSAID or (refused and not told))


def _is_read_as_noun(parse: Parse, word: Token) -> bool:
    """Tell whether a verb was taken for a noun, as "claims" in "…, the ministry claims": it has a subject, a clause."""
    named = children(parse, word.index, "nsubj", "compound")
    return bool(word.tag == "NNS" and word.dep == "ROOT" and named and _clauses_of(parse, word))


def _clauses_of(parse: Parse, verb: Token) -> list[Token]:
    """Return the clauses of what is said; a verb read as a noun has them as a relative clause with a plain "that"."""
    relative = children(parse, verb.index, "relcl", "acl") if verb.pos == "NOUN" else ()
    marked = (c for c in relative if any(m.lemma == "that" for m in children(parse, c.index, "mark")))
    return [*children(parse, verb.index, "ccomp"), *marked]


def kind_of(parse: Parse, verb: Token) -> str | None:
    """Return whether a verb says or reports, or None."""
    name = verb_name(parse, verb)
    return next((kind for kind in ("says", "reports") if (name, kind) in cues()), None)


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
        return span(parse, subtree(parse, verb.head))
    before = told_before(parse, verb)
    if before:
        return span(parse, before)
    objects = [
        c
        for c in children(parse, verb.index, "dobj")
        if c.lemma not in CLAIMED  # "a bomb claimed four lives"
        if (kind_of(parse, verb) == "reports" and _may_deny(parse, verb, c)) or c.pos == "NUM" or _befallen(parse, c)
    ]
    told = (*objects, *_deeds_beside(parse, verb, objects))
    return span(parse, [i for c in told for i in subtree(parse, c.index, frozenset({"relcl"}))])


def _denies(parse: Parse, verb: Token) -> bool:
    return cues().get((verb_name(parse, verb), "reports")) == "denied"


def _may_deny(parse: Parse, verb: Token, noun: Token) -> bool:
    """Tell whether a verb denies what a noun tells: not "rejected the offer of his killers".

    A deed itself can only be denied or disowned; to reject or repudiate one is to condemn it.
    """
    told = any((noun.lemma, kind) in cues() for kind in ("rumour", "record", "paper"))
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


def speaker_of(parse: Parse, verb: Token) -> str | None:
    """Return who says what a verb tells: its subject or agent, or that of the verb or noun it is joined to."""
    if is_passive(parse, verb.index) and not _stands_after_its_subject(parse, verb):
        agents = [n for by in children(parse, verb.index, "agent") for n in children(parse, by.index, "pobj")]
        return speaker_name(parse, agents[0].index) if agents else None
    head = parse.tokens[verb.head]
    own = children(parse, verb.index, "nsubj")
    if own:
        return None if _is_held_of_it(parse, verb) else _named_or_antecedent(parse, _who(parse, verb, own), verb)
    if _is_read_as_noun(parse, verb):  # "the army command communique states that"
        return phrase_span(parse, verb.index).text.rsplit(maxsplit=1)[0]
    if _shares_subject(parse, verb, head):
        return speaker_of(parse, _sayer_above(parse, head))
    return speaker_name(parse, head.index) if _stands_after_its_subject(parse, verb) else None


def _who(parse: Parse, verb: Token, subjects: tuple[Token, ...]) -> Token:
    """Return the subject that speaks, where parsers see several: the last after a comma, if what is told stands before.

    So it is in "…, killing ten, most of them traders, and wounding six, the council said".
    """
    if headline(parse, verb) or _is_topic(parse, subjects[0]):
        return subjects[-1]
    told = any(t.index < subjects[0].index for t in children(parse, verb.index, "ccomp"))
    after_comma = [s for s in subjects if parse.tokens[subtree(parse, s.index)[0] - 1].text == ","]
    return after_comma[-1] if told and after_comma else subjects[0]


def _shares_subject(parse: Parse, verb: Token, head: Token) -> bool:
    """Tell whether a verb's speaker is that of the verb above: "rejected this and said", "went on to say"."""
    beside = verb.dep == "advcl" and verb.tag == "VBG" and not is_passive(parse, head.index)
    goes_on = verb.dep == "xcomp" and head.lemma in GOES_ON
    return head.pos == "VERB" and (verb.dep == "conj" or beside or goes_on)


def _sayer_above(parse: Parse, verb: Token) -> Token:
    """Return the verb whose subject says on: of "denied that they had lost it, saying two had died" the first."""
    above = parse.tokens[verb.head]
    return above if verb.dep == "ccomp" and kind_of(parse, above) and not kind_of(parse, verb) else verb


def _is_topic(parse: Parse, subject: Token) -> bool:
    """Tell whether a headline's topic was read as a subject: "Fiji: No Justice for the Dead (Suva) - …, he said"."""
    return subject.index + 1 < len(parse.tokens) and parse.tokens[subject.index + 1].text == ":"


def _is_held_of_it(parse: Parse, verb: Token) -> bool:
    """Tell whether a participle was read as active: the "woman believed to have been taken" believes nothing."""
    thought = cues().get((verb.lemma, "says")) == "possible"
    infinitives = (c for c in children(parse, verb.index, "xcomp") if c.tag in {"VB", "VBN"})
    return thought and any(children(parse, c.index, "aux", "auxpass") for c in infinitives)


def _stands_after_its_subject(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb hangs on its subject: "the man saying", or "the group boasted of" read as a noun phrase."""
    head = parse.tokens[verb.head]
    return verb.dep == "acl" and (verb.tag in {"VBG", "VBD"} or (head.dep == "ROOT" and verb.index == head.index + 1))


def _named_or_antecedent(parse: Parse, subject: Token, verb: Token) -> str | None:
    if subject.lemma in {"who", "that"}:
        return speaker_name(parse, verb.head) if verb.dep == "relcl" else None
    return speaker_name(parse, _doer_told_of(parse, subject, verb).index)


def _doer_told_of(parse: Parse, subject: Token, verb: Token) -> Token:
    """Return the navy of "the navy sank a boat, it said", else the subject itself."""
    told = (c for c in children(parse, verb.index, "ccomp") if c.index < subject.index)
    doers = (d for c in told for d in children(parse, c.index, "nsubj") if d.lemma in bodies() or d.entity == "ORG")
    return next(doers, subject) if subject.lemma in BODY_PRONOUNS else subject


def told_outlet(parse: Parse, verb: Token) -> str | None:
    """Return the outlet that somebody spoke to: "told Radio Horizon"."""
    if verb.lemma != "tell":
        return None
    hearers = children(parse, verb.index, "dobj", "dative")
    names = ((h, phrase_span(parse, h.index).text) for h in hearers)
    return next((name for h, name in names if h.entity == "ORG" or has_outlet_word(name)), None)


def owned(parse: Parse, verb: Token) -> Token | None:
    """Return "responsibility" in "claimed responsibility for"."""
    if (verb.lemma, "owns") not in cues():
        return None
    return next((c for c in children(parse, verb.index, "dobj") if (c.lemma, "owned") in cues()), None)
