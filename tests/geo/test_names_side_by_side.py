"""Names beside one another, and which of them says where the other lies. All sentences are invented."""

from typing import Any

import pytest

# sentence | the place that the event is put at, and its country
SPEAKERS = """
A mine killed three soldiers in Mosul, the U.S. military said on Tuesday. | Mosul | IQ
A bomb killed nine people in Tripoli, U.S. officials said. | Tripoli | LY
Gunmen killed five policemen in Timbuktu, the French army said. | Timbuktu | ML
A mine killed three people in Manbij, Turkey's army said. | Manbij | SY
A drone killed two guards in Aden, the United Arab Emirates said. | Aden | YE
A bomb killed nine people in Alexandria, an American spokesman told reporters. | Alexandria | EG
"""
HOLDERS = """
A mine killed three people in Kirkuk, Iraq, police said. | Kirkuk | IQ
A blast killed three people in Athens, Georgia, police said. | Athens | US
Gunmen killed two people in Paris, Texas officials said. | Paris | US
A mine killed three people in Homs, Syria's third largest city, police said. | Homs | SY
A bomb killed four people in Tilburg, the Netherlands, on Monday. | Tilburg | NL
"""


def rows(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


def put_at(read_text: Any, sentence: str) -> list[tuple[str, str | None] | None]:
    """Return the place of each incident, as its name and country."""
    report = read_text(sentence)
    numbers = [incident.where.toponym if incident.where else None for incident in report.incidents]
    places = [None if number is None else report.toponyms[number].place for number in numbers]
    return [place and (place.name, place.country) for place in places]


@pytest.mark.parametrize(("sentence", "name", "country"), rows(SPEAKERS))
def test_a_speaker_after_a_name_does_not_hold_it(sentence: str, name: str, country: str, read_text: Any) -> None:
    assert put_at(read_text, sentence) == [(name, country)]


@pytest.mark.parametrize(("sentence", "name", "country"), rows(HOLDERS))
def test_a_country_or_state_after_a_name_holds_it(sentence: str, name: str, country: str, read_text: Any) -> None:
    assert put_at(read_text, sentence) == [(name, country)]
