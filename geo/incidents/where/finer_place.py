"""A unit or a town -> the finer place that the words right before it put in it: "at Litingina, in Nangade"."""

from geo.incidents.where.nesting import lies_by_town, nests
from geo.incidents.where.on_map import NEARBY_KM
from geo.incidents.where.place_beside import IN, UNIT_WITHIN, between, end_of_site
from geo.incidents.where.place_leads import settlements
from geo.incidents.where.place_names import Candidate, candidates
from geo.incidents.where.pointing import CAPITAL
from geo.model import Parse, Toponym
from geo.model.precision import TOWNS

MOST_DESCRIBING = 12  # tokens between a town and its province: "Dosal, a farming town in the western province of Kech"
SPOTS = TOWNS | {"admin2"}
NO_GROUND = frozenset({"PERSON", "DATE", "TIME", "NORP", "EVENT"})
INSIDE = frozenset({",", "in", "within", "of", "the", "a", "an"})
SUB = frozenset({"sub", "-"})  # "the Ngari sub-county in Katakwi"


def spot_before(parse: Parse, unit: Candidate, toponyms: tuple[Toponym, ...]) -> tuple[int | None, str] | None:
    """Return the finer place right before a unit that it lies in, as toponym and words: "at Litingina, in Nangade".

    The gazetteer may lack it. Of "in Somalia's capital" it is the capital, if the text names it anywhere.
    """
    if unit.toponym is None:
        return None
    if any(t.lemma.lower() == "capital" for t in parse.tokens[unit.last : unit.last + 2]):
        capitals = (n for n, t in enumerate(toponyms) if t.place is not None and t.place.feature == CAPITAL)
        found = next((n for n in capitals if nests(toponyms[n], toponyms[unit.toponym])), None)
        return None if found is None else (found, toponyms[found].surface)
    for name in candidates(parse, parse.sentences[parse.tokens[unit.head].sentence], toponyms):
        if name.last < unit.first and (
            _is_described(parse, name, unit) or _is_inside(parse, name, unit) or _is_near(parse, name, unit, toponyms)
        ):
            if name.toponym is None:
                if _is_unheard_at(parse, name):
                    return None, parse.text[parse.tokens[name.first].start : parse.tokens[name.last - 1].end]
                continue
            fine, coarse = toponyms[name.toponym], toponyms[unit.toponym]
            lies = fine.place is None or nests(fine, coarse) or _is_told_in(parse, name, unit, fine, coarse)
            lies = lies or _is_near(parse, name, unit, toponyms)
            is_place = fine.role == "literal" or (fine.role == "possessive" and _is_described(parse, name, unit))
            if is_place and lies and not _comes_from(parse, name, fine):
                return name.toponym, fine.surface
    return None


def _is_unheard_at(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name that nobody knows stands where a place's does: "at Kondavil in Jaffna"."""
    head = parse.tokens[name.head]
    proper = all(t.pos == "PROPN" and t.entity not in NO_GROUND for t in parse.tokens[name.first : name.last])
    return proper and head.dep == "pobj" and parse.tokens[head.head].lemma in IN


def _is_described(parse: Parse, name: Candidate, unit: Candidate) -> bool:
    """Tell whether what follows a name says what it is and where: "Toribío, a farming town in Cauca"."""
    between = parse.tokens[name.last : unit.first]
    opens = [t.lemma for t in between[:2]] in ([",", "a"], [",", "an"])
    plain = opens and len(between) <= MOST_DESCRIBING and not any(t.pos == "PUNCT" for t in between[1:])
    return plain and any(t.lemma in settlements() for t in between) and any(t.lemma == "in" for t in between)


def _is_told_in(parse: Parse, name: Candidate, unit: Candidate, fine: Toponym, coarse: Toponym) -> bool:
    """Tell whether a place is told to lie in a town of its country: "Ngari in Katakwi", "Petare slum of Caracas"."""
    if fine.place is None or coarse.place is None or coarse.place.kind not in TOWNS:
        return False
    between = [t.lemma for t in parse.tokens[name.last : unit.first]]
    if name.last == end_of_site(parse, name) and "in" in between and fine.place.kind in TOWNS:
        return fine.place.country == coarse.place.country  # the district of the town's name is meant
    smaller = fine.place.kind in SPOTS and fine.place.population < coarse.place.population  # no "Grozny suburb of Xan"
    return "," not in between and smaller and lies_by_town(fine.place, coarse.place)


def _is_near(parse: Parse, name: Candidate, unit: Candidate, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether a known place is only told to lie near a larger town: "in Taji, north of Baghdad"."""
    if name.toponym is None or unit.toponym is None:
        return False
    fine, coarse = toponyms[name.toponym], toponyms[unit.toponym]
    if fine.place is None or coarse.place is None or coarse.place.kind not in TOWNS or not _is_stated(parse, name):
        return False
    small = fine.place.kind in SPOTS or fine.place.radius_km <= NEARBY_KM
    end = parse.tokens[end_of_site(parse, name) - 1].end
    near = between().fullmatch(parse.text, end, parse.tokens[unit.first].start)
    return small and fine.place.population < coarse.place.population and near is not None


def _is_stated(parse: Parse, name: Candidate) -> bool:
    """Tell whether a preposition of place leads up to a name itself: "in the eastern Ghouta", no "over the Pearl"."""
    index = name.first - 1
    while index > 0 and parse.tokens[index].pos in {"DET", "ADJ"}:
        index -= 1
    return index >= 0 and parse.tokens[index].lemma in IN


def _comes_from(parse: Parse, name: Candidate, toponym: Toponym) -> bool:
    """Tell whether somebody is from a place: not what is "four miles from Xan" or "not far from Xan"."""
    above = parse.tokens[parse.tokens[name.head].head]
    far = toponym.start < parse.tokens[name.first].start or parse.tokens[above.index - 1].lemma == "far"
    return above.lemma == "from" and not far


def _is_inside(parse: Parse, name: Candidate, unit: Candidate) -> bool:
    """Tell whether only a comma, "in the", "area of" and so on stand between two names: "Teza factory in Muramvya"."""
    between, site = parse.tokens[name.last : unit.first], end_of_site(parse, name)
    plain = all(
        t.lemma in INSIDE | SUB or t.pos == "ADJ" or t.lemma in settlements() for t in between if t.index >= site
    )
    parted = site > name.last or any(t.lemma in {",", "in"} | settlements() for t in between)
    return plain and 0 < len(between) <= UNIT_WITHIN and parted
