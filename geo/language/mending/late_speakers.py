"""Who says it, where that stands last: "…, killing four, the governor, Ana Ruiz, said." read as more of the dead.

Parsers hang such speakers, set off by commas, on what is told before. Here they become the subject of their verb, so
that every stage finds the speaker there, and nobody beside the killed and the wounded. In a headline without such a
verb ("Nine die in blast - police") they hang on nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from geo.language.mending.hanging import Hung, rehung
from geo.lexicon import word_class
from geo.lexicon.shared import cues_of
from geo.model import Token
from geo.syntax.tags import PAST, TENSED

NOUNS = frozenset({"NOUN", "PROPN"})
NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART", "CCONJ", "NUM"})
LONGEST = 12  # tokens from comma to comma
HEARERS = 6  # tokens from "told" to the full stop after whom it was told
DASHES, MOST_WORDS = frozenset({":", "-", "–", "—", "--"}), 5  # before the speaker of a headline, and in it
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
TIMES = frozenset({"day", "week", "month", "year", "anniversary", "night", "weekend", "hour", "time"})
TOLD_AFTER = frozenset({"ccomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The tokens ``[first, last)`` between two commas, and the noun that the others hang on."""

    first: int
    last: int
    noun: int


def with_late_speakers(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens, the speakers before a verb of saying at the end of a sentence as its subject.

    Parameters
    ----------
    tokens
        A document's.
    """
    hung: Hung = {}
    for verb in tokens:
        if verb.text in DASHES:
            hung.update(_headline(tokens, verb))
        if verb.pos != "VERB" or verb.lemma not in cues_of("says", "reports"):
            continue
        if verb.tag in TENSED and _wants_subject(tokens, verb):
            speakers = _speakers_hung(tokens, verb)
            if speakers and verb.head not in speakers:
                days = (i for i in verb.children if tokens[i].dep in SUBJECTS)  # "on Monday, the first day of May"
                hung.update(dict.fromkeys(days, ("npadvmod", verb.index)))
                hung.update(speakers)
        elif _is_read_as_participle(tokens, verb) or _is_read_as_next(tokens, verb):
            hung.update(_raised(tokens, verb, _speakers_hung(tokens, verb)))
    return rehung(tokens, hung) if hung else tuple(tokens)


def _wants_subject(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether a verb has something told before it, and neither a subject nor anything told behind it."""
    below = [tokens[i] for i in verb.children]
    told = any(t.dep == "ccomp" and t.index < verb.index for t in below)
    speaks = (t for t in below if t.dep in SUBJECTS and t.lemma not in TIMES)
    return told and not any(speaks) and not any(t.dep in TOLD_AFTER and t.index > verb.index for t in below)


def _is_read_as_participle(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether the last words of a sentence were taken for what befell its speaker: "…, a chief charged today."."""
    last = verb
    while last.children:
        last = tokens[max(last.children)]
    below = [tokens[i] for i in verb.children]  # "Wednesday" or "by radio", not "of treason"
    dated = all(t.dep in {"npadvmod", "advmod"} or _is_medium(tokens, t) for t in below)
    return verb.tag in PAST and verb.dep == "acl" and dated and _ends_sentence(tokens, last)


def _is_medium(tokens: Sequence[Token], word: Token) -> bool:
    """Tell whether a word and what hangs on it say how something was told: "by radio", "in a letter"."""
    nouns = [tokens[i] for i in word.children]
    return word.dep in {"prep", "agent"} and bool(nouns) and all(t.lemma in word_class("medium") for t in nouns)


def _is_read_as_next(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether "…, a chief, Ana Ruiz, told Radio Horizon." was taken for what the doer did next."""
    below = [tokens[i] for i in verb.children]
    joined = any(tokens[i].dep == "cc" for i in tokens[verb.head].children)
    own = any(t.dep in SUBJECTS | TOLD_AFTER | {"aux"} for t in below)
    last = next((t for t in tokens[verb.index : verb.index + HEARERS] if t.tag == "."), None)
    aside = verb.tag in TENSED and verb.dep == "conj" and tokens[verb.index - 1].text == ","
    return aside and not joined and not own and last is not None


def _ends_sentence(tokens: Sequence[Token], verb: Token) -> bool:
    after = tokens[verb.index + 1 : verb.index + 3]
    return all(t.sentence != verb.sentence or t.tag == "." for t in after)


def _raised(tokens: Sequence[Token], verb: Token, hung: Hung) -> Hung:
    """Make a verb the head of its sentence, and what was its head what is told."""
    told = _root(tokens, verb).index
    means: Hung = {i: ("prep", verb.index) for i in verb.children if tokens[i].dep == "agent"}  # "reported by radio"
    return hung and {**hung, **means, told: ("ccomp", verb.index), verb.index: ("ROOT", verb.index)}


def _headline(tokens: Sequence[Token], dash: Token) -> Hung:
    """Take the last words of a headline, a name or an office after a dash, from what they were hung on."""
    rest = [t for t in tokens[dash.index + 1 : dash.index + MOST_WORDS + 2] if t.sentence == dash.sentence]
    nouns = [t.index for t in rest if t.pos in NOUNS]
    if len(rest) > MOST_WORDS or not nouns or not all(t.pos in NAMING for t in rest):
        return {}
    top, noun = _root(tokens, dash), tokens[_top(tokens, rest[0].index, rest[-1].index + 1, nouns)]
    told = top.index < dash.index and top.pos == "VERB"
    return {noun.index: ("dep", top.index)} if told else {}


def _root(tokens: Sequence[Token], token: Token) -> Token:
    while token.head != token.index:
        token = tokens[token.head]
    return token


def _speakers_hung(tokens: Sequence[Token], verb: Token) -> Hung:
    hung: Hung = {}
    above = ("nsubj", verb.index)
    for noun, *aside in _speakers(tokens, verb):
        hung[noun.noun] = above
        hung.update({phrase.noun: ("appos", noun.noun) for phrase in aside})
        for phrase in (noun, *aside):
            hung.update(_loose(tokens, phrase))
            hung[phrase.first - 1] = ("punct", verb.index)
        above = ("conj", noun.noun)
    return hung


def _loose(tokens: Sequence[Token], phrase: _Phrase) -> Hung:
    """Hang on the noun what hung outside of its phrase: the "the" that belonged to somebody else."""
    inside = range(phrase.first, phrase.last)
    return {i: (tokens[i].dep, phrase.noun) for i in inside if i != phrase.noun and tokens[i].head not in inside}


def _speakers(tokens: Sequence[Token], verb: Token) -> list[list[_Phrase]]:
    """Return those who speak, each as one phrase or as two with a comma after each: name and office."""
    found: list[list[_Phrase]] = []
    end = verb.index
    while not found or tokens[found[0][0].first].pos == "CCONJ":
        one = _speaker(tokens, verb, end)
        if not one:
            break
        found.insert(0, one)
        end = one[0].first
    return found


def _speaker(tokens: Sequence[Token], verb: Token, end: int) -> list[_Phrase]:
    if tokens[end - 1].text != ",":
        last = _before(tokens, verb, end)
        return [] if last is None else [last]
    aside = _before(tokens, verb, end - 1)
    noun = aside and _before(tokens, verb, aside.first - 1)
    if aside is None or noun is None:
        return []
    return [noun, aside] if any(tokens[phrase.noun].pos == "PROPN" for phrase in (noun, aside)) else []


def _before(tokens: Sequence[Token], verb: Token, end: int) -> _Phrase | None:
    """Return the phrase of a speaker that ends before a token and begins after a comma."""
    first = end
    while first > 0 and end - first < LONGEST and _is_naming(tokens, verb, first - 1):
        first -= 1
    comma = tokens[first - 1] if first else None
    nouns = [t.index for t in tokens[first:end] if t.pos in NOUNS]
    if not nouns or comma is None or comma.text != ",":
        return None
    return _Phrase(first, end, _top(tokens, first, end, nouns))


def _is_naming(tokens: Sequence[Token], verb: Token, index: int) -> bool:
    token = tokens[index]
    named = token.pos in NAMING or (token.pos == "VERB" and token.dep == "amod")  # "a captured commander"
    return named and token.sentence == verb.sentence


def _top(tokens: Sequence[Token], first: int, end: int, nouns: Sequence[int]) -> int:
    """Return the noun of a phrase that hangs on what is outside of it, else the last one."""
    outside = (i for i in nouns if not first <= tokens[i].head < end)
    return next(outside, nouns[-1])
