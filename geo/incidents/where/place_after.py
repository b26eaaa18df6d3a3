"""An event -> the finer place at which the next sentences, going on about it, put it.

"… kidnapped two engineers in western Mali, officials said. The two were forced out of their car near Nioro."
"""

from collections.abc import Sequence
from itertools import takewhile

from geo.incidents.going_on import goes_on
from geo.incidents.speech import is_saying
from geo.incidents.where.on_map import where
from geo.incidents.where.place_leads import FROM, is_spot, is_there, lead, named
from geo.lexicon import word_class
from geo.model import Parse, Toponym, Where
from geo.syntax import clause_of, upward

REACH = 2  # sentences looked at


def place_after(parse: Parse, sentence: int, toponyms: tuple[Toponym, ...]) -> Where | None:
    """Return the place that the first of the next sentences to name one gives those told of; None where it does not."""
    for number in range(sentence + 1, min(sentence + 1 + REACH, len(parse.sentences))):
        if found := _of_main_clause(parse, named(parse, number, toponyms), toponyms):
            left = len([*takewhile(lambda n: lead(parse, toponyms[n]) in FROM | word_class("reached"), found)])
            first = found[min(left, len(found) - 1)]  # behind those that they had left
            name = toponyms[first]
            struck = lead(parse, name) in word_class("befallen")  # "raiders attacked a school. … They encircled Bama"
            there = is_spot(name) and is_there(parse, name) and (struck or _goes_on(parse, sentence, name))
            there = there and not _is_of_speaker(parse, name)
            return where(parse, first, name, inherited=True) if there else None
    return None


def _of_main_clause(parse: Parse, found: Sequence[int], toponyms: tuple[Toponym, ...]) -> Sequence[int]:
    """Return the names outside relative clauses, if any: "the bus, which was on its way to Omagh, was hit at Xan"."""
    heads = ((n, parse.at(toponyms[n].start).index) for n in found)
    main = [n for n, head in heads if not _is_aside(parse, head)]
    return main or found


def _is_aside(parse: Parse, word: int) -> bool:
    return parse.tokens[clause_of(parse, word)].dep == "relcl"


def _is_of_speaker(parse: Parse, name: Toponym) -> bool:
    """Tell whether a name says only where those are who tell more: "the command in Tel Aviv acknowledged six dead"."""
    token = parse.between(name.start, name.end)[0]
    subjects = (t for t in upward(parse, token.index) if t.dep == "nsubj")
    return any(is_saying(parse.tokens[t.head]) for t in subjects)


def _goes_on(parse: Parse, told: int, name: Toponym) -> bool:
    """Tell whether the words before a name speak on about what a sentence told, and not of what was done later."""
    first = parse.between(name.start, name.end)[0]
    before = parse.tokens[parse.sentences[first.sentence].first : first.index]
    if not _is_aside(parse, first.index):
        before = tuple(t for t in before if not _is_aside(parse, t.index))
    return goes_on(
        [t.text.lower() for t in before],
        {t.text.lower() for t in parse.sentence_tokens(parse.sentences[told]) if t.text.isalpha()},
    )
