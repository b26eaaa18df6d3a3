"""A document -> its report with every incident that is told or only spoken of, for what is fitted on them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from unittest.mock import patch

from gazetteer.index import Gazetteer
from geo.language import Language
from geo.merge import events
from geo.merge.groups import Group
from geo.model import Document, Report, Toponym
from geo.pipeline import read_one


@dataclass(slots=True)
class _Everything:
    """Stands in for the rules that sift and join incidents: remembers them all, and keeps each."""

    groups: list[Group] = field(default_factory=list)

    def told(self, groups: Sequence[Group]) -> tuple[bool, ...]:
        self.groups = list(groups)
        return (True,) * len(groups)

    def titles(
        self, _groups: Sequence[Group], news: tuple[bool, ...], _toponyms: Sequence[Toponym]
    ) -> tuple[bool, ...]:
        return news

    def no_totals(self, groups: Sequence[Group], _news: tuple[bool, ...]) -> tuple[bool, ...]:
        return (False,) * len(groups)

    def apart(self, groups: Sequence[Group]) -> list[Group]:
        return list(groups)


def unsifted(
    document: Document, gazetteer: Gazetteer, pipeline: Language, *, joined: bool
) -> tuple[Report, list[Group]]:
    """Return a document's report with all incidents, and the tellings of each.

    Parameters
    ----------
    document, gazetteer, pipeline
        What to read, and with what.
    joined
        Whether incidents are joined that are told again in other words.
    """
    everything = _Everything()
    stand_ins = {
        "told": everything.told,
        "without_lone_titles": everything.titles,
        "are_totals": everything.no_totals,
        **({} if joined else {"once": everything.apart}),
    }
    with patch.multiple(events, **stand_ins):
        return read_one(document, gazetteer, pipeline), everything.groups
