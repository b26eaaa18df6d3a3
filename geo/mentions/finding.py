"""Parsed sentences -> the spans that name a place, and the role that each plays there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gazetteer import Gazetteer
from geo.layout.dateline import dateline_end
from geo.layout.fields import LONGEST, place_field
from geo.layout.labels import head_before
from geo.lexicon import word_class
from geo.lexicon.shared import calendar_words
from geo.mentions.beside import before
from geo.mentions.coordinates import coordinates
from geo.mentions.features import features
from geo.mentions.judging import likelihoods
from geo.mentions.names import Name, Reader
from geo.mentions.offsets import with_offsets
from geo.mentions.owners import Owner, owner
from geo.mentions.roles import names_site, role_of_name
from geo.mentions.spans import names_in
from geo.mentions.surroundings import Surroundings, surroundings
from geo.mentions.unheard import is_of_group
from geo.mentions.weights import load_weights
from geo.mentions.whole_fields import with_whole_fields
from geo.mentions.words import name_words
from geo.model import Mention, Parse, Role
from geo.syntax.roads import is_of_roads
from geo.syntax.tags import PLACES

DESCRIBING = frozenset({"JJ", "RB", "VBN"})
TOWN = 10_000  # inhabitants from which a village may be said to be of a town: "a Sangin village"
SITS = frozenset({"after in", "after a blow", "after a siege"})
# Before a name, with or without a colon.
HEADINGS = frozenset({
    "destination", "dest", "direction", "departure", "address", "bound", "ex", "departed", "arrived", "due", "eta",
    "loaded", "unloaded", "delivery",
    "left",
})  # fmt: skip
ARROW = ">"  # between two ends of a way
HEADED = 0.1  # the same where a name heads a line, as in "Minbya – Two arrested": other words do so at .06 and less
SITED = 0.17  # the same where a name is told to be a site's at which something is: "at the Bama toll plaza"
LEAST = 0.42  # likelihood from which a name is taken for a place's: half of the F1 to be had, where F1 is greatest


@dataclass(frozen=True, slots=True)
class Judged:
    """A name, what sort of name it stands in, and how likely it is a place's, 0..1."""

    name: Name
    owned: Owner | None
    likelihood: float


