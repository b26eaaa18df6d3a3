"""What is kept of a text while it is read, and forgotten with it."""

from geo.model import Parse
from geo.model.remembered import remembered


def _text(words: str) -> Parse:
    return Parse(words, (), (), ())


def test_an_answer_is_given_again_until_another_text_is_read() -> None:
    asked: list[tuple[str, int]] = []

    @remembered
    def letter(parse: Parse, index: int) -> str:
        asked.append((parse.text, index))
        return parse.text[index]

    first, second = _text("ab"), _text("ab")  # alike, and not the same
    assert [letter(first, 0), letter(first, 1), letter(first, 0)] == ["a", "b", "a"]
    assert asked == [("ab", 0), ("ab", 1)]
    assert [letter(second, 0), letter(first, 0)] == ["a", "a"]
    assert len(asked) == 4


def test_what_else_is_known_of_a_text_counts_as_the_text_does() -> None:
    @remembered
    def places(parse: Parse, index: int, toponyms: tuple[str, ...]) -> str:
        return f"{parse.text[index]} of {len(toponyms)}"

    text, none, one = _text("ab"), (), ("Basra",)
    answers = [places(text, 0, none), places(text, 0, one), places(text, 0, none)]
    assert answers == ["a of 0", "a of 1", "a of 0"]


def test_a_function_may_ask_itself() -> None:
    @remembered
    def below(parse: Parse, index: int) -> int:
        return 0 if index == 0 else 1 + below(parse, index - 1)

    assert below(_text(""), 20) == 20
