"""What a sentence brings up for the first time, and what it speaks of as known: "armed men", then "the men".

What one telling brought up and the next speaks of as known ties the two to one event. People are known by other words,
too: "six fishermen" are "the six men", "a 16-year-old girl" is "the teenager", and those who did it "the attackers".
"""

from collections.abc import Iterable, Iterator

from geo.incidents.speech import is_saying
from geo.incidents.who.captives import HowMany
from geo.incidents.who.nouns.arms import implied_type, is_weapon
from geo.incidents.who.nouns.kinds import CIVIL, THINGS, is_armed, kind_of
from geo.lexicon import load_words, word_class
from geo.lexicon.parties import words_of_side
from geo.model import IncidentType, Parse, Sentence, Token
from geo.model.remembered import remembered
from geo.syntax import children
from geo.syntax.tags import DEFINITE, NOUN_CLAUSES, NOUN_SUBJECTS

ANEW = frozenset({"another", "second", "third", "fourth", "further", "separate", "other"})
NAMING = frozenset({"compound", "nmod", "appos", "amod", "poss", "pobj"})
PASSING = CIVIL | THINGS  # kinds that are mostly of one event alone
VEHICLE = "a vehicle"
FELLED = frozenset({"shoot", "kill", "gun", "arrest", "capture"})
DOERS, SEVERAL = "those who did it", "several people"


def brought_up(parse: Parse, sentence: Sentence, how_many: HowMany, kind: IncidentType) -> frozenset[str]:
    """Return the nouns of a sentence that nothing before it makes known, people also by how many they are.

    Parameters
    ----------
    parse, sentence
        The text, and one of its sentences, which tells of an event.
    how_many
        Says how many people a noun speaks of.
    kind
        Of the event: a blast brings up a bomb, an airstrike a missile.
    """
    return _new(parse, sentence, how_many) | {DOERS, _means(kind)}


@remembered
def _new(parse: Parse, sentence: Sentence, how_many: HowMany) -> frozenset[str]:
    nouns = [t for t in _nouns(parse, sentence) if not _is_known(parse, t)]
    numbers = (number for token in nouns for number in _number(how_many, token))
    return frozenset((*(token.lemma for token in nouns), *numbers)) | _vehicles(parse, nouns)


@remembered
def recalled(parse: Parse, sentence: Sentence, how_many: HowMany) -> frozenset[str]:
    """Return the nouns for people and things that a sentence speaks of as known, as `brought_up` calls them.

    Parameters
    ----------
    parse, sentence, how_many
        As for `brought_up`.
    """
    nouns = list(_nouns(parse, sentence))
    if any(_is_anew(parse, token) for token in nouns):
        return frozenset()
    of_any_text = word_class("familiar") | words_of_side("group")
    known = (t for t in nouns if t.lemma not in of_any_text and _is_known(parse, t) and not _is_rest(parse, t))
    found = frozenset(one for token in known for one in _recalls(parse, token, how_many))
    new = (t for t in nouns if not _is_known(parse, t))
    return found - _vehicles(parse, new)  # "blew up a bus after the passengers had left"


def _vehicles(parse: Parse, new: Iterable[Token]) -> frozenset[str]:
    """Return what stands for any vehicle, where one of the nouns for what is new is for one."""
    return frozenset({VEHICLE} if any(kind_of(parse, t.index) == "vehicle" for t in new) else ())


def _recalls(parse: Parse, token: Token, how_many: HowMany) -> set[str]:
    """Return what a noun that speaks of the known may go back to."""
    if any(t.lemma in FELLED for t in children(parse, token.index, "acl", "relcl")):
        return set()  # what became of "the killer, shot dead by police," is another event
    kind = kind_of(parse, token.index)
    if token.lemma in load_words("attackers") or (kind == "person" and is_armed(parse, token.index)):
        return _as_doers(token)
    if _speaks(parse, token):
        return set()
    found = {VEHICLE} if token.lemma in word_class("crew") else set()
    if token.lemma in word_class("anybody") or token.pos == "NUM":
        found |= {"1"} if token.tag == "NN" else _number(how_many, token) or {SEVERAL}
    acts = kind == "unknown" and token.dep == "nsubj" and token.tag == "NNS"  # "the horsemen burned"
    alone = kind in PASSING or acts
    if kind == "facility" or acts:
        alone = not _says_which(parse, token)
    if is_weapon(parse, token.index) or alone:
        found.add(token.lemma)
    means = implied_type(parse, (token.index,))
    return found | {_means(means)} if means is not None else found


def _as_doers(token: Token) -> set[str]:
    """Return what is known of those who do something: whom others chase and catch is of another event."""
    caught = token.dep == "nsubjpass" and token.tag == "NN"  # "the attacker was shot by a guard"
    if token.dep != "nsubj" and not caught:
        return set()
    return {token.lemma, DOERS} if token.lemma in load_words("attackers") else {token.lemma}


def _nouns(parse: Parse, sentence: Sentence) -> Iterator[Token]:
    """Yield nouns, and numbers that stand for people: "the two were seized"."""
    own = parse.sentence_tokens(sentence)
    return (t for t in own if t.pos == "NOUN" or (t.pos == "NUM" and t.dep in NOUN_SUBJECTS))


def _is_known(parse: Parse, token: Token) -> bool:
    return any(t.lemma in DEFINITE for t in children(parse, token.index, "det"))


def _is_rest(parse: Parse, token: Token) -> bool:
    """Tell whether people are those of whom the sentence before did not speak: "the other two"."""
    return any(t.lemma == "other" for t in children(parse, token.index, "amod"))


def _says_which(parse: Parse, token: Token) -> bool:
    """Tell whether a noun is known from its own words, not from what was told: "the Hill quarter", "the bank where"."""
    own = children(parse, token.index)
    of = [t for prep in own if prep.dep == "prep" for t in children(parse, prep.index, "pobj")]
    named = any(t.pos == "PROPN" for t in (*own, *of) if t.dep in NAMING)
    clause = any(t.dep in NOUN_CLAUSES for t in own) and not any(t.text == "," for t in own)
    return (named or clause) and not any(t.lemma in {"this", "that"} for t in own)


def _is_anew(parse: Parse, token: Token) -> bool:
    """Tell whether a noun is a further one's, and its event another: "another charge went off as the first did"."""
    own = children(parse, token.index, "det", "amod")
    acts = token.dep in NOUN_SUBJECTS and not _speaks(parse, token) and not any(t.lemma in DEFINITE for t in own)
    return any(t.lemma in ANEW for t in own) and (acts or is_weapon(parse, token.index))


def _speaks(parse: Parse, token: Token) -> bool:
    return token.dep == "nsubj" and is_saying(parse.tokens[token.head])


def _number(how_many: HowMany, token: Token) -> set[str]:
    """Return how many people a noun speaks of, in figures, and whether several; nothing where it is open."""
    count = how_many(token.index)
    if count is None or not count.best:
        return set()
    return {str(count.best), SEVERAL} if count.best > 1 else {str(count.best)}


def _means(kind: str) -> str:
    """Return what stands for the weapons of a kind of event; a missile may be a jet's or a launcher's."""
    return f"means of {'airstrike' if kind == 'shelling' else kind}"
