"""Sentences -> the words that say that something happened, by the lexicon of triggers alone.

Whether a word's sense and its clause make an incident is decided later, in `incidents`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geo.incidents.what.needs.strengths import AT, NEEDS, has_what_it_needs
from geo.incidents.what.needs.takings import taken_from_home
from geo.incidents.who.nouns.arms import is_weapon, is_worked
from geo.lexicon import Row, word_class
from geo.lexicon.shared import singular
from geo.lexicon.triggers import trigger_rows
from geo.model import Parse, Token, Trigger
from geo.syntax import children, is_passive, subjects
from geo.syntax.tags import MODIFIERS, NOUNS, OBJECTS, RELATIVE_TAGS, TIMES, VERBS

ARMED = frozenset({"armed", "ground", "aim", "works", "victims", "sunk"})  # strengths that ask for arms beside a word
OWN_PROOF = frozenset({"strong", "foes", "loot", "robbers", "ships", "yields", "crowd", "inmates"})  # ask for enough
AS_NOUN = frozenset({"nsubj", "nsubjpass", "csubj", "pobj", "ROOT"})  # "Fighting flared" as parsers may read it
GROUND = frozenset({"take", "retake", "recapture"})  # "took the camp", but not "took three nurses to their camp"
WHERE = AT | {"to", "into", "from", "inside", "through"}
BURNING = frozenset({"ablaze", "alight", "afire"})
AMID = frozenset({"by", "after", "during", "amid", "despite"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of the lexicon, its phrase in words.

    `hyphened` of them stand before the verb, joined to it by hyphens: the two of "baton - charge"; `more` behind it,
    and `beside` it wherever parsers put them: the "sit down" of "staged a sit-down".
    """

    words: tuple[str, ...]
    hyphened: int
    more: tuple[str, ...]
    beside: tuple[str, ...]
    type: str
    patient: str
    strength: str
    noun: bool


@cache
def _lexicon() -> dict[tuple[str, bool], tuple[_Entry, ...]]:
    """Return the rows by head word and whether they are nouns, the longest phrases first.

    Of phrases of one length the strong ones come first ("take prisoner" before "take with"), then those that ask for an
    object; of single words those that ask for one.
    """
    table: dict[tuple[str, bool], list[_Entry]] = {}
    for entry in map(_entry, trigger_rows()):
        head = entry.words[-1] if entry.noun else entry.words[entry.hyphened]
        table.setdefault((head, entry.noun), []).append(entry)
    return {head: tuple(sorted(entries, key=_precedence)) for head, entries in table.items()}


@cache
def _heads() -> frozenset[str]:
    return frozenset(head for head, _ in _lexicon())


def _entry(row: Row) -> _Entry:
    phrase, pos, kind, patient, strength = row
    words = tuple(phrase.replace("-", " - ").split())
    hyphened = next((n for n in range(0, len(words), 2) if words[n + 1 : n + 2] != ("-",)), 0)
    more = () if pos == "noun" else words[hyphened + 1 :]
    beside = tuple(word for n, word in enumerate(more) if n == 0 or word != "-")
    return _Entry(words, hyphened, more, beside, kind, patient, strength, pos == "noun")


def _precedence(entry: _Entry) -> tuple[int, bool, bool, bool]:
    length, strong = len(entry.words), entry.strength == "strong"
    return -length, length == 1 or not strong, entry.strength not in NEEDS, not strong


def find(parse: Parse) -> tuple[Trigger, ...]:
    """Return the triggers of a parsed text, in its order, each word in at most one of them."""
    found: list[Trigger] = []
    heads = _heads()
    for token in parse.tokens:
        known = token.dep and (token.lemma in heads or token.text.lower() in heads)
        trigger = _at(parse, token) if known else None  # an unparsed sentence tells of nothing
        if trigger and not any(set(trigger.tokens) & set(earlier.tokens) for earlier in found[-3:]):
            found.append(trigger)
    return tuple(found)


