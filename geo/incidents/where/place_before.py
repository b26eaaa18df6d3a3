"""An event whose sentence names no place -> the one at which the sentences before it, of its paragraph, put people.

"She went to Konduga. In August gunmen opened fire on a mosque.", "Smoke hangs over Bria. At dawn a mob came."
"""

import re
from collections.abc import Sequence

from geo.incidents.speech import belongs_to_speaker
from geo.incidents.where.nesting import nests
from geo.incidents.where.on_map import where
from geo.incidents.where.place_leads import FROM, TO, is_lacked, is_spot, is_there, lead, named
from geo.incidents.where.place_names import head_token
from geo.incidents.where.placing import OFF
from geo.lexicon import word_class
from geo.model import Parse, Sentence, Toponym, Where
from geo.syntax import clause_of, upward

QUARTERS = frozenset({"quarter", "neighbourhood", "neighborhood", "ward", "suburb", "street"})
AREAS = frozenset({"water", "terrain", "admin1"})  # where no town is named
ASIDE = re.compile(
    r",? (?:(?:not far |a little |just |some )?(?:near|hard by|close to|outside|above|below|off|opposite)"
    r"|(?:\w+ (?:miles|km|kilomet\w+) )?(?:north|south|east|west)[\w-]* of|in) (?:the )?(?:\w+ of )?",
    re.IGNORECASE,
)
HOLDS = re.compile(r"['’]s? (?:(?:north|south|east|west)\w* )?")
JOINED = re.compile(r",?\s+(?:and\s+|or\s+)?(?:the\s+)?")
REACH = 3  # sentences looked back over


def place_before(
    parse: Parse, trigger: int, toponyms: tuple[Toponym, ...], paragraphs: tuple[int, ...]
) -> Where | None:
    """Return the only place of the last sentence that names one, as inherited; None where that is not just one.

    That may be the event's own, at a place of which its words seemed not to say that it was there.

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    toponyms
        All of the document's.
    paragraphs
        The paragraph of each sentence.
    """
    sentence = parse.tokens[trigger].sentence
    if own := [n for n in named(parse, sentence, toponyms) if lead(parse, toponyms[n]) not in FROM]:
        there = [n for n in own if is_there(parse, toponyms[n]) and _may_be_at(parse, toponyms[n], trigger)]
        return _only(parse, parse.sentences[sentence], there, toponyms)
    for number in range(sentence - 1, max(-1, sentence - 1 - REACH), -1):
        if paragraphs[number] != paragraphs[sentence]:
            return None
        if found := named(parse, number, toponyms):
            return _only(parse, parse.sentences[number], found, toponyms)
    return None


def _may_be_at(parse: Parse, toponym: Toponym, trigger: int) -> bool:
    """Tell whether a name in an event's sentence is no speaker's or quarter's, nor where those told of are taken."""
    head = head_token(parse, toponym.start, toponym.end)
    if head is None or (is_lacked(toponym) and any(t.lemma in QUARTERS for t in parse.tokens[head + 1 : head + 2])):
        return False  # a quarter is in the town in which the report is set
    return not any(off(parse, head, trigger) for off in (_is_of_whom, belongs_to_speaker, *OFF))


def _is_of_whom(parse: Parse, name: int, trigger: int) -> bool:
    """Tell whether a name says where those lived or worked whom an event befell: "a judge who sat in Palermo".

    Of those who did it such words tell how: "by soldiers who burst into her ward at Mongu".
    """
    verb = parse.tokens[clause_of(parse, name)]
    if verb.dep != "relcl" or verb.tag == "VBG" or verb.index in {t.index for t in upward(parse, trigger)}:
        return False
    return parse.tokens[parse.tokens[verb.head].head].dep != "agent"


def _only(parse: Parse, sentence: Sentence, found: Sequence[int], toponyms: tuple[Toponym, ...]) -> Where | None:
    """Return the one spot among the names of a sentence at which somebody is; wider ones say no more than it does.

    Of several it is the only one that people are neither on their way to nor from.
    """
    told = _told_of(parse, sentence, found, toponyms)
    known = [(place, n) for n in reversed(told) if (place := toponyms[n].place)]
    spots = {place.id: n for place, n in known if is_spot(toponyms[n])}
    spots = spots or {place.id: n for place, n in known if place.kind in AREAS}
    main = [n for n in spots.values() if not _is_aside(parse, n, toponyms)]
    fine = [n for n in main if not any(nests(toponyms[other], toponyms[n]) for other in main)]
    there: list[int] = []
    for n in sorted(fine):  # "advanced near Toretsk and Lyman": a place that is joined to one has its "near", too
        joined = n - 1 in there and JOINED.fullmatch(parse.text, toponyms[n - 1].end, toponyms[n].start)
        there += [n] if joined or is_there(parse, toponyms[n]) else []
    if any(toponyms[n].place is None for n in told):
        return None
    if len(spots) == 1 and not there:
        there = [n for n in spots.values() if lead(parse, toponyms[n]) in TO | word_class("reached")]
    return where(parse, there[0], toponyms[there[0]], inherited=True) if len(there) == 1 else None


def _is_aside(parse: Parse, number: int, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether a name only says where another lies: "at Neokazi, near Florina", "Pattani's Rueso district"."""
    if number + 1 < len(toponyms) and HOLDS.fullmatch(parse.text, toponyms[number].end, toponyms[number + 1].start):
        return True
    if number == 0 or toponyms[number - 1].role != "literal" or toponyms[number - 1].place is None:
        return False
    return ASIDE.fullmatch(parse.text, toponyms[number - 1].end, toponyms[number].start) is not None


def _told_of(parse: Parse, sentence: Sentence, found: Sequence[int], toponyms: tuple[Toponym, ...]) -> Sequence[int]:
    """Return the names of a sentence at which it puts people: those after "that", if any, and none of mere talk."""
    tokens = parse.sentence_tokens(sentence)
    that = next((t.end for t in tokens if t.text.lower() == "that"), sentence.end)
    after = [n for n in found if toponyms[n].start > that]
    aloof = any(t.text.lower() in word_class("talks") for t in tokens)
    return after or ([] if aloof else found)
