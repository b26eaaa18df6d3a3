"""The bundled basemap: land, borders, lakes, rivers and labels, made by `output.page.build_basemap`."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from output.layers import Layers


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


def countries(layers: "Layers") -> set[str]:
    """Return the ISO codes of the countries that any mark or arrow touches."""
    columns = (
        layers.incidents["country"],
        layers.areas["country"],
        layers.routes["origin_country"],
        layers.routes["destination_country"],
    )
    return {str(code) for column in columns for code in column.dropna().unique()}


@cache
def _asset() -> dict[str, Any]:
    """Return the whole asset."""
    text = files("output.page").joinpath("assets", "basemap.json").read_text(encoding="ascii")
    asset: dict[str, Any] = json.loads(text)
    return asset
