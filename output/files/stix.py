"""Reports as a STIX 2.1 bundle (OASIS, 2021): Report, Incident, Location and Relationship objects.

STIX leaves the Incident a stub with a name and a description, so that what else a table holds is not here. An
identifier is made of what it names (UUID, version 5): the same reports give the same bundle.
"""

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pandas import NA, DataFrame

from output.style import SYMBOLS

Object = dict[str, Any]
Row = dict[str, Any]
SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://pypi.org/project/dateline")
UNKNOWN_DAY = "1970-01-01"  # STIX asks for a day of making; a report without one has this


def write(tables: dict[str, DataFrame], path: Path) -> None:
    """Write the bundle of all tables at `path`."""
    objects = list(_objects(tables))
    name = "".join(object_["id"] for object_ in objects)
    bundle = {"type": "bundle", "id": f"bundle--{uuid.uuid5(SPACE, name)}", "objects": objects}
    with path.open("x", encoding="utf-8") as file:
        json.dump(bundle, file, ensure_ascii=False, indent=1)
        file.write("\n")


def _objects(tables: dict[str, DataFrame]) -> Iterator[Object]:
    documents = {row["id"]: row for row in _rows(tables["documents"])}
    incidents = [*_rows(tables["incidents"]), *_rows(tables["areas"])]
    told: dict[str, list[str]] = {name: [] for name in documents}
    locations: dict[str, Object] = {}
    for row in incidents:
        made = list(_incident(row, _day(documents, row)))
        for object_ in made:
            if object_["type"] == "location":
                locations.setdefault(object_["id"], object_)
            else:
                yield object_
        for document in _documents(row.get("told_by") or row["document"], documents):
            told.setdefault(document, []).extend(object_["id"] for object_ in made)
    yield from locations.values()
    for name, row in documents.items():
        if told[name]:
            yield _report(row, list(dict.fromkeys(told[name])))


def _rows(table: DataFrame) -> Iterator[Row]:
    names = [name for name in table.columns if name != "geometry"]
    for cells in zip(*(table[name].astype(object) for name in names), strict=True):
        yield {name: cell for name, cell in zip(names, cells, strict=True) if cell is not NA and cell is not None}


def _documents(joined: str, known: dict[str, Row]) -> Iterator[str]:
    """Yield the ids that "; " joins, of which one may hold "; " itself."""
    begun = ""
    for part in [joined] if joined in known else joined.split("; "):
        begun = f"{begun}; {part}" if begun else part
        if begun in known:
            yield begun
            begun = ""


def _day(documents: dict[str, Row], row: Row) -> str:
    return str(documents.get(row["document"], {}).get("published") or UNKNOWN_DAY)


def _incident(row: Row, day: str) -> Iterator[Object]:
    """Yield an incident, and where it is placed, its location and what joins the two."""
    incident = _made("incident", row["id"], day) | {
        "name": f"{SYMBOLS[row['type']].label}, {row['modality']}: {row.get('place', 'place not known')}",
        "description": row.get("quote", ""),
        "labels": [row["type"], row["stage"], row["modality"]],
    }
    yield incident
    if "lat" not in row:
        return
    location = _location(row)
    yield location
    yield _made("relationship", f"{incident['id']} {location['id']}", day) | {
        "relationship_type": "located-at",
        "source_ref": incident["id"],
        "target_ref": location["id"],
        "confidence": round(100 * row.get("confidence", 0.0)),
    }


def _location(row: Row) -> Object:
    key = f"{row['place_id']} {row['lat']} {row['lon']} {row['precision']}"
    location = _made("location", key, UNKNOWN_DAY) | {
        "name": row["place"],
        "latitude": row["lat"],
        "longitude": row["lon"],
        "precision": 1000.0 * row["radius_km"],  # metres
    }
    more = {"country": row.get("country"), "administrative_area": row.get("admin1")}
    return location | {name: value for name, value in more.items() if value}


def _report(row: Row, references: list[str]) -> Object:
    day = str(row.get("published") or UNKNOWN_DAY)
    return _made("report", row["id"], day) | {
        "name": row.get("title") or row["id"],
        "published": f"{day}T00:00:00Z",
        "object_refs": references,
    }


def _made(kind: str, name: str, day: str) -> Object:
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": f"{kind}--{uuid.uuid5(SPACE, f'{kind} {name}')}",
        "created": f"{day}T00:00:00.000Z",
        "modified": f"{day}T00:00:00.000Z",
    }
