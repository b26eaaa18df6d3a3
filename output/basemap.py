"""The bundled basemap: land, borders, lakes, rivers and labels, made by `output.build_basemap`."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


def basemap(countries: Iterable[str] = ()) -> dict[str, Any]:
    """Return the basemap with the first-order lines of some countries only, as they weigh as much as all the rest.

    Parameters
    ----------
    countries
        ISO 3166-1 alpha-2 codes; codes without lines are passed over.
    """
    asset = _asset()
    lines = asset["first_order"]
    return {**asset, "first_order": [lines[code] for code in sorted(set(countries)) if code in lines]}


@cache
def _asset() -> dict[str, Any]:
    """Return the whole asset."""
    text = files("output").joinpath("assets", "basemap.json").read_text(encoding="ascii")
    asset: dict[str, Any] = json.loads(text)
    return asset
