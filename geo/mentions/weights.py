"""The fitted weights by which a name is judged to be a place's or not: a small file that can be read and edited."""

from functools import cache
from importlib.resources import files
from types import MappingProxyType

from geo.mentions.features import FEATURES
from geo.weights import BIAS, read_weights

FILE = "weights.toml"
Weights = MappingProxyType[str, float]


@cache
def load_weights() -> Weights:
    """Return {feature: points}; one point is a factor e in the odds that a name is a place's.

    Raises
    ------
    LexiconError
        A feature lacks its weight, or a weight is of no feature or no number.
    """
    return MappingProxyType(read_weights(files(__package__) / FILE, {*FEATURES, BIAS}))
