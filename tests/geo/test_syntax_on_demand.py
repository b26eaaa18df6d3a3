"""What the pipeline finds is what spaCy finds by itself, and only sentences that are worth it are parsed."""

from typing import Any

import pytest

from geo.language.parsing import never
from geo.language.sentences import start_sentences
from geo.worth_parsing import matters

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


def test_a_sentence_without_a_word_that_matters_is_not_parsed(language: Any) -> None:
    parse = language.parse(f"{MARKET} {RAID} {MARKET}", matters=lambda words: "raid" in words)
    whole = language.parse(RAID)
    bare, raid, other = (parse.sentence_tokens(sentence) for sentence in parse.sentences)
    assert {(t.pos, t.tag, t.dep) for t in (*bare, *other)} == {("", "", "")}
    assert all(t.head == t.index and not t.children for t in (*bare, *other))
    assert [(t.text, t.lemma, t.dep, t.head - raid[0].index) for t in raid] == [
        (t.text, t.lemma, t.dep, t.head) for t in whole.tokens
    ]


def test_a_sentence_with_a_place_is_parsed_where_another_matters(language: Any) -> None:
    place, other = "Rice is grown in Kenya.", "Prices of onions rose."
    parse = language.parse(f"{place} {other} {RAID}", matters=lambda words: "raid" in words)
    first, second, _ = (parse.sentence_tokens(sentence) for sentence in parse.sentences)
    assert all(token.dep for token in first)
    assert not any(token.dep for token in second)
    assert not any(token.dep for token in language.parse(place, matters=lambda words: "raid" in words).tokens)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen shot two men.", True),
        ("Nine people were slain.", True),
        ("The rifles were smuggled by boat.", True),
        ("The group claimed responsibility.", True),
        ("The rifles were bound for the coast.", True),
        ("Engineers made the bomb safe.", True),
        ("It was carried out by smugglers.", True),
        ("Rifles were sent by boat.", True),
        ("The patrol arrived at noon.", True),
        ("The film opens on Friday.", True),
        ("She made a cake.", False),
        ("She wanted to know more.", False),
        ("She sent her mother a letter.", False),
        ("Prices of onions rose.", False),
        ("She thanked her mother.", False),
    ],
)
def test_which_sentences_are_worth_parsing(language: Any, text: str, told: bool) -> None:
    assert any(token.dep for token in language.parse(text, matters=matters).tokens) is told


def test_names_are_found_where_nothing_is_parsed(language: Any) -> None:
    text = "They flew from Nairobi to Cairo. The prices in Paris rose."
    found = [text[e.start : e.end] for e in language.parse(text, matters=never).entities]
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
    starts = start_sentences(doc, [len("VELMORA (Agency) - ") if text.startswith("VELMORA") else 0])
    assert [doc[start].text for start in starts] == firsts
