"""Features -> the words that tell them to a reader."""

from gazetteer.place import Place
from geo.resolve.company import Company
from geo.resolve.sense import Sense


def in_words(place: Place, sense: Sense, company: Company | None) -> dict[str, str]:
    """Return the features that are reasons by themselves, each as one that a person can check."""
    kind, noun = place.kind.replace("_", " "), ", ".join(sense.containers)
    same = round(company.countries.get(place.country or "", 0.0)) if company else 0
    unit = round(company.units.get((place.country, place.admin1 or ""), 0.0)) if company else 0
    source = company.source.name if company and company.source else ""
    return {
        "population": f"population {place.population:,}",
        "extent": f"extent {place.radius_km:,.0f} km",
        "country": "a country",
        "capital": "a capital",
        "only": "the only place of that name",
        "listed first": "the best known of that name",
        "town of its name": "a unit whose town has the same name",
        "main name": "its main name",
        "like its name": f"a spelling of {place.name}",
        "vetted name": f"a name of {place.name}",
        "hearsay": f"hardly a name of {place.name}",
        "kind": f"named as {kind}",
        "second kind": f"named as {kind}",
        "other kind": f"not named as {kind}",
        "inside": f"said to be in {noun}",
        "by": f"followed by {noun}",
        "same country": _others(same, place.country),
        "people": _others(same, place.country),
        "country named": "its country is named",
        "same unit": _others(unit, place.admin1),
        "near": "near the other places",
        "unsupported": "no other place in its country",
        "rival": "another place of that name is in a country that the report speaks of",
        "source": f"near {source}, where the report is from",
        "acronym": "an abbreviation rather than a name",
    }


def _others(number: int, where: str | None) -> str:
    return (
        f"{number} other place{'' if number == 1 else 's'} in {where}" if number else f"other names may lie in {where}"
    )
