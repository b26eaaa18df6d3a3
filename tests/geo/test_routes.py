"""Every sentence here is invented. The places come from a small table, so that only the reading of routes is tested."""

import re
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.place import Place
from geo import flows, routes
from geo.language import load
from geo.model import Attribution, Document, Parse, Route, TimeExpression, Toponym, When

COUNTRIES = (
    "Iran Iraq Syria Lebanon Yemen Libya Mali Chad Sudan Niger Egypt Tunisia Turkey Jordan Serbia Croatia Bosnia Ukraine "
    "Russia Belarus Colombia Mexico Guatemala Honduras Nicaragua Ecuador Peru Spain Rwanda Uganda Ethiopia Eritrea "
    "Somalia Kenya Ireland Pakistan Afghanistan India China Qatar France Britain Cuba Angola Zambia Congo Italy Albania "
    "Kosovo Burma Thailand Oman Tajikistan Germany Belgium Venezuela"
).split()
OTHERS = {
    "El Salvador": ("country", "El Salvador"), "United States": ("country", "US"), "North Korea": ("country", "KP"),
    "South Sudan": ("country", "SS"), "Gaza": ("region", "Gaza"), "Sinai": ("region", "Sinai"), "Darfur": ("region", "Darfur"),
    "Tigray": ("admin1", "Tigray"), "Kurdistan": ("region", "Kurdistan"), "Donbas": ("region", "Donbas"),
    "Basra": ("populated_place", "Basra"), "Mosul": ("populated_place", "Mosul"), "Idlib": ("populated_place", "Idlib"),
    "Tripoli": ("populated_place", "Tripoli"), "Benghazi": ("populated_place", "Benghazi"), "Kidal": ("populated_place", "Kidal"),
    "Goma": ("populated_place", "Goma"), "Belfast": ("populated_place", "Belfast"), "Boston": ("populated_place", "Boston"),
    "Odessa": ("populated_place", "Odessa"), "Tartus": ("populated_place", "Tartus"), "Hodeidah": ("populated_place", "Hodeidah"),
    "Bandar Abbas": ("facility", "Bandar Abbas"), "Port Sudan": ("populated_place", "Port Sudan"),
    "Massawa": ("populated_place", "Massawa"), "Mekelle": ("populated_place", "Mekelle"), "Medellin": ("populated_place", "Medellin"),
    "Rotterdam": ("populated_place", "Rotterdam"), "Khartoum": ("populated_place", "Khartoum"), "Damascus": ("populated_place", "Damascus"),
    "Beirut": ("populated_place", "Beirut"), "Peshawar": ("populated_place", "Peshawar"), "Kabul": ("populated_place", "Kabul"),
    "Red Sea": ("water", "Red Sea"), "Gulf of Aden": ("water", "Gulf of Aden"), "Tehran": ("populated_place", "Iran"),
    "Moscow": ("populated_place", "Russia"),
}  # fmt: skip
DEMONYMS = {
    "Iranian": "Iran", "Iraqi": "Iraq", "Syrian": "Syria", "Libyan": "Libya", "Serbian": "Serbia", "Croatian": "Croatia",
    "Russian": "Russia", "Ethiopian": "Ethiopia", "Eritrean": "Eritrea", "Colombian": "Colombia", "Chadian": "Chad",
    "Sudanese": "Sudan", "American": "US", "Americans": "US", "French": "France", "Yemeni": "Yemen", "Pakistani": "Pakistan",
    "Chinese": "China", "Ugandan": "Uganda", "Rwandan": "Rwanda", "Turkish": "Turkey", "Ukrainian": "Ukraine",
    "British": "Britain", "Cuban": "Cuba",
}  # fmt: skip


def place_of(surface: str) -> tuple[str, Place]:
    """Return the role and the place of a name in the table."""
    name = surface.title() if surface.isupper() else surface
    kind, key = OTHERS.get(name, ("country", DEMONYMS.get(name, name)))
    if key in {"Iran", "Russia"}:
        kind = "country"
    role = "demonym" if name in DEMONYMS else "literal"
    number = sum(map(ord, key))
    return role, Place(key, key, kind, number % 90, number % 180, 50.0)  # type: ignore[arg-type]


