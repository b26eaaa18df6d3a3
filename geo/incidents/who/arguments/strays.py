"""Who did or suffered a deed where parsers or idioms part the words: a stray "by", "at the hands of"."""

from geo.incidents.who.nouns.kinds import ACTORS, CIVIL, FIGHTERS, THINGS, attacks, is_armed, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import children, is_passive, listed_objects, objects_of_preposition, prepositional, subjects
from geo.syntax.tags import PLURAL, VERBS

STRAYS = 14  # words over which a passive's "by" may stand apart
HOLDS = frozenset({"hold", "keep", "detain", "guard", "hide"})
HELD_AS = frozenset({"hand", "hostage", "captive", "prisoner", "power", "grip", "custody"})
HELPERS = ("aux", "auxpass")
WHEN = frozenset({"when", "as", "after"})


def stray_agents(parse: Parse, verb: int) -> list[int]:
    """Return who did it by a "by" that parsers hang elsewhere: "was taken in Tela today, presumably by rebels"."""
    last = parse.sentences[parse.tokens[verb].sentence].last
    for token in parse.tokens[verb + 1 : min(last, verb + STRAYS)]:
        if token.pos in VERBS or token.tag in {"WDT", "WP", "WRB"}:
            return []
        if token.lemma == "by":
            found = () if _is_of_before(parse, token) else objects_of_preposition(parse, token.index)
            return [i for i in found if is_armed(parse, i) or kind_of(parse, i) in FIGHTERS]
    return []


def _is_of_before(parse: Parse, by: Token) -> bool:
    """Tell whether a "by" is of what was before a deed: "was liberated after its occupation by the Front"."""
    noun = parse.tokens[by.head]
    return noun.pos == "NOUN" and parse.tokens[noun.head].lemma in {"after", "since", "despite"}


def shared_agents(parse: Parse, verb: int) -> list[int]:
    """Return who did what a passive before it tells, in the same breath: "were stopped by police and held".

    So they did in shorthand, where parsers see no passive: "Headman dragged from hut by gunmen and shot dead".
    """
    token = parse.tokens[verb]
    shared = token.dep == "conj" and not children(parse, verb, "nsubj", "nsubjpass")
    by = prepositional(parse, token.head, ("by",)) if shared and not children(parse, token.head, "dobj") else ()
    passive = is_passive(parse, token.head)
    return [i for i in by if passive or is_armed(parse, i) or kind_of(parse, i) in FIGHTERS | {"person"}]


def later_agents(parse: Parse, verb: int) -> list[int]:
    """Return who did what two passives with one helper tell: "were seized and their car burned by gunmen".

    Parameters
    ----------
    parse, verb
        The text, and the token index of the earlier verb.
    """
    bare = (t for t in children(parse, verb, "conj") if t.pos == "VERB" and not children(parse, t.index, *HELPERS))
    by = [i for t in bare if not children(parse, t.index, "dobj") for i in prepositional(parse, t.index, ("by",))]
    of = {i: (i, *prepositional(parse, i, ("of",))) for i in by}  # "a company of mountain troops"
    return [i for i in by if any(is_armed(parse, n) or kind_of(parse, n) in FIGHTERS for n in of[i])]


def holders(parse: Parse, verb: int) -> list[int]:
    """Return who held captives by what follows of them: "was seized in May and spent a week in the hands of rebels"."""
    found: list[int] = []
    for later in children(parse, verb, "conj"):
        held = later.lemma in HOLDS and is_passive(parse, later.index)
        found += prepositional(parse, later.index, ("by",)) if held else ()
        below = (t.index for t in parse.tokens[later.index : later.index + STRAYS] if t.lemma in HELD_AS)
        found += [i for noun in below for i in prepositional(parse, noun, ("of",))]
    return found


