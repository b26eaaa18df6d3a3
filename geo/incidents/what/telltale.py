"""An event in its sentence -> the signs by which `merge` weighs whether it is news, talk of the past or a figure.

Each sign is a word or two that says what it sees: what the fitted trees of geo/merge/worth.csv ask for.
"""

from collections.abc import Iterator
from datetime import date

from geo.incidents.speech import is_saying, sayer
from geo.incidents.what.events import Event
from geo.incidents.what.no_news.background import is_history
from geo.incidents.where.list_heads import list_head
from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import is_armed, kind_of
from geo.lexicon import load_words
from geo.lexicon.shared import calendar_words
from geo.model import Incident, Parse, Token, Trigger, When
from geo.syntax import children, upward
from geo.syntax.tags import NOUN_SUBJECTS, PLURAL, PRESENT, VERBS

AGES = ((3, "of these days"), (14, "of a fortnight"), (45, "of weeks ago"))  # days before the report
MANY = 99  # people beyond which a number is most often that of a war
SELF = frozenset({"i", "we", "you", "my", "our", "your", "us", "me"})
NAMES_ONE = frozenset({"a", "an", "another", "one", "this"})
NAMES_ANY = frozenset({"any", "every", "each", "such", "all", "no", "more", "many", "other", "numerous", "various"})
PREPOSITIONS = frozenset({"of", "in", "for", "during", "after", "by", "to", "from", "against"})
LINKED = frozenset({"relcl", "acl", "advcl", "pcomp"})
TIMES = frozenset({"since", "after", "before", "when", "following"})
FINENESS = {1: "town", 2: "town", 6: "country"}


def _names_weekday(words: str) -> bool:
    return not calendar_words("weekday").keys().isdisjoint(words.lower().split())


def telltale(parse: Parse, event: Event, incident: Incident, today: date | None) -> frozenset[str]:
    """Return the signs of an event.

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    incident
        What was read of it.
    today
        The day of the report.
    """
    form = _of_noun(parse, event.main) if event.main.noun else _of_verb(parse, event.main)
    found = {*_of_word(event), *form, *_of_clause(parse, event), *_of_people(parse, event)}
    headed = {"headed"} if list_head(parse, event.main.index) else set()
    return frozenset({*found, *headed, *_of_report(incident), *_of_time(event, incident.when, today)})


# ---------------------------------------------------------------- form


def _of_word(event: Event) -> Iterator[str]:
    yield "noun" if event.main.noun else "verb"
    if event.is_result:
        yield "result"
    elif all(t.weak for t in event.triggers):
        yield "weak word"


def _of_noun(parse: Parse, trigger: Trigger) -> Iterator[str]:
    """Yield whether a noun speaks of one event, of a known one, or of a kind of event."""
    token = parse.tokens[trigger.index]
    before = children(parse, token.index, "det", "poss", "amod", "nummod")
    words = {t.lemma for t in before}
    if words & NAMES_ONE:
        yield "one"
    elif words & NAMES_ANY:
        yield "any"
    elif any(t.dep in {"det", "poss"} for t in before):
        yield "known"
    elif not any(t.dep == "nummod" for t in before) and not children(parse, token.index, "relcl"):
        yield "bare"  # "clashes", but not "clashes that left nine dead"
    if token.tag in PLURAL:
        yield "plural"
    if token.dep == "pobj":
        lemma = parse.tokens[token.head].lemma
        yield f"after {lemma}" if lemma in PREPOSITIONS else "after preposition"
    elif token.dep in NOUN_SUBJECTS:
        yield "as subject"


def _of_verb(parse: Parse, trigger: Trigger) -> Iterator[str]:
    """Yield a verb's tense: "shells landed, killing two" is told in that of "landed", "was found beaten" of "found"."""
    token = parse.tokens[trigger.index]
    while _is_told_in_tense_above(parse, token):
        token = parse.tokens[token.head]
    helpers = {t.text.lower() for t in children(parse, token.index, "aux", "auxpass")}
    if children(parse, token.index, "auxpass"):
        yield "passive"
    tenses = (
        ("has done", bool(helpers & {"has", "have", "'ve", "’ve"})),
        ("had done", "had" in helpers),
        ("did", bool(helpers & {"was", "were"}) or token.tag == "VBD" or _is_past(parse, token)),
        ("does", bool(helpers & {"is", "are", "am"}) or token.tag in PRESENT),
        ("doing", token.tag == "VBG"),
        ("done", token.tag == "VBN"),
    )
    yield next((tense for tense, fits in tenses if fits), "to do")


