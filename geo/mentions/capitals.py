"""Words in capitals: short forms of bodies among other words, or a text that is all in capitals."""

from geo.mentions.surroundings import Surroundings


def is_acronym(text: Surroundings, first: int, last: int) -> bool:
    """Tell whether a name is one short word in capitals among words that are not: "FAO", not "ADEN" in a cable.

    What stands by itself above a paragraph or before a dash is none: "WAU", "GAO —"; before a colon a body may speak.

    Parameters
    ----------
    text
        The text.
    first, last
        The name's tokens.
    """
    tokens = text.parse.tokens
    word = tokens[first].text.replace(".", "")
    if first != last or len(word) > 4 or not word.isupper():
        return False
    beside = tokens[max(0, first - 4) : last + 5]
    own = [t for t in beside if t.sentence == tokens[first].sentence]
    if not any(t.text[0].isalnum() for t in own if t.index != first) and all(t.text != ":" for t in own):
        beside = tuple(own)
    return any(t.text[0].islower() for t in beside)


def is_in_capitals(text: Surroundings, index: int) -> bool:
    """Tell whether a word stands among words in capitals, where two letters need be none: the "LA" of "LA MAR".

    Parameters
    ----------
    text
        The text.
    index
        The word's token.
    """
    words = text.parse.tokens[max(0, index - 2) : index + 3]
    return text.parse.text[words[0].start : words[-1].end].isupper()
