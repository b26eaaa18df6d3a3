"""Spellings of one name share a key; names that differ do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.names import bare_key, key, keys

ONE_KEY = {
    "talafar": ["Tal Afar", "Tal-Afar", "Tal‘afar", "TAL AFAR", "tal'afar", "Tāl Áfar"],
    "us": ["US", "U.S.", "u.s", "U.S.'s"],
    "saintlouis": ["St. Louis", "St Louis", "Saint Louis", "SAINT-LOUIS"],
    "mountsinjar": ["Mt. Sinjar", "Mount Sinjar"],
    "hague": ["The Hague", "Hague"],
    "iraq": ["Iraq", "Iraq's", "Iraq’s", "IRAQ"],
    "cotedivoire": ["Côte d'Ivoire", "Cote d’Ivoire"],
    "istanbul": ["İstanbul", "Istanbul", "ISTANBUL"],
    "lodz": ["Łódź", "Lodz"],
    "харьков": ["Харьков", "ХАРЬКОВ"],
    "البصره": ["البصرة", "البَصْرَة", "البصـرة"],
    "תלאביב": ["תל אביב", "תל-אביב"],
}
ONE_BARE_KEY = {
    "kut": ["Al Kut", "al-Kut", "Kut", "Al-Kut's"],
    "ramadi": ["Ar Ramadi", "ar-Ramadi", "Al-Ramadi", "Ramadi"],
    "najaf": ["An Najaf", "al-Najaf"],
    "fashir": ["El Fashir", "Al Fashir"],
    "shatrah": ["Ash Shatrah"],
    "بصره": ["البصرة"],
}
NO_ARTICLE = ["Alabama", "Anbar", "Art Center", "An Office", "As Told", "Elbe", "Adana", "Albany"]


@pytest.mark.parametrize(("expected", "spellings"), ONE_KEY.items(), ids=ONE_KEY)
def test_spellings_share_a_key(expected: str, spellings: list[str]) -> None:
    assert {key(spelling) for spelling in spellings} == {expected}


@pytest.mark.parametrize(("expected", "spellings"), ONE_BARE_KEY.items(), ids=ONE_BARE_KEY)
def test_arabic_articles_do_not_count_in_the_bare_key(expected: str, spellings: list[str]) -> None:
    assert {bare_key(spelling) for spelling in spellings} == {expected}


@pytest.mark.parametrize("name", NO_ARTICLE)
def test_other_beginnings_are_no_article(name: str) -> None:
    assert bare_key(name) == key(name)


@pytest.mark.parametrize("pair", [("Iraq", "Iran"), ("Main St", "Main Saint"), ("El Salvador", "Salvador")])
def test_other_names_keep_other_keys(pair: tuple[str, str]) -> None:
    assert key(pair[0]) != key(pair[1])


@given(st.text())
def test_a_key_is_its_own_key_and_holds_only_letters_and_digits(text: str) -> None:
    found = key(text)
    assert key(found) == found
    assert not found or found.isalnum()


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_capitals_do_not_count_in_ascii(text: str) -> None:
    assert keys(text.upper()) == keys(text.lower())
