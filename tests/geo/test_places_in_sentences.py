"""Invented sentences with one name each that is easily put in the wrong place, and where a reader would put it."""

from typing import Any

import pytest

from geo.mentions import find
from geo.model import Document, Toponym
from geo.pipeline import is_notable
from geo.resolve import resolve

# sentence | name | country, or "nowhere" | kind
IN_WHAT_IS_NAMED = """
Raiders burned three houses in Palma, Cabo Delgado province. | Palma | MZ | populated_place
Villagers fled from Moura in Mali. | Moura | ML | populated_place
The patrol reached Jalapa, Nueva Segovia, at noon. | Jalapa | NI | populated_place
A mortar struck Tripoli, in northern Lebanon. | Tripoli | LB | populated_place
A depot burned in Alexandria, Egypt. | Alexandria | EG | populated_place
Gunmen stopped a bus near Merida (Venezuela). | Merida | VE | populated_place
Two were held in San Jose, Costa Rica. | San Jose | CR | populated_place
Shots were fired in Birmingham, Alabama. | Birmingham | US | populated_place
Troops left Santiago de Cuba in Cuba. | Santiago de Cuba | CU | populated_place
A bridge fell in Cordoba, Spain. | Cordoba | ES | populated_place
Markets closed in Lagos, Kano and Kaduna. | Lagos | NG | populated_place
Trains left Lyon, Dijon and Lille. | Lyon | FR | populated_place
Riots broke out in Indianapolis, Louisville, Kentucky, and Memphis. | Indianapolis | US | populated_place
A march was held in Washington on Monday, US police said. | Washington | US | populated_place
Rebels entered Hama, Syria. | Hama | SY | populated_place
A church burned in Saint-Denis, Reunion. | Saint-Denis | RE | populated_place
"""
NOWHERE = """
Palma was attacked again, officials in Mozambique said. | Palma | nowhere |
A clinic was looted in Granada, Kazakhstan. | Granada | nowhere |
Two guards died near Valencia, Qarbistan. | Valencia | nowhere |
The ferry left Toledo, Mozambique. | Toledo | nowhere |
A mine went off in the village of Zelenokamsk. | Zelenokamsk | nowhere |
Militiamen torched huts near Umm Qarshan. | Umm Qarshan | nowhere |
"""
UNITS = """
The navy patrols Sulu province. | Sulu | PH | admin2
They attacked villages in Lubero territory. | Lubero | CD | admin2
Soldiers burned houses in Kanbalu township. | Kanbalu | MM | admin2
A pipeline burst in Arauca Intendency. | Arauca Intendency | CO | admin1
A mine killed three in Khost province. | Khost province | AF | admin1
Aid reached the province of Huanta in Peru. | Huanta | PE | admin2
Drones crossed Belgorod oblast. | Belgorod | RU | admin1
Two died in Anbar governorate. | Anbar | IQ | admin1
Farmers fled Kasai province. | Kasai province | CD | admin1
They were taken to Sadr City. | Sadr City | IQ | section
A bomb hit the Karrada district of Baghdad. | Baghdad | IQ | populated_place
"""
SUFFERERS = """
Kharkiv came under mortar fire. | Kharkiv | UA | populated_place
Bakhmut was shelled. | Bakhmut | UA | populated_place
Homs was besieged for a year. | Homs | SY | populated_place
Amarah fell to the militia. | Amarah | IQ | populated_place
Tal Afar was retaken in August. | Tal Afar | IQ | populated_place
Missiles fell near Bakhmut, Avdiivka and Vuhledar. | Vuhledar | UA | populated_place
Missiles fell near Bakhmut, Avdiivka and Vuhledar. | Avdiivka | UA | populated_place
"""


def rows(*tables: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in "".join(tables).splitlines() if line]


@pytest.fixture
def placed(gazetteer: Any, language: Any) -> Any:
    """Return a function that resolves the places of a text."""

    def resolved(text: str) -> tuple[Toponym, ...]:
        parse = language.parse(text, lambda words: is_notable(words, gazetteer))
        return resolve(find(parse, gazetteer), Document("invented", text), gazetteer)

    return resolved


@pytest.mark.parametrize(("text", "name", "country", "kind"), rows(IN_WHAT_IS_NAMED, NOWHERE, UNITS, SUFFERERS))
def test_a_name_is_put_where_a_reader_would_put_it(text: str, name: str, country: str, kind: str, placed: Any) -> None:
    toponym = next(t for t in placed(text) if t.surface == name)
    assert toponym.role == "literal"
    found = (toponym.place.country, toponym.place.kind) if toponym.place else ("nowhere", "")
    assert found == (country, kind)
    assert toponym.reasons


@pytest.mark.parametrize(
    "text",
    [
        "The Rapid Support Forces left. ",
        "He returned to the Fort at dusk.",
        "A Pantsir system was destroyed.",
        "The LAS met on Tuesday.",
        "They serve the Area well.",
    ],
)
def test_words_that_some_town_bears_as_another_name_are_no_places(text: str, placed: Any) -> None:
    assert all(t.place is None for t in placed(text))


def test_a_town_stands_in_for_the_unit_of_its_name_with_the_units_doubt(placed: Any) -> None:
    (toponym,) = placed("They attacked villages in Lubero territory.")
    assert toponym.place.kind == "admin2"
    assert toponym.place.radius_km >= 25
    assert "the unit named after the town" in toponym.reasons[0]
