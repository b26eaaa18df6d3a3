"""Which place a name means: invented sentences, the confidence and the reasons given."""

import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.mentions.finding import find
from geo.model import Document, Mention, Toponym
from geo.model.precision import PRECISION, precision_of
from geo.resolve import resolve


@pytest.fixture
def placed(gazetteer: Any, language: Any) -> Any:
    """Return a function that resolves the places of a text: {surface: toponym}."""

    def resolved(text: str, **known: Any) -> dict[str, Toponym]:
        document = Document("invented", text, **known)
        toponyms = resolve(find(language.parse(text), gazetteer), document, gazetteer)
        return {toponym.surface: toponym for toponym in toponyms}

    return resolved


@pytest.mark.parametrize(
    ("text", "surface", "country", "kind"),
    [
        ("Police in Paris arrested two men.", "Paris", "FR", "populated_place"),
        ("French troops killed 20 fighters near Tessalit on Friday, Paris said.", "Tessalit", "ML", "populated_place"),
        ("Police in Paris, Texas, arrested two men.", "Paris", "US", "populated_place"),
        ("The army of Georgia shelled Tskhinvali, Tbilisi said.", "Georgia", "GE", "country"),
        ("Officials in Atlanta, Georgia, met those of Savannah and Macon.", "Georgia", "US", "admin1"),
        ("Iraqi officials said so.", "Iraqi", "IQ", "country"),
        ("A bomb exploded in Kut.", "Kut", "IQ", "populated_place"),
        ("Four died near Tal Afar.", "Tal Afar", "IQ", "populated_place"),
        ("Shells hit Tripoli in Lebanon.", "Tripoli", "LB", "populated_place"),
        ("Troops moved on Tripoli and Misrata.", "Tripoli", "LY", "populated_place"),
        ("Troops patrolled Anbar province.", "Anbar", "IQ", "admin1"),
        ("They were held in Sadr City.", "Sadr City", "IQ", "section"),
        ("Congolese soldiers fled to Goma.", "Congolese", "CD", "country"),
        (
            "Congolese soldiers left Brazzaville, in the Republic of the Congo, for Pointe-Noire.",
            "Congolese",
            "CG",
            "country",
        ),
        ("The patrol was hit in Shusha, Azerbaijan.", "Shusha", "AZ", "populated_place"),
        ("Police in Gary, Ind., arrested him.", "Ind.", "US", "admin1"),
        ("Ships passed the Strait of Hormuz.", "Strait of Hormuz", None, "water"),
        ("Aid reached Europe.", "Europe", None, "region"),
    ],
)
def test_chooses_the_place_a_reader_would(text: str, surface: str, country: str | None, kind: str, placed: Any) -> None:
    place = placed(text)[surface].place
    assert (place.country, place.kind) == (country, kind)


@pytest.mark.parametrize(
    ("text", "surface"),
    [("Rebels seized Kyoga town on Monday.", "Kyoga"), ("They fled to the village of Bangweulu.", "Bangweulu")],
)
def test_what_is_called_a_town_is_no_lake_of_its_bare_name(text: str, surface: str, placed: Any) -> None:
    found = placed(text)
    assert not any(toponym.place and toponym.place.kind == "water" for toponym in found.values())
    assert placed(f"They crossed Lake {surface}.")[f"Lake {surface}"].place.kind == "water"


def test_an_organisations_place_is_not_resolved(placed: Any) -> None:
    toponym = placed("The Qods Force attacked.")["Qods"]
    assert (toponym.place, toponym.confidence, toponym.alternatives) == (None, 0.0, ())
    assert toponym.reasons == ("part of an organisation's name",)


def test_what_the_gazetteer_lacks_stays_unresolved(placed: Any) -> None:
    toponym = placed("Shells fell on the village of Xanqorbel.")["Xanqorbel"]
    assert toponym.place is None
    assert toponym.reasons == ("not in the gazetteer",)


AFAR = "Police in Durres and Shkoder watched the roads. Rockets hit Pristina, Pec and Prizren, and shells fell in "


@pytest.mark.parametrize(
    ("name", "placed_at"), [("Monroe", None), ("Geneva", "CH"), ("Tirana", "AL"), ("Valletta", "MT")]
)
def test_a_small_town_far_from_all_others_is_not_meant(name: str, placed_at: str | None, placed: Any) -> None:
    place = placed(f"{AFAR}{name}.")[name].place
    assert (place and place.country) == placed_at


