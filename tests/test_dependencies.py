"""Licences that nobody decided on are refused; that the page lists every package is looked at by `make check`."""

import pytest

from docs.dependencies import ACCEPTED, FILE, is_allowed


@pytest.mark.parametrize(
    "expression",
    ["MIT", "Apache-2.0 OR GPL-3.0-only", "MIT AND (BSD-2-Clause OR LGPL-2.1-or-later)", "BSD-3-Clause AND 0BSD"],
)
def test_a_licence_with_an_allowed_alternative_is_allowed(expression):
    assert is_allowed(expression)


@pytest.mark.parametrize(
    "expression", ["", "unknown", "GPL-3.0-only", "MPL-1.1 OR GPL-2.0-only", "MIT AND GPL-3.0-only", "(MIT OR X) AND X"]
)
def test_copyleft_and_what_is_unknown_are_not(expression):
    assert not is_allowed(expression)


def test_what_is_accepted_has_its_reason_on_the_page():
    page = FILE.read_text(encoding="utf-8")

    for name, (licence, why) in ACCEPTED.items():
        assert f"| {licence} |" in page
        assert why in page
        assert f"| {name} |" in page
