"""What is called false: "it is not true that …", "reports of it proved untrue", "we wrongly reported that …"."""

from collections.abc import Iterator

from geo.attribution.content import TELLS, content, kind_of
from geo.attribution.said import Said, span, speaker_name
from geo.attribution.saying import speaker_of
from geo.attribution.tales import tale
from geo.denials import TRUTH, is_untrue, issuers, marked
from geo.lexicon import word_class
from geo.lexicon.shared import cues
from geo.model import Modality, Parse, Token
from geo.syntax import ancestors, children, is_negated, subtree
from geo.syntax.tags import NOUN_SUBJECTS, NOUNS, VERBS

PREDICATES = frozenset({"be", "prove", "turn", "remain", "become"})
HELPERS = frozenset({"do", "have", "be"})
OWN_TELLINGS = frozenset({
    "report", "word", "rumour", "rumor", "say", "news", "write", "story", "allege", "claim", "statement", "allegation",
})  # fmt: skip
CLAUSES = ("ccomp", "acl", "relcl")
NEAR_TRUTH = 3  # tokens between it and "in" or "to"
WRONGLY = frozenset({"wrongly", "incorrectly", "mistakenly", "erroneously", "falsely"})
EARLIER = frozenset({"early", "earlier", "previous", "original", "initial"})
OWN = frozenset({"our", "we", "my", "i", "the", "that"})
OF_ANOTHER = frozenset({"the", "that", "our"})  # "this report" is the text itself


def untrue(parse: Parse, word: Token, _source: str | None) -> Iterator[Said]:
    """Read "it is not true that …", "it is false that …", and "Not true that …" without a verb."""
    verb = parse.tokens[word.head]
    said_of = word.dep in {"acomp", "attr", "oprd"} and verb.pos in VERBS
    if not said_of and word.dep not in {"ROOT", "ccomp", "amod"}:  # "Not true that …, all calm here"
        return
    holders = [verb.index, word.index] if said_of else [word.index]
    modality = _false(word, negated=any(is_negated(parse, i) for i in holders))
    clauses = [c for i in holders for c in children(parse, i, "ccomp", "csubj", "advcl")]
    if modality and clauses:
        told = [i for clause in clauses for i in subtree(parse, clause.index) if i != word.index]
        yield Said(*span(parse, told), None, word.text, modality, word.index)


