"""Which place a noun phrase of a movement speaks of: the place itself, or the place that its words lead to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gazetteer.place import Place
from gazetteer.sphere import great_circle
from geo.lexicon import load_pairs
from geo.model import Parse, Sentence, Toponym
from geo.model.precision import LANDS, TOWNS
from geo.routes.triggers import Trigger
from geo.routes.what.cargo import Load, load_at
from geo.routes.who.parties import OWNING, side_named
from geo.syntax import children, conjuncts, objects_of_preposition
from geo.syntax.tags import NOMINALS

Spots = dict[int, int]

NESTED = frozenset({
    "in", "of", "at", "near", "inside", "within", "outside", "around", "round", "on", "off", "across", "beyond",
    "throughout", "above", "below", "behind", "about",
})  # fmt: skip
FOLLOWING = frozenset({
    "in", "inside", "across", "at", "near", "round", "around", "outside", "about", "above", "below", "beyond", "behind",
})  # fmt: skip
DEEPEST = 4
REGIONS = frozenset({"region", "terrain"})
BEARINGS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


def spots(parse: Parse, toponyms: tuple[Toponym, ...]) -> Spots:
    """Return token index -> toponym index, for every word of a place name that may be an end of a movement.

    A name inside an organisation's name says nothing about a place, nor does one that was not resolved.
    """
    starts = [token.start for token in parse.tokens]
    found: Spots = {}
    for number, toponym in enumerate(toponyms):
        if toponym.place is None or toponym.role == "organisation":
            continue
        inside = range(max(bisect_right(starts, toponym.start) - 1, 0), bisect_left(starts, toponym.end))
        found.update({i: number for i in inside if load_at(parse.tokens[i]) is None})
    return found


@cache
def _realms() -> dict[str, str]:
    return load_pairs("realms", ("word", "use"), use=("state", "territory"))


def realm(parse: Parse, noun: int) -> str:
    """Return "state" or "territory" for a noun that stands for the country named before it, else ""."""
    if (known := _realms().get(parse.tokens[noun].lemma)) is not None:
        return known
    return "state" if side_named(parse, noun) == "state" else ""  # "Iran's Revolutionary Guards", "Pakistan's ISI"


def country_of(place: Place) -> str:
    """Return the code of a place's country, the place's own id where none is known.

    Parameters
    ----------
    place
        A place.
    """
    return place.country or place.id


def lies_in(part: Place, whole: Place) -> bool:
    """Tell whether a place lies in a country, a province or a region, as far as their points and radii say.

    Parameters
    ----------
    part, whole
        A place, and what may hold it.
    """
    if whole.kind == "country":
        return part.kind != "country" and country_of(part) == country_of(whole)
    if whole.kind == "admin1":
        inner = part.kind not in LANDS and country_of(part) == country_of(whole)
        return inner and part.admin1 == whole.admin1 is not None
    if whole.kind not in REGIONS or part.radius_km >= whole.radius_km:
        return False
    return great_circle(whole.lat, whole.lon, part.lat, part.lon) < whole.radius_km


def place_in(parse: Parse, noun: int, where: Spots, toponyms: tuple[Toponym, ...], depth: int = 0) -> int | None:
    """Return the toponym that a noun phrase leads to: "Gaza", "rebels in Chad", "the Chadian army", "Odessa port".

    Parameters
    ----------
    parse, noun, where, toponyms, depth
        The text, the token index of a noun, which words name which of its places, its places, and how many nouns were
        followed to get here.
    """
    people = noun in where and toponyms[where[noun]].role == "demonym"  # "a Dane in Massawa" is there, and no Denmark
    if noun in where and not (people and parse.tokens[noun].pos in NOMINALS):
        return where[noun]
    if depth == DEEPEST:
        return where.get(noun)
    for inner in _inner_nouns(parse, noun):
        found = place_in(parse, inner, where, toponyms, depth + 1)
        if found is not None:
            return None if _is_beside(parse, noun, toponyms[found]) else found
    return where.get(noun, _owner(parse, noun, where, ("state", "territory")))


def _is_beside(parse: Parse, noun: int, toponym: Toponym) -> bool:
    """Tell whether a bearing says on which side of a town something lies: "suburbs to the south-west of Damascus"."""
    bearing = parse.tokens[noun].lemma in BEARINGS
    return bearing and toponym.place is not None and toponym.place.kind in TOWNS


def state_in(parse: Parse, noun: int, where: Spots) -> int | None:
    """Return the toponym of a state as an actor: "France", "the French", "the French army", "France's navy".

    Parameters
    ----------
    parse, noun, where
        The text, the token index of a noun, and which words name which of its places.
    """
    if noun in where:
        return None if _are_some(parse, noun) else where[noun]
    return _owner(parse, noun, where, ("state",))


def _are_some(parse: Parse, noun: int) -> bool:
    """Tell whether a people's name stands for some of them, who are no state: "two Libyans", "a Libyan"."""
    before = children(parse, noun, "nummod", "det")
    return any(t.dep == "nummod" or t.lemma in {"a", "an", "some"} for t in before)


