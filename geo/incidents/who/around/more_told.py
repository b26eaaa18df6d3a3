"""What somebody says that tells more of an event: of the men who did it, of those whom it befell, or of the deed."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, takewhile

from geo.denials import marked
from geo.incidents.going_on import known_nouns
from geo.lexicon import word_class
from geo.lexicon.shared import nouns_of, singular
from geo.lexicon.triggers import trigger_rows
from geo.model import Incident, IncidentType, Token
from geo.syntax.tags import PRESENT, TENSED

ARTICLES = frozenset({"the", "these", "those", "both", "all", "their"})
THEM = frozenset({"them", "these", "those"})
ALONE = frozenset({"all", "most", "none", "both", "half"})  # "said that all were shot"
NEAR = 4  # words after an article in which its noun stands
NOT_TOLD_OF = frozenset({"people", "plane"})  # which may be known without having been told of
SMUGGLES = frozenset({"smuggle", "traffic", "infiltrate"})
HELPS = frozenset({"be", "have"})


def tells_more(incident: Incident, words: tuple[Token, ...]) -> bool:
    """Tell whether what is said begins with whom an event was told of, or with the deed, and says what they did.

    "The gunmen came on motorcycles" and "all were shot" do, "the attack was cowardly" and "the dead will be honoured"
    do not.

    Parameters
    ----------
    incident
        The event, as the sentence before tells it.
    words
        What is said.
    """
    before = tuple(takewhile(lambda t: t.tag not in TENSED | {"MD"}, words))
    verb, *after = words[len(before) :] or (None,)
    negated = any(t.lemma in {"not", "never"} for t in after[:2])
    goes_on = verb is not None and verb.tag in PRESENT and verb.lemma != "have"  # "the rebels get rifles from"
    if verb is None or not before or verb.tag == "MD" or goes_on or negated or _is_of_a_way(words):
        return False
    if " ".join(t.text.lower() for t in before) in ALONE or _is_of_them(before):
        return True
    if before[0].lemma in {"the", "those"} and any(t.tag == "VBN" for t in before[1:2]):
        return True  # "those killed were farmers"
    nouns = set(_pointed_at(before))
    if not nouns.isdisjoint(_deeds(incident.type)):
        done = verb.lemma in HELPS and any(t.tag in {"VBN", "VBG"} for t in after[:2])
        return done or verb.lemma in word_class("tells_of_deed")
    goods = word_class("any_cargo", "kind_of_cargo") if incident.type != "seizure" else frozenset[str]()
    return not (_anybody().isdisjoint(nouns - goods) and _told_of(incident).isdisjoint(nouns))


def _is_of_a_way(words: tuple[Token, ...]) -> bool:
    """Tell whether it is said that something was smuggled somewhere, which is no part of a deed."""
    return any(t.lemma in SMUGGLES for t in words)


def _is_of_them(words: tuple[Token, ...]) -> bool:
    """Tell whether words are for some of those told of: "four of these", "12, most of them women"."""
    return any(one.lemma == "of" and other.text.lower() in THEM for one, other in pairwise(words))


def _pointed_at(words: tuple[Token, ...]) -> Iterator[str]:
    """Yield the first words after each article: "the two armed men"."""
    for n, token in enumerate(words):
        if token.text.lower() in ARTICLES:
            own = words[n + 1 : n + 1 + NEAR]
            yield from (t.lemma for t in takewhile(lambda t: t.tag != "IN" and t.text != ",", own))


def _told_of(incident: Incident) -> frozenset[str]:
    texts = (*(p.text for p in incident.participants if p.kind != "facility"), *(w.text for w in incident.weapons))
    return frozenset(singular(word) for text in texts for word in text.lower().split())


@cache
def _deeds(kind: IncidentType) -> frozenset[str]:
    """Return the nouns for an event of a kind, and for any."""
    kinds = {kind, "attack"}
    return frozenset(row[0] for row in trigger_rows() if row[1] == "noun" and row[2] in kinds) | marked("matter")


@cache
def _anybody() -> frozenset[str]:
    """Return the nouns by which those told of may be known: "the gunmen", "the victims", "the driver"."""
    deeds = {row[0] for row in trigger_rows() if row[1] == "noun"}
    return (known_nouns() | word_class("fired")) - deeds - nouns_of("state_force", "government") - NOT_TOLD_OF
