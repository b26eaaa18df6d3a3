"""A word that tells only what befell people -> the event of its sentence that it came of: "the blast left 12 dead"."""

from geo.incidents.what.one_event.answered import is_avenged
from geo.incidents.what.one_event.steps import are_counted_anew, verb_of
from geo.model import Parse, Trigger
from geo.syntax import ancestors, children, prepositional, subjects, upward
from geo.syntax.tags import FINITE, TIMES

WITHIN = ("in", "during", "by", "from", "with", "of", "as", "amid", "under", "after")
LINKS = frozenset({"result", "consequence", "course", "wake", "aftermath", "kind", "series", "wave", "spate"})
CAUSES = frozenset({"when", "as", "after", "while"})
ACCUSES = frozenset({"accuse", "suspect", "blame"})
POINTING_BACK = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "its", "their"})
SUFFERS = frozenset({"suffer", "sustain", "receive", "incur"})  # whose subject does nothing
JOINED = frozenset({"advcl", "conj", "xcomp", "acl", "relcl", "ccomp", "pcomp"})


def cause_of(parse: Parse, consequence: Trigger, events: list[Trigger]) -> Trigger | None:
    """Return the event that a consequence came of: named in its clause, else the nearest one that it is joined to."""
    named = _causes_named(parse, consequence.index)
    if consequence.noun:  # "the blast left 12 dead"
        verb = verb_of(parse, consequence)
        named |= {verb, *_causes_named(parse, verb)}
    named |= {c.index for noun in tuple(named) for c in children(parse, noun, "relcl", "acl")}  # "a bomb that exploded"
    named |= _laid_above(parse, consequence.index)
    if is_avenged(parse, consequence):
        return None
    direct = next((event for event in events if _is_named(parse, event, named)), None)
    if direct is not None:
        return direct
    if _acts_by_itself(parse, consequence):
        return None
    above = {t.index for t in ancestors(parse, consequence.index)}
    chain = _joined_above(parse, verb_of(parse, consequence) if consequence.noun else consequence.index)
    joined = [e for e in events if e.index in chain or (e.noun and e.index in above) or verb_of(parse, e) in chain]
    own = {consequence.index, verb_of(parse, consequence)}
    joined += [e for e in events if own & {t.index for t in ancestors(parse, e.index)} and e not in joined]
    joined = [
        e
        for e in joined
        if not (_has_own_doer(parse, e, consequence) or are_counted_anew(parse, e.index, consequence.index))
    ]
    return min(joined, key=lambda e: (e.index > consequence.index, abs(e.index - consequence.index)), default=None)


def _is_named(parse: Parse, event: Trigger, named: set[int]) -> bool:
    """Tell whether an event's word is among causes, or the bomb of its words: "hurled a bomb that killed two"."""
    return event.index in named or (parse.tokens[event.index].tag in FINITE and not named.isdisjoint(event.tokens))


def _causes_named(parse: Parse, verb: int) -> set[int]:
    """Return the nouns that brought about what befell people, "as a result of", "a series of" seen through."""
    found = {*subjects(parse, verb), *prepositional(parse, verb, WITHIN)}
    through = [
        n for n in found if parse.tokens[n].lemma in LINKS or parse.tokens[n].entity in TIMES
    ]  # "days of fighting"
    return found | {i for noun in through for i in prepositional(parse, noun, ("of",))}


def _laid_above(parse: Parse, consequence: int) -> set[int]:
    """Return the deeds of which somebody is accused right above: "accused the army of bombing a well, killing 11"."""
    above = parse.tokens[parse.tokens[consequence].head]
    accused = parse.tokens[consequence].dep == "advcl" and above.lemma in ACCUSES
    return set(prepositional(parse, above.index, ("of", "for"))) if accused else set()


def _acts_by_itself(parse: Parse, consequence: Trigger) -> bool:
    """Tell whether a verb has a doer of its own, stated with it: "and the rebels captured 15 soldiers"."""
    own = children(parse, consequence.index, "nsubj")
    if consequence.patient == "none":  # who dies does nothing
        return False
    return not consequence.noun and any(t.tag not in {"WP", "WDT", "DT"} for t in own)


def _joined_above(parse: Parse, index: int) -> set[int]:
    """Return the verbs that a verb is joined to, as long as each link is a clause joined to the one before."""
    found: set[int] = set()
    token = parse.tokens[index]
    while token.dep in JOINED and token.head != token.index:
        where = token.dep == "relcl" and any(t.lemma == "where" for t in children(parse, token.index, "advmod"))
        token = parse.tokens[token.head]
        if where and token.dep == "pobj":  # "was at the station, where four died"
            token = parse.tokens[parse.tokens[token.head].head]
        found.add(token.index)
    return found


def _has_own_doer(parse: Parse, event: Trigger, consequence: Trigger) -> bool:
    """Tell whether an event lies in a later clause with a subject of its own, so that it came after, not before.

    A clause with "when", "as" or "after" says how the consequence came about, whoever its subject is.
    """
    verb = event.index if not event.noun else verb_of(parse, event)
    clauses = [t.index for t in upward(parse, verb)]
    clauses = clauses[: clauses.index(consequence.index)] if consequence.index in clauses else []
    if any(t.lemma in CAUSES for c in clauses for t in children(parse, c, "advmod", "mark")):
        return False
    acting = (c for c in clauses if parse.tokens[c].lemma not in SUFFERS)
    return any(children(parse, clause, "nsubj", "nsubjpass") for clause in acting)


def join_siblings(parse: Parse, consequence: Trigger, others: list[Trigger], home: dict[int, int]) -> None:
    """Let a consequence without a cause share that of the one that it is listed with: "killed … and captured"."""
    if home[consequence.index] != consequence.index:
        return
    above = _joined_above(parse, consequence.index)
    for other in others:
        linked = other.index in above or consequence.index in _joined_above(parse, other.index)
        if linked and other.index != consequence.index and not _are_done_apart(parse, consequence, other, home):
            home[consequence.index] = home[other.index]
            return


def _are_done_apart(parse: Parse, one: Trigger, other: Trigger, home: dict[int, int]) -> bool:
    """Tell whether two harms are each done by others: "a sniper killed a girl, and mortar bombs wounded three"."""
    first, second = sorted((one, other), key=lambda t: t.index)
    if are_counted_anew(parse, first.index, second.index):
        return True
    caused = home[first.index] != first.index  # "was wounded when his car hit a mine, and snipers killed two"
    if not ((caused or _acts_by_itself(parse, first)) and _acts_by_itself(parse, second)):
        return False
    doers = children(parse, second.index, "nsubj")
    return not any(
        t.tag == "PRP" or any(c.lemma in POINTING_BACK for c in children(parse, t.index, "det", "poss")) for t in doers
    )
