"""Places that nothing is called exactly: a name transliterated otherwise, or misspelt. Only asked when nothing fits."""

from collections.abc import Iterator

from gazetteer.layer import Layer
from gazetteer.names import key
from gazetteer.pack import RANK_STEP
from gazetteer.skeleton import MARK, skeleton

LEAST_LIKENESS = 60  # per cent, by rapidfuzz.fuzz.ratio of the keys: a skeleton alone is no evidence
LEAST_LETTERS = 6  # of a name that may be misspelt
TWO_MISTAKES = 9  # letters of a name that may have two mistakes
SAME_START = 2  # letters that a misspelt name has right, since few mistakes are there and the search begins with them
MISPLACED = 1.0  # taken off the prominence for a mistake, in powers of ten


def respelt(layer: Layer, spelling: str) -> Iterator[tuple[float, int, int]]:
    """Yield (likeness in per cent, rank, row) of the places that a name may be another transliteration of."""
    from rapidfuzz import fuzz

    bones, own = skeleton(spelling), key(spelling)
    for rank, row in layer.found(MARK + bones) if bones else ():
        likeness = fuzz.ratio(own, key(layer.place(row).name))
        if likeness >= LEAST_LIKENESS:
            yield likeness, rank, row


def misspelt(layer: Layer, spelling: str) -> Iterator[tuple[float, int, int]]:
    """Yield (likeness in per cent, rank, row) of the places whose name differs by one letter, or two of a long name."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    own = key(spelling)
    if len(own) < LEAST_LETTERS or not own.isalpha():
        return
    most = 2 if len(own) >= TWO_MISTAKES else 1
    near = [pair for pair in layer.keys.starting(own[:SAME_START]) if abs(len(pair[0]) - len(own)) <= most]
    likely = process.extract(own, [name for name, _ in near], scorer=OSA.distance, score_cutoff=most, limit=None)
    for name, mistakes, at in likely:
        likeness = 100 * (1 - mistakes / max(len(own), len(name)))
        for rank, row in layer.meant(near[at][1]):
            yield likeness, max(0, round(rank - mistakes * MISPLACED * RANK_STEP)), row
