"""Names that nothing is called exactly are found by their other transliterations, then by small mistakes."""

import pytest

from gazetteer import bundled
from gazetteer.skeleton import MARK, skeleton

# Spellings of one name; and pairs of names that no rule may join.
ALIKE = [
    ("Tal Afar", "Tall ‘Afar", "Tel Afar", "Talafar", "TEL-AFAR"),
    ("Kharkiv", "Kharkov"),
    ("Ramadi", "Ar Ramadi", "Ar Ramādī", "Al-Ramadi"),
    ("Fallujah", "Falluja", "Falouja", "al-Fallūjah"),
    ("Nasiriyah", "Nasiriya", "Nasiria", "An Nasiriyah", "Nassiriya"),
    ("Deir ez-Zor", "Dayr az Zawr", "Deir el-Zour"),
    ("Qamishli", "Kamishli", "Al Qamishly"),
    ("Hussein", "Husayn", "Hussain"),
    ("Ash Shatrah", "Shatra", "el-Shatra"),
    ("Zhdanov", "Jdanov", "Jdaniv"),
]
APART = [
    ("Kut", "Kuta"), ("Basra", "Bosra"), ("Mosul", "Masila"), ("Homs", "Hamas"), ("Herat", "Harar"), ("Gori", "Goris"),
    ("Sarin", "Siran"), ("Iraq", "Iran"), ("Donetsk", "Dinets"), ("Kunar", "Konya"), ("Baghdad", "Bagdat"),
]  # fmt: skip


@pytest.mark.parametrize("spellings", ALIKE, ids=lambda each: each[0])
def test_transliterations_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(spelling) for spelling in spellings}) == 1
    assert skeleton(spellings[0])


@pytest.mark.parametrize("pair", APART)
def test_other_names_do_not(pair: tuple[str, str]) -> None:
    assert not skeleton(pair[0]) or skeleton(pair[0]) != skeleton(pair[1])


@pytest.mark.parametrize("name", ["Kut", "al-Kut", "", "…", "بغداد", "Багдад", "Area 51"])
def test_short_names_and_other_scripts_have_none(name: str) -> None:
    assert skeleton(name) == ""


@pytest.mark.parametrize(
    ("name", "how", "place_id"),
    [
        ("Mosul", "name", "geonames:99072"),
        ("al-Kut", "name", "geonames:99131"),
        ("Constantinople", "byname", "geonames:745044"),
        ("Falouja", "respelt", "geonames:99454"),
        ("Nassiria", "respelt", "geonames:98854"),
        ("Dayr az Zor", "respelt", "geonames:170794"),
        ("Peshawer", "respelt", "geonames:1168197"),
        ("Kharkhiv", "misspelt", "geonames:706483"),
        ("Ouagadugo", "respelt", "geonames:2357048"),
        ("Ouagadougpu", "misspelt", "geonames:2357048"),
    ],
)
def test_matches_say_how_the_name_fits(name: str, how: str, place_id: str) -> None:
    match = bundled().matches(name)[0]
    assert (match.how, match.place.id) == (how, place_id)
    assert (match.likeness == 1) == (how in {"name", "byname"})


@pytest.mark.parametrize("name", ["Bgdad", "Qqxyzzy", "Xqzt Wvkp", "", "Nassiriyah7"])
def test_short_names_and_nonsense_match_nothing(name: str) -> None:
    assert bundled().matches(name) == ()


def test_a_name_of_five_letters_is_never_taken_for_a_misspelt_one() -> None:
    assert all(match.how == "respelt" for match in bundled().matches("Mosil"))


def test_transliterations_alone_are_those_of_all_that_is_near() -> None:
    assert bundled().respelt("Falouja") == bundled().matches("Falouja") != ()
    assert bundled().respelt("Ouagadougpu") == ()  # mistyped
    assert bundled().matches("Ouagadougpu")


def test_candidates_are_called_exactly_so() -> None:
    for name in ("Falouja", "Kharkhiv", "Ouagadougpu", f"{MARK}{skeleton('Severodonetsk')}"):
        assert bundled().candidates(name) == ()
    assert bundled().search(MARK) == ()
