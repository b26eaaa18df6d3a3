"""Who did or suffered a deed that a noun tells, where other words part them: "clashes in Bria between militias"."""

from collections.abc import Callable, Iterator

from geo.incidents.who.nouns.kinds import ACTORS, kind_of
from geo.model import HARMED, Parse, Token, Trigger
from geo.syntax import ancestors, children, conjuncts, objects_of_preposition, prepositional, subjects, subtree
from geo.syntax.tags import VERBS

FARTHEST = 14  # words over which a fight's "between" may stand apart
AIMED_AT = frozenset({"target", "victim", "object", "objective"})


def right_after(parse: Parse, noun: int, prepositions: tuple[str, ...]) -> list[int]:
    """Return the nouns of a preposition right after a word, or its "of", wherever it hangs: "decry the murder of X by".

    Parameters
    ----------
    parse, noun
        The text, and the token index of the noun.
    prepositions
        In dictionary form.
    """
    whole = [i for t in children(parse, noun, "prep") if t.lemma == "of" for i in subtree(parse, t.index)]
    after = max(whole, default=noun) + 1
    leads = any(t.lemma in prepositions for t in parse.tokens[after : after + 1])
    return list(objects_of_preposition(parse, after)) if leads else []


def between(parse: Parse, noun: int) -> tuple[int, ...]:
    """Return who fights, wherever parsers hang it: "clashes in the old quarter of Bria between militias and rebels"."""
    for token in parse.tokens[noun + 1 : min(parse.sentences[parse.tokens[noun].sentence].last, noun + FARTHEST)]:
        if token.pos in VERBS:
            break
        if token.lemma == "between":
            return tuple(n for i in objects_of_preposition(parse, token.index) for n in _with_owners(parse, i))
    return ()


def _with_owners(parse: Parse, noun: int) -> tuple[int, ...]:
    """Return a noun, or the several whose it is: of "army and rebel units" the army and the rebels."""
    owners = [i for t in children(parse, noun, "nmod") for i in conjuncts(parse, t.index)]
    return tuple(owners) if len(owners) > 1 else (noun,)


def clauses_on(parse: Parse, noun: int, is_of_deed: Callable[[Parse, Token], bool]) -> Iterator[Token]:
    """Yield the verbs of the clauses on a deed, those too that parsers hang on whom it befell, or where.

    So they do in "the murder of a judge in Tela, which was carried out by rebels"; nobody carries out a judge or Tela.

    Parameters
    ----------
    parse, noun
        The text, and the token index of the word for the deed.
    is_of_deed
        Tells whether a clause says of nothing but a deed what it says.
    """
    for inner in subtree(parse, noun):
        for clause in children(parse, inner, "acl", "relcl"):
            if inner != noun and not _is_named(parse, inner):
                continue
            tops = (clause, *children(parse, clause.index, "acomp"))  # "which was brutal and carried out by"
            verbs = (clause, *(t for top in tops for t in children(parse, top.index, "conj")))
            yield from (verb for verb in verbs if inner == noun or is_of_deed(parse, verb))


def _is_named(parse: Parse, noun: int) -> bool:
    return kind_of(parse, noun) != "unknown" or parse.tokens[noun].pos in {"PROPN", "NUM"}


def said_of(parse: Parse, noun: int) -> list[int]:
    """Return what is said to be a deed's target or victim: "the bank was the target of an attack"."""
    above = [t for t, _ in zip(ancestors(parse, noun), range(3), strict=False)]
    if len(above) < 3 or above[0].lemma != "of" or above[1].lemma not in AIMED_AT or above[2].lemma != "be":
        return []
    return list(subjects(parse, above[2].index))


def of_joined(parse: Parse, noun: int, prepositions: tuple[str, ...]) -> tuple[int, ...]:
    """Return the nouns of a preposition that two deeds share: "the disappearance and abduction of Rosa Quispe".

    Parameters
    ----------
    parse, noun
        The text, and the token index of the second word for a deed.
    prepositions
        In dictionary form.
    """
    token = parse.tokens[noun]
    if token.dep != "conj" or parse.tokens[token.head].pos != "NOUN" or children(parse, noun, "prep"):
        return ()
    return tuple(i for i in prepositional(parse, token.head, prepositions) if i > noun)


def after_setting(parse: Parse, trigger: Trigger) -> list[int]:
    """Return whom a deed befell where its day or place stands between: "the murder on 22 March of Juan Ruiz"."""
    if trigger.patient not in HARMED:
        return []
    after = [t for t in parse.tokens[trigger.index + 1 : trigger.index + 2] if t.pos == "ADP"]  # wherever it hangs
    behind = dict.fromkeys(t.index for t in (*after, *children(parse, trigger.index, "prep")))
    between = (i for c in behind for i in objects_of_preposition(parse, c))
    setting = (i for i in between if parse.tokens[i].entity == "DATE" or parse.tokens[i].pos == "PROPN")
    return [n for i in setting for n in prepositional(parse, i, ("of",)) if kind_of(parse, n) in ACTORS]
