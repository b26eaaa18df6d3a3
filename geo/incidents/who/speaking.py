"""Who it is that says whose a deed was, by name where the words have only "he" or "it"."""

from geo.incidents.who.antecedents import ALONE, one_meant
from geo.model import Attribution, Parse, Token
from geo.syntax.phrases import name_span

REACH = 2  # sentences back to a name that "he" may stand for


def named(parse: Parse, index: int, said: tuple[Attribution, ...]) -> str | None:
    """Return a speaker's name; for a pronoun, that of the one person told of, or of whoever spoke last before.

    Parameters
    ----------
    parse, index
        The text, and the token index of the noun or pronoun for who speaks.
    said
        Who is said to say what.
    """
    token = parse.tokens[one_meant(parse, index)]
    if token.tag != "PRP":
        return name_span(parse, token.index).text
    name = _last_person(parse, token) if token.lemma in ALONE else None
    return name or next((a.asserted_by for a in reversed(said) if a.end <= token.start and a.asserted_by), None)


def _last_person(parse: Parse, pronoun: Token) -> str | None:
    first = parse.sentences[max(0, pronoun.sentence - REACH)].start
    people = (e for e in reversed(parse.entities) if e.label == "PERSON" and first <= e.start < pronoun.start)
    return next((parse.text[e.start : e.end] for e in people), None)
