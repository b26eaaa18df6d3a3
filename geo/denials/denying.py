"""Words that deny what was told before without naming it -> who denies it."""

from collections.abc import Callable, Iterator
from functools import cache

from geo.denials.lies import SPEAKS, calls_false, is_untrue, names_false, speaks_of_lies
from geo.denials.none_of_theirs import is_none_of_theirs, knows_of_none
from geo.denials.own import agrees, is_of_own, rebutted
from geo.denials.rebutting import disputes, is_of_charge, issuers, pleads, says_of_what
from geo.denials.whose import is_without
from geo.denials.words import OURS, OWN_POSSESSIVES, SELF, marked
from geo.lexicon import word_class
from geo.model import Claim, Parse, Sentence, Token
from geo.syntax import (
    children,
    clause_of,
    first_joined,
    has_helper,
    is_negated,
    is_passive,
    prepositional,
    subjects,
    subtree,
)
from geo.syntax.phrases import phrase_span, sentence_span
from geo.syntax.tags import UNSAID

Told = Callable[[Parse, Token], bool]
KNOWN = frozenset({"know", "hear"})
UNSURE = UNSAID | {"may", "might"}


def denials(
    parse: Parse, sentence: Sentence, after: int, *, following: int = 0, also: Told | None = None
) -> tuple[Claim, ...]:
    """Return who denies what a sentence tells, in it or in those that follow.

    Parameters
    ----------
    parse, sentence
        The text, and the sentence.
    after
        Token index of what it tells: only what stands behind it can deny it.
    following
        How many sentences to look into after it.
    also
        Tells of a clause that is denied whether it tells the same again: "denied that his boats had carried arms".

    Returns
    -------
    tuple of Claim
        Each with the denier's sentence as its words.
    """
    inside = (t for t in parse.sentence_tokens(sentence) if t.index > after)
    later = parse.sentences[sentence.index + 1 : sentence.index + 1 + following]
    roots = (t for follower in later for t in parse.sentence_tokens(follower) if t.dep == "ROOT")
    return tuple(claim for word in (*inside, *roots) for claim in _claims(parse, word, also))


def _claims(parse: Parse, word: Token, also: Told | None) -> Iterator[Claim]:
    who = deniers(parse, word)
    if not who and also is not None and any(also(parse, c) for c in rebutted(parse, word)):
        who = _speakers(parse, word)
    if who:
        said, by = sentence_span(parse, word.sentence), phrase_span(parse, who[0]).text
        yield Claim(said.start, said.end, said.text, by, (), word.text, quoted=False, modality="denied")


@cache
def denial_words() -> frozenset[str]:
    """Return the dictionary forms of all words that `deniers` reads as denials."""
    phrases = frozenset().union(*map(marked, ("rebuts", "names", "says", "noun", "pleads")), KNOWN, SPEAKS)
    return frozenset(phrase.split()[0] for phrase in phrases)


def deniers(parse: Parse, word: Token) -> tuple[int, ...]:
    """Return the nouns for those who by a word deny what was told just before, none if it denies nothing.

    Parameters
    ----------
    parse, word
        The text, and a verb, or a noun such as "denial".
    """
    if word.lemma not in denial_words() or not _is_stated(parse, word):
        return ()
    if word.lemma in marked("noun"):
        return () if says_of_what(parse, word) else issuers(parse, word)
    if is_passive(parse, word.index):
        by = prepositional(parse, word.index, ("by",))
        return by if is_of_charge(parse, word) else ()
    who = _speakers(parse, word) if any(denies(parse, word) for denies in WAYS) else ()
    return () if any(is_without(parse, parse.tokens[i]) for i in who) else who


def _speakers(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return who says what a verb tells; after a semicolon he whom parsers add to those before it.

    In "circulated a video in which they deny it" it is whoever circulated it.
    """
    who = subjects(parse, verb.index)
    above = clause_of(parse, verb.head)
    told = parse.tokens[verb.head]
    owned = any(t.lemma in OWN_POSSESSIVES for i in who for t in children(parse, i, "poss"))
    if verb.dep == "conj" and told.dep == "ccomp" and (owned or parse.tokens[told.head].lemma in marked("rebuts")):
        # "denied that it had, and called it a lie", "said its forces had hit a depot and denied it"
        who = who if children(parse, verb.index, "nsubj") else subjects(parse, told.head)
    if verb.dep == "relcl" and all(parse.tokens[i].tag == "PRP" for i in who):
        who = subjects(parse, above)
    between = parse.tokens[min(who, default=verb.index) : verb.index]
    mark = next((t.index for t in reversed(between) if t.text == ";"), None)
    if mark is None:
        return who
    return tuple(t.index for t in parse.tokens[mark + 1 : verb.index] if t.dep in {"appos", "conj", "nsubj"})


def _is_stated(parse: Parse, word: Token) -> bool:
    """Tell whether something is denied, and not only refused, asked or supposed: "refused to deny", "would deny"."""
    helpers = children(parse, word.index, "aux")
    if is_negated(parse, word.index) or any(t.text.lower() in UNSURE for t in helpers):
        return False
    above = first_joined(parse, word)
    infinitive = has_helper(parse, above.index, "to")
    return not infinitive or parse.tokens[above.head].lemma in word_class("comes_to_deny")


def _disowns(parse: Parse, verb: Token) -> bool:
    """Tell whether speakers say that it was none of their doing: "said it had nothing to do with it"."""
    if verb.lemma not in marked("says"):
        return False
    beside = (
        t for t in children(parse, verb.index, "advcl") if any(m.lemma == "that" for m in children(parse, t.index))
    )
    clauses = (*children(parse, verb.index, "ccomp"), *beside)
    more = (t for clause in clauses for t in children(parse, clause.index, "conj"))
    return any(is_none_of_theirs(parse, clause) for clause in (*clauses, *more) if agrees(parse, verb, clause))


def is_denied_in(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause denies what was told, whoever says it and in whatever words he is named.

    Such are "according to him, no shot was fired by our men" and "Aden radio: No gun of ours has fired on them".
    """
    if clause.dep == "ccomp" and parse.tokens[clause.head].lemma in marked("says") and subjects(parse, clause.head):
        return False  # which `deniers` finds by the verb of saying
    if is_untrue(parse, clause):
        return True
    who = subjects(parse, clause.index)
    there = (t.index for t in children(parse, clause.index, "attr", "dobj"))
    own = any(parse.tokens[i].lemma in OWN_POSSESSIVES | SELF | OURS for one in who for i in subtree(parse, one))
    nobody = any(is_without(parse, parse.tokens[i]) for i in (*who, *there))
    return (own or nobody) and is_none_of_theirs(parse, clause)


def _knows_of_none(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says by itself that nothing of the kind is known: "knew nothing of any such engagement"."""
    return verb.lemma in KNOWN and verb.dep != "ccomp" and knows_of_none(parse, verb)


WAYS = (
    is_of_charge,
    is_of_own,
    disputes,
    calls_false,
    names_false,
    speaks_of_lies,
    _disowns,
    pleads,
    _knows_of_none,
)
