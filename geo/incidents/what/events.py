"""The triggers and tolls of one sentence -> the events that it tells of, each with its arguments, or none at all."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from geo.incidents.speech import is_saying
from geo.incidents.what.averted import is_averted, is_foiled
from geo.incidents.what.blasts import is_dud
from geo.incidents.what.needs.supporting import is_supported
from geo.incidents.what.one_event.answered import by_spark
from geo.incidents.what.one_event.causes import LINKS
from geo.incidents.what.one_event.counted import is_counted
from geo.incidents.what.one_event.grouping import group, one_of, whole_of
from geo.incidents.what.threats import is_threat
from geo.incidents.who.arguments.roles import Arguments, arguments
from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import THINGS, kind_of
from geo.lexicon import word_class
from geo.meaning.assertion import assertion
from geo.meaning.generic import is_generic
from geo.meaning.governors import MAKES, Assertion
from geo.meaning.senses import is_innocent
from geo.model import IncidentType, Parse, Token, Toll, Trigger
from geo.syntax import ancestors, children, is_known, is_passive, prepositional, subjects, upward
from geo.syntax.tags import OBJECTS, POINTERS, TIMES

# Where several words tell of one event, the type that says most wins; a word that only says "attack" says least.
SPECIFIC: tuple[IncidentType, ...] = (
    "hijacking", "abduction", "airstrike", "shelling", "bombing", "raid", "assassination", "execution", "arson",
    "robbery", "sabotage", "shooting", "battle", "riot", "protest", "seizure", "detention", "attack", "other",
)  # fmt: skip
GOING = frozenset({"way", "go", "come", "travel", "head", "walk", "drive", "return", "march"})
POINTING_BACK = POINTERS | {"its", "their", "such"}
SPEAKERS = frozenset({"i", "we", "you", "me", "us"})
# Who is sought for a deed is none of its victims: "nine suspects in the bombings were killed".
SUSPECTS = frozenset({"suspect", "perpetrator", "culprit", "accomplice", "mastermind", "plotter"})


@dataclass(frozen=True, slots=True)
class Event:
    """The triggers of one event in one sentence, with what hangs on them.

    `within` are the tokens ``[first, last)`` of one of several that the same words tell of, None for one alone.
    `supported` is False where the words can only point back to an event: "the attack" alone makes none. `long_ago` is
    True where it has no day of its own and its paragraph told before of what was long ago.
    """

    triggers: tuple[Trigger, ...]
    main: Trigger
    arguments: Arguments
    captives: frozenset[int]
    assertion: Assertion
    tolls: tuple[Toll, ...]
    sentence: int
    supported: bool
    within: tuple[int, int] | None = None
    long_ago: bool = False

    @property
    def is_beside(self) -> bool:
        """Whether its words tell of harm only beside what was told: "rebels said 40", "seven are in hospital"."""
        return not self.supported and any(self.tolls) and not any(t.alone for t in self.tolls)

    @property
    def is_result(self) -> bool:
        """Whether its words tell only what befell people."""
        return self.is_beside or all(t.type == "effect" for t in self.triggers)


def events(parse: Parse, triggers: tuple[Trigger, ...], tolls: tuple[Toll, ...], sentence: int) -> list[Event]:
    """Return the events that a sentence tells of, in the order of the text.

    Parameters
    ----------
    parse, triggers
        The text, and the triggers of the sentence.
    tolls
        Those whose words stand in the sentence.
    sentence
        The sentence's index.
    """
    told = tuple(t for t in triggers if not is_innocent(parse, t) and not is_counted(parse, t, triggers))
    told = tuple(t for t in told if not _is_found(parse, t, told))
    told = tuple(t for t in told if not _is_of_teller(parse, t, told) and not _is_whither(parse, t))
    groups = [members for apart in by_spark(parse, told) for members in group(parse, apart)]
    found = [e for members in groups if (e := _event(parse, members, tolls, sentence)) is not None]
    return [e for e in found if not any(_is_aside(parse, e, other) for other in found if other is not e)]


def _is_found(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Tell whether a noun for fire is of arms that were found: "seized 61 mortar rounds"."""
    noun = trigger.noun and is_weapon(parse, trigger.index)
    finds = {t.index for t in triggers if t.type == "seizure" and not t.noun} if noun else set()
    heads = {parse.tokens[trigger.index].head, *(t.head for t in ancestors(parse, trigger.index) if t.dep in OBJECTS)}
    return bool(finds) and parse.tokens[trigger.index].dep in OBJECTS | {"conj"} and bool(finds & heads)


