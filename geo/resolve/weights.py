"""The fitted weights of the features, from a file that a person can read and change."""

from bisect import bisect_right
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from geo.errors import LexiconError
from geo.resolve.features import FEATURES, NO_PLACE
from geo.weights import read_table, read_weights

FILE = "weights.toml"
Weights = MappingProxyType[str, float]


@cache
def load_weights() -> Weights:
    """Return {feature: points}; one point is a factor e in the odds.

    Raises
    ------
    LexiconError
        A feature lacks its weight, or a weight is of no feature or no number.
    """
    return MappingProxyType(read_weights(files(__package__) / FILE, {*FEATURES, NO_PLACE}))


def calibrated(share: float) -> float:
    """Return the share of such answers that prove right, for a candidate's share of the softmax, both 0..1.

    The file's points are joined by straight lines.
    """
    raw, right = _points()
    if len(raw) < 2:
        return share
    upper = min(max(bisect_right(raw, share), 1), len(raw) - 1)
    part = (share - raw[upper - 1]) / (raw[upper] - raw[upper - 1])
    return right[upper - 1] + min(max(part, 0.0), 1.0) * (right[upper] - right[upper - 1])


@cache
def _points() -> tuple[tuple[float, ...], tuple[float, ...]]:
    table = read_table(files(__package__) / FILE, "calibration")
    raw, right = tuple(table.get("share", ())), tuple(table.get("right", ()))
    if len(raw) != len(right) or sorted(set(raw)) != list(raw) or sorted(right) != list(right):
        raise LexiconError(f"{FILE}: [calibration] needs as many shares as rights, both rising")
    return raw, right
