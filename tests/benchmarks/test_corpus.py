"""The corpus that the benchmarks read: the same every time, in every format, and read as it was written."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benchmarks import corpus_builder
from benchmarks.articles import SHARES, SHORTEST, Article, articles
from benchmarks.corpus import same
from benchmarks.corpus_formats import FORMATS
from geo.documents import Problem, read_documents
from geo.documents.formats import ENDINGS
from geo.model import Document

SENTENCE = "Invented: on Monday in 1999 an army convoy was stopped near Exampleville and two drivers were taken away."
TEXTS = [" ".join([SENTENCE] * 40), f"{SENTENCE} «Quoted words», said one of them — in 2004."]
TITLED = {"md", "html", "pdf", "docx", "eml", "rss", "atom", "xml", "jsonl", "csv", "parquet", "warc.gz"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Counter[str]]]:
    """Build a corpus of a few hundred documents."""
    folder = tmp_path_factory.mktemp("corpora") / "one"
    return folder, corpus_builder.build(folder, TEXTS, 250)


def test_the_same_seed_builds_the_same_bytes_and_another_does_not(built, tmp_path):
    corpus_builder.build(tmp_path / "two", TEXTS, 250)

    assert same(built[0], tmp_path / "two")
    assert list(articles(TEXTS, 5, seed=1)) != list(articles(TEXTS, 5, seed=2))


def test_every_document_is_read_or_named_as_one_that_is_not(built):
    folder, counts = built
    items = list(read_documents([folder]))
    problems = [item for item in items if isinstance(item, Problem)]

    assert len(items) == sum(counts["formats"].values()) == sum(counts["kinds"].values()) == 250
    assert len(problems) == counts["kinds"]["broken"] + counts["kinds"]["foreign"]
    assert counts["kinds"].keys() == SHARES.keys()


def test_every_ending_that_is_read_has_its_share():
    covered = {f".{part}" for name in FORMATS for part in name.split(".")}

    assert covered >= set(ENDINGS)
    assert sum(one.share for one in FORMATS.values()) == sum(SHARES.values()) == 1000


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_written_is_read(ending, tmp_path):
    given = [
        Article(f"{SENTENCE} Number {number}.\n\n{SENTENCE} {SENTENCE}", f"Convoy {number}", "Example Post",
                date(2011, 3, 4), "passage")
        for number in range(min(3, FORMATS[ending].articles))
    ]  # fmt: skip
    (tmp_path / f"n1{ending}").write_bytes(FORMATS[ending].write(given, "n1"))
    items = list(read_documents([tmp_path]))

    assert len(items) == len(given) == len({item.id for item in items})
    for item, article in zip(items, given, strict=True):
        assert isinstance(item, Document)
        assert " ".join(article.text.split()) in " ".join(item.text.split())
        if ending[1:] in TITLED:
            assert item.title == article.title
        if ending[1:] in TITLED - {"md", "pdf", "docx"}:
            assert (item.source, item.published) == (article.source, article.published)


def test_articles_are_of_all_kinds_and_neither_short_nor_long():
    made = list(articles(TEXTS, 1000, seed=1))
    words = [len(one.text.split()) for one in made if one.kind == "passage"]

    assert {one.kind for one in made} == set(SHARES)
    assert min(words) >= SHORTEST


def test_no_corpus_is_built_in_the_project_or_over_something(root, tmp_path):
    with pytest.raises(ValueError, match="lies in the project"):
        corpus_builder.build(root / "corpus", TEXTS, 1)
    (tmp_path / "x").touch()
    with pytest.raises(ValueError, match="holds something already"):
        corpus_builder.build(tmp_path, TEXTS, 1)
