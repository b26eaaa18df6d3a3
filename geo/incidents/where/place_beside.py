"""A name that the gazetteer lacks -> the known place in or near which the same words put it: "Voksh, near Decani"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.incidents.speech import belongs_to_speaker, is_saying
from geo.incidents.where.linking import links
from geo.incidents.where.nesting import kind_of
from geo.incidents.where.place_names import Candidate, candidates, words
from geo.incidents.where.pointing import pointed_at
from geo.model import Parse, Token, Toponym
from geo.model.precision import TOWNS
from geo.syntax import ancestors, children, clause_of, conjuncts
from geo.syntax.tags import COMMON_NOUNS

WIDENESS = ("admin2", "admin1", "region", "country")
UNITS = frozenset(WIDENESS)
UNIT_WITHIN = 6  # tokens after a name in which its district or province can follow: "Barkin, Plateau State"
LONGEST_SITE = 3  # nouns after a name: "the Balata refugee camp"
IN = frozenset({"in", "at", "near", "outside"})
AWAY = re.compile(r"(?:\s+(?:on|late|early)\s[\w ]{1,30})?,\s+\(?(?:(?:about|some|just|around|nearly)\s+)?")
TOWARDS = frozenset({"toward", "towards", "direction"})
AT_ONCE = frozenset({"when", "as", "while", "where"})  # what they open was where the clause above was


@dataclass(frozen=True, slots=True)
class Beside:
    """A toponym's index; `near`: the place lies near it, not in it; `pointed`: only a word such as "city" names it."""

    toponym: int
    near: bool = False
    pointed: bool = False


def known_beside(parse: Parse, trigger: int, name: Candidate, toponyms: tuple[Toponym, ...]) -> Beside | None:
    """Return the known place in or near which an unknown one lies by the words of its sentence, None where none does.

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    name
        A name of its sentence that the gazetteer lacks, at which the event was.
    toponyms
        All of the document's.
    """
    known = [c for c in candidates(parse, parse.sentences[parse.tokens[name.head].sentence], toponyms) if c != name]
    town = _town_beside(parse, name, known, toponyms)
    if town is not None:
        return Beside(town, near=True)
    unit = next(_so_far_off(parse, name, known, toponyms), None)
    unit = _unit_after(parse, name, known, toponyms) if unit is None else unit
    unit = _unit_of(parse, name, known, toponyms) if unit is None else unit
    if unit is not None:
        return Beside(unit)
    pointed = pointed_at(parse, trigger, toponyms)
    if pointed is not None:
        return Beside(pointed, pointed=True)
    above = next(_fronted(parse, trigger, known, toponyms), next(_of_clauses_above(parse, trigger, toponyms), None))
    return None if above is None else Beside(above, near=kind_of(toponyms[above]) not in UNITS)


def end_of_site(parse: Parse, name: Candidate) -> int:
    """Return where the nouns end that say what bears a name, if that is no one: "the Teza tea factory"."""
    end, last = name.last, parse.sentences[parse.tokens[name.head].sentence].last
    while end < min(last, name.last + LONGEST_SITE) and parse.tokens[end].tag in COMMON_NOUNS:
        end += 1
    return name.last if parse.tokens[end - 1].lemma in words("local") | words("office") else end