def _is_whither(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a gathering only says whither people were going: "were shot on their way to a protest"."""
    link = parse.tokens[parse.tokens[trigger.index].head]
    going = link.lemma in {"to", "from"} and parse.tokens[link.head].lemma in GOING
    return trigger.noun and trigger.type == "protest" and going


def _is_of_teller(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Tell whether a clause only says whom a witness lost in what is told: "a man whose son died heard the blast"."""
    verb = parse.tokens[trigger.index]
    if verb.dep != "relcl" or trigger.type != "effect" or len(triggers) == 1:
        return False
    own = children(parse, verb.index, "nsubj", "nsubjpass")
    whose = any(t.tag == "WP$" for noun in own for t in children(parse, noun.index, "poss"))
    return whose and is_saying(parse.tokens[parse.tokens[verb.head].head])


def _event(parse: Parse, members: tuple[Trigger, ...], tolls: tuple[Toll, ...], sentence: int) -> Event | None:
    asserted = _asserted(parse, members)
    if not asserted:
        return None
    members = tuple(m for m, _ in asserted)  # "jailed for planning to kill" tells of no killing
    main, stated = min(asserted, key=lambda told: (*_rank(told), is_generic(parse, told[0])))
    words = {i for m in members for i in m.tokens}
    several = _several_of(parse, words)
    found = [arguments(parse, m) for m in members]
    suspects = {a.index for m in members for a in ancestors(parse, m.index) if a.lemma in SUSPECTS}
    found = [replace(a, patients=tuple(i for i in a.patients if i not in suspects)) for a in found]
    own = tuple(t for t in tolls if t.trigger in words and t.head not in suspects)
    held = [t.head for t in own if t.effect == "captured"]
    held += [i for m, a in zip(members, found, strict=True) if m.patient == "captive" for i in a.patients]
    event = Event(members, main, _joined(found, words, several), frozenset(held), stated, own, sentence, supported=True)
    if is_supported(parse, event):
        return event
    # "The attack" or "Two houses were damaged" alone may repeat an incident, though it can make none.
    joins = own or points_back(parse, main) or _only_ruins(parse, event) or stated.modality == "denied"
    return replace(event, supported=False) if joins else None


def _asserted(parse: Parse, members: tuple[Trigger, ...]) -> list[tuple[Trigger, Assertion]]:
    """Return the triggers that are said to be more than nothing: of a deed beside an arrest only tried, the deed."""
    asserted = [(m, a) for m in members if (a := _assertion(parse, m)) is not None]
    done = any(a.stage == "accomplished" and m.type not in {"effect", "detention"} for m, a in asserted)
    return [(m, a) for m, a in asserted if not (done and _is_tried_arrest(m, a))]


def _is_tried_arrest(trigger: Trigger, stated: Assertion) -> bool:
    return trigger.type == "detention" and stated.stage == "attempted"


def _only_ruins(parse: Parse, event: Event) -> bool:
    """Tell whether things are said to have been wrecked by nothing that is named: "two houses were damaged"."""
    main = event.main
    wrecked = main.type == "attack" and not main.noun and is_passive(parse, main.index)
    by = prepositional(parse, main.index, ("by", "in", "during", "from"))
    return wrecked and not by and any(kind_of(parse, i) in THINGS for i in event.arguments.patients)


def _assertion(parse: Parse, trigger: Trigger) -> Assertion | None:
    if is_threat(parse, trigger):
        return MAKES["threatened"]
    if is_averted(parse, trigger):
        return MAKES["attempted"]
    return assertion(parse, trigger) or (MAKES["attempted"] if is_dud(parse, trigger) else None)


def _rank(told: tuple[Trigger, Assertion]) -> tuple[bool, bool, int, bool]:
    """Return how little a trigger says of what happened: what was done says more than what was tried."""
    trigger, stated = told
    kind = SPECIFIC.index("attack" if trigger.type == "effect" else trigger.type)
    return trigger.type == "effect", trigger.weak, kind, stated.stage != "accomplished"


def _several_of(parse: Parse, words: Iterable[int]) -> set[int]:
    """Return the nouns that only say how many deeds there were: "a series of explosions killed nine"."""
    wholes = (whole for i in words if (whole := whole_of(parse, i)) is not None)
    return {i for i in wholes if parse.tokens[i].lemma in word_class("several") | LINKS}


def _joined(found: Iterable[Arguments], words: Collection[int] = (), several: Collection[int] = ()) -> Arguments:
    every = list(found)
    return Arguments(
        tuple(dict.fromkeys(i for a in every for i in a.perpetrators if i not in words and i not in several)),
        tuple(dict.fromkeys(i for a in every for i in a.patients if i not in words)),
        tuple(dict.fromkeys(i for a in every for i in a.weapons if i not in several)),
    )


def with_results(one: Event, result: Event) -> Event:
    """Return an event with what came of it, told in another clause: "a bomb exploded; three people died".

    Parameters
    ----------
    one
        An event.
    result
        What is told to have come of it.
    """
    return replace(
        one,
        triggers=(*one.triggers, *result.triggers),
        arguments=_joined((one.arguments, result.arguments)),
        captives=one.captives | result.captives,
        tolls=(*one.tolls, *result.tolls),
        supported=True,
    )


def _is_aside(parse: Parse, event: Event, other: Event) -> bool:
    """Tell whether an event only describes someone who takes part in another ("fighters attempting an assault")."""
    same = event.main.type == other.main.type and not other.supported  # "is holding two whom its men carried off"
    foiled = event.assertion.stage == "attempted" and is_foiled(parse, event.main)  # "arrested men who planned to"
    if event.tolls or event.main.type == "effect" or same or foiled:
        return False
    heads = {*other.arguments.patients, *other.arguments.perpetrators, *other.arguments.weapons, *other.main.tokens[1:]}
    above = [t.index for t in upward(parse, event.main.index)]
    reached = next((n for n, index in enumerate(above) if index in heads), None)
    return reached is not None and any(parse.tokens[i].dep in {"acl", "relcl", "amod"} for i in above[:reached])


def _is_known_weapon(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun speaks of weapons as of those told of before: "the rockets", but not "the army's rockets"."""
    return is_weapon(parse, noun.index) and bool({t.lemma for t in children(parse, noun.index, "det")} & POINTING_BACK)


def _is_of_new_weapon(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is of a weapon that was not told of: "the explosion of a car bomb"."""
    of = (i for i in prepositional(parse, noun, ("of",)) if is_weapon(parse, i))
    return any(t.lemma in {"a", "an", "another"} for i in of for t in children(parse, i, "det"))


def _is_of_known_thing(parse: Parse, verb: int) -> bool:
    """Tell whether a participle says of a known thing what befell it, as known, too: "the building hit in Srifa"."""
    token = parse.tokens[verb]
    things = token.tag == "VBN" and token.dep == "acl" and kind_of(parse, token.head) in THINGS
    return things and bool({t.lemma for t in children(parse, token.head, "det")} & POINTING_BACK)


def points_back(parse: Parse, trigger: Trigger, named: frozenset[int] = frozenset()) -> bool:
    """Tell whether words point back to something told: "the attack", "Monday's raid", "they shot".

    Parameters
    ----------
    parse, trigger
        The text, and one of its triggers.
    named
        Token indices of pronouns that are for somebody of their own sentence.
    """
    suffers = trigger.type == "effect" and parse.tokens[trigger.index].pos == "VERB"  # "he received two wounds"
    if not trigger.noun or suffers:
        around = children(parse, trigger.index, "nsubj", "nsubjpass", "dobj")
        if parse.tokens[trigger.index].dep == "conj" and not around:  # "it bounced off and went off"
            around = tuple(parse.tokens[i] for i in subjects(parse, trigger.index))
        whose = (p for t in around if t.index in trigger.tokens for p in children(parse, t.index, "poss"))
        pronouns = (t for t in (*around, *whose) if t.tag in {"PRP", "PRP$"} and t.index not in named)
        known = (t.lemma not in SPEAKERS for t in pronouns)  # "cut his throat"
        of_fight = trigger.type == "battle" and any(is_known(parse, i) for i in trigger.tokens[1:])
        of_known = of_fight or _is_of_known_thing(parse, trigger.index)
        return any(known) or any(_is_known_weapon(parse, t) for t in around) or of_known
    if one_of(parse, trigger.index) is not None:
        return False
    modifiers = {t.lemma for t in children(parse, trigger.index, "det", "poss", "amod")}
    dated = any(t.entity in TIMES for t in children(parse, trigger.index, "poss"))
    return (bool(modifiers & POINTING_BACK) and not _is_of_new_weapon(parse, trigger.index)) or dated
