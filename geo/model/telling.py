"""One place of a text that tells of an incident, as the stage of incidents hands it to that of merging."""

from dataclasses import dataclass

from geo.model.report import Incident, When, Where


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
    more
        True where those it counts are dead beside those of whom the text told ("two more people died").
    answered
        True where it is what another deed of its sentence came after or answered ("held 300 after Sunday's attack").
    nth
        True where it only counts somebody told of among others ("is the third mayor killed this year").
    set_up
        True where it cuts short what a known one was doing ("the men were riding home when …").
    brought_up
        Nouns of its sentence that are new there, and numbers of people ("four farm workers").
    recalled
        Nouns and numbers of its sentence that are spoken of as known ("the four men").
    of_own
        True where it denies what was told only if that was done by its speaker's side, as words on harm that others
        did to their own may.
    firm
        True where it denies so that its speaker's own people did it, which it may where nobody says whose side did.
    unharmed
        Nouns of which it says that none came to harm ("no bridge had been damaged").
    voice
        All the words by which who denies something is called, his office and side among them.
    known_scene
        True where it says what was found in something known ("in the bags they dropped"), and names no place.
    summary
        True where it stands in a title or headline, which sums up what the text tells elsewhere.
    several
        Of how many deeds told before its noun is ("both attacks"); 1 if of several that it does not count, else 0.
    ordinal
        The how many-th of several deeds told before it is of ("the second attack"), else 0.
    live
        True where it stands in one of a live blog's entries, each of which counts anew.
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
    answered: bool = False
    nth: bool = False
    set_up: bool = False
    part: bool = False
    in_care: bool = False
    wreckage: bool = False
    adds: bool = False
    more: bool = False
    brought_up: frozenset[str] = frozenset()
    recalled: frozenset[str] = frozenset()
    of_own: bool = False
    firm: bool = False
    unharmed: frozenset[str] = frozenset()
    voice: str = ""
    known_scene: bool = False
    summary: bool = False
    several: int = 0
    ordinal: int = 0
    live: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether it only denies what was told before."""
        return self.bare and self.definite and self.incident.modality == "denied"

    @property
    def died_elsewhere(self) -> bool:
        """Whether its place is where the hurt died: "two of the wounded died in Niamey", not "hurt in the raid on"."""
        return self.adds and self.result and not self.inside
