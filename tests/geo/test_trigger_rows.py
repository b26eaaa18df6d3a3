"""The lexicon of triggers, written out."""

import re
from pathlib import Path

import geo
from geo.lexicon import load_rows, word_classes
from geo.lexicon.triggers import COLUMNS, trigger_rows


def test_a_class_stands_for_each_of_its_words():
    phrases = {row[0] for row in trigger_rows()}
    assert {"throw grenade", "throw dynamite", "retake village", "exchange shot"} <= phrases
    assert not any("{" in phrase for phrase in phrases)


def test_every_class_is_used_and_every_used_class_is_known():
    phrases = [row[0] for row in (*load_rows("triggers", COLUMNS), *load_rows("directions", ("words", "end", "after")))]
    used = {name for phrase in phrases for name in re.findall(r"\{(\w+)\}", phrase)}
    code = "".join(file.read_text() for file in Path(geo.__file__).parent.rglob("*.py"))
    asked = {name for names in re.findall(r"word_class\(([^)]*)\)", code) for name in re.findall(r'"(\w+)"', names)}
    assert used | asked <= set(word_classes())
    assert [name for name in word_classes() if name not in used and f'"{name}"' not in code] == []
