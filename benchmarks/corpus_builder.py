"""A corpus in every format that dateline reads: ``python -m benchmarks.corpus_builder FOLDER [DOCUMENTS] [SEED]``.

What is built from the texts of ../shared is other people's: the folder must lie outside the project. The same number
and seed give the same bytes. ``FOLDER.json`` says how many documents there are of each format and kind.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.articles import Article, articles, shared_texts
from benchmarks.corpus_formats import FORMATS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS, SEED = 20_000, 20070809
FOLDERS = 40  # files of one of them: an archive by day
Pending = dict[str, list[Article]]


def build(folder: Path, texts: Sequence[str], documents: int = DOCUMENTS, seed: int = SEED) -> dict[str, Counter[str]]:
    """Write a corpus, and return how many documents there are of each format and of each kind.

    Parameters
    ----------
    folder
        Made; must not lie in the project.
    texts
        English ones, of which articles are made.
    documents
        How many, those included that are broken or in another language.
    seed
        Another one gives another corpus.

    Raises
    ------
    ValueError
        The folder lies in the project, or holds something.
    """
    if folder.resolve().is_relative_to(ROOT):
        raise ValueError(f"{folder}: lies in the project, where no text of others may be; name another folder")
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"{folder}: holds something already; name another folder")
    counts: dict[str, Counter[str]] = {"formats": Counter(), "kinds": Counter()}
    for number, (ending, held) in enumerate(_files(articles(texts, documents, seed), seed)):
        counts["formats"][ending] += len(held)
        counts["kinds"].update(article.kind for article in held)
        file = folder / f"{number // FOLDERS // 12:02}" / f"{number // FOLDERS % 12 + 1:02}" / f"n{number:05}{ending}"
        file.parent.mkdir(parents=True, exist_ok=True)
        data = FORMATS[ending].write(held, f"n{number:05}")
        file.write_bytes(_spoilt(data, number) if held[0].kind == "broken" else data)
    Path(f"{folder}.json").write_text(json.dumps({"seed": seed, **counts}, indent=1), "utf-8")
    return counts


def _files(made: Iterator[Article], seed: int) -> Iterator[tuple[str, list[Article]]]:
    """Yield the ending and the articles of each file; what is broken has a file of its own."""
    chance, endings = random.Random(seed), list(FORMATS)  # noqa: S311 - no secret
    shares = [format_.share for format_ in FORMATS.values()]
    pending: Pending = {}
    for article in made:
        (ending,) = chance.choices(endings, shares)
        if ending == ".pdf" and article.kind == "foreign":
            ending = ".txt"  # the PDFs have Latin letters only
        if article.kind == "broken":
            yield ending, [article]
            continue
        held = pending.setdefault(ending, [])
        held.append(article)
        if len(held) == FORMATS[ending].articles:
            yield ending, pending.pop(ending)
    yield from pending.items()


def _spoilt(data: bytes, number: int) -> bytes:
    """Return what is left of a file that was cut off at once, lost its text, or was written over."""
    return (data[:11], b"", bytes(200) + data[:50])[number % 3]


def main(folder: str, documents: str = str(DOCUMENTS), seed: str = str(SEED)) -> None:
    """Build a corpus, and print the share of each format and kind."""
    for counts in build(Path(folder), shared_texts(), int(documents), int(seed)).values():
        total = counts.total()
        print("  ".join(f"{name} {count:,} ({count / total:.1%})" for name, count in counts.most_common()))


if __name__ == "__main__":
    main(*sys.argv[1:])
