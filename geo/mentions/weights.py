"""The fitted weights by which a name is judged to be a place's or not: a small file that can be read and edited."""

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from geo.errors import LexiconError
from geo.mentions.features import FEATURES

FILE = "weights.toml"
BIAS = "bias"
Weights = MappingProxyType[str, float]


@cache
def load_weights() -> Weights:
    """Return {feature: points}; one point is a factor e in the odds that a name is a place's.

    Raises
    ------
    LexiconError
        A feature lacks its weight, or a weight is of no feature or no number.
    """
    table = tomllib.loads((files(__package__) / FILE).read_text(encoding="utf-8")).get("weights", {})
    wrong = {*FEATURES, BIAS} ^ set(table)
    wrong |= {name for name, value in table.items() if not isinstance(value, (int, float))}
    if wrong:
        raise LexiconError(f"{FILE}: [weights] needs one number for each feature; see {', '.join(sorted(wrong))}")
    return MappingProxyType({name: float(value) for name, value in table.items()})
