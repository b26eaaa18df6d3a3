"""The words of a sentence that say that something moves, and the phrases that say from where and to where."""

from dataclasses import dataclass
from functools import cache

from geo.lexicon import Row, load_rows
from geo.model import Parse, Sentence, Token
from geo.routes.cargo import load_at, loads_in
from geo.syntax import NOUNS, ancestors, children, is_passive, objects_of_preposition

FRAMES = frozenset({"move", "send", "provide", "equip", "take", "go", "arrive", "enter", "leave", "find"})
GOING = frozenset({"go", "arrive", "enter", "leave"})
MARKS = frozenset({"illicit", "made", "channel", "habit", "onward", "gained", "underworld", "rebuts", "charge"})
DISTANCES = frozenset(
    {"km", "kilometer", "kilometre", "mile", "meter", "metre", "hour", "minute", "away", "far", "yard"}
)
# Participles that only point the way: "rifles bound for", "boats headed to".
POINTING = frozenset({"bind", "bound", "destine", "destined", "head", "intend", "mean"})
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "acomp"})
LINKS = frozenset(
    {"prep", "pobj", "dobj", "nsubjpass", "conj", "acl", "appos", "compound", "nmod", "dative", "amod", "attr"}
)
LONGEST = 5  # the longest row of directions.csv and a line break


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says that something moves: see ``movements.csv`` for the fields."""

    token: int
    noun: bool
    frame: str
    covert: bool
    cargo: str


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
        frame = "go" if trigger.frame == "enter" else trigger.frame
        if trigger.noun and f"{frame}-noun" in self.after:
            return True
        return frame in self.after or ("any" in self.after and frame != "find")


def _wrong_movement(row: Row) -> str | None:
    _, word_class, frame, covert, _ = row
    if word_class not in {"verb", "noun"} or frame not in FRAMES or covert not in {"yes", "no"}:
        return "class is verb or noun, frame one of the header's, covert yes or no"
    return None


def _wrong_mark(row: Row) -> str | None:
    return None if row[1] in MARKS else f"mark {row[1]!r} is none of {', '.join(sorted(MARKS))}"


def _wrong_direction(row: Row) -> str | None:
    return None if row[1] in {"origin", "destination", "via"} else f"end {row[1]!r} is not origin, destination or via"


@cache
def _movements() -> dict[tuple[str, str], Row]:
    columns = ("word", "class", "frame", "covert", "cargo")
    return {(row[0], row[1]): row for row in load_rows("movements", columns, _wrong_movement)}


@cache
def marks(kind: str) -> frozenset[str]:
    """Return the words of ``movement_marks.csv`` with one mark."""
    return frozenset(word for word, mark in load_rows("movement_marks", ("word", "mark"), _wrong_mark) if mark == kind)


@cache
def _directions() -> dict[tuple[str, ...], tuple[str, frozenset[str]]]:
    rows = load_rows("directions", ("words", "end", "after"), _wrong_direction)
    return {tuple(words.split()): (end, frozenset(after.split())) for words, end, after in rows}


def triggers(parse: Parse, sentence: Sentence) -> tuple[Trigger, ...]:
    """Return the words of movement of a sentence, in order."""
    found = (_trigger_at(parse, token) for token in parse.sentence_tokens(sentence))
    return tuple(trigger for trigger in found if trigger)


def _trigger_at(parse: Parse, token: Token) -> Trigger | None:
    if _is_pointing(parse, token):
        return Trigger(token.index, noun=False, frame="go", covert=False, cargo="")
    gerund = mistaken_gerund(parse, token)
    if gerund:
        return Trigger(token.index, noun=False, frame=gerund[2], covert=gerund[3] == "yes", cargo=gerund[4])
    noun = token.pos in {"NOUN", "PROPN"}
    lemma = token.lemma[:-2] + "y" if token.lemma.endswith("plie") else token.lemma  # the lemmatiser's "resupplie"
    row = _movements().get((lemma, "noun" if noun else "verb")) if noun or token.pos == "VERB" else None
    if noun and _is_verb_mistaken(parse, token):
        row, noun = _movements()[token.lemma, "verb"], False
    if noun and row is None and token.dep == "ROOT" and _follows_cargo(parse, token):
        row = _movements().get((lemma, "verb"))  # "heroin moves from", read as one noun phrase
    if noun and lemma == "route" and _preceded(parse, token, {"en", "on"}):
        row = _movements()["way", "noun"]
    if row is None and token.tag == "VBG":
        row, noun = _movements().get((token.text.lower(), "noun")), True
    if row is None or (noun and (_is_attribute(parse, token) or _has_covert_attribute(parse, token))):
        return None
    return Trigger(token.index, noun, row[2], row[3] == "yes", row[4])


def _is_verb_mistaken(parse: Parse, token: Token) -> bool:
    """Tell whether a verb was read as a noun before its own object, as happens in "traders ship cocaine"."""
    head = parse.tokens[token.head]
    object_next = head.index == token.index + 1 and load_at(head) is not None
    heads_clause = head.dep in {"ROOT", "relcl", "ccomp", "advcl"} and token.dep in {"compound", "nsubj"}
    return object_next and heads_clause and (token.lemma, "verb") in _movements()


def _follows_cargo(parse: Parse, token: Token) -> bool:
    before = parse.tokens[max(token.index - 1, 0)]
    return before.head == token.index and load_at(before) is not None


def _preceded(parse: Parse, token: Token, words: set[str]) -> bool:
    return token.index > 0 and parse.tokens[token.index - 1].text.lower() in words


def _is_pointing(parse: Parse, token: Token) -> bool:
    """Tell whether a word says of its subject where it was to go: "the rifles had been destined for"."""
    if token.lemma not in POINTING and token.text.lower() not in POINTING:
        return False
    follower = parse.tokens[min(token.index + 1, len(parse.tokens) - 1)]
    if (token.text.lower(), follower.text.lower()) not in _directions():
        return False
    copular = parse.tokens[token.head].lemma == "be" if token.dep == "acomp" else is_passive(parse, token.index)
    return token.dep in CLAUSES and copular


def mistaken_gerund(parse: Parse, token: Token) -> Row | None:
    """Return the row of a gerund that was read as an attribute of its own object: "accused of flying rifles from"."""
    cargo = parse.tokens[token.head]
    if (
        token.dep not in {"amod", "compound"}
        or not token.text.lower().endswith("ing")
        or cargo.dep not in {"pobj", "dobj"}
    ):
        return None
    first = min((t.index for t in children(parse, cargo.index)), default=token.index)
    if first != token.index or parse.tokens[cargo.head].index != token.index - 1 or not loads_in(parse, cargo.index):
        return None
    stem = token.text.lower()[:-3]
    bases = (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
    return next((row for base in bases if (row := _movements().get((base, "verb")))), None)


def _is_attribute(parse: Parse, token: Token) -> bool:
    """Tell whether a noun only qualifies another: the "transport" of "transport minister", not of "transport route"."""
    head = parse.tokens[token.head]
    while head.dep in {"compound", "amod"}:
        head = parse.tokens[head.head]
    known = (head.lemma, "noun") in _movements() or head.lemma in marks("channel")
    return token.dep in {"compound", "amod", "nmod"} and head.index > token.index and not known


def _has_covert_attribute(parse: Parse, token: Token) -> bool:
    """Tell whether the word before a noun says more of the movement than it does: the "route" of "smuggling route"."""
    before = (_movements().get((t.lemma, "noun")) for t in children(parse, token.index, "compound", "amod"))
    return any(row and row[3] == "yes" for row in before)


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
    run = [t for t in parse.tokens[first : min(first + LONGEST, sentence.last)] if t.pos != "SPACE"]
    for length in range(len(run), 0, -1):
        end, after = _directions().get(tuple(t.text.lower() for t in run[:length]), ("", frozenset()))
        nouns = _named(parse, run[length - 1].index) if end else ()
        if nouns and not (end == "origin" and _measures(parse, first)):
            return Phrase(first, run[length - 1].index, end, after, nouns)
    return None


def _measures(parse: Parse, preposition: int) -> bool:
    """Tell whether a "from" gives a distance: "30 km from", "north of it, far from"."""
    before = [t for t in parse.tokens[max(preposition - 2, 0) : preposition] if t.pos != "SPACE"]
    return bool(before) and before[-1].lemma in DISTANCES


def _named(parse: Parse, preposition: int) -> tuple[int, ...]:
    """Return the nouns after a preposition, also after a second one: "from inside Syria"."""
    nouns = [i for i in objects_of_preposition(parse, preposition) if parse.tokens[i].pos in NOUNS]
    if not nouns:
        for second in (t for t in children(parse, preposition, "prep", "pcomp") if _is_next(t, preposition)):
            nouns.extend(i for i in objects_of_preposition(parse, second.index) if parse.tokens[i].pos in NOUNS)
            if second.pos == "VERB":  # "to Natal carrying rifles", read as if Natal carried them
                nouns.extend(t.index for t in children(parse, second.index, "nsubj") if t.index == preposition + 1)
    return tuple(nouns)


def _is_next(second: Token, preposition: int) -> bool:
    """Tell whether a second preposition belongs to the first: "from inside Syria", but not "from there to Homs"."""
    return second.index == preposition + 1 or second.pos == "VERB"


def owner(parse: Parse, phrase: Phrase, found: tuple[Trigger, ...], places: frozenset[int]) -> Trigger | None:
    """Return the word of movement that a direction phrase belongs to.

    The nearest one before it, unless a verb stands between; else the one that the parse leads to. A phrase inside
    another one's noun ("to the man from Chad") belongs to that noun.
    """
    if _inside_another(parse, phrase, places | {t.token for t in found}):
        return None
    before = [t for t in found if t.token < phrase.first]
    near = before[-1] if before and not _barred(parse, before[-1].token, phrase.first) else None
    if near and near.frame != "find":
        return near
    inside = next((t for t in found if phrase.first <= t.token <= phrase.last), None)
    return inside or _above(parse, phrase, found) or near


def _barred(parse: Parse, first: int, last: int) -> bool:
    """Tell whether a clause begins between two tokens."""
    return any(_begins_clause(token) for token in parse.tokens[first + 1 : last])


def _begins_clause(token: Token) -> bool:
    if token.pos in {"VERB", "AUX"}:
        return token.dep not in {"amod", "compound"} and token.lemma not in POINTING
    return token.text in {";", ":"} or token.tag in {"WP", "WDT", "WRB"}


def _inside_another(parse: Parse, phrase: Phrase, free: frozenset[int]) -> bool:
    """Tell whether a phrase hangs on a noun, not one of the `free` nor a cargo, that another direction phrase names."""
    head = parse.tokens[parse.tokens[phrase.first].head]
    above = parse.tokens[head.head]
    if head.dep != "pobj" or head.index in free or load_at(head) or head.index > phrase.first:
        return False
    if any(t.lemma in {"in", "inside"} and t.index < phrase.first for t in children(parse, head.index, "prep")):
        return False  # it has its own place already: "to the rebels in Chad from Libya"
    return (above.text.lower(),) in _directions() and above.lemma not in {"in", "at", "near"}


def _above(parse: Parse, phrase: Phrase, found: tuple[Trigger, ...]) -> Trigger | None:
    """Return the word of movement above a phrase in the parse, or beside the noun on which it hangs."""
    by_token = {t.token: t for t in found}
    below = parse.tokens[phrase.first]
    for token in ancestors(parse, phrase.first):
        trigger = by_token.get(token.index)
        if trigger:
            return trigger if below.dep != "nsubj" or trigger.frame in GOING else None
        beside = [by_token[t.index] for t in children(parse, token.index, "acl", "relcl") if t.index in by_token]
        if beside and token.pos in NOUNS and beside[0].frame != "find":
            return beside[0]
        if token.dep not in LINKS and token.dep != "nsubj":
            return None
        if token.pos in {"VERB", "AUX"} and token.lemma not in POINTING:
            return None
        below = token
    return None
