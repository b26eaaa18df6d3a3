"""A noun -> the words by which the lexicons may know it."""

from geo.lexicon import word_class
from geo.lexicon.shared import singular
from geo.model import Parse, Token
from geo.model.remembered import remembered
from geo.syntax import prepositional
from geo.syntax.phrases import in_phrase


@remembered
def phrases(parse: Parse, index: int) -> tuple[str, ...]:
    """Return the phrases that end in a noun as the lexicons may have them, the longest first."""
    inner = prepositional(parse, index, ("of",)) if parse.tokens[index].lemma in word_class("several") else ()
    if inner and parse.tokens[inner[0]].pos == "NOUN":
        return phrases(parse, inner[0])
    before = [parse.tokens[i].text.lower() for i in in_phrase(parse, index) if i < index][-3:]
    last = forms(parse.tokens[index])
    runs = (before[first:] for first in range(len(before) + 1))
    return tuple(" ".join([*run, form]).replace(" - ", "-") for run in runs for form in last)


def forms(token: Token) -> tuple[str, ...]:
    """Return a noun as the lexicons may have it; of what is taken for a name, parsers leave the plural as it is."""
    text = token.text.lower()
    return tuple(dict.fromkeys((token.lemma, text, singular(text))))
