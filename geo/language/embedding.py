"""The pipeline's vectors of words by themselves, each reckoned once.

Before a model looks at a word's neighbours it makes a vector of the word's own features (its form, prefix, suffix,
shape): a third of its products, and the same wherever the word stands. So the vectors are kept. A product of very few
rows may be rounded otherwise than one of many; words are never reckoned by so few, and so what the pipeline finds in a
text does not depend on what it read before.
"""

from typing import TYPE_CHECKING, Any

from geo.language.replacing import replace_layers

if TYPE_CHECKING:
    from numpy import ndarray
    from spacy.language import Language as Pipeline
    from thinc.api import Model

LAYERS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]  # of spaCy's MultiHashEmbed
MOST = 10_000  # words to remember: some 7 MB a model, what a thousand reports fill
LEAST = 16  # rows of a product; OpenBLAS has kernels of their own for up to 4


def remember(pipeline: "Pipeline") -> None:
    """Let the models of a pipeline remember the vectors of words.

    Parameters
    ----------
    pipeline
        A loaded pipeline; it is changed.
    """
    replace_layers(pipeline, _embeds, _remembering)


def _embeds(part: "Model[Any, Any]") -> bool:
    return [layer.name.partition("(")[0] for layer in part.layers] == LAYERS


def _remembering(part: "Model[Any, Any]") -> "Model[Any, Any]":
    from thinc.api import Model

    known: dict[bytes, bytes] = {}

    def forward(model: "Model[Any, Any]", docs: Any, is_train: bool) -> Any:  # noqa: FBT001  # as thinc calls it
        (whole,) = model.layers
        if is_train:
            return whole(docs, is_train)
        return [_vectors(whole, features, known) for features in whole.layers[0].predict(docs)], None

    return Model("remembered_words", forward, layers=[part], dims={"nO": part.get_dim("nO")})


def _vectors(part: "Model[Any, Any]", features: "ndarray", known: dict[bytes, bytes]) -> "ndarray":
    """Return the vectors of a text's words, a row each, from their features, also a row each."""
    import numpy as np

    data, width = features.tobytes(), features.shape[1] * features.itemsize
    keys = [data[at : at + width] for at in range(0, len(data), width)]
    if len(known) > MOST:
        known.clear()
    rows: list[Any] = [*map(known.get, keys)]
    if None in rows:
        new = {key: number for number, key in enumerate(keys) if key not in known}
        _, _, embed, mix, _ = part.layers
        numbers = [*new.values()]
        numbers += numbers[:1] * (LEAST - len(numbers))
        found = mix.predict(embed.predict(features[numbers]))
        known.update((key, row.tobytes()) for key, row in zip(new, found, strict=False))
        rows = [*map(known.__getitem__, keys)]
    return np.frombuffer(b"".join(rows), dtype="f").reshape(len(keys), part.get_dim("nO"))
