"""What the pipeline finds is what spaCy finds by itself, and only sentences that are worth it are parsed."""

from typing import Any

import pytest

from geo.language.parsing import never
from geo.language.sentences import LONGEST, start_sentences
from geo.worth_parsing import worth

# Invented.
TEXT = (
    "There were two raids near Velmora. Gunmen hadn't been seen there, Gen. Tarn said; they'd left before dawn. "
    "“We saw them,” he said. It is the worst shelling that the town has had."
)
RAID, MARKET = "Gunmen raided a farm near Velmora.", "Prices of onions rose in the market of Tarn."


@pytest.fixture(scope="module")
def spacy_itself() -> Any:
    import spacy

    from geo.language import MODEL

    return spacy.load(MODEL)


@pytest.mark.parametrize("field", ["lemma", "pos", "tag", "dep", "entity"])
def test_words_are_what_spacy_says_that_they_are(language: Any, spacy_itself: Any, field: str) -> None:
    ours = [getattr(token, field) for token in language.parse(TEXT).tokens]
    name = "ent_type_" if field == "entity" else f"{field}_"
    theirs = [getattr(token, name) for token in spacy_itself(TEXT)]
    assert ours == ([lemma.lower() for lemma in theirs] if field == "lemma" else theirs)


def test_heads_are_what_spacy_says_that_they_are(language: Any, spacy_itself: Any) -> None:
    assert [t.head for t in language.parse(TEXT).tokens] == [t.head.i for t in spacy_itself(TEXT)]


def of_raids(sentences: Any, _: Any) -> list[bool]:
    return ["raid" in words for words in sentences]


def test_a_sentence_that_is_not_worth_it_is_not_parsed(language: Any) -> None:
    parse = language.parse(f"{MARKET} {RAID} {MARKET}", worth=of_raids)
    whole = language.parse(RAID)
    bare, raid, other = (parse.sentence_tokens(sentence) for sentence in parse.sentences)
    assert {(t.pos, t.tag, t.dep) for t in (*bare, *other)} == {("", "", "")}
    assert all(t.head == t.index and not t.children for t in (*bare, *other))
    assert [(t.text, t.lemma, t.dep, t.head - raid[0].index) for t in raid] == [
        (t.text, t.lemma, t.dep, t.head) for t in whole.tokens
    ]


def test_a_head_with_a_place_is_parsed_with_its_sentence_unless_a_mark_sets_it_apart(language: Any) -> None:
    for head, parsed in (("Nairobi.", True), ("Nairobi:", False), ("NAIROBI —", False)):
        parse = language.parse(f"{head} Gunmen raided a farm.", worth=of_raids, is_place=lambda name: name == "nairobi")
        assert bool(parse.tokens[0].dep) is parsed
        assert all(token.dep for token in parse.tokens[2:])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen shot two men.", True),
        ("Nine people were slain.", True),
        ("The rifles were smuggled by boat.", True),
        ("Engineers made the bomb safe.", True),
        ("Rifles were sent by boat.", True),
        ("The patrol arrived in Nairobi at noon.", True),
        ("The boys were driven from Gao to Kidal.", True),
        ("The patrol reached Bama.", True),
        ("The column left Bama.", True),
        ("They flew rifles to Nairobi.", True),
        ("Customs found heroin under a seat.", True),
        ("Saboteurs cut down a pylon.", True),
        ("A patrol met rebels on the road.", True),
        ("The clerk met his death at the ford.", True),
        ("She breathed her last on Friday.", True),
        ("He was grazed in the arm.", True),
        ("She has a broken arm.", True),
        ("Two remain in critical condition.", True),
        ("Four are receiving treatment.", True),
        ("The flood claimed nine lives.", True),
        ("He achieved martyrdom at the bridge.", True),
        ("Divers found a body.", True),
        ("The battalion lost 12 men.", True),
        ("The number of dead rose to 40.", True),
        ("She made a cake.", False),
        ("She wanted to know more.", False),
        ("She sent her mother a letter.", False),
        ("The patrol arrived at noon.", False),
        ("The team reached an agreement.", False),
        ("They found a new chairman.", False),
        ("The end of the season was the last chance.", False),
        ("He waved his arm.", False),
        ("The team achieved its goal.", False),
        ("The car was in good condition after years of care.", False),
        ("The number of voters rose.", False),
        ("The shop claims to cost less.", False),
        ("He spoke of the weather.", False),
        ("She was identified as a good singer.", False),
        ("They met at noon.", False),
        ("Prices of onions rose.", False),
        ("She thanked her mother.", False),
        ("The film opens on Friday.", False),
        ("It was not us.", False),
    ],
)
def test_which_sentences_are_worth_parsing(language: Any, text: str, told: bool) -> None:
    assert any(token.dep for token in language.parse(text, worth=worth).tokens) is told