def followed_by_place(parse: Parse, noun: int, where: Spots, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the place of an "in …" that comes right after a noun, wherever the parser hung it.

    Parameters
    ----------
    parse, noun, where, toponyms
        The text, the token index of a noun, which words name which of its places, and its places.
    """
    last = max((i for i in parse.tokens[noun].children if parse.tokens[i].dep in {"appos", "case"}), default=noun)
    follower = max(last, noun) + 1
    if follower + 1 >= len(parse.tokens) or parse.tokens[follower].text.lower() not in FOLLOWING:
        return None
    named = (follower + 1,) if follower + 1 in where else ()  # "round Marib", where "round" is read as a verb
    for inner in (*objects_of_preposition(parse, follower), *named):
        found = place_in(parse, inner, where, toponyms)
        if found is not None:
            return found
    return None


def _inner_nouns(parse: Parse, noun: int) -> list[int]:
    """Return the nouns that say more closely where a noun is: after a preposition, in apposition, or in a clause.

    "Accounts that he held in Miami" are there; "arms used in Chad" need not be.
    """
    clauses = () if load_at(parse.tokens[noun]) else (t.index for t in children(parse, noun, "acl", "relcl"))
    nested = [
        i for above in (noun, *clauses) for p in children(parse, above, "prep") if p.lemma in NESTED
        for i in objects_of_preposition(parse, p.index)
    ]  # fmt: skip
    return nested + [t.index for t in children(parse, noun, "appos")]


def _owner(parse: Parse, noun: int, where: Spots, uses: tuple[str, ...]) -> int | None:
    """Return the toponym that stands before a noun as its owner or attribute, where the two mean one place."""
    owners = children(parse, noun, *OWNING)
    if owners and realm(parse, noun) not in uses:
        owners = tuple(t for t in owners if t.dep == "poss" and "territory" in uses)
    nearest = sorted((t for t in owners if t.index in where and t.head == noun), key=lambda t: -t.index)
    return next((where[t.index] for t in nearest), None)  # "Indonesia's Aceh province" is Aceh


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with all that the search in it needs.

    `carried` is what the movement told right before moves, in this sentence or the one before.
    """

    parse: Parse
    sentence: Sentence
    toponyms: tuple[Toponym, ...]
    where: Spots
    found: tuple[Trigger, ...]
    carried: tuple[Load, ...] = ()

    def place(self, noun: int) -> int | None:
        """Return the toponym that a noun leads to."""
        return place_in(self.parse, noun, self.where, self.toponyms)

    def is_name(self, noun: int) -> bool:
        """Tell whether a word names a place and is not its adjective."""
        return noun in self.where and self.toponyms[self.where[noun]].role != "demonym"

    def places(self, nouns: tuple[int, ...]) -> tuple[int, ...]:
        """Return the toponyms that nouns lead to, each once."""
        found = (p for noun in nouns if (p := self.place(noun)) is not None)
        each = tuple(dict.fromkeys(member for place in found for member in (place, *self._listed(place))))
        return tuple(i for i in each if not any(self._holds(i, j) for j in each))

    def _holds(self, whole: int, part: int) -> bool:
        """Tell whether one of two toponyms is the country or province of the other: "Amdjarass in Chad" is one end."""
        a, b = self.toponyms[whole].place, self.toponyms[part].place
        return a is not None and b is not None and a.kind in LANDS and lies_in(b, a)

    def _listed(self, place: int) -> Iterator[int]:
        """Yield the places that a name heads a list of: "the states of Durango and Sonora"."""
        for token in self.parse.between(self.toponyms[place].start, self.toponyms[place].end):
            yield from (self.where[i] for i in conjuncts(self.parse, token.index) if self.is_name(i))
            yield from (
                self.where[i]
                for t in children(self.parse, token.index, "appos")
                if self.is_name(t.index) and self._apart(place, self.where[t.index])
                for i in conjuncts(self.parse, t.index)
                if self.is_name(i)
            )  # "in Mali, Niger and Chad"

    def _apart(self, first: int, second: int) -> bool:
        """Tell whether two toponyms lie in different countries, so that neither says where the other is."""
        a, b = self.toponyms[first].place, self.toponyms[second].place
        return a is not None and b is not None and country_of(a) != country_of(b)

    def reach(self, trigger: Trigger) -> int:
        """Return the token at which the next word of movement stands, or the sentence ends."""
        return min((t.token for t in self.found if t.token > trigger.token), default=self.sentence.last)