def who_is_meant(parse: Parse, verb: int, noun: int) -> int:
    """Return the person of whom a clause with "who" tells, where parsers hang it on what stands before.

    Of "the killing of Ana Ruiz, a judge of the high court, who was shot" they make the court the one who was shot.

    Parameters
    ----------
    parse, verb
        The text, and the token index of the clause's verb.
    noun
        Token index of the noun that it hangs on.
    """
    several = parse.tokens[noun].tag in {"DT", "NNS"}  # "the friends of those who were killed"
    if several or parse.tokens[verb].head != noun or not any(t.lemma == "who" for t in children(parse, verb)):
        return noun
    at = noun
    while kind_of(parse, at) not in CIVIL and parse.tokens[at].dep in {"pobj", "appos", "compound"}:
        above = parse.tokens[parse.tokens[at].head]
        at = above.head if above.dep == "prep" and above.lemma in {"of", "for", "at", "in"} else above.index
    return at if kind_of(parse, at) in CIVIL else noun


def meant_by_pronoun(parse: Parse, verb: int) -> list[int]:
    """Return whom the object of a verb stands for, where the verb before names them: "stopped Ana Ruiz and shot her".

    Parameters
    ----------
    parse, verb
        The text, and the token index of the verb.
    """
    pronouns = [t for t in children(parse, verb, "dobj") if t.tag == "PRP"]
    if not pronouns or parse.tokens[verb].dep != "conj":
        return []
    several, thing = pronouns[0].text.lower() == "them", pronouns[0].text.lower() == "it"
    kinds = THINGS if thing else ACTORS
    found = [i for i in listed_objects(parse, parse.tokens[verb].head) if kind_of(parse, i) in kinds]
    plural = len(found) > 1 or any(parse.tokens[i].tag == "NNS" for i in found)
    return found if several == plural else []


def torn_from_clause(parse: Parse, verb: int) -> tuple[list[int], list[int]] | None:
    """Return who did what to whom where parsers hang a verb in the clause that describes whom it befell.

    Of "gunmen stopped a priest who was cycling and shot him" they make the priest the one who shot.
    """
    token = parse.tokens[verb]
    clause = parse.tokens[token.head]
    pronouns = [t.text.lower() for t in children(parse, verb, "dobj") if t.tag == "PRP"]
    if token.dep != "conj" or clause.dep != "relcl" or not pronouns or children(parse, verb, "nsubj", "nsubjpass"):
        return None
    whom = parse.tokens[clause.head]
    several = whom.tag in PLURAL
    above = parse.tokens[whom.head]
    if several != (pronouns[0] == "them") or whom.dep != "dobj" or kind_of(parse, whom.index) not in ACTORS:
        return None
    return list(subjects(parse, above.index)), [whom.index]


def at_hands(parse: Parse, verb: int) -> list[int]:
    """Return who did it by the words "at the hands of"."""
    hands = (i for i in prepositional(parse, verb, ("at",)) if parse.tokens[i].lemma == "hand")
    return [i for hand in hands for i in prepositional(parse, hand, ("of",))]


def came_then(parse: Parse, verb: int) -> list[int]:
    """Return who came when something befell others: "were shot dead when gunmen entered the camp"."""
    clauses = (t for t in children(parse, verb, "advcl") if t.tag == "VBD" and not is_passive(parse, t.index))
    when = [c for c in clauses if any(t.lemma in WHEN for t in children(parse, c.index, "advmod", "mark"))]
    came = [i for c in when if children(parse, c.index, "nsubj") for i in subjects(parse, c.index)]
    forces = any(kind_of(parse, i) == "state_force" for i in came)
    upon = forces and not any(c.lemma in word_class("sets_upon") for c in when)  # soldiers may only have been there
    return [] if upon else [i for i in came if attacks(parse, i) and kind_of(parse, i) not in THINGS]


def whose_hands(parse: Parse, verb: int) -> list[int]:
    """Return into whose hands something fell.

    Parameters
    ----------
    parse, verb
        The text, and the token index of "fell".
    """
    hands = [i for i in prepositional(parse, verb, ("into",)) if parse.tokens[i].lemma == "hand"]
    owners = [t.index for i in hands for t in children(parse, i, "poss", "amod", "compound")]
    return [*owners, *(n for i in hands for n in prepositional(parse, i, ("of",)))]
