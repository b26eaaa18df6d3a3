"""Layers -> a PostGIS database: a table a layer, made if it lacks, and each row put in or brought up to date by its id.

A second run with the same reports changes nothing. Rows of reports that this run did not read stay as they are.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pandas import NA, DataFrame

from output.errors import DatabaseError
from output.files.formats import LAYERS, shown
from output.files.gdal import KINDS
from output.rows.columns import Column, columns_of

if TYPE_CHECKING:
    from psycopg import Connection

    from output.layers import Layers

SCHEMA = "dateline"
TYPES = {"text": "text", "whole": "bigint", "number": "double precision", "truth": "boolean"}
INDEXED = {"incidents": ("type", "when_start", "document"), "areas": ("type", "when_start", "document")}
OTHER = {"incidents": "areas", "areas": "incidents"}  # an incident whose place became known anew changes its layer


def upsert(layers: "Layers", address: str) -> None:
    """Write all layers into the schema `dateline` of a database, in one transaction.

    Parameters
    ----------
    layers
        What was read.
    address
        Such as ``postgresql://user@host/database``; what it leaves out, the environment says (``PGPASSWORD`` …).

    Raises
    ------
    DatabaseError
        The database cannot be reached, lacks PostGIS, or refuses what is to be written; nothing is changed then.
    """
    try:
        import psycopg
    except ImportError as error:
        raise DatabaseError(
            f"{shown(address)}: needs the extra postgis; install it: pip install 'dateline[postgis]'"
        ) from error
    try:
        with psycopg.connect(address, connect_timeout=10) as database:
            database.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
            database.execute("CREATE EXTENSION IF NOT EXISTS postgis")
            for layer in (*LAYERS, "documents"):
                _make(database, layer)
            for layer in (*LAYERS, "documents"):
                _fill(database, layer, getattr(layers, layer))
    except psycopg.Error as error:
        why = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise DatabaseError(f"{shown(address)}: {why}; see to it and run again, nothing was changed") from error


def _make(database: "Connection[Any]", layer: str) -> None:
    columns = [f'"{c.name}" {TYPES[c.type]}' + (" PRIMARY KEY" if c.name == "id" else "") for c in columns_of(layer)]
    if layer in KINDS:
        columns.append(f"geometry geometry({KINDS[layer]}, 4326)")
    database.execute(f"CREATE TABLE IF NOT EXISTS {SCHEMA}.{layer} ({', '.join(columns)})")
    if layer in KINDS:
        database.execute(_index(layer, "geometry", "USING gist (geometry)"))
    for name in INDEXED.get(layer, ()):
        database.execute(_index(layer, name, f'("{name}")'))
    for column in columns_of(layer):
        # A table that an earlier version made may lack a column that has come since.
        database.execute(f'ALTER TABLE {SCHEMA}.{layer} ADD COLUMN IF NOT EXISTS "{column.name}" {TYPES[column.type]}')
        database.execute(f'COMMENT ON COLUMN {SCHEMA}.{layer}."{column.name}" IS {_quoted(column.meaning)}')


def _index(layer: str, name: str, what: str) -> str:
    return f"CREATE INDEX IF NOT EXISTS {layer}_{name} ON {SCHEMA}.{layer} {what}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _fill(database: "Connection[Any]", layer: str, table: DataFrame) -> None:
    """Copy the rows into a table of this transaction, and put from there what is new or differs."""
    columns = columns_of(layer)
    names = [f'"{column.name}"' for column in columns] + (["geometry"] if layer in KINDS else [])
    database.execute(f"CREATE TEMP TABLE new (LIKE {SCHEMA}.{layer}) ON COMMIT DROP")
    with database.cursor() as cursor, cursor.copy(f"COPY new ({', '.join(names)}) FROM STDIN") as copy:
        for row in _rows(layer, table, columns):
            copy.write_row(row)
    if layer in OTHER:
        database.execute(f"DELETE FROM {SCHEMA}.{OTHER[layer]} WHERE id IN (SELECT id FROM new)")  # noqa: S608
    database.execute(_upsert(layer, names))
    database.execute("DROP TABLE new")


def _upsert(layer: str, names: list[str]) -> str:
    sets = ", ".join(f"{name} = excluded.{name}" for name in names if name != '"id"')
    old, new = ", ".join(f"old.{name}" for name in names), ", ".join(f"excluded.{name}" for name in names)
    return (  # every name is one of ours, of columns.csv
        f"INSERT INTO {SCHEMA}.{layer} AS old ({', '.join(names)}) SELECT {', '.join(names)} FROM new "  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {sets} WHERE ROW({old}) IS DISTINCT FROM ROW({new})"
    )


def _rows(layer: str, table: DataFrame, columns: tuple[Column, ...]) -> Iterator[list[Any]]:
    cells = [[_cell(cell) for cell in table[column.name].astype(object)] for column in columns]
    if layer in KINDS:
        many = KINDS[layer].startswith("Multi")
        cells.append([_shape(shape, many=many) for shape in table.geometry])
    for row in zip(*cells, strict=True):
        yield list(row)


def _cell(cell: Any) -> Any:
    if cell is NA:
        return None
    return cell.replace("\x00", "\ufffd") if isinstance(cell, str) else cell  # PostgreSQL's text has no place for NUL


def _shape(shape: Any, *, many: bool) -> str | None:
    """Return a geometry as PostGIS reads it from text: hexadecimal EWKB."""
    import shapely

    if shape is None:
        return None
    whole = shapely.multipolygons([shape]) if shape.geom_type == "Polygon" else shape
    whole = shapely.multilinestrings([whole]) if whole.geom_type == "LineString" and many else whole
    return str(shapely.to_wkb(shapely.set_srid(whole, 4326), hex=True, include_srid=True))
