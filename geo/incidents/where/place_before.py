"""An event whose sentence names no place -> the one at which the sentences before it, of its paragraph, put people.

"She went to Konduga. In August gunmen opened fire on a mosque.", "Smoke hangs over Bria. At dawn a mob came."
Most such sentences tell of nothing, so that they are not parsed: what is looked at is their words alone.
"""

from functools import cache

from geo.incidents.where.place_names import words
from geo.incidents.where.placing import where
from geo.lexicon import load_rows
from geo.model import Parse, Sentence, Toponym, Where
from geo.precision import TOWNS
from geo.within import starting_in

FINE = TOWNS | {"admin2"}
OFFSET = "offset:"  # how the id of a place begins that is "12 miles off Suakin"
REACH = 3  # sentences looked back over
LED = 6  # words before a name in which the one stands that says how people are to it
AT = frozenset({"in", "at", "near", "outside", "inside", "through", "off", "around", "above", "over", "across", "along"})
TO = frozenset({"to", "into"})
AWAY = frozenset({
    "from", "toward", "towards", "between", "by", "with", "than", "for", "about", "against", "like", "via", "and", ",",
})  # fmt: skip


def place_before(
    parse: Parse, sentence: int, toponyms: tuple[Toponym, ...], paragraphs: tuple[int, ...]
) -> Where | None:
    """Return the only place of the last sentence before that names one, as inherited; None where that is not just one.

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
    if any(_lead(parse, t) not in {"from", "toward", "towards"} for t in _named(parse.sentences[sentence], toponyms)):
        return None
    for number in range(sentence - 1, max(-1, sentence - 1 - REACH), -1):
        if paragraphs[number] != paragraphs[sentence]:
            return None
        if found := _named(parse.sentences[number], toponyms):
            return _only(parse, parse.sentences[number], found, toponyms)
    return None


def _named(sentence: Sentence, toponyms: tuple[Toponym, ...]) -> list[Toponym]:
    return [t for t in starting_in(toponyms, sentence.start, sentence.end) if t.role == "literal"]


def _only(parse: Parse, sentence: Sentence, found: list[Toponym], toponyms: tuple[Toponym, ...]) -> Where | None:
    """Return the one spot among the names of a sentence, if there somebody is; wider ones say no more than it does."""
    spots = {t.place.id: t for t in reversed(found) if t.place and _is_fine(t)}
    lacking = any(t.place is None for t in found)
    aloof = any(t.text.lower() in words("aloof") for t in parse.sentence_tokens(sentence))
    if len(spots) != 1 or lacking or aloof:
        return None
    (spot,) = spots.values()
    there = _is_offset(spot) or _lead(parse, spot) in AT | TO | words("reaches")
    return where(parse, toponyms.index(spot), spot, inherited=True) if there else None


def _is_fine(toponym: Toponym) -> bool:
    return toponym.place is not None and (toponym.place.kind in FINE or _is_offset(toponym))


def _is_offset(toponym: Toponym) -> bool:
    return toponym.place is not None and toponym.place.id.startswith(OFFSET)


def _lead(parse: Parse, toponym: Toponym) -> str:
    """Return the word that says how a name lies to its sentence: "at" in "at the small town of Bama"; "" for none.

    What opens its sentence is where that is: "Bama was calm", "The border town of Bama has seen".
    """
    name = parse.between(toponym.start, toponym.end)[0]
    first = parse.sentences[name.sentence].first
    last, settled = name.text, False
    for token in reversed(parse.tokens[max(first, name.index - LED) : name.index]):
        word = token.text.lower()
        settled = settled or (last == "of" and word in _settlements())
        if word in AT or word in TO or word in AWAY or word in words("reaches") or (last == "of" and not settled):
            return word
        last = word
    return "in" if name.index == first or (settled and name.index - LED <= first) else ""


@cache
def _settlements() -> frozenset[str]:
    """Return the nouns that stand before a place's name with "of": "town", "square"."""
    nouns = (word for word, *_ in load_rows("place_nouns", ("word", "position", "kinds")))
    return words("part") | {word.removesuffix(" of").split()[-1] for word in nouns}
