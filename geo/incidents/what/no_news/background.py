"""What a sentence tells of beside the news: tallies, history, drills, mishaps, games and stories."""

import re
from dataclasses import replace
from datetime import date

from geo.incidents.what.events import Event
from geo.incidents.who.arguments.roles import Arguments
from geo.incidents.who.nouns.arms import implied_type
from geo.incidents.who.nouns.kinds import ACTORS, is_armed, kind_of
from geo.lexicon import word_class
from geo.meaning.backdrop import FIGURES, phrases
from geo.model import Parse, Token, When
from geo.syntax import ancestors, children, is_known, prepositional, subjects
from geo.syntax.phrases import in_phrase
from geo.syntax.tags import FINITE, PRESENT

WEEK = 7  # days; what is counted over no more is news, however it is told: "over the past week"
LONGEST_EVENT = 31  # days; what is counted over more is a tally of many events
OLD = 366  # days; what happened longer ago is background, unless the text begins with it
PAST = re.compile(r"\b(?:past|last)\b.*\b(?:week|month|year)s\b", re.IGNORECASE)  # "in the past twelve months"
BURSTS = frozenset({"cylinder", "canister", "bottle", "boiler", "stove", "heater", "tyre", "tire", "transformer"})
CRASHES = frozenset({"crash", "collide", "overturn", "plunge", "capsize", "derail", "skid", "veer", "plummet"})
NEVER_PLAYED = frozenset({"abduct", "kidnap"})  # "the striker was kidnapped"
SUMS = frozenset({"since", "during", "over", "between", "from", "throughout"})
# What needs somebody to have done it where its words are weak: "went up in flames".
BY_ARMS = frozenset({"attack", "arson", "battle"})
LONGER = frozenset({"week", "month", "year"})
RECORDS = frozenset({"document", "record", "register", "verify", "log", "tally", "count"})
HUNDREDS = 100  # dead, as few events have
THOUSANDS = 1000  # dead, as no event has but a war
ANCIENT = 50 * OLD  # days; no report's news, even where it begins with it


def is_make_believe(parse: Parse, event: Event, meanings: frozenset[str]) -> bool:
    """Tell whether an event is a game's, a story's or a drill's: figures of speech harm nobody by a weapon.

    Parameters
    ----------
    parse, event
        The text, and an event.
    meanings
        What the words of its sentence mean, or of its text.
    """
    if meanings & {"drill", "fiction"}:
        return True
    armed = bool(event.arguments.weapons) and (bool(event.tolls) or event.main.type == "bombing")
    killed = _kills(parse, event) and not _is_of_play(parse, event)
    done = armed or killed or parse.tokens[event.main.index].lemma in NEVER_PLAYED
    return bool(meanings & FIGURES) and not (done or _is_by_forces(parse, event))


def _is_of_play(parse: Parse, event: Event) -> bool:
    """Tell whether the words for deaths are those for a side that loses: "lost four men", "were massacred 61-3"."""
    dead = any(c.lemma == "dead" for t in event.triggers for c in children(parse, t.index))  # "was shot dead"
    return not dead and all(parse.tokens[t.index].lemma in word_class("loses_in_play") for t in event.triggers)


def _is_by_forces(parse: Parse, event: Event) -> bool:
    """Tell whether those who bear arms did it, under no team's name: "police fired on strikers", "gunmen shot"."""
    doers = event.arguments.perpetrators
    return any(parse.tokens[i].pos == "NOUN" and is_armed(parse, i) for i in doers)


def is_of_subject(parse: Parse, event: Event, subjects: frozenset[str]) -> bool:
    """Tell whether an event belongs to the story, match or exercise that its whole text is about.

    States, armed groups and deaths are none of an exercise's, unless nothing else is told: "the North fired in answer".

    Parameters
    ----------
    parse, event
        The text, and an event.
    subjects
        What the text is about.
    """
    kinds = {kind_of(parse, i) for i in event.arguments.perpetrators}
    if subjects == {"drill"} and (_kills(parse, event) or kinds & {"government", "group"}):
        return False
    return is_make_believe(parse, event, subjects)


def _kills(parse: Parse, event: Event) -> bool:
    deaths = (t for t in event.tolls if t.effect == "killed" and t.count.best)
    return any(kind_of(parse, t.head) in ACTORS for t in deaths)


