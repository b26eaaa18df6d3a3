"""How a mark looks: type of incident -> colour and shape, modality -> fill and outline.

Every picture of the results takes its looks from here, so that they agree.
"""

import math
from dataclasses import asdict, dataclass
from typing import Any, Literal

from geo.model import IncidentType, Modality

Fill = Literal["full", "tint", "half", "none"]

# Okabe and Ito 2008, "Color Universal Design": told apart with every common form of colour blindness. Their yellow and
# sky blue are deepened a little to stand out on paper white. One colour for each family of types; shape tells the rest.
VERMILION, BLUE, ORANGE, PURPLE, SKY, GREEN, YELLOW, GREY = (
    "#D55E00", "#0072B2", "#E69F00", "#B35A8C", "#3D9FD6", "#009E73", "#E3D41A", "#454B52",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Symbol:
    """The mark of one type of incident.

    Parameters
    ----------
    label
        What the legend calls it.
    colour
        ``#RRGGBB``.
    path
        SVG path data in a box from -1 to 1, y downwards.
    """

    label: str
    colour: str
    path: str


@dataclass(frozen=True, slots=True)
class Certainty:
    """How a modality shows on a mark: how much of it is filled, its outline, whether it is struck through."""

    label: str
    fill: Fill
    dotted: bool = False
    struck: bool = False


def polygon(*points: tuple[float, float]) -> str:
    """Return the SVG path of a closed polygon."""
    return "M" + "L".join(f"{round(x, 3) + 0.0:g},{round(y, 3) + 0.0:g}" for x, y in points) + "Z"


def regular(corners: int, turn: float = 0.0, radius: float = 1.0) -> str:
    """Return a regular polygon with one corner up, turned clockwise by `turn` degrees."""
    return star(corners, radius, radius * math.cos(math.pi / corners), turn)


def star(corners: int, outer: float = 1.1, inner: float = 0.5, turn: float = 0.0) -> str:
    """Return a star with one point up; `outer` and `inner` are the radii of its points and notches."""
    angles = [math.radians(turn + 180.0 * i / corners) for i in range(2 * corners)]
    radii = [outer if i % 2 == 0 else inner for i in range(2 * corners)]
    return polygon(*((r * math.sin(a), -r * math.cos(a)) for a, r in zip(angles, radii, strict=True)))


def cross(turn: float = 0.0, arm: float = 0.36) -> str:
    """Return a cross with arms twice `arm` wide, turned by `turn` degrees."""
    half = [(arm, -1.0), (arm, -arm), (1.0, -arm), (1.0, arm), (arm, arm), (arm, 1.0)]
    points = half + [(-x, -y) for x, y in half]
    sine, cosine = math.sin(math.radians(turn)), math.cos(math.radians(turn))
    return polygon(*((x * cosine - y * sine, x * sine + y * cosine) for x, y in points))


CIRCLE = "M0,-0.9A0.9,0.9,0,1,1,0,0.9A0.9,0.9,0,1,1,0,-0.9Z"
DROP = "M0,-1.15C0.35,-0.5,0.85,-0.15,0.85,0.3A0.85,0.8,0,0,1,-0.85,0.3C-0.85,-0.15,-0.35,-0.5,0,-1.15Z"
HALF_DISC = "M-1,0.5A1,1.1,0,0,1,1,0.5Z"

SYMBOLS: dict[IncidentType, Symbol] = {
    "battle": Symbol("Battle", VERMILION, cross(45)),
    "raid": Symbol("Raid", VERMILION, regular(3, 90, 1.15)),
    "shooting": Symbol("Shooting", VERMILION, star(4, 1.15, 0.45)),
    "attack": Symbol("Attack, not more closely said", VERMILION, regular(4, 0, 1.1)),
    "airstrike": Symbol("Airstrike", BLUE, regular(3, 180, 1.2)),
    "shelling": Symbol("Shelling", BLUE, regular(6, 30)),
    "bombing": Symbol("Bombing", ORANGE, star(8, 1.15, 0.7)),
    "arson": Symbol("Arson", ORANGE, DROP),
    "sabotage": Symbol(
        "Sabotage", ORANGE, polygon((-1, -0.85), (0, -0.2), (1, -0.85), (1, 0.85), (0, 0.2), (-1, 0.85))
    ),
    "assassination": Symbol("Assassination", PURPLE, cross()),
    "execution": Symbol("Execution", PURPLE, regular(5, 180)),
    "abduction": Symbol("Abduction", SKY, regular(4, 45, 1.15)),
    "detention": Symbol("Detention", SKY, polygon((-0.65, -1), (0.65, -1), (0.65, 1), (-0.65, 1))),
    "hijacking": Symbol("Hijacking", SKY, regular(3, 270, 1.15)),
    "robbery": Symbol("Robbery", GREEN, polygon((-1, -0.7), (1, -0.7), (0.5, 0.8), (-0.5, 0.8))),
    "seizure": Symbol("Seizure of goods", GREEN, polygon((-0.5, -0.8), (0.5, -0.8), (1, 0.7), (-1, 0.7))),
    "protest": Symbol("Protest", YELLOW, HALF_DISC),
    "riot": Symbol("Riot", YELLOW, star(5, 1.2, 0.55)),
    "other": Symbol("Other", GREY, CIRCLE),
}

CERTAINTIES: dict[Modality, Certainty] = {
    "fact": Certainty("Stated as fact", "full"),
    "estimate": Certainty("An estimate", "tint"),
    "claimed": Certainty("Claimed by the doer", "half"),
    "accused": Certainty("Alleged of another", "none"),
    "possible": Certainty("Said to be possible", "none", dotted=True),
    "denied": Certainty("Denied", "none", struck=True),
}

DOUBTFUL = 0.7  # a place less sure than this is marked: among some 150 places of invented reports, one in ten
DOUBT = "Perhaps another place of that name: less than 70 % sure"

STAGES = {
    "accomplished": "Carried out",
    "attempted": "Attempted, not carried out (bar below)",
    "threatened": "Threatened (dots below)",
}

PRECISIONS = {
    1: "an exact place",
    2: "a part of a place, or its surroundings",
    3: "a district (second-order unit)",
    4: "a province or state (first-order unit)",
    5: "a line, or a region without sharp edges",
    6: "a country, and nothing closer",
    7: "international waters or airspace",
}


def sheet() -> dict[str, Any]:
    """Return all of it as plain values, for the script of the map."""
    return {
        "symbols": {name: asdict(symbol) for name, symbol in SYMBOLS.items()},
        "certainties": {name: asdict(certainty) for name, certainty in CERTAINTIES.items()},
        "stages": STAGES,
        "doubtful": round(100 * DOUBTFUL),
        "doubt": DOUBT,
        "precisions": {str(number): words for number, words in PRECISIONS.items()},
    }
