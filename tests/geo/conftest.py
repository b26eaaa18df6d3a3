"""Readings of invented sentences by the real stages."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from geo.model import Document, Report

Read = Callable[..., Report]


@pytest.fixture(scope="session")
def read_text(gazetteer: Any, language: Any) -> Read:
    """Return a function that reads a text, published on a day or on none, as the command would."""
    from geo.pipeline import read_one

    def read(text: str, published: date | None = None, source: str | None = None) -> Report:
        return read_one(Document("invented", text, source=source, published=published), gazetteer, language)

    return read
