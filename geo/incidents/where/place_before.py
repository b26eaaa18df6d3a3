"""An event whose sentence names no place -> the one at which the sentences before it, of its paragraph, put people.

"She went to Konduga. In August gunmen opened fire on a mosque.", "Smoke hangs over Bria. At dawn a mob came."
"""

from geo.incidents.where.place_leads import FROM, TO, is_spot, is_there, lead, named
from geo.incidents.where.placing import where
from geo.lexicon import word_class
from geo.model import Parse, Sentence, Toponym, Where

REACH = 3  # sentences looked back over


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
    if any(lead(parse, toponyms[n]) not in FROM for n in named(parse, sentence, toponyms)):
        return None
    for number in range(sentence - 1, max(-1, sentence - 1 - REACH), -1):
        if paragraphs[number] != paragraphs[sentence]:
            return None
        if found := named(parse, number, toponyms):
            return _only(parse, parse.sentences[number], found, toponyms)
    return None


def _only(parse: Parse, sentence: Sentence, found: list[int], toponyms: tuple[Toponym, ...]) -> Where | None:
    """Return the one spot among the names of a sentence, if there somebody is; wider ones say no more than it does."""
    spots = {place.id: n for n in reversed(found) if is_spot(toponyms[n]) and (place := toponyms[n].place)}
    lacking = any(toponyms[n].place is None for n in found)
    aloof = any(t.text.lower() in word_class("talks") for t in parse.sentence_tokens(sentence))
    if len(spots) != 1 or lacking or aloof:
        return None
    (number,) = spots.values()
    there = is_there(parse, toponyms[number]) or lead(parse, toponyms[number]) in TO | word_class("reached")
    return where(parse, number, toponyms[number], inherited=True) if there else None