@pytest.mark.parametrize(
    ("text", "surface", "country"),
    [
        # of several small towns of the name in the report's country, all far from where the report is about
        ("Rockets hit Tucson, Nogales and Douglas, Arizona. Shots were heard in Trinity.", "Trinity", None),
        ("Rockets hit Tucson, Nogales and Douglas, Arizona. Shots were heard in Benson.", "Benson", "US"),
        ("Rockets hit Tucson, Nogales and Douglas, Arizona. Shots were heard in Trinity, Texas.", "Trinity", "US"),
        ("Police in Calais stopped a lorry that was on its way from Rotterdam to Dublin.", "Calais", None),
        ("Police in Calais, Maine, stopped a lorry that was on its way to Bangor.", "Calais", "US"),
        ("Rockets hit Kathu and Mafikeng. Shots were heard in Port Nolloth.", "Port Nolloth", "ZA"),
    ],
)
def test_a_small_town_that_strays_from_the_report_is_not_meant(
    text: str, surface: str, country: str | None, placed: Any
) -> None:
    place = placed(text)[surface].place
    assert (place and place.country) == country


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("Six men were shot in Mexico, a rights group in Mexico City said.", "Mexico", "country"),
        ("Ukraine says troops from Chechnya fought in Bakhmut.", "Chechnya", "admin1"),
        ("Guatemala City, 4 Feb. -- Two men were shot near the border of Guatemala.", "Guatemala", "country"),
        ("Police in New York City found a cache of arms. It came from New York.", "New York", "populated_place"),
    ],
)
def test_a_country_is_meant_where_its_town_is_called_in_full(text: str, surface: str, kind: str, placed: Any) -> None:
    assert placed(text)[surface].place.kind == kind


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kolkatta", None), ("New Delhi", "IN"), ("Bagdad", "IQ"), ("Teheran", "IR"), ("Rangoon", "MM"), ("Kiev", "UA")],
)
def test_a_great_city_that_nobody_spells_so_is_not_meant_from_afar(name: str, country: str | None, placed: Any) -> None:
    text = f"Troops watched Banda Aceh, Sigli, Langsa and Lhokseumawe, and a teacher was shot in {name}."
    place = placed(text)[name].place
    assert (place and place.country) == country


@pytest.mark.parametrize(
    ("text", "surface", "country"),
    [
        ("SAN SALVADOR, 3 JAN 90 -- [TEXT] FIGHTING WENT ON IN THE EASTERN REGION.", "EASTERN REGION", None),
        ("Fighting broke out in Tamale, in the Northern Region of Ghana.", "Northern Region", "GH"),
        ("Grenade on a barber shop in Kano. Two hurt.", "Grenade", None),
        ("Students in Cape Town protested against the war in Sudan.", "Cape Town", "ZA"),
    ],
)
def test_a_part_of_any_country_is_that_of_one_spoken_of(
    text: str, surface: str, country: str | None, placed: Any
) -> None:
    found = placed(text).get(surface)
    assert (found.place.country if found and found.place else None) == country


def test_a_small_town_across_a_border_is_meant(placed: Any) -> None:
    place = placed("Police searched houses in Limerick, Dublin, Sligo and Cavan after a bomb in Enniskillen.")
    assert place["Enniskillen"].place.country == "GB"


def test_two_namesakes_in_one_far_country_do_not_speak_for_each_other(placed: Any) -> None:
    found = placed(
        "Shots were fired in Belfast, Portadown, Strabane, Newry, Armagh, Omagh and Lurgan. A bomb lay near "
        "Woodbourne, another near Rosetown."
    )
    assert {found[name].place for name in ("Woodbourne", "Rosetown") if name in found} == {None}


def test_a_river_is_not_taken_for_a_county_of_its_name(placed: Any) -> None:
    places = placed("Cavalry forded the Platte River at dusk.")
    assert all(t.place is None or t.place.kind == "water" for t in places.values())


@pytest.mark.parametrize(
    ("text", "surface", "country", "kind"),
    [
        ("Votes were counted in California, Colorado, Georgia, New York, Ohio and Utah.", "Colorado", "US", "admin1"),
        ("Votes were counted in California, Colorado, Georgia, New York, Ohio and Utah.", "New York", "US", None),
        ("The drill was held in Kashmir, in India.", "Kashmir", None, None),
        ("The ship sank in the Indian Ocean, Seychelles officials said.", "Indian Ocean", None, "water"),
        ("Crowds met in Los Angeles, California, and in London.", "London", "GB", "populated_place"),
    ],
)
def test_a_list_or_a_namesake_elsewhere_bars_no_place(
    text: str, surface: str, country: str | None, kind: str | None, placed: Any
) -> None:
    place = placed(text)[surface].place
    assert place is not None
    assert place.country == country or surface == "Kashmir"
    assert kind in {place.kind, None}


