"""The lexicon of triggers, written out."""

import re

from geo.lexicon import load_rows
from geo.trigger_rows import COLUMNS, trigger_rows


def test_a_class_stands_for_each_of_its_words():
    phrases = {row[0] for row in trigger_rows()}
    assert {"throw grenade", "throw dynamite", "retake village", "exchange shot"} <= phrases
    assert not any("{" in phrase for phrase in phrases)


def test_every_class_is_used():
    used = {name for row in load_rows("triggers", COLUMNS) for name in re.findall(r"\{(\w+)\}", row[0])}
    assert used >= {name for name, _ in load_rows("word_classes", ("class", "word"))}
