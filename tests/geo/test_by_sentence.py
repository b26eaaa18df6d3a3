"""Sentences that are parsed beside one another are parsed as spaCy parses each."""

from itertools import pairwise
from typing import Any

import pytest

from geo.language.by_sentence import _batches, parser

# Invented.
SENTENCES = [
    "Rebels of the Velmoran front shelled the depot near Lake Torsk on Monday and withdrew.",
    "Twelve soldiers were killed",  # as in a headline, without a stop
    "\n\n",
    "General Oma Tarn, who had promised peace, said that nobody would be spared.",
    "No.",
]


@pytest.fixture(scope="module")
def theirs(language: Any) -> Any:
    return language.pipeline.get_pipe("parser")


def _vectors(language: Any, text: str) -> Any:
    return language.pipeline.get_pipe("tok2vec")(language.pipeline.make_doc(text))


def _tree(doc: Any, first: int = 0) -> list[tuple[int, str]]:
    return [(token.head.i - first, token.dep_) for token in doc]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_parsed_as_spacy_does(language: Any, theirs: Any, text: str) -> None:
    assert _tree(parser(theirs)(_vectors(language, text))) == _tree(theirs(_vectors(language, text)))


def test_each_sentence_of_several_is_parsed_as_if_it_stood_alone(language: Any, theirs: Any) -> None:
    whole = _vectors(language, " ".join(SENTENCES))
    ends, length = [0], 0
    for text in SENTENCES:
        length += len(language.pipeline.make_doc(f"{text} "))
        ends.append(length)
    for end in ends[1:-1]:
        whole[end].is_sent_start = True
    assert ends[-1] == len(whole)
    found = parser(theirs)(whole)
    for first, last in pairwise(ends):
        alone = language.pipeline.make_doc(found[first:last].text)
        alone.tensor = whole.tensor[first:last]
        assert _tree(found[first:last], first) == _tree(theirs(alone))


def test_sentences_are_parsed_the_same_however_many_at_a_time(
    language: Any, theirs: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = [["a"] * 30, ["b"] * 15, ["c"] * 50, ["d"]]
    monkeypatch.setattr("geo.language.by_sentence.AT_ONCE", 40)
    assert [len(batch) for batch in _batches(parts)] == [1, 1, 2]

    def tree() -> list[tuple[int, str]]:
        doc = _vectors(language, " ".join(SENTENCES))
        for token in list(doc)[1:]:
            token.is_sent_start = doc[token.i - 1].text == "."
        return _tree(parser(theirs)(doc))

    some = tree()
    monkeypatch.setattr("geo.language.by_sentence.AT_ONCE", 10_000)
    assert tree() == some


def test_nothing_to_parse_stays_nothing(language: Any, theirs: Any) -> None:
    assert _tree(parser(theirs)(_vectors(language, ""))) == []


def test_another_kind_of_parser_is_left_as_it_is(language: Any) -> None:
    tagger = language.pipeline.get_pipe("tagger")
    assert parser(tagger) is tagger