@pytest.mark.parametrize(
    "text",
    [
        "The group claimed responsibility.",
        "The army claimed the credit.",
        "It was carried out by smugglers.",
        "It was not us.",
        "A spokesman rejected that.",
        "He was accused of it.",
        "The film opens on Friday.",
    ],
)
def test_words_about_others_count_where_a_deed_is_told(language: Any, text: str) -> None:
    beside, alone = (language.parse(whole, worth=worth) for whole in (f"{RAID} {text}", text))
    assert beside.sentence_tokens(beside.sentences[-1])[0].dep
    assert not any(token.dep for token in alone.tokens)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("A judge left the court in Nairobi.", True),
        ("Cocaine is the first of them.", True),
        ("A judge left the court.", False),
    ],
)
def test_the_sentence_before_is_parsed_where_the_next_goes_on_with_it(language: Any, before: str, told: bool) -> None:
    parse = language.parse(f"{before} It was raided by two men.", worth=worth)
    assert bool(parse.tokens[0].dep) is told


@pytest.mark.parametrize(("after", "told"), [("They are farmers of Nairobi.", True), ("They are farmers.", False)])
def test_the_sentence_after_is_parsed_where_it_goes_on_with_a_place(language: Any, after: str, told: bool) -> None:
    parse = language.parse(f"Gunmen shot two men. {after}", worth=worth)
    assert bool(parse.tokens[-1].dep) is told


def test_names_are_found_where_nothing_is_parsed(language: Any) -> None:
    text = "They flew from Nairobi to Cairo. The prices in Paris rose."
    found = [text[e.start : e.end] for e in language.parse(text, worth=never).entities]
    assert found == ["Nairobi", "Cairo", "Paris"]


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        ("He left. They stayed.", ["He", "They"]),
        ("“He left.” “They stayed.”", ["“", "“"]),
        ("Gen. Tarn met the U.S. envoy and DR. Oma.", ["Gen."]),
        ("Rain fell at 5 p.m. in Velmora.", ["Rain"]),
        ("First line\nSecond line", ["First", "Second"]),
        ("VELMORA (Agency) - Rain fell.", ["VELMORA", "Rain"]),
        ("It cost 3.5 shillings. a mark", ["It"]),
        ("The army said 12 died, rebels said 40.", ["The", "rebels"]),
        ("The army, police said, killed 40 men.", ["The"]),
        ("", []),
    ],
)
def test_where_sentences_surely_start(language: Any, text: str, firsts: list[str]) -> None:
    doc = language.pipeline.make_doc(text)
    starts = start_sentences(
        doc, [token.text for token in doc], [len("VELMORA (Agency) - ") if text.startswith("VELMORA") else 0]
    )
    assert [doc[start].text for start in starts] == firsts


def test_no_sentence_has_words_without_end(language: Any) -> None:
    doc = language.pipeline.make_doc("and " * (2 * LONGEST + 10))

    assert start_sentences(doc, [token.text for token in doc], []) == [0, LONGEST, 2 * LONGEST]
