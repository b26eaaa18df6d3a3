"""Who says which words, and how sure they are. All texts are invented."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geo.lexicon
from geo import attribution
from geo.attribution import sourcing
from geo.attribution.quotes import quotes
from geo.errors import LexiconError
from geo.lexicon import load_rows, word_class
from geo.model import Attribution, Document, Parse

# A text, a piece of it, and what the innermost attributions over that piece make of it:
# "first speaker < relay | cue | modality", "-" for none.
SAID = [
    # reported speech
    ("Police said 12 people died.", "12 people", "Police | said | -"),
    ("Twelve people died, police said.", "Twelve people", "police | said | -"),
    ("The army, police said, burned the village.", "burned", "police | said | -"),
    ("The shells came from the hills, according to the mayor of Brena.", "shells", "mayor of Brena | according to | -"),
    ("A statement from the ministry said 12 rebels were killed.", "12 rebels",
     "statement from the ministry | said | -"),
    ("Witnesses and police said soldiers burned the village.", "burned", "Witnesses and police | said | -"),
    ("Colonel Daniel Okoro, a spokesman for the brigade, said shells hit the camp.", "shells",
     "Colonel Daniel Okoro, a spokesman for the brigade | said | -"),
    ("THE GARRISON REPORTED THAT SIX PEASANTS WERE MURDERED BY TERRORISTS NEAR THE RIVER.", "SIX PEASANTS",
     "GARRISON | REPORTED | -"),
    ("The mayor spoke of war. Shells fell.", "Shells", "-"),
    ("Rifles are flown to Kassala and then trucked into Darfur, a panel of experts said in January.", "Rifles",
     "panel of experts | said | -"),
    (("Fiji: Two Years On, No Justice for Vunda Dead\n(Suva, May 3, 2024) - Fiji should not let the massacre in Vunda "
      "be forgotten, the Rights Observer said today."), "massacre", "Rights Observer | said | -"),
    # relays
    ("State radio, citing the health ministry, reported that 40 people had died.", "40 people",
     "health ministry < State radio | citing | -"),
    ("The mayor told Radio Horizon that his men had taken the hill.", "his men", "mayor < Radio Horizon | told | -"),
    ("The agency said that police reported that 40 people had died.", "40 people", "police < agency | reported | -"),
    ("According to the newspaper El Horizonte, shells hit the camp.", "shells",
     "newspaper El Horizonte | According to | -"),
    ("Daniel Okoro lived there. Okoro said shells hit the camp.", "shells", "Daniel Okoro | said | -"),
    # quotations
    ("“Shells hit the camp at dawn,” said Daniel Okoro.", "Shells", "Daniel Okoro | said | - | quoted"),
    ('"Shells hit the camp at dawn," said Daniel Okoro.', "Shells", "Daniel Okoro | said | - | quoted"),
    ('Daniel Okoro said: "Shells hit the camp. Nobody slept."', "Nobody", "Daniel Okoro | said | - | quoted"),
    ('"The village," Daniel Okoro said, "was burned by soldiers. They took the men."', "took",
     "Daniel Okoro | said | - | quoted"),
    (('The band is "a cell that moves rifles by night," according to the Northern Command press release. '
     '"The wanted man is a link between two gangs," and "helps with the shipment of rifles to the north."'),
     "shipment", "Northern Command press release | according to | - | quoted"),
    ('Daniel Okoro was there. "Shells hit the camp at dawn," he said.', "Shells", "- | - | - | quoted"),
    ('Daniel Okoro said he was there. "Shells hit the camp at dawn," he added.', "Shells",
     "Daniel Okoro | added | - | quoted"),
    ('The generals call them "guests" and feed them.', "guests", "-"),
    # how sure the words are
    ("An estimated 30 people died.", "died", "- | estimated | estimate"),
    ("Thirty fighters were estimated to be killed in the strike.", "killed", "- | were estimated | estimate"),
    ("The gunmen allegedly burned the school.", "burned", "- | allegedly | accused"),
    ("Two men are believed to have been killed.", "killed", "- | are believed | possible"),
    ("Soldiers may have burned the school.", "burned", "- | may | possible"),
    ("Police said soldiers may have burned the school.", "burned", "Police | may | possible"),
    ("The rebels claimed responsibility for the bombing.", "bombing", "rebels | claimed responsibility | claimed"),
    ("The rebels claimed they shot down a plane.", "shot", "rebels | claimed | claimed"),
    ("The ministry denied that its troops had shelled the town.", "shelled", "ministry | denied | denied"),
    ("The rebels took credit for shooting down a drone.", "a drone", "rebels | took credit | claimed"),
    ("Rumours that gunmen had burned the school were false.", "burned", "- | false | denied"),
    ("Reports that gunmen had burned the school were not true.", "burned", "- | true | denied"),
    ("The group boasted of having burned six trucks.", "six trucks", "group | boasted of | claimed"),
    ("A soldier confessed to having killed two herders.", "two herders", "soldier | confessed to | claimed"),
    ("A resident of Brena said by telephone that his house was shelled.", "shelled", "resident of Brena | said | -"),
    ("State radio, quoting the health ministry, said 40 people had died.", "40 people",
     "health ministry < State radio | quoting | -"),
    ("Brena handed over shells to the rebels, the ministry claims.", "shells", "ministry | claims | claimed"),
    ("The rebels get their rifles from Brena, a captured commander confessed.", "rifles",
     "captured commander | confessed | -"),
    ("The police said in a statement that soldiers ended a siege after killing six men.", "killing six",
     "police | said | -"),
    ("The mother of Sara, a woman believed to have been taken by rebels in a raid in Brena, said she was born there.",
     "a raid", "- | believed | possible"),
    ("According to the mayor, who told Radio Horizon, shells hit the camp.", "shells",
     "mayor < Radio Horizon | According to | -"),
    ('Army: "We have taken the hill"', "the hill", "Army | - | - | quoted"),
    ('Bulletin\n* Army: "We have taken the hill"\n* Rains to end', "the hill", "Army | - | - | quoted"),
    ("Nine killed in blast: police", "Nine killed", "police | - | -"),
    ("Rebels kill nine in blast - police", "kill", "police | - | -"),
    ("Three towns were shelled: Brena, Torvik and Lund", "shelled", "-"),
    ("The army's spokesman, quoted by the daily El Sol, said gunmen burned the camp.", "gunmen",
     "army's spokesman < daily El Sol | said | -"),
    ("It was learned from military sources that rebels burned the camp.", "rebels",
     "military sources | learned from | -"),
    ("A group called the Banner said it was behind the bombing.", "bombing",
     "group called the Banner | behind | claimed"),
    ("The rebels said they were responsible for the bombing.", "bombing", "rebels | responsible | claimed"),
    ("The general called the report of an attack on the market a lie.", "attack", "general | called | denied"),
    ("The ministry described reports of shelling in Brena as false.", "shelling", "ministry | described | denied"),
    ("Nine killed in Brena blast, police say", "Nine killed", "police | say | -"),
    ("THE ARMY HIGH COMMAND COMMUNIQUE STATES THAT GUERRILLAS BURNED THE CAMP.", "GUERRILLAS",
     "ARMY HIGH COMMAND COMMUNIQUE | STATES | -"),
    ("The rebels were accused of killing six villagers.", "killing", "- | accused of | accused"),
    ("The mayor accused the rebels of smuggling arms.", "smuggling", "mayor | accused the rebels of | accused"),
    ("They raided a gang known for moving rifles across the border.", "moving", "- | known for | accused"),
    ("Troops killed 12 suspected rebels.", "killed", "-"),
    ("Troops killed 12 suspected rebels.", "rebels", "- | suspected | possible"),
    # denied, laid at a door, hearsay
    ("It is not true that soldiers killed 12 villagers.", "soldiers", "- | true | denied"),
    ("It is untrue that soldiers killed 12 villagers.", "soldiers", "- | untrue | denied"),
    ("It is true that soldiers killed 12 villagers.", "soldiers", "-"),
    ("The army dismissed reports that 12 soldiers were killed.", "12 soldiers", "army | dismissed | denied"),
    ("The army rejected claims that its troops had burned the village.", "burned", "army | rejected | denied"),
    ("Allegations that the army burned the village were denied.", "burned", "- | were denied | denied"),
    ("The attack was attributed to the Red Front.", "attack", "- | attributed to | accused"),
    ("Police attributed the attack to the Red Front.", "attack", "Police | attributed the attack to | accused"),
    ("The attack was blamed on the Red Front.", "attack", "- | blamed on | accused"),
    ("The mayor held the army responsible for the attack.", "the attack", "mayor | responsible for | accused"),
    ("The army was responsible for the attack.", "the attack", "- | responsible for | accused"),
    ("The Red Front claimed credit for the attack.", "the attack", "Red Front | claimed credit | claimed"),
    ("No group has claimed responsibility for the attack.", "the attack", "-"),
    ("Nobody claimed responsibility for the attack.", "the attack", "-"),
    ("The Red Front claimed to have killed 12 soldiers.", "12 soldiers", "Red Front | claimed | claimed"),
    ("The rebels attacked the post and claimed to have killed 12 soldiers.", "12 soldiers",
     "rebels | claimed | claimed"),
    ("There were unconfirmed reports that 12 soldiers were killed.", "12 soldiers", "- | reports | possible"),
    ("Unconfirmed reports said 12 soldiers were killed.", "12 soldiers", "Unconfirmed reports | said | possible"),
    ("Rumours that soldiers had burned the village spread.", "burned", "- | Rumours | possible"),
    ("The army's claim that it had killed 12 rebels shocked the town.", "12 rebels", "army | claim | claimed"),
    ("Soldiers are said to have burned the village.", "burned", "- | are said | possible"),
    ("It seems that the rebels burned the village.", "burned", "- | seems | possible"),
    ("Local sources spoke of more than 100 dead.", "100 dead", "Local sources | spoke of | -"),
    ("The mayor seemed tired of war.", "war", "-"),
    # speakers whom parsers lose in a list
    ("Jets hit the camp, killing as many as 90 people, witnesses and the National Council said.", "90 people",
     "witnesses and the National Council | said | -"),
    ("Shells hit the clinic, the aid group that runs it said.", "Shells", "aid group | said | -"),
    ("The army said it killed 20 rebels in Brena; the Rights Monitor said soldiers had executed 30 men there.",
     "20 rebels", "army | said | -"),
    ("The army said it killed 20 rebels in Brena; the Rights Monitor said soldiers had executed 30 men there.",
     "30 men", "Rights Monitor | said | -"),
    ("Shells hit the camp, killing four people and wounding six, the governor, Daniel Okoro, said.", "four people",
     "governor, Daniel Okoro | said | -"),
    ("Gunmen killed six people, Daniel Okoro, the mayor, told Radio Horizon.", "six people",
     "Daniel Okoro, the mayor < Radio Horizon | told | -"),
    ("Brena's exiled mayor, Daniel Okoro, said six men were killed.", "six men",
     "Brena's exiled mayor, Daniel Okoro | said | -"),
    ("Army says five rebels killed in raid on camp", "five rebels", "Army | says | -"),
    ("The army put the toll of the attack at six.", "toll", "army | put … at | -"),
    ("The army put the toll at six.", "toll", "army | put the toll at | -"),
    ("A shell hit the mill, killing ten people, most of them traders from Brena, and wounding 35, the council said.",
     "ten people", "council | said | -"),
    ("Two men were found shot dead.", "Two men", "-"),
    ("[TEXT] A SPOKESMAN SAID 12 REBELS WERE KILLED.", "12 REBELS", "SPOKESMAN | SAID | -"),
    ("According to Daniel Okoro, who told Radio Horizon, shells hit the clinic.", "shells",
     "Daniel Okoro < Radio Horizon | According to | -"),
    ("The Rights Monitor said the army claimed its troops had killed 12 rebels.", "12 rebels",
     "army < Rights Monitor | claimed | claimed"),
    ("Police did not say how the bridge fell.", "bridge", "-"),
    ("Police would say the bridge fell.", "bridge", "-"),
    ("The prisoners were denied food.", "prisoners", "-"),
]  # fmt: skip


def over(parse: Parse, piece: str, source: str | None = None) -> list[Attribution]:
    """Return the attributions that cover a piece of the text, the innermost first."""
    start = parse.text.index(piece)
    found = attribution.find(parse, Document("invented", parse.text, source=source))
    covering = [a for a in found if a.start <= start and start + len(piece) <= a.end]
    return sorted(covering, key=lambda a: a.end - a.start)


def shown(found: list[Attribution]) -> str:
    if not found:
        return "-"
    inner = found[0]
    speakers = " < ".join([inner.asserted_by or "-", *inner.relayed_by])
    return " | ".join([speakers, inner.cue or "-", inner.modality or "-", *(["quoted"] if inner.quoted else [])])


@pytest.mark.parametrize(("text", "piece", "said"), SAID)
def test_who_says_it_and_how(language: Any, text: str, piece: str, said: str) -> None:
    assert shown(over(language.parse(text), piece)) == said


def test_an_outlet_does_not_relay_what_it_was_told_itself(language: Any) -> None:
    parse = language.parse("The mayor told Radio Horizon that his men had taken the hill.")
    assert over(parse, "his men", source="Radio Horizon")[0].relayed_by == ()


def test_a_hedge_in_a_quotation_has_its_speaker(language: Any) -> None:
    parse = language.parse('"The gunmen allegedly burned the old school," said Daniel Okoro.')
    inner = over(parse, "burned")
    assert {a.asserted_by for a in inner} == {"Daniel Okoro"}
    assert any(a.modality == "accused" for a in inner)


def test_a_colon_introduces_the_paragraph_after_it(language: Any) -> None:
    parse = language.parse(
        "This dispatch from Daniel Okoro shows the state of the war:\n\n"
        "Shells hit the camp at dawn. Police said 12 people died.\n\nThe war goes on."
    )
    assert shown(over(parse, "Shells")) == "Daniel Okoro | dispatch | -"
    assert shown(over(parse, "12 people")) == "Police < Daniel Okoro | said | -"
    assert shown(over(parse, "goes on")) == "-"


def test_another_speaker_ends_a_chain_of_quotations(language: Any) -> None:
    parse = language.parse(
        '"Shells hit the camp at dawn," said Daniel Okoro.\n\nPolice said they knew nothing of it.\n\n'
        '"The whole night was loud and bright."'
    )
    assert over(parse, "loud")[0].asserted_by is None


# The head of a text, and whose report that makes it.
OUTLETS = [
    ("BRENA (Nord Press) - Shells fell.", "Nord Press"),
    ("BRENA, March 3, 2021 (Agence Nord) — Shells fell.", "Agence Nord"),
    ("BRENA, Northland, March 3, 2021 (NP) - Shells fell.", "NP"),
    ("Twelve dead - the worst raid so far\n\nBRENA (Nord Press) - Shells fell.", "Nord Press"),
    ("Raid leaves twelve dead\nBRENA, March 3 (Nord Press) — Shells fell.", "Nord Press"),
    ("BRENA (RADIO HORIZON), 3 MAR 91 -- [TEXT] OUR FORCES AMBUSHED A PATROL.", "RADIO HORIZON"),
    ("CLANDESTINE, 3 MAR 91 (NORD - EST) -- [TEXT] OUR FORCES AMBUSHED A PATROL.", "NORD - EST"),
    ("Radio Horizon in Spanish 1300 GMT 3 Mar 91\n\n[Text] Our forces ambushed a patrol.", "Radio Horizon"),
    ("Ministry of Defence\nPress release\n3 March 2021\n\nTwelve rebels were killed.", "Ministry of Defence"),
    ("Press release: Ministry of Defence\n\nTwelve rebels were killed.", "Ministry of Defence"),
    (
        "Military press release 118/94\nJoint Task Force North\nDate: 3 March 2021\n\nMen fell.",
        "Joint Task Force North",
    ),
    ("(Nord Press) - Shells fell on Brena.", "Nord Press"),
    ("(Brena) - Shells fell.", None),
    (f"Press release: {'the army, the police, the guard and the coast guard, ' * 3}\n\nShells fell.", None),
    ("BRENA (NORTHLAND), 3 MAR 91 -- SHELLS FELL.", None),
    ("BRENA, Northland (July 2, 2010) - Shells fell.", None),
    ("Two men (both farmers) - brothers - died.", None),
    ("The army (Northland's largest) said - as ever - nothing.", None),
    ("A press release by the army said 12 died.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "name"), OUTLETS)
def test_whose_report_it_is(language: Any, text: str, name: str | None) -> None:
    assert attribution.outlet(Document("invented", text), language.parse(text)) == name


def test_a_known_source_decides_over_the_head(language: Any) -> None:
    text = "BRENA (Nord Press) - Shells fell."
    assert (
        attribution.outlet(Document("invented", text, source="Radio Horizon"), language.parse(text)) == "Radio Horizon"
    )


QUOTED = [
    ('He said "one two" and "three".', ["one two", "three"]),
    ("He said “one “two” three”.", ["one “two", "three"][:1]),
    ('"open to the end\n\nnext', ["open to the end"]),
    ("«un deux» et", ["un deux"]),
    ('"left open here\n"and again," he said, "and on."', ["left open here", "and again,", "and on."]),
    ("no marks", []),
    ('""', []),
]


@pytest.mark.parametrize(("text", "stretches"), QUOTED)
def test_quotation_marks(text: str, stretches: list[str]) -> None:
    assert [q.text for q in quotes(text)] == stretches


PIECES = (
    "police|said|that|he|died|,|.|“|”|told|denied|may|it|allegedly|accused|of|killing|Reuters|citing|12 people|"
    'according to|the ministry|:\n|\n\n|claimed responsibility|known for|were estimated|"'
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=16).map(" ".join))
def test_any_text_gives_spans_inside_it(language: Any, text: str) -> None:
    found = attribution.find(language.parse(text), Document("invented", text))
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.asserted_by is None or one.asserted_by not in one.relayed_by
        assert one.asserted_by or one.modality or one.quoted
    assert len({(a.start, a.end) for a in found}) == len(found)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("so said {who},about", "sources.csv, line 2: of is 'about'"),
        ("so said ({who},before", "sources.csv, line 2: the phrase is no regular expression"),
    ],
)
def test_a_bad_row_of_the_sources_is_refused_with_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, row: str, message: str
) -> None:
    assert word_class("told")  # read before the folder is another
    (tmp_path / "sources.csv").write_text(f"phrase,of\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(geo.lexicon, "files", lambda _: tmp_path)
    load_rows.cache_clear()
    sourcing._phrases.cache_clear()
    with pytest.raises(LexiconError) as refusal:
        sourcing._phrases()
    load_rows.cache_clear()
    assert message in str(refusal.value)