@pytest.mark.parametrize(
    ("text", "surface", "around", "kind"),
    [
        ("Gunmen burned huts in Xanqorbel, Mopti Region.", "Xanqorbel", "Mopti", "admin1"),
        ("They were seen in Xanqorbel in Anbar province.", "Xanqorbel", "Anbar", "admin1"),
        ("They were seen in Xanqorbel village in Anbar province.", "Xanqorbel", "Anbar", "admin1"),
        ("Police found a bomb in Xanqorbel, a small hamlet of Popayan.", "Xanqorbel", "Popay", "populated_place"),
        # There is a Bassein in India and in Burma, and none in the district of Katha.
        ("Soldiers burned Bassein village in Katha Township.", "Bassein", "Katha", "admin2"),
    ],
)
def test_an_unknown_place_is_put_in_the_unit_that_it_is_said_to_lie_in(
    text: str, surface: str, around: str, kind: str, placed: Any
) -> None:
    toponym = placed(text)[surface]
    assert toponym.place.name == surface
    assert toponym.place.feature == f"in {kind}"
    assert precision_of(toponym.place) == max(2, PRECISION[kind])
    assert f"put in {around}" in toponym.reasons[-1]


def test_an_unknown_place_in_a_country_is_put_nowhere(placed: Any) -> None:
    assert placed("Gunmen burned huts in Xanqorbel in Mali.")["Xanqorbel"].place is None


def test_a_town_of_a_countrys_name_is_one_sense_whatever_its_role(gazetteer: Any) -> None:
    text = "Palestine, Texas, police said so. The Palestine police chief agreed."
    mentions = [
        Mention(0, 9, "Palestine", "literal", ("Palestine",)),
        Mention(11, 16, "Texas", "literal", ("Texas",)),
        Mention(37, 46, "Palestine", "demonym", ("Palestine",)),
    ]
    first, _, later = resolve(mentions, Document("invented", text), gazetteer)
    assert first.place is not None
    assert first.place == later.place
    assert first.place.admin1 == "Texas"


def test_a_town_whose_name_ends_in_town_is_not_surely_the_one_without_it(gazetteer: Any) -> None:
    mention = Mention(3, 14, "Grants Town", "literal", ("Grants Town", "Grants"))
    (toponym,) = resolve([mention], Document("invented", "In Grants Town a house burned."), gazetteer)
    assert toponym.confidence < 0.9


def test_where_the_report_is_from_decides_between_equals(placed: Any) -> None:
    text = "A house burned down in Springfield."
    from_ohio = placed(text, source_location="Columbus, Ohio")["Springfield"]
    from_massachusetts = placed(text, source_location="Boston")["Springfield"]
    assert from_ohio.place.admin1 == "Ohio"
    assert from_massachusetts.place.admin1 == "Massachusetts"
    assert any("where the report is from" in reason for reason in from_ohio.reasons)


def test_one_sense_for_a_name_throughout_a_document(placed: Any, gazetteer: Any, language: Any) -> None:
    text = "Two were shot in Paris, Texas. Paris mourned them. The mayor of Paris spoke."
    toponyms = resolve(find(language.parse(text), gazetteer), Document("invented", text), gazetteer)
    assert {t.place.country for t in toponyms if t.surface == "Paris" and t.place} == {"US"}


def test_says_why_and_what_else_it_might_be(placed: Any) -> None:
    toponym = placed("Police in Paris, Texas, arrested two men.")["Paris"]
    assert "said to be in Texas" in toponym.reasons
    toponym = placed("Police in Springfield, which is near Dayton, arrested two men.")["Springfield"]
    assert 1 <= len(toponym.alternatives) <= 5
    assert toponym.place.id not in {a.place.id for a in toponym.alternatives}


NAMES = st.sampled_from(
    ["Paris", "Springfield", "Iraq", "Georgia", "Homs", "Qods", "Nowhere at all", "Tripoli", "Iraqi", "Rio"]
)
ROLES = st.sampled_from(["literal", "metonym", "demonym", "organisation", "possessive"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(st.tuples(NAMES, ROLES), max_size=8))
def test_one_toponym_for_each_mention_and_confidences_that_sum_to_at_most_one(
    drawn: list[tuple[str, Any]], gazetteer: Any
) -> None:
    text, mentions = "", []
    for name, role in drawn:
        mentions.append(Mention(len(text), len(text) + len(name), name, role, (name,)))
        text += f"{name}, "
    toponyms = resolve(mentions, Document("invented", text), gazetteer)
    assert [(t.start, t.end, t.surface, t.role) for t in toponyms] == [
        (m.start, m.end, m.surface, m.role) for m in mentions
    ]
    for toponym in toponyms:
        shares = [toponym.confidence, *(a.confidence for a in toponym.alternatives)]
        assert all(0 <= share <= 1 for share in shares)
        assert sum(shares) <= 1 + 1e-3
        assert shares == sorted(shares, reverse=True) or math.isclose(max(shares), shares[0], abs_tol=1e-3)
        assert toponym.place is None or toponym.reasons
