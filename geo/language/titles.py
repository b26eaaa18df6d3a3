"""Titles cut short stay one word with their full stop, so that "said Lt. Col. Idris Musa" ends in no "Lt"."""

from typing import TYPE_CHECKING, Any

from geo.lexicon import load_rows

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline


def keep_titles_whole(pipeline: "Pipeline") -> None:
    """Let a pipeline take titles cut short for single words.

    Parameters
    ----------
    pipeline
        A loaded pipeline; it is changed.
    """
    tokenizer: Any = pipeline.tokenizer
    for (title,) in load_rows("short_titles", ("title",)):
        for word in (f"{title}.", f"{title.upper()}."):
            tokenizer.add_special_case(word, [{"ORTH": word}])