def is_mishap(parse: Parse, event: Event, meanings: frozenset[str]) -> bool:
    """Tell whether people died in an accident or of age: nothing in the event's words is violent.

    Parameters
    ----------
    parse, event
        The text, and an event.
    meanings
        What the words of its sentence mean.
    """
    deeds = [t for t in event.triggers if t.type != "effect"]
    if "cleared" in meanings and not _is_done(parse, event):
        return implied_type(parse, event.arguments.weapons) != "bombing"  # a bomb is none
    deeds = [t for t in deeds if not any(parse.tokens[i].lemma in BURSTS for i in subjects(parse, t.index))]
    violent = any(not (t.weak and t.type == "bombing") and not (t.armed and t.type in BY_ARMS) for t in deeds)
    event = replace(event, arguments=_without_crashed(parse, event.arguments)) if "accident" in meanings else event
    means = (*event.arguments.weapons, *event.arguments.perpetrators, *event.main.tokens)
    if event.assertion.stage == "attempted":  # a bomb of gas cylinders that was found in time
        return False
    if violent or implied_type(parse, means) not in {None, "bombing"} or _is_done(parse, event):
        return False
    if implied_type(parse, [i for i in means if i not in event.main.tokens]):
        return False
    dies = all(parse.tokens[t.index].lemma in word_class("dying") for t in event.triggers)
    return "accident" in meanings or (dies and bool(meanings & {"obituary", "illness"}))


def _without_crashed(parse: Parse, parts: Arguments) -> Arguments:
    """Return who took part without planes and the like that crashed: "the jet fell, killing three" is no air raid."""
    return replace(parts, perpetrators=tuple(i for i in parts.perpetrators if not _crashed(parse, i)))


def _crashed(parse: Parse, vehicle: int) -> bool:
    token = parse.tokens[vehicle]
    verbs = (parse.tokens[token.head],) if token.dep == "nsubj" else ()
    clauses = (c for v in verbs for c in children(parse, v.index, "advcl", "conj"))
    own = (c for c in clauses if all(t.pos == "PRON" for t in children(parse, c.index, "nsubj")))  # "when it crashed"
    told = (*verbs, *own, *children(parse, vehicle, "relcl", "acl"))
    return kind_of(parse, vehicle) == "vehicle" and any(t.lemma in CRASHES for t in told)


def _is_done(parse: Parse, event: Event) -> bool:
    """Tell whether somebody is said to have done it."""
    doers = [
        i
        for i in event.arguments.perpetrators
        if not _is_stray(parse, event, i) and (kind_of(parse, i) not in {"unknown", "vehicle"} or is_armed(parse, i))
    ]
    return any(not any(parse.tokens[w].text.lower() in phrases() for w in in_phrase(parse, i)) for i in doers)


def _is_stray(parse: Parse, event: Event, noun: int) -> bool:
    """Tell whether so many people are only torn from what befell them: "overturned, killing seven and injuring two"."""
    killing = event.is_result and parse.tokens[event.main.index].tag == "VBG"
    return killing and bool(children(parse, noun, "nummod"))


def is_tally(parse: Parse, event: Event, when: When | None, meanings: frozenset[str], published: date | None) -> bool:
    """Tell whether numbers are added up over a time longer than any one event: "25 arrests since last August".

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    when
        When the event's words put it.
    meanings
        What the words of its sentence mean.
    published
        The document's day.
    """
    if (event.is_result and _adds_up_events(parse, event)) or _is_recorded(parse, event, when):
        return True
    goods = event.arguments.patients if event.main.type == "seizure" else ()  # "has netted 9,000 guns so far"
    many = any(t.count.high > 1 for t in event.tolls)
    many = many or any(parse.tokens[i].tag == "NNS" for i in (event.main.index, *goods))
    if when is not None and (when.precision == "day" or _is_short(when)):
        return False
    over_time = "tally" in meanings or _is_since_began(parse, event)
    over_time = over_time and (many or _is_of_some(parse, event)) and _has_done(parse, parse.tokens[event.main.index])
    if over_time or (many and ("tally" in meanings or _is_of_war(parse, event))):
        return True
    if when is None or when.start is None or when.text is None:
        return False
    long = ((when.end or published or when.start) - when.start).days > LONGEST_EVENT
    if long and many and PAST.search(when.text):
        return True
    sums = when.text.casefold().split(" ")[0] in SUMS and (many or not event.tolls)
    return long and ("statistic" in meanings or sums or bool(goods))  # "110 tonnes were intercepted last year"


