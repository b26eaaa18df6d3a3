"""Names of armed groups that parsers tear at their hyphens and articles: "Jaish-e-Mohammed", "Harakat al-Nujaba"."""

from collections.abc import Sequence
from functools import cache

from geo.language.mending.hanging import Hung, place_of, rehung
from geo.lexicon.parties import LONGEST, named_sides
from geo.model import Token
from geo.syntax.tags import DASHES

CALLED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "poss", "attr", "appos", "conj", "ROOT"})


def with_group_names(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens, the words of each group's name hung on its last, which stands where the outermost of them stood.

    Parameters
    ----------
    tokens
        A document's.
    """
    found = tuple(tokens)
    for index, word in enumerate(tokens):
        if word.text.casefold() in _openings() and (run := _name_from(found, found[index])):
            found = rehung(found, _whole(found, run))  # one by one: a name may hang on another
    return found


def _whole(tokens: Sequence[Token], run: Sequence[Token]) -> Hung:
    own, last = {t.index for t in run}, run[-1]
    if all(t.head in own for t in run[:-1]) and last.head not in own - {last.index}:
        return {}
    outer = [t for t in run if not own & _above(tokens, t)]
    top = next((t for t in outer if t.dep in CALLED), last if last in outer else outer[0])
    if last not in outer and last.head not in own and last.head > last.index:
        return _before_noun(tokens, run, top)
    hung: Hung = {i: (tokens[i].dep, last.index) for t in run for i in t.children if i not in own}
    return hung | _joined(run) | {last.index: place_of(top, last)}


def _above(tokens: Sequence[Token], token: Token) -> set[int]:
    """Return what a token hangs on, up to its root."""
    found: set[int] = set()
    while token.head != token.index:
        token = tokens[token.head]
        found.add(token.index)
    return found


def _before_noun(tokens: Sequence[Token], run: Sequence[Token], top: Token) -> Hung:
    """Return the noun behind a name in the place of the name's first word, of which parsers made a verb.

    "Shining Path guerrillas overran" is read as what shone.
    """
    own, last = {t.index for t in run}, run[-1]
    hung: Hung = {i: (tokens[i].dep, last.head) for t in run for i in t.children if i not in own}
    place = ("nsubj" if top.dep == "csubj" else top.dep, last.head if top.head == top.index else top.head)
    return hung | _joined(run) | {last.index: (last.dep, last.head), last.head: place}


def _joined(run: Sequence[Token]) -> Hung:
    """Return the words of a name as hung on its last."""
    return {t.index: ("punct" if t.text in DASHES else "compound", run[-1].index) for t in run[:-1]}


def _name_from(tokens: Sequence[Token], first: Token) -> Sequence[Token]:
    """Return the tokens of the longest name of a group that begins with one, of several; none for none."""
    end = min(first.index + LONGEST, len(tokens))
    spelt, longest = "", 0
    for token in tokens[first.index : end]:
        if token.sentence != first.sentence:
            break
        spelt += (" " if spelt and tokens[token.index - 1].end < token.start else "") + token.text.casefold()
        if token.index > first.index and spelt in named_sides():
            longest = token.index
    return tokens[first.index : longest + 1] if longest else ()


@cache
def _openings() -> frozenset[str]:
    """Return the first words of the names that have several."""
    names = (name.replace("-", " ").split() for name in named_sides())
    return frozenset(words[0] for words in names if len(words) > 1)
