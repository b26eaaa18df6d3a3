"""Layers -> one HTML page that needs nothing else: no network, no server, no other file.

Report text is hostile. Folium renders what it is handed as a template, so none of it goes through Folium's own marks:
it travels as JSON in a block that no browser runs, and `assets/*.js` make it the text of nodes. The policy in the
page's head lets only the scripts and styles run that were there when the page was made.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from branca.element import Element, Figure
from folium import Map
from folium.template import Template

from geo.documents.results import MARK
from output.page.basemap import basemap, countries
from output.page.data import MapData
from output.page.tiles import Tiles, tile_source
from output.style import sheet

if TYPE_CHECKING:
    from output.layers import Layers

# In the order in which they build on each other.
SCRIPTS = (
    "text", "rows", "wordcode", "data", "marks", "words", "basemap", "tallies", "spread", "areas", "arrows", "labels",
    "overlay", "sight", "legend", "filters", "facets", "search", "hash", "filterpanel", "timebins", "timeline",
    "orders", "lists", "detail", "saving", "corrections", "amending", "fixing", "geometry", "download", "panel",
    "mapparts", "app",
)  # fmt: skip
UNTITLED = "What the reports say happened, and where"
POLICY_HERE = "<!-- policy -->"
DATA_HERE = "<!-- data -->"

# Controls, marks that reorder text, and halves of surrogate pairs.
_INVISIBLE = r"\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
UNPRINTABLE = re.compile(rf"[\x00-\x1f{_INVISIBLE}]")
NOT_IN_PAGE = re.compile(rf"[<>&{_INVISIBLE}]")


class Payload(Element):
    """A piece of the page that is put in as it stands."""

    _template = Template("{{ this.payload }}")

    def __init__(self, payload: str) -> None:
        super().__init__()
        self.payload = payload


class Page(Figure):
    """Folium's page, with a language, one `main`, and no links."""

    _template = Template(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n{{ this.header.render(**kwargs) }}\n</head>\n'
        '<body>\n<main id="dateline">\n{{ this.html.render(**kwargs) }}\n</main>\n'
        "<script>\n{{ this.script.render(**kwargs) }}\n</script>\n</body>\n</html>\n"
    )


class OfflineMap(Map):
    """Folium's map without its links to other hosts, under a name that is the same in every page."""

    # Folium's own template forbids readers to magnify the page, and sets styles that ours would have to undo.
    _template = Template(
        "{% macro html(this, kwargs) %}"
        '<div class="folium-map" id="{{ this.get_name() }}" role="region" aria-label="Map"></div>'
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {{ this.options|tojavascript }});"
        "{% endmacro %}"
    )
    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - the type Folium gives it
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, **options: Any) -> None:
        super().__init__(tiles=None, prefer_canvas=True, **options)
        self._id = "dateline"


def draw(layers: "Layers", *, title: str | None = None, tiles: str | None = None, notes: Sequence[str] = ()) -> str:
    """Return the map as one HTML page; the same input gives the same bytes.

    Parameters
    ----------
    layers
        What `output.layers.build_layers` made of the reports.
    title
        Heads the page; shown as it is, whatever it contains.
    tiles
        None or "none" for the bundled basemap, "osm" for OpenStreetMap's, or the https address of a tile server with
        ``{z}``, ``{x}`` and ``{y}`` in it. With tiles, the page asks that server for pictures.
    notes
        What else the reader of the map should know, such as files that could not be read.

    Raises
    ------
    TileError
        The address of the tiles cannot be used.
    """
    source = tile_source(tiles)
    data = MapData(layers)
    blocks = {
        "data": data.header | {"title": title or UNTITLED, "notes": list(notes)},
        "basemap": basemap(countries(layers)),
        "config": {"style": sheet(), "tiles": source and source.as_options()},
    }
    page = Page()
    folium_map = OfflineMap(
        zoom_start=2, min_zoom=1, max_zoom=18 if source else 13, zoom_control=False, attribution_control=False,
        world_copy_jump=True, zoom_snap=0.5,
    )  # fmt: skip
    page.add_child(folium_map)
    for name, payload in _head(title or UNTITLED).items():
        page.header.add_child(Payload(payload), name=name)
    page.html.add_child(Payload(DATA_HERE), name="data")
    page.script.add_child(Payload(_own_scripts()), name="own")
    # Put in last, and once: a page of a million incidents is not to be copied at each step.
    before, after = _with_policy(page.render(), source).split(DATA_HERE)
    held = (*(_json_block(*block) for block in blocks.items()), *(_text_block(*block) for block in data.blocks.items()))
    return "".join((before, "\n".join(held), after))


def _head(title: str) -> dict[str, str]:
    """Return what the head of the page holds, by name, in order."""
    return {
        "policy": POLICY_HERE,
        "generator": MARK.decode(),
        "viewport": '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "schemes": '<meta name="color-scheme" content="light dark">',
        "referrer": '<meta name="referrer" content="no-referrer">',
        "title": f"<title>{html.escape(_printable(title))}</title>",
        "leaflet_css": f"<style>\n{_leaflet('leaflet.css')}\n</style>",
        "own_css": f"<style>\n{_asset('map.css')}\n</style>",
        "leaflet_js": f"<script>\n{_leaflet('leaflet.js')}\n</script>",
    }


def _printable(text: str) -> str:
    """Return text with a sign in place of what must not stand in a title: controls, overrides, halves of pairs."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _leaflet(name: str) -> str:
    """Return one of Leaflet's files, without the line that names its source map."""
    text = files("xstatic.pkg.leaflet").joinpath("data", name).read_text(encoding="utf-8")
    return re.sub(r"(?m)^//# sourceMappingURL=.*$", "", text)


def _asset(name: str) -> str:
    return files("output.page").joinpath("assets", name).read_text(encoding="utf-8")


def _own_scripts() -> str:
    """Return our scripts in one piece: each adds itself to the one name they share."""
    return "\n".join(["const dateline = {};", *(_asset(f"{name}.js") for name in SCRIPTS)])


def _json_block(name: str, value: object) -> str:
    """Return a value as JSON that no parser of HTML or of scripts can take for markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = NOT_IN_PAGE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return f'<script type="application/json" id="dateline-{name}">{safe}</script>'


def _text_block(name: str, base64: str) -> str:
    """Return base64 in a block of its own, which costs a browser nothing until it is asked for."""
    return f'<script type="text/plain" id="dateline-{name}">{base64}</script>'


def _with_policy(page: str, source: Tiles | None) -> str:
    """Return the page with a policy that names, by hash, each script and style it holds now."""
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes('script', page)}",
            f"style-src {_hashes('style', page)}",
            f"img-src data: blob:{f' {source.origin}' if source else ''}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    # The first only: a report may well contain the same words further down.
    return page.replace(POLICY_HERE, f'<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def _hashes(tag: str, page: str) -> str:
    """Return the policy's names for the text of each inline element: base64 of its SHA-256."""
    texts = re.findall(f"<{tag}>(.*?)</{tag}>", page, flags=re.DOTALL)
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts)
