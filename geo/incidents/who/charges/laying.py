"""Words that lay what was told at somebody's door without naming it: "blamed the rebels", "it was the work of rebels".

They make no incident, and only join one that was told before.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from geo.denials import denial_words, is_denied_in, is_retort
from geo.incidents.who.charges.accusing import ACCUSES
from geo.incidents.who.charges.attackers import revealed
from geo.incidents.who.charges.laid import Laid, disowned, retorted
from geo.incidents.who.charges.owning import OWNS
from geo.layout.lines import line_start
from geo.model import Attribution, Parse, Sentence, Token
from geo.syntax.tags import VERBS

WAYS = {word: (*ACCUSES.get(word, ()), *OWNS.get(word, ())) for word in ACCUSES | OWNS}
ITEM = re.compile(r"[ \t]*(?:[-*•–]|\(?[A-Za-z0-9]{1,2}[.)])[ \t]")  # how an item of a list begins
LONGEST_ITEM = 8  # sentences


def laid(parse: Parse, told: Mapping[int, int], said: tuple[Attribution, ...]) -> Iterator[Laid]:
    """Yield what a text lays at somebody's door without naming the deed, and what others so deny.

    Parameters
    ----------
    parse
        The text.
    told
        The sentences in which something is told, and the character at which that begins: what is denied behind it is
        denied of it, and read there.
    said
        Who is said to say what.
    """
    for sentence in parse.sentences:
        first = told.get(sentence.index, sentence.end)
        yield from (
            one
            for one in _laid_in(parse, sentence, first, said)
            if one.of_own or not _is_of_lost_item(parse, sentence.index, told)
        )


def _laid_in(parse: Parse, sentence: Sentence, first: int, said: tuple[Attribution, ...]) -> Iterator[Laid]:
    denying = denial_words()
    for token in parse.tokens[sentence.first : sentence.last]:
        if token.lemma in denying and token.start < first and (denial := disowned(parse, token)) is not None:
            yield denial
        elif token.pos in VERBS and _is_said(token, said) and (is_retort(parse, token) or is_denied_in(parse, token)):
            yield retorted(parse, token)
        ways = WAYS.get(token.lemma, (revealed,) if token.pos == "NOUN" else ())
        if not ways:  # of most words
            continue
        found = next((one for lays in ways if (one := lays(parse, token)) is not None), None)
        if found is not None:
            yield found


def _is_said(token: Token, said: tuple[Attribution, ...]) -> bool:
    """Tell whether somebody is named who says what a word is part of."""
    return any(a.start <= token.start < a.end and a.asserted_by for a in said)


def _is_of_lost_item(parse: Parse, number: int, told: Mapping[int, int]) -> bool:
    """Tell whether a sentence stands in an item of a list in which nothing was told before it: "B. X claimed it."."""
    start = line_start(parse.text, parse.sentences[number].start)
    if not ITEM.match(parse.text, start):
        return False
    before = takewhile(lambda n: parse.sentences[n].end > start, range(number, max(-1, number - LONGEST_ITEM), -1))
    return not any(n in told for n in before)
