"""Walks over a parsed sentence that several stages need: what hangs on what, clauses and who acts in them.

Everything here takes a `Parse` and token indices, and answers with tokens or their indices.
"""

from collections.abc import Iterable, Iterator

from geo.model import Parse, Token
from geo.tags import DASHES, FINITE, PAST, POINTERS, TENSED, TIMES, VERBS

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "csubj", "csubjpass", "parataxis"}
)
RELATIVE = frozenset({"WP", "WDT"})
ALIKE = frozenset({"shoot", "burn", "hack", "stab", "beat", "hang"})  # harm by words whose past is the participle, too
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
JOINS = frozenset({"as", "after", "before", "until", "when", "while"})


def children(parse: Parse, index: int, *labels: str) -> tuple[Token, ...]:
    """Return the tokens that hang on a token, all of them or those with one of the dependency labels."""
    tokens = parse.tokens
    below = tokens[index].children
    if not below or not labels:
        return tuple([tokens[child] for child in below])
    return tuple([token for child in below if (token := tokens[child]).dep in labels])


def ancestors(parse: Parse, index: int) -> Iterator[Token]:
    """Yield the heads above a token, nearest first, up to the root of its sentence."""
    while parse.tokens[index].head != index:
        index = parse.tokens[index].head
        yield parse.tokens[index]


def subtree(parse: Parse, index: int, without: frozenset[str] = frozenset()) -> tuple[int, ...]:
    """Return the indices of a token and all below it, in order, leaving out branches with a label in `without`."""
    found, waiting = [], [index]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(child for child in parse.tokens[current].children if parse.tokens[child].dep not in without)
    return tuple(sorted(found))


def clause_of(parse: Parse, index: int) -> int:
    """Return the index of the verb (or other head) of the innermost clause that holds a token."""
    token = parse.tokens[index]
    while token.head != token.index and not (token.dep in CLAUSES and token.pos in VERBS):
        token = parse.tokens[token.head]
    return token.index


def conjuncts(parse: Parse, index: int) -> tuple[int, ...]:
    """Return a token and the members of the list that it heads."""
    found = [index]
    for child in children(parse, index, "conj"):
        found.extend(conjuncts(parse, child.index))
    return tuple(found)


def objects_of_preposition(parse: Parse, index: int) -> tuple[int, ...]:
    """Return the nouns that a preposition governs, list members included."""
    return tuple(i for child in children(parse, index, "pobj", "pcomp") for i in conjuncts(parse, child.index))


def prepositional(parse: Parse, index: int, lemmas: Iterable[str]) -> tuple[int, ...]:
    """Return the nouns that hang on a token by one of the prepositions."""
    wanted = frozenset(lemmas)
    return tuple(
        noun
        for child in children(parse, index, "prep", "agent", "dative")
        if child.lemma in wanted
        for noun in objects_of_preposition(parse, child.index)
    )


def after_particle(parse: Parse, verb: int, lemmas: Iterable[str]) -> tuple[int, ...]:
    """Return the nouns behind two small words, whose second parsers hang on the first: "caught up with rebels"."""
    particles = children(parse, verb, "prt", "advmod", "prep")
    return tuple(i for t in particles for i in prepositional(parse, t.index, lemmas))


