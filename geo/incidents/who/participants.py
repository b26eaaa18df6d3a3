"""An event in its sentence -> its participants and weapons, each with a role, a kind and the words that name it."""

from collections.abc import Mapping

from geo.incidents.what.events import Event
from geo.incidents.what.one_event.steps import TAKING
from geo.incidents.who.casting import Part
from geo.incidents.who.form import in_field
from geo.incidents.who.nouns.bodies import called, name_before
from geo.incidents.who.nouns.kinds import SIDES, THINGS, is_armed, kind_of
from geo.incidents.who.nouns.naming import BELONGING, HELD, in_full, name, named_in_aside
from geo.lexicon import word_class
from geo.model import HARMED, IncidentType, Parse, Participant, ParticipantRole, Span, Toponym
from geo.model.within import starting_in
from geo.syntax import children, prepositional
from geo.syntax.tags import MAY_BE_PERSON, NOUNS, PLACES, TIMES

UNNAMED = frozenset({"dead", "wounded", "injured", "casualty", "injury", "damage", "loss", "action", "fire"})
VOICES = frozenset({"spokesman", "spokesmen", "spokeswoman", "spokesperson", "caller"})
OUTLETS = frozenset({"radio", "television", "website", "newspaper", "broadcast", "news agency", "press agency"})
SERVES = frozenset({"work", "belong", "fight", "link", "tie", "ally", "speak"})
TO = ("for", "to", "with")
IN_NAMES = ("compound", "nmod", "amod", "poss")


def participants(
    parse: Parse, event: Event, kind: IncidentType, parts: Mapping[int, Part], toponyms: tuple[Toponym, ...]
) -> tuple[Participant, ...]:
    """Return who took part in an event, in the order of the text.

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    kind
        The event's type.
    parts
        What its nouns are cast as: {token index: part}.
    toponyms
        The document's.
    """
    sentence = parse.sentences[event.sentence]
    named = starting_in(toponyms, sentence.start, sentence.end)
    homes = frozenset((t.start, t.end) for t in named if t.role == "literal" and t.place)  # "gunmen from Garissa"
    doer: ParticipantRole = "captor" if kind in TAKING else "perpetrator"
    found: list[Participant] = []
    for index, part in parts.items():
        if not _is_named(parse, index):
            continue
        if part == "doer":
            found += (p for p in _doers(parse, index, doer) if (p.start, p.end) not in homes)
        elif part in {"victim", "target"}:
            found += _sufferers(parse, index, _suffers_as(event, kind, index, part))
    at = parse.tokens[event.main.index].start
    found += [*in_field(parse, at, "doer", doer), *in_field(parse, at, "victim", _suffers(kind))]
    unique: dict[tuple[int, int], Participant] = {}
    for participant in found:
        unique.setdefault((participant.start, participant.end), participant)
    inner = (p for p in unique.values() if any(_holds(q, p) for q in unique.values()))  # "her mother, Ana Ruiz"
    return tuple(sorted(set(unique.values()) - set(inner), key=lambda p: (p.start, p.end)))


def _holds(full: Participant, part: Participant) -> bool:
    wider = full.start <= part.start and part.end <= full.end and full is not part
    return wider and full.role == part.role in HARMED and "of" not in full.text.lower().split()


def weapons(parse: Parse, parts: Mapping[int, Part]) -> tuple[Span, ...]:
    """Return the weapons of an event by name.

    Parameters
    ----------
    parse, parts
        As for `participants`.
    """
    named = (i for i, part in parts.items() if part == "weapon" and not parse.tokens[i].text.lower().endswith("ing"))
    return tuple(name(parse, i) for i in named)  # shelling is no shell


def _is_named(parse: Parse, index: int) -> bool:
    """Tell whether a word says who it was: "12 captured" and "the dead" do not, "Israeli" before a strike does."""
    token = parse.tokens[index]
    noun = token.pos in NOUNS or (_stands_for_noun(parse, index) and kind_of(parse, index) != "unknown")
    held = token.tag == "NN" and token.lemma in HELD and not children(parse, index, "compound")  # "took five hostage"
    unsaid = token.lemma in UNNAMED | word_class("event", "of_victim")  # "12 kidnappings", "nine deaths"
    unsaid = unsaid or (held and bool(children(parse, index, "nummod")))
    return noun and not unsaid and token.text[0].isalpha()


def _stands_for_noun(parse: Parse, index: int) -> bool:
    """Tell whether a word that is no noun may name somebody: "Israeli" before a strike, "the accused"."""
    return parse.tokens[index].dep in IN_NAMES or any(t.lemma == "the" for t in children(parse, index, "det"))


