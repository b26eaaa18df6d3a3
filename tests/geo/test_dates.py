"""Words for days. All texts are invented."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import dates
from geo.model import Document

THURSDAY = date(2007, 8, 9)

# A text, and what its expressions mean on THURSDAY: "words | start | end | precision", an open end as "-".
RELATIVE = [
    ("Shells fell on the town on Wednesday.", "on Wednesday | 2007-08-08 | 2007-08-08 | day"),
    ("The convoy left Thursday.", "Thursday | 2007-08-09 | 2007-08-09 | day"),
    ("The bridge was blown up last Thursday.", "last Thursday | 2007-08-02 | 2007-08-02 | day"),
    ("Rebels entered Brena on Monday night.", "on Monday night | 2007-08-06 | 2007-08-07 | day"),
    ("The man was seized in last night's raid.", "last night | 2007-08-08 | 2007-08-09 | day"),
    ("Two died overnight.", "overnight | 2007-08-08 | 2007-08-09 | day"),
    ("Two died yesterday.", "yesterday | 2007-08-08 | 2007-08-08 | day"),
    ("A mine exploded this morning.", "this morning | 2007-08-09 | 2007-08-09 | day"),
    ("The siege began two days ago.", "two days ago | 2007-08-07 | 2007-08-07 | day"),
    ("The siege began a week ago.", "a week ago | 2007-07-30 | 2007-08-05 | week"),
    ("The siege began three months ago.", "three months ago | 2007-05-01 | 2007-05-31 | month"),
    ("The siege began several days ago.", "several days ago | - | 2007-08-09 | unknown"),
    ("The village burned on 3 February.", "on 3 February | 2007-02-03 | 2007-02-03 | day"),
    ("The village burned on 30 December.", "on 30 December | 2006-12-30 | 2006-12-30 | day"),
    ("On 3 February 12 people died.", "On 3 February | 2007-02-03 | 2007-02-03 | day"),
    ("Fighting raged 3-5 March.", "3-5 March | 2007-03-03 | 2007-03-05 | days"),
    ("Fighting raged between 2 and 5 May.", "between 2 and 5 May | 2007-05-02 | 2007-05-05 | days"),
    ("Fighting raged from 28 June to 2 July.", "from 28 June to 2 July | 2007-06-28 | 2007-07-02 | days"),
    ("Fighting raged from Sunday to Tuesday.", "from Sunday to Tuesday | 2007-08-05 | 2007-08-07 | days"),
    ("He was held earlier this month.", "earlier this month | 2007-08-01 | 2007-08-09 | month"),
    ("He was held last week.", "last week | 2007-07-30 | 2007-08-05 | week"),
    ("He was held this week.", "this week | 2007-08-06 | 2007-08-09 | week"),
    ("He was held over the weekend.", "over the weekend | 2007-08-04 | 2007-08-05 | days"),
    ("He was held last year.", "last year | 2006-01-01 | 2006-12-31 | year"),
    ("The road has been shut since Sunday.", "since Sunday | 2007-08-05 | - | unknown"),
    ("The road was shut until Monday.", "until Monday | - | 2007-08-06 | unknown"),
    ("Forty died in the past three days.", "in the past three days | 2007-08-06 | 2007-08-09 | days"),
    ("The camp was built in early May.", "in early May | 2007-05-01 | 2007-05-10 | month"),
    ("The camp was built last March.", "last March | 2007-03-01 | 2007-03-31 | month"),
    ("The delegates will meet on Friday.", "on Friday | 2007-08-10 | 2007-08-10 | day"),
    ("The talks are planned for next week.", "next week | 2007-08-13 | 2007-08-19 | week"),
    (
        "REBELS BURNED TWO BUSES YESTERDAY MORNING NEAR THE VILLAGE.",
        "YESTERDAY MORNING | 2007-08-08 | 2007-08-08 | day",
    ),
]
ABSOLUTE = [
    ("It was signed on February 3, 1990.", "on February 3, 1990 | 1990-02-03 | 1990-02-03 | day"),
    ("It was signed on the 3rd of February 1990.", "3rd of February 1990 | 1990-02-03 | 1990-02-03 | day"),
    ("It was signed on Saturday, 3 February 1990.", "on Saturday, 3 February 1990 | 1990-02-03 | 1990-02-03 | day"),
    ("THE COLUMN WAS SEEN ON 4 FEB 90, NEAR THE RIVER.", "ON 4 FEB 90 | 1990-02-04 | 1990-02-04 | day"),
    ("It was signed on 1990-02-03.", "on 1990-02-03 | 1990-02-03 | 1990-02-03 | day"),
    ("It was signed on 25/12/2003.", "on 25/12/2003 | 2003-12-25 | 2003-12-25 | day"),
    ("It was signed on 12/25/2003.", "on 12/25/2003 | 2003-12-25 | 2003-12-25 | day"),
    ("It was signed on 3/4/2003.", "on 3/4/2003 | - | - | unknown"),
    ("The war began in 2003.", "in 2003 | 2003-01-01 | 2003-12-31 | year"),
    ("The war began in March 2003.", "in March 2003 | 2003-03-01 | 2003-03-31 | month"),
    ("The war began in late 2003.", "in late 2003 | 2003-09-01 | 2003-12-31 | year"),
    (
        "They fought from 28 December to 3 January 1990.",
        "from 28 December to 3 January 1990 | 1989-12-28 | 1990-01-03 | week",
    ),
    ("Two days later the town fell.", "Two days later | - | - | unknown"),
    ("The previous day the town fell.", "The previous day | - | - | unknown"),
]
NO_DATES = [
    "The troops may march 20 miles.",
    "Theresa May spoke.",
    "The 17 November Organisation spoke.",
    "The mob burned the Friday Mosque.",
    "About 2003 rifles lay there.",
    "A round of 7.62 calibre lay there.",
    "The radio said the 30 February.",
]


def shown(parse: Any, anchor: date | None) -> list[str]:
    return [
        f"{t.when.text} | {t.when.start or '-'} | {t.when.end or '-'} | {t.when.precision}"
        for t in dates.find(parse, anchor)
    ]


@pytest.mark.parametrize(("text", "meant"), RELATIVE + ABSOLUTE)
def test_words_for_days(language: Any, text: str, meant: str) -> None:
    found = shown(language.parse(text), THURSDAY)
    assert len(found) == 1, found
    assert found[0].endswith(meant), found


@pytest.mark.parametrize(("text", "meant"), ABSOLUTE)
def test_what_needs_no_anchor(language: Any, text: str, meant: str) -> None:
    assert shown(language.parse(text), None)[0].endswith(meant)


@pytest.mark.parametrize("text", [text for text, _ in RELATIVE])
def test_what_needs_an_anchor_stays_unknown_without(language: Any, text: str) -> None:
    found = dates.find(language.parse(text), None)
    assert [(t.when.start, t.when.end, t.when.precision) for t in found] == [(None, None, "unknown")]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(language: Any, text: str) -> None:
    assert not [t for t in dates.find(language.parse(text), THURSDAY) if t.when.start or t.when.end]


HEADS = [
    ("KHARTOUM, 3 FEB 91 (RADIO) -- [TEXT] REBELS ATTACKED.", "1991-02-03"),
    ("Brena, Aug. 8, 2007 — Shells fell.", "2007-08-08"),
    ("(4 FEB 90) THE COLUMN WAS SEEN.", "1990-02-04"),
    ("Shells fall on Brena\nPublished: 3 March 2021\n\nShells fell.", "2021-03-03"),
    ("Shells fall on Brena\nBy A Reporter\nWed 3 March 2021 10.05 GMT\n\nShells fell.", "2021-03-03"),
    ("2021-03-03\nShells fell.", "2021-03-03"),
    ("Brena, Aug. 8 — Shells fell.", "None"),
    ("The treaty of 3 March 1878 - long forgotten - was broken.", "None"),
    ("Shells fell on 3 March 2021 and on the day after.", "None"),
    ("", "None"),
]


@pytest.mark.parametrize(("text", "day"), HEADS)
def test_day_of_writing(language: Any, text: str, day: str) -> None:
    assert str(dates.anchor(Document("invented", text), language.parse(text))) == day


def test_published_decides_over_the_head(language: Any) -> None:
    text = "Brena, Aug. 8, 2007 — Shells fell."
    document = Document("invented", text, published=THURSDAY)
    assert dates.anchor(document, language.parse(text)) == THURSDAY


PIECES = (
    "on|since|from|to|between|and|the|last|next|early|may|May|March|31|2003|Sunday|night|two|days|ago|weekend|will|"
    "30 Feb|0000-00-00|99/99/9999|-|,|\n|’90"
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map(" ".join),
    st.one_of(st.none(), st.sampled_from([date.min, date(2004, 2, 29), date.max])),
)
def test_any_text_gives_intervals_in_order(language: Any, text: str, anchor: date | None) -> None:
    end = 0
    for found in dates.find(language.parse(text), anchor):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.when.text
        assert not (found.when.start and found.when.end) or found.when.start <= found.when.end
        end = found.end
