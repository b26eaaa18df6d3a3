"""Who lies in hospital is hurt, where an event was told that hurt people: "seven are in hospital"."""

from collections.abc import Iterator

from geo.counts.patients import patients, prepositional_heads, subject_heads
from geo.counts.people import are_people, number_of
from geo.counts.words import Entry, entries
from geo.model import Effect, Parse, Token
from geo.syntax import children, is_passive
from geo.syntax.tags import PAST

INTO = frozenset({"to", "in", "at", "into", "under"})
RECEIVES = frozenset({"receive", "undergo", "get", "need", "require", "await"})
RECEIVED = frozenset({"treatment", "surgery"})
# Words that tell of the hurt only with others: "intensive care", "in critical condition".
WITH = {"care": frozenset({"intensive"}), "condition": frozenset({"critical", "serious", "grave"})}
BROUGHT = frozenset({"take", "rush", "bring", "admit", "carry", "transfer", "evacuate", "airlift", "treat", "convey"})
SENDS = frozenset({"send", "put", "land"})  # "sent fourteen people to hospital"
STAYS = frozenset({"be", "remain", "lie", "stay"})


def in_hospital(parse: Parse, hospital: Token) -> Iterator[int]:
    """Yield those who "are in hospital", "were taken to hospital" or "are treated in hospital".

    Parameters
    ----------
    parse
        The text.
    hospital
        The word for it.
    """
    preposition = parse.tokens[hospital.head]
    told = {t.lemma for t in children(parse, hospital.index, "amod")} & WITH.get(hospital.lemma, frozenset())
    if hospital.lemma in WITH and not told:
        return
    if hospital.dep == "dobj" and preposition.lemma in RECEIVES and hospital.lemma in RECEIVED:
        yield from (i for i in subject_heads(parse, preposition) if not _is_told_of(parse, i))
    verb = parse.tokens[preposition.head]
    if hospital.dep == "pobj" and preposition.lemma in INTO and verb.pos == "NUM":
        yield verb.index
    elif hospital.dep == "pobj" and preposition.lemma in INTO and verb.lemma in SENDS and verb.tag in PAST | {"VBG"}:
        yield from (t.index for t in children(parse, verb.index, "dobj") if number_of(parse, t.index))
    elif hospital.dep == "pobj" and preposition.lemma == "in" and verb.lemma == "leave":  # "left two in a coma"
        yield from (t.index for t in children(parse, verb.index, "dobj") if are_people(parse, t.index))
    helpers = children(parse, verb.index, "auxpass")
    if hospital.dep != "pobj" or preposition.lemma not in INTO or any(t.tag == "VB" for t in (verb, *helpers)):
        return  # "should be taken to hospital"
    if verb.lemma in STAYS or (verb.lemma in BROUGHT and is_passive(parse, verb.index)):
        yield from (i for i in subject_heads(parse, verb) if not _is_told_of(parse, i))


def cared_for(parse: Parse, token: Token, entry: Entry) -> Iterator[tuple[Effect, int]]:
    """Yield the number of people who "are being treated", of whom no more is said: not "were treated as heroes".

    Parameters
    ----------
    parse
        The text.
    token
        A verb of care.
    entry
        What the lexicon says of it.
    """
    as_what = children(parse, token.index, "oprd", "dobj", "acomp")
    more = as_what or prepositional_heads(parse, token, ("as", "like", "to"))
    if entry.effect and token.pos == "VERB" and is_passive(parse, token.index) and not more:
        yield from ((entry.effect, i) for i in patients(parse, token) if number_of(parse, i))


def _is_told_of(parse: Parse, head: int) -> bool:
    """Tell whether words say themselves what befell people: "the dead were taken to hospital"."""
    words = (parse.tokens[head], *children(parse, head, "amod"))
    inner = (parse.tokens[i] for i in prepositional_heads(parse, parse.tokens[head], ("of",)))
    return any(entry.effect for word in (*words, *inner) for entry in entries().get(word.lemma, ()))
