"""Days that an event takes over from a round-up's lead or from what was told before it; all texts are invented."""

from datetime import date
from typing import Any

import pytest

DAY = date(2021, 6, 30)  # a Wednesday
LEAD = "KANO, June 30 (Invented Agency) -- At least nine people were killed in separate attacks in Nigeria on Monday."
WIRE = "KANO, June 30 (Invented Agency) -- Talks on the budget went on in Abuja on Monday."
SHOT = "Gunmen shot dead two farmers in Bama."

CASES = [
    (f"{LEAD}\n\n{SHOT}", "2021-06-28"),
    (f"{WIRE}\n\n{SHOT}", "None"),
    (f"{LEAD}\n\n{SHOT[:-1]} on Tuesday.", "2021-06-29"),
    ("A mine killed a driver near Gwoza on Tuesday.\n\nElsewhere, gunmen shot dead two farmers in Bama.", "2021-06-29"),
    (
        "A mine killed a driver near Gwoza on Tuesday.\n\nIn another attack gunmen shot dead two farmers in Bama.",
        "2021-06-29",
    ),
    (f"A mine killed a driver near Gwoza on Tuesday.\n\n{SHOT}", "None"),
    (f"Officials said on Tuesday that a mine killed a driver.\n\nElsewhere, {SHOT}", "None"),
    # within a paragraph
    (f"On Tuesday the militia entered Bama. The market was shut. {SHOT}", "2021-06-29"),
    (f"On Tuesday the militia entered Bama.\n\n{SHOT}", "None"),
    (f"Officials said on Tuesday that a mine killed a driver. {SHOT}", "None"),
    (f"KANO, June 29 (Invented Agency) -- The militia entered Bama. {SHOT}", "None"),
    ("On Tuesday the militia entered Bama. Gunmen had shot dead two farmers there.", "None"),
    (f"On Tuesday the militia entered Bama.\n\nAround noon {SHOT}", "2021-06-29"),
    (f"On Tuesday the militia entered Bama.\n\n12:40 - {SHOT}", "None"),
    (f"The militia entered Bama on Monday and Gwoza on Tuesday. {SHOT}", "None"),
]


@pytest.mark.parametrize(("text", "day"), CASES)
def test_a_day_is_taken_over_on_a_cue_only(text: str, day: str, read_text: Any) -> None:
    (shooting,) = [i for i in read_text(text, DAY).incidents if i.type == "shooting"]
    assert str(shooting.when.start) == day
