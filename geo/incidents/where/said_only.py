"""Names that the gazetteer lacks, as the tellings of incidents show them: that they are places', and what they lie in.

Recognition leaves out most unknown names after "at" or "in". That of a deed is a place's: "attacked the camp at Dosal".
Where the sentence says what it lies in, as "struck a post at Dosal, in Kech", it is put there under its own name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gazetteer.place import Place
from geo.incidents.where.place_leads import AT, is_offset, lead, settlements
from geo.incidents.where.setting import somewhere_in
from geo.incidents.where.titles import name_beside_day
from geo.lexicon import load_words, word_class
from geo.lexicon.shared import not_places
from geo.model import Parse, Telling, Toponym
from geo.model.precision import TOWNS

LEFT = frozenset({"from", "between"})


def with_said(parse: Parse, tellings: Sequence[Telling], toponyms: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """Return the toponyms and, last, the names at which sentences put incidents and that no toponym has.

    Parameters
    ----------
    parse, tellings
        The text, and what it says of its incidents.
    toponyms
        All of the document's, and the country that it is about, if that was only worked out.
    """
    known = {toponym.surface for toponym in toponyms}
    said = {t.place_said: t for t in reversed(tellings) if t.place_said and t.place_said not in known}
    found = (toponym for name, telling in said.items() for toponym in _at(parse, name, telling.sentence))
    new = [t for t in found if not any(t.start < other.end and other.start < t.end for other in toponyms)]
    return (*toponyms, *sorted(new, key=lambda toponym: toponym.start))


def as_named(
    tellings: Sequence[Telling], toponyms: tuple[Toponym, ...]
) -> tuple[tuple[Telling, ...], tuple[Toponym, ...]]:
    """Return tellings at what their sentences name, with these toponyms put in or near the known place beside them.

    Parameters
    ----------
    tellings, toponyms
        As for `with_said`.
    """
    lacking = {t.surface: n for n, t in reversed([*enumerate(toponyms)]) if t.place is None}
    named, told = list(toponyms), list(tellings)
    for number, telling in enumerate(tellings):
        where, said = telling.incident.where, telling.place_said
        if where is None or said is None or where.inherited:  # "heading to Lena airport in this capital"
            continue
        own, known = next((n for name, n in lacking.items() if name in said), None), toponyms[where.toponym]
        if own is not None and known.place is not None and not _names(known, said):
            named[own] = _beside(toponyms[own], known.place, where.radius_km)
            there = replace(telling.incident, where=replace(where, toponym=own))
            told[number] = replace(telling, incident=there)
    return tuple(told), tuple(named)


def _beside(toponym: Toponym, known: Place, radius: float) -> Toponym:
    """Return a name put in or near a known place, as its own name says: "Dosal, in Kech", "Dosal, near Turbat"."""
    found = somewhere_in(replace(known, radius_km=radius), toponym)
    assert found.place is not None  # noqa: S101 (it was just put there)
    how = "near" if known.kind in TOWNS else "in"
    return replace(found, place=replace(found.place, name=f"{found.place.name}, {how} {known.name}"))


def _names(known: Toponym, said: str) -> bool:
    """Tell whether a known toponym is the name itself or says how far off: "Colonia Mirador", "4 km off Dhala"."""
    return known.surface in said or is_offset(known)


def _at(parse: Parse, name: str, sentence: int) -> Iterator[Toponym]:
    """Yield a name as a toponym without a place, if a word such as "at" leads up to it or it is the title of a text."""
    own = parse.sentences[sentence]
    start = parse.text.find(name, own.start, own.end)
    heads = start < 0
    start = parse.text.rfind(name, 0, own.start) if heads else start
    if start >= 0 and name[0].isupper() and not _is_word(name, upper=parse.text[own.start : own.end].isupper()):
        toponym = Toponym(start, start + len(name), name, "literal", None, 0.0)
        if _is_title(parse, toponym) if heads else _leads(parse, toponym):
            yield toponym


def _leads(parse: Parse, toponym: Toponym) -> bool:
    """Tell whether words put those told of at a name: "near Dosal", "bombed Dosal", "taken from Dosal"."""
    own = parse.between(toponym.start, toponym.end)
    unnamed = toponym.surface.isupper() or all(token.entity != "PERSON" for token in own)  # "attacked Ruiz"
    word = lead(parse, toponym)
    return word in AT or (unnamed and word in LEFT | word_class("befallen", "reached"))


def _is_title(parse: Parse, toponym: Toponym) -> bool:
    """Tell whether a name and a day are all of their sentence: "Dosal, 13 September. A convoy came under fire."."""
    first = parse.between(toponym.start, toponym.end)[:1]
    found = name_beside_day(parse.text, parse.sentences[first[0].sentence]) if first else None
    return found is not None and found.start == toponym.start


def _is_word(name: str, *, upper: bool) -> bool:
    """Tell whether a name is a plain word, which a cable writes in capitals, too, or a campaign's: "IN THE CAPITAL"."""
    words = not_places() | (load_words("everyday_words") | settlements() if upper else frozenset())
    return name.casefold().startswith("operation ") or name.casefold() in words
