"""Words that point back to a place: "in the capital", "on this city's outskirts" -> the name that they stand for."""

from bisect import bisect_left

from geo.incidents.place_names import words
from geo.incidents.place_paths import way
from geo.incidents.speech import belongs_to_speaker, sayer
from geo.model import Parse, Token, Toponym
from geo.syntax import children, clause_of, subtree

CAPITAL = "PPLC"  # GeoNames' code
TOWNS = frozenset({"city", "town", "village"})
POINTERS = frozenset({"the", "this", "that"})
LOCATIVES = frozenset({"in", "at", "near", "outside", "inside", "on", "around", "within", "across", "of"})
TOWN_KINDS = frozenset({"populated_place", "section", "admin2"})
NEAR_HOPS = 6
FAR_BACK = 12  # toponyms looked back over


def pointed_at(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the toponym that a word such as "the capital" in an event's clause stands for, None where there is none.

    Parameters
    ----------
    parse
        The text.
    trigger
        Token index of the word that tells of the event.
    toponyms
        All of the document's.
    """
    sentence = parse.sentences[parse.tokens[trigger].sentence]
    for token in parse.sentence_tokens(sentence):
        if _points(parse, token) and _is_of(parse, trigger, token):
            before = bisect_left(toponyms, token.start, key=lambda t: t.start)
            return next(
                (n for n in range(before - 1, max(-1, before - FAR_BACK), -1) if _fits(token, toponyms[n])), None
            )
    return None


def spoken_at(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the town whose police, mayor, doctors or residents tell of an event, None where nobody local does.

    What they tell of befell their town, if they name no other place.

    Parameters
    ----------
    parse
        The text.
    trigger
        Token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    verb = sayer(parse, trigger)
    if verb is None:
        return None
    speakers = [i for t in children(parse, verb, "nsubj") for i in subtree(parse, t.index)]
    if not any(parse.tokens[i].lemma in words("local") for i in speakers):
        return None
    inside = {parse.tokens[i].start for i in speakers}
    named = (n for n, t in enumerate(toponyms) if t.start in inside and t.place and t.role != "organisation")
    return next((n for n in named if toponyms[n].place.kind in TOWN_KINDS), None)  # type: ignore[union-attr]


def _points(parse: Parse, token: Token) -> bool:
    """Tell whether a noun stands for a place by itself, unlike "the city of Homs" and "the capital, Juba"."""
    if token.lemma not in {*TOWNS, "capital"} or token.tag not in {"NN", "NNP"}:
        return False
    own = children(parse, token.index)
    pointing = any(t.lemma in POINTERS for t in own if t.dep == "det")
    named = any(t.lemma == "of" or t.dep in {"appos", "compound", "poss", "nummod"} or t.pos == "PROPN" for t in own)
    placed = parse.tokens[token.head].lemma in LOCATIVES if token.dep == "pobj" else token.dep in {"poss", "dobj"}
    return pointing and placed and not named


def _is_of(parse: Parse, trigger: int, token: Token) -> bool:
    """Tell whether a place is that of an event; "this city" is of all that its sentence tells, save of a speaker."""
    if belongs_to_speaker(parse, token.index, trigger):
        return False
    if any(t.lemma == "this" for t in children(parse, token.index, "det")):
        return True
    found = way(parse, trigger, token.index)
    near = found is not None and found.length <= NEAR_HOPS
    return near and clause_of(parse, trigger) == clause_of(parse, token.index)


def _fits(token: Token, toponym: Toponym) -> bool:
    place = toponym.place
    if place is None or toponym.role != "literal" or place.kind != "populated_place":
        return False
    return token.lemma in TOWNS or place.feature == CAPITAL
