"""Who was killed, injured or captured, and how many: the tolls that a text states.

What is only threatened, planned or tried gives no toll, nor do rates ("four a day") and numbers of more than one effect
("nine casualties", "30 dead and wounded"); "no one was hurt" gives one of 0; people without a number ("killing
civilians") give none. A number that is denied stays: that it is denied is the claim's modality.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from geo.counts.lists import apart, count_people, is_part, members, points_back
from geo.counts.ordinals import nth_dead
from geo.counts.people import are_people, count_one, may_be_people, number_of, number_start
from geo.counts.rates import is_of_war, is_rate
from geo.counts.rival import is_later, with_others
from geo.counts.shares import is_share, share
from geo.counts.spoken_of import count_before
from geo.counts.states import is_brought_to
from geo.counts.sufferers import Suffering, sufferings, words_of_harm
from geo.counts.totals import rises, says_now, says_sum
from geo.counts.words import has_form
from geo.meaning.assertion import assertion
from geo.model import Count, Effect, Parse, Token, Toll, Trigger
from geo.model.remembered import remembered
from geo.syntax import children, has_helper
from geo.syntax.phrases import in_phrase
from geo.syntax.tags import SINGULAR

SHARED = frozenset({"former", "ex", "late"})
HUNDREDS = 100
NEAR = 2  # sentences within which "of them" points back
NOBODY, ONE = Count(0, 0, 0), Count(1, 1, 1)


def find(parse: Parse) -> tuple[Toll, ...]:
    """Return the tolls of a text, in the order of the words that say what befell people."""
    harm = words_of_harm()
    telling = [t for t in parse.tokens if t.dep and (t.lemma in harm or t.text.lower() in harm)]
    whole = (s for token in telling for s in sufferings(parse, token))
    found = [replace(s, head=head) for s in whole for head in apart(parse, s.head)]
    heads = frozenset(i for suffering in found for i in (suffering.head, suffering.trigger))
    first = _first_counted(parse, found)
    tolls: dict[tuple[Effect, int], Toll] = {}
    for suffering in found:
        nth = nth_dead(parse, suffering, tolls.values())
        toll = _toll(parse, suffering, heads, nth)
        part = is_part(parse, suffering.head) and first[_place(parse, suffering)] < suffering.head
        part = part or _is_among_dead(parse, suffering, first)
        part = part or _is_told(parse, suffering, tolls.values())
        if toll and not part and not _is_part_of_earlier(parse, toll, tolls.values()):
            tolls.setdefault((toll.effect, toll.head), toll)
    told = [t for t in tolls.values() if not (_says_same_again(parse, t, tolls) or _is_background(parse, t, tolls))]
    return tuple(_less_dead(parse, t, tolls) for t in told)


def _is_background(parse: Parse, toll: Toll, others: Mapping[tuple[Effect, int], Toll]) -> bool:
    """Tell whether people are those of a whole war, told beside what befell some: "the latest in a war that has"."""
    sentence = parse.tokens[toll.head].sentence
    beside = any(t.head < toll.head and parse.tokens[t.head].sentence == sentence for t in others.values())
    return (beside or toll.count.low >= HUNDREDS) and is_of_war(parse, toll.trigger)


def _less_dead(parse: Parse, toll: Toll, others: Mapping[tuple[Effect, int], Toll]) -> Toll:
    """Return the hurt without those who died of it: "two were hit, one fatally" tells of one who was hurt."""
    if toll.effect != "injured":
        return toll
    sentence = parse.tokens[toll.head].sentence
    beside = (t for t in others.values() if parse.tokens[t.head].sentence == sentence and t.effect == "killed")
    died = [t for t in beside if parse.tokens[t.head].pos == "NUM" and has_form(parse.tokens[t.trigger], "mortal")]
    if not died or toll.count.low <= died[0].count.high:
        return toll
    less = died[0].count.best
    return replace(toll, count=Count(toll.count.low - less, toll.count.best - less, toll.count.high - less))


def _says_same_again(parse: Parse, toll: Toll, others: Mapping[tuple[Effect, int], Toll]) -> bool:
    """Tell whether people were counted already: the hurt who died, or an aside that says who somebody was.

    So it is in "was hit in the stomach and died" and in "the death of a barber, Juan Ruiz, who was gunned down".
    """
    killed = others.get(("killed", toll.head)) if toll.effect == "injured" else None
    if killed is not None and killed.count.best:
        return True
    named = parse.tokens[toll.head].tag == "NNP" and toll.count == ONE
    return named and any(_is_named_after(parse, t, toll) for t in others.values())


def _is_named_after(parse: Parse, described: Toll, named: Toll) -> bool:
    """Tell whether a name stands right behind one person who suffered the same: "a barber, Juan Ruiz"."""
    alike = described.effect == named.effect and described.count == ONE
    return alike and parse.tokens[described.head].tag == "NN" and parse.text[described.end : named.start] in {", ", " "}


@remembered
def how_many(parse: Parse, head: int) -> Count | None:
    """Return how many people a noun and the list that it heads speak of, None if that is not said."""
    if not are_people(parse, head):
        return None
    of = parse.tokens[parse.tokens[head].head]
    number = parse.tokens[of.head]
    return count_people(parse, number.index if of.lemma == "of" and number.pos == "NUM" else head)  # "three of his men"


def _is_part_of_earlier(parse: Parse, toll: Toll, earlier: Iterable[Toll]) -> bool:
    """Tell whether people are some of those counted a sentence or two before: "two of them died in Brena"."""
    sentence = parse.tokens[toll.head].sentence
    near = [
        t for t in earlier if t.effect == toll.effect and sentence - NEAR <= parse.tokens[t.head].sentence < sentence
    ]
    larger = any(t.count.high > toll.count.low for t in near)
    return larger and (points_back(parse, toll.head, toll.effect) or _details(parse, toll, near))


def _details(parse: Parse, toll: Toll, near: Iterable[Toll]) -> bool:
    """Tell whether words only say how one of the hurt fares, or where he was hit: "one officer, hit in the neck"."""
    trigger, head = parse.tokens[toll.trigger], parse.tokens[toll.head]
    if not toll.alone and has_form(trigger, "hospital"):  # "41 were treated, eleven in intensive care"
        return True
    first = min((parse.sentences[parse.tokens[t.head].sentence].first for t in near), default=head.index)
    told = any(t.lemma == head.lemma for t in parse.tokens[first : parse.sentences[head.sentence].first])
    return told and toll.effect == "injured" and has_form(trigger, "limb") and toll.count == ONE


def _is_among_dead(parse: Parse, hurt: Suffering, first: Mapping[tuple[Effect, int], int]) -> bool:
    """Tell whether one who was hit is named among the dead: "killing six, among them a girl hit by a stray bullet"."""
    dead = first.get(("killed", parse.tokens[hurt.head].sentence), hurt.head)
    named = parse.tokens[hurt.head].pos != "NUM"  # "the wounded, eleven of them"
    return hurt.effect == "injured" and dead < hurt.head and named and is_part(parse, hurt.head)


def _is_told(parse: Parse, shared: Suffering, earlier: Iterable[Toll]) -> bool:
    """Tell whether what befell a part of people was told of them all: "20 were seized; half are still held"."""
    if not is_share(parse, shared.head, shared.trigger):
        return False
    return any(t.effect == shared.effect for t in earlier)


def _first_counted(parse: Parse, found: list[Suffering]) -> dict[tuple[Effect, int], int]:
    """Return the first head that each effect has in each sentence: what is a part is one of these people."""
    first: dict[tuple[Effect, int], int] = {}
    for suffering in found:
        place = _place(parse, suffering)
        first[place] = min(suffering.head, first.get(place, suffering.head))
    return first


def _place(parse: Parse, suffering: Suffering) -> tuple[Effect, int]:
    return suffering.effect, parse.tokens[suffering.head].sentence


def _toll(parse: Parse, suffering: Suffering, others: frozenset[int], nth: int | None) -> Toll | None:
    head, trigger = suffering.head, parse.tokens[suffering.trigger]
    shared = is_share(parse, head, trigger.index)
    fits = may_be_people if suffering.people else are_people
    if head != trigger.index and not shared and not fits(parse, head):
        return None
    if is_rate(parse, trigger.index) or _is_nth(parse, head, trigger):
        return None
    count = share(parse, head, trigger.index) if shared else _count(parse, suffering, others, nth)
    if count is None or (count.high and not _happened(parse, trigger)):
        return None
    return _with_span(parse, suffering, count, others, nth)


def _is_nth(parse: Parse, head: int, trigger: Token) -> bool:
    """Tell whether an aside counts who was told of among others: "shot a nun, the sixth to be killed this year"."""
    counted = trigger.dep == "advcl" and has_helper(parse, trigger.index, "to")
    return counted and parse.tokens[head].entity == "ORDINAL"


def _count(parse: Parse, suffering: Suffering, others: frozenset[int], nth: int | None) -> Count | None:
    head = suffering.head
    count = count_people(parse, head, others) or (NOBODY if _is_anyone(parse, suffering) else None)
    if count and head == suffering.trigger:
        count = with_others(parse, head, number_of(parse, head) or count)
    count = count or (ONE if suffering.people and _is_name(parse, head) else None) or count_before(parse, head)
    count = Count(nth, nth, nth) if nth else count
    if count and suffering.negated:
        return NOBODY
    return ONE if count and _is_one_in_several_roles(parse, suffering, others) else count


def _is_name(parse: Parse, head: int) -> bool:
    """Tell whether a noun is a name of several words, whatever the recogniser takes it for."""
    token = parse.tokens[head]
    first = any(c.pos == "PROPN" and c.entity not in {"NORP", "GPE"} for c in children(parse, head, "compound"))
    return token.tag in SINGULAR and first and not children(parse, head, "det", "conj")


def _with_span(parse: Parse, suffering: Suffering, count: Count, others: frozenset[int], nth: int | None) -> Toll:
    """Return the toll with the characters of its phrase, its number included."""
    phrase = in_phrase(parse, suffering.head)
    first = parse.tokens[min(phrase[0], number_start(parse, suffering.head))]
    listed = members(parse, suffering.head, others)
    counted = [i for i in listed if i == suffering.head or len(listed) == 2 or count_one(parse, i)]
    last = parse.tokens[max(in_phrase(parse, i)[-1] for i in counted)]
    is_toll = has_form(parse.tokens[suffering.trigger], "toll")
    is_new = says_now(parse, suffering) or _is_brought(parse, suffering)
    is_new = is_new or (suffering.trigger == suffering.head and is_later(parse, suffering.head))
    is_sum = is_toll or says_sum(parse, suffering)
    replaces = is_new or (is_toll and rises(parse, suffering.trigger)) or nth is not None
    return Toll(
        suffering.effect,
        count,
        first.start,
        last.end,
        suffering.head,
        suffering.trigger,
        is_sum or replaces,
        replaces,
        suffering.alone,
    )


def _is_brought(parse: Parse, suffering: Suffering) -> bool:
    trigger = parse.tokens[suffering.trigger]
    return has_form(trigger, "self") and suffering.head > trigger.index and is_brought_to(parse, trigger)


def _is_one_in_several_roles(parse: Parse, suffering: Suffering, others: frozenset[int]) -> bool:
    """Tell whether a list names one person: its verb is singular ("the poet, editor and deputy was killed").

    So it is where one word for the past is that of all: "a former minister and judge died".
    """
    helpers = {c.text.lower() for c in children(parse, suffering.trigger, "aux", "auxpass")}
    listed = members(parse, suffering.head, others)
    if len(listed) < 2 or any(parse.tokens[i].tag != "NN" for i in listed):
        return False
    past = any(c.lemma in SHARED for c in children(parse, listed[0], "amod"))
    return past or not helpers.isdisjoint({"was", "is", "has"})


def _is_anyone(parse: Parse, suffering: Suffering) -> bool:
    """Tell whether a denied harm is denied of anyone: "did not hurt anyone"."""
    return suffering.negated and parse.tokens[suffering.head].text.lower() in {"anyone", "anybody"}


def _happened(parse: Parse, trigger: Token) -> bool:
    """Tell whether the clause says that it happened, surely or not; not that it was wanted, tried or feared to come."""
    if trigger.pos != "VERB":
        return True
    said = assertion(parse, Trigger(trigger.index, (trigger.index,), "effect", "victim", weak=False, noun=False))
    return said is not None and said.stage == "accomplished"
