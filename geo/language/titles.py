"""Titles cut short stay one word with their full stop, so that "said Lt. Col. Idris Musa" ends in no "Lt"."""

from typing import TYPE_CHECKING, Any

from geo.lexicon import load_rows

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline


WHOLE = ("Wed", "WED", "wed")  # not "we'd" that has lost its mark


def keep_titles_whole(pipeline: "Pipeline") -> None:
    """Let a pipeline take titles cut short for single words.

    Parameters
    ----------
    pipeline
        A loaded pipeline; it is changed.
    """
    tokenizer: Any = pipeline.tokenizer
    titles = (f"{title}." for (title,) in load_rows("short_titles", ("title",)))
    for word in (*(form for title in titles for form in (title, title.upper())), *WHOLE):
        tokenizer.add_special_case(word, [{"ORTH": word}])
