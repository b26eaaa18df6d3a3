"""A denial that names nothing ("the army rejected the accusation") -> which of the incidents before it it is of."""

from collections.abc import Sequence

from geo.merge.groups import Group, latest
from geo.merge.rivals import DOERS
from geo.merge.sufferers import words
from geo.model import Telling

NEAR = 4  # sentences between what is told and an answer to it
FAR = 12  # the same where it is the doers who answer


def is_answer(telling: Telling) -> bool:
    """Tell whether a telling only denies what was told before.

    Parameters
    ----------
    telling
        Any.
    """
    return telling.bare and telling.definite and telling.incident.modality == "denied"


def answered(groups: Sequence[Group], telling: Telling) -> tuple[int, ...]:
    """Return the positions of the incidents that an answer denies: what its speaker did, else what was told last.

    Where one sentence told of several, it is of all.

    Parameters
    ----------
    groups
        The incidents so far.
    telling
        An answer to one of them.
    """
    reach = {n: telling.sentence - groups[n].last.sentence for n in latest(groups)}
    own = [n for n, far in reach.items() if far <= FAR and _is_doer(groups[n], telling)]
    near = [n for n, far in reach.items() if far <= NEAR]
    found = [n for n in near if n in own] or near or own
    nearest = min((reach[n] for n in found), default=0)
    return tuple(n for n in found if reach[n] == nearest)


def _is_doer(group: Group, telling: Telling) -> bool:
    """Tell whether who denies it shares a word with who did it: "the MRTA leadership" with "MRTA fighters"."""
    by = set(words(telling.incident.claims[0].asserted_by or ""))
    doers = (p.text for p in group.whole.participants if p.role in DOERS)
    return any(by & set(words(text)) for text in doers)
