"""What the rows of all layers have alike: days, counts, claims, joined words."""

from collections.abc import Iterable

from geo.model import Claim, Correction, Count, When
from geo.records import MOST, corrections_to_json
from output.rows.columns import Row


def when_cells(when: When | None) -> Row:
    """Return the cells that say when."""
    if when is None:
        return {}
    return {
        "when_start": when.start.isoformat() if when.start else None,
        "when_end": when.end.isoformat() if when.end else None,
        "when_precision": when.precision,
        "when_text": when.text,
    }


def count_cells(effect: str, count: Count | None) -> Row:
    """Return the cells of one count; none of a number that no table and no browser can hold."""
    if count is None or count.high > MOST:
        return {}
    return {f"{effect}_low": count.low, f"{effect}_best": count.best, f"{effect}_high": count.high}


def claim_cells(claims: tuple[Claim, ...]) -> Row:
    """Return how many claims there are, the first of them in the plain, and who denies it; all are in `claims_json`."""
    if not claims:
        return {"claims": 0}
    first = claims[0]
    return {
        "claims": len(claims),
        "quote": first.text,
        "asserted_by": first.asserted_by,
        "relayed_by": joined(first.relayed_by),
        "cue": first.cue,
        "denied_by": joined(claim.asserted_by or "not named" for claim in claims if claim.modality == "denied"),
    }


def corrected_cells(corrected: tuple[Correction, ...]) -> Row:
    """Return the cells that say what a reader set right."""
    if not corrected:
        return {}
    return {"corrected": joined(one.what for one in corrected), "corrected_json": corrections_to_json(corrected)}


def told_cells(told: tuple[tuple[str, str], ...]) -> Row:
    """Return the cells that say which reports tell it, and under which ids."""
    return {
        "document": told[0][0],
        "told_by": joined(document for document, _ in told),
        "reports": len({document for document, _ in told}),
        "told_as": joined(identifier for _, identifier in told),
    }


def joined(texts: Iterable[str]) -> str | None:
    """Return the distinct texts in their order, "; " between them; None if there are none."""
    return "; ".join(dict.fromkeys(texts)) or None
