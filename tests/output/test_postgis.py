"""The layers in a real PostGIS: a cluster of its own, reached by a socket file and by nothing else."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import psycopg
import pytest

from geo.model import Count
from output.errors import DatabaseError
from output.files.postgis import upsert
from output.layers import build_layers
from output.rows.columns import columns_of

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin")) if Path("/usr/lib/postgresql").exists() else []


def as_nobody_special() -> dict[str, Any]:
    """Return how to run a program that refuses to be root's."""
    return {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Start PostgreSQL in a folder of its own; return the address of a database in it."""
    if not PROGRAMS:
        pytest.fail("PostgreSQL with PostGIS is not installed; `make test` installs it (bash .ci/postgis)")
    programs, folder = PROGRAMS[-1], Path(mkdtemp(prefix="dateline-"))
    user = as_nobody_special()
    if user:
        shutil.chown(folder, **user)

    def run(program: str, *arguments: str) -> None:
        command = [programs / program, "-D", folder / "data", *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **user)

    run("initdb", "-A", "trust", "-U", "tester", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
    yield f"postgresql:///postgres?host={folder}&user=tester"
    run("pg_ctl", "-w", "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture
def address(server: str) -> Iterator[str]:
    """Return the address of an empty database."""
    with psycopg.connect(server, autocommit=True) as database:
        database.execute("CREATE DATABASE fresh")
    yield server.replace("///postgres", "///fresh")
    with psycopg.connect(server, autocommit=True) as database:
        database.execute("DROP DATABASE fresh WITH (FORCE)")


def rows(address: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(address) as database:
        return database.execute(query).fetchall()


@pytest.fixture
def layers(maker, gazetteer):
    maker.incident("Baghdad", 1, killed=Count(1, 2, 3), when=maker.on("2007-08-08"))
    maker.incident("Taveuni", 5)
    maker.incident(None)
    maker.route("Iran", "Iraq")
    maker.route("Iran", None)
    return build_layers([maker.report()], gazetteer)


def test_every_cell_comes_back_as_it_was(address, layers):
    upsert(layers, address)

    for layer in ("incidents", "areas", "routes", "places", "documents"):
        table, names = getattr(layers, layer), [column.name for column in columns_of(layer)]
        listed = ", ".join(f'"{name}"' for name in names)
        back = {row[0]: row for row in rows(address, f"SELECT {listed} FROM dateline.{layer}")}  # noqa: S608
        for number in range(len(table)):
            cells = [table[name].astype(object).iloc[number] for name in names]
            expected = tuple(None if cell is table["id"].dtype.na_value else cell for cell in cells)
            assert back[cells[0]] == expected


def test_the_shapes_have_their_type_and_their_reference_system(address, layers):
    upsert(layers, address)

    found = rows(
        address,
        "SELECT f_table_name, type, srid FROM geometry_columns WHERE f_table_schema = 'dateline' ORDER BY 1",
    )
    assert found == [
        ("areas", "MULTIPOLYGON", 4326),
        ("incidents", "POINT", 4326),
        ("places", "POINT", 4326),
        ("routes", "MULTILINESTRING", 4326),
    ]
    around = "ST_DWithin(geometry::geography, ST_MakePoint(44.4, 33.3)::geography, 9000)"
    assert rows(address, f"SELECT id FROM dateline.incidents WHERE {around}") == [("day#i1",)]  # noqa: S608


def test_a_second_run_changes_nothing(address, layers):
    def written() -> list[list[tuple[Any, ...]]]:
        """Return each row's id, and the transaction that wrote it."""
        tables = ("incidents", "areas", "routes", "places", "documents")
        return [rows(address, f"SELECT id, xmin FROM dateline.{table} ORDER BY id") for table in tables]  # noqa: S608

    upsert(layers, address)
    before = written()
    upsert(layers, address)

    assert written() == before


def test_what_is_read_anew_replaces_what_was_there_in_whichever_layer(address, new_maker, gazetteer):
    first, second = new_maker(), new_maker()
    first.incident("Baghdad", 1, killed=Count(1, 2, 3))
    second.incident("Taveuni", 5, killed=Count(4, 4, 4))
    other = new_maker(id="other")
    other.incident("Baghdad", 1)
    upsert(build_layers([first.report(), other.report()], gazetteer, apart=True), address)
    upsert(build_layers([second.report()], gazetteer), address)

    assert rows(address, "SELECT id FROM dateline.incidents") == [("other#i1",)]
    assert rows(address, "SELECT id, killed_best FROM dateline.areas") == [("day#i1", 4)]


def test_text_is_only_ever_text(address, new_maker, gazetteer):
    text = "'); DROP TABLE dateline.incidents; -- \\ \t\n\x00 \N{BOMB}"
    maker = new_maker(id=text, text=text)
    maker.incident("Baghdad", 1)
    upsert(build_layers([maker.report()], gazetteer), address)

    assert rows(address, "SELECT quote FROM dateline.incidents") == [(text.replace("\x00", "\ufffd"),)]


def test_a_failure_changes_nothing_and_shows_no_password(address, layers):
    upsert(layers, address)
    with psycopg.connect(address) as database:
        database.execute("ALTER TABLE dateline.documents ADD CHECK (incidents < 1) NOT VALID")
    more = replace(layers, incidents=layers.incidents.assign(type="riot"))

    with pytest.raises(DatabaseError, match="nothing was changed") as error:
        upsert(more, address.replace("postgresql://", "postgresql://tester:secret@"))
    assert "secret" not in str(error.value)
    assert rows(address, "SELECT DISTINCT type FROM dateline.incidents") == [("raid",)]


def test_a_database_that_is_not_there_is_named(tmp_path, layers):
    with pytest.raises(DatabaseError, match=r"postgresql:///nowhere: .*see to it and run again"):
        upsert(layers, f"postgresql:///nowhere?host={tmp_path}")


def test_a_table_of_an_earlier_version_gets_the_columns_that_it_lacks(address, layers):
    upsert(layers, address)
    with psycopg.connect(address) as database:
        database.execute("ALTER TABLE dateline.incidents DROP COLUMN corrected")
        database.execute("UPDATE dateline.incidents SET corrected_json = 'older'")
    upsert(layers, address)

    assert rows(address, "SELECT DISTINCT corrected, corrected_json FROM dateline.incidents") == [(None, None)]
