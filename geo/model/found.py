"""What the stages of reading hand to one another: names, days, numbers, speakers and triggers found in a text.

Offsets are Unicode code points into `Document.text`, ``[start, end)``.
"""

from dataclasses import dataclass
from typing import Literal

from gazetteer.place import Place
from geo.model.report import Count, When
from geo.model.vocabulary import Effect, IncidentType, Modality, Role


@dataclass(frozen=True, slots=True)
class Offset:
    """How a place lies from the one or two that its words name: "30 km north of Baghdad", "between Kut and Amarah".

    Parameters
    ----------
    distance_km
        Kilometres from the named place, above 0; 0 between two places.
    bearing
        Degrees clockwise from north, 0..360; None where the words give no direction.
    other
        Spellings of the second place, best first; () where there is but one.
    """

    distance_km: float
    bearing: float | None
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a place, and how it is used there; `names` are the spellings to look up, best first.

    `offset` is set where the place lies off the named one, `fixed` where the words are the place's coordinates.
    """

    start: int
    end: int
    surface: str
    role: Role
    names: tuple[str, ...]
    offset: Offset | None = None
    fixed: Place | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, and the days that they mean.

    `of_speech` is True where they say when something was told ("told the agency on Saturday"): it was on or before.
    `until` is where the text ends that they head, as a log's entry or a round-up's title does; 0 for a sentence's own.
    """

    start: int
    end: int
    when: When
    of_speech: bool = False
    until: int = 0


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people said to have been killed, injured or captured.

    Parameters
    ----------
    effect
        What befell them.
    count
        How many.
    start, end
        Characters of the noun phrase that says who and how many ("at least 30 members of the cell").
    head
        Token index of that phrase's head noun or number.
    trigger
        Token index of the word that says what befell them ("killed", "dead", "wounding", "toll").
    total
        True where the words give a sum over what came before ("raising the toll to 41", "in all").
    replaces
        True where the words correct an earlier number ("the toll rose to 41").
    alone
        False where the words tell of harm only beside an event that was told ("seven are in hospital").
    """

    effect: Effect
    count: Count
    start: int
    end: int
    head: int
    trigger: int
    total: bool = False
    replaces: bool = False
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say the text from `start` to `end`.

    `asserted_by` is the first speaker, `relayed_by` those who pass it on, nearest to the speaker first; `cue` the words
    that show it; `quoted` whether the words are in quotation marks; `modality` what the cue alone makes of the content
    (None: nothing).
    """

    start: int
    end: int
    asserted_by: str | None
    relayed_by: tuple[str, ...]
    cue: str | None
    quoted: bool
    modality: Modality | None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says that something happened.

    Parameters
    ----------
    index
        Token index of the head word.
    tokens
        Token indices of all its words, in order ("blow" and "up").
    type
        What it says happened; "effect" where it says only what befell people ("killed").
    patient
        What its object is: victim, target, captive, goods or none.
    weak
        True where the word has peaceful senses too ("strike") and needs support from what stands beside it.
    noun
        True for "the attack", False for "attacked".
    armed
        True where it is violence only if done by someone armed or with a weapon ("damage").
    """

    index: int
    tokens: tuple[int, ...]
    type: IncidentType | Literal["effect"]
    patient: Literal["victim", "target", "captive", "goods", "none"]
    weak: bool
    noun: bool
    armed: bool = False
