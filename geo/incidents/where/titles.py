"""A place's name by itself, or in a headline, above what follows it: "3. Taiz. Snipers killed", "LIMASSOL"."""

import re

from geo.incidents.where.list_heads import BELOW_COUNTRY
from geo.incidents.where.place_leads import is_offset, settlements
from geo.layout.dateline import filed_end
from geo.layout.labels import DAY
from geo.layout.lines import line_start
from geo.lexicon import load_words, word_class
from geo.lexicon.shared import not_places
from geo.model import Parse, Sentence, Span, Toponym
from geo.model.within import positions_in

BULLET = re.compile(r"\s*[•*▪■◦·–—-]\s")
LONGEST_LINE, STOPS = 80, frozenset(".!?:;,")  # of a story's headline
REACH = 8  # sentences of a paragraph that its title may be about
TITLED = re.compile(r"\n[^\S\n]*\n[^\S\n]*$")  # an empty line before
BODY = re.compile(r"\n[^\S\n]*\n?[^\S\n]*[A-Z][^\n]{40}")  # a line of some length below
PARTS = re.compile(r"[^\s,.(][^,.\n()]*")  # of a title, between commas
OWN_WORD = r"[^\W\d_a-z][\w'’-]+"
NAMED = re.compile(  # "Dosal", "Puerto del Sol"; no "14th", no "On Monday"
    rf"(?!\w*\d|(?:A[Tt]|B[Yy]|I[Nn]|O[Nn]|T[Hh][Ee])\b){OWN_WORD}(?: (?:{OWN_WORD}|al|de|del|el|la|of)){{0,3}}$"
)
MOST_PARTS = 4
WORD = re.compile(r"[^\W\d_]{2,}")
LACKING = 2  # words of a name in a title that the gazetteer lacks
AROUND = 80  # characters looked at before and after


def place_of_title(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> tuple[int | None, Span] | None:
    """Return the toponym that is the title of an event's paragraph and its words; None where another is named between.

    A name that the gazetteer lacks is a title's beside a day: "Dosal, 13 September. A convoy came under fire."

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    number, head = parse.tokens[trigger].sentence, filed_end(parse.text)
    for sentence in reversed(parse.sentences[max(0, number - REACH) : number]):
        inside = positions_in(toponyms, sentence.start, sentence.end)
        between = parse.text[sentence.end : parse.sentences[number].start]
        if sentence.start < head or "\n" in between.lstrip():
            return None
        if sentence.index == 0 and "\n" in parse.text[sentence.start : sentence.end]:  # the text's own title
            return None
        if inside and _is_all(parse.text, sentence, [toponyms[n] for n in inside]):
            found = next((n for n in inside if _locates(toponyms[n])), None)
            return None if found is None else (found, _span(toponyms[found]))
        if sentence.index > 0 and _is_headline(parse.text, sentence):
            named = [n for n in inside if _locates(toponyms[n]) and toponyms[n].role == "literal"]
            return (named[0], _span(toponyms[named[0]])) if len(named) == 1 else None
        other = any(_locates(toponyms[n]) for n in inside)
        name = None if other else name_beside_day(parse.text, sentence)
        if other or name is not None:
            return None if name is None else (None, name)
    return None


def name_beside_day(text: str, sentence: Sentence) -> Span | None:
    """Return the name of a sentence that consists of one and a day, with the hour and the like; None for others.

    Parameters
    ----------
    text
        The document's.
    sentence
        One of its sentences.
    """
    found = [part for part in PARTS.finditer(text, sentence.start, sentence.end) if part[0].strip()]
    if len(found) > MOST_PARTS or not any(DAY.match(part[0]) for part in found):
        return None
    plain = not_places() | load_words("everyday_words")
    names = [p for p in found if NAMED.match(p[0]) and not DAY.match(p[0]) and p[0].casefold() not in plain]
    return Span(*names[0].span(), names[0][0]) if len(names) == 1 else None


def is_title(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence is the title of the paragraph below it: what it tells came of nothing told before."""
    text = parse.text
    before = text[max(0, sentence.start - AROUND) : sentence.start]
    title = text[sentence.start : sentence.end].rstrip()
    below = text[sentence.start + len(title) : sentence.end + AROUND]
    return title[-1:].isalnum() and bool(TITLED.search(before)) and bool(BODY.match(below))


def _is_headline(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence is a short line of its own without a stop: "FIVE DIE IN FAMAGUSTA" above its story.

    That of a list heads nothing: below it stands the list's next.
    """
    start, own = line_start(text, sentence.start + 1), text[sentence.start : sentence.end]
    alone = not text[start : sentence.start].strip() and own.endswith("\n")
    short = len(own.strip()) <= LONGEST_LINE and own.strip()[-1:] not in STOPS
    return alone and short and not BULLET.match(own)


def _is_all(text: str, sentence: Sentence, inside: list[Toponym]) -> bool:
    """Tell whether a sentence is made of names of places, but for its number or letter in a list, hours and the like.

    Of "Tiro, Pidie." the gazetteer may lack the one.
    """
    parts = [part[0] for part in PARTS.finditer(text, sentence.start, sentence.end)]
    own = ",".join(part for part in parts if not DAY.match(part.strip()))
    for toponym in inside:
        own = own.replace(toponym.surface, "", 1)
    plain = word_class("in_title") | settlements()
    rest = [word for word in WORD.findall(own) if word.lower() not in plain]
    new = line_start(text, sentence.start + 1) == sentence.start and "," in own
    return not rest or (new and len(rest) <= LACKING and all(word[0].isupper() for word in rest))


def _locates(toponym: Toponym) -> bool:
    """Tell whether a name says where something was: a province, too, which no sentence by itself would place."""
    return toponym.place is not None and (toponym.place.kind in BELOW_COUNTRY or is_offset(toponym))


def _span(toponym: Toponym) -> Span:
    return Span(toponym.start, toponym.end, toponym.surface)
