"""Words for days. All texts are invented."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import dates
from geo.dates.shapes import matches, rules
from geo.model import Document

THURSDAY = date(2007, 8, 9)
SENTENCES = Path(__file__).parent.parent / "suite" / "sentences"

# A text, and what its expressions mean on THURSDAY: "words | start | end | precision", an open end as "-".
RELATIVE = [
    ("Shells fell on the town on Wednesday.", "on Wednesday | 2007-08-08 | 2007-08-08 | day"),
    ("The convoy left Thursday.", "Thursday | 2007-08-09 | 2007-08-09 | day"),
    ("The bridge was blown up last Thursday.", "last Thursday | 2007-08-02 | 2007-08-02 | day"),
    ("Rebels entered Brena on Monday night.", "on Monday night | 2007-08-06 | 2007-08-06 | day"),
    ("The man was seized in last night's raid.", "last night | 2007-08-08 | 2007-08-08 | day"),
    ("The bridge was hit for the second time Wednesday.", "Wednesday | 2007-08-08 | 2007-08-08 | day"),
    ("Two died overnight.", "overnight | 2007-08-08 | 2007-08-09 | day"),
    ("Two died yesterday.", "yesterday | 2007-08-08 | 2007-08-08 | day"),
    ("A mine exploded this morning.", "this morning | 2007-08-09 | 2007-08-09 | day"),
    ("The siege began two days ago.", "two days ago | 2007-08-07 | 2007-08-07 | day"),
    ("The siege began a week ago.", "a week ago | 2007-07-30 | 2007-08-05 | week"),
    ("The siege began three months ago.", "three months ago | 2007-05-01 | 2007-05-31 | month"),
    ("The siege began several days ago.", "several days ago | - | 2007-08-09 | unknown"),
    ("The siege began two decades ago.", "two decades ago | - | 1989-12-31 | unknown"),
    ("The fort burned a century ago.", "a century ago | - | 1932-12-31 | unknown"),
    ("A bomb exploded a few minutes ago.", "a few minutes ago | 2007-08-09 | 2007-08-09 | day"),
    ("A bomb exploded some 30 minutes ago.", "30 minutes ago | 2007-08-09 | 2007-08-09 | day"),
    ("A bomb exploded five hours ago.", "five hours ago | 2007-08-08 | 2007-08-09 | day"),
    ("Rebels shelled the town in the past few hours.", "in the past few hours | 2007-08-08 | 2007-08-09 | day"),
    ("Forty died in the last 72 hours.", "in the last 72 hours | 2007-08-06 | 2007-08-09 | days"),
    ("The attack began at 2030 on 2 August.", "on 2 August | 2007-08-02 | 2007-08-02 | day"),
    ("It was signed on 5/10/2007.", "on 5/10/2007 | 2007-05-10 | 2007-05-10 | day"),
    ("It was signed on 3/4/2007.", "on 3/4/2007 | - | - | unknown"),
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
    ("Last week, on Thursday, a miller was shot.", "Last week, on Thursday | 2007-08-02 | 2007-08-02 | day"),
    ("A miller was shot on Monday last week.", "on Monday last week | 2007-07-30 | 2007-07-30 | day"),
    ("Over the past day shells hit Brena.", "Over the past day | 2007-08-08 | 2007-08-09 | day"),
    ("Forty died in the past three days.", "in the past three days | 2007-08-06 | 2007-08-09 | days"),
    ("The camp was built in early May.", "in early May | 2007-05-01 | 2007-05-10 | month"),
    ("The camp was built last March.", "last March | 2007-03-01 | 2007-03-31 | month"),
    ("Within the past two days 12 people died.", "Within the past two days | 2007-08-07 | 2007-08-09 | days"),
    ("The 4 May bombing killed three.", "4 May | 2007-05-04 | 2007-05-04 | day"),
    ("Earlier on Tuesday shells hit the camp.", "Earlier on Tuesday | 2007-08-07 | 2007-08-07 | day"),
    ("Shells hit the camp in the early hours of Tuesday.", "of Tuesday | 2007-08-07 | 2007-08-07 | day"),
    ("Shells hit the camp to-day.", "to-day | 2007-08-09 | 2007-08-09 | day"),
    ("Shells hit the camp the day before yesterday.", "the day before yesterday | 2007-08-07 | 2007-08-07 | day"),
    ("Shells hit the camp on Sunday last.", "on Sunday last | 2007-08-05 | 2007-08-05 | day"),
    ("On Sunday next to the camp shells fell.", "On Sunday | 2007-08-05 | 2007-08-05 | day"),
    ("Shells hit the camp on the 4th, killing two.", "the 4th | 2007-08-04 | 2007-08-04 | day"),
    ("Shells hit the camp on the 31st.", "the 31st | 2007-07-31 | 2007-07-31 | day"),
    ("Shells hit the camp on the 4th inst.", "on the 4th inst. | 2007-08-04 | 2007-08-04 | day"),
    ("Shells hit the camp on the 4th ult.", "on the 4th ult. | 2007-07-04 | 2007-07-04 | day"),
    ("Shells hit the camp on the third of July.", "third of July | 2007-07-03 | 2007-07-03 | day"),
    ("Shells hit the camp on July the twenty-first.", "on July the twenty-first | 2007-07-21 | 2007-07-21 | day"),
    ("Shells hit the camp on 3 May last year.", "on 3 May last year | 2006-05-03 | 2006-05-03 | day"),
    ("Shells hit the camp in May of last year.", "in May of last year | 2006-05-01 | 2006-05-31 | month"),
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
    ("It was signed on 10/08/2007.", "on 10/08/2007 | - | - | unknown"),
    ("The war began in 2003.", "in 2003 | 2003-01-01 | 2003-12-31 | year"),
    ("The war began in March 2003.", "in March 2003 | 2003-03-01 | 2003-03-31 | month"),
    ("The war began in late 2003.", "in late 2003 | 2003-09-01 | 2003-12-31 | year"),
    (
        "They fought from 28 December to 3 January 1990.",
        "from 28 December to 3 January 1990 | 1989-12-28 | 1990-01-03 | week",
    ),
    (
        "Gunmen opened fire early on Thursday, 3 October 2024, near Brena.",
        "early on Thursday, 3 October 2024 | 2024-10-03 | 2024-10-03 | day",
    ),
    ("It was signed late on October 3, 2024.", "late on October 3, 2024 | 2024-10-03 | 2024-10-03 | day"),
    ("Stamped 2024-10-03T07:14:00Z by hand.", "2024-10-03T07:14:00Z | 2024-10-03 | 2024-10-03 | day"),
    ("041530ZFEB07 Shells fell.", "041530ZFEB07 | 2007-02-04 | 2007-02-04 | day"),
    ("Two days later the town fell.", "Two days later | - | - | unknown"),
    ("The previous day the town fell.", "The previous day | - | - | unknown"),
]
NO_DATES = [
    "They drove along 21 October Road.",
    "Rebels blew up the bridge for the tenth time this year.",
    "THE MILL WAS BURNED FOR THE SECOND TIME THIS MONTH.",
    "The troops may march 20 miles.",
    "Theresa May spoke.",
    "The 17 November Organisation spoke.",
    "The mob burned the Friday Mosque.",
    "About 2003 rifles lay there.",
    "A round of 7.62 calibre lay there.",
    "The radio said the 30 February.",
    "A shot came from a room on the 3rd floor.",
    "Lamps lay on the 2nd and 3rd steps.",
    "Men of the 4th, who were late, fled.",
]


# Texts without a day of writing, and the day that their last expression means, an unknown one as "-".
FROM_THE_TEXT = [
    # a day without a year takes that of a full date before it
    ("Rebels took Brena on June 3, 2012. On June 9 they left.", "2012-06-09"),
    ("REBELS TOOK BRENA ON JUNE 3, 2012.\n2. (C) ON JUNE 9 THEY LEFT.", "2012-06-09"),
    ("On June 9 they left. It was 3 June 2012.", "2012-06-03"),
    ("Rebels took Brena on 30 December 2012. On 3 January they left.", "-"),
    ("The mayor was born on 3 June 1952 and elected in 2010. On 9 June he fled.", "-"),
    ("Rebels took Brena on June 3. On June 9 they left.", "-"),
    # a day that counts from that of another event
    ("Rebels took Brena on 3 June 2012. They burned the mill the next day.", "2012-06-04"),
    ("Rebels took Brena on 3 June 2012. They had burned the mill the previous night.", "2012-06-02"),
    ("Rebels took Brena on 3 June 2012. In Veld a mine killed two men on the same day.", "2012-06-03"),
    ("Rebels took Brena on 3 June 2012. A day earlier a mine killed two men.", "2012-06-02"),
    ("Rebels took Brena on 3 June 2012 and burned the mill two days later.", "2012-06-05"),
    ("Rebels took Brena on 3 June 2012. They burned the mill the next day. The day after, they left.", "2012-06-05"),
    ("Rebels took Brena on 3 June 2012. They left the day before the vote.", "-"),
    ("Rebels took Brena on 3 June 2012. The mill stood still. They burned it the next day.", "2012-06-04"),
    ("Rebels took Brena on 3 June 2012 and Veld on 5 June 2012. They left the next day.", "-"),
    ("The mayor said on 3 June 2012 that rebels had taken Brena. They left the next day.", "-"),
    ("A miller who was held on 3 June 2012 fled. He was caught the next day.", "-"),
    ("Rebels took Brena in June 2012. They left the next day.", "-"),
    ("Rebels took Brena on 3 June 2012. They stayed until the next day.", "-"),
    ("Rebels took Brena on 3 June 2012. That night they burned the mill.", "2012-06-03"),
    ("Rebels took Brena on 3 June 2012. Later that day they burned the mill.", "2012-06-03"),
    ("Rebels took Brena on 3 June 2012. Minutes later the mill burned.", "2012-06-03"),
    ("Rebels took Brena on 3 June 2012. Two days before that, the mill had burned.", "2012-06-01"),
    ("Two days after the truce of 3 June 2012 the mill burned.", "2012-06-05"),
    ("The mill burned the day before elections were held on 3 June 2012.", "2012-06-02"),
    ("Rebels took Brena on 3 June 2012. Hours earlier a mine killed two men.", "2012-06-02"),
    ("Rebels took Brena in June 2012. That night they burned the mill.", "-"),
]


PAST_YEARS = [  # in a report of THURSDAY, and the day that their last expression means
    ("Rebels burned the mill on 3 May 1985. On 9 June they burned the school.", "1985-06-09"),
    ("Rebels burned the mill on 3 May 1985.\n\nOn 9 October they burned the school.", "1985-10-09"),
    ("Rebels burned the mill on 3 May 1985.\n\nOn 9 July they burned the school.", "2007-07-09"),
    ("Rebels burned the mill on 3 May 1985. On 5 August they burned the school.", "2007-08-05"),
    ("Rebels burned the mill on 3 May 1985. On 9 July of that year they burned the school.", "1985-07-09"),
    ("Rebels burned the mill on 3 May 1985. In July of the following year they left.", "1986-07-01"),
    ("Rebels burned the mill on Sunday. In July of that year they left.", "-"),
    ("Rebels burned the mill on Sunday. The following Tuesday they left.", "2007-08-07"),
    ("Rebels burned the mill on Monday. They had come the previous Thursday.", "2007-08-02"),
]


def test_each_shape_is_found_wherever_a_search_for_it_alone_would() -> None:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SENTENCES.glob("*.txt")))
    alone = [(rule.pattern.pattern, match.span()) for rule in rules() for match in rule.pattern.finditer(text)]
    assert sorted((rule.pattern.pattern, match.span()) for rule, match in matches(text)) == sorted(alone)


@pytest.mark.parametrize(("text", "day"), PAST_YEARS)
def test_days_that_go_on_from_a_past_year(language: Any, text: str, day: str) -> None:
    assert str(dates.find(language.parse(text), THURSDAY)[-1].when.start or "-") == day


@pytest.mark.parametrize(("text", "day"), FROM_THE_TEXT)
def test_days_read_from_others_of_the_text(language: Any, text: str, day: str) -> None:
    last = dates.find(language.parse(text), None)[-1].when
    assert str(last.start or "-") == day
    assert (last.precision == "day") == (day != "-")


def test_a_week_earlier_is_known_to_a_day_or_so(language: Any) -> None:
    text = "Rebels took Brena on 22 June 2012. A week earlier a mine killed two men."
    assert shown(language.parse(text), None)[1] == "A week earlier | 2012-06-14 | 2012-06-16 | days"


def test_the_next_day_is_not_after_the_day_of_writing(language: Any) -> None:
    text = "Rebels took Brena on Thursday. They burn the mill the next day."
    assert shown(language.parse(text), THURSDAY)[1] == "the next day | - | - | unknown"
    assert shown(language.parse(text.replace("Thursday", "Wednesday")), THURSDAY)[1].startswith(
        "the next day | 2007-08-09 | 2007-08-09"
    )


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
    ("BRENA, Northland, 22 July 2015 - Two officers were shot.", "2015-07-22"),
    ("Thursday, 3 October 2024\nShells fell.", "2024-10-03"),
    ("February 26, 2017\n\nShells fell.", "2017-02-26"),
    ("Date: 21 July 1994\nShells fell.", "1994-07-21"),
    ("[2022-09-10 07:14] Shells fell.", "2022-09-10"),
    ("Published 2021-03-03T10:00:00Z\nShells fell.", "2021-03-03"),
    ("BRENA (Nord Press) - 3 March 2021 - Shells fell.", "2021-03-03"),
    ("BRENA, March 3 2021, Nord Press -- Shells fell.", "2021-03-03"),
    ("Situation report 12\nReporting period: 5-11 June 2023\n\nOn 7 June shells fell.", "2023-06-11"),
    ("Reporting period: 28 May to 3 June 2023\n\nShells fell.", "2023-06-03"),
    ("Week ending 11 June 2023\nShells fell.", "2023-06-11"),
    ("Morning report no. 7, 10 September 2022:\nShells fell.", "2022-09-10"),
    ("Brena, Aug. 8 — Shells fell.", "None"),
    ("On 3 March 2021, shells fell on Brena.", "None"),
    ("3 March 2021 was a dark day.", "None"),
    ("As of 11 June 2023, 12 people had died.", "None"),
    ("BRENA: Flash Update No. 3\nAs of 11 June 2023, 18:00 (local time)\n\nShells fell.", "2023-06-11"),
    ("Posted on 3 March 2021 by the night desk\n\nShells fell.", "2021-03-03"),
    ("Report date: 3 March 2021\nShells fell.", "2021-03-03"),
    ("(Brena, March 3, 2021) – Soldiers shot nine men, a rights group said.", "2021-03-03"),
    ("In the period from 5 to 11 June 2023 shells fell.", "None"),
    ("The army said so in a report, and on 3 March 2021\nshells fell.", "None"),
    ("The mayor, born on 3 March 1951 - a Saturday - died.", "None"),
    ("The treaty of 3 March 1878 - long forgotten - was broken.", "None"),
    ("Shells fell on 3 March 2021 and on the day after.", "None"),
    ("", "None"),
    # heads that end in a full stop or a colon
    ("BRENA, Feb. 8, 2007. A miller was shot dead this morning.", "2007-02-08"),
    ("BRENA (Nord Press) 18 June 2008: Shells fell.", "2008-06-18"),
    ("BRENA, Aug 8 2010: Shells fell.", "2010-08-08"),
    ("Brena, 26 May 2013. Shells fell.", "2013-05-26"),
    ("Radio Nord, Tuesday 7 May 2013. Shells fell.", "2013-05-07"),
    ("Brena, 26 May 1943. Shells fell.\nVeld, 3 June 1943. The column left.", "None"),
    ("Rebels took Brena, 26 May 2013. Shells fell.", "None"),
    ("The fort fell. Brena, 26 May 2013. Shells fell.", "None"),
    ("The mayor of Brena, 26 May 2013: a portrait.", "None"),
    # headings that say what kind of text it is
    ("Live updates, 9 February 2024\n07:40 Shells fell.", "2024-02-09"),
    ("Brena, Northland. English digest for 3 November 2021.\n* Shells fell.", "2021-11-03"),
    ("Free radio, evening bulletin, 22 October 2023. Shells fell.", "2023-10-22"),
    ("MINISTRY OF WAR, BRENA. COMMUNIQUE No. 21, 5 May 2022.\nShells fell.", "2022-05-05"),
    ("CUSTOMS BULLETIN, port of Brena, 3 to 9 October 2022.\n- Rifles.", "2022-10-09"),
    ("WEEKLY UPDATE No. 7 - Northland, 9 to 15 September 2023\n- Shells fell.", "2023-09-15"),
    ("Notes from Brena, by a teacher (posted 14 March 2015)\nShells fell.", "2015-03-14"),
    ("The army denied the report, 3 May 2014. Shells fell.", "None"),
    ("Monthly bulletin, May 2014\nShells fell.", "None"),
    # heads without a mark before the day, or with words behind it
    ("BRENA, Northland. April 17, 2010 (Nord Press) - Shells fell.", "2010-04-17"),
    ("BRENA 14 AUGUST 1988\nSUBJ: MILITARY SITREP AUGUST 6-13\n\nSHELLS FELL.", "1988-08-14"),
    ("FREE RADIO NORD IN SPANISH 1200 GMT 14 NOV 89\n\n[TEXT] SHELLS FELL.", "1989-11-14"),
    ("BRENA INVENTED RADIO IN SPANISH 1200 GMT 14 NOV 89\n\n[TEXT] SHELLS FELL.", "1989-11-14"),
    ("P 051430Z APR 91\nFM CONSUL BRENA\n\nSHELLS FELL.", "1991-04-05"),
    ("SITUATION REPORT NO 9, 12 MAY 1994, FROM THE AGENT AT BRENA\nSHELLS FELL.", "1994-05-12"),
    ("Northland: violence round-up, 3 to 9 July 2000 (Nord Digest)\nShells fell.", "2000-07-09"),
    ("Interview with a miller, Brena, January 25, 1990\nShells fell.", "1990-01-25"),
    ("Monthly note, published 12 August 2018\nShells fell.", "2018-08-12"),
    ("English edition, Monday, 24 April 2023\n\nTwo soldiers died on Sunday.", "2023-04-24"),
    ("THE VELMORA TIMES\nLate edition, 24 April 2023\n\nTwo soldiers died on Sunday.", "2023-04-24"),
    ("Killings on the Lower Brena, January to June 2002\nShells fell.", "2002-06-30"),
    ("Rebels took the Lower Brena, January to June 2002\nShells fell.", "None"),
    ("The army on the Lower Brena, June 2002\nShells fell.", "None"),
    ("Shells in Brena on 3 May 2001\nTwo died.", "None"),
]


@pytest.mark.parametrize(("text", "day"), HEADS)
def test_day_of_writing(language: Any, text: str, day: str) -> None:
    assert str(dates.anchor(Document("invented", text), language.parse(text))) == day


# A text, a time in it, and whether that is when it was told rather than when it happened.
TELLING = [
    ("The mayor told the agency on Saturday. Shells hit the camp.", "on Saturday", True),
    ("Shells hit the camp late on Friday.", "late on Friday", False),
    ("Officials said on Monday that shells hit the camp on Friday.", "on Monday", True),
    ("Officials said on Monday that shells hit the camp on Friday.", "on Friday", False),
    ("Shells hit the camp on Friday, officials said on Monday.", "on Friday", False),
    ("Shells hit the camp on Friday, officials said on Monday.", "on Monday", True),
    ("The army announced Wednesday the capture of three men.", "Wednesday", True),
    ("Police confirmed on Tuesday the death of three men.", "on Tuesday", True),
    ("In a statement on Tuesday, the army said that it had captured three men.", "on Tuesday", True),
    ("According to a statement issued on Tuesday, three men were captured.", "on Tuesday", True),
    ("In an interview on Tuesday the mayor spoke of war.", "on Tuesday", True),
    ("Police reported that yesterday three men were killed.", "yesterday", False),
    ("The rebels claimed responsibility on Tuesday for the bombing.", "on Tuesday", True),
    ("The army was accused on Tuesday of burning the village.", "on Tuesday", True),
    ("The blast claimed 12 lives on Tuesday.", "on Tuesday", False),
    ("Bodies were found on Tuesday.", "on Tuesday", False),
    ("The army denied reports that its men had burned the camp on Tuesday.", "on Tuesday", False),
    ("The army denied reports issued on Tuesday.", "on Tuesday", True),
    ("Tuesday's raid killed three.", "Tuesday", False),
    ("The 4 May bombing killed three.", "4 May", False),
]


@pytest.mark.parametrize(("text", "words", "told"), TELLING)
def test_times_of_telling(language: Any, text: str, words: str, told: bool) -> None:
    found = {t.when.text: t.of_speech for t in dates.find(language.parse(text), THURSDAY)}
    assert found[words] is told


FILED = [  # of texts published on Thursday 9 August 2007
    ("Brena, Aug. 8, 2007 — Shells fell.", "2007-08-08"),
    ("BRENA, Aug. 8 (Nord Press) - Shells fell.", "2007-08-08"),
    ("BRENA, 7 AUG 07 (NORD) -- [TEXT] SHELLS FELL TODAY.", "2007-08-07"),
    ("Shells fell on Monday\nBRENA, Wednesday (Nord Press) - Shells fell.", "2007-08-08"),
    ("BRENA, July 28.—Shells fell.", "2007-07-28"),
    ("BRENA, July 2 (Nord Press) - Shells fell.", "2007-08-09"),
    ("BRENA (Nord Press) - Shells fell on Aug. 8.", "2007-08-09"),
    ("BRENA, Aug. 8, 2005 (Nord Press) - Shells fell.", "2007-08-09"),
    ("On Aug. 8 shells fell.", "2007-08-09"),
]


@pytest.mark.parametrize(("text", "day"), FILED)
def test_a_dateline_shortly_before_the_day_of_print_decides(language: Any, text: str, day: str) -> None:
    document = Document("invented", text, published=THURSDAY)
    assert dates.anchor(document, language.parse(text)) == date.fromisoformat(day)


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


def test_the_preposition_of_what_a_time_owns_is_no_part_of_the_time(language: Any) -> None:
    (found,) = dates.find(language.parse("Two guards died in last night’s raid."), THURSDAY)
    assert found.when.text == "last night"
