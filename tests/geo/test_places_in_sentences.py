"""Invented sentences with one name each that is easily put in the wrong place, and where a reader would put it."""

import csv
from pathlib import Path
from typing import Any

import pytest

from gazetteer.sphere import great_circle
from geo.mentions import find
from geo.model import Document, Mention, Toponym
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
    (toponym,) = placed("They attacked villages in Djibo territory.")
    assert toponym.place.kind == "admin2"
    assert toponym.place.radius_km >= 25
    assert "the unit named after the town" in toponym.reasons[0]


# ---------------------------------------------------------------- places_in_sentences.csv

TABLE = Path(__file__).with_name("places_in_sentences.csv")
LINES = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
ROWS = list(csv.DictReader(LINES))
FOUND_AT_LEAST = 0.93  # of the names, by the recogniser


def overlapping(found: Any, start: int, end: int) -> Any:
    return next((each for each in found if each.start < end and start < each.end), None)


def is_found(mentions: Any, row: dict[str, str]) -> bool:
    """Tell whether the recogniser has the name, or the name without the word for its kind."""
    start, end = span_of(row)
    found = overlapping(mentions, start, end)
    return found is not None and found.start <= start and row["sentence"][found.end : end][:1] in {"", " ", "."}


@pytest.fixture(scope="module")
def read(gazetteer: Any, language: Any) -> dict[str, tuple[Mention, ...]]:
    """Return the mentions of every sentence of the table."""
    sentences = {row["sentence"] for row in ROWS}
    return {s: find(language.parse(s, lambda words: is_notable(words, gazetteer)), gazetteer) for s in sentences}


def span_of(row: dict[str, str]) -> tuple[int, int]:
    start = row["sentence"].index(row["name"])
    return start, start + len(row["name"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}: {row['name']}, line of {row['sentence'][:30]}")
def test_a_name_of_the_table_is_put_in_its_place(row: dict[str, str], read: Any, gazetteer: Any) -> None:
    start, end = span_of(row)
    mentions = list(read[row["sentence"]])
    if not is_found(mentions, row):  # what the recogniser misses is counted below
        others = [each for each in mentions if each.end <= start or end <= each.start]
        given = Mention(start, end, row["name"], "literal", (row["name"],))
        mentions = sorted([*others, given], key=lambda mention: mention.start)
    toponym = overlapping(resolve(mentions, Document("invented", row["sentence"]), gazetteer), start, end)
    place = toponym.place
    assert place is not None, toponym.reasons
    away = great_circle(place.lat, place.lon, float(row["lat"]), float(row["lon"]))
    assert away <= float(row["tolerance_km"]), (place, round(away), toponym.reasons)
    assert row["country"] in {"", place.country}, place


def test_nearly_all_names_of_the_table_are_found(read: Any) -> None:
    missed = [row["name"] for row in ROWS if not is_found(read[row["sentence"]], row)]
    assert len(missed) <= (1 - FOUND_AT_LEAST) * len(ROWS), missed


def test_the_table_has_its_traps_and_three_hundred_more_of_many_kinds() -> None:
    kinds = [row["kind"] for row in ROWS]
    assert len({(row["name"], row["country"]) for row in ROWS}) >= 340
    assert all(kinds.count(kind) >= 10 for kind in set(kinds))
    assert {"district", "river", "strait", "crossing", "base", "ambiguous town", "transliteration"} <= set(kinds)
    assert all(row["sentence"].count(row["name"]) == 1 for row in ROWS)
