"""Whether a word beside a trigger makes it peaceful. All texts are invented."""

from typing import Any

import pytest

from geo.incidents.what import triggers
from geo.meaning.senses import is_innocent

FIRES = [
    ("Artillery fire killed four villagers.", False),
    ("The mortar fire wounded four villagers.", False),
    ("Heavy machine-gun fire killed four villagers.", False),
    ("Enemy fire killed four villagers.", False),
    ("A fire killed four villagers.", True),
    ("A house fire killed four villagers.", True),
    ("Forest fire killed four villagers.", True),
    ("Massive fire killed four villagers.", True),
    ("A tank fire killed four villagers.", True),
]


@pytest.mark.parametrize(("text", "innocent"), FIRES)
def test_fire_is_shots_or_a_blaze(language: Any, text: str, innocent: bool) -> None:
    parse = language.parse(text)
    harm = next(t for t in triggers.find(parse) if t.type == "effect")
    assert is_innocent(parse, harm) is innocent
