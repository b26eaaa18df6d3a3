"""The phrases of a sentence that say from where and to where, and the words of movement that they belong to."""

from dataclasses import dataclass, replace

from geo.lexicon import word_class
from geo.model import Parse, Sentence, Token
from geo.routes.triggers import GOING, POINTING, Trigger
from geo.routes.what.cargo import is_holder, load_at
from geo.routes.who.parties import is_party
from geo.routes.words import PLACING, direction_ends, direction_rows, direction_starts, has_mark
from geo.syntax import ancestors, children, direct_objects, objects_of_preposition
from geo.syntax.tags import NOMINALS, VERBS

DISTANCES = frozenset(
    {"km", "kilometer", "kilometre", "mile", "meter", "metre", "hour", "minute", "away", "far", "yard"}
)
# Nouns after a direction that have no "from" of their own: "walked for nine days from", "via the crossing from".
SPANS = frozenset({"day", "night", "week", "month", "year", "hour", "mile", "km", "kilometre", "kilometer"})
LINKS = frozenset(
    {"prep", "pobj", "dobj", "nsubjpass", "conj", "acl", "appos", "compound", "nmod", "dative", "amod", "attr"}
)
HANDING = frozenset({"hand", "turn", "give"})
LONGEST = 8  # the longest row of directions.csv with what may stand between its words
# What may stand between the words of a row: "with a short refuelling stop at", "over the border at".
BETWEEN = frozenset({
    "a", "an", "the", "one", "short", "brief", "long", "night", "overnight", "fuel", "refuelling", "refueling",
    "technical", "briefly", "first", "only", "border", "frontier", "their",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A direction phrase: its first and last word, the end that it gives, the frames it follows, the nouns it names."""

    first: int
    last: int
    end: str
    after: frozenset[str]
    nouns: tuple[int, ...]

    def follows(self, trigger: Trigger) -> bool:
        """Tell whether the phrase means a direction beside this word of movement."""
        frame = {"enter": "go", "drop": "arrive"}.get(trigger.frame, trigger.frame)
        if trigger.noun and f"{frame}-noun" in self.after:
            return True
        return frame in self.after or ("any" in self.after and frame != "find")

    def beside(self, trigger: Trigger) -> "Phrase":
        """Return the phrase with the end that it gives beside a word of movement: what is loaded "in" a port starts."""
        starts = trigger.frame == "load" and {"arrive", "load"} <= self.after
        above = trigger.frame == "drop" and self.end == "via" and self.first == self.last  # "dropped over"
        return replace(self, end="origin" if starts else "destination" if above else self.end)


def phrases(parse: Parse, sentence: Sentence) -> tuple[Phrase, ...]:
    """Return the direction phrases of a sentence, in order, the longest match of ``directions.csv`` first."""
    found: list[Phrase] = []
    index = sentence.first
    while index < sentence.last:
        phrase = _phrase_at(parse, sentence, index)
        if phrase:
            found.append(phrase)
        index = phrase.last + 1 if phrase else index + 1
    return tuple(found)


def _phrase_at(parse: Parse, sentence: Sentence, first: int) -> Phrase | None:
    token = parse.tokens[first]
    if token.text.lower() not in direction_starts() or token.tag == "NN":
        return None  # "the crossing from", not "crossing at"
    if token.text.lower() == "over" and parse.tokens[token.head].lemma in HANDING:
        return None  # "handed over at"
    run = [t for t in parse.tokens[first : min(first + LONGEST, sentence.last)] if t.pos != "SPACE"]
    words = [t.text.lower() for t in run]
    if token.tag == "VBG" and len(words) > 1 and words[1] in direction_starts() and token.pos == "VERB":
        return None  # "were seen crossing from"
    lengths = [length for length in range(len(run), 0, -1) if words[length - 1] in direction_ends()]
    for length in lengths:
        end, after = _row(words[:length])
        nouns = _named(parse, run[length - 1].index) if end else ()
        if nouns and not (end == "origin" and _measures(parse, first)):
            return Phrase(first, run[length - 1].index, end, after, nouns)
    return None


def _row(words: list[str]) -> tuple[str, frozenset[str]]:
    """Return what ``directions.csv`` says of words, also if some stand between those of a row; "" if nothing."""
    found = direction_rows().get(tuple(words))
    if found is None and not BETWEEN.isdisjoint(words[1:-1]):
        inner = (word for word in words[1:-1] if word not in BETWEEN)
        found = direction_rows().get((words[0], *inner, words[-1]))
    return found or ("", frozenset())


def _measures(parse: Parse, preposition: int) -> bool:
    """Tell whether a "from" gives a distance: "30 km from", "north of it, far from"."""
    before = [t for t in parse.tokens[max(preposition - 2, 0) : preposition] if t.pos != "SPACE"]
    return bool(before) and before[-1].lemma in DISTANCES


def _named(parse: Parse, preposition: int) -> tuple[int, ...]:
    """Return the nouns after a preposition, also after a second one: "from inside Syria"."""
    nouns = [i for i in objects_of_preposition(parse, preposition) if _may_name(parse.tokens[i])]
    if not nouns:
        below = children(parse, preposition, "prep", "pcomp")  # "from inside Syria", but not "from there to Homs"
        for second in (t for t in below if t.index == preposition + 1 or t.pos == "VERB"):
            nouns.extend(objects_of_preposition(parse, second.index))
            if second.pos == "VERB":  # "to Natal carrying rifles", read as if Natal carried them
                nouns.extend(t.index for t in children(parse, second.index, "nsubj") if t.index == preposition + 1)
            if second.tag == "VBG" and second.index == preposition + 1:  # "to landing places near Malaga"
                nouns.extend(direct_objects(parse, second.index))
    return tuple(nouns) or _torn_name(parse, preposition)


def _torn_name(parse: Parse, preposition: int) -> tuple[int, ...]:
    """Return a name that was read otherwise.

    As a verb after "to", as an object after "off" ("picked them up off Tobruk"), as who acts after "for" ("left for
    Hama to fight").
    """
    token = parse.tokens[preposition]
    head = parse.tokens[token.head]
    if token.dep == "mark":
        named = (t for t in children(parse, head.index, "nsubj") if t.index > preposition and t.text.istitle())
        return tuple(t.index for t in named if min((t.index, *t.children)) == preposition + 1)
    if token.dep == "prt":
        named = (t for t in children(parse, head.index, "dobj") if t.index > preposition and t.text.istitle())
        return tuple(t.index for t in named if min((t.index, *t.children)) == preposition + 1)
    return (head.index,) if token.dep == "aux" and head.index == preposition + 1 and head.text.istitle() else ()


def _may_name(token: Token) -> bool:
    """Tell whether a preposition's object can be a place: a noun, or a name taken for a verb: "to Amdjarass"."""
    return token.pos in NOMINALS or (token.dep == "pobj" and token.text[:1].isupper())


def owner(parse: Parse, phrase: Phrase, found: tuple[Trigger, ...], places: frozenset[int]) -> Trigger | None:
    """Return the word of movement that a direction phrase belongs to.

    The nearest one before it, unless a verb stands between; else the one that the parse leads to. A phrase inside
    another one's noun ("to the man from Chad") belongs to that noun.

    Parameters
    ----------
    parse, phrase, found, places
        The text, a direction phrase, its sentence's words of movement, and the words that name places.
    """
    if _inside_another(parse, phrase, places | {t.token for t in found}):
        return None
    before = [t for t in found if t.token < phrase.first]
    near = before[-1] if before and not _barred(parse, before[-1].token, phrase.first) else None
    near = None if near and _is_of_another(parse, phrase, near) else near
    if near and parse.tokens[near.token].dep == "amod" and parse.tokens[near.token].tag == "VBN":
        near = _above(parse, phrase, found) or near  # "took the smuggled diesel to"
    onward = phrase.last > phrase.first and phrase.end == "destination"  # "arrived in Poland on its way to"
    if near and near.frame != "find" and not (near.frame == "arrive" and onward):
        return near
    inside = next((t for t in found if phrase.first <= t.token <= phrase.last), None)
    return inside or _above(parse, phrase, found) or near


def at_receiver(parse: Parse, phrase: Phrase, trigger: Trigger) -> Phrase:
    """Return a phrase that says where those are from who are handed a cargo as one of where it goes to.

    Parameters
    ----------
    parse, phrase, trigger
        The text, a direction phrase, and a word of movement.
    """
    token, noun = parse.tokens[trigger.token], parse.tokens[max(phrase.first - 1, 0)]
    handed = noun.dep == "pobj" and parse.tokens[noun.head].lemma == "to" and noun.head > token.index
    return (
        replace(phrase, end="destination") if phrase.end == "origin" and handed and token.lemma in HANDING else phrase
    )


def _is_of_another(parse: Parse, phrase: Phrase, trigger: Trigger) -> bool:
    """Tell whether a place is that of who says so afterwards: "were loaded, the insurgents' radio in Seville said"."""
    head = parse.tokens[parse.tokens[phrase.first].head]
    verb = parse.tokens[head.head]
    says = head.dep == "nsubj" and head.index > trigger.token and verb.pos in VERBS and verb.index > phrase.first
    return says and parse.tokens[phrase.last].lemma in PLACING


def _barred(parse: Parse, first: int, last: int) -> bool:
    """Tell whether a clause begins between two tokens."""
    return any(_begins_clause(token) for token in parse.tokens[first + 1 : last])


def _begins_clause(token: Token) -> bool:
    if token.pos in VERBS:
        return token.dep not in {"amod", "compound"} and token.lemma not in POINTING
    return token.text in {";", ":"} or token.tag in {"WP", "WDT", "WRB"}


def _inside_another(parse: Parse, phrase: Phrase, free: frozenset[int]) -> bool:
    """Tell whether a phrase hangs on a noun, not one of the `free` nor a cargo, that another direction phrase names."""
    head = parse.tokens[parse.tokens[phrase.first].head]
    above = parse.tokens[head.head]
    if head.dep != "pobj" or head.index in free or load_at(head) or head.index > phrase.first:
        return False
    last = parse.sentences[head.sentence].last
    if phrase.end == "origin" and any(t.text.lower() == "to" for t in parse.tokens[phrase.last + 1 : last]):
        return False  # "carried to the bands from Arua to Yei"
    if head.lemma in SPANS | word_class("gate") or is_party(parse, head.index) or is_holder(head):
        return False
    if any(t.lemma in {"in", "inside"} and t.index < phrase.first for t in children(parse, head.index, "prep")):
        return False  # it has its own place already: "to the rebels in Chad from Libya"
    end, _ = direction_rows().get((above.text.lower(),), ("", frozenset()))
    if end == "origin" and phrase.end == "destination":  # "from the port of Bar for Misrata"
        return False
    return end in {"origin", "destination"} and above.lemma not in PLACING  # "over the hills from Homs"


def _above(parse: Parse, phrase: Phrase, found: tuple[Trigger, ...]) -> Trigger | None:
    """Return the word of movement above a phrase in the parse, or beside the noun on which it hangs."""
    by_token = {t.token: t for t in found}
    below = parse.tokens[phrase.first]
    for token in ancestors(parse, phrase.first):
        trigger = by_token.get(token.index)
        if trigger:
            goes = trigger.frame in GOING or has_mark(below, "conveyance")  # "flights to Homs have carried rifles"
            return trigger if below.dep != "nsubj" or goes else None
        beside = [by_token[t.index] for t in children(parse, token.index, "acl", "relcl") if t.index in by_token]
        if beside and token.pos in NOMINALS and beside[0].frame != "find":
            return beside[0]
        if token.lemma in word_class("leads_somewhere") and below.dep == "prep":  # "the route leads from"
            named = children(parse, token.index, "nsubj")  # "the supply line runs from"
            ways = (by_token.get(t.index) for n in named for t in (n, *children(parse, n.index, "compound")))
            return next((way for way in ways if way and way.noun), None)
        if token.dep not in LINKS and token.dep != "nsubj":
            return None
        got = token.dep == "acl" and has_mark(token, "gained") and parse.tokens[phrase.last].lemma not in PLACING
        got = got and any(trigger.token < phrase.first for trigger in found)
        if token.pos in VERBS and token.lemma not in POINTING and not got:
            return None
        below = token
    return None
