"""Fitted trees are read from their files, and what leads nowhere is refused."""

from pathlib import Path
from typing import Any

import pytest

from geo import trees
from geo.errors import LexiconError
from geo.incidents.where import linking
from geo.merge import worth


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Return a function that writes trees and returns their file."""

    def written(rows: str) -> Path:
        file = tmp_path / "invented.csv"
        file.write_text(f"# invented\n{','.join(trees.COLUMNS)}\n{rows}", encoding="utf-8")
        return file

    return written


def test_answers_of_a_rounds_trees_add_up(write: Any) -> None:
    file = write("1,0,0,near,1,-1.0\n1,0,1,listed,+3.0,+1.0\n1,1,0,listed,-1.0,+1.0\n2,0,0,near,+9.0,-9.0\n")
    bare, both = trees.likelihoods(file, "1", [frozenset(), frozenset({"near", "listed"})])
    assert bare == pytest.approx(0.5)  # -1 and +1
    assert both == pytest.approx(0.8808, abs=1e-4)  # 3 - 1
    assert trees.likelihoods(file, "2", [frozenset({"near"})])[0] > 0.99


@pytest.mark.parametrize("rows", ["1,0,0,near,4,-1.0\n", "1,0,0,near,0,-1.0\n", "1,0,0,near,+1.0\n"])
def test_trees_that_lead_nowhere_are_refused(rows: str, write: Any) -> None:
    with pytest.raises(LexiconError, match=r"invented\.csv"):
        trees.likelihoods(write(rows), "1", [frozenset()])


@pytest.mark.parametrize(("file", "turn"), [(linking.FILE, "1"), (linking.FILE, "2"), (worth.FILE, "1")])
def test_every_tree_of_the_shipped_files_can_be_walked(file: Any, turn: str) -> None:
    assert all(0 < likely < 1 for likely in trees.likelihoods(file, turn, [frozenset(), frozenset({"capitals"})]))
