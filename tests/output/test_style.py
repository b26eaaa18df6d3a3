"""Marks can be told apart: every type and modality has a look, and colour is never the only difference."""

import itertools
import re
from typing import get_args

import pytest

from geo.model import IncidentType, Modality, Stage
from output.style import CERTAINTIES, PRECISIONS, STAGES, SYMBOLS, sheet

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
TRITANOPIA = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """Return CIE L*a*b* under D65."""
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    ratios = [
        max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True))) / w for row, w in zip(matrix, white, strict=True)
    ]
    x, y, z = (r ** (1 / 3) if r > 0.008856 else 7.787 * r + 16 / 116 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_each_word_of_the_vocabularies_has_a_look() -> None:
    assert set(SYMBOLS) == set(get_args(IncidentType))
    assert set(CERTAINTIES) == set(get_args(Modality))
    assert set(STAGES) == set(get_args(Stage))
    assert set(PRECISIONS) == set(range(1, 8))


def test_shape_alone_tells_types_apart() -> None:
    assert len({symbol.path for symbol in SYMBOLS.values()}) == len(SYMBOLS)


def test_fill_and_outline_tell_modalities_apart() -> None:
    assert len({(look.fill, look.dotted, look.struck) for look in CERTAINTIES.values()}) == len(CERTAINTIES)


@pytest.mark.parametrize("sight", [NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA])
def test_families_differ_in_colour_for_every_eye(sight: tuple[tuple[float, ...], ...]) -> None:
    seen = {
        colour: lab([sum(m * c for m, c in zip(row, linear(colour), strict=True)) for row in sight])
        for colour in {symbol.colour for symbol in SYMBOLS.values()}
    }
    for (one, a), (two, b) in itertools.combinations(seen.items(), 2):
        assert sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5 > 10, (one, two)


def test_paths_stay_within_their_box() -> None:
    for symbol in SYMBOLS.values():
        assert all(abs(float(number)) <= 1.25 for number in re.findall(r"-?\d+\.?\d*", symbol.path))
        assert symbol.path.endswith("Z")


def test_the_sheet_is_plain_values() -> None:
    assert sheet()["symbols"]["raid"]["label"] == "Raid"
    assert sheet()["certainties"]["denied"]["struck"] is True
