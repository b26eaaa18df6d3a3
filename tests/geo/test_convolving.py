"""The quick layers that look at neighbours find what thinc's find."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import Maxout, Model, chain, clone, expand_window, residual

from geo.language.convolving import convolve

WIDTH = 8


class Pipeline:
    """What `convolve` asks of a pipeline."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.pipeline = [("tok2vec", self)]


def _layers(window: int, pieces: int = 3) -> Model[Any, Any]:
    seen = WIDTH * (2 * window + 1)
    one = chain(expand_window(window), Maxout(WIDTH, seen, pieces, dropout=0.0, normalize=True))
    model = clone(residual(one), 2)
    model.initialize(np.zeros((2, WIDTH), dtype="f"))
    chance = np.random.default_rng(5)
    for node in model.walk():
        for name in node.param_names:
            node.set_param(name, chance.normal(size=node.get_param(name).shape).astype("f"))
    return model


def _quick(model: Model[Any, Any]) -> Model[Any, Any]:
    copied = model.copy()
    convolve(Pipeline(copied))  # type: ignore[arg-type]
    return copied


def _names(model: Model[Any, Any]) -> set[str]:
    return {node.name for node in model.walk()}


@pytest.mark.parametrize("pieces", [2, 3])
@settings(max_examples=20)
@given(rows=st.integers(0, 40), seed=st.integers(0, 2**20))
def test_vectors_are_those_of_thinc(pieces: int, rows: int, seed: int) -> None:
    model = _layers(1, pieces)
    quick = _quick(model)
    assert "quick_window" in _names(quick)
    vectors = np.random.default_rng(seed).normal(size=(rows, WIDTH)).astype("f")
    np.testing.assert_allclose(quick.predict(vectors), model.predict(vectors), rtol=1e-4, atol=1e-5)


def test_the_pipeline_has_such_layers(language: Any) -> None:
    for name in ("tok2vec", "ner"):
        assert "quick_window" in _names(language.pipeline.get_pipe(name).model)


def test_a_layer_that_looks_further_is_left_as_it_is() -> None:
    assert "quick_window" not in _names(_quick(_layers(2)))


def test_training_goes_through_the_layer_itself() -> None:
    quick = _quick(_layers(1))
    found, back = quick.begin_update(np.ones((3, WIDTH), dtype="f"))
    assert back(found).shape == found.shape
