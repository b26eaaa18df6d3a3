"""Lists of people, whose later members parsers hang elsewhere.

In "a colonel, a judge, and Senator Rossi were murdered" the senator is a second subject, in "killed the mayor of Gao,
his wife and two guards" the wife is what Gao is, and in "the murder in Gao of a judge and his son" the son stands by
himself.
"""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending
from geo.lexicon.shared import actors
from geo.model import Token
from geo.syntax.tags import NOUN_SUBJECTS, NOUN_TAGS, PLACES, VERBS

BEFORE = frozenset({"det", "poss", "nummod", "amod", "compound", "nmod", "case", "punct"})
ONE_BY_ONE = frozenset({"det", "poss", "nummod"})
MEMBERS = frozenset({"conj", "appos"})
THINGS = frozenset({"facility", "vehicle"})
LONGEST = 8  # tokens of a member


@mending
def with_whole_series(tokens: Sequence[Token], joint: Token) -> Hung:
    """Return such members around an "and" as in the list of those before them."""
    return _listed(tokens, joint) if joint.dep == "cc" and joint.text.lower() == "and" else {}


def _listed(tokens: Sequence[Token], joint: Token) -> Hung:
    """Return those around an "and" as members of one list, if they are people and a parser tore them apart."""
    comma = tokens[joint.index - 1].text == ","
    before, last = tokens[joint.index - 1 - comma], _opened_by(tokens, joint)
    if last is None or not _is_person(tokens, last):
        return {}
    if (named := _described(tokens, last)) is not None:
        return {last.index: ("conj", named), joint.index: ("cc", named)}
    if not _is_person(tokens, before):
        return {}
    opens = min((i for i in before.children if tokens[i].dep in BEFORE), default=before.index)
    first = _first(tokens, before, opens) if tokens[opens - 1].text == "," else None
    if first is None:
        torn = last.dep == "conj" and tokens[last.head].pos in VERBS and not comma
        return {last.index: ("conj", before.index)} if torn else {}
    whole = before.head == first.index and last.head == before.index
    if whole or (last.dep in NOUN_SUBJECTS and not _is_second(tokens, first, last)):
        return {}
    return {
        before.index: ("conj", first.index),
        joint.index: ("cc", before.index),
        last.index: ("conj", before.index),
    }


def _opened_by(tokens: Sequence[Token], joint: Token) -> Token | None:
    """Return the noun whose phrase opens right behind an "and"."""
    noun = tokens[min(joint.index + 1, len(tokens) - 1)]
    while noun.dep in BEFORE and noun.index < noun.head <= joint.index + LONGEST:
        noun = tokens[noun.head]
    return noun if noun.index > joint.index and noun.sentence == joint.sentence else None


def _is_person(tokens: Sequence[Token], noun: Token) -> bool:
    """Tell whether a noun is people told one by one, and stands for no clause: "and a nurse by a soldier"."""
    kind = actors().get(noun.lemma, ("facility", False))[0]
    known = noun.entity == "PERSON" or (kind not in THINGS and noun.tag in NOUN_TAGS and noun.entity not in PLACES)
    listed = noun.pos == "PROPN" or any(tokens[i].dep in ONE_BY_ONE for i in noun.children)
    return known and listed and not any(tokens[i].lemma == "by" for i in noun.children)


def _first(tokens: Sequence[Token], second: Token, opens: int) -> Token | None:
    """Return whom a list begins with, whose second member opens behind a comma; not whom that only describes."""
    beside = tokens[max(opens - 2, 0)]
    above = tokens[tokens[beside.head].head]  # the mayor of "the mayor of Gao, his wife and their children"
    first = above if beside.dep == "pobj" and _is_person(tokens, above) else beside
    heads = {first.index, beside.index, tokens[first.head].head}
    if second.dep not in MEMBERS or second.head not in heads or not _is_person(tokens, first):
        return None
    of_its_own = any(tokens[i].dep in {"poss", "nummod"} for i in second.children)
    known = any(tokens[i].text.lower() == "the" for i in first.children)
    return first if of_its_own or (first.pos == second.pos and not known) else None


def _described(tokens: Sequence[Token], last: Token) -> int | None:
    """Return whom an aside describes with which a name is listed: "Ana Cruz, head of the union, and Eva Rey"."""
    aside = tokens[last.head]
    named = tokens[aside.head]
    one = last.entity == named.entity == "PERSON" and last.dep == "conj"
    return named.index if one and aside.dep == "appos" and aside.pos == "NOUN" else None


def _is_second(tokens: Sequence[Token], first: Token, last: Token) -> bool:
    """Tell whether a verb's subject is a second one behind a list: "the murder of a judge, a clerk, and Ito shook"."""
    above = {first.index, tokens[first.head].head}
    return any(i in above and tokens[i].dep in NOUN_SUBJECTS for i in tokens[last.head].children)
