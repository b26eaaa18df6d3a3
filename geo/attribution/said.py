"""What a cue says: who is said to say which characters of a text, and the names and spans that make it up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.lexicon.shared import cues, nouns_of
from geo.model import Modality, Parse, Token
from geo.syntax import by_prepositions, children, conjuncts, subtree
from geo.syntax.phrases import in_phrase, phrase_span
from geo.syntax.tags import CALLS, PLACES

OUTLET, SPEAKER, CITED = 0, 1, 2  # who stands further out when all speak of the same words
NOT_NAMED = frozenset(
    {
        "i", "we", "you", "one", "this", "these", "there", "which", "what", "who", "those", "some", "many", "others",
        "all", "text", "excerpt", "excerpts",
    }
)  # fmt: skip
ANTECEDENT_PRONOUNS = frozenset({"he", "she", "it", "they"})

BULLETS = frozenset("*•·–-")


@dataclass(frozen=True, slots=True)
class Said:
    """A cue and what it speaks of: characters ``[start, end)``, empty where only a quotation beside it can tell.

    `speaker` is a name, a pronoun to be resolved, or None; `rank` is `OUTLET`, `SPEAKER` or `CITED`; `token` the cue's
    index.
    """

    start: int
    end: int
    speaker: str | None
    cue: str
    modality: Modality | None
    token: int
    rank: int = SPEAKER
    quoted: bool = False


def bodies() -> frozenset[str]:
    """Return the nouns for bodies, which may speak for themselves: "army", "ministry"."""
    return nouns_of("state_force", "group", "government")


def speaker_name(parse: Parse, index: int) -> str | None:
    """Return the words that name a speaker, without article or aside; None for those who are no one in particular."""
    token = parse.tokens[index]
    if token.text.lower() in NOT_NAMED or token.tag in {"WP", "WDT", "EX"} or is_nobody(parse, index):
        return None
    listed = (index,) if token.pos == "PRON" else conjuncts(parse, index)
    phrases = [*listed, *(name for one in listed for name in _name_after(parse, one))]
    spans = [phrase_span(parse, i) for i in phrases]
    return tidy(parse.text[spans[0].start : max(span.end for span in spans)])


def tidy(name: str) -> str | None:
    """Return a name in one line, without the label ("[TEXT] A SPOKESMAN") or bullet before it; None without letters."""
    words = re.split(r"[\[\]]|--", name)[-1].split()
    while words[1:] and words[0].lower() in {"a", "an", "the", *BULLETS}:
        words = words[1:]
    name = " ".join(words)
    return name if any(c.isalpha() for c in name) and name.lower() not in NOT_NAMED else None


def has_outlet_word(name: str) -> bool:
    """Tell whether a name has a word of an agency, a radio or a newspaper in it."""
    return any((word, "outlet") in cues() for word in re.findall(r"\w+", name.lower()))


def is_nobody(parse: Parse, index: int) -> bool:
    """Tell whether words say that there is no such person: "nobody", "no group"."""
    lemmas = {child.lemma for child in children(parse, index, "det")}
    return parse.tokens[index].text.lower() in {"nobody", "none", "no-one"} or "no" in lemmas


def _name_after(parse: Parse, index: int) -> list[int]:
    """Return the name that follows a noun, "the newspaper El Sol", a person's office and an office's person.

    "The governor, Ana Ruiz," and "Ana Ruiz, governor of Brena," are who they are by both.
    """
    names = _what_called(parse, index)
    for aside in children(parse, index, "appos"):
        first = in_phrase(parse, aside.index)[0]
        beside = first == index + 1 and aside.pos == "PROPN"
        if beside or (parse.tokens[first - 1].text == "," and _are_one_person(parse.tokens[index], aside)):
            names.append(aside.index)
    return names


def _what_called(parse: Parse, index: int) -> list[int]:
    """Return the name that a clause on a noun gives it: "a group calling itself the Free Lions", "known as"."""
    called = [c for c in children(parse, index, "acl") if c.lemma in CALLS]
    own = [t for c in called for t in children(parse, c.index, "oprd", "dobj", "ccomp")]
    by_as = (noun for c in called for noun in by_prepositions(parse, c.index))
    return [t.index for t in (*own, *by_as) if t.pos == "PROPN"]


def _are_one_person(noun: Token, aside: Token) -> bool:
    """Tell whether of a noun and its aside one is an office, the other a name that is not of a place."""
    if noun.pos == "NOUN":
        return aside.pos == "PROPN" and aside.entity not in PLACES
    return noun.entity == "PERSON" and aside.pos == "NOUN"


# ---------------------------------------------------------------- characters


def span(parse: Parse, indices: tuple[int, ...] | list[int]) -> tuple[int, int]:
    """Return the characters from the first to the last of some tokens, marks and "that" at the ends left out."""
    kept = [parse.tokens[i] for i in sorted(indices)]
    while kept and (kept[0].pos in {"PUNCT", "SPACE"} or kept[0].text.lower() == "that"):
        kept = kept[1:]
    while kept and kept[-1].pos in {"PUNCT", "SPACE", "CCONJ"}:
        kept = kept[:-1]
    return (kept[0].start, kept[-1].end) if kept else (0, 0)


def cues_with(parse: Parse, verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield a verb's prepositions, each with the words for it, the verb and what may stand between: "wash hand of"."""
    between = children(parse, verb.index, "dobj", "acomp", "oprd", "advmod")
    for preposition in (p for t in (verb, *between) for p in children(parse, t.index, "prep")):
        yield f"{verb.lemma} {preposition.lemma}", preposition
    if any((f"{verb.lemma} {t.lemma}") in _with_objects() for t in between):  # or hung on what stands between
        below = (parse.tokens[i] for i in subtree(parse, verb.index) if i > verb.index)
        hung = [t for t in below if t.dep == "prep"]
        yield from ((f"{verb.lemma} {t.lemma} {p.lemma}", p) for t in between for p in hung)


@cache
def _with_objects() -> frozenset[str]:
    """Return the verbs and objects of cues of three words: "put blame"."""
    return frozenset(cue.rsplit(" ", 1)[0] for cue, _ in cues() if cue.count(" ") == 2)


def cue_text(parse: Parse, verb: Token) -> str:
    """Return a verb with the helping verbs right before it: "were estimated"."""
    first = verb.index
    while (
        first > 0 and parse.tokens[first - 1].head == verb.index and parse.tokens[first - 1].dep in {"aux", "auxpass"}
    ):
        first -= 1
    last = max([verb.index, *(p.index for p in children(parse, verb.index, "prt"))])
    return between(parse, first, last)


def between(parse: Parse, first: int, last: int) -> str:
    """Return the words from one token to another, or the two alone where more than two others stand between."""
    a, b = parse.tokens[min(first, last)], parse.tokens[max(first, last)]
    text = parse.text[a.start : b.end] if b.index - a.index <= 3 else f"{a.text} … {b.text}"
    return " ".join(text.split())
