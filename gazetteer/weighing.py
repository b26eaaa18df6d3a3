"""How likely a reader is to mean a place by a name, how large it is, and which of its names a text may use.

The build of the bundled gazetteer and what a user adds share these measures, so that places of both can be compared.
"""

import math
import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz

from gazetteer.pack import VARIANT_PENALTY
from gazetteer.place import Kind, Place

ALTERNATE_PENALTY = 1.5  # a name of another sort
VARIANT_LIKENESS = 75  # per cent, by rapidfuzz.fuzz.ratio of the keys
UNLIKE_PENALTY = 3.0  # a name of another sort with which a place of no great size is hardly meant
UNLIKE_LIKENESS = 50  # per cent, as above
GREAT = 1_000_000  # people of a city whose former and foreign names are known: Saigon, Constantinople
SHORT_PENALTY = 0.3  # a unit's name without the word that says what it is
SECTION = "PPLX"
# What being a seat of government adds, in powers of ten of population; what is gone or a part of a town takes off.
SEAT_BONUS = {"PPLC": 1.5, "PPLG": 1.2, "PPLA": 0.7, "PPLA2": 0.3, "PPLA3": 0.1, "PPLX": -0.5}
SEAT_BONUS |= dict.fromkeys(("PPLH", "PPLQ", "PPLW", "PPLCH", "PPLR"), -1.0)
UNCOUNTED, UNCOUNTED_SEAT = ("PPLC", "PPLA", "PPLA2"), 2_000  # people of a seat for which GeoNames has none
TOWN_DENSITY, SECTION_DENSITY = 5_000, 20_000  # people on a square kilometre, of large towns and of their districts
_SCRIPTS = frozenset(("LATIN", "ARABIC", "CYRILLIC", "HEBREW"))
_CODE = re.compile(r"[A-Z0-9]{2,5}")
# The words for a unit in the languages that GeoNames names units in, behind the name and before it.
_TYPE = (
    r"(?:governorate|province|region|district|county|oblast['’]?|raion|rayon|department|municipality|prefecture|state|"
    r"division|parish|canton|republic|woreda|zone|regency|commune|voivodeship|city|wilaya(?:h|t)?|okrug|tumani|ilçesi|"
    r"shi|gun|barrio|pagasts|kommune?|járás|aūdany|vald|subregion|atoll|cercle|territory|township|"
    r"local government area)"
)
_TYPE_BEFORE = (
    r"(?:(?:province|district|municipality|county|commune|city|department|territory) of|provincia (?:del?(?: la)?|di)|"
    r"municipio(?: autónomo)?(?: del?(?: la)?)?|departamento (?:del?(?: la)?)|département (?:de(?: la)?|du)|"
    r"distrito (?:del?(?: la)?)|partido (?:del?(?: la)?)|cantón|comuna|commune de|cercle de|préfecture de|"
    r"province d[eu]|amphoe(?: mueang)?|huyện|quận|thành phố|thị xã|kabupaten|kota|shahrestān-e|ostān-e|velāyat-e|"
    r"powiat|gemeente|obshtina|gorodskoy okrug|okres|politischer bezirk|bezirk|općina|grad|daïra de|"
    r"wilaya de|bashkia|markaz|liwā’|nomós|nohiyai|muang|srŏk|oraş|municipiul|muḩāfaz̧at|qaḑā[’']|"
    r"mintaqat|minţaqat|mudīrīyat)"
)
_TYPED = re.compile(rf"(?i)^(.{{2,}}?)[\s-]+{_TYPE}$")
_TYPE_FIRST = re.compile(rf"(?i)^{_TYPE_BEFORE}[\s-]+(.{{2,}})$")


def prominence(place: Place) -> float:
    """Return how likely a reader is to mean a populated place: the logarithm of its people, and its seat's bonus."""
    people = place.population or (UNCOUNTED_SEAT if place.feature in UNCOUNTED else 0)
    return math.log10(people + 1) + SEAT_BONUS.get(place.feature, 0.0)


def town_radius(population: int, kind: Kind) -> float:
    """Return the radius in km of a disc that holds the population at a usual density: 1 to 30, sections to 3."""
    density, most = (SECTION_DENSITY, 3.0) if kind == "section" else (TOWN_DENSITY, 30.0)
    return round(min(most, max(1.0, math.sqrt(population / density / math.pi))), 1)


def penalty(own: str, other: str, population: int) -> float:
    """Return what a name takes off the prominence of a place.

    Parameters
    ----------
    own, other
        Keys of the place's own name and of the name that is judged.
    population
        People of the place: a former or foreign name of a city of a million is known, that of a small town is not,
        and is as a rule a coincidence of transliteration.
    """
    if other in {own, own.removesuffix("city")}:
        return 0.0
    likeness = fuzz.ratio(own, other)
    if likeness >= VARIANT_LIKENESS:
        return VARIANT_PENALTY
    return UNLIKE_PENALTY if likeness < UNLIKE_LIKENESS and population < GREAT else ALTERNATE_PENALTY


def without_type(name: str) -> str | None:
    """Return a unit's name without "Province" and the like, None if it has none."""
    found = _TYPED.match(name) or _TYPE_FIRST.match(name)
    return found[1] if found else None


def usable_names(names: Iterable[str]) -> tuple[str, ...]:
    """Keep the names that a text may use: four scripts, no codes, no machine transliterations in lower case."""
    return tuple(dict.fromkeys(name.strip() for name in names if _usable(name)))


def _usable(name: str) -> bool:
    if len(name) > 60 or _CODE.fullmatch(name):
        return False
    if name.isascii():
        return not name.islower() and sum(map(str.isalpha, name)) >= 2
    letters = [c for c in name if c.isalpha()]
    scripts = {unicodedata.name(c, "").split(" ", 1)[0] for c in letters}
    return len(letters) >= 2 and scripts <= _SCRIPTS and not (scripts == {"LATIN"} and name.islower())
