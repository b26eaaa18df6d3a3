"""People whom parsers hang elsewhere: the first of two in a list, and who stands right before a helping verb.

In "held 14 youths from Nyala" the youths are taken for a measure, as miles are. In "killing a schoolmaster and four
members of one family" the schoolmaster is taken for a word that describes the members, and in "a postman lost both
hands and three clerks were treated" the clerks for something that he lost. In "the murder in Lima of Ana Ruiz and her
son" the son is joined to Lima.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import AS_IT_IS, Hung, Remade, remaking
from geo.model import Token
from geo.syntax.tags import MODIFIERS, NOUN_SUBJECTS, NOUN_TAGS, PLACES, SINGULAR, SUBJECTS, TENSED, VERBS

HELPS = {"auxpass": "nsubjpass", "aux": "nsubj"}
ELSEWHERE = frozenset({"dobj", "conj", "npadvmod", "dative"})
BELONGS = frozenset({"det", "poss", "nummod", "amod", "compound", "nmod"})
COUNTED = NOUN_TAGS | {"CD"}
LONGEST = 6  # tokens of the second of two
OF_ONE = frozenset({"was", "is", "has", "does"})
SUBJECT_LABELS = SUBJECTS | {"expl"}


@remaking
def with_torn_people(tokens: Sequence[Token], token: Token) -> Remade:
    """Return such people in the list or with the verb that is theirs."""
    if token.tag == "CD" and token.dep == "conj" and (list_of_two := _fused(tokens, token)):
        return list_of_two, (replace(tokens[token.head], tag="NN", pos="NOUN"),)
    if token.dep == "conj" and tokens[token.head].entity in PLACES:
        return _joined_to_place(tokens, token), ()
    if token.dep == "cc" and tokens[token.head].dep == "pobj":
        return _list_torn(tokens, token), ()
    return (_torn_subject(tokens, token), ()) if token.dep in HELPS and token.tag in TENSED else AS_IT_IS


def _joined_to_place(tokens: Sequence[Token], second: Token) -> Hung:
    """Return who is joined to a place as joined to the one who was named since: "in Lima of Ana Ruiz and her son"."""
    place = tokens[second.head]
    since = tokens[place.index + 1 : second.index]
    named = [t for t in since if t.dep == "pobj" and tokens[t.head].lemma == "of" and t.entity not in PLACES]
    if not named or second.entity in PLACES or not any(tokens[i].dep == "poss" for i in second.children):
        return {}
    joints = (t.index for t in since if t.dep == "cc" and t.head == place.index)
    return {second.index: ("conj", named[-1].index)} | dict.fromkeys(joints, ("cc", named[-1].index))


def _fused(tokens: Sequence[Token], number: Token) -> Hung:
    """Return the two of "his orderly and two escorts", where the first is taken for an adjective of the second."""
    first = tokens[number.head]
    second = tokens[first.head]
    before = [i for i in second.children if i < first.index and tokens[i].dep in BELONGS]
    one = any(tokens[i].dep in {"det", "poss"} and tokens[i].text.lower() not in {"the", "these"} for i in before)
    if first.dep not in MODIFIERS or second.tag != "NNS" or second.index < number.index or not one:
        return {}
    own = {i: (tokens[i].dep, first.index) for i in before}
    return own | {
        first.index: (second.dep, second.head),
        second.index: ("conj", first.index),
        number.index: ("nummod", second.index),
    }


def _list_torn(tokens: Sequence[Token], joint: Token) -> Hung:
    """Return the fishmonger of "On Friday a fishmonger and his son were taken" as the first of two subjects."""
    first = tokens[joint.head]
    rest = tokens[joint.index + 1 : joint.index + LONGEST]
    second = next((t for t in rest if t.dep in NOUN_SUBJECTS or t.pos in VERBS), joint)
    if second.dep not in NOUN_SUBJECTS or first.tag not in COUNTED:
        return {}
    torn = sum(tokens[i].dep == "pobj" for i in tokens[first.head].children) > 1
    hung = {first.index: (second.dep, second.head), second.index: ("conj", first.index)}
    return hung if torn else {}


def _torn_subject(tokens: Sequence[Token], helper: Token) -> Hung:
    """Return the noun right before a helping verb as the subject of its clause, if that has none."""
    verb, noun = tokens[helper.head], tokens[helper.index - 1] if helper.index else helper
    elsewhere = noun.dep in ELSEWHERE or (noun.dep == "nummod" and noun.head < noun.index)  # "in Bria two were shot"
    beside = noun.sentence == helper.sentence and elsewhere and noun.tag in COUNTED
    bare = verb.pos == "VERB" and not any(tokens[i].dep in SUBJECT_LABELS for i in verb.children)
    one = noun.tag in SINGULAR
    agrees = one == (helper.text.lower() in OF_ONE) or helper.text.lower() == "had"
    apart = noun.head != verb.index
    return {noun.index: (HELPS[helper.dep], verb.index)} if beside and bare and agrees and apart else {}
