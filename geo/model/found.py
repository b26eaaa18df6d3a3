"""What the stages of reading hand to one another: names, days, numbers, speakers and tellings found in a text.

Offsets are Unicode code points into `Document.text`, ``[start, end)``.
"""

from dataclasses import dataclass
from typing import Literal

from gazetteer.place import Place
from geo.model.report import Count, Incident, When, Where
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


@dataclass(frozen=True, slots=True)
class Telling:
    """One place of the text that tells of an incident, before tellings of the same incident are joined.

    Parameters
    ----------
    incident
        What this telling says; its id and `part_of` are not final.
    sentence
        Index of the sentence.
    definite
        True where the words point back to something already told ("the attack", "last night's raid", "they shot").
    phase
        True where the words make it one step of something larger ("the initial raid", "a second blast").
    general
        True where the telling says no more than that there was an attack or that people were killed.
    update
        True where it only corrects an earlier number ("the toll rose to 41").
    bare
        True where it says nothing but the word: no place, day, number, doer or sufferer. Such a telling can repeat an
        incident but not make one.
    noun
        True where its word is a noun ("the attack"), False for a verb ("they attacked").
    known
        True where its sufferers are spoken of as known ("the priests were shot").
    same_doers
        True where those who did it are spoken of as known ("they also burned", "the gunmen shot").
    means
        Nouns, in small letters, for weapons that are spoken of as known ("the bomb went off").
    result
        True where it tells only what befell people ("nine people died"), not what was done.
    paragraph
        A number that all tellings of one paragraph share.
    place_said
        The name of the place as the words give it, known to the gazetteer or not; None where they give none.
    signs
        What its form and content are, in words that the fitted weights of `merge` know.
    before
        The place at which the sentences before put people, if its own names none.
    after
        The place at which the next sentences, going on about it, put it.
    around
        The day that a round-up's lead, or what was told before it, gives to it, if its own sentence has none.
    apart
        True where its sentence begins by setting its event apart from what was told ("Separately, …").
    headed
        True where its day is that of a title, of a log's entry or of a message, and its own words give none.
    inside
        True where it is told to have been in what was told before ("was hit in the same hold-up").
    part
        True where it counts some of those told of before ("another succumbed to his wounds").
    in_care
        True where it says in which hospital those lie or died whom something befell.
    wreckage
        True where it says only what was wrecked or carried off ("forty houses were burnt").
    adds
        True where those it counts are dead who were told of as hurt ("two of the wounded died").
    set_up
        True where it cuts short what a known one was doing ("the men were riding home when …").
    brought_up
        Nouns of its sentence that are new there, and numbers of people ("four farm workers").
    recalled
        Nouns and numbers of its sentence that are spoken of as known ("the four men").
    of_own
        True where it denies what was told only if that was done by its speaker's side.
    summary
        True where it stands in a title or headline, which sums up what the text tells elsewhere.
    """

    incident: Incident
    sentence: int
    definite: bool
    phase: bool
    general: bool
    update: bool
    bare: bool
    noun: bool = False
    known: bool = False
    means: frozenset[str] = frozenset()
    result: bool = False
    paragraph: int = 0
    place_said: str | None = None
    signs: frozenset[str] = frozenset()
    before: Where | None = None
    after: Where | None = None
    around: When | None = None
    headed: bool = False
    apart: bool = False
    same_doers: bool = False
    inside: bool = False
    set_up: bool = False
    part: bool = False
    in_care: bool = False
    wreckage: bool = False
    adds: bool = False
    brought_up: frozenset[str] = frozenset()
    recalled: frozenset[str] = frozenset()
    of_own: bool = False
    summary: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether it only denies what was told before."""
        return self.bare and self.definite and self.incident.modality == "denied"