def _is_told_in_tense_above(parse: Parse, token: Token) -> bool:
    """Tell whether a verb has no tense of its own: "landed, killing two", "was pulled out and shot", "found shot"."""
    above = parse.tokens[token.head]
    if above.pos != "VERB" or children(parse, token.index, "nsubj", "nsubjpass", "aux", "auxpass"):
        return False
    if token.tag == "VBG":
        return token.dep == "advcl"
    helped = any(children(parse, above.index, "aux", "auxpass"))  # "had moved in and arrested"
    return token.tag == "VBN" and helped and (token.dep == "conj" or above.lemma == "find")


def _is_past(parse: Parse, token: Token) -> bool:
    """Tell whether what is tagged as a participle is a past tense, having a subject and no auxiliary: "they shot"."""
    alone = not children(parse, token.index, "aux", "auxpass")
    return token.tag == "VBN" and alone and bool(children(parse, token.index, "nsubj"))


def _of_clause(parse: Parse, event: Event) -> Iterator[str]:
    """Yield how the event's clause hangs in its sentence."""
    chain = upward(parse, event.main.index)
    verbs = [t for t in chain if t.pos in VERBS]
    links = {t.dep for t in chain if t.dep in LINKED}
    yield from (f"in {link}" for link in links)
    heads = [v for v in verbs if v.dep != "conj"]  # "stopped a truck and found arms"
    if heads and not links and (heads[0].dep == "ROOT" or is_saying(heads[-1])):
        yield "main clause"
    if sayer(parse, event.main.index) is not None:
        yield "said"
    if any(t.lemma in load_words("reactions") for t in chain[1:]):
        yield "reacted to"
    marks = {t.lemma for v in verbs[:1] for t in children(parse, v.index, "mark", "advmod")}
    if marks & TIMES or any(t.lemma in TIMES and t.pos in {"ADP", "SCONJ"} for t in chain[1:]):
        yield "sets a time"


# ---------------------------------------------------------------- content


def _of_people(parse: Parse, event: Event) -> Iterator[str]:
    """Yield what is known of who did it, to whom and with what."""
    doers = event.arguments.perpetrators
    harmed = [*event.arguments.patients, *(t.head for t in event.tolls if t.count.best)]
    if doers:
        yield "doer"
    yield from (f"doer: {kind_of(parse, i)}" for i in doers)
    yield from (f"harmed: {kind_of(parse, i)}" for i in harmed)
    if any(is_armed(parse, i) for i in doers):
        yield "armed doer"
    if event.arguments.weapons or any(is_weapon(parse, i) for i in event.main.tokens):
        yield "weapon"
    if any(is_armed(parse, i) for i in harmed):
        yield "harmed: armed"
    if any(parse.tokens[i].pos == "PROPN" or children(parse, i, "appos") for i in harmed):
        yield "harmed by name"
    if any(_is_kind(parse, i) for i in harmed):
        yield "harmed: a kind"
    involved = [parse.tokens[i] for i in (*doers, *harmed)]
    involved += children(parse, event.main.index, "nsubj", "nsubjpass", "dobj", "poss")
    involved += [c for t in involved for c in children(parse, t.index, "poss")]
    if any(t.lemma in SELF and t.tag in {"PRP", "PRP$"} for t in involved):  # "US" is none
        yield "speaks of self"


def _is_kind(parse: Parse, index: int) -> bool:
    """Tell whether a noun is a bare plural: "people", "civilians"."""
    return parse.tokens[index].tag == "NNS" and not children(parse, index, "det", "poss", "nummod", "appos")


def _of_report(incident: Incident) -> Iterator[str]:
    """Yield what is told of place and number, and how sure the words are."""
    if incident.stage != "accomplished":
        yield incident.stage
    if incident.modality != "fact":
        yield incident.modality
    if incident.claims[0].quoted:
        yield "quoted"
    if incident.where is not None:
        yield FINENESS.get(incident.where.precision, "unit")
    counts = [c.best for c in (incident.killed, incident.injured, incident.captured) if c]
    if counts:
        yield "number"
    if any(c > MANY for c in counts):
        yield "hundreds"


def _of_time(event: Event, when: When | None, today: date | None) -> Iterator[str]:
    """Yield how closely a day is told, and how long before the report it was."""
    if event.long_ago or is_history(when, today):
        yield from ("old", "years ago")
    if when is None:
        return
    if when.precision == "unknown":
        if today is None and _names_weekday(when.text or ""):
            yield from ("day", AGES[0][1])  # whatever the day of the report, it is one of the week before
        if when.start is not None and today is not None and (age := _age(today, when.start)):  # "clashes since 10 May"
            yield age
        return
    yield "day" if when.precision in {"day", "days"} else "longer time"
    if when.end is not None and today is not None:
        yield _age(today, when.end) or "old"


def _age(today: date, day: date) -> str | None:
    return next((name for days, name in AGES if (today - day).days <= days), None)
