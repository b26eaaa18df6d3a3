"""Phrases, arguments and clauses of parsed sentences."""

from typing import Any

import pytest

from geo.model import Parse
from geo.syntax import is_negated, is_passive, prepositional, subjects
from geo.syntax.phrases import name_span, phrase_span


def token(parse: Parse, word: str) -> int:
    """Return the index of a word."""
    return next(t.index for t in parse.tokens if t.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "phrase"),
    [
        ("A joint Iraqi and British force entered the camp.", "force", "joint Iraqi and British force"),
        ("Troops killed 30 members of the Iranian-backed cells.", "members", "30 members of the Iranian-backed cells"),
        ("Gunmen shot the mayor of Apopa, who was walking home.", "mayor", "mayor of Apopa"),
        ("At least five people were hurt.", "people", "At least five people"),
        ("Rebels, who denied it, left.", "Rebels", "Rebels"),
    ],
)
def test_name_span(language: Any, sentence: str, word: str, phrase: str) -> None:
    parse = language.parse(sentence)
    assert name_span(parse, token(parse, word)).text == phrase


def test_a_phrase_ends_before_its_clause(language: Any) -> None:
    parse = language.parse("The two soldiers who fled were caught.")
    assert phrase_span(parse, token(parse, "soldiers")).text == "two soldiers"


@pytest.mark.parametrize(
    ("sentence", "verb", "who"),
    [
        ("Gunmen attacked the convoy.", "attacked", ["Gunmen"]),
        ("Gunmen and soldiers attacked the convoy.", "attacked", ["Gunmen", "soldiers"]),
        ("Gunmen stopped the bus and killed the driver.", "killed", ["Gunmen"]),
        ("The soldiers who attacked the convoy fled.", "attacked", ["soldiers"]),
        ("They foiled an attempt to bomb the embassy.", "bomb", []),
    ],
)
def test_subjects(language: Any, sentence: str, verb: str, who: list[str]) -> None:
    parse = language.parse(sentence)
    assert [parse.tokens[i].text for i in subjects(parse, token(parse, verb))] == who


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("The convoy was attacked.", "attacked", True),
        ("The convoy attacked by gunmen burned.", "attacked", True),
        ("Gunmen attacked the convoy.", "attacked", False),
        ("Two men were killed and nine wounded.", "wounded", True),
    ],
)
def test_is_passive(language: Any, sentence: str, verb: str, passive: bool) -> None:
    parse = language.parse(sentence)
    assert is_passive(parse, token(parse, verb)) is passive


@pytest.mark.parametrize(
    ("sentence", "word", "negated"),
    [
        ("They did not attack the town.", "attack", True),
        ("No attack was reported.", "attack", True),
        ("They attacked the town.", "attacked", False),
    ],
)
def test_is_negated(language: Any, sentence: str, word: str, negated: bool) -> None:
    parse = language.parse(sentence)
    assert is_negated(parse, token(parse, word)) is negated


def test_prepositional_takes_every_member_of_a_list(language: Any) -> None:
    parse = language.parse("He was killed by soldiers and policemen.")
    found = prepositional(parse, token(parse, "killed"), ("by",))
    assert [parse.tokens[i].text for i in found] == ["soldiers", "policemen"]


def test_tokens_between_characters(language: Any) -> None:
    text = "Rebels shelled the town of Sake."
    parse = language.parse(text)
    start = text.index("town")
    assert [t.text for t in parse.between(start, start + 7)] == ["town", "of"]
    assert parse.between(len(text), len(text) + 5) == ()
