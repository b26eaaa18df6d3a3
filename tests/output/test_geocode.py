"""`dateline geocode`: what a name means, how it fits, and that a unit it does not lie in is never passed over."""

import json

import pytest

from output.cli import run


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("Valencia, Iceland", "no Valencia is known in Iceland; elsewhere: Valencia, Carabobo, VE; "),
        ("Basra, Brazil", "no Basra is known in Brazil; elsewhere: "),
        ("Mosul, Qqxyzzy", "no Mosul is known in Qqxyzzy; elsewhere: "),
        ("Qqxyzzy, Iraq", "no place has this name"),
    ],
)
def test_a_name_that_is_not_there_is_not_found_and_said_to_be_elsewhere(capsys, query, said):
    assert run(["geocode", query]) == 1
    out, error = capsys.readouterr()
    assert out == f"{query}: not found\n"
    assert said in error


@pytest.mark.parametrize(
    ("query", "how", "name", "said"),
    [
        ("Mosul", "name", "Mosul", ""),
        ("Palma, Mozambique", "name", "Palma", ""),
        ("Valencia, Bukidnon", "name", "NIA Valencia", ""),
        ("Falouja", "respelt", "Al Fallūjah", "spelled differently"),
        ("Falouja, Iraq", "respelt", "Al Fallūjah", "spelled differently"),
        ("Kharkhiv, Ukraine", "misspelt", "Kharkiv", "spelled nearly so"),
        ("Saigon", "byname", "Ho Chi Minh City", "another name of it"),
    ],
)
def test_how_the_name_fits_is_said(capsys, query, how, name, said):
    assert run(["geocode", query, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["match"], record["place"]["name"]) == (how, name)
    assert run(["geocode", query]) == 0
    line = capsys.readouterr().out.rstrip()
    assert line.endswith(
        f"({query.split(',')[0]}: {said})" if said else record["place"]["id"] + f"  sure {record['confidence']:.2f}"
    )


@pytest.mark.parametrize("name", ["", " ", ",", " , "])
def test_an_empty_name_is_wrong_use(capsys, name):
    assert run(["geocode", name]) == 2
    assert "a name is empty" in capsys.readouterr().err
