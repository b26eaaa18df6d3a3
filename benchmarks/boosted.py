"""Signs of things -> boosted trees that say which of them are sought, and the rows of the file that keeps those."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix

from geo.trees import COLUMNS

Signs = frozenset[str]
REPEATABLE: dict[str, Any] = {
    "objective": "binary", "bagging_freq": 1, "seed": 1, "deterministic": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model, and the column of each sign that it knows."""

    model: Any
    known: Mapping[str, int]

    def likelihoods(self, borne: Sequence[Signs]) -> list[float]:
        """Return how likely each of some things is sought, 0..1.

        Parameters
        ----------
        borne
            The signs of each thing.
        """
        return [float(each) for each in self.model.predict(_table(borne, self.known))]

    def rows(self, turn: int) -> Iterator[str]:
        """Yield the trees as rows of a file that `geo.trees` reads.

        Parameters
        ----------
        turn
            The number of the round.
        """
        signs = list(self.known)
        for number, tree in enumerate(self.model.dump_model()["tree_info"]):
            waiting = [tree["tree_structure"]]
            while waiting:
                node = waiting.pop(0)
                if "split_index" not in node:
                    continue
                branches = (node["right_child"], node["left_child"])  # above one half: the sign is borne
                waiting += branches
                sign = signs[node["split_feature"]]
                quoted = f'"{sign.replace(chr(34), chr(34) * 2)}"' if {",", '"'} & set(sign) else sign
                yield f"{turn},{number},{node['split_index']},{quoted},{_end(branches[0])},{_end(branches[1])}"


def fitted(
    borne: Sequence[Signs],
    right: Sequence[bool],
    counts: Sequence[float],
    *,
    settings: Mapping[str, Any],
    trees: int,
    least: int,
) -> Fitted:
    """Return trees that tell what is sought by its signs.

    Parameters
    ----------
    borne
        The signs of each thing.
    right
        Whether each is what is sought.
    counts
        How much each thing counts.
    settings
        LightGBM's, beside those that make a fit repeatable.
    trees
        How many.
    least
        A sign that fewer things bear is left out.
    """
    seen = Counter(sign for each in borne for sign in each)
    known = {sign: n for n, sign in enumerate(sorted(sign for sign, times in seen.items() if times >= least))}
    data = lightgbm.Dataset(
        _table(borne, known), np.array(right, dtype=float), weight=np.array(counts), free_raw_data=False
    )
    return Fitted(lightgbm.train(REPEATABLE | dict(settings), data, trees), known)


def write(file: Path, head: str, rounds: Sequence[Fitted]) -> None:
    """Write a file of trees that `geo.trees` reads, and say so.

    Parameters
    ----------
    file
        Where it goes.
    head
        Lines of notes, each beginning with ``#``: what the columns are.
    rounds
        The trees of each round.
    """
    rows = (row for turn, each in enumerate(rounds, 1) for row in each.rows(turn))
    file.write_text(head + "\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    print(f"written: {file}")


def _table(borne: Sequence[Signs], known: Mapping[str, int]) -> Any:
    each = [[known[sign] for sign in sorted(signs) if sign in known] for signs in borne]
    starts = np.cumsum([0, *map(len, each)])
    columns = np.array([column for row in each for column in row])
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(each), len(known)))


def _end(node: Mapping[str, Any]) -> str:
    return str(node["split_index"]) if "split_index" in node else f"{node['leaf_value']:+.3f}"
