"""Who says it, where that stands between marks: "…, killing four, the governor, Ana Ruiz, said.", "…, a nun cabled, …".

Parsers hang such speakers on what is told, take their verb for a noun ("the Pentagon states"), or a part of what is
told for all. Here what is no more than a speaker and a verb of saying becomes that, and the whole sentence what is
told, so that every stage finds the speaker there, and nobody beside the killed and the wounded. In a headline without
such a verb ("Nine die in blast - police") they hang on nobody.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from geo.language.mending.hanging import Hung, Remade, remaking, sentence_start
from geo.lexicon import word_class
from geo.lexicon.shared import cues
from geo.lexicon.speakers import can_speak
from geo.model import Token
from geo.syntax.tags import NOUN_SUBJECTS, NOUNS, PAST, PLURAL, QUOTES, RELATIVE_TAGS, TENSED, TIMES, VERBS

NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART", "CCONJ", "NUM"})
DASHES, MOST_WORDS = frozenset({":", "-", "–", "—", "--"}), 5  # before the speaker of a headline, and in it
COMMAS = frozenset({",", "--", "—", "–", ";", ":"})
CLOSES = frozenset({".", "!", '"', "”", "''"})
LONGEST = 14  # tokens of a speaker, a verb of saying, and when or how it was said
BEHIND = frozenset({"IN", "WP", "VBG", "VBN", "TO"})  # what a speaker's noun has behind it
TELLS_WHEN = frozenset({"day", "week", "month", "year", "anniversary", "night", "weekend", "hour", "time"})
FIRST = frozenset({"DT", "CD", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP$", "VBN"})  # the first word of a speaker
NO_VERB = frozenset({"IN", "TO", "CC", "PRP$", "MD", "RB", "WDT", "DT"})  # before a verb of saying, it says nothing yet


@remaking
def with_late_speakers(tokens: Sequence[Token], token: Token) -> Remade:
    """Return who says a sentence between its marks as the subject of a verb, and the sentence as what is told."""
    if token.text in DASHES:
        return _headline(tokens, token), ()
    mended: Hung = {}
    if token.pos and token.lemma in _says():
        mended = _between_marks(tokens, token) or _before_that(tokens, token)
    return mended, (replace(token, pos="VERB", tag="VBZ"),) if mended and token.pos != "VERB" else ()


@cache
def _says() -> frozenset[str]:
    kinds = {"says", "reports", "tags"}
    return frozenset(cue for (cue, kind), modality in cues().items() if kind in kinds and modality != "denied")


def _between_marks(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return how a verb, its speaker and what is told hang together where it and its speaker stand between marks."""
    begin, end = _marks(tokens, verb)
    before, behind = list(tokens[begin + 1 : verb.index]), list(tokens[verb.index + 1 : end])
    outside = begin < 0 or end - begin > LONGEST or tokens[begin].sentence != verb.sentence
    if outside or tokens[verb.index - 1].tag in NO_VERB:
        return {}
    aside = _is_aside(verb, behind)
    who = before or _pairs_before(tokens, begin) if aside else []
    who = who if before or who else behind
    have = who[-1:] and who[-1].lemma == "have" and who.pop()
    inverted = bool(who) and who[0].index > verb.index
    closes = end >= len(tokens) or tokens[end].sentence != verb.sentence or tokens[end].text in CLOSES
    finite = verb.tag in TENSED or bool(have) or _is_misread(verb, who, behind, closes=closes)
    named = closes and verb.tag == "NNS" and all(t.pos == "PROPN" for t in who)  # "Kyiv claims"
    if not finite or not _is_speaker(who, sure=named or (verb.tag in TENSED and not inverted)):
        return {}
    return _rehung(tokens, verb, who, [*behind] if not inverted else [], closes=closes)


def _marks(tokens: Sequence[Token], verb: Token) -> tuple[int, int]:
    """Return the last mark before a verb, and the first behind it or the end of its sentence."""
    begin, end = verb.index - 1, verb.index + 1
    while begin >= 0 and tokens[begin].text not in COMMAS and tokens[begin].sentence == verb.sentence:
        begin -= 1
    while end < len(tokens) and tokens[end].text not in COMMAS | CLOSES and tokens[end].sentence == verb.sentence:
        end += 1
    return begin, end


def _is_misread(verb: Token, who: list[Token], behind: list[Token], *, closes: bool) -> bool:
    """Tell whether a verb was read as a noun or a participle: "the Pentagon states", "a chief charged today".

    Its bare form has several speakers: "witnesses state", but "Borno State".
    """
    bare = verb.pos in NOUNS and verb.text.lower() == verb.lemma and any(t.tag in PLURAL for t in who)
    said = closes and verb.tag in PAST and verb.dep == "acl" and all(t.entity in TIMES or _is_medium(t) for t in behind)
    return said or verb.tag == "NNS" or bare


def _is_medium(word: Token) -> bool:
    return word.tag in {"IN", "DT", "CD", "HYPH", "RB"} or word.lemma in word_class("medium") | {"way"}


def _is_aside(verb: Token, words: list[Token]) -> bool:
    """Tell whether what stands behind a verb of saying is only when, how or to whom it was said."""
    first = words[0] if words else None
    begins = first is None or first.tag in {"IN", "RB", "TO"} or first.entity in TIMES or verb.lemma == "tell"
    return begins and all(t.pos not in VERBS and t.tag not in RELATIVE_TAGS and t.lemma != "that" for t in words)