def find(parse: Parse, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the spans that name a place, in the order of the text, none overlapping another.

    A place's name inside an organisation's is returned with the role "organisation", so that it is seen and not drawn;
    a person's name is left out.

    Parameters
    ----------
    parse
        The document's parse. Its words and entities say what is named; where it has syntax, that says how a name is
        used.
    gazetteer
        Says which capitalised words are places at all.
    """
    text = surroundings(parse)
    kept = [each for each in judged(Reader(text, gazetteer)) if _is_kept(text, each)]
    names = [None, *(each.name for each in kept), None]
    named = [_mention(text, each, names[i], names[i + 2]) for i, each in enumerate(kept)]
    return _together(with_offsets(named, parse.text), coordinates(parse.text))


def _together(named: Sequence[Mention], spots: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions in order, without names inside coordinates."""
    clear = [m for m in named if not any(m.start < spot.end and spot.start < m.end for spot in spots)]
    return tuple(sorted((*clear, *spots), key=lambda mention: mention.start))


def judged(reader: Reader) -> list[Judged]:
    """Return what may be a place's name, in order, with how likely each is one."""
    text, names = reader.text, with_whole_fields(reader.text, names_in(reader))
    owners = [owner(text, name.first, name.last) for name in names]
    own = [features(text, name, owned) for name, owned in zip(names, owners, strict=True)]
    likely = likelihoods(text, names, own, load_weights())
    return [Judged(*each) for each in zip(names, owners, likely, strict=True)]


def _is_kept(text: Surroundings, each: Judged) -> bool:
    """Tell whether a name is a place's, or a place's within an organisation's."""
    if each.name.demonym:
        return not _is_language(text, each.name)
    of_group = is_of_group(text, each.name.first, each.name.last)
    if of_group or _describes(text, each.name) or _is_alias(text, each.name) or is_of_roads(text.parse, each.name.last):
        return False
    entity = text.entity_of[each.name.first]
    alone = each.name.first == each.name.last and text.word(each.name.first) in name_words().common
    owned = each.owned and not alone and (each.name.places or (entity is not None and entity.label in PLACES))
    if (each.name.places or each.name.last > each.name.first) and _is_in_field(text, each.name):
        return True
    owned = owned or (each.name.places and ARROW in {text.word(each.name.first - 1), text.word(each.name.last + 1)})
    if owned or each.owned == "body" or not HEADED <= each.likelihood < LEAST:  # then nothing beside it counts
        return bool(owned) or (each.owned != "body" and each.likelihood >= LEAST)
    name = each.name
    if name.places and (_is_headed(text, name) or _is_title(text, name) or _ends_way(text, name)):
        return True
    return each.likelihood >= SITED and _is_site(text, name)


def _describes(text: Surroundings, name: Name) -> bool:
    """Tell whether a name says what sort of place one is: "a mostly Zande village", unlike "a Kandahar village"."""
    first, kinds = name.first - 1, {token.text for n in (0, 1) if (token := text.token(name.last + n)) is not None}
    if kinds.isdisjoint(name_words().after):
        return False
    while text.token(first) is not None and text.parse.tokens[first].tag in DESCRIBING:
        first -= 1
    best = name.places[0] if name.places else None
    large = best is not None and (best.kind != "populated_place" or best.population >= TOWN)
    return not large and text.word(first) in {"a", "an", "another"}


def _is_site(text: Surroundings, name: Name) -> bool:
    """Tell whether a name is that of a site at which something is: "in the Bama forest", "at the Bama oil terminal"."""
    nouns = [text.word(n) for n in (name.last + 1, name.last + 2) if not text.is_name(n)]
    sited = not word_class("site").isdisjoint(nouns if nouns[:1] and nouns[0].isalpha() else ())
    return sited and before(text, name) in SITS


def _is_in_field(text: Surroundings, name: Name) -> bool:
    """Tell whether a name begins what a form has as a place, or stands after a comma in it."""
    start = text.parse.tokens[name.first].start
    line = text.parse.text[max(0, start - LONGEST) : start].rpartition("\n")[2]
    return place_field(line)


def _ends_way(text: Surroundings, name: Name) -> bool:
    """Tell whether a name is said to be an end of a way in a note: "Destination: Aden", "last port Jask"."""
    sentence = text.parse.sentences[text.parse.tokens[name.first].sentence]
    words = [text.word(i) for i in range(sentence.first, name.first)]
    plain = [word for word in words if word not in word_class("before_noted")]
    plainly = {"from", "to", "into"} if words[-1:] != [":"] else set[str]()  # "From: Gao"
    noted = plain[-1:] and plain[-1] in word_class("noted_origin", "noted_destination") - plainly
    return bool(noted) and (words[-1:] != plain[-1:] or plain[-1] in HEADINGS)


def _is_headed(text: Surroundings, name: Name) -> bool:
    """Tell whether a name heads its line, and what follows the head is a sentence."""
    parse = text.parse
    sentence = parse.tokens[name.first].sentence + 1
    if sentence >= len(parse.sentences):
        return False
    head = head_before(parse.text, parse.sentences[sentence].start)
    start, end = parse.tokens[name.first].start, parse.tokens[name.last].end
    return head is not None and any(first <= start and end <= last for first, last in (*head.before, *head.names))


def _is_title(text: Surroundings, name: Name) -> bool:
    """Tell whether a name stands by itself amid a text, but for a number or a day: "3. Taiz.", "28 August, Murzuq."."""
    parse = text.parse
    sentence = parse.sentences[parse.tokens[name.first].sentence]
    tokens = (*parse.tokens[sentence.first : name.first], *parse.tokens[name.last + 1 : sentence.last])
    words = (token.text.lower() for token in tokens if token.text.isalpha())
    if sentence.index == 0 or not all(word in _days() for word in words):
        return False
    alone = "\n" in parse.text[sentence.start : sentence.end]  # a line that says where a text was written
    return not alone or not any(token.text.isalpha() for token in tokens)


@cache
def _days() -> frozenset[str]:
    return frozenset(calendar_words("month", "month_word", "weekday"))


def _is_language(text: Surroundings, name: Name) -> bool:
    """Tell whether a word for a people stands for its language: "They spoke in French."."""
    return text.word(name.first - 1) == "in" and not text.word(name.last + 1).isalpha()


def _is_alias(text: Surroundings, name: Name) -> bool:
    """Tell whether a name is what somebody calls himself: 'alias "El Paso"'."""
    before = name.first - 1
    while text.word(before) and not text.word(before)[0].isalnum():
        before -= 1
    return text.word(before) in name_words().aliases


def _is_of_outlet(text: str, start: int, end: int) -> bool:
    """Tell whether a name is part of an outlet's in a dateline: "(Radio Venceremos)", unlike the land in "(Chile)"."""
    bracket = text.rfind("(", 0, start)
    filed = dateline_end(text)
    if start >= filed or "\n\n" in text[start:filed] or bracket <= text.rfind(")", 0, start):
        return False
    return bracket + 1 != start or text[end : end + 1] not in {")", ","}


def _mention(text: Surroundings, each: Judged, before: Name | None, after: Name | None) -> Mention:
    name, tokens = each.name, text.parse.tokens
    start, end = tokens[name.first].start, tokens[name.last].end
    role: Role = role_of_name(text, name, each.owned, before)
    doubtful = each.owned == "facility" and not name.demonym and each.likelihood < LEAST
    if doubtful or names_site(text, name, after) or _is_of_outlet(text.parse.text, start, end):
        role = "organisation"
    return Mention(start, end, text.parse.text[start:end], role, name.names)
