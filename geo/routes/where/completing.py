"""Statements -> the same with the ends that they lack, where the words beside a place say that it is one."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from gazetteer.place import Place
from geo.model import Parse, Token
from geo.routes.context import contexts
from geo.routes.joining import counts
from geo.routes.movement import Movement
from geo.routes.notes import noted
from geo.routes.what.cargo import load_at, measured
from geo.routes.where.ends import Ends
from geo.routes.where.roles import JOINS, Role, places_at, roles
from geo.routes.where.whereabouts import Scene, lies_in
from geo.routes.words import has_mark, is_deal


def completed(scene: Scene, told: Sequence[Movement]) -> Iterator[Movement]:
    """Yield a sentence's statements with the ends that they lack, or one where there is none.

    Parameters
    ----------
    scene, told
        The sentence, with its places, and what its words of movement say.
    """
    lacking = [m for m in told if counts(m)] or list(told)
    said = roles(scene) if len(lacking) < 2 else ()
    yield from (_filled(scene, m, said) if said and m in lacking else m for m in told)
    if said and not told:
        yield from noted(scene, said)


def _filled(scene: Scene, statement: Movement, said: tuple[Role, ...]) -> Movement:
    """Return a statement with the one place that is said to be the end which it lacks, and those on the way."""
    if statement.cargo and all(has_mark(scene.parse.tokens[c.token], "conveyance") for c in statement.cargo):
        return statement  # "hijacked an airliner from Oran and had it land at Tunis"
    said = tuple(role for role in said if _is_of(scene.parse, role, statement))
    ends, national = statement.ends, statement.national
    if (national or not ends.origins) and (ends.destinations or ends.via):
        origins = _the_one(scene, said, ends, "origin")
        ends, national = replace(ends, origins=origins or ends.origins), national and not origins
    if not ends.destinations and (ends.origins or ends.via):
        weaker = () if statement.category == "persons" else ("found", "rest")
        ends = replace(ends, destinations=_the_one(scene, said, ends, "destination", *weaker))
    ends = _further_back(scene, ends, said)
    passed = (i for i in _on_the_way(scene, statement, ends, said) if not _is_known(scene, i, _known(scene, ends)))
    return replace(statement, national=national, ends=replace(ends, via=(*ends.via, *passed)))


def _the_one(scene: Scene, said: tuple[Role, ...], ends: Ends, *kinds: str) -> tuple[int, ...]:
    """Return the one new place that is said to be an end of the first kind of which there is any."""
    known = _known(scene, ends)
    fitting = (tuple(i for i in places_at(said, kind) if not _is_known(scene, i, known)) for kind in kinds)
    found = next((places for places in fitting if places), ())
    return found if len(found) == 1 else ()


def _on_the_way(scene: Scene, statement: Movement, ends: Ends, said: tuple[Role, ...]) -> Iterator[int]:
    """Yield the places on the way: those said to be, where it came to light on it, or was packed after it set out."""
    yield from places_at(said, "via")
    yield from (r.place for r in said if r.end == "found" and (statement.aim or _stops(scene.parse.tokens[r.word])))
    later = (r for r in said if r.end == "origin" and scene.parse.tokens[r.word].pos == "VERB")
    yield from (r.place for r in later if ends.origins and ends.destinations and r.place > ends.origins[0])


def _stops(word: Token) -> bool:
    """Tell whether a word says that cargo was stopped, and not only found: "a ship carrying rifles was seized off"."""
    stopped = word.pos == "VERB" and contexts().get(word.lemma) in {"seized", "stopped"}
    return stopped and word.lemma != "capture"  # which is done to people


def _is_of(parse: Parse, role: Role, statement: Movement) -> bool:
    """Tell whether what is said of a place may be of a statement's cargo: not "from Oran" of "pills from Oran"."""
    word = parse.tokens[role.word]
    other = load_at(parse.tokens[word.head])
    own = {i for load in statement.cargo for i in measured(parse, load.token)}
    return (role.end != "origin" or word.text.lower() not in JOINS) and (other is None or other.token in own)


def _further_back(scene: Scene, ends: Ends, said: tuple[Role, ...]) -> Ends:
    """Return ends that begin where a cargo was got, made or stored first: "felled in Bignona, shipped from Banjul"."""
    tokens = scene.parse.tokens
    starts = any(tokens[r.word].lemma == "from" and r.place in ends.origins for r in said)
    verbs = (r for r in said if r.end == "origin" and tokens[r.word].pos == "VERB")
    first = (r for r in verbs if not (starts and is_deal(tokens[r.word])))  # "bought in Graz, shipped from"
    got = next((r.place for r in first), None)
    place = scene.toponyms[got].place if got is not None else None
    if got is None or place is None or len(ends.origins) != 1 or got >= ends.origins[0]:
        return ends
    if place.kind == "country" or place in _known(scene, ends):
        return ends
    return replace(ends, origins=(got,), via=(*ends.origins, *ends.via))


def _known(scene: Scene, ends: Ends) -> set[Place | None]:
    return {scene.toponyms[i].place for i in (*ends.origins, *ends.destinations, *ends.via)}


def _is_known(scene: Scene, place: int, known: Collection[Place | None]) -> bool:
    """Tell whether a place is an end already, or only says in what country one lies."""
    whole = scene.toponyms[place].place
    return whole is None or whole in known or any(part and lies_in(part, whole) for part in known)
