"""The notebook in docs/ runs from its first cell to its last, and nothing of a run is kept in it."""

import ast
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import geo.reading


@pytest.fixture
def cells(root: Path) -> list[dict[str, Any]]:
    """Return the notebook's cells of code."""
    notebook = json.loads((root / "docs" / "reports.ipynb").read_text("utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def shown(cell: dict[str, Any], names: dict[str, Any]) -> Any:
    """Run a cell, and return what a notebook would show of it: the value of its last expression."""
    tree = ast.parse("".join(cell["source"]))
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, cell["id"], "exec"), names)  # noqa: S102  # our own cells
    return eval(compile(ast.Expression(last.value), cell["id"], "eval"), names) if last else None  # noqa: S307


@pytest.fixture
def beside_the_examples(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Any) -> None:
    """Stand in a folder as docs/ is, with the model that all tests share."""
    shutil.copytree(root / "examples", tmp_path / "examples")
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    monkeypatch.setattr(geo.reading.language, "load", lambda: language)


@pytest.mark.usefixtures("beside_the_examples")
def test_every_cell_runs_and_shows_what_it_says(cells):
    names: dict[str, Any] = {}
    show = {cell["id"]: shown(cell, names) for cell in cells}

    assert "<table>" in show["read"]._repr_html_()
    assert [modality for _, modality, _ in show["document"]] == ["fact"]
    assert "Basrah" in set(show["layers"]["place"])
    assert show["areas"]["radius_km"].max() > 0
    assert show["map"]._repr_html_().startswith("<iframe ")
    assert all(path.exists() for path in [Path("map.html"), *show["export"]])


def test_nothing_of_a_run_is_kept(cells):
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)
