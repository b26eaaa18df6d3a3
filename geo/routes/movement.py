"""What one statement says was moved, from where to where."""

from dataclasses import dataclass

from geo.model import Sentence, Span
from geo.routes.what.cargo import Load
from geo.routes.where.ends import Ends


@dataclass(frozen=True, slots=True)
class Movement:
    """One statement that something was moved.

    `effect` is that of ``movement_contexts.csv``, "" if none; `made` is True where the origin is only where the cargo
    was made, `national` where it is the country of a cargo's adjective ("Bulgarian rifles"), `lent` where it is the end
    of another sentence's statement ("From there …"), `follows` where it is that of the statement before, `own` where
    the speaker says "we", `onward` where it goes on from the stretch before, `halted` where the destination may be only
    where the cargo came to light or, `arrived`, where it has come so far, `deal` where it is only bought, or sold to
    nobody in particular, `everyday` where the cargo counts only between two places that are told, `goers` where it is
    people whom nobody evacuates or expels, `between` where the words name both ends, though one may be a place that
    nobody knows, `unlike` where it only looks like a route. `aim` is the word that says where the cargo was only to go
    ("bound", "meant"), if one does.
    """

    trigger: int
    sentence: Sentence
    cargo: tuple[Load, ...]
    category: str
    ends: Ends
    operator: Span | None
    purpose: str | None
    habitual: bool
    effect: str
    made: bool = False
    national: bool = False
    lent: bool = False
    follows: bool = False
    own: bool = False
    onward: bool = False
    halted: bool = False
    arrived: bool = False
    deal: bool = False
    everyday: bool = False
    goers: bool = False
    between: bool = False
    unlike: bool = False
    aim: str = ""