def _at(parse: Parse, token: Token) -> Trigger | None:
    entries = tuple(_entries(parse, token))
    if not entries:
        return None
    # Gone through once for all entries of a verb: one that takes a class of words has dozens.
    longest = max(len(entry.more) for entry in entries)
    beside = _companions(parse, token.index) if longest else ()
    near = [(t, _forms(t)) for t in beside if not is_worked(parse, t.index)]
    said = {t.text.lower() for t in parse.tokens[token.index + 1 : token.index + 1 + longest]}
    said.update(*(forms for _, forms in near))
    for entry in entries:
        if entry.noun:
            tokens = _noun_words(parse, token, entry.words)
        else:
            tokens = _verb_words(parse, token, entry, near) if said.issuperset(entry.beside) else None
        if tokens and has_what_it_needs(parse, token.index, entry.strength):
            weak, armed = entry.strength not in OWN_PROOF, _wants_arms(parse, token.index, entry.strength)
            return Trigger(token.index, tokens, entry.type, entry.patient, weak, entry.noun, armed)  # type: ignore[arg-type]
    return None


def _wants_arms(parse: Parse, verb: int, strength: str) -> bool:
    return strength in ARMED or (strength == "people" and not taken_from_home(parse, verb))


def _is_gerund(parse: Parse, token: Token) -> bool:
    """Tell whether a gerund is the noun of a deed: "Shelling of Saraqib", "in shelling by jets", "fighting ended"."""
    if token.tag != "VBG":
        return False
    named = token.dep in AS_NOUN or (token.dep == "pcomp" and parse.tokens[token.head].lemma in AMID)
    leads = {t.lemma for t in children(parse, token.index, "prep", "agent")}
    noun = (named or "by" in leads) and not children(parse, token.index, "nsubj", "dobj", "aux", "auxpass")
    return noun or "of" in leads


def _entries(parse: Parse, token: Token) -> Iterator[_Entry]:
    if token.dep in MODIFIERS:  # "strike force", "raid party", "wounded men"
        return
    lexicon = _lexicon()
    if token.pos == "VERB" and not _is_gerund(parse, token):
        taken = {t.lemma for t in children(parse, token.index, "dobj")} if token.lemma == "take" else set()
        idle = taken & word_class("taken_idly")  # "took place"
        entries = lexicon.get((token.lemma, False), ())
        yield from (entry for entry in entries if idle.issubset(entry.words))
    if token.pos in NOUNS or (token.pos in VERBS and token.tag == "VBG"):
        for name in dict.fromkeys((token.lemma, token.text.lower())):
            yield from lexicon.get((name, True), ())


def _noun_words(parse: Parse, token: Token, words: Sequence[str]) -> tuple[int, ...] | None:
    """Return the tokens of a phrase that ends with this noun, hyphens standing where the lexicon has them."""
    first = token.index - len(words) + 1
    if first < 0:
        return None
    run = parse.tokens[first : token.index]
    fits = all(word in {t.lemma, t.text.lower()} for word, t in zip(words[:-1], run, strict=True))
    return tuple(range(first, token.index + 1)) if fits else None


def _verb_words(
    parse: Parse, token: Token, entry: _Entry, near: Sequence[tuple[Token, set[str]]]
) -> tuple[int, ...] | None:
    """Return the tokens of a verb and its particle, object or preposition, wherever these stand in its clause."""
    before = parse.tokens[max(0, token.index - entry.hyphened) : token.index]
    if entry.words[: entry.hyphened] != tuple(t.text.lower() for t in before):
        return None
    right_after = parse.tokens[token.index + 1 : token.index + 1 + len(entry.more)]
    whole = entry.more == tuple(t.text.lower() for t in right_after)  # however parsers read "set on fire two plants"
    if whole and not any(_is_of_time(parse, t) for t in right_after):  # "let loose on Thursday"
        return _with_heads(parse, [token.index, *(t.index for t in right_after)])
    tokens = [token.index]
    for word in entry.beside:
        said = (t for t, forms in near if word in forms and not _is_of_time(parse, t) and not _is_off_shore(parse, t))
        found = (t for t in said if not _is_fronted(parse, token, t))
        match = next((t.index for t in found if not _is_only_where(parse, token, t, entry.more)), None)
        if match is None:
            return None
        tokens.append(match)
    return _with_heads(parse, tokens)


