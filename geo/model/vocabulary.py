"""The closed sets of words of the report format."""

from typing import Literal, get_args

Role = Literal["literal", "metonym", "demonym", "organisation", "possessive"]
STANDS: frozenset[Role] = frozenset({"literal", "metonym", "possessive"})  # in which a name stands by itself
IncidentType = Literal[
    "battle", "raid", "airstrike", "shelling", "bombing", "shooting", "attack", "assassination", "execution",
    "abduction", "detention", "hijacking", "robbery", "arson", "sabotage", "protest", "riot", "seizure", "other",
]  # fmt: skip
Stage = Literal["accomplished", "attempted", "threatened"]
Modality = Literal["fact", "estimate", "claimed", "accused", "possible", "denied"]
TimePrecision = Literal["day", "days", "week", "month", "year", "unknown"]
ParticipantRole = Literal["perpetrator", "victim", "target", "captor", "captive", "other"]
DOERS: frozenset[ParticipantRole] = frozenset({"perpetrator", "captor"})
HARMED: frozenset[ParticipantRole] = frozenset({"victim", "captive"})  # people whom it befell
SUFFERERS: frozenset[ParticipantRole] = HARMED | {"target"}  # whom or what it befell
ParticipantKind = Literal["person", "group", "state_force", "government", "civilians", "facility", "vehicle", "unknown"]
STATE: frozenset[ParticipantKind] = frozenset({"state_force", "government"})
Effect = Literal["killed", "injured", "captured"]
EFFECTS: tuple[Effect, ...] = get_args(Effect)
CargoCategory = Literal["materiel", "persons", "money", "drugs", "goods", "unknown"]
CONTRABAND: frozenset[CargoCategory] = frozenset({"materiel", "drugs"})  # whoever moves it
PlacePrecision = Literal[1, 2, 3, 4, 5, 6, 7]
Correctable = Literal[
    "place", "day", "killed", "injured", "captured", "type", "stage", "modality", "perpetrators", "victims", "targets",
    "captors", "captives", "direction", "origin", "destination", "via",
]  # fmt: skip
