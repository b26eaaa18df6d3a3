"""What happened, where, who, when and how many, scored on the development texts of ../shared, beside the targets.

The texts are other people's: they are read, and nothing of them is kept. An argument N reads every Nth text only.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from benchmarks.corpora import SHARED, scorer
from benchmarks.figure import Figure, table
from gazetteer.index import Gazetteer, bundled
from geo import incidents, language, mentions, resolve
from geo.language import Language
from geo.model import Document, Parse
from geo.pipeline import is_notable, read_one
from geo.records import report_to_json

EVENTS = SHARED / "corpora" / "events"
MUC_TARGETS = {"template": 68, "five_roles": 48, "date": 65, "loc": 62, "loc_below_country": 52, "killed": 46}
MUC_NAMES = {"template": "templates", "five_roles": "five roles", "date": "date", "loc": "location",
             "loc_below_country": "finest place", "killed": "number killed"}  # fmt: skip
SET_ASIDE = ("1.", "3.")  # CEHA's reasons "Not in Horn of Africa region", "A summary of different situations"
SEED_DAY = date(2007, 8, 9)


def rows(name: str, every: int) -> list[dict[str, Any]]:
    """Return every Nth row of a corpus."""
    with (EVENTS / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines][::every]


def read(row: dict[str, Any], gazetteer: Gazetteer, pipeline: Language) -> dict[str, Any]:
    """Return the report record of a text, as `dateline read` writes it."""
    record: dict[str, Any] = json.loads(report_to_json(read_one(document_of(row), gazetteer, pipeline)))
    return record


def document_of(row: dict[str, Any]) -> Document:
    """Return a corpus's text with its day, if it has one."""
    day = date.fromisoformat(row["published"]) if row.get("published") else None
    return Document(str(row["id"]), row["text"], title=row.get("title"), published=day)


def muc_figures(every: int, gazetteer: Gazetteer, pipeline: Language) -> Iterator[Figure]:
    """Score incidents and their slots on MUC-4's development texts, in percent of F1."""
    gold = rows("muc4", every)
    percent = scorer().score_muc(gold, [read(row, gazetteer, pipeline) for row in gold])["percent"]
    yield Figure("muc: templates, precision", percent["template"]["precision"], "%")
    yield Figure("muc: templates, recall", percent["template"]["recall"], "%")
    for slot, target in MUC_TARGETS.items():
        yield Figure(f"muc: {MUC_NAMES[slot]}, F1", percent[slot]["f1"], "%", target, at_least=True)


def relevance_figures(every: int, gazetteer: Gazetteer, pipeline: Language) -> Iterator[Figure]:
    """Score whether a text is said to report an incident where its annotators say so (CEHA).

    They also leave out what lies outside the Horn of Africa and texts of several situations, though such texts report
    attacks like any other: so the precision beside those is given, too.
    """
    counts: Counter[tuple[str, bool]] = Counter()
    for row in rows("ceha", every):
        found = read(row, gazetteer, pipeline)["incidents"]
        kind = "relevant" if row["relevant"] else "set aside" if str(row["why_not"]).startswith(SET_ASIDE) else "other"
        counts[kind, any(i["stage"] == "accomplished" for i in found)] += 1
    right, aside, other = (counts[kind, True] for kind in ("relevant", "set aside", "other"))
    yield Figure("ceha: relevance, precision", _share(right, right + aside + other), "", 0.85, at_least=True)
    yield Figure("ceha: relevance, recall", _share(right, right + counts["relevant", False]), "", 0.85, at_least=True)
    yield Figure("ceha: precision beside texts set aside for region or scope", _share(right, right + other), "")


def place_figures(every: int, gazetteer: Gazetteer, pipeline: Language) -> Iterator[Figure]:
    """Score the words that `incidents.places` links to a verb; "no place stated" counts as a word."""
    n: Counter[str] = Counter()
    for row in rows("event_location", every):
        parse = pipeline.parse(row["text"], lambda words: is_notable(words, gazetteer))
        spans = [(span[0], span[1]) for span in row["locations"]]
        asked, found = _tokens(parse, spans), _linked(parse, row, gazetteer)
        n.update(right=len(asked & found), found=len(found), asked=len(asked))
    yield Figure("event to place, precision", _share(n["right"], n["found"]), "", 0.85, at_least=True)
    yield Figure("event to place, recall", _share(n["right"], n["asked"]), "", 0.85, at_least=True)


def _linked(parse: Parse, row: dict[str, Any], gazetteer: Gazetteer) -> set[int]:
    verb = next(iter(parse.between(*row["verb"])), None)
    if verb is None:
        return _tokens(parse, [])
    document = Document(str(row["id"]), row["text"])
    toponyms = resolve.resolve(mentions.find(parse, gazetteer), document, gazetteer)
    return _tokens(parse, [(s.start, s.end) for s in incidents.places(parse, verb.index, toponyms)])


def _tokens(parse: Parse, spans: list[tuple[int, int]]) -> set[int]:
    """Return the tokens of spans; -1 alone stands for none."""
    inside = {t.index for a, b in spans for t in parse.between(a, b) if t.start < b and t.end > a}
    return inside or {-1}


def route_figures(every: int, gazetteer: Gazetteer, pipeline: Language) -> Iterator[Figure]:
    """Score origins and destinations of movements (RAMS, WikiEvents)."""
    gold = rows("routes", every)
    texts = {row["id"]: row for row in gold}
    scores = scorer().score_routes(gold, [read(row, gazetteer, pipeline) for row in texts.values()])
    yield Figure("routes: origin, F1", scores["origin"]["f1"], "", 0.55, at_least=True)
    yield Figure("routes: destination, F1", scores["destination"]["f1"], "", 0.55, at_least=True)
    yield Figure("routes: direction errors", _share(scores["direction_errors"], scores["with_a_named_end"]), "", 0.03)
    yield Figure("routes: drawn without gold, a document", scores["drawn_without_gold_per_document"], "", 0.15)


def seed_figures(gazetteer: Gazetteer, pipeline: Language) -> Iterator[Figure]:
    """Count the checks of the text that the project began with."""
    folder = SHARED / "seed"
    text = (folder / "seed.txt").read_bytes().decode("utf-8")
    report = read({"id": "seed", "text": text, "published": SEED_DAY.isoformat()}, gazetteer, pipeline)
    gold = json.loads((folder / "seed_gold.json").read_text(encoding="utf-8"))
    checks = [holds for _, holds, _ in scorer().seed_checks(report, gold)]
    yield Figure("seed: checks that hold", sum(checks), "", len(checks), at_least=True)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def figures(every: int) -> Iterator[Figure]:
    """Measure everything, reading every Nth text.

    Parameters
    ----------
    every
        1 for all texts.
    """
    gazetteer, pipeline = bundled(), language.load()
    yield from seed_figures(gazetteer, pipeline)
    yield from muc_figures(every, gazetteer, pipeline)
    yield from relevance_figures(1, gazetteer, pipeline)
    yield from place_figures(every, gazetteer, pipeline)
    yield from route_figures(1, gazetteer, pipeline)


if __name__ == "__main__":
    print(table(figures(int(sys.argv[1]) if len(sys.argv) > 1 else 1)))
