"""What a gazetteer file holds, in numbers."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from gazetteer.errors import GazetteerFileError
from gazetteer.layer import Layer


@dataclass(frozen=True, slots=True)
class Info:
    """What a gazetteer holds: places of each kind, names, sources, file, and its size in bytes."""

    path: Path
    size: int
    places: dict[str, int]
    names: int
    sources: dict[str, str]


class _About(msgspec.Struct):
    places: dict[str, int]
    names: int | None = None
    sources: dict[str, str] = {}


def info_of(layer: Layer) -> Info:
    """Return what an open file holds; GazetteerFileError if it does not say."""
    store = layer.store
    try:
        about = msgspec.convert(store.about, _About)
    except msgspec.ValidationError as error:
        raise GazetteerFileError(f"{store.path}: does not say what it holds; build or copy the file again") from error
    names = len(store.view("key_first")) - 1 if about.names is None else about.names
    return Info(store.path, store.size, about.places, names, about.sources)
