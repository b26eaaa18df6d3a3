"""The shorthand of invented military logs, spelt out with every offset leading back to the log."""

import pytest

from geo.language.rewriting.shorthand import spelt_out
from geo.language.rewriting.unwrap import unwrap

LOG = " NFTR. IVO Tarn."  # two sure forms: what stands before it is a log


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2x ANA WIA, 1x EKIA.", "2 soldiers wounded, 1 enemy fighters killed."),
        ("x3 IP KIA at an IP post.", "3 police killed at an police post."),
        ("ANA vehicles took SAF.", "Army vehicles took rifle fire."),
        ("3 INS and an INS camp.", "3 insurgents and an insurgent camp."),
        ("FOB KADE RECEIVED 3 RDS IDF FROM THE EAST.", "BASE KADE RECEIVED 3 ROUNDS INDIRECT FIRE FROM THE EAST."),
        ("LNs fled w/ HME.", "Civilians fled with explosives."),
        ("HIT VIC TARN, VIC. TARN, NR TARN AND V/O TARN.", "HIT NEAR TARN, NEAR TARN, NEAR TARN AND NEAR TARN."),
        ("HIT IN THE VICINITY OF TARN AND IN VCY OF TARN.", "HIT NEAR TARN AND NEAR TARN."),
        ("HIT VICINITY OF TARN AND IN VIC OF TARN.", "HIT NEAR TARN AND NEAR TARN."),
    ],
)
def test_a_log_is_spelt_out(text: str, expected: str) -> None:
    running, places = spelt_out(*unwrap(text + "\n\n" + LOG))
    assert running.startswith(expected)
    assert len(running) == len(places)


def test_what_is_always_short_is_spelt_out_in_any_text() -> None:
    text = "Shelling 5 km NE of Tarn killed nine, incl. two nurses. The IDF met at gate E. Of the nine, two died later."
    expected = text.replace("NE of", "northeast of").replace("incl.", "including")
    assert spelt_out(*unwrap(text))[0] == expected


def test_letters_elsewhere_are_names() -> None:
    text = "The IDF, the SAF and the IP of Tarn met in the US. The KIA held Laiza."
    assert spelt_out(*unwrap(text))[0] == text


def test_what_befell_people_and_months_behind_a_day_are_spelt_out_in_any_text() -> None:
    text = "ON 12 JUN TWO MEN WERE KIA. THE MAR 12 FRONT FLED."
    expected = "ON 12 JUNE TWO MEN WERE KILLED. THE MAR 12 FRONT FLED."
    assert spelt_out(*unwrap(text))[0] == expected


def test_each_word_leads_back_to_the_short_form() -> None:
    text = "A SVBIED near Tarn. 2 KIA."
    running, places = spelt_out(*unwrap(text))
    for word in ("suicide", "car", "bomb", "killed"):
        at = running.index(word)
        assert text[places[at] : places[at + len(word) - 1] + 1] == ("KIA" if word == "killed" else "SVBIED")
