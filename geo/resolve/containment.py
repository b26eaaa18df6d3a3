"""What a name's neighbours say it lies in ("Paris, Texas", "Moura in Mali"), and whether a place does lie there."""

import re
from collections.abc import Iterable, Sequence

from gazetteer import Gazetteer
from gazetteer.countries import former_lands
from gazetteer.names import key
from gazetteer.place import Place
from geo.model import Mention
from geo.model.precision import LANDS, UNITS
from geo.resolve.demonyms import lands_of
from geo.resolve.distance import closeness, kilometres
from geo.resolve.kinds import kinds_of, split_kind
from geo.syntax.described import is_told_of

# Between a name and what it lies in: "Paris, Texas", "Paris (Texas)", "Moura in central Mali", "in the province of",
# "the Saltivskyi district of Kharkiv", "the Al-Salam market in Nyala", "Dorow, a small town in Lower Saxony", "the Rur
# province of Xan".
SITE = r"\s+(?:square|street|road|bazaar|market|hospital|clinic|mosque|church|school|university|prison|hotel)\b"
POST = re.compile(r"\s+(?:checkpoint|tollbooth|roadblock|toll\s+(?:plaza|gate|booth))\b", re.IGNORECASE)
SETTLED = r"(?:village|town|hamlet|city|settlement|locality|community|suburb|neighbou?rhood|quarter|district|township)"
PART = r"(?:subdistrict|borough|ward|area|camp|section|sector|zone|estate|slum|favela|barrio|division)"
NOUN = rf"(?:{SITE}|\s+(?:{PART}|{SETTLED})\b)"
SIDE = r"\s+(?:neighbou?rhood|quarter|suburb)\s+(?:north|south|east|west)-?(?:east|west)?"  # "the Xan suburb north of"
UNIT = r"(?:province|state|governorate|region|department|county|municipality|oblast)"
TOLD = rf",\s+an?\s+(?:\w+\s+){{0,2}}{SETTLED}\s+(?:with)?(?:in|of)\s+"
SITED = re.compile(rf"(?:['’]s)?{SITE}", re.IGNORECASE)  # "St. Peter's hospital"
WITHIN = re.compile(
    rf"(?:{TOLD}|{NOUN}?(?:\s{{0,2}},\s{{1,2}}|\s\(|,?\s+(?:with)?in\s+)|(?:{NOUN}|{SIDE}|\s+{UNIT})\s+of\s+)(?:in\s+)?(?:the\s+)?"
    r"(?:(?:far\s+)?(?:north|south|east|west)?-?(?:ern|east|west|eastern|western|central)?\s+)?"
    r"(?:(?:cent(?:er|re)|heart|middle)\s+of\s+)?"
    r"(?:(?:province|state|governorate|region|district|department|county|municipality|commune|canton|parish|city|town)"
    r"\s+of\s+)?",
    re.IGNORECASE,
)
# "La Mar province, Ayacucho department", "Yumbo municipality, Colombia"
UNIT_WITHIN = re.compile(
    r"\s+(?P<unit>province|district|county|municipality|jurisdiction|commune|canton|parish|township)(?:\s?,\s{1,2}|\s\()"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
# "Xan, on the eastern tip of Guadalcanal"
COAST = re.compile(
    r",?\s+on\s+the\s+(?:\w+\s+){0,2}(?:tip|coast|shore|shores|side|edge|end|bank|banks|slopes|island)\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "Xan in Senegal's troubled southern province of Casamance"
OF_COUNTRY = re.compile(
    r"['\u2019]s?\s+(?:[\w-]+\s+){0,3}?(?:(?:province|state|region|district|department|governorate|county)\s+of\s+)?",
    re.IGNORECASE,
)
IN = re.compile(r".*\bin\s+(?:[\w-]+\s+)?", re.IGNORECASE | re.DOTALL)
CHAINED = re.compile(rf"\s*(?:(?:{UNIT}|district)?,|\s(?:{UNIT}|district)\s+of)\s+", re.IGNORECASE)
OWNED = re.compile(r"(?:['\u2019`]s|(?<=s)['\u2019`])\s+", re.IGNORECASE)  # "Kharkiv's Saltivskyi district"
LISTED = re.compile(r"\s*(?:,|,?\s+(?:and|or|&))\s+(?:the\s+)?", re.IGNORECASE)
OWN_WORD = re.compile(
    r"\s+(?!(?:on|in|at|near|where|when|after|before|and|by|for|to|from|during|district|province)\b)[a-z]"
)
ACTING = frozenset({"organisation", "demonym", "metonym", "possessive"})  # "in Mosul, the U.S. military said"
ADMINISTERED = LANDS | UNITS
OWNERS = UNITS | {"populated_place"}
HOLDERS = ADMINISTERED | {"region", "terrain"}
ABROAD_KM = 1000.0  # beyond a country, within which its people may have a town
BEYOND = 1.5  # times a unit's radius at which a place no longer lies in it
WIDEST_KM = 160.0  # from the middle of a second-order unit whose reach is not known: those of the Sahara are that wide
DEEPEST = 3  # names that a place may be followed by: district, province, country


def containers_of(mentions: Sequence[Mention], number: int, text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the names that a mention is said to lie in, the nearest first.

    Parameters
    ----------
    mentions
        The document's, in the order of its text.
    number
        Which of them.
    text
        The document's.
    gazetteer
        Tells "Lyon, France" from "Lagos, Kano and Kaduna", which is a list.
    """
    if mentions[number].role != "literal":
        return ()
    if (unit := unit_of_country(mentions, number, text)) is not None:
        return (mentions[unit].names[0], mentions[unit - 1].names[0])
    found: list[str] = []
    gaps = WITHIN
    for one in range(number, min(number + DEEPEST, len(mentions) - 1)):
        here, following = mentions[one], mentions[one + 1]
        if following.offset is not None or following.fixed is not None or following.role in ACTING:
            break
        within = _lies_within(text, here, following, gaps) and not is_holder(here, following, text)
        within = within or _is_unit_within(text, here, following, gazetteer)
        if not within or _is_list(mentions, one, text, gazetteer):
            break
        if _speaks(text, here, following) and not places_called(following.names[0], gazetteer):
            break
        found.append(following.names[0])
        gaps = CHAINED
        likeliest = places_called(found[-1], gazetteer)[:1]
        if any(place.kind not in ADMINISTERED for place in likeliest):  # "Kut, Amarah, Iraq" is a list
            break
    return tuple(found) or _owner(mentions, number, text, gazetteer)


def _lies_within(text: str, here: Mention, following: Mention, gaps: re.Pattern[str]) -> bool:
    """Tell whether what stands between two names says that the first lies in the second."""
    return any(gap.fullmatch(text, here.end, following.start) for gap in (gaps, COAST))


def _is_unit_within(text: str, here: Mention, following: Mention, gazetteer: Gazetteer) -> bool:
    """Tell whether a small unit is said to lie in a larger one, or in a country."""
    gap = UNIT_WITHIN.fullmatch(text, here.end, following.start)
    largest = places_called(following.names[0], gazetteer)[:1] if gap else ()
    return any(place.kind in LANDS for place in largest) and not (
        gap and text[following.end :].lstrip().lower().startswith(gap["unit"].lower())
    )


def _speaks(text: str, here: Mention, following: Mention) -> bool:
    """Tell whether a name after a comma goes on with a word of its own: "near Gao, the Xanta agency reported"."""
    comma = text[here.end : following.start].strip().removesuffix("the").strip() == ","
    return comma and OWN_WORD.match(text, following.end) is not None


def unit_of_country(mentions: Sequence[Mention], number: int, text: str) -> int | None:
    """Return which mention is the unit of a country that a name is said to lie in: "Xan in Mali's Mopti region".

    Parameters
    ----------
    mentions
        The document's, in the order of its text.
    number
        Which of them lies there.
    text
        The document's.
    """
    if number + 2 >= len(mentions) or mentions[number + 1].role not in {"possessive", "literal"}:
        return None
    name, country, unit = mentions[number : number + 3]
    owned = unit.role == "literal" and OF_COUNTRY.fullmatch(text, country.end, unit.start)
    within = WITHIN.fullmatch(text, name.end, country.start) and IN.fullmatch(text, name.end, country.start)
    return number + 2 if owned and within else None


def _owner(mentions: Sequence[Mention], number: int, text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the name of the town or unit that owns a part of it, () where none does."""
    if number == 0:
        return ()
    holder, mention = mentions[number - 1], mentions[number]
    if is_holder(holder, mention, text):
        return _holding(holder, mention, gazetteer)
    owner = holder.names[0] if is_owned(holder, mention, text) else ""
    owners = OWNERS | {"country"} if kinds_of(mention.names[0])[:1] == ("populated_place",) else OWNERS
    return (owner,) if any(place.kind in owners for place in places_called(owner, gazetteer)[:1]) else ()


def _holding(holder: Mention, mention: Mention, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the names of the lands in one of which a place is told to lie: "the Lebanese village of Qana".

    Those of a people, () where a town of the name lies not far abroad: "the Armenian town of Bourj Hammoud".
    """
    lands = lands_of(holder.names[0], gazetteer)
    if not lands:
        held = any(place.kind in HOLDERS for place in places_called(holder.names[0], gazetteer)[:1])
        return (holder.names[0],) if held else ()
    places = next(filter(None, map(gazetteer.candidates, mention.names)), ())
    inside = any(lies_in(place, land) for place in places for land in lands)
    abroad = any(kilometres(place, land) < land.radius_km + ABROAD_KM for place in places[:1] for land in lands)
    return tuple(land.name for land in lands) if inside or not abroad else ()


def is_holder(holder: Mention, mention: Mention, text: str) -> bool:
    """Tell whether the noun between two names is the second's: "the Kosovo village of Xan", no "Xan area of Kut"."""
    whole = holder.role == "demonym" or holder.names[0].casefold() == holder.surface.casefold()
    return whole and holder.role != "organisation" and is_told_of(text, holder.end, mention.start)


def is_owned(owner: Mention, part: Mention, text: str) -> bool:
    """Tell whether a name with a noun such as "district" follows its owner's: "Kharkiv's Saltivskyi district"."""
    has_noun = part.names[0].casefold() != part.surface.casefold()
    return has_noun and OWNED.fullmatch(text, owner.end, part.start) is not None


def is_site(mention: Mention, text: str) -> bool:
    """Tell whether a name is a market's, a hospital's or the like, which may stand anywhere: "the Valencia hotel"."""
    return mention.role == "literal" and SITED.match(text, mention.end) is not None


def is_post(mention: Mention, text: str) -> bool:
    """Tell whether a name is that of a checkpoint or the like, which hardly bears the name of a place far away."""
    return mention.role == "literal" and POST.match(text, mention.end) is not None


def _is_list(mentions: Sequence[Mention], one: int, text: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the name after mention `one` is a further item of a list: a third of its kind follows it."""
    if text[mentions[one].end : mentions[one + 1].start].strip() != "," or one + 2 >= len(mentions):
        return False
    item, third = mentions[one + 1], mentions[one + 2]
    if LISTED.fullmatch(text, item.end, third.start) is None:
        return False
    kinds = [[place.kind for place in gazetteer.candidates(m.names[0])[:3]] for m in (item, third)]
    if "and" in text[item.end : third.start].lower().split():
        return not kinds[1] or bool(set(kinds[0]) & set(kinds[1]))
    part = not kinds[0] and kinds_of(item.names[0])  # "Sitio Lumang, Barangay Ilaya, Roxas City"
    return kinds[0][:1] == kinds[1][:1] or (not kinds[0] and not part and kinds[1][0] not in ADMINISTERED)


def units_named(names: Iterable[str], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the countries and units that the names may mean."""
    return tuple(place for name in names for place in places_called(name, gazetteer) if place.kind in ADMINISTERED)


def places_called(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places of a name; where none has it whole, "Shwebo Township" are the units called "Shwebo".

    Those of a state that is no more are the countries that lie there today.
    """
    if whole := gazetteer.candidates(name) or former_lands(name, gazetteer):
        return tuple(whole)
    bare, kinds = split_kind(name)
    of_name = gazetteer.candidates(bare) if kinds else ()
    return next((found for kind in kinds if (found := tuple(p for p in of_name if p.kind == kind))), ())


def lies_in(place: Place, unit: Place) -> bool:
    """Tell whether a place lies in a country or a first- or second-order unit, itself not counted.

    Of a second-order unit only its radius is known, and of a unit that another source names otherwise.
    """
    if place.country != unit.country or place.id == unit.id or place.kind == "country":
        return False
    if unit.kind == "country":
        return True
    if unit.kind == "admin1":
        return place.kind != "admin1" and key(place.admin1 or "") == key(unit.admin1 or unit.name)
    return place.kind not in UNITS and kilometres(place, unit) <= BEYOND * unit.radius_km


def lies_by(place: Place, names: Iterable[str], gazetteer: Gazetteer) -> bool:
    """Tell whether a place lies in or by one of the places that names may mean: "Karrada, Baghdad"."""
    around = (other for name in names for other in gazetteer.candidates(name)[:3] if other.id != place.id)
    return any(lies_in(place, other) or closeness(place, other) > 0.5 for other in around if other.kind != "country")


def lies_around(place: Place, unit: Place) -> bool:
    """Tell whether a place may lie in a second-order unit of unknown reach: both are in one first-order unit."""
    in_one = place.country == unit.country and place.admin1 is not None and place.admin1 == unit.admin1
    return in_one and unit.kind == "admin2" and place.kind not in ADMINISTERED and kilometres(place, unit) <= WIDEST_KM
