"""An event that is told to have been in one told before: "was hit in the same hold-up", "burned in the raid"."""

from geo.incidents.what.events import Event
from geo.incidents.what.one_event.causes import LINKS
from geo.lexicon import load_words
from geo.model import Parse, Token
from geo.syntax import ancestors, children, is_known, subtree
from geo.syntax.tags import TIMES

INSIDE = frozenset({"in", "during", "amid"})
ENSUING = frozenset({
    "ensue", "ensuing", "follow", "following", "subsequent", "resulting", "result", "erupt", "break", "begin", "latter",
})  # fmt: skip


def setting_of(parse: Parse, event: Event) -> Token | None:
    """Return the noun for an event told before in which one was, None where none is named."""
    own = {t.index for t in event.triggers if not t.noun}
    for token in parse.sentence_tokens(parse.sentences[event.sentence]):
        if token.dep == "pobj" and _happened(parse, token) and _is_known(parse, token):
            above = list(ancestors(parse, token.index))
            if any(t.lemma in INSIDE for t in _links(above)) and any(t.index in own for t in above):
                return token
    return None


def _happened(parse: Parse, noun: Token) -> bool:
    compounds = (f"{t.lemma}-{noun.lemma}" for t in children(parse, noun.index, "compound"))
    return noun.lemma in load_words("happenings") or any(each in load_words("happenings") for each in compounds)


def _links(above: list[Token]) -> list[Token]:
    """Return the prepositions right above a noun, those of "in the course of" and the like with them."""
    found = []
    for token in above:
        if token.pos != "ADP" and token.lemma not in LINKS:
            break
        found.append(token)
    return found


def is_the_same(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun says outright that it means what was told: "the same attack"."""
    return any(t.lemma == "same" for t in children(parse, noun.index, "amod"))


def _is_known(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun means what was told, not what came of it: "in the shootout that ensued".

    So does one with its day before it: "In Thursday's attack, four men stormed the campus".
    """
    below = (parse.tokens[i] for i in subtree(parse, noun.index))  # "the fight with police that followed"
    after = any(t.lemma in ENSUING and t.dep in {"amod", "relcl", "acl"} for t in below)
    dated = any(t.entity in TIMES for t in children(parse, noun.index, "poss"))
    return not after and (dated or is_known(parse, noun.index))
