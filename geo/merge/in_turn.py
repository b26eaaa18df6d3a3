"""Tellings of a text that is not written in the order of time -> the same in that order."""

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Telling


def in_turn(tellings: Sequence[Telling], turns: Sequence[int]) -> Sequence[Telling]:
    """Return tellings in the order of time, numbered in it by the sentences and paragraphs that tell anything.

    Parameters
    ----------
    tellings
        In the order of the text.
    turns
        Where each sentence stands in the order of time; nothing if that is the text's.
    """
    if not turns:
        return tellings
    told = sorted(tellings, key=lambda t: turns[t.sentence])
    sentences = {sentence: n for n, sentence in enumerate(dict.fromkeys(t.sentence for t in told))}
    paragraphs = {paragraph: n for n, paragraph in enumerate(dict.fromkeys(t.paragraph for t in told))}
    return [replace(t, sentence=sentences[t.sentence], paragraph=paragraphs[t.paragraph], live=True) for t in told]
