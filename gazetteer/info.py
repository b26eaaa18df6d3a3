"""What a gazetteer file holds, in numbers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer.layer import Layer


@dataclass(frozen=True, slots=True)
class Info:
    """What a gazetteer holds: places of each kind, names, sources, file, and its size in bytes."""

    path: Path
    size: int
    places: dict[str, int]
    names: int
    sources: dict[str, str]


def info_of(layer: Layer) -> Info:
    """Return what an open file holds."""
    about: Any = layer.store.about
    names = int(about.get("names", len(layer.store.view("key_first")) - 1))
    return Info(layer.store.path, layer.store.size, dict(about["places"]), names, dict(about.get("sources", {})))