NAMES = sorted([*COUNTRIES, *OTHERS, *DEMONYMS], key=len, reverse=True)
PATTERN = re.compile(r"\b(" + "|".join(NAMES) + "|" + "|".join(n.upper() for n in NAMES) + r")\b")


@cache
def parsed(text: str) -> Parse:
    """Parse a text, in capitals or not; the pipeline is loaded once."""
    return language().parse(text, lambda words: words.title() in NAMES)


@cache
def language():
    return load()


def toponyms(text: str) -> tuple[Toponym, ...]:
    found = []
    for match in PATTERN.finditer(text):
        role, place = place_of(match[0])
        found.append(Toponym(match.start(), match.end(), match[0], role, place, 1.0))  # type: ignore[arg-type]
    return tuple(found)


def read(
    text: str, attributions: tuple[Attribution, ...] = (), times: tuple[TimeExpression, ...] = ()
) -> tuple[Route, ...]:
    return routes.find(parsed(text), toponyms(text), times, attributions, Document("d", text))


def said(text: str, words: str, by: str, modality: str | None = None) -> Attribution:
    """Attribute some words of a text to a speaker."""
    start = text.index(words)
    return Attribution(start, start + len(words), by, (), "said", quoted=False, modality=modality)  # type: ignore[arg-type]


def told(text: str, route: Route) -> str:
    """Put a route into the notation of the table: ORIGIN>DESTINATION category, ? for an end that is not given."""
    names = toponyms(text)

    def end(place: object) -> str:
        return names[place.toponym].place.id if place else "?"  # type: ignore[attr-defined, union-attr]

    return f"{end(route.origin)}>{end(route.destination)} {'+'.join(sorted({c.category for c in route.cargo}))}"


