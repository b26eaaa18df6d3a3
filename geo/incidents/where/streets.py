"""A street or a part of a town that is named without it -> the town of the dateline, where it speaks of no other.

"NAIROBI, Jan 19 (Reuters) - Gunmen shot a lawyer on Kenyatta Avenue.", "A bomb went off in the Parklands suburb."
Other ways have the names of the towns that they lead to.
"""

from itertools import takewhile

from geo.incidents.where.place_names import Candidate, words
from geo.incidents.where.place_paths import is_near
from geo.layout.dateline import dateline_end
from geo.model import Parse, Token, Toponym
from geo.model.precision import LANDS
from geo.syntax import children
from geo.syntax.tags import DASHES

LONGEST_WAY = 5  # tokens behind the first of two names
STREETS = frozenset({"street", "avenue", "ave", "boulevard", "neighborhood", "neighbourhood", "suburb"})
NAMING = ("compound", "nummod", "amod", "nmod", "appos")
LIES = frozenset({"literal", "possessive"})


def town_of_street(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the toponym of the town in whose street or suburb an event's sentence puts it, None where it names none.

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    end = dateline_end(parse.text)
    sentence = parse.sentences[parse.tokens[trigger].sentence]
    streets = (t for t in parse.sentence_tokens(sentence) if end and _is_of_event(parse, trigger, t))
    street = next(streets, None)
    if street is None:
        return None
    filed = next((n for n, t in enumerate(toponyms) if t.end <= end and t.role == "literal" and t.place), None)
    return filed if filed is not None and _is_alone(toponyms, filed, end, sentence.end) else None


def _is_of_event(parse: Parse, trigger: int, token: Token) -> bool:
    """Tell whether a token is a street or suburb that has a name or a number and hangs near an event."""
    if token.lemma.lower() not in STREETS or not any(
        t.pos in {"PROPN", "NUM"} or t.text[0].isdigit() for t in children(parse, token.index, *NAMING)
    ):
        return False
    return is_near(parse, trigger, token.index)


def _is_alone(toponyms: tuple[Toponym, ...], filed: int, start: int, end: int) -> bool:
    """Tell whether no other town, and nothing abroad, is named from a dateline with a town to a sentence's end."""
    town = toponyms[filed].place
    named = [t.place for t in toponyms if start <= t.start < end and t.role in LIES and t.place]
    if town is None or town.kind != "populated_place":
        return False
    return all(p.country == town.country and (p.kind in LANDS or p.id == town.id) for p in named)


def is_of_a_way(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name is that of a way that leads to the place: "the Kirkuk-Ceyhan pipeline near Shirqat"."""
    after = parse.tokens[name.last - 1 : name.last + LONGEST_WAY]
    whole = takewhile(lambda t: t.pos in {"PROPN", "NOUN", "ADJ"} or t.text in DASHES | {"/"}, after)
    return any(t.lemma in words("way") for t in whole)
