"""The pipeline's matrix products by numpy's library, on one processor.

spaCy multiplies with BLIS, whose plain kernels serve many processors; the OpenBLAS or Accelerate that numpy brings has
one written for each. On an AMD EPYC with AVX-512 it multiplies 2.8 times as fast, which makes the recogniser a quarter
faster; what the pipeline finds is the same. Several threads would wait for one another more than they multiply.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

from geo.language.replacing import models

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline


def use_numpy(pipeline: "Pipeline") -> None:
    """Let the models of a pipeline that run on the processor multiply with numpy.

    Parameters
    ----------
    pipeline
        A loaded pipeline; it is changed.
    """
    import numpy as np
    from thinc.api import NumpyOps

    class ByNumpy(NumpyOps):  # type: ignore[misc]
        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: FBT001, FBT002  # as thinc calls it
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    ops = ByNumpy()
    for model in models(pipeline):
        for layer in model.walk():
            if type(layer.ops) is NumpyOps:
                layer.ops = ops


def one_thread() -> Callable[[], AbstractContextManager[Any]]:
    """Return what makes contexts in which numpy keeps its products to one thread; where it does so anyway, none."""
    import numpy as np  # noqa: F401  # its library must be there to be found
    from threadpoolctl import ThreadpoolController

    controller = ThreadpoolController()
    if all(library["num_threads"] == 1 for library in controller.info() if library["user_api"] == "blas"):
        return nullcontext
    return partial(controller.limit, limits=1, user_api="blas")
