"""Verbs of saying: "police said that …", "…, he said", "told Radio Horizon that …"."""

from collections.abc import Iterator

from geo.attribution.content import content, kind_of, verb_name
from geo.attribution.said import OUTLET, Said, bodies, cue_text, has_outlet_word, speaker_name, tidy
from geo.lexicon import word_class
from geo.lexicon.shared import cues
from geo.model import Modality, Parse, Token
from geo.syntax import children, is_negated, is_passive
from geo.syntax.phrases import phrase_span
from geo.syntax.tags import GOES_ON, PRONOUNS, UNSAID

HEARD = frozenset({"say", "report", "rumor", "rumour"})  # "is said to have", not "was found to have"
NAMES = frozenset({"NOUN", "PROPN", "DET", "ADJ", "CCONJ"})
BODILY = frozenset({"dead", "alive", "unconscious", "wounded", "injured", "hanged", "shoot", "stab"})
BODY_PRONOUNS = frozenset({"it", "they"})


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


def _is_said(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb of saying is used of something said: not "did not say", "would say", "was denied food"."""
    if verb.pos != "VERB" or is_negated(parse, verb.index):
        return False
    helpers = {child.lemma for child in children(parse, verb.index, "aux")}
    denies = "denied" in {cues().get((verb.lemma, kind)) for kind in ("says", "reports")}
    told = any((c.lemma, "rumour") in cues() for c in children(parse, verb.index, "nsubjpass"))
    tried = (f"{verb.lemma} with", "accuses") in cues() and is_passive(parse, verb.index)  # "was charged"
    acts = verb.lemma == "respond" and verb.dep == "advcl"  # "were ambushed as they responded to a robbery"
    refused = (
        tried
        or acts
        or _is_withheld(parse, verb)
        or _is_thing_found(parse, verb)
        or (denies and is_passive(parse, verb.index) and not children(parse, verb.index, "ccomp", "agent"))
    )
    return not (helpers & UNSAID or (refused and not told))


def _is_thing_found(parse: Parse, verb: Token) -> bool:
    """Tell whether somebody came upon a thing, and found nothing to be so: "the bodies were found by soldiers"."""
    held = children(parse, verb.index, "xcomp", "ccomp", "oprd", "acomp")
    told = any(t.lemma not in BODILY for t in held if t.index > verb.index)  # "was found guilty"
    return verb.lemma == "find" and is_passive(parse, verb.index) and not told


def _is_withheld(parse: Parse, verb: Token) -> bool:
    """Tell whether something is denied to who asked for it: "denied bail to a suspect", "denied him a visa"."""
    given = any(t.lemma in word_class("withheld") for t in children(parse, verb.index, "dobj"))
    return verb.lemma == "deny" and (given or bool(children(parse, verb.index, "dative")))


def speaker_of(parse: Parse, verb: Token) -> str | None:
    """Return who says what a verb tells: its subject or agent, or that of the verb or noun it is joined to."""
    if is_passive(parse, verb.index) and not _stands_after_its_subject(parse, verb):
        agents = [n for by in children(parse, verb.index, "agent") for n in children(parse, by.index, "pobj")]
        return speaker_name(parse, agents[0].index) if agents else None
    head = parse.tokens[verb.head]
    own = children(parse, verb.index, "nsubj")
    if own:
        return None if _is_held_of_it(parse, verb) else _in_full(parse, own[0], verb)
    if _shares_subject(parse, verb, head):
        return speaker_of(parse, _sayer_above(parse, head))
    if not _stands_after_its_subject(parse, verb):
        return None
    issuer = parse.tokens[head.head]
    issued = head.dep == "dobj" and (head.lemma, "paper") in cues() and issuer.pos == "VERB"
    return speaker_of(parse, issuer) if issued else speaker_name(parse, head.index)


def _shares_subject(parse: Parse, verb: Token, head: Token) -> bool:
    """Tell whether a verb's speaker is that of the verb above: "rejected this and said", "went on to say"."""
    beside = verb.dep == "advcl" and verb.tag == "VBG" and not is_passive(parse, head.index)
    goes_on = verb.dep == "xcomp" and head.lemma in GOES_ON
    return head.pos == "VERB" and (verb.dep == "conj" or beside or goes_on)


def _sayer_above(parse: Parse, verb: Token) -> Token:
    """Return the verb whose subject says on: of "denied that they had lost it, saying two had died" the first."""
    above = parse.tokens[verb.head]
    return above if verb.dep == "ccomp" and kind_of(parse, above) and not kind_of(parse, verb) else verb


def _is_held_of_it(parse: Parse, verb: Token) -> bool:
    """Tell whether a participle was read as active: the "woman believed to have been taken" believes nothing."""
    thought = cues().get((verb.lemma, "says")) == "possible"
    infinitives = (c for c in children(parse, verb.index, "xcomp") if c.tag in {"VB", "VBN"})
    return thought and any(children(parse, c.index, "aux", "auxpass") for c in infinitives)


def _stands_after_its_subject(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb hangs on its subject: "the man saying", or "the group boasted of" read as a noun phrase."""
    head = parse.tokens[verb.head]
    return verb.dep == "acl" and (verb.tag in {"VBG", "VBD"} or (head.dep == "ROOT" and verb.index == head.index + 1))


def _in_full(parse: Parse, subject: Token, verb: Token) -> str | None:
    """Return a speaker with what stands before the verb if it names him: "the police chief, Inspector Musa, said"."""
    name, span = _named_or_antecedent(parse, subject, verb), phrase_span(parse, subject.index)
    rest = [t for t in parse.tokens[subject.index + 1 : verb.index] if t.start >= span.end and t.pos != "AUX"]
    named = any(t.entity == "PERSON" for t in rest) and name and subject.tag not in PRONOUNS
    if not named or not all(t.pos in NAMES or t.tag in {",", "-LRB-", "-RRB-"} for t in rest):
        return name
    last = next(t for t in reversed(rest) if t.pos in NAMES)
    return tidy(parse.text[span.start : last.end])


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
