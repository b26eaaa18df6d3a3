"""Who lies in hospital is hurt, where an event was told that hurt people: "seven are in hospital"."""

from collections.abc import Iterator

from geo.counts.objects import objects
from geo.counts.patients import patients, prepositional_heads, subject_heads
from geo.counts.people import are_people, number_of
from geo.counts.words import Entry, entries
from geo.lexicon import word_class
from geo.model import Effect, Parse, Token
from geo.syntax import children, has_helper, is_passive
from geo.syntax.tags import NOMINALS

INTO = frozenset({"to", "in", "at", "into", "under", "on", "out"})
RECEIVES = frozenset({"receive", "undergo", "get", "need", "require", "await"})
# Words that tell of the hurt only with others: "intensive care", "in critical condition".
FARING = frozenset({"critical", "serious", "grave", "stable", "poor", "bad", "moderate", "fair", "satisfactory",
                    "delicate", "precarious", "dire", "threatening", "extreme"})  # fmt: skip
WITH = {
    "care": frozenset({"intensive"}),
    "condition": FARING,
    "state": FARING - {"stable", "fair", "dire"},
    "list": frozenset({"danger", "critical", "dangerous"}),
}
COMA = "coma"
DANGER = "danger"  # "three are out of danger"
BROUGHT = frozenset({"take", "rush", "bring", "admit", "carry", "transfer", "evacuate", "airlift", "treat", "convey"})
SENDS = frozenset({"send", "put", "land", "leave"})  # "sent fourteen people to hospital", "left two in a coma"
TAKES_IN = frozenset({"admit", "receive"})  # as hospitals do, and others
HOPES = frozenset({"expect", "likely", "sure"})  # to live
ALONE = frozenset({"NN", "NNP", "PRP"})
DIES = frozenset({"die", "succumb"})
STAYS = frozenset({"be", "remain", "lie", "stay"})


def in_hospital(parse: Parse, hospital: Token, entry: Entry) -> Iterator[tuple[Effect, int]]:
    """Yield those who "are in hospital", "were taken to hospital" or "are treated in hospital".

    Parameters
    ----------
    parse, hospital
        The text, and the word for it.
    entry
        What the lexicon says of it.
    """
    above = parse.tokens[hospital.head]
    if not _tells_of_hurt(parse, hospital):
        return
    if hospital.dep == "dobj" and above.lemma in RECEIVES:
        yield from ((entry.effect, i) for i in subject_heads(parse, above) if not _is_told_of(parse, i))
    elif hospital.dep == "pobj":
        out = hospital.lemma == DANGER  # "out of danger" is "out", and "out" where they are
        yield from ((entry.effect, i) for i in _within(parse, parse.tokens[above.head] if out else above))


def _within(parse: Parse, preposition: Token) -> Iterator[int]:
    """Yield those who are somewhere, or are taken there, by the preposition before it."""
    verb = parse.tokens[preposition.head]
    helpers = children(parse, verb.index, "auxpass")
    if preposition.lemma not in INTO or any(t.tag == "VB" for t in (verb, *helpers)):
        return  # "should be taken to hospital"
    if verb.pos == "NUM" or fares_badly(parse, verb.index):
        yield verb.index
    elif verb.lemma in SENDS:
        yield from (t.index for t in children(parse, verb.index, "dobj") if number_of(parse, t.index))
    elif verb.lemma in STAYS or (verb.lemma in BROUGHT and is_passive(parse, verb.index)):
        yield from (i for i in subject_heads(parse, verb) if not _is_told_of(parse, i) and not _dies(parse, verb, i))


def fares_badly(parse: Parse, noun: int) -> bool:
    """Tell whether the last of several are said to be in a bad way: "left two dead and three nurses in a coma".

    Parameters
    ----------
    parse, noun
        The text, and the token index of the noun for them.
    """
    joined = parse.tokens[noun].dep == "conj" and parse.tokens[noun].pos in NOMINALS
    links = (t for t in children(parse, noun, "prep") if joined and t.lemma == "in")
    states = (t for link in links for t in children(parse, link.index, "pobj"))
    return any((t.lemma in WITH and _tells_of_hurt(parse, t)) or t.lemma == COMA for t in states)


def _dies(parse: Parse, verb: Token, patient: int) -> bool:
    """Tell whether the one who was taken there is said to have died: "was taken to hospital, where he died"."""
    alone = parse.tokens[patient].tag in ALONE and parse.tokens[patient].lemma != "they"
    then = parse.tokens[verb.index : parse.sentences[verb.sentence].last]
    return alone and any(t.lemma in DIES or t.text.lower() == "dead" for t in then)


def _tells_of_hurt(parse: Parse, word: Token) -> bool:
    """Tell whether a word that needs others to tell of the hurt has them: "in critical condition", "out of danger"."""
    if word.lemma == DANGER:
        return [t.lemma for t in parse.tokens[max(0, word.index - 2) : word.index]] == ["out", "of"]
    told = {t.lemma for t in children(parse, word.index, "amod", "compound")}
    return word.lemma not in WITH or not told.isdisjoint(WITH[word.lemma])


def cared_for(parse: Parse, token: Token, entry: Entry) -> Iterator[tuple[Effect, int]]:
    """Yield the number of people who "are being treated", of whom no more is said: not "were treated as heroes".

    Parameters
    ----------
    parse, token
        The text, and a verb of care.
    entry
        What the lexicon says of it.
    """
    as_what = children(parse, token.index, "oprd", "dobj", "acomp")
    more = as_what or prepositional_heads(parse, token, ("as", "like", "to"))
    if is_taken_in(parse, token):
        yield from ((entry.effect, i) for i in objects(parse, token) if are_people(parse, i))
    elif (is_passive(parse, token.index) or _shares_passive(parse, token)) and token.lemma not in TAKES_IN and not more:
        yield from (
            (entry.effect, i) for i in patients(parse, token) or subject_heads(parse, token) if number_of(parse, i)
        )


def _shares_passive(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb is passive by the one before it: "four were killed and three others hit"."""
    return verb.dep == "conj" and is_passive(parse, verb.head) and bool(children(parse, verb.index, "nsubj"))


def is_taken_in(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb is of a hospital or its doctors: "the clinic admitted fourteen"."""
    houses = word_class("hospital") | word_class("carer")
    return any(t.lemma in houses for t in children(parse, verb.index, "nsubj"))


def _is_told_of(parse: Parse, head: int) -> bool:
    """Tell whether words say themselves what befell people: "the dead were taken to hospital"."""
    words = (parse.tokens[head], *children(parse, head, "amod"))
    inner = (parse.tokens[i] for i in prepositional_heads(parse, parse.tokens[head], ("of",)))
    return any(entry.effect for word in (*words, *inner) for entry in entries().get(word.lemma, ()))


def will_live(parse: Parse, token: Token, entry: Entry) -> Iterator[tuple[Effect, int]]:
    """Yield who "is expected to live" or "should recover", and so was hurt; not who "should survive the vote".

    Parameters
    ----------
    parse, token, entry
        As for `cared_for`; the verb is one of living on.
    """
    hoped = parse.tokens[token.head].lemma in HOPES and token.dep == "xcomp"
    should = has_helper(parse, token.index, "should", "will")
    if (hoped or should) and not children(parse, token.index, "dobj", "prep"):
        yield from ((entry.effect, i) for i in subject_heads(parse, token) if are_people(parse, i))
