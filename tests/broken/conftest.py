"""A broken input is read between two whole ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fuzz.seeds import WORDS
from geo.documents import Limits, Problem, read_documents


@pytest.fixture
def refuse(tmp_path: Path) -> Callable[..., list[Any]]:
    """Return a function that reads something broken and checks what is said of it."""

    def refuse(broken: Any, says: str, **limits: Any) -> list[Any]:
        """Check that the broken input is named on a line that says `says`, and that what lies beside it is read."""
        first, last = tmp_path / "first.txt", tmp_path / "last.txt"
        first.write_text(WORDS)
        last.write_text(f"{WORDS} And more.")
        items = list(read_documents([first, broken, last], limits=Limits(**limits)))
        lines = [str(item) for item in items if isinstance(item, Problem)]

        assert [item.id for item in items if not isinstance(item, Problem) and item.id in {"first", "last"}] == [
            "first", "last",
        ]  # fmt: skip
        assert any(says in line for line in lines), lines or "nothing was said"
        for line in lines:
            assert str(broken) in line, "the line does not name it"
            assert "; " in line, "the line has no remedy"
            assert line.isprintable(), "it is more than a line"
        return items

    return refuse


@pytest.fixture
def refuse_file(refuse: Any, tmp_path: Path) -> Callable[..., list[Any]]:
    """Return a function that does the same for the bytes of a file."""

    def of(name: str, content: bytes | str, says: str, **limits: Any) -> list[Any]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return refuse(path, says, **limits)

    return of