def subjects(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return the subjects of a verb: its own, the noun that its "who" stands for, or those of the verb above."""
    own = children(parse, verb, "nsubj", "nsubjpass")
    own = own or _torn_subjects(parse, verb)
    if len(own) > 1:  # "men who lay on a hill fired"
        own = tuple(t for t in own if not _is_governed(parse, t) and not _heads_line(parse, t)) or own
    if own and own[0].tag not in RELATIVE:
        return tuple(i for subject in own for i in conjuncts(parse, subject.index))
    joined = subjects_of_joined(parse, verb)
    if joined is not None:
        return joined
    token = parse.tokens[verb]
    above = parse.tokens[token.head]
    shares = token.dep in {"conj", "xcomp", "advcl"} or _is_state(parse, token)
    if shares and token.head != verb and above.pos in VERBS:
        return subjects(parse, token.head)
    infinitive = any(child.lemma == "to" for child in children(parse, verb, "aux"))
    if token.dep == "xcomp" and above.dep == "acomp":  # "were ready to be shipped"
        return subjects(parse, above.head)
    if token.dep in {"relcl", "acl"} and above.pos in NOUNS and not infinitive:
        return subjects(parse, above.head) if _goes_on(parse, token) else (token.head,)
    return () if infinitive else _after_opening(parse, verb)


def _is_governed(parse: Parse, noun: Token) -> bool:
    """Tell whether a preposition stands right before a noun's phrase."""
    first = min((noun.index, *noun.children))
    return first > 0 and parse.tokens[first - 1].pos == "ADP"


def _heads_line(parse: Parse, noun: Token) -> bool:
    """Tell whether a dash or a colon parts a noun from what is told: "BRIDGE DOWN -- Rebels blew up"."""
    return parse.tokens[min(noun.index + 1, len(parse.tokens) - 1)].text in DASHES | {":"}


def agents(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return who does what a verb says, whichever its voice: the rebels of "rebels took it" and "taken by rebels"."""
    return prepositional(parse, verb, ("by",)) if is_passive(parse, verb) else subjects(parse, verb)


def subjects_of_joined(parse: Parse, verb: int) -> tuple[int, ...] | None:
    """Return who acts in a clause that a word joins and parsers tear; None for a verb that may share the subject above.

    Of "as gunmen of the Front attacked" they make "as gunmen" a phrase of the verb above; in "when more than a score of
    bombs went off" they find no subject. Those who "were hurt" do neither.
    """
    token = parse.tokens[verb]
    if token.dep != "advcl" or token.tag not in FINITE or children(parse, verb, *SUBJECTS):
        return None
    between = parse.tokens[min(token.head, verb) + 1 : verb]
    joining = next((t for t in reversed(between) if t.lemma in JOINS and t.pos in {"ADP", "SCONJ", "ADV"}), None)
    if joining is None or any(t.text == "," for t in parse.tokens[joining.index : verb]):
        return None
    return tuple(i for t in children(parse, joining.index, "pobj") for i in conjuncts(parse, t.index))


def _after_opening(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return who stands after what opens a sentence and parsers make one phrase with it.

    That is a day ("On 6 May rebels seized") or a place ("In the capital, a judge was shot").
    """
    nouns = [
        noun
        for opening in children(parse, verb, "prep")
        if opening.index < verb
        for noun in children(parse, opening.index, "pobj")
        if noun.pos in NOUNS
    ]
    late = [n for n in nouns if n.entity not in TIMES and _follows_time(parse, n)]
    late += [t for n in nouns for t in children(parse, n.index, "appos")[:1]]
    return next((conjuncts(parse, noun.index) for noun in late), ())


def _follows_time(parse: Parse, noun: Token) -> bool:
    return any(t.index < noun.index and t.entity in TIMES for t in children(parse, noun.index))


def _torn_subjects(parse: Parse, verb: int) -> tuple[Token, ...]:
    """Return the subject that parsers hang on "were" itself, or on a preposition: "between 20 and 30 died"."""
    of_helper = tuple(t for aux in children(parse, verb, "auxpass") for t in children(parse, aux.index, "nsubj"))
    between = (t for t in children(parse, verb, "prep") if t.lemma == "between" and t.index < verb)
    counted = (n for t in between for n in children(parse, t.index, "pobj") if children(parse, n.index, "nummod"))
    return of_helper or tuple(counted)


def is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb form is passive: by its auxiliary, its agent, or as a bare participle on a noun."""
    token = parse.tokens[verb]
    if children(parse, verb, "nsubjpass", "auxpass", "csubjpass") or is_torn_relative(parse, verb):
        return True
    if agents := children(parse, verb, "agent"):
        own = token.tag == "VBD" and children(parse, verb, "nsubj")  # as "he said by telephone" has
        by = (t for agent in agents for t in children(parse, agent.index, "pobj"))
        if not own or (not children(parse, verb, "dobj") and any(t.tag == "NNS" for t in by)):
            return True  # "two men picked up by soldiers"
    if _is_state(parse, token):
        return True
    if token.dep == "conj" and (token.tag == "VBN" or _may_be_participle(parse, token)):  # "killed and nine wounded"
        return not children(parse, verb, "dobj", "aux") and is_passive(parse, token.head)
    return (
        token.tag == "VBN" and token.dep == "acl" and not children(parse, verb, "nsubj") and not _goes_on(parse, token)
    )


def _is_state(parse: Parse, token: Token) -> bool:
    """Tell whether a passive was taken for a state: "was slain"."""
    return token.tag == "VBN" and token.dep == "acomp" and parse.tokens[token.head].lemma == "be"


def _may_be_participle(parse: Parse, token: Token) -> bool:
    """Tell whether a past tense has a participle's form and no object: "were lined up and shot", not "shot back"."""
    beside = {t.lemma for t in children(parse, token.index, "prep", "prt", "advmod")}
    alike = token.tag == "VBD" and token.lemma in ALIKE
    return alike and not children(parse, token.index, "nsubj") and not beside & {"at", "back", "into", "out"}


def is_torn_relative(parse: Parse, verb: int) -> bool:
    """Tell whether a participle right after its noun was taken for the verb of its sentence.

    Parsers do so in "five men abducted off Jolo are missing": the true verb follows, with neither a subject of its own
    nor a mark or a word that would join it.
    """
    token = parse.tokens[verb]
    named = any(t.index == verb - 1 for t in children(parse, verb, "nsubj"))
    if token.tag not in PAST or not named or children(parse, verb, "dobj", "cc", "aux", "ccomp", "xcomp"):
        return False
    return any(_is_bare_finite(parse, t) for t in children(parse, verb, "conj", "advcl", "dep"))


def _is_bare_finite(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb in a tense has nothing before it that would make it a clause beside another."""
    helpers = children(parse, verb.index, "aux", "auxpass")
    first = min((t.index for t in (verb, *helpers)), default=verb.index)
    finite = any(t.tag in TENSED for t in (verb, *helpers))
    own = children(parse, verb.index, "nsubj", "nsubjpass", "expl", "mark", "advmod")
    joined = any(t.index < first and t.lemma not in {"still", "also", "now", "later"} for t in own)
    return finite and not joined and parse.tokens[first - 1].pos not in {"PUNCT", "CCONJ"}


def is_negated(parse: Parse, index: int) -> bool:
    """Tell whether a verb or noun is negated where it stands ("did not attack", "no attack", "nor denied")."""
    token = parse.tokens[index]
    if token.dep == "conj" and any(child.lemma == "nor" for child in children(parse, token.head, "cc")):
        return True
    if is_not_one(parse, index):
        return True
    below = (child for child in children(parse, index) if child.dep not in {"dobj", "pobj"})  # "School No. 3"
    said = (child for child in below if not _bounds_number(parse, child))
    return any(child.dep == "neg" or child.lemma in {"no", "neither", "never"} for child in said)


def _bounds_number(parse: Parse, word: Token) -> bool:
    """Tell whether a "no" or "not" only bounds a number: "no more than ten died", "not fewer than 30 were hurt"."""
    after = [t.lemma for t in parse.tokens[word.index + 1 : word.index + 3]]
    return len(after) == 2 and after[0] in {"more", "less", "few", "fewer"} and after[1] == "than"


def _goes_on(parse: Parse, verb: Token) -> bool:
    """Tell whether what was taken for a participle is the next of the verbs: "shot two men, arrested three"."""
    follows = verb.index > 0 and parse.tokens[verb.index - 1].text == ","
    return follows and verb.dep == "acl" and bool(children(parse, verb.index, "dobj"))


def has_no(parse: Parse, noun: int) -> bool:
    """Tell whether "no" stands before a noun: "no soldiers"."""
    return any(t.lemma == "no" for t in children(parse, noun, "det"))


def is_known(parse: Parse, noun: int) -> bool:
    """Tell whether a noun's article speaks of it as known: "the attack", "these men"."""
    return any(t.lemma in POINTERS for t in children(parse, noun, "det"))


def is_not_one(parse: Parse, noun: int) -> bool:
    """Tell whether a noun begins with "not one" or "not a single"."""
    own = children(parse, noun, "nummod", "amod", "det", "neg")
    none = any(t.lemma == "not" for c in (*own, parse.tokens[noun]) for t in children(parse, c.index, "neg"))
    return none and any(t.lemma in {"one", "single"} for t in own)
