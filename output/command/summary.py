"""What a set of layers shows, in one line."""

from collections.abc import Iterable

from output.command.progress import number
from output.layers import Layers

_WAYS = {
    "point": "at a point",
    "area": "in an area",
    "country": "in a country only",
    "unlocated": "without a place",
}


def summary(layers: Layers) -> str:
    """Return how many incidents and routes there are, and how they are drawn.

    An incident that is drawn as its parts is not counted beside them.
    """
    ways = [*layers.incidents["drawn"], *layers.areas["drawn"]]
    counts = {text: ways.count(way) for way, text in _WAYS.items()}
    drawn = int(layers.routes.geometry.notna().sum())
    shared = sum(int((table["reports"] > 1).sum()) for table in (layers.incidents, layers.areas))
    ways_said = [
        *(f"{n} {text}" for text, n in counts.items() if n),
        *([f"{shared} told by several"] if shared else []),
    ]
    return "; ".join(
        [
            number(len(layers.documents), "report") + _listed(_silent(layers)),
            number(sum(counts.values()), "incident") + _listed(ways_said),
            number(len(layers.routes), "route") + _listed([f"{drawn} drawn"] if len(layers.routes) else []),
        ]
    )


def _silent(layers: Layers) -> list[str]:
    """Return how many of several reports show nothing."""
    documents = layers.documents
    silent = int(((documents["incidents"] == 0) & (documents["routes"] == 0)).sum())
    return [f"{silent} with nothing to show"] if silent and len(documents) > 1 else []


def figures(layers: Layers) -> dict[str, int]:
    """Return how many reports, incidents and routes there are, for a machine."""
    incidents = [*layers.incidents["drawn"], *layers.areas["drawn"]]
    return {
        "reports": len(layers.documents),
        "incidents": sum(way in _WAYS for way in incidents),
        "routes": len(layers.routes),
    }


def _listed(texts: Iterable[str]) -> str:
    joined = ", ".join(texts)
    return f" ({joined})" if joined else ""
