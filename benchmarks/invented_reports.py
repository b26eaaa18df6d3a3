"""Invented reports and short items, read and held against what a careful reader would record of them.

`benchmarks/invented_texts/README.md` says who wrote them and why one half stays sealed. An argument `sealed` reads that
half, of which no more than the totals is ever shown; `open` (the default) prints first what does not hold, report by
report.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from gazetteer.index import bundled
from geo import language
from geo.model import Document, Incident, Report, Route
from geo.pipeline import read_one
from tests.suite.holding import conditions, show
from tests.suite.notation import Case, Expected, load

FOLDER = Path(__file__).parent / "invented_texts"
HALVES = ("open", "sealed")
# What ties an item to what was expected: one of these must hold, and another condition of whatever kind.
TIES = frozenset({"where", "killed", "injured", "captured", "by", "on", "from", "to"})
UNSAID = frozenset({"stage", "modality"})  # hold by themselves where nothing is said of them
LEAST = 2
Item = Incident | Route


@dataclass(frozen=True, slots=True)
class Comparison:
    """One text's incidents or routes beside those expected.

    Parameters
    ----------
    found
        Each expectation that an item answers, with the item and which conditions hold of it.
    lost
        Expectations that nothing answers.
    spurious
        Items that answer none.
    """

    found: tuple[tuple[Expected, Item, Mapping[str, bool]], ...]
    lost: tuple[Expected, ...]
    spurious: tuple[Item, ...]


def cases(half: str) -> Iterator[Case]:
    """Yield the reports of one half in the order of their names, its short items after them.

    Parameters
    ----------
    half
        One of `HALVES`.
    """
    for file in sorted((FOLDER / half).glob("*.txt")):
        yield from load(file, whole=True)
    for file in sorted((FOLDER / f"{half}_items").glob("*.txt")):
        yield from load(file)


def compare(case: Case, report: Report, *, routes: bool) -> Comparison:
    """Pair what was read with what was expected, so that as many conditions hold as can.

    Parameters
    ----------
    case
        A text with all that it tells of.
    report
        What was read from it.
    routes
        True to compare its routes, False its incidents (phases of an incident are left aside).
    """
    told: list[Item] = [*report.routes] if routes else [i for i in report.incidents if i.part_of is None]
    asked = [expected for expected in case.expected if expected.route == routes]
    held = [[conditions(expected, item, report) for item in told] for expected in asked]
    worth = np.array([[likeness(each) for each in row] for row in held]).reshape(len(asked), len(told))
    pairs = [(i, j) for i, j in zip(*linear_sum_assignment(-worth), strict=True) if worth[i, j] > 0]
    answered, used = {i for i, _ in pairs}, {j for _, j in pairs}
    return Comparison(
        tuple((asked[i], told[j], held[i][j]) for i, j in pairs),
        tuple(expected for i, expected in enumerate(asked) if i not in answered),
        tuple(item for j, item in enumerate(told) if j not in used),
    )


def likeness(held: Mapping[str, bool]) -> float:
    """Return how well an item answers an expectation; 0 where too little ties them.

    Parameters
    ----------
    held
        Which of the expectation's conditions hold of the item.
    """
    ties = sum(held[key] for key in TIES & held.keys())
    holds = sum(value for key, value in held.items() if key not in UNSAID)
    return holds + ties / 10 if ties and holds >= LEAST else 0.0


def tally(compared: Sequence[Comparison]) -> str:
    """Return how many were asked for, found, found without fault and read too many, and each condition's share.

    Parameters
    ----------
    compared
        Of all texts, either their incidents or their routes.
    """
    found = [each for one in compared for each in one.found]
    lost, spurious = sum(len(one.lost) for one in compared), sum(len(one.spurious) for one in compared)
    faultless = sum(all(held.values()) for *_, held in found)
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for expected, _, held in found:
        for key in {"kind", *(key for key, _ in expected.checks)}:
            asked[key] += 1
            right[key] += held[key]
    head = f"{len(found)} of {len(found) + lost} found, {faultless} without fault, {spurious} too many"
    return head + "".join(f"; {key} {right[key]} of {asked[key]}" for key in sorted(asked))


def faults(case: Case, report: Report, compared: Comparison) -> Iterator[str]:
    """Yield a line for each thing that does not hold.

    Parameters
    ----------
    case, report, compared
        A text, what was read from it, and the two beside each other.
    """
    name = case.file.name
    for expected, item, held in compared.found:
        if wrong := [key for key, holds in held.items() if not holds]:
            yield f"{name}: {', '.join(wrong)}: asked {expected.line}; read {show(item, report)}"
    for expected in compared.lost:
        yield f"{name}: lost {expected.line}"
    for item in compared.spurious:
        yield f"{name}: too many {show(item, report)}"


def main(half: str) -> None:
    """Read one half and print its totals, of whole reports and of short items, the faults of the open half before."""
    gazetteer, pipeline = bundled(), language.load()
    compared: dict[tuple[str, str], list[Comparison]] = {}
    for case in cases(half):
        report = read_one(Document(case.file.stem, case.text, published=case.published), gazetteer, pipeline)
        for what, of_routes in (("incidents", False), ("routes", True)):
            found = compare(case, report, routes=of_routes)
            compared.setdefault((case.file.parent.name, what), []).append(found)
            if half != "sealed":
                for line in faults(case, report, found):
                    print(line)
    for (folder, what), each in compared.items():
        print(f"{folder.replace('_', ' ')}, {what}: {tally(each)}")


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", choices=HALVES, default=HALVES[0])
    main(parser.parse_args().half)