def _town_beside(parse: Parse, name: Candidate, known: list[Candidate], toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the town of "Voksh, near Decani", "the Wadi Rabie area south of Tripoli", "the Shaar quarter of Homs"."""
    end = parse.tokens[name.last - 1].end
    for other in known:
        start = parse.tokens[other.first].start
        site = parse.tokens[name.last : end_of_site(parse, name)]  # "the Umopar camp at Dosal"
        stands = bool(site) and other.first == site[-1].index + 2 and parse.tokens[other.first - 1].lemma in IN
        if (
            other.first >= name.last
            and _lies_at(other, toponyms, TOWNS)
            and (stands or between().fullmatch(parse.text, end, start))
        ):
            return other.toponym
    return None


def _so_far_off(parse: Parse, name: Candidate, known: list[Candidate], toponyms: tuple[Toponym, ...]) -> Iterator[int]:
    """Yield what says how far a name is from a town: "near Kibumba on Monday, 20 km north of Goma"."""
    end = parse.tokens[name.last - 1].end
    for number in (c.toponym for c in known if c.toponym is not None):
        start = toponyms[number].start
        if toponyms[number].surface[:1].isdigit() and AWAY.fullmatch(parse.text, end, start):
            yield number


@cache
def between() -> re.Pattern[str]:
    """Return what may stand between an unknown place and the town that it lies in or near."""
    own = {word for word in words("nearby") if word.isalpha()} - TOWARDS
    near = "|".join(sorted(own, key=len, reverse=True))
    part = "|".join(sorted(words("part")))
    glue = r"(?:(?:about|some|just|the|of|to|from|\d[\d.,]*)\s+){0,3}"
    name = r"(?-i:[^\W\d_a-z])\S*(?<!,)"
    side = r"(?:[a-z-]*(?:north|south|east|west|centr)[a-z]*\s+)?"  # "in the northern countryside of"
    more = rf"(?:(?:,|,?\s+and)\s+{name}(?:\s+{name})?){{0,3}}"  # "Ogota and Sare near"
    return re.compile(
        rf"{more}(?:\s+[a-z]+)?,?\s+\(?{glue}{side}(?:{near}|(?:north|south)-?(?:east|west)|close\s+to|far\s+from)\s+{glue}"
        rf"|\s+(?:{part})\s+(?:of|in)\s+(?:the\s+(?:city|town)\s+of\s+)?",
        re.IGNORECASE,
    )


def _unit_after(parse: Parse, name: Candidate, known: list[Candidate], toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the district, province or country that follows a name, if one does: not "on the border with Niger"."""
    after = (c for c in known if 0 <= c.first - name.last <= UNIT_WITHIN)
    after = (c for c in after if not any(t.lemma in words("way") for t in parse.tokens[name.last : c.first]))
    units = [c.toponym for c in after if c.toponym is not None and _lies_at(c, toponyms, UNITS)]
    return min(units, key=lambda number: _wideness(toponyms[number]), default=None)


def _unit_of(parse: Parse, name: Candidate, known: list[Candidate], toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the district, province or country whose a name is said to be: "Kech province's Dosal"."""
    own = (c for c in known if parse.tokens[c.head].dep == "poss" and parse.tokens[c.head].head == name.head)
    return next((c.toponym for c in own if _lies_at(c, toponyms, UNITS)), None)


def _wideness(toponym: Toponym) -> int:
    """Return how wide a unit is, so that "in Iran's East Azerbaijan province" is in the province."""
    return WIDENESS.index(toponym.place.kind) if toponym.place else len(WIDENESS)


def _fronted(parse: Parse, trigger: int, known: list[Candidate], toponyms: tuple[Toponym, ...]) -> Iterator[int]:
    """Yield the town or unit with which an event's clause opens: "In Kano, gunmen killed a judge in Barkinabadal"."""
    verb = clause_of(parse, trigger)
    for name in known:
        above = _leading(parse, name)
        shared = above.head == verb or verb in conjuncts(parse, above.head) or above.head == above.index  # or torn
        opens = above.dep == "prep" and shared and name.head < min(verb, trigger, above.head)
        if opens and above.lemma in IN and name.toponym is not None and _lies_at(name, toponyms, TOWNS | UNITS):
            yield name.toponym


def _leading(parse: Parse, name: Candidate) -> Token:
    """Return the preposition that leads up to a name: "in Kech", "in the east of Kech", "in the province of Kech"."""
    above = parse.tokens[parse.tokens[name.head].head]
    part = parse.tokens[above.head]
    return parse.tokens[part.head] if above.lemma == "of" and part.dep == "pobj" else above


def _of_clauses_above(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> Iterator[int]:
    """Yield the towns of the clauses that an event's clause is part of: "fighting broke out in Marawi when they …"."""
    below = parse.tokens[trigger]
    for above in ancestors(parse, trigger):
        if is_saying(above):
            return
        if below.dep in {"advcl", "relcl"} and any(t.lemma in AT_ONCE for t in children(parse, below.index)):
            here = (link.name for link in links(parse, clause_of(parse, above.index), toponyms))
            said = (c for c in here if not belongs_to_speaker(parse, c.head, above.index))
            yield from (c.toponym for c in said if c.toponym is not None and _lies_at(c, toponyms, TOWNS))
        below = above


def _lies_at(name: Candidate, toponyms: tuple[Toponym, ...], kinds: frozenset[str]) -> bool:
    if name.toponym is None:
        return False
    toponym = toponyms[name.toponym]
    return toponym.role == "literal" and toponym.place is not None and toponym.place.kind in kinds