def belies(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "called the report of an attack a lie", "described reports as false", "dismissed as fake a video of it"."""
    names = (verb.lemma, "names") in cues()
    denies = cues().get((verb.lemma, "reports")) == "denied" and bool(_as(parse, verb))
    if not (names or denies) or verb.pos != "VERB" or is_negated(parse, verb.index):
        return
    words = [parse.tokens[i] for i in subtree(parse, verb.index) if i > verb.index]
    modality = next((m for t in words if (m := _false(t))), None)
    things = children(parse, verb.index, "dobj", "ccomp", "nsubjpass") or _tellings_below(parse, verb)
    told = [i for thing in things for i in (tale(parse, thing) if _tells(thing) else subtree(parse, thing.index))]
    if modality and told:
        yield Said(*span(parse, told), speaker_of(parse, verb), verb.text, modality, verb.index)


def bogus(parse: Parse, noun: Token, _source: str | None) -> Iterator[Said]:
    """Read "reports of an attack proved untrue", "a video of it was fake", "no truth to reports", "a false rumour"."""
    word = called_false(parse, noun)
    if word is None:
        return
    told = [i for i in {*subtree(parse, noun.index), *tale(parse, noun)} if i > noun.index]
    if word.lemma in TRUTH:  # "no truth in the statement, printed here, that …" hangs on "truth"
        told = [i for i in subtree(parse, parse.tokens[noun.head].head) if i > noun.index] or told
        told = [*told, *(i for i in subtree(parse, word.index) if i > noun.index)]
    if told:
        yield Said(*span(parse, told), None, word.text, "denied", noun.index)


def denial_of(parse: Parse, noun: Token, _source: str | None) -> Iterator[Said]:
    """Read "issued a denial of reports that …" and "its denial that …"."""
    if noun.pos != "NOUN" or cues().get((noun.lemma, "rumour")) != "denied":
        return
    below = (t for t in children(parse, noun.index, "prep", "acl", "ccomp") if t.dep != "prep" or t.lemma == "of")
    told = [i for t in below for i in subtree(parse, t.index) if t.dep != "prep" or i != t.index]
    if told:
        by = next((speaker_name(parse, i) for i in issuers(parse, noun)), None)
        yield Said(*span(parse, told), by, noun.text, "denied", noun.index)


def retracts(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "we wrongly reported that …" and "an earlier version of this article said that …"."""
    subjects = children(parse, verb.index, "nsubj")
    version = any(s.lemma == "version" and _is_earlier(parse, s) for s in subjects)
    wrongly = any(t.lemma in WRONGLY for t in children(parse, verb.index, "advmod"))
    if kind_of(parse, verb) and verb.pos == "VERB" and (version or wrongly):
        yield Said(*content(parse, verb), None, verb.text, "denied", verb.index)


def _is_earlier(parse: Parse, noun: Token) -> bool:
    return any(t.lemma in EARLIER for t in children(parse, noun.index, "amod"))


def withdraws(parse: Parse, noun: Token, _source: str | None) -> Iterator[Said]:
    """Read "The report was false." after the sentence that told what was reported."""
    before = parse.sentences[noun.sentence - 1] if noun.sentence else None
    known = any(t.lemma in OF_ANOTHER for t in children(parse, noun.index, "det", "poss"))
    own = _is_outlets_own(parse, noun) and not children(parse, noun.index, "prep", "acl", "relcl")
    word = called_false(parse, noun)
    if before is not None and word and known and own and any(map(_tells_verb, parse.sentence_tokens(before))):
        yield Said(*span(parse, tuple(range(before.first, before.last))), None, word.text, "denied", noun.index)


def elliptic(parse: Parse) -> Iterator[Said]:
    """Read "They did not.", "It was not;" and "This is a lie." after a sentence that told what was reported."""
    for sentence in parse.sentences[1:]:
        denying = (t for t in parse.sentence_tokens(sentence) if t.lemma in HELPERS)
        root = next((t for t in denying if _is_bare_no(parse, t) or (t.dep == "ROOT" and is_untrue(parse, t))), None)
        before = parse.sentences[sentence.index - 1]
        words = parse.sentence_tokens(before)
        told = any(t.lemma in OWN_TELLINGS for t in words) and any(t.dep in CLAUSES for t in words)
        if root is not None and told:
            yield Said(*span(parse, tuple(range(before.first, before.last))), None, root.text, "denied", root.index)


def _is_bare_no(parse: Parse, helper: Token) -> bool:
    """Tell whether a helping verb stands alone with a pronoun and "not": "They had not;"."""
    first = parse.sentences[helper.sentence].first
    alone = not children(parse, helper.index, "dobj", "acomp", "attr", "prep", "xcomp", "advcl")
    pronoun = any(t.tag == "PRP" for t in parse.tokens[first : helper.index])
    after = parse.tokens[helper.index + 1 : helper.index + 3]
    ends = len(after) == 2 and after[0].lemma in {"not", "n't"} and after[1].text in {".", ";"}
    return alone and helper.index - first == 1 and pronoun and ends


def _is_outlets_own(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun's clause is said by nobody else: "The report was false; the school is open."."""
    verb = parse.tokens[noun.head]
    above = parse.tokens[verb.head]
    return verb.dep in {"ROOT", "conj"} or (verb.dep == "ccomp" and not kind_of(parse, above))


def _tells_verb(token: Token) -> bool:
    return token.pos == "VERB" and any((token.lemma, kind) in cues() for kind in ("says", "reports"))


def called_false(parse: Parse, noun: Token) -> Token | None:
    """Return the word that calls a rumour, a report or a recording false, or None."""
    if not _tells(noun):
        return None
    own = (t for t in children(parse, noun.index, "amod") if _false(t))
    return next(own, None) or _predicate(parse, noun) or _no_truth(parse, noun) or _taken_back(parse, noun)


def _tells(noun: Token) -> bool:
    """Tell whether a word stands for what tells of something; taggers take "Reports that …" for a verb."""
    is_noun = noun.pos in NOUNS or noun.dep in NOUN_SUBJECTS
    forms = {noun.lemma, noun.text.lower().removesuffix("s")}
    return is_noun and any((form, kind) in cues() for form in forms for kind in TELLS)


def _predicate(parse: Parse, noun: Token) -> Token | None:
    """Return the word in "… were false", "… is a fabrication", "… turned out to be a hoax", "… was debunked"."""
    verb = parse.tokens[noun.head]
    if noun.dep not in NOUN_SUBJECTS:
        return None
    if noun.dep == "nsubjpass":
        named = (t for c in children(parse, verb.index, "xcomp") for t in children(parse, c.index, "acomp", "attr"))
        false = _false(verb, negated=is_negated(parse, verb.index))
        return verb if false else next(filter(_false, named), None) or _joined_predicate(parse, verb)
    if verb.lemma not in PREDICATES:
        return _joined_predicate(parse, verb)
    negated = is_negated(parse, verb.index)
    holders = [verb.index, *(c.index for c in children(parse, verb.index, "xcomp"))]
    said = (t for i in holders for t in children(parse, i, "acomp", "attr", "oprd"))
    said_of = [*said, *(parse.tokens[i] for i in holders)]
    return next((t for t in said_of if _false(t, negated=negated)), None)


def _joined_predicate(parse: Parse, verb: Token) -> Token | None:
    """Return the word of a second verb: "rumours of a raid were checked and are untrue"."""
    second = (
        t for t in children(parse, verb.index, "conj") if t.lemma in PREDICATES and not is_negated(parse, t.index)
    )
    return next((t for v in second for t in children(parse, v.index, "acomp", "attr") if _false(t)), None)


def _taken_back(parse: Parse, noun: Token) -> Token | None:
    """Return the verb in "please disregard our report of …"."""
    verb = parse.tokens[noun.head]
    own = any(t.lemma in OWN for t in children(parse, noun.index, "poss", "det"))
    back = noun.dep == "dobj" and own and verb.lemma in word_class("takes_back")
    return verb if back and not is_negated(parse, verb.index) else None


def _no_truth(parse: Parse, noun: Token) -> Token | None:
    """Return "truth" in "there is no truth to reports that …", "no truth whatever in the statement that"."""
    preposition = parse.tokens[noun.head]
    near = parse.tokens[max(0, preposition.index - NEAR_TRUTH) : preposition.index]
    none = (t for t in near if t.lemma in TRUTH and any(is_negated(parse, i) for i in (t.index, *_of(parse, t))))
    return next(none, None) if preposition.dep == "prep" else None


def _of(parse: Parse, noun: Token) -> tuple[int, ...]:
    """Return the "iota" of "no iota of truth"."""
    above = parse.tokens[noun.head]
    return (above.head,) if above.lemma == "of" else ()


def _false(word: Token, *, negated: bool = False) -> Modality | None:
    """Return denied for a word that says of something that it is not so; negated, for one that says that it is."""
    if word.lemma == "lie" and word.pos in VERBS:
        return None  # "two men lay dead"
    forms, kind = {word.lemma, word.text.lower()}, "not true" if negated else "untrue"
    said = next((m for form in forms if (m := cues().get((form, kind)))), None)
    return said or (None if negated or forms.isdisjoint(marked("false")) else "denied")


def _as(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Return the "as" of "dismissed as fake"."""
    direct = (t for t in children(parse, verb.index, "prep") if t.lemma == "as")
    clauses = (m for c in children(parse, verb.index, "advcl") for m in children(parse, c.index) if m.lemma == "as")
    return (*direct, *clauses)


def _tellings_below(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Return what tells of something in "dismissed as fabricated a video of …", where it hangs on the "as"."""
    below = (parse.tokens[i] for mark in _as(parse, verb) for i in subtree(parse, _of_as(parse, mark, verb)))
    found = [t for t in below if _tells(t)]
    inside = {t.index for t in found}
    return tuple(t for t in found if not any(a.index in inside for a in ancestors(parse, t.index)))


def _of_as(parse: Parse, mark: Token, verb: Token) -> int:
    return mark.index if mark.head == verb.index else parse.tokens[mark.head].index
