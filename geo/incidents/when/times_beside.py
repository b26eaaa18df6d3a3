"""A time of an event's sentence that is not the event's: of who tells it, of what came after it, of what stood then."""

import re
from itertools import takewhile

from geo.incidents.afterwards import is_afterwards
from geo.incidents.in_care import is_time_in_care
from geo.incidents.reprisals import is_of_reprisal
from geo.incidents.speech import belongs_to_speaker, is_added, sayer
from geo.incidents.what.events import Event
from geo.incidents.what.one_event.answered import PAYS_BACK
from geo.incidents.where.place_names import head_token
from geo.incidents.where.place_paths import kind_of
from geo.lexicon import load_words, word_class
from geo.model import Parse, TimeExpression, Token
from geo.syntax import ancestors, children, clause_of, has_helper, is_known, upward
from geo.syntax.tags import COMES_ABOUT, NOUN_CLAUSES, NOUNS, PAST, VERBS

CAUSES = frozenset({"over", "against"})
FOLLOWS = frozenset({"after", "follow", "following"})
BESIDE = frozenset({"after", "before"})
DURING = frozenset({"in", "during", "amid", "amidst", "with"})
ASKS = frozenset({"who", "whom", "whether"})
OWNS_UP = frozenset({"confess", "admit", "deny"})
SINCE_WHEN = re.compile(r"since\b[^,.;\n]{1,40},? when\b", re.IGNORECASE)
TO_COME = frozenset({"will", "shall", "'ll", "’ll"})
PLAIN = frozenset({"verb", "says", "motion"})  # kinds of verbs that do no harm


def is_of_what_was_before(parse: Parse, event: Event, time: TimeExpression) -> bool:
    """Tell whether a time is of what an event came after: "the raid came two days after a mine killed two soldiers"."""
    verb = clause_of(parse, event.main.index)
    came = parse.tokens[event.main.index].dep == "nsubj" and parse.tokens[event.main.index].head == verb
    return came and parse.tokens[verb].lemma in COMES_ABOUT and parse.at(time.end - 1).lemma in BESIDE


def is_of_a_state(parse: Parse, event: Event, time: TimeExpression) -> bool:
    """Tell whether a time is that from which something lasts or is due: "despite the truce signed on Monday".

    So is that of what else was done by or to something told beside: "ended the strike they had called on 17 August".
    It is the event's own where that was in or during it: "in rains that began on Friday".
    """
    head = head_token(parse, time.start, time.end)
    verb = None if head is None else parse.tokens[clause_of(parse, head)]
    if verb is not None and _lasts_since(parse, event, parse.tokens[head or 0]):
        return True
    if verb is None or verb.dep not in NOUN_CLAUSES:
        return False
    if verb.lemma not in word_class("sets_term") and not _is_beside(parse, event, verb):
        return False
    noun, own = parse.tokens[verb.head], {t.index for t in event.triggers}
    above = parse.tokens[noun.head]
    meanwhile = above.lemma in DURING and above.head in own
    if meanwhile or any(kind_of(t) == "event" for t in (noun, *children(parse, verb.index, "nsubj"))):
        return False
    return own.isdisjoint({verb.index, verb.head}) and all(
        t.index != verb.index for t in ancestors(parse, event.main.index)
    )


def _lasts_since(parse: Parse, event: Event, day: Token) -> bool:
    """Tell whether it is since a day that something else is so: "a clerk who was missing since Friday was found"."""
    since = day if day.lemma == "since" else parse.tokens[day.head]
    above = parse.tokens[since.head]
    main = event.main.index
    own = {clause_of(parse, main), *(t.index for t in event.triggers)}
    below = any(t.index == since.index for t in ancestors(parse, main))  # "since 9 June, when rebels shelled"
    described = above.pos == "ADJ" or (above.pos in VERBS and above.dep in NOUN_CLAUSES)
    return since.lemma == "since" and described and above.index not in own and not below


def is_ahead(parse: Parse, event: Event, time: TimeExpression) -> bool:
    """Tell whether a time is of what is to come, and a deed was done before: "will meet tomorrow after men killed"."""
    head = head_token(parse, time.start, time.end)
    clause = parse.tokens[clause_of(parse, event.main.index)]
    verb = clause.index if head is None else clause_of(parse, head)
    to_come = any(t.lemma in TO_COME for t in children(parse, verb, "aux"))
    return to_come and clause.index != verb and clause.tag in PAST


def is_of_another(parse: Parse, event: Event, time: TimeExpression) -> bool:
    """Tell whether a time is of another deed told beside: "to avenge the killing of monks in Loikaw last month".

    So is that of what a speaker adds of somebody else: "denied a part in it, adding that a cow was stolen on Saturday",
    and that of what was when it last was so: "it was the worst attack since May, when raiders came".
    """
    head = head_token(parse, time.start, time.end)
    if head is None:
        return False
    if SINCE_WHEN.match(parse.text, time.start) and parse.tokens[event.main.index].start < time.start:
        return True
    verb, own = clause_of(parse, head), event.main.index
    if _is_owned_up(parse, own, verb):
        return True
    over = verb in {t.index for t in upward(parse, own)}
    below = any(t.index == own for t in ancestors(parse, verb))
    avenges = parse.tokens[verb].lemma in PAYS_BACK and not over and not below
    return avenges or is_added(parse, head, own)


def _is_owned_up(parse: Parse, event: int, verb: int) -> bool:
    """Tell whether a deed is only what somebody confessed or denied: "was held on Monday and admitted the murder"."""
    clause = clause_of(parse, event)
    return parse.tokens[event].pos in NOUNS and parse.tokens[clause].lemma in OWNS_UP and clause != verb