def _pairs_before(tokens: Sequence[Token], mark: int) -> list[Token]:
    """Return a name and an office before a comma, each set off by one, and others joined to them."""
    first = mark
    while True:
        begin = first
        for _ in range(2):
            end = begin
            begin -= 1
            while begin > 0 and tokens[begin].pos in NAMING and end - begin < LONGEST:
                begin -= 1
            if tokens[begin].text != "," or end - begin < 2:
                return list(tokens[first + 1 : mark]) if first < mark else []
        if not any(t.pos == "PROPN" for t in tokens[begin:first]):
            return list(tokens[first + 1 : mark]) if first < mark else []
        first = begin
        if tokens[first + 1].pos != "CCONJ":
            return list(tokens[first + 1 : mark])


def _is_speaker(words: list[Token], *, sure: bool) -> bool:
    """Tell whether words begin with a noun phrase, for who can speak unless that is sure, and only say who it is."""
    noun = list(takewhile(lambda t: t.tag not in BEHIND or t.dep == "amod", words))
    plain = all(t.pos not in VERBS or t.dep == "amod" for t in noun)
    relative = any(t.tag == "WP" for t in words) or all(t.tag not in TENSED | {"MD"} for t in words)
    if not noun or noun[0].tag not in FIRST or not plain or not relative or noun[-1].pos not in NOUNS:
        return False
    timed = noun[-1].lemma in TELLS_WHEN or noun[-1].entity in TIMES
    return not timed and (sure or can_speak(noun[-1]))


def _rehung(tokens: Sequence[Token], verb: Token, who: list[Token], behind: list[Token], *, closes: bool) -> Hung:
    """Make a verb the head of its sentence and its speaker its subject, and what was its head what is told."""
    first, last = who[0].index, who[-1].index + 1
    inside, root = range(first, last), _root(tokens, verb)
    below = [i for i in verb.children if i < min(first, verb.index)]
    told = [i for i in below if tokens[i].pos in VERBS or _is_headline(tokens, tokens[i])]
    spoken = any(i in inside and tokens[i].dep == "nsubj" for i in verb.children)
    if root.index in inside or (root is verb and not told):
        return {}
    if spoken and (verb.dep == "parataxis" or (verb.dep == "ccomp" and not closes)):
        return {}
    others = [i for i in below if tokens[i].dep in NOUN_SUBJECTS and i not in told]
    fine = root is verb and spoken and verb.pos == "VERB" and all(tokens[i].dep == "ccomp" for i in told)
    if fine and not others:
        return {}
    noun = _top(tokens, first, last, [t.index for t in who if t.pos in NOUNS])
    hung: Hung = {i: ("appos", noun) for i in inside if i != noun and tokens[i].head not in inside}
    hung |= {noun: ("nsubj", verb.index), first - 1: ("punct", verb.index)} | _beside(verb, behind)
    hung |= dict.fromkeys(others, ("npadvmod", verb.index))  # "on Monday, the first day of May"
    if root is verb:
        return hung | dict.fromkeys(told, ("ccomp", verb.index))
    if closes:
        return hung | {root.index: ("ccomp", verb.index), verb.index: ("ROOT", verb.index)}
    return hung | {verb.index: ("parataxis", root.index)}


def _beside(verb: Token, behind: list[Token]) -> Hung:
    """Hang when and how it was said on the verb: "reported by radio" names no doer."""
    own = {verb.index, *(t.index for t in behind)}
    loose = (t for t in behind if t.head not in own or t.dep == "agent")
    return {t.index: ("prep" if t.dep == "agent" else t.dep, verb.index) for t in loose}


def _is_headline(tokens: Sequence[Token], noun: Token) -> bool:
    """Tell whether a noun has what befell it, where that was read as a second subject: "Nine killed, police say"."""
    return noun.dep == "nsubj" and any(tokens[i].dep == "acl" and tokens[i].tag == "VBN" for i in noun.children)


def _before_that(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return how "villagers of the district declare that …" hangs together where the verb was read as a noun.

    A name between quotation marks is that of a paper: "the daily 'Noticias' reports today that".
    """
    that = next((t for t in tokens[verb.index + 1 : verb.index + 3] if t.entity not in TIMES), verb)
    if verb.pos not in NOUNS or that.text.lower() != "that" or that.sentence != verb.sentence:
        return {}
    first = sentence_start(tokens, verb)
    words, root, clause = tokens[first : verb.index], _root(tokens, verb), tokens[that.head]
    who = [t for t in words if t.text not in QUOTES]
    quoted = len(who) < len(words) and verb.tag == "NNS"
    if not who or len(who) > LONGEST or clause.index < that.index or not _is_speaker(who, sure=quoted):
        return {}
    clause = root if root.index > verb.index else clause
    noun = _top(tokens, first, verb.index, [t.index for t in who if t.pos in NOUNS])
    noun = root.index if root.index < verb.index else noun
    hung: Hung = {t.index: (t.dep, noun) for t in who if t.index != noun and t.head >= verb.index}
    above = {noun: ("nsubj", verb.index), clause.index: ("ccomp", verb.index), that.index: ("mark", clause.index)}
    return hung | above | {verb.index: ("ROOT", verb.index)}


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


def _top(tokens: Sequence[Token], first: int, end: int, nouns: Sequence[int]) -> int:
    """Return the noun of a phrase that hangs on what is outside of it, else the last one."""
    outside = (i for i in nouns if not first <= tokens[i].head < end)
    return next(outside, nouns[-1])
