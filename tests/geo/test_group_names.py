"""What was a tree stays one, wherever words are hung; a group's name is hung on its last word."""

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from geo.language.mending.group_names import with_group_names
from geo.language.mending.hanging import rehung
from geo.model import Token

WORDS = ["Yesterday", "the", "Shining", "Path", "men", "and", "Jaish", "-", "e", "-", "Mohammed", "hit", "Gao"]
NAMES = [("Shining", "Path"), ("Jaish", "Mohammed")]
LABELS = ["nsubj", "dobj", "compound", "amod", "csubj", "conj", "punct"]


def _tree(heads: list[int], labels: list[str]) -> list[Token]:
    below: dict[int, list[int]] = {}
    for index, head in enumerate(heads):
        if head != index:
            below.setdefault(head, []).append(index)
    tokens, start = [], 0
    for index, word in enumerate(WORDS):
        label = "ROOT" if heads[index] == index else labels[index]
        children = tuple(below.get(index, ()))
        end = start + len(word)
        tokens.append(Token(index, start, end, word, word, "PROPN", "NNP", label, heads[index], children, "", 0))
        start = end + (word not in {"Jaish", "-", "e"})
    return tokens


def _grown(chance: random.Random) -> list[int]:
    order = chance.sample(range(len(WORDS)), len(WORDS))  # each hangs on one before it
    heads = [0] * len(WORDS)
    for place, index in enumerate(order):
        heads[index] = order[chance.randrange(place)] if place else index
    return heads


def _check(mended: Sequence[Token]) -> None:
    for token in mended:
        steps, above = 0, token
        while above.head != above.index:
            above, steps = mended[above.head], steps + 1
            assert steps <= len(mended)
        assert all(mended[child].head == token.index for child in token.children)
        assert token.head == token.index or token.index in mended[token.head].children


@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(LABELS), min_size=len(WORDS), max_size=len(WORDS)))
def test_a_tree_stays_a_tree_and_names_are_whole(chance: random.Random, labels: list[str]) -> None:
    mended = with_group_names(_tree(_grown(chance), labels))
    _check(mended)
    assert sum(token.head == token.index for token in mended) == 1
    for first, last in NAMES:
        name = range(WORDS.index(first), WORDS.index(last) + 1)
        assert {mended[i].head for i in name[:-1]} <= {*name}


@given(st.randoms(use_true_random=False), st.dictionaries(st.integers(0, len(WORDS) - 1), st.integers(0, 12)))
def test_no_words_are_hung_in_a_ring(chance: random.Random, heads: dict[int, int]) -> None:
    _check(rehung(_tree(_grown(chance), ["dep"] * len(WORDS)), {word: ("dep", head) for word, head in heads.items()}))


def test_a_name_below_a_word_before_it_takes_no_other_names_word_along() -> None:
    mended = with_group_names(_tree([0, 3, 3, 8, 9, 0, 0, 8, 0, 1, 2, 9, 2], ["nsubj"] * len(WORDS)))
    _check(mended)
    assert mended[WORDS.index("Shining")].head == WORDS.index("Path")
