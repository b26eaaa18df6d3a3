"""What a name of a document may mean where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gazetteer.place import Place

Key = tuple[bool, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sense:
    """A name of the document, used once or more in one sense.

    Parameters
    ----------
    candidates
        The places it may mean, the most prominent first.
    spelling
        The spelling under which they were found.
    kinds
        Kinds of place that a word beside it speaks of, the likeliest first; () if none does.
    containers
        Names of what it is said to lie in.
    barred
        Why it means none of the places that bear the name; "" where it may.
    inside
        Its candidates are those that lie in one of `containers`.
    acronym
        It is a short word in capitals.
    alone
        No other place has the name, but for units around the town of that name.
    astray
        The gazetteer knows none of its containers.
    actor
        It is only used of who acts or speaks ("French troops", "Paris said"), never of where something is.
    led
        It is somewhere said to be where a way leads from or to, which may well be abroad, or what a distance is from.
    strains
        {id: what being called so takes off the place's prominence}, as `Gazetteer.strains` has it.
    respelt
        No place bears the name; the candidates bear another transliteration of it.
    """

    candidates: tuple[Place, ...]
    spelling: str
    kinds: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    barred: str = ""
    inside: bool = False
    acronym: bool = False
    alone: bool = False
    astray: bool = False
    actor: bool = False
    led: bool = False
    strains: Mapping[str, float] = field(default_factory=dict)
    respelt: bool = False