def _suffers_as(event: Event, kind: IncidentType, index: int, part: Part) -> ParticipantRole:
    """Return as what somebody or something suffers: people who are taken are captives."""
    if part == "target":
        return "target"
    harmed = any(t.head == index and t.effect != "captured" for t in event.tolls)
    return "captive" if index in event.captives or (_suffers(kind) == "captive" and not harmed) else "victim"


def _suffers(kind: IncidentType) -> ParticipantRole:
    return "captive" if kind in TAKING else "victim"


# ---------------------------------------------------------------- by name


def _sufferers(parse: Parse, index: int, role: ParticipantRole) -> list[Participant]:
    """Return a sufferer, or each of several by name: "two nurses, Amna Idris and Hawa Adam"."""
    names, kind = named_in_aside(parse, index), kind_of(parse, index)
    entity = parse.tokens[index].entity
    mistaken = kind in THINGS or (entity == "GPE" and kind not in SIDES)  # labels of names may be wrong
    if role != "target" and mistaken:
        kind = "person" if entity == "PERSON" else "unknown"
    if len(names) > 1:
        return [_participant(name(parse, i), kind, role) for i in names]
    return [_participant(_full(parse, index), kind, role)]


def _doers(parse: Parse, index: int, role: ParticipantRole) -> list[Participant]:
    """Return doers, and the organisation that they are said to belong to."""
    kind = kind_of(parse, index)
    voice = next((t.index for t in children(parse, index, "compound", "nmod") if t.lemma in VOICES), None)
    if voice is not None and (body := _body_before(parse, voice, role)):
        return body  # of "Front spokesman Ali Omar" the Front
    if kind in SIDES:
        return [_participant(name(parse, called(parse, index)), kind, role)]
    within = prepositional(parse, index, ("of", "from", "for"))
    serving = [i for v in children(parse, index, "acl") if v.lemma in SERVES for i in prepositional(parse, v.index, TO)]
    belong = [i for i in (*within, *serving, *_supposed_of(parse, index)) if _is_organised(parse, i)]
    if _speaks_for_others(parse, index):
        meant = [_participant(name(parse, i), kind_of(parse, i), role) for i in belong if _is_named(parse, i)]
        agency = parse.tokens[index].lemma == "agency"
        return meant + ([] if agency else _body_before(parse, index, role))
    short = bool(set(belong) & set(within)) and parse.tokens[index].lemma not in BELONGING
    found = [_participant(name(parse, index, without_of=short), kind, role)]
    found += [_participant(name(parse, i), kind_of(parse, i), role) for i in belong]
    return [*found, *_body_before(parse, index, role)]


def _supposed_of(parse: Parse, index: int) -> list[int]:
    """Return what people are thought to be members of: "gunmen believed to be members of the Front"."""
    being = [be for verb in children(parse, index, "acl") for be in children(parse, verb.index, "xcomp")]
    told = [t for be in being for t in children(parse, be.index, "attr")]
    bodies = [t.index for t in told if t.pos == "PROPN"]
    return [*bodies, *(i for t in (*told, *being) for i in prepositional(parse, t.index, ("of", "from", "with")))]


def _is_organised(parse: Parse, index: int) -> bool:
    """Tell whether a noun names an organisation, or is a name listed with one: "the Front and Ahrar al-Sham"."""
    token = parse.tokens[index]
    listed = token.dep == "conj" and token.pos == "PROPN" and token.entity not in {*PLACES, *TIMES}
    return kind_of(parse, index) in SIDES or (listed and kind_of(parse, token.head) in SIDES)


def _full(parse: Parse, index: int) -> Span:
    """Return the words that name a noun; a lone family name is told in full."""
    span = name(parse, index)
    lone = parse.tokens[index].pos == "PROPN" and " " not in span.text and parse.tokens[index].entity in MAY_BE_PERSON
    return in_full(parse, span) if lone else span


def _speaks_for_others(parse: Parse, index: int) -> bool:
    """Tell whether a noun stands for who tells of the deeds of others: a spokesman, the radio of a movement."""
    lemma = parse.tokens[index].lemma
    words = {lemma, *(f"{t.lemma} {lemma}" for t in children(parse, index, "compound"))}
    speaks = any(prepositional(parse, t.index, ("for",)) for t in children(parse, index, "acl") if t.lemma == "speak")
    return speaks or lemma in VOICES or bool(words & OUTLETS)


def _body_before(parse: Parse, index: int, role: ParticipantRole) -> list[Participant]:
    """Return the organisation whose name stands before the noun for its people: "Shining Path members"."""
    people = parse.tokens[index].pos == "NOUN" or (is_armed(parse, index) and kind_of(parse, index) not in SIDES)
    body = name_before(parse, index) if people else None
    return [_participant(body, "group", role)] if body else []


def _participant(span: Span, kind: str, role: ParticipantRole) -> Participant:
    return Participant(role, kind, span.text, span.start, span.end)  # type: ignore[arg-type]
