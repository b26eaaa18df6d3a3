"""Names by which a sentence plainly puts an event somewhere, though its signs are too weak for `linking`."""

from geo.incidents.place_names import Candidate, candidates, words
from geo.model import Parse, Toponym


def taken_from(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> list[Candidate]:
    """Return the names after "from" of a verb that says so where it was done: "abducted two nuns from Chibok".

    Parameters
    ----------
    parse
        The text.
    trigger
        Token index of the word that tells of the event.
    toponyms
        All of the document's.
    """
    token = parse.tokens[trigger]
    if token.lemma not in words("takes"):
        return []
    found = candidates(parse, parse.sentences[token.sentence], toponyms)
    return [name for name in found if _is_from(parse, trigger, name)]


def _is_from(parse: Parse, trigger: int, name: Candidate) -> bool:
    above = parse.tokens[parse.tokens[name.head].head]
    near = parse.tokens[above.head]
    return above.lemma == "from" and (near.index == trigger or (near.dep == "dobj" and near.head == trigger))


def unknown_in(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> list[Candidate]:
    """Return the name that the words put the event in and no toponym has, so that it is not put elsewhere.

    The recogniser takes many an unknown town for a body or a product.

    Parameters
    ----------
    parse, trigger, toponyms
        As for `taken_from`.
    """
    found = candidates(parse, parse.sentences[parse.tokens[trigger].sentence], toponyms)
    return [name for name in found if name.toponym is None and _is_put_in(parse, trigger, name)][:1]


def _is_put_in(parse: Parse, trigger: int, name: Candidate) -> bool:
    head = parse.tokens[name.head]
    above = parse.tokens[head.head]
    near = parse.tokens[above.head]
    named = all(t.pos == "PROPN" and t.entity != "EVENT" for t in parse.tokens[name.first : name.last])
    return named and head.dep == "pobj" and above.lemma == "in" and trigger in {near.index, near.head}
