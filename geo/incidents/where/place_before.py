"""An event whose sentence names no place at all -> the one that the sentence before, of its paragraph, puts people at.

"She went to Konduga. In August gunmen opened fire on a mosque."
"""

from geo.incidents.where.place_names import candidates
from geo.incidents.where.placing import where
from geo.lexicon import word_class
from geo.model import Parse, Toponym, Where
from geo.precision import TOWNS

FINE = TOWNS | {"admin2"}
AT = frozenset({"in", "at", "to", "into", "near", "outside", "inside", "through"})
REACHES = frozenset({"enter", "reach", "leave", "storm", "attack", "capture", "take", "overrun", "seize", "visit"})


def place_before(
    parse: Parse, sentence: int, toponyms: tuple[Toponym, ...], paragraphs: tuple[int, ...]
) -> Where | None:
    """Return the only place of the sentence before, as one that is inherited; None where there is not just one.

    Parameters
    ----------
    parse
        The text.
    sentence
        The number of an event's sentence.
    toponyms
        All of the document's.
    paragraphs
        The paragraph of each sentence.
    """
    if sentence == 0 or paragraphs[sentence] != paragraphs[sentence - 1]:
        return None
    if any(c.toponym is not None for c in candidates(parse, parse.sentences[sentence], toponyms)):
        return None
    names = [c for c in candidates(parse, parse.sentences[sentence - 1], toponyms) if c.toponym is not None]
    known = {n: c.head for c in names if (n := c.toponym) is not None and toponyms[n].role == "literal"}
    if len(known) != 1 or len(names) != 1:
        return None
    ((number, head),) = known.items()
    place = toponyms[number].place
    if place is None or place.kind not in FINE or not _is_there(parse, head):
        return None
    return where(parse, number, toponyms[number], inherited=True)


def _is_there(parse: Parse, head: int) -> bool:
    """Tell whether a name is where somebody is, comes to or leaves: "to Konduga", "reached Bama"."""
    token = parse.tokens[head]
    above = parse.tokens[token.head]
    holder = parse.tokens[above.head]
    talks = holder.dep in {"nsubj", "nsubjpass"} and holder.lemma.lower().removesuffix("s") in word_class("talks")
    return (token.dep == "pobj" and above.lemma in AT and not talks) or (token.dep == "dobj" and above.lemma in REACHES)