def _is_beside(parse: Parse, event: Event, verb: Token) -> bool:
    """Tell whether a relative clause tells of something harmless, and hangs on no word of an event."""
    below = any(t.index == event.main.index for t in ancestors(parse, verb.index))
    return verb.dep == "relcl" and kind_of(verb) in PLAIN and not below


def is_of_telling(parse: Parse, event: Event, time: TimeExpression) -> bool:
    """Tell whether a time is that of the telling: "said on Saturday that …", "today condemned the murder"."""
    head = head_token(parse, time.start, time.end)
    if head is None:
        return False
    own = event.main.index
    if _hangs_on(parse, head, own) or is_when(parse, head, own):
        return False
    if any(is_of(parse, head, own) for is_of in (belongs_to_speaker, is_of_reprisal, is_afterwards, is_time_in_care)):
        return True
    if _is_of_reaction(parse, own, head) or _is_of_protest(parse, own, head):
        return True
    verb = clause_of(parse, head)
    if any(t.index == verb for t in event.triggers):
        return False
    return any(is_of(parse, own, verb) for is_of in (_is_counted_from, _is_asked, _is_later)) or _is_over_telling(
        parse, own, head, verb
    )


def _is_counted_from(parse: Parse, event: int, verb: int) -> bool:
    """Tell whether what another clause tells was before or after an event: "a man who left minutes before the blast".

    The time of that clause's verb is then none of the event's.
    """
    noun = parse.tokens[event]
    return noun.dep == "pobj" and parse.tokens[noun.head].lemma in BESIDE and clause_of(parse, event) != verb


def _is_asked(parse: Parse, event: int, verb: int) -> bool:
    """Tell whether a verb is of asking or knowing who did it: "asked on Monday who had killed the priest"."""
    clause = parse.tokens[clause_of(parse, event)]
    return (
        clause.dep == "ccomp"
        and clause.head == verb
        and any(t.lemma in ASKS for t in parse.tokens[verb : clause.index])
    )


def _hangs_on(parse: Parse, time: int, noun: int) -> bool:
    """Tell whether a time is a noun's own: "spoke of grief after the Saturday raid"."""
    above = takewhile(lambda token: token.pos not in VERBS, ancestors(parse, time))
    return parse.tokens[noun].pos in NOUNS and any(token.index == noun for token in above)


def is_when(parse: Parse, time: int, event: int) -> bool:
    """Tell whether an event is when something else with a time was: "were feared dead on Monday when rebels came"."""
    clause = parse.tokens[clause_of(parse, event)]
    when = any(t.lemma == "when" for t in children(parse, clause.index, "advmod"))
    return when and clause.dep == "advcl" and clause.head == clause_of(parse, time)


def _is_later(parse: Parse, event: int, verb: int) -> bool:
    """Tell whether a verb above an event is of what came later: "bodies were found where rebels had attacked a bus".

    So is "tension rose on Monday following the killing of six farmers", or "after the mayor's murder".
    """
    above = list(takewhile(lambda token: token.index != verb, upward(parse, event)))
    if above[-1].head != verb or has_helper(parse, verb, "have"):
        return False
    own = clause_of(parse, event)
    perfect = own != verb and any(t.text.lower() == "had" for t in children(parse, own, "aux"))
    perfect = perfect and not any(t.lemma == "who" for t in children(parse, own, "nsubj", "nsubjpass"))
    known = is_known(parse, event) or bool(children(parse, event, "poss"))
    follows = known and any(t.dep == "prep" and t.lemma in FOLLOWS for t in above)
    return follows or (perfect and any(t.dep == "relcl" for t in above))


def _is_over_telling(parse: Parse, event: int, time: int, verb: int) -> bool:
    """Tell whether a verb is of what those did who tell of an event: "showed the press two men on Monday, who said"."""
    said = sayer(parse, event)
    over = said is not None and said != verb and any(t.index == verb for t in ancestors(parse, said))
    nouns = (t for t in takewhile(lambda token: token.index != verb, ancestors(parse, time)) if t.pos in NOUNS)
    return over and kind_of(parse.tokens[verb]) in PLAIN and not any(nouns)


def _is_of_protest(parse: Parse, event: int, time: int) -> bool:
    """Tell whether a time is that of what was done over an event: "shut their shops on Sunday over the killing of"."""
    verb = clause_of(parse, time)
    if parse.tokens[event].pos not in NOUNS or any(t.index == event for t in ancestors(parse, time)):
        return False
    above = list(takewhile(lambda token: token.index != verb, ancestors(parse, event)))
    below = any(token.index == verb for token in ancestors(parse, event))
    return below and any(token.dep == "prep" and token.lemma in CAUSES for token in above)


def _is_of_reaction(parse: Parse, event: int, time: int) -> bool:
    """Tell whether a time before an event, or before the verb, is that of a verb by which people react to it.

    "On Monday he condemned the raid.", "The judge who investigates the murder today resigned."
    """
    verb, above = clause_of(parse, time), list(ancestors(parse, event))
    place = next((n for n, token in enumerate(above) if token.index == verb), None)
    nouns = [t for t in takewhile(lambda token: token.index != verb, ancestors(parse, time)) if t.pos in NOUNS]
    beside = all(t.index < verb and t not in above for t in nouns)  # not "examined the site of the assault of 8 August"
    before = (time < event or event < verb) and place is not None and beside
    return before and any(token.lemma in load_words("reactions") for token in above[: (place or 0) + 1])
