"""Who acts in a clause: its own subject, the one that it shares, or one that the parser tore off."""

from geo.model import Parse, Token
from geo.model.remembered import remembered
from geo.syntax.tags import (
    DASHES,
    FINDS,
    FINITE,
    JOINS,
    NOMINALS,
    NOUN_CLAUSES,
    QUOTES,
    RELATIVE_TAGS,
    SUBJECTS,
    TIMES,
    VERBS,
)
from geo.syntax.voice import goes_on, is_passive, is_state
from geo.syntax.walks import children, conjuncts, has_helper, prepositional, subtree, token_after

OWN_WORDS = frozenset({"compound", "amod", "det", "nummod", "nmod"})


@remembered
def subjects(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return the subjects of a verb: its own, the noun that its "who" stands for, or those of the verb above."""
    own = children(parse, verb, "nsubj", "nsubjpass")
    own = tuple(n for t in own for n in _described(parse, t)) or _torn_subjects(parse, verb)
    if len(own) > 1:  # "men who lay on a hill fired"
        own = tuple(
            t for t in own if not (_is_governed(parse, t) or _heads_line(parse, t) or is_quoted(parse, t.index))
        )
    if own and own[0].tag not in RELATIVE_TAGS:
        return tuple(i for subject in own for i in conjuncts(parse, subject.index))
    joined = subjects_of_joined(parse, verb)
    if joined is not None:
        return joined
    token = parse.tokens[verb]
    above = parse.tokens[token.head]
    shares = token.dep in {"conj", "xcomp", "advcl"} or is_state(parse, token)
    if shares and token.head != verb and above.pos in VERBS:
        return subjects(parse, token.head)
    infinitive = has_helper(parse, verb, "to")
    if token.dep == "xcomp" and above.dep == "acomp":  # "were ready to be shipped"
        return subjects(parse, above.head)
    if token.dep in NOUN_CLAUSES and above.pos in NOMINALS and not infinitive:
        return subjects(parse, above.head) if goes_on(parse, token) else (token.head,)
    return () if infinitive else _after_opening(parse, verb) or _of_clause_before(parse, token)


def is_quoted(parse: Parse, noun: int) -> bool:
    """Tell whether a noun opens a quotation, as what parsers take for a subject may: "'Propaganda,' a spokesman said".

    Parameters
    ----------
    parse, noun
        The text, and the noun's token index.
    """
    return parse.tokens[subtree(parse, noun)[0] - 1].text in QUOTES


def _of_clause_before(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return who acts in a clause that parsers take for what the next one says: "rebels, he said, came, shot and left".

    What "the rebels came" is to "said" it seems to be to "shot", which has no subject then.
    """
    clauses = children(parse, verb.index, "ccomp") if verb.dep in {"ROOT", "ccomp", "advcl"} else ()
    first = min((t.index for t in children(parse, verb.index, "aux", "auxpass")), default=verb.index)
    clauses = clauses if parse.tokens[first - 1].text == "," else ()
    before = (t for t in clauses if t.index < verb.index)
    return next((subjects(parse, t.index) for t in before if children(parse, t.index, *SUBJECTS)), ())


def _described(parse: Parse, subject: Token) -> tuple[Token, ...]:
    """Return a subject, or the noun that parsers hang on what describes it: "youths loyal to the Front"."""
    hung = children(parse, subject.index, "npadvmod") if subject.pos == "ADJ" else ()
    return tuple(t for t in hung if t.index == subject.index - 1) or (subject,)


def _is_governed(parse: Parse, noun: Token) -> bool:
    """Tell whether a preposition stands right before a noun's phrase."""
    first = min((noun.index, *noun.children))
    return first > 0 and parse.tokens[first - 1].pos == "ADP"


def _heads_line(parse: Parse, noun: Token) -> bool:
    """Tell whether a dash or a colon parts a noun from what is told: "BRIDGE DOWN -- Rebels blew up"."""
    return token_after(parse, noun).text in DASHES | {":"}


def agents(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return who does what a verb says, whichever its voice: the rebels of "rebels took it" and "taken by rebels"."""
    return prepositional(parse, verb, ("by",)) if is_passive(parse, verb) else subjects(parse, verb)


def is_finder(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is of who came upon what is spoken of: the villagers of "were found dead by villagers"."""
    by = parse.tokens[parse.tokens[noun].head]
    return by.dep == "agent" and parse.tokens[by.head].lemma in FINDS


def subjects_of_joined(parse: Parse, verb: int) -> tuple[int, ...] | None:
    """Return who acts in a clause that a word joins and parsers tear; None for a verb that may share the subject above.

    Of "as gunmen of the Front attacked" they make "as gunmen" a phrase of the verb above; in "when more than a score of
    bombs went off" they find no subject. Those who "were hurt" do neither.
    """
    token = parse.tokens[verb]
    if token.dep != "advcl" or token.tag not in FINITE or children(parse, verb, *SUBJECTS):
        return None
    between = parse.tokens[min(token.head, verb) + 1 : verb]
    joining = next((t for t in reversed(between) if t.lemma in JOINS), None)
    if joining is None:
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
        if noun.pos in NOMINALS
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
    # "soldiers searching a mill found", of which parsers make "searching" what found
    searching = (c for c in children(parse, verb, "csubj") if c.tag == "VBG")
    described = tuple(t for c in searching for t in children(parse, c.index, "nsubj") or _named_so(parse, c))
    return of_helper or tuple(counted) or described or _right_before(parse, verb)


def _named_so(parse: Parse, participle: Token) -> tuple[Token, ...]:
    """Return those whose name begins with what parsers take for a verb: "Shining Path guerrillas"."""
    name = parse.tokens[participle.index + 1]
    below = parse.tokens[name.head]
    return (below,) if participle.text[0].isupper() and name.dep == "compound" else ()


def _right_before(parse: Parse, verb: int) -> tuple[Token, ...]:
    """Return the noun right before a verb that parsers list with a place before it: "In Jos, raiders killed"."""
    token, noun = parse.tokens[verb], parse.tokens[max(0, verb - 1)]
    first = min((i for i in noun.children if parse.tokens[i].dep in OWN_WORDS), default=noun.index)
    first = min(first, *(i for t in children(parse, noun.index, "compound") for i in t.children), noun.index)
    apart = first > 0 and parse.tokens[first - 1].text == "," and noun.dep in {"pobj", "conj", "appos"}
    return (noun,) if token.tag == "VBD" and token.dep == "ROOT" and noun.tag == "NNS" and apart else ()
