"""Figures that say nothing of whom or what: "villagers put the number at 20", "rebels said 40", "the army says 9".

They count what was told just before, and only beside it.
"""

from collections.abc import Iterator
from itertools import islice

from geo.counts.hospital import is_taken_in
from geo.counts.patients import prepositional_heads
from geo.counts.people import is_figure
from geo.counts.reading import read_count
from geo.counts.words import Entry, entries, has_form
from geo.lexicon import word_class
from geo.model import Count, Effect, Parse, Token
from geo.syntax import ancestors, children

# "put army dead at 60", "put the wounded at 40"
FALLEN: dict[str, Effect] = {
    "dead": "killed", "fatality": "killed", "kill": "killed", "wounded": "injured", "injured": "injured",
    "abducted": "captured", "kidnapped": "captured", "captured": "captured", "captive": "captured",
    "hostage": "captured", "detained": "captured", "arrested": "captured",
}  # fmt: skip
FIGURES = FALLEN.keys() | {"number", "figure", "count", "total", "list", "it", "them"}
PUTS = frozenset({"put", "place", "set", "give", "estimate"})
BY = {"speak": "of", "insist": "on", "tell": "of", "boast": "of", "talk": "of"}
COUNTS = frozenset({"find", "have", "show"})  # with what follows, and of whom it is told
LATER = frozenset({"now", "since", "later", "meanwhile"})
BOUNDS = frozenset({"between", "about", "around", "some", "at", "least", "nearly", "over", "more", "than"})
DEEPEST = 2  # words from a number up to the verb that gives it
LONGEST = 10  # tokens from a verb to its number
REACH = 2  # sentences before, in which the harm was told
# Forms of words that tell it by themselves.
HARM = frozenset({"verb", "dies", "noun", "self", "state", "toll", "life", "undone"})


def rival_figure(parse: Parse, verb: Token, _entry: Entry) -> Iterator[tuple[Effect, int]]:
    """Yield the number that somebody gives for what was told before, with what that was."""
    if is_taken_in(parse, verb) or not _may_count(parse, verb):
        return
    told = _put_at(parse, verb)
    number = told[0].index if told else next(_numbers(parse, verb), None)
    if number is None:
        return
    between = [t for t in parse.tokens[verb.index + 1 : number] if t.head == verb.index]  # "the number of police dead"
    of = [parse.tokens[i] for t in between for i in prepositional_heads(parse, t, ("of",))]
    sums = {FALLEN[word] for t in of if (word := _says_whom(t)) in FALLEN}  # "the number of dead"
    named = [FALLEN[word] for t in (*told[1:], *between) if (word := _says_whom(t)) in FALLEN]
    effect = named[0] if named else _told_before(parse, verb)
    if effect and (told or sums <= {effect}):
        yield effect, number


def _may_count(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb that is none of saying counts: "a count has found nine", "counted 5 and now has 7"."""
    if verb.lemma not in COUNTS:
        return True
    now = any(t.lemma in LATER for t in children(parse, verb.index, "advmod"))
    return now or any(t.lemma in word_class("tally") for t in children(parse, verb.index, "nsubj"))


def with_others(parse: Parse, number: int, count: Count) -> Count:
    """Return the range of what several give in one breath: "police put the dead at four, the press at six".

    Parameters
    ----------
    parse, number
        The text, and the first figure.
    count
        What it says.
    """
    at = parse.tokens[number - 1].lemma if number else ""
    rest = parse.tokens[number + 1 : min(number + LONGEST, parse.sentences[parse.tokens[number].sentence].last)]
    if at != "at" or all(t.text not in {",", ";"} for t in rest[:1]):
        return count
    again = next((n for n, t in enumerate(rest[:-1]) if t.lemma == at), None)
    other = read_count([rest[again + 1].text.lower()]) if again else None
    if other is None:
        return count
    return Count(min(count.low, other.low), count.best, max(count.high, other.high))


def is_later(parse: Parse, number: int) -> bool:
    """Tell whether a figure is given after others: "has since put the number at seven", "now has 9"."""
    verb = next((t for t in ancestors(parse, number) if t.pos == "VERB"), None)
    return verb is not None and any(t.lemma in LATER for t in children(parse, verb.index, "advmod"))


def _put_at(parse: Parse, verb: Token) -> list[Token]:
    """Return the number of "put the army's dead at 40" and the words before it, which parsers part in many ways."""
    rest = parse.tokens[verb.index + 1 : min(verb.index + LONGEST, parse.sentences[verb.sentence].last)]
    at = next((n for n, t in enumerate(rest[:-1]) if t.lemma in {"at", "as"}), None)
    if verb.lemma not in PUTS or at is None or not any(_says_whom(t) for t in rest[:at]):
        return []
    number = next((t for t in rest[at + 1 :] if t.lemma not in BOUNDS), rest[at + 1])
    below = any(t.index == verb.index for t in islice(ancestors(parse, number.index), DEEPEST))
    summed = any(has_form(t, "toll") for t in rest[:at]) and below
    return [number, *rest[:at]] if _is_bare(parse, number.index) and not summed else []  # sums are read as such


def _says_whom(token: Token) -> str | None:
    """Return the word for a figure or for whom it counts, as it is or as it is written: "puts the wounded at five"."""
    return next((word for word in (token.lemma, token.text.lower()) if word in FIGURES), None)


def _numbers(parse: Parse, verb: Token) -> Iterator[int]:
    """Yield the numbers of "said 40", "insists it was six", "established 27 victims" and "had 14 confirmed"."""
    objects = children(parse, verb.index, "dobj", "npadvmod", "nsubjpass", "oprd")
    given = [t.index for t in objects]
    if any(t.lemma in FIGURES for t in objects):
        holders = (verb, *(t for t in objects if t.lemma in FIGURES))
        given = [i for t in holders for i in prepositional_heads(parse, t, ("at", "of"))]
    if verb.lemma in BY:
        given = prepositional_heads(parse, verb, (BY[verb.lemma],))
    if verb.lemma == "confirm":  # "had 14 confirmed", as parsers read it
        given += [t.index for t in children(parse, verb.index, "nsubj")]
    stated = (c for c in children(parse, verb.index, "ccomp") if c.lemma == "be" and _is_of_told(parse, c))
    given += [t.index for clause in stated for t in children(parse, clause.index, "attr", "acomp")]
    yield from (i for i in given if _is_bare(parse, i) or parse.tokens[i].lemma == "victim")


def _is_of_told(parse: Parse, be: Token) -> bool:
    """Tell whether a clause says how many there were: "there were six", "it was six"."""
    return bool(children(parse, be.index, "expl")) or any(t.lemma == "it" for t in children(parse, be.index, "nsubj"))


def _is_bare(parse: Parse, index: int) -> bool:
    """Tell whether a number stands by itself: neither "40 houses" nor "40 percent"."""
    after = parse.tokens[index + 1 : index + 2]
    alone = not any(t.pos in {"NOUN", "PROPN", "ADJ"} for t in after)
    of = (parse.tokens[i] for i in prepositional_heads(parse, parse.tokens[index], ("of",)))
    alone = alone and not any(t.pos == "NOUN" for t in of)  # "hundreds of lives"
    return is_figure(parse, index) and alone


def _told_before(parse: Parse, verb: Token) -> Effect | None:
    """Return what the last number of people that a text gives before a verb suffered, in the sentences right before."""
    first = parse.sentences[max(0, verb.sentence - REACH)].first
    for token in reversed(parse.tokens[first : verb.index]):
        effects = [e.effect for e in entries().get(token.lemma, ()) if e.effect and e.form in HARM]
        if effects:
            return effects[0]
    return None
