"""Changes of a record that leave it JSON: a field taken out, doubled, or given a value that somebody made up."""

import json
import random
from copy import deepcopy
from typing import Any

VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**64, 10**400, -0.0, 1e308, 180, -180, 90.0001, "", " ", "a", "a#i1",
    "a#i2", "a#r1", "\x00", "\n", "\u202e", "\ufeff", "</script><script>x()</script>", "=1+1", "{{7*7}}", "..", "/",
    "2011-03-04", "0001-01-01", "9999-12-31", "2011-02-30", "geonames:1", "x" * 5000, [], {}, [[]], ["a"], [None],
)  # fmt: skip


MANY = 2**60


def changed(data: bytes, seed: int) -> bytes:
    """Return a record with one to three of its fields changed; what is no JSON comes back as it is.

    Parameters
    ----------
    data
        A record.
    seed
        The same seed, the same changes.
    """
    chance = random.Random(seed)  # noqa: S311  # no secret
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return data
    for _ in range(chance.randint(1, 3)):
        holders = list(_holders(record))
        if not holders:
            return data
        _change(*chance.choice(holders), chance)
    return json.dumps(record).encode()


def _holders(value: Any) -> Any:
    """Yield each list and object with each of its keys."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _holders(value[key])


def _change(holder: Any, key: Any, chance: random.Random) -> None:
    what = chance.random()
    if what < 0.1:
        del holder[key]
    elif what < 0.25 and isinstance(holder, list):
        holder.append(deepcopy(holder[key]))
    elif what < 0.5 and isinstance(holder[key], int | float) and abs(holder[key]) < MANY:
        holder[key] += chance.choice((-1, 1, 0.5, -1000, 1000))
    else:
        holder[key] = deepcopy(chance.choice(VALUES))
