"""Verbs that tell of captives only with other words: "took 12 people hostage", "its crew of five was held"."""

from geo.counts.deaths import Sufferers, is_armed
from geo.counts.patients import patients, subject_heads
from geo.counts.people import count_one, number_of
from geo.counts.words import Entry, entries, has_form
from geo.model import Parse, Token
from geo.syntax import children, is_passive

STAYS = frozenset({"be", "remain", "stay", "sit", "languish"})
UP = frozenset({"up", "in", "over"})  # "gave themselves up", "turned himself in"
SURRENDERS = frozenset({"surrender", "capitulate"})
OFF = frozenset({"away", "off"})
WHITHER = frozenset({"to", "into", "onto", "for", "in"})  # "were taken to hospital", "taken in by neighbours"
AS = frozenset(
    {"responsible", "accountable", "liable", "guilty", "back", "up", "together", "out", "off", "on", "firm", "fast"}
)  # "were held responsible"
ARMED = frozenset({"armed", "masked", "hooded", "uniformed", "unidentified", "unknown"})
PRESENT = frozenset({"VBZ", "VBP", "VB"})  # "the camp holds 300 men"


def taking(parse: Parse, token: Token, _entry: Entry) -> Sufferers:
    """Yield the people of "took 12 people hostage" and the hostages of "took 12 hostages"."""
    captives = _words_for_captives(parse, token)
    people = [head for head in patients(parse, token) if head not in captives]
    people += [c.index for i in captives for c in children(parse, i, "compound") if number_of(parse, c.index)]
    for head in people or [i for i in captives if number_of(parse, i)] if captives else ():
        yield "captured", head


def _words_for_captives(parse: Parse, verb: Token) -> set[int]:
    """Return the "hostage" of "took hostage" and of "took as hostages"."""
    below = children(parse, verb.index)
    inner = (g for c in below if c.dep == "prep" for g in children(parse, c.index))
    return {t.index for t in (*below, *inner) if has_form(t, "captive")}


def torn_captives(parse: Parse, token: Token, _entry: Entry) -> Sufferers:
    """Yield who "is in custody", and the two of "nine were killed and two taken prisoner", to parsers one phrase."""
    above = parse.tokens[token.head]
    verb = parse.tokens[above.head]
    if above.lemma in {"in", "under"} and verb.lemma in STAYS:  # "two are in custody"
        yield from (("captured", i) for i in subject_heads(parse, verb) if count_one(parse, i))
    if (has_form(above, "self") or has_form(above, "state")) and number_of(parse, token.index):
        yield "captured", token.index  # "155 dead and 60 prisoners"
    if any(has_form(t, "taker") for t in children(parse, token.index, "amod")):
        yield from (("captured", t.index) for t in children(parse, token.index, "nummod"))


def yielding(parse: Parse, token: Token, _entry: Entry) -> Sufferers:
    """Yield the armed people who "surrendered" or "gave themselves up"."""
    below = children(parse, token.index, "dobj")
    themselves = any(t.text.lower().endswith(("selves", "self")) for t in below)
    up = any(t.lemma in UP for t in children(parse, token.index, "prt", "advmod"))
    if themselves and up if below else token.lemma in SURRENDERS:
        yield from (("captured", i) for i in subject_heads(parse, token) if number_of(parse, i))


def taken(parse: Parse, token: Token, _entry: Entry) -> Sufferers:
    """Yield those who "were taken", or whom somebody "took away"."""
    if _is_taken_off(parse, token) and not _words_for_captives(parse, token):
        for head in patients(parse, token):
            if not _is_hurt(parse, head):
                yield "captured", head


def _is_hurt(parse: Parse, head: int) -> bool:
    """Tell whether people are the hurt or the dead, whom nobody captures: "six wounded men were taken away"."""
    words = (parse.tokens[head], *children(parse, head, "amod"))
    return any(entry.effect in {"injured", "killed"} for word in words for entry in entries().get(word.lemma, ()))


def _is_taken_off(parse: Parse, verb: Token) -> bool:
    """Tell whether people were taken by force: "were taken", "took away", "gunmen took five men from a bus"."""
    beside = children(parse, verb.index, "prt", "advmod", "prep")
    if any(t.lemma in OFF for t in beside):
        return True
    whither = any(t.lemma in WHITHER or t.dep == "prt" for t in beside)
    if whither or children(parse, verb.index, "oprd", "acomp", "xcomp"):
        return False
    return is_passive(parse, verb.index) or any(_may_take(parse, i) for i in subject_heads(parse, verb))


def _may_take(parse: Parse, index: int) -> bool:
    """Tell whether somebody may take people: who bears arms, "armed men", and "they" of whom the words before told."""
    described = any(t.lemma in ARMED for t in children(parse, index, "amod"))
    return described or is_armed(parse, index) or parse.tokens[index].text.lower() == "they"


def held(parse: Parse, token: Token, _entry: Entry) -> Sufferers:
    """Yield those who "were held", or whom somebody "held for three hours"; not who "were held responsible"."""
    below = children(parse, token.index, "oprd", "acomp", "prt", "advmod", "dobj")
    if token.tag in PRESENT or any(t.lemma in AS or has_form(t, "captive") for t in below):
        return
    for head in patients(parse, token):
        yield "captured", head
