"""Rows -> the details of an incident or a route that the page reads only when a reader asks for them."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from re import finditer
from typing import Any

import numpy as np

from output.page.packing import by_column, deflated, packed_json
from output.page.wordcode import Words, planes
from output.rows.columns import Row

BLOCK = 1000  # incidents or routes in a block: small enough to inflate in some ten milliseconds
MOST_WITH_CONTEXT = 20_000  # incidents and routes; a larger map keeps to the sentences, to keep to its size
CONTEXT = 160  # characters of the report before and after a claim
PARTS = ("perpetrators", "victims", "targets", "captors", "captives", "weapons")
SAID = ("categories", "via", "operator", "purpose", "habitual")
ENDS = ("origin", "destination")
WHENCE = ("inherited_from", "reasons", "trigger")

Texts = Mapping[str, str]


def incident_detail(row: Row, texts: Texts) -> Row:
    """Return what the list and the map can do without: who took part, why this place, each claim."""
    claims = _claims(row, texts)
    return {
        **{name: row[name] for name in (*PARTS, *WHENCE)},
        **_told(row, claims),
        "surface": row["surface"] or row["named"] or row["place"],
        "confidence": None if row["confidence"] is None else round(float(row["confidence"]), 3),
        "alternatives": json.loads(row["alternatives_json"] or "[]") or None,
        **_corrected(row),
        "claims": claims,
    }


def route_detail(row: Row, texts: Texts) -> Row:
    """Return the same of a route."""
    claims = _claims(row, texts)
    doubtful = {f"{end}_named": row[end] for end in ENDS if row[end] and row[f"{end}_lat"] is None}
    sure = {f"{end}_sure": _per_cent(row[f"{end}_confidence"]) for end in ENDS}
    return {
        **{name: row[name] for name in SAID},
        **doubtful,
        **sure,
        **_told(row, claims),
        **_corrected(row),
        "claims": claims,
    }


class Details:
    """Blocks of details by name, with the words of them all in one list.

    A block is deflated but for its texts as soon as it comes; of these the numbers of their words are kept.
    """

    def __init__(self) -> None:
        self._blocks: dict[str, tuple[str, array[int]]] = {}
        self._words = Words()

    def add(self, name: str, details: Sequence[Row]) -> None:
        """Add a block of details: as columns, and all their claims after one another as columns of their own."""
        rows = by_column([{**detail, "claims": len(detail["claims"])} for detail in details])
        claims = by_column([claim for detail in details for claim in detail["claims"]])
        head: Row = {"rows": len(details), "texts": [], "plain": {"rows": {}, "claims": {}}}
        texts: list[str | None] = []
        for part, columns in (("rows", rows), ("claims", claims)):
            for column, cells in columns.items():
                if _is_text(cells):
                    head["texts"].append([part, column, len(cells)])
                    texts.extend(cells)
                else:
                    head["plain"][part][column] = cells
        numbers = self._words.coded(texts)
        self._blocks[name] = packed_json(head | {"numbers": len(numbers)}), numbers

    def packed(self) -> tuple[str, dict[str, str]]:
        """Return the list of words, and the blocks: what is no text as JSON, a point, and the texts as numbers."""
        listed, ranks = self._words.ranked()
        return packed_json(listed), {
            name: f"{head}.{deflated(planes(ranks[np.frombuffer(numbers, np.int32)]))}"
            for name, (head, numbers) in self._blocks.items()
        }


def _is_text(column: Sequence[Any]) -> bool:
    return all(value is None or isinstance(value, str) for value in column)


def _corrected(row: Row) -> Row:
    """Return what a reader set right, by its name, as most rows have nothing of it."""
    said = row["corrected_json"]
    return {"corrected": row["corrected"], "set_right": json.loads(said)} if said else {}


def _told(row: Row, claims: list[Row]) -> Row:
    """Return the reports that tell it, where there are several, its ids there, and how many texts differ."""
    if (row["reports"] or 1) == 1:
        return {}
    documents = dict.fromkeys(claim["document"] for claim in claims if claim.get("document"))
    told_as = told_ids(row["told_as"] or row["id"], documents)
    return {"reports": list(documents), "texts": row.get("texts"), "told_as": told_as}


def told_ids(joined: str, documents: Iterable[str]) -> list[str]:
    """Return the ids that "; " joins; one that holds "; " itself is known by its report's id, which it begins with.

    Parameters
    ----------
    joined
        A cell of the layers.
    documents
        The ids of the reports.
    """
    heads = tuple(f"{document}#" for document in documents)
    found, begun = [], 0
    for between in finditer("; ", joined):
        if joined[begun : between.start()].startswith(heads) and joined.startswith(heads, between.end()):
            found.append(joined[begun : between.start()])
            begun = between.end()
    return [*found, joined[begun:]]


def _claims(row: Row, texts: Texts) -> list[Row]:
    return [_claim(claim, texts.get(claim.get("document") or row["document"])) for claim in _read(row["claims_json"])]


def _per_cent(confidence: float | None) -> int | None:
    return None if confidence is None else round(100 * confidence)


def _read(claims_json: str | None) -> list[dict[str, Any]]:
    return json.loads(claims_json or "[]")  # type: ignore[no-any-return]


def _claim(claim: dict[str, Any], text: str | None) -> Row:
    """Return a claim with what stands before and after it in its report, where that is known, and no empty values."""
    start, end = claim.pop("start", 0), claim.pop("end", 0)
    around = _around(text, start, end) if text and text[start:end] == claim.get("text") else {}
    return {name: value for name, value in (claim | around).items() if value not in (None, False, [])}


def _around(text: str, start: int, end: int) -> Row:
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if start > CONTEXT:
        before = "…" + before.partition(" ")[2]
    if end + CONTEXT < len(text):
        after = after.rpartition(" ")[0] + "…"
    return {"before": before.strip() or None, "after": after.strip() or None}
