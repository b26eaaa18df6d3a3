"""Names that only what was done there shows to be places': "the camp at Dosalli was attacked", of a Dosalli unheard of.

Recognition leaves them out, since most unknown names after "at" or "in" are not places'. That of a deed is.
"""

from collections.abc import Iterator, Sequence

from geo.incidents.where.place_leads import AT, lead, settlements
from geo.lexicon import load_words
from geo.model import Parse, Telling, Toponym


def with_said(parse: Parse, tellings: Sequence[Telling], toponyms: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """Return the toponyms and, last, the names at which sentences put incidents and that no toponym has.

    Parameters
    ----------
    parse
        The text.
    tellings
        Of the incidents of the text.
    toponyms
        All of the document's, and the country that it is about, if that was only worked out.
    """
    known = {toponym.surface for toponym in toponyms}
    said = {t.place_said: t for t in reversed(tellings) if t.place_said and t.place_said not in known}
    found = (toponym for name, telling in said.items() for toponym in _at(parse, name, telling.sentence))
    new = [t for t in found if not any(t.start < other.end and other.start < t.end for other in toponyms)]
    return (*toponyms, *sorted(new, key=lambda toponym: toponym.start))


def _at(parse: Parse, name: str, sentence: int) -> Iterator[Toponym]:
    """Yield a name of a sentence as a toponym without a place, if a word such as "at" leads up to it."""
    start = parse.text.find(name, parse.sentences[sentence].start, parse.sentences[sentence].end)
    if start >= 0 and name[0].isupper() and not _is_word(name):
        toponym = Toponym(start, start + len(name), name, "literal", None, 0.0)
        if lead(parse, toponym) in AT:
            yield toponym


def _is_word(name: str) -> bool:
    """Tell whether a name is a plain word that a cable writes in capitals, or a campaign's: "IN THE CAPITAL"."""
    return name.casefold().startswith("operation ") or name.casefold() in load_words("not_places") | load_words("everyday_words") | settlements()
