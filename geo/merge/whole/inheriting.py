"""An incident that its own words give no place or day -> that of the words around it, or where the report is set."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from geo.merge.again.neighbours import points_agree
from geo.merge.again.when import days_agree
from geo.merge.groups import Group
from geo.model import STANDS, Incident, Telling, Toponym, Where

SCENE = 4  # sentences over which what was found in something known is found where the deed was
CONTINUES = 2  # sentences over which "they" carries a place on
RECENT = 14  # days; a wire story's news is no older
REMEMBERED = 366  # days; what it recalls from farther back may have been anywhere
IN_TOWN, WIDE, COUNTRY = 2, 4, 6  # UCDP's precision of a town or so, of a province or more, and of a country


def with_places(
    incidents: Sequence[Incident],
    groups: Sequence[Group],
    toponyms: Sequence[Toponym],
    setting: Sequence[Where],
    unheard: Mapping[str, Where],
    *,
    news: Sequence[bool],
) -> list[Incident]:
    """Return incidents with the places that they take over, marked as inherited.

    Parameters
    ----------
    incidents
        Of one document, in the order in which they are first told.
    groups
        The tellings of each.
    toponyms
        The document's.
    setting
        Where the document is set, the finer first: the last resort.
    unheard
        {name that the gazetteer lacks: somewhere in the report's country}.
    news
        Which of them are told as news: what is spoken of in passing keeps no place to itself.
    """
    newest = max((i.when.end for i in incidents if i.when and i.when.end), default=None)
    placed: list[Incident] = []
    for number, (incident, own) in enumerate(zip(incidents, groups, strict=True)):
        found = _of_sentence_after(incident.where, own, groups[number + 1 : number + 1 + CONTINUES], toponyms)
        found = _of_own_sentence(found, own, toponyms)
        if found is None and not _says_place(own):
            found = _of_sentence_before(own, placed, news, toponyms)
            found = found or _of_the_one_before(incident, own, placed, groups, toponyms)
        found = found or _of_name(own, unheard)
        if found is None and not (_says_place(own) and _lies_abroad(own, toponyms, setting)):
            found = _of_setting(incident, own, setting, newest)
        placed.append(replace(incident, where=found))
    return placed


def with_days(incidents: Sequence[Incident], groups: Sequence[Group]) -> list[Incident]:
    """Return incidents with the days that they take over.

    Parameters
    ----------
    incidents, groups
        As for `with_places`.
    """
    dated: list[Incident] = []
    for number, (incident, own) in enumerate(zip(incidents, groups, strict=True)):
        day = next((t.around for t in own.tellings if t.around), None)
        if day is None and dated and _is_found_there(own.tellings[0], groups[number - 1].last):
            day = dated[-1].when
        dated.append(replace(incident, when=day) if day and _is_undated(incident) else incident)
    return dated


def _is_undated(incident: Incident) -> bool:
    return incident.when is None or (incident.when.start is None and incident.when.text is None)


def _says_place(own: Group) -> bool:
    """Tell whether its words name a place, though the gazetteer does not know it."""
    return any(t.place_said for t in own.tellings)


def _of_name(own: Group, unheard: Mapping[str, Where]) -> Where | None:
    """Return where the name is that its words give and the gazetteer lacks: somewhere in the report's country."""
    said = [name for t in own.tellings if (name := t.place_said)]
    whole = (unheard[name] for name in said if name in unheard)
    within = (found for name in said for surface, found in unheard.items() if surface.endswith(name))  # "2 km from Xan"
    return next(whole, None) or next(within, None)


def _lies_abroad(own: Group, toponyms: Sequence[Toponym], setting: Sequence[Where]) -> bool:
    """Tell whether its sentence names places of another country beside the one that the gazetteer does not know."""
    home = {toponyms[w.toponym].place for w in setting if w.toponym < len(toponyms)}
    countries = {place.country for place in home if place}
    claims = [claim for telling in own.tellings for claim in telling.incident.claims]
    beside = (t for t in toponyms if any(c.start <= t.start < c.end for c in claims))
    named = {t.place.country for t in beside if t.place and t.role == "literal" and t.place not in home}
    return bool(named) and named.isdisjoint(countries)


def _of_sentence_before(
    own: Group, placed: Sequence[Incident], news: Sequence[bool], toponyms: Sequence[Toponym]
) -> Where | None:
    """Return the place of a sentence before, unless another incident is told there or since."""
    before = own.tellings[0].before
    if before is None or not placed or placed[-1].where is None or not news[len(placed) - 1]:
        return before
    own_start = own.tellings[0].incident.claims[0].start
    ends = (c.end for c in placed[-1].claims if c.start < own_start)  # not of a denial further down
    return before if max(ends, default=0) < toponyms[before.toponym].start else None


def _of_sentence_after(
    found: Where | None, own: Group, others: Sequence[Group], toponyms: Sequence[Toponym]
) -> Where | None:
    """Return the place found for an incident, or the finer one in it that a next sentence gives and no other has."""
    after = next((t.after for t in own.tellings if t.after), None)
    if after is None or (found is None and (_says_place(own) or own.tellings[0].before is not None)):
        return found
    at = toponyms[after.toponym].start
    told = any(c.start <= at < c.end for other in others for c in other.whole.claims)
    return after if not told and (found is None or _is_finer(after, found, toponyms)) else found


def _of_own_sentence(found: Where | None, own: Group, toponyms: Sequence[Toponym]) -> Where | None:
    """Return the place found for an incident, or the one town in it at which its sentence has those told of.

    "In Northern Samar, a teacher was gunned down by two men on a scooter in the town of Catarman."
    """
    if found is None or found.precision <= IN_TOWN:
        return found
    for telling in own.tellings:
        spot, where = telling.before, telling.incident.where
        if (
            spot is None
            or spot.precision > IN_TOWN
            or telling.in_care
            or (where is None and telling != own.tellings[0])
        ):
            continue
        start = toponyms[spot.toponym].start
        said = any(c.start <= start < c.end for c in telling.incident.claims)
        wide = where is None or (where.precision > IN_TOWN and toponyms[where.toponym].start < start)
        if said and wide and points_agree(spot, found, toponyms):
            return replace(spot, inherited=found.inherited)
    return found


def _is_finer(fine: Where, coarse: Where, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether a place makes one finer that is a country or a province, or was not told but taken over."""
    narrow = fine.precision < WIDE or fine.radius_km * 2 < coarse.radius_km  # a stretch of road in a province
    wide = (coarse.inherited and fine.precision <= coarse.precision) or (narrow and coarse.precision >= WIDE)
    return wide and points_agree(fine, coarse, toponyms)


def _of_the_one_before(
    incident: Incident,
    own: Group,
    placed: Sequence[Incident],
    groups: Sequence[Group],
    toponyms: Sequence[Toponym],
) -> Where | None:
    """Return the place of the incident before, where this one goes on from it."""
    if not placed or placed[-1].where is None:
        return None
    first, last = own.tellings[0], groups[len(placed) - 1].last
    distance = first.sentence - last.sentence
    carried_on = (first.definite and distance <= CONTINUES) or (first.same_doers and distance <= 1)  # "they came back"
    near = distance <= 1 or (distance <= CONTINUES and not _between(placed[-1], first, toponyms))
    follows = near and first.paragraph == last.paragraph and _is_dayless(incident, placed[-1])
    abroad = not (carried_on or follows) or _names_another_country(placed[-1], first, toponyms)
    if abroad and not _is_found_there(first, last):
        return None
    return replace(placed[-1].where, inherited=True)


def _is_found_there(telling: Telling, last: Telling) -> bool:
    """Tell whether what was found was with those of whom the telling before it tells: "in the bags they dropped"."""
    near = telling.sentence - last.sentence <= SCENE
    return telling.known_scene and not telling.apart and near and last.incident.stage == "accomplished"


def _is_dayless(incident: Incident, before: Incident) -> bool:
    """Tell whether an incident has no day of its own that is not the one before's too."""
    return incident.when is None or (before.when is not None and days_agree(incident.when, before.when))


def _names_another_country(before: Incident, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether the text names another country from the one incident to the next."""
    assert before.where is not None  # noqa: S101 (the caller asked)
    home = toponyms[before.where.toponym].place
    between = _between(before, telling, toponyms)
    named = [t for t in between if t.place and t.place.kind == "country" and t.role in STANDS]
    countries = {t.place.country for t in named if t.place}
    return home is not None and bool(countries - {home.country})


def _between(before: Incident, telling: Telling, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Return the names from the one incident to the end of the next one's sentence."""
    return [t for t in toponyms if before.claims[-1].end <= t.start < telling.incident.claims[0].end]


def _of_setting(incident: Incident, own: Group, setting: Sequence[Where], newest: date | None) -> Where | None:
    """Return where the report is set; below the country only for news that names no place of its own."""
    end = incident.when.end if incident.when else None
    age = (newest - end).days if end and newest else 0
    fine = not _says_place(own) and age <= RECENT
    return next((w for w in setting if fine or (w.precision == COUNTRY and age <= REMEMBERED)), None)
