"""Articles for a corpus: passages of the texts in ../shared and invented reports, altered in many ways.

The same seed gives the same articles. They are written to a folder that the caller names, and never into the project.
"""

import csv
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from benchmarks.corpora import SHARED

TEXTS = ("events/muc4", "events/ceha", "events/re3d", "events/wikievents", "toponyms/lgl", "toponyms/geowebnews",
         "toponyms/geovirus", "toponyms/wotr")  # fmt: skip
SENTENCES = Path(__file__).with_name("report_sentences.csv")
SHORTEST, LONGEST = 60, 250  # words of an article
# How many of a thousand articles are of which kind.
SHARES = {"passage": 250, "shortened": 150, "in capitals": 70, "dated anew": 120, "joined": 60, "invented": 260,
          "wire copy": 60, "foreign": 20, "broken": 10}  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = {
    "town": ("Amarah", "Gao", "Mosul", "Kharkiv", "Idlib", "Goma", "Kunduz", "Maiduguri", "Cali", "Marawi"),
    "other": ("Basra", "Kidal", "Erbil", "Kherson", "Aleppo", "Bukavu", "Herat", "Yola", "Pasto", "Davao"),
    "group": ("the Example Brigades", "the Invented Front", "the Made-up Army", "Saraya al-Mithal"),
    "force": ("the army", "government forces", "the police", "the coalition"),
    "number": ("eight", "11", "a dozen", "at least 14", "23", "40"),
    "few": ("two", "three", "4", "five", "6"),
    "day": DAYS,
}
OUTLETS = ("Example Post", "Invented Wire", "Example Radio", "The Daily Sample")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”]?\s+")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it is to be published, and of which of `SHARES` it is."""

    text: str
    title: str
    source: str
    published: date
    kind: str


def shared_texts() -> list[str]:
    """Return the texts of the development corpora; they are not part of the project.

    Raises
    ------
    FileNotFoundError
        The corpora are not here.
    """
    files = [SHARED / "corpora" / f"{name}.jsonl" for name in TEXTS]
    return [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]


def articles(texts: Sequence[str], count: int, seed: int) -> Iterator[Article]:
    """Yield so many articles.

    Parameters
    ----------
    texts
        English ones, passages of which are taken.
    count
        How many articles.
    seed
        Another one gives others.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    passages = [passage for text in texts for passage in _passages(text, chance)]
    before: list[Article] = []
    for _ in range(count):
        (kind,) = chance.choices(list(SHARES), SHARES.values())
        article = (
            _copied(chance.choice(before), chance) if kind == "wire copy" and before else _made(kind, passages, chance)
        )
        if article.kind not in {"foreign", "broken", "wire copy"}:
            before = [*before[-500:], article]  # a copy follows its original by hours
        yield article


def _passages(text: str, chance: random.Random) -> Iterator[str]:
    """Yield runs of whole sentences; a rest that is too short is left out."""
    held: list[str] = []
    most = _length(chance)
    for sentence in _SENTENCE_END.split(text):
        held.append(sentence)
        words = sum(len(one.split()) for one in held)
        if words >= most:
            if words <= LONGEST:
                yield " ".join(held)
            held, most = [], _length(chance)


def _length(chance: random.Random) -> int:
    return int(chance.triangular(SHORTEST, LONGEST - 70, SHORTEST))


def _made(kind: str, passages: Sequence[str], chance: random.Random) -> Article:
    """Return an article of a kind; what is broken is spoilt where its file is written."""
    published = date(2003, 1, 1) + timedelta(days=chance.randrange(7_000))
    text = _text(kind, passages, chance)
    title = " ".join(text.split()[:7]).strip(".,:;-—()") or "Report"
    return Article(text, title, chance.choice(OUTLETS), published, kind)


def _text(kind: str, passages: Sequence[str], chance: random.Random) -> str:
    if kind in {"invented", "foreign"} or not passages:
        return _invented(chance, foreign=kind == "foreign")
    text = chance.choice(passages)
    if kind == "shortened":
        return " ".join(_SENTENCE_END.split(text)[: chance.randint(2, 4)])
    if kind == "in capitals":
        return text.upper()
    if kind == "dated anew":
        return _dated_anew(text, chance)
    if kind == "joined":
        return f"{_text('shortened', passages, chance)}\n\n{_text('invented', passages, chance)}"
    return text


def _dated_anew(text: str, chance: random.Random) -> str:
    """Return a text with its years moved by some, and its weekdays by others."""
    years, days = chance.randint(-9, 9), chance.randint(1, 6)
    weekday = re.compile("|".join(DAYS))
    moved = _YEAR.sub(lambda found: str(int(found[0]) + years), text)
    return weekday.sub(lambda found: DAYS[(DAYS.index(found[0]) + days) % len(DAYS)], moved)


def _invented(chance: random.Random, *, foreign: bool) -> str:
    rows = [row for row in _sentences() if (row["language"] == "en") != foreign]
    if foreign:
        said = [chance.choice(rows)["sentence"]] * 2  # longer than what the classifier is sure of
    else:
        at = {place: [row["sentence"] for row in rows if row["place"] == place] for place in ("head", "body", "end")}
        said = [chance.choice(at["head"]), *chance.sample(at["body"], chance.randint(3, 7)), chance.choice(at["end"])]
    words = {name: chance.choice(choice) for name, choice in WORDS.items()}
    return " ".join(sentence.format(**words) for sentence in said)


@cache
def _sentences() -> tuple[dict[str, str], ...]:
    lines = SENTENCES.read_text("utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))


def _copied(article: Article, chance: random.Random) -> Article:
    """Return an article as another outlet prints it: its own first words, and the last sentence cut."""
    kept = _SENTENCE_END.split(article.text)
    text = " ".join(kept[:-1] if len(kept) > 3 else kept)
    source = chance.choice([outlet for outlet in OUTLETS if outlet != article.source])
    return replace(article, text=f"({source}) - {text}", source=source, kind="wire copy")
