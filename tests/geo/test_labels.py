"""What heads the lines of invented lists, logs and posts, and what only looks like a head."""

from typing import Any

import pytest

from geo.layout.fields import field_of, place_field
from geo.layout.labels import head_before, head_ends, is_labelled

PLACES = frozenset({"velmora", "tarn", "osk", "low kade", "rakhine state"})
WORDS = frozenset({"police", "location", "quiet", "minister", "shelling", "the", "nothing"})


def heads(text: str) -> list[str]:
    ends = head_ends(text, PLACES.__contains__, WORDS.__contains__)
    return [text[text.rfind("\n", 0, end) + 1 : end] for end in ends]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• Velmora: 1 dead, 6 hurt", ["• Velmora: "]),
        ("3. Tarn – Two arrested", ["3. Tarn – "]),
        ("Velmora — 4 November — 6 — 15", ["Velmora — 4 November — "]),
        ("01/04/2016 | Tarn | ambush", ["01/04/2016 | Tarn | "]),
        ("29APR12 / Tarn / Low Kade: a bomb", ["29APR12 / Tarn / Low Kade: "]),
        ("FLASH – Velmora, 3 March: gangs", ["FLASH – Velmora, 3 March: "]),
        ("041530ZFEB07 PATROL STRUCK A MINE", ["041530ZFEB07 "]),
        ("- 0745L: Two shells fell", ["- 0745L: "]),
        ("14:32 Gunmen have attacked", ["14:32 "]),
        ("5:50 pm GMT – Shells fell", ["5:50 pm GMT – "]),
        ("2. (C) THE ARMY SHELLED TARN", ["2. (C) "]),
        ("Tarn/Osk: fighting", ["Tarn/Osk: "]),
        # An unknown name heads a line where others do, or after a bullet.
        ("Velmora: quiet\nTarn: quiet\nKelbrin: two hurt", ["Velmora: ", "Tarn: ", "Kelbrin: "]),
        ("• Kelbrin: two hurt", ["• Kelbrin: "]),
        ("Kelbrin: two hurt", []),
        # Speakers, fields and sentences are none.
        ("Police: two hurt", []),
        ("• Location: the bridge", []),
        ("The minister of Velmora said: nothing", []),
        ("Velmora was shelled. Tarn: quiet", []),
    ],
)
def test_what_heads_a_line(text: str, expected: list[str]) -> None:
    assert heads(text) == expected


def test_a_head_is_found_again_from_the_sentence_after_it() -> None:
    text = "Log\n• Tarn, Low Kade – Two arrested. Three hurt."
    head = head_before(text, text.index("Two"))
    assert head is not None
    assert [text[start:end] for start, end in head.names] == ["Tarn", "Low Kade"]
    assert not is_labelled(text, text.index("Three"))


def test_fields_of_a_form_in_a_line_and_in_a_block() -> None:
    line = "1. TYPE: MORTAR. LOC: TARN. DTG: 041900CFEB07.\n2. TYPE: MURDER. LOC: OSK."
    for word, expected in (("MORTAR", "TARN"), ("MURDER", "OSK")):
        found = field_of(line, line.index(word), "place")
        assert found is not None
        assert line[slice(*found)] == expected
    block = "Location: Tarn, Low Kade\nDate: 3 May 2021\nDetails: two nurses taken\n\nLocation: Osk"
    found = field_of(block, block.index("nurses"), "place")
    assert found is not None
    assert block[slice(*found)] == "Tarn, Low Kade"
    assert field_of("Two nurses were taken.", 4, "place") is None


@pytest.mark.parametrize(
    ("before", "expected"),
    [("Location: ", True), ("Location: Tarn, ", True), ("Location: the bridge of ", False), ("At ", False)],
)
def test_where_a_place_stands_in_a_form(before: str, expected: bool) -> None:
    assert place_field(before) is expected


def test_a_speaker_of_an_interview_heads_nothing(read_text: Any) -> None:
    report = read_text("Interview\n\nKelbrin: Did they shoot?\nOrvane: They shot two men in Gao on Sunday.")
    assert [report.toponyms[i.where.toponym].surface for i in report.incidents if i.where] == ["Gao"]