def _is_recorded(parse: Parse, event: Event, when: When | None) -> bool:
    """Tell whether somebody counted deeds one by one: "documented the killing of 61 civilians this week"."""
    noun = parse.tokens[event.main.index]
    while noun.dep == "conj" and noun.head != noun.index:
        noun = parse.tokens[noun.head]
    many = noun.tag == "NNS" or any(t.count.high > 1 for t in event.tolls)
    recorded = event.main.noun and noun.dep == "dobj" and parse.tokens[noun.head].lemma in RECORDS
    return many and recorded and when is not None and when.precision in LONGER


def _adds_up_events(parse: Parse, event: Event) -> bool:
    """Tell whether notes count the dead of so many events together: "4 incidents, 3 killed, 9 wounded"."""
    own = parse.sentence_tokens(parse.sentences[event.sentence])
    counted = any(t.tag == "NNS" and t.lemma in word_class("event") and children(parse, t.index, "nummod") for t in own)
    return counted and not any(t.tag in FINITE for t in own)


def _is_of_some(parse: Parse, event: Event) -> bool:
    """Tell whether something was done to several without a number: "have attacked villages"."""
    several = (i for i in event.arguments.patients if parse.tokens[i].tag == "NNS")
    return any(not children(parse, i, "nummod") for i in several)


def _has_done(parse: Parse, verb: Token) -> bool:
    return any(t.tag in PRESENT and t.lemma == "have" for t in children(parse, verb.index, "aux"))


def _is_since_began(parse: Parse, event: Event) -> bool:
    """Tell whether it is said of all the time since something began: "has held scores since the protests broke out"."""
    verbs = (event.main.index, *(t.index for t in ancestors(parse, event.main.index) if t.pos == "VERB"))
    clauses = (c for verb in verbs for c in children(parse, verb, "advcl"))
    return any(t.lemma == "since" for c in clauses for t in children(parse, c.index, "mark"))


def _is_short(when: When) -> bool:
    return when.start is not None and when.end is not None and (when.end - when.start).days <= WEEK


def _is_of_war(parse: Parse, event: Event) -> bool:
    """Tell whether a whole war is what killed them: "a conflict that has left 60,000 dead", "8,000 in its war"."""
    above = {t.lemma for t in ancestors(parse, event.main.index)}
    verbs = [event.main.index, *(t.index for t in ancestors(parse, event.main.index) if t.pos == "VERB")]
    causes = {parse.tokens[i].lemma for v in verbs[:2] for i in subjects(parse, v)}
    if any(t.effect == "killed" and t.count.high >= THOUSANDS for t in event.tolls):
        above |= {t.lemma for t in parse.sentence_tokens(parse.sentences[event.sentence])}
    return (event.is_result and bool((above | causes) & word_class("war"))) or _is_of_known_war(parse, event)


def _is_of_known_war(parse: Parse, event: Event) -> bool:
    """Tell whether hundreds "have been killed in the unrest", all told: an event's dead are those of "an attack"."""
    hundreds = any(t.effect == "killed" and t.count.low >= HUNDREDS for t in event.tolls)
    verbs = (t for toll in event.tolls if (t := parse.tokens[toll.trigger]).pos == "VERB" and _has_done(parse, t))
    wars = (i for t in verbs for i in prepositional(parse, t.index, ("in", "during", "by", "since")))
    known = {parse.tokens[i].lemma for i in wars if is_known(parse, i)}
    return hundreds and not known.isdisjoint(word_class("war") | {"fighting"})


def is_history(when: When | None, today: date | None) -> bool:
    """Tell whether a time lies more than a year before the day of the report."""
    return _is_older(when, today, OLD)


def is_ancient(when: When | None, today: date | None) -> bool:
    """Tell whether a time lies more than a lifetime's memory before the day of the report."""
    return _is_older(when, today, ANCIENT)


def _is_older(when: When | None, today: date | None, days: int) -> bool:
    return when is not None and when.end is not None and today is not None and (today - when.end).days > days
