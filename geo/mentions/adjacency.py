"""How a place's name is used, told from the words beside it where a sentence has not been parsed."""

from geo.mentions.role_words import forms, look_up, roles, slots
from geo.mentions.usage import by_hyphen, by_possessive
from geo.mentions.words import name_words
from geo.model import Parse, Role


def role_beside(parse: Parse, first: int, last: int, *, large: bool) -> Role:
    """Return how the place's name in tokens ``[first, last]`` is used, as `usage.role_of` does, without syntax.

    Parameters
    ----------
    parse
        The document's parse.
    first, last
        The name's tokens, both included.
    large
        The place is a country, or a region of that size.
    """
    scope = "country" if large else "town"
    return (
        by_possessive(parse, last)
        or by_hyphen(parse, first, last, scope)
        or _by_preposition(parse, first, scope)
        or by_what_follows(parse, last, scope)
        or "literal"
    )


def _word(parse: Parse, index: int) -> str:
    return parse.tokens[index].text.lower() if 0 <= index < len(parse.tokens) else ""


def _by_preposition(parse: Parse, first: int, scope: str) -> Role | None:
    """Judge "at war with Ethiopia" by "war"; after any other preposition of place a name is the place's own."""
    index = first - 1
    while _word(parse, index) == "the" or _word(parse, index) in name_words().directions:
        index -= 1
    slot = _word(parse, index)
    if slot not in slots():
        return "literal" if slot in name_words().locatives or slot in name_words().relations else None
    found = (roles().get((slot, form, scope)) for near in (index - 1, index - 2) for form in forms(_word(parse, near)))
    return next(filter(None, found), None) or roles().get((slot, "*", scope)) or "literal"


def by_what_follows(parse: Parse, last: int, scope: str) -> Role | None:
    """Judge by the noun or verb after the name: "US forces", "Iran denied", "the Aleppo bombing".

    Parameters
    ----------
    parse
        The document's parse.
    last
        The name's last token.
    scope
        "country", or "town" for whatever is smaller.
    """
    after = _word(parse, last + 1)
    if not after.isalpha() or parse.tokens[last + 1].text[0].isupper():
        return None
    # What only says of a town that it acts goes without saying of a country.
    scopes = dict.fromkeys((scope, "town"))
    found = (look_up(slot, form, s) for s in scopes for form in forms(after) for slot in ("modifier", "subject"))
    return next(filter(None, found), None)
