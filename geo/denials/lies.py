"""Words that call what was told false: "the video is fake", "called it a lie", "no truth in it", "spoke of lies"."""

from geo.denials.rebutting import is_bare_charge
from geo.denials.words import marked
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import by_prepositions, children, is_negated, is_passive, prepositional, subtree
from geo.syntax.tags import QUOTES, VERBS

TRUE = frozenset({"true", "correct", "accurate", "so"})
TRUTH = frozenset({"truth", "basis", "substance", "foundation"})
FAR = frozenset({"far", "further", "farther"})
AGED = frozenset({"old", "outdated"})
RECORDINGS = frozenset({"video", "footage", "film", "picture", "photograph", "photo", "image", "clip", "recording"})
OUTRIGHT = frozenset({"no", "not so", "not true", "never", "absolutely not", "certainly not", "untrue"})
LONGEST = 8  # words of an outcry, quotation marks with it
SPEAKS = frozenset({"speak", "talk", "write"})


def calls_false(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says of what was told just before that it is false: "the army says the video is fake"."""
    if verb.lemma not in marked("says"):
        return False
    return any(is_untrue(parse, c) for c in children(parse, verb.index, "ccomp"))


def speaks_of_lies(parse: Parse, verb: Token) -> bool:
    """Tell whether somebody only calls what was told a lie: "spoke of a fabrication", "'Nonsense,' he told us"."""
    if verb.lemma in SPEAKS:
        of = (i for t in by_prepositions(parse, verb.index) for i in subtree(parse, t.index))  # "a pack of lies"
        return any(parse.tokens[i].lemma in word_class("lie") for i in of)
    return verb.lemma in marked("says") and _is_outcry(parse, verb)


def _is_outcry(parse: Parse, verb: Token) -> bool:
    """Tell whether all that is said is a name for a lie: "'Nonsense,' he said", "'A pure invention,' they said"."""
    words = [t for t in parse.sentence_tokens(parse.sentences[verb.sentence])[:LONGEST] if t.text not in QUOTES]
    end = next((n for n, t in enumerate(words) if t.pos == "PUNCT"), 0)
    plain = all(t.pos not in VERBS for t in words[:end])
    no = " ".join(t.text.lower() for t in words[:end]) in OUTRIGHT
    return no or (plain and any(t.lemma in word_class("lie") or t.lemma in marked("false") for t in words[:end]))


def is_untrue(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says that what was told just before is false: "that is a lie", "no truth in the report"."""
    return _is_false(parse, clause) or _has_no_truth(parse, clause) or _is_far_from_truth(parse, clause)


def _is_false(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says that what was told is false: "the video is fake", "this was not true"."""
    told = [t for t in children(parse, clause.index, "nsubj", "nsubjpass") if is_bare_charge(parse, t)]
    if not told:
        return False
    called = {t.lemma for t in children(parse, clause.index, "acomp", "attr")}
    words = TRUE if is_negated(parse, clause.index) else marked("false")
    aged = bool(called & AGED) and any(t.lemma in RECORDINGS for t in told)
    if is_passive(parse, clause.index):  # "the footage was doctored"
        return not {clause.lemma, clause.text.lower()}.isdisjoint(words)
    return clause.lemma == "be" and (aged or bool(called & words))


def _is_far_from_truth(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of how far from the truth something is: "nothing could be further from the truth"."""
    if clause.lemma != "be":
        return False
    words = [parse.tokens[i].lemma for i in subtree(parse, clause.index)]
    return "truth" in words and not FAR.isdisjoint(words)


def _has_no_truth(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says that there is nothing in what was told: "there was no truth in the report"."""
    nouns = children(parse, clause.index, "attr", "nsubj", "dobj")
    no = is_negated(parse, clause.index)  # "there is not a shred of truth in it"
    truths = [t for t in nouns if (no or is_negated(parse, t.index)) and _is_truth(parse, t)]
    if not truths:
        return False
    truths += [parse.tokens[i] for t in truths for i in prepositional(parse, t.index, ("of",))]
    holders = [i for t in (*truths, clause) for i in prepositional(parse, t.index, ("in", "to", "for", "behind"))]
    return any(is_bare_charge(parse, parse.tokens[i]) for i in holders)


def _is_truth(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is for the truth or some of it: "truth", "iota of truth"."""
    return noun.lemma in TRUTH or any(parse.tokens[i].lemma in TRUTH for i in prepositional(parse, noun.index, ("of",)))


def names_false(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb gives what was told a name that means it is false: "called the account a fabrication"."""
    if verb.lemma not in marked("names"):
        return False
    told = [t for t in children(parse, verb.index, "dobj", "nsubj", "nsubjpass") if t.lemma in marked("charge")]
    told = told or _before_its_name(parse, verb)
    bare = any(not children(parse, t.index, "acl", "relcl") for t in told)
    return bare and any(parse.tokens[i].lemma in marked("false") for i in subtree(parse, verb.index) if i > verb.index)


def _before_its_name(parse: Parse, verb: Token) -> list[Token]:
    """Return the charge of "called the charge rebel propaganda", "called it a lie", read as one noun."""
    names = (t.index for t in children(parse, verb.index, "dobj", "oprd", "ccomp") if t.lemma in marked("false"))
    return [t for name in names for t in parse.tokens[verb.index + 1 : name] if t.lemma in marked("charge")]