ROUTES = [
    # verbs, active
    ("The brothers smuggled rifles from Serbia into Croatia.", "Serbia>Croatia materiel"),
    ("Traffickers ship cocaine from Ecuador to Spain in banana crates.", "Ecuador>Spain drugs"),
    ("The gang moved heroin out of Afghanistan through Tajikistan to Russia.", "Afghanistan>Russia drugs"),
    ("Iran sends drones to Russia, the minister said.", "Iran>Russia materiel"),
    ("Qatar supplied the rebels in Syria with anti-tank missiles.", "Qatar>Syria materiel"),
    ("Cuba sent Angola crates of ammunition.", "Cuba>Angola materiel"),
    ("France delivered machine guns to the Chadian army.", "France>Chad materiel"),
    ("The men brought recruits from Germany to Syria for weapons training.", "Germany>Syria persons"),
    ("Dealers in Peshawar are transporting captured rifles across the border into Afghanistan.", "?>Afghanistan materiel"),
    ("A businessman funnelled cash from Kenya to Somalia.", "Kenya>Somalia money"),
    ("Couriers carried gold out of Congo into Uganda illegally.", "Congo>Uganda goods"),
    ("The cartel flew marijuana from Mexico to the United States.", "Mexico>US drugs"),
    ("Rwanda is arming rebels in Congo with mortars.", "Rwanda>Congo materiel"),
    ("The Sudanese government provides the militia in Darfur with weapons.", "Sudan>Darfur materiel"),
    ("Militants in Gaza received rockets from Iran by way of Sudan.", "Iran>Gaza materiel"),
    # verbs, passive and reduced
    ("Weapons were flown from Tripoli to Kidal in unmarked aircraft.", "Tripoli>Kidal materiel"),
    ("Assault rifles from Bosnia were smuggled into Belgium by a Balkan gang.", "Bosnia>Belgium materiel"),
    ("Guns smuggled from Libya into Mali have prolonged the war.", "Libya>Mali materiel"),
    ("The fighters, flown from Syria to Libya by a private contractor, were promised high wages.", "Syria>Libya persons"),
    ("Mortars supplied by Eritrea to rebels in Tigray were shown on television.", "Eritrea>Tigray materiel"),
    ("Missiles that Libya shipped to Ireland were buried in bunkers.", "Libya>Ireland materiel"),
    ("Some of the weapons supplied by the Americans to the Yemeni army reached the tribes.", "US>Yemen materiel"),
    ("Child soldiers were trafficked from South Sudan to Uganda.", "SS>Uganda persons"),
    ("Ammunition is trucked from Massawa to Mekelle at night.", "Massawa>Mekelle materiel"),
    ("From Albania, assault rifles are smuggled into Kosovo.", "Albania>Kosovo materiel"),
    # intransitive and of vehicles
    ("Weapons flow from Iran to Lebanon through Syria.", "Iran>Lebanon materiel"),
    ("Foreign fighters crossed from Turkey into Syria.", "Turkey>Syria persons"),
    ("Mercenaries travelled from Russia to Mali.", "Russia>Mali persons"),
    ("Insurgents infiltrated into India from Pakistan.", "Pakistan>India persons"),
    ("A dhow laden with rocket launchers sailed from Bandar Abbas to Hodeidah.", "Bandar Abbas>Hodeidah materiel"),
    ("The dhow was carrying rifles from Iran to Yemen when a frigate stopped it.", "Iran>Yemen materiel"),
    ("Rifles looted in the war made their way from Libya to Niger.", "Libya>Niger materiel"),
    ("Explosives reached Belfast from Libya.", "Libya>Belfast materiel"),
    ("Arms and mercenaries poured into Sudan from Chad.", "Chad>Sudan materiel+persons"),
    # nouns
    ("Officials described the transport of mortars from Serbia to Bosnia.", "Serbia>Bosnia materiel"),
    ("Iranian arms shipments to Syria have grown.", "Iran>Syria materiel"),
    ("The trafficking of women from Eritrea to Libya enriches both militias.", "Eritrea>Libya persons"),
    ("The report documents the smuggling of diamonds from Angola into Zambia.", "Angola>Zambia goods"),
    ("Drug smuggling from Syria into Jordan has soared.", "Syria>Jordan drugs"),
    ("The transfer of recruits to Sudan for training was arranged in Eritrea.", "?>Sudan persons"),
    ("A consignment of grenade launchers for rebels in South Sudan left Uganda.", "?>SS materiel"),
    ("The flow of fighters from Tunisia to Libya slowed.", "Tunisia>Libya persons"),
    ("Deliveries of artillery shells from North Korea to Russia continued.", "KP>Russia materiel"),
    ("They are accused of the infiltration of gunmen from Lebanon into Syria.", "Lebanon>Syria persons"),
    ("The arms pipeline from Honduras to Nicaragua supplied the rebels.", "Honduras>Nicaragua materiel"),
    ("The supply of weapons to the rebels in El Salvador from Nicaragua went on for years.", "Nicaragua>El Salvador materiel"),
    ("Cocaine bound for Rotterdam passes through Ecuador.", "?>Rotterdam drugs"),
    # facilitating, accusing, stopping
    ("The cell is known for facilitating the transport of mines from Pakistan to Kabul.", "Pakistan>Kabul materiel"),
    ("Sudanese officials accused Chad of funnelling weapons to rebels in Darfur.", "Chad>Darfur materiel"),
    ("Coast guards seized a shipment of rifles bound for Yemen.", "?>Yemen materiel"),
    ("Police intercepted a truck carrying explosives from Egypt to Gaza.", "Egypt>Gaza materiel"),
    ("Customs officers in Spain seized cocaine bound for Italy from Colombia.", "Colombia>Italy drugs"),
    ("Washington urged Iran to stop sending weapons to Yemen.", "Iran>Yemen materiel"),
    ("The patrols are meant to curb arms smuggling from Sinai into Gaza.", "Sinai>Gaza materiel"),
    ("A plot to smuggle Semtex from Libya to Ireland was foiled.", "Libya>Ireland materiel"),
    ("Iranian-made rockets were found in Gaza.", "Iran>Gaza materiel"),
    ("Troops discovered Serbian-made mortars in Mali.", "Serbia>Mali materiel"),
    ("Rifles made in China were recovered in Darfur.", "China>Darfur materiel"),
    # two ends of a kind, capitals
    ("Guns are smuggled from Chad and Libya into Niger.", "Chad>Niger materiel; Libya>Niger materiel"),
    ("The ring runs guns from Boston to Ireland and cocaine from Colombia to Spain.",
     "Boston>Ireland materiel; Colombia>Spain drugs"),
    ("THE COLONEL SAID THAT THE GUERRILLAS SMUGGLE WEAPONS FROM NICARAGUA TO EL SALVADOR THROUGH HONDURAS.",
     "Nicaragua>El Salvador materiel"),
    ("ARMY PATROLS SEIZED TEN CRATES OF RIFLES BOUND FOR NICARAGUA FROM CUBA.", "Cuba>Nicaragua materiel"),
    ("THE TRAFFICKERS TRANSPORT COCAINE FROM MEDELLIN TO MEXICO IN LIGHT AIRCRAFT.", "Medellin>Mexico drugs"),
]  # fmt: skip

