"""Layers of a pipeline's models that are replaced by quicker ones of the same answers."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from thinc.api import Model

    Layer = Model[Any, Any]


def replace_layers(pipeline: "Pipeline", is_slow: "Callable[[Layer], bool]", quick: "Callable[[Layer], Layer]") -> None:
    """Replace layers of the models of a pipeline.

    Parameters
    ----------
    pipeline
        A loaded pipeline; it is changed.
    is_slow
        Tells whether a layer is to be replaced.
    quick
        Makes what is to stand in its place.
    """
    for model in models(pipeline):
        for layer in list(model.walk()):
            if is_slow(layer):
                model.replace_node(layer, quick(layer))


def models(pipeline: "Pipeline") -> "Iterator[Layer]":
    """Yield the models of a pipeline's components, as far as they have one.

    Parameters
    ----------
    pipeline
        A loaded pipeline.
    """
    from thinc.api import Model

    for _, component in pipeline.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            yield model
