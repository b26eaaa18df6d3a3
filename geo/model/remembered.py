"""Functions of a text that are asked the same again and again keep their answers for as long as the text is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

Function = TypeVar("Function", bound=Callable[..., Any])


def remembered(function: Function) -> Function:
    """Let a function of a text and of a place in it keep its answers until it is asked about another text.

    Parameters
    ----------
    function
        Takes a `Parse`, a token's index or a sentence of it, and perhaps its toponyms, by position. Whoever gets an
        answer must not change it.
    """
    kept: tuple[object, object, dict[object, object]] = (None, None, {})

    @wraps(function)
    def answer(parse: object, asked: object, *known: object) -> object:
        nonlocal kept
        of, beside, answers = kept  # all three at once: another thread may be reading another text
        if of is not parse or (known and beside is not known[0]):
            answers = {}
            kept = parse, known[0] if known else None, answers
        try:
            return answers[asked]
        except KeyError:
            answers[asked] = found = function(parse, asked, *known)
            return found

    return cast("Function", answer)
