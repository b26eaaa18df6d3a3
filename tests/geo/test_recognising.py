"""Names are what spaCy's own recogniser says, however a text is made and whatever was read before it."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.language import embedding
from geo.language.recognising import recogniser

# Invented; "and", marks and blanks make names that go on, end and are cut off.
WORDS = (
    "Tarn", "Velmora", "General", "Oma", "the", "University", "of", "and", "U.S.", "3", "May", "2021", "million", "$",
    "Tuesday", "soldiers", "shelled", "in", ",", ".", "“", "’s", "\n\n", "  ", "Velmoran",
)  # fmt: skip
TEXTS = [
    "Gen. Oma Tarn of the Velmoran Army said on 3 May 2021 that 12 men were held near Lake Torsk.",
    "General " + "Tarn and " * 20 + "Oma met.",  # a name of more words than are read together
    "Tarn",
    " ",
]


@pytest.fixture(scope="module")
def theirs(language: Any) -> Any:
    return language.pipeline.get_pipe("ner")


@pytest.fixture(scope="module")
def ours(theirs: Any) -> Any:
    found = recogniser(theirs)
    assert found is not theirs
    return found


def _names(doc: Any) -> list[tuple[int, int, str]]:
    return [(name.start, name.end, name.label_) for name in doc.ents]


def _same(language: Any, text: str, starts: set[int], ours: Any, theirs: Any) -> bool:
    docs = language.pipeline.make_doc(text), language.pipeline.make_doc(text)
    for doc in docs:
        for start in starts & set(range(1, len(doc))):
            doc[start].is_sent_start = True
    return _names(ours(docs[0])) == _names(theirs(docs[1]))


@pytest.mark.parametrize("text", [*TEXTS, ""])
def test_names_are_those_of_spacy(language: Any, ours: Any, theirs: Any, text: str) -> None:
    assert _same(language, text, {5}, ours, theirs)


@settings(max_examples=40)
@given(words=st.lists(st.sampled_from(WORDS), max_size=40), starts=st.sets(st.integers(1, 40), max_size=5))
def test_names_of_any_words_are_those_of_spacy(
    language: Any, ours: Any, theirs: Any, words: list[str], starts: set[int]
) -> None:
    assert _same(language, " ".join(words), starts, ours, theirs)


def test_there_are_names_to_compare(language: Any, ours: Any) -> None:
    assert len(_names(ours(language.pipeline.make_doc(TEXTS[0])))) > 2


def test_another_kind_of_recogniser_is_left_as_it_is(language: Any) -> None:
    tagger = language.pipeline.get_pipe("tagger")
    assert recogniser(tagger) is tagger


def test_vectors_of_words_do_not_depend_on_what_was_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    from geo.language import MODEL

    monkeypatch.setattr(embedding, "MOST", 40)  # so that the words are forgotten on the way
    plain, remembering = spacy.load(MODEL), spacy.load(MODEL)
    embedding.remember(remembering)
    for text in (*TEXTS, *TEXTS[::-1]):
        known, fresh = (p.get_pipe("tok2vec").predict([p.make_doc(text)])[0] for p in (remembering, plain))
        assert np.allclose(known, fresh, atol=1e-5)
