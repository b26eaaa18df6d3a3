"""A corpus read by one process, by two, and by a Dask cluster of two workers, beside bare spaCy: `make bench-corpus`.

The corpus has every format that dateline reads, and is built anew. Each reading is the command as a user types it; its
time is the wall's, from the start of the process to its end, loading and reading of files included, so nothing else
should run meanwhile. spaCy is the same model with its recogniser and parser only, called text by text in a process of
its own; its time is that of parsing alone, over every Nth text. The three folders must agree to the byte, and every
document that was built must be read or named as one that was not.
"""

import argparse
import filecmp
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from math import isfinite
from pathlib import Path

from benchmarks.articles import shared_texts
from benchmarks.corpus_builder import DOCUMENTS, SEED, build
from benchmarks.corpus_reading import Reading, cluster, parts, reading
from benchmarks.figure import Figure, table

EVERY = 5  # texts of which spaCy reads one
PRICE = 0.04  # US dollars for an hour of a core, about what clouds ask on demand


def readings(corpus: Path, folder: Path) -> dict[str, Reading]:
    """Read the corpus by one process, by two, and by a cluster of two workers."""
    done = {
        "one process": reading(corpus, folder / "one"),
        "two processes": reading(corpus, folder / "two", "--workers", "2"),
    }
    with cluster(2) as address:
        done["cluster of two"] = reading(corpus, folder / "cluster", "--scheduler", address)
    return done


def same(one: Path, other: Path) -> bool:
    """Tell whether two folders hold the same files with the same bytes."""
    names = [{str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()} for root in (one, other)]
    return names[0] == names[1] and filecmp.cmpfiles(one, other, names[0], shallow=False)[1:] == ([], [])


# ---------------------------------------------------------------- bare spaCy


def bare(run: Path, every: int = EVERY) -> dict[str, float]:
    """Return the tokens of a run's texts, and how many texts and tokens a second bare spaCy reads, in a new process."""
    code = f"import json, benchmarks.corpus as b; print(json.dumps(b.measured({str(run)!r}, {every})))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measured(run: str, every: int) -> dict[str, float]:
    """Measure what `bare` returns, in this process."""
    import spacy

    from benchmarks.peers import MODEL
    from benchmarks.speed import NEEDLESS

    texts = [json.loads(line)["text"] for file in parts(Path(run)) for line in file.read_bytes().splitlines()]
    pipeline, count = spacy.load(MODEL, exclude=NEEDLESS), spacy.blank("en")
    sample = texts[::every]
    pipeline(sample[0])
    begin = time.perf_counter()
    tokens = sum(len(pipeline(text)) for text in sample)
    seconds = time.perf_counter() - begin
    everything = sum(len(count(text)) for text in texts)
    return {"texts": len(sample) / seconds, "tokens": tokens / seconds, "all": everything}


# ---------------------------------------------------------------- figures


def corpus_figures(documents: int = DOCUMENTS, seed: int = SEED, price: float = PRICE) -> Iterator[Figure]:
    """Build a corpus, and measure the readings of it.

    Parameters
    ----------
    documents
        How many.
    seed
        Of the corpus.
    price
        US dollars for an hour of a core.
    """
    with tempfile.TemporaryDirectory() as place:
        corpus = Path(place, "corpus")
        built = build(corpus, shared_texts(), documents, seed)
        yield from (Figure(f"in {ending}", 100 * n / documents, "%") for ending, n in built["formats"].most_common())
        yield from (Figure(kind, 100 * n / documents, "%") for kind, n in built["kinds"].most_common())
        done = readings(corpus, Path(place))
        spacy = bare(done["one process"].folder)
        for name, it in done.items():
            yield from _of_one(name, it, documents, spacy["all"])
        yield from _compared(done, spacy)
        yield from _costs(done, price)


def _of_one(name: str, it: Reading, documents: int, tokens: float) -> Iterator[Figure]:
    yield Figure(f"{name}: wall", it.seconds, "s")
    yield Figure(f"{name}: work of the processors", it.work, "s")
    yield Figure(f"{name}: documents a second", it.read / it.seconds, "/s")
    yield Figure(f"{name}: tokens a second", tokens / it.seconds, "/s")
    yield Figure(f"{name}: documents neither read nor named", abs(documents - it.read - it.named), "", 0)
    yield Figure(f"{name}: main process, peak memory", it.peak, "MB")
    if isfinite(it.growth):  # too few documents have no tenths
        yield Figure(f"{name}: main process, change to the last tenth", abs(it.growth), "%", 10)
    yield Figure(f"{name}: of the wall, layers at the end", it.layers, "s")


def _compared(done: dict[str, Reading], spacy: dict[str, float]) -> Iterator[Figure]:
    one, two, many = done.values()
    yield Figure("bare spaCy: texts a second", spacy["texts"], "/s")
    yield Figure("bare spaCy: tokens a second", spacy["tokens"], "/s")
    yield Figure("one process / bare spaCy, tokens a second", spacy["all"] / one.seconds / spacy["tokens"], "x")
    yield Figure("two processes / one", one.seconds / two.seconds, "x", 1.7, at_least=True)
    yield Figure("two processes / one, by work, if no core ever waited", 2 * one.work / two.work, "x")
    yield Figure("cluster beyond two processes, wall", 100 * (many.seconds / two.seconds - 1), "%")
    yield Figure("cluster beyond two processes, work", 100 * (many.work / two.work - 1), "%")
    for name, it in list(done.items())[1:]:
        yield Figure(f"{name}: same bytes as one process", same(one.folder, it.folder), "", 1, at_least=True)


def _costs(done: dict[str, Reading], price: float) -> Iterator[Figure]:
    for (name, it), cores in zip(done.items(), (1, 2, 2), strict=True):
        hours = cores * it.seconds / it.read * 1e6 / 3600
        yield Figure(f"{name}: a million articles, core hours", hours, "h")
        yield Figure(f"{name}: the same at ${price:g} a core hour", hours * price, "$")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", type=int, default=DOCUMENTS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--price", type=float, default=PRICE, help="US dollars for an hour of a core")
    for figure in corpus_figures(**vars(parser.parse_args())):
        print(table([figure]), flush=True)
