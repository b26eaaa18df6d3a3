"""The mark of an incident as a small SVG picture: as the map's script draws it, for what shows pictures instead."""

from dataclasses import dataclass
from functools import cache

from geo.model import IncidentType, Modality, Stage
from output.style import CERTAINTIES, SYMBOLS, Certainty, polygon

PAPER, EDGE, INK = "#ffffff", "#2b2f36", "#1c1f24"  # as in assets/map.css, by day
# A path and no letter: whatever shows the picture may lack the font.
QUESTION = (
    f'<g stroke="{PAPER}" stroke-width="0.2" paint-order="stroke"><path d="M0.75,-1.25a0.3,0.28,0,1,1,0.42,0.28'
    f'q-0.13,0.07,-0.13,0.25" fill="none" stroke="{INK}"/><circle cx="1.04" cy="-0.45" r="0.12" fill="{INK}"/></g>'
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What decides the look of a mark."""

    type: IncidentType
    modality: Modality
    stage: Stage = "accomplished"
    doubtful: bool = False


def svg(mark: Mark) -> str:
    """Return the mark as an SVG document, in a box from -1.6 to 1.6."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.6 -1.6 3.2 3.2">{body(mark)}</svg>'


def body(mark: Mark) -> str:
    """Return the mark as SVG elements around its middle, with a radius of 1.

    Nothing of it is a report's text: types and modalities are a closed set.
    """
    symbol, look = SYMBOLS[mark.type], CERTAINTIES[mark.modality]
    parts = [
        _path(symbol.path, PAPER, PAPER, 0.6),
        _path(symbol.path, PAPER, "none", 0),
        _filled(symbol.path, symbol.colour, look),
        _path(symbol.path, "none", EDGE, 0.14 if look.fill == "full" else 0.4, dotted=look.dotted),
    ]
    if look.fill != "full":
        parts.append(_path(symbol.path, "none", symbol.colour, 0.26, dotted=look.dotted))
    if look.struck:
        parts.append(f'<path d="M-1.3,1.3L1.3,-1.3" stroke="{INK}" stroke-width="0.25"/>')
    return "".join([*parts, *_below(mark.stage), QUESTION if mark.doubtful else ""])


def _filled(path: str, colour: str, look: Certainty) -> str:
    if look.fill == "half":
        return _path(_lower_half(path), colour, "none", 0)
    opacity = {"full": 1.0, "tint": 0.45}.get(look.fill)
    return f'<g opacity="{opacity}">{_path(path, colour, "none", 0)}</g>' if opacity else ""


@cache
def _lower_half(path: str) -> str:
    """Return what of an outline lies below its middle: cut, since QGIS does not know SVG's clip paths."""
    from shapely.geometry import Polygon, box

    from output.still.shapes import outline

    (ring,) = outline(path).to_polygons()
    half = Polygon(ring).intersection(box(-2, 0, 2, 2))
    return "".join(polygon(*part.exterior.coords[:-1]) for part in getattr(half, "geoms", (half,)))


def _path(path: str, fill: str, stroke: str, width: float, *, dotted: bool = False) -> str:
    dashes = ' stroke-dasharray="0.28 0.28"' if dotted else ""
    return f'<path d="{path}" fill="{fill}" stroke="{stroke}" stroke-width="{width}" stroke-linejoin="round"{dashes}/>'


def _below(stage: Stage) -> list[str]:
    if stage == "attempted":
        return [f'<rect x="-1" y="1.25" width="2" height="0.28" fill="{INK}"/>']
    if stage == "threatened":
        return [f'<circle cx="{x}" cy="1.4" r="0.17" fill="{INK}"/>' for x in (-0.6, 0, 0.6)]
    return []