def _forms(word: Token) -> set[str]:
    """Return what a word may be in the lexicon; of what is taken for a name, parsers leave the plural: "Landmines"."""
    text = word.text.lower()
    return {word.lemma, text, singular(text)} if word.pos == "PROPN" else {word.lemma, text}


def _is_of_time(parse: Parse, word: Token) -> bool:
    """Tell whether a preposition says only when: "fired the manager on Monday" fired on nobody."""
    times = children(parse, word.index, "pobj") if word.pos == "ADP" and word.lemma != "to" else ()
    return any(t.entity in TIMES for t in times)


def _is_fronted(parse: Parse, verb: Token, word: Token) -> bool:
    """Tell whether a preposition opens a clause before its subject: "on our side three men fell" fell on nobody."""
    doers = [t.index for t in children(parse, verb.index, "nsubj") if t.index < verb.index]
    relative = any(t.tag in RELATIVE_TAGS for t in children(parse, word.index, "pobj"))
    return word.dep == "prep" and bool(doers) and word.index < min(doers) and not relative


def _is_off_shore(parse: Parse, word: Token) -> bool:
    """Tell whether "off" only says at what coast: "picked up by a gunboat off Tripoli" picked nobody off."""
    return word.lemma == "off" and any(t.pos == "PROPN" for t in children(parse, word.index, "pobj"))


def _is_only_where(parse: Parse, verb: Token, noun: Token, phrase: Sequence[str]) -> bool:
    """Tell whether what would be taken only says where or whither something was: "took them to the town"."""
    preposition = parse.tokens[noun.head].lemma
    return verb.lemma in GROUND and noun.dep == "pobj" and preposition in WHERE and preposition not in phrase


def _with_heads(parse: Parse, tokens: Sequence[int]) -> tuple[int, ...]:
    """Return tokens and the nouns that any of them only qualifies: "hurled dynamite sticks"."""
    heads = {parse.tokens[i].head for i in tokens if parse.tokens[i].dep == "compound"}
    return tuple(sorted({*tokens, *heads}))


def _companions(parse: Parse, verb: int) -> Iterator[Token]:
    yield from _object_above(parse, verb)
    yield from _handled(parse, verb)
    for child in children(
        parse, verb, "prt", "dobj", "nsubjpass", "prep", "acomp", "advmod", "oprd", "xcomp", "advcl", "dep", "punct"
    ):
        yield child
        yield from children(parse, child.index, "pobj", "pcomp", "amod", "compound", "prep", "acl", "advmod")
        if child.dep in OBJECTS:  # "set a mill on fire", where the parser hangs "on" on "mill"
            onto = children(parse, child.index, "prep")
            yield from (t for prep in onto for t in (prep, *children(parse, prep.index, "pobj")))
            # "set a bus and a car ablaze"
            yield from (t for t in children(parse, child.index, "conj") if t.lemma in BURNING)
    yield from (t for t in parse.tokens[verb + 1 : verb + 2] if t.dep in {"prep", "prt", "advmod", "oprd", "acomp"})


def _handled(parse: Parse, verb: int) -> Iterator[Token]:
    """Yield the weapons of a passive without its helper, as in notes: "Grenade thrown at a post", "Shots fired".

    So it is with the parts of a body, in "had their throats cut".
    """
    if not children(parse, verb, "dobj", "aux", "auxpass"):
        own = children(parse, verb, "nsubj")
        yield from (t for t in own if parse.tokens[parse.tokens[verb].head].lemma == "have")
        yield from (t for t in own if is_weapon(parse, t.index) or t.lemma in word_class("shots"))


def _object_above(parse: Parse, verb: int) -> Iterator[Token]:
    """Yield what a clause says what was done with: "the bomb planted under a car", "a grenade that two men threw"."""
    token = parse.tokens[verb]
    doers = children(parse, verb, "nsubj")
    if (token.dep == "acl" and token.tag == "VBN") or (
        token.dep == "relcl" and not any(t.tag in RELATIVE_TAGS for t in doers)
    ):
        yield parse.tokens[token.head]
    if token.dep == "conj" and is_passive(parse, verb):  # "a device was left there and made safe"
        yield from (parse.tokens[i] for i in subjects(parse, verb))