NOT_ROUTES = [
    # denied, forbidden, wished for, imagined
    "Rwanda did not send weapons to Congo.",
    "Iran denied shipping missiles to Russia.",
    "There is no evidence of arms shipments from Eritrea to Tigray.",
    "No weapons were smuggled from Libya into Mali.",
    "The council banned the transfer of weapons to Libya.",
    "An arms embargo prohibits the supply of weapons to South Sudan.",
    "The senator urged France to send artillery to Ukraine.",
    "Ukraine wants Germany to supply tanks to Odessa.",
    "France refused to deliver missiles to Syria.",
    "If Iran ships drones to Sudan, the war will change.",
    "The allies should send ammunition to Ukraine.",
    "Did Belarus send rifles to Libya?",
    # contact, backing and training without movement
    "He acts as a proxy between the Iranian army and militias in Iraq.",
    "The Iranian-backed militia in Iraq is trained by officers from Lebanon.",
    "Rwandan officers trained the rebels in Congo.",
    "The militia was modelled on a movement in Lebanon.",
    "Pakistan supports militants in Afghanistan.",
    "He ran the weapons programme in Iraq.",
    # the march of a battle, and fire
    "Fighters moving in on foot attacked the troops in Mosul.",
    "Rebels entered Goma on Tuesday.",
    "Syrian troops advanced from Damascus to Idlib.",
    "Militants fired rockets from Gaza into Egypt.",
    "The army sent rockets into Idlib.",
    "A missile crossed from Yemen into Oman.",
    "The rebels withdrew from Mosul to Syria.",
    "Armed men carried out a raid in Basra.",
    # trade, travel, civilians, law
    "China imports oil from Iran.",
    "Oil exports from Libya to Italy rose by a tenth.",
    "Russia supplies gas to Germany.",
    "Two million tourists travelled from Germany to Turkey.",
    "The minister flew from Paris to Beirut for talks.",
    "Refugees crossed from Sudan into Chad.",
    "Thousands of civilians fled from Darfur to Chad.",
    "The migrants were deported from Belgium to Albania.",
    "Aid was delivered to Mekelle.",
    "The general was brought to justice in Belgium.",
    "The transport minister of Kenya visited Somalia.",
    "The transfer of power in Sudan went badly.",
    "She brought charges against an arms dealer in Spain.",
    "The delivery of the verdict moved many in Rwanda.",
    "Prisoners were transferred from Kabul to Cuba.",
    "The arms of the river carry silt from Ethiopia to Egypt.",
    "The film follows arms dealers in Ukraine.",
    "The drug war in Mexico has killed thousands.",
    "Weapons were found in Basra.",
    "Police seized cocaine in Rotterdam.",
]


@pytest.mark.parametrize(("text", "expected"), ROUTES, ids=[text[:60] for text, _ in ROUTES])
def test_reads_the_route(text, expected):
    assert "; ".join(sorted(told(text, route) for route in read(text))) == expected


@pytest.mark.parametrize("text", NOT_ROUTES)
def test_reads_no_route(text):
    assert [told(text, route) for route in read(text)] == []
