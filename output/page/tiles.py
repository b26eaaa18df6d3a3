"""Tiles from a server, for those who ask for them: which address is safe to put in a page."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

OSM = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
# Nothing that could end a policy's directive, an attribute or a string.
SAFE = re.compile(r"https://[A-Za-z0-9.-]+(:\d{1,5})?/[A-Za-z0-9._~/?&=%+,:@{}-]*")


class TileError(ValueError):
    """The address of the tiles cannot be used."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """A server of map tiles: its address with ``{z}``, ``{x}`` and ``{y}``, and whom to name for them."""

    url: str
    attribution: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as a content policy names them."""
        return f"https://{urlsplit(self.url).netloc}"

    def as_options(self) -> dict[str, str]:
        """Return what the page's script needs."""
        return {"url": self.url, "attribution": self.attribution}


def tile_source(tiles: str | None) -> Tiles | None:
    """Return the tiles that a user asked for, or None for the bundled basemap.

    Parameters
    ----------
    tiles
        None, "none", "osm", or an https address that holds ``{z}``, ``{x}`` and ``{y}`` once each.

    Raises
    ------
    TileError
        Says what is wrong with the address.
    """
    if tiles is None or tiles == "none":
        return None
    if tiles == "osm":
        return Tiles(OSM, "© OpenStreetMap contributors")
    if not SAFE.fullmatch(tiles):
        raise TileError(f'tiles: {tiles!r} is neither "none", "osm" nor a plain https address; give one of these')
    if sorted(re.findall(r"\{(.*?)\}", tiles)) != ["x", "y", "z"] or tiles.count("{") != 3 or tiles.count("}") != 3:
        raise TileError(f"tiles: {tiles!r} must hold {{z}}, {{x}} and {{y}} once each, and no other braces")
    return Tiles(tiles, f"Tiles: {urlsplit(tiles).netloc}")
