"""Where the words of an invented sentence put what its verb tells, by the trees of `linking.csv`."""

from typing import Any

import pytest

from geo import incidents, mentions, resolve
from geo.incidents.where import linking
from geo.incidents.where.place_names import candidates
from geo.incidents.where.place_signs import signs
from geo.model import Document
from geo.pipeline import is_notable

# Each line: a sentence, a word of it, and the names that it is linked to, "-" for none.
LINKS = [
    ("Gunmen killed three traders near Gao on Monday.", "killed", "Gao"),
    ("Rebels shelled Goma for two days.", "shelled", "Goma"),
    ("Bombs went off in Mosul and Kirkuk.", "went", "Mosul, Kirkuk"),
    ("The army captured the village of Kherbet Ghazal.", "captured", "Kherbet Ghazal"),
    ("A clash in Benghazi left two dead, the spokesman said in Cairo.", "left", "Benghazi"),
    ("The minister said nothing of the kind.", "said", "-"),
    ("Gunmen shot a man in Basra, and a bomb killed two shoppers in Baghdad.", "killed", "Baghdad"),
    ("The striker captured his second title of the year.", "captured", "-"),
    ("Two men were shot dead in a quarter of Karachi on Friday.", "shot", "Karachi"),
]


def linked(text: str, word: str, gazetteer: Any, language: Any) -> str:
    parse = language.parse(text, lambda words: is_notable(words, gazetteer))
    toponyms = resolve.resolve(mentions.find(parse, gazetteer), Document("invented", text), gazetteer)
    event = next(t.index for t in parse.tokens if t.text == word)
    spans = sorted(incidents.places(parse, event, toponyms), key=lambda span: span.start)
    assert all(text[s.start : s.end] == s.text for s in spans)
    return ", ".join(s.text for s in spans) or "-"


@pytest.mark.parametrize(("text", "word", "names"), LINKS)
def test_places_of_a_verb(text: str, word: str, names: str, gazetteer: Any, language: Any) -> None:
    assert linked(text, word, gazetteer, language) == names


def test_no_sign_holds_a_break_of_line(gazetteer: Any, language: Any) -> None:
    parse = language.parse(
        "Rebels shelled Goma\n\nBukavu,\nUvira on Monday.", lambda words: is_notable(words, gazetteer)
    )
    every = resolve.resolve(mentions.find(parse, gazetteer), Document("invented", parse.text), gazetteer)
    event = next(t.index for t in parse.tokens if t.text == "shelled")
    names = candidates(parse, parse.sentences[parse.tokens[event].sentence], every)
    assert names
    assert not [sign for each in signs(parse, event, names, every) for sign in each if "\n" in sign]


def test_the_second_round_sees_the_other_names() -> None:
    first, second = linking.compared([frozenset({"a"}), frozenset()], [0.7, 0.1])
    assert {"a", "likely: 5", "likeliest other: 1", "likelier: 0"} <= first
    assert {"likely: 1", "likeliest other: 5", "likelier: 1", "likely last: 5"} <= second
