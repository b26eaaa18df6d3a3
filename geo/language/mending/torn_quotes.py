"""Deeds that parsers hang on what somebody shouted: 'Men shouted "God is great" and fired', 'men shouting "…" shot'."""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending, place_of, sentence_start
from geo.model import Token
from geo.syntax.tags import NOUN_SUBJECTS, QUOTES, TENSED, VERBS


@mending
def with_torn_quotes(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a verb behind a quotation, and the "and" before it, beside the verb whose object the quotation is."""
    inside = tokens[verb.head]
    if verb.dep == "ccomp" and inside.tag == "VBG":
        return _shouted(tokens, verb, inside)
    if verb.dep not in {"conj", "advcl"} or verb.pos not in VERBS or inside.index > verb.index:
        return {}
    opening, closing = _mark(tokens, inside, -1), _mark(tokens, inside, 1)
    if opening is None or closing is None or closing > verb.index or not _opens(tokens, opening):
        return {}
    outside = any(tokens[i].dep in NOUN_SUBJECTS and i < opening for i in inside.children)  # 'they "were held" while'
    told = any(tokens[i].lemma == "that" and tokens[i].dep == "mark" for i in verb.children)  # '"no end" and that'
    says = tokens[inside.head]
    if outside or told or says.index == inside.index or says.index > opening or says.pos not in VERBS:
        return {}
    ands = {i: ("cc", says.index) for i in inside.children if tokens[i].dep == "cc" and closing < i < verb.index}
    return {verb.index: (verb.dep, says.index), **ands}


def _shouted(tokens: Sequence[Token], verb: Token, shouting: Token) -> Hung:
    """Return a verb with the subject that parsers give to what he does meanwhile: 'gunmen shouting "…" shot dead'."""
    who = [i for i in shouting.children if tokens[i].dep == "nsubj" and i == shouting.index - 1]
    opening = _mark(tokens, shouting, 1)
    quoted = opening is not None and opening < verb.index - 1 and tokens[verb.index - 1].text in QUOTES
    if not who or not quoted or verb.tag not in TENSED or verb.index < shouting.index:
        return {}
    shouted = {i: ("dobj", shouting.index) for i in verb.children if tokens[i].dep in NOUN_SUBJECTS}
    moved = {verb.index: place_of(shouting, verb), who[0]: ("nsubj", verb.index), shouting.index: ("acl", who[0])}
    return shouted | moved


def _opens(tokens: Sequence[Token], mark: int) -> bool:
    """Tell whether a quotation mark opens a quotation: it is the first of its sentence, the third, and so on."""
    first = sentence_start(tokens, tokens[mark])
    return sum(token.text in QUOTES for token in tokens[first:mark]) % 2 == 0


def _mark(tokens: Sequence[Token], word: Token, step: int) -> int | None:
    """Return the nearest quotation mark of a word's sentence to one side."""
    index = word.index + step
    while 0 <= index < len(tokens) and tokens[index].sentence == word.sentence:
        if tokens[index].text in QUOTES:
            return index
        index += step
    return None
