"""The words that show who says what, each with the stretch of text that it speaks of, read one by one.

`attribution` puts them together: quotations, relays, and who is meant by "he".
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from geo.lexicon import Row, load_rows
from geo.model import Modality, Parse, Token
from geo.syntax import children, clause_of, conjuncts, in_phrase, is_negated, is_passive, phrase_span, subtree

KINDS = frozenset(
    {"says", "reports", "accuses", "source", "cites", "owns", "owned", "clause", "phrase", "modal", "paper", "occasion"}
)
OUTLET, SPEAKER, CITED = 0, 1, 2  # who stands further out when all speak of the same words
UNSAID = frozenset({"will", "would", "can", "could", "should", "shall", "must"})
NOT_NAMED = frozenset({"i", "we", "you", "one", "this", "these", "there", "which", "what"})
ANTECEDENT_PRONOUNS = frozenset({"he", "she", "it", "they"})


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


@cache
def cues() -> dict[tuple[str, str], Modality | None]:
    """Return the lexicon as (cue, kind) -> modality."""
    rows = load_rows("speech_cues", ("cue", "kind", "modality"), _wrong)
    return {(cue, kind): modality or None for cue, kind, modality in rows}  # type: ignore[misc]


def _wrong(row: Row) -> str | None:
    if row[1] not in KINDS:
        return f"{row[1]!r} is no kind of cue; one of {', '.join(sorted(KINDS))}"
    return None if row[2] in {"", *get_args(Modality)} else f"{row[2]!r} is no modality"


def read(parse: Parse, source: str | None) -> tuple[Said, ...]:
    """Return all that the cues of a text say, in the order of the cues.

    Parameters
    ----------
    parse
        The text.
    source
        The outlet whose text this is: it does not relay what it is told itself.
    """
    return tuple(said for token in parse.tokens for reader in READERS for said in reader(parse, token, source))


# ---------------------------------------------------------------- verbs of saying


def _says(parse: Parse, verb: Token, source: str | None) -> Iterator[Said]:
    """Read "police said that …", "…, he said", "told Radio Horizon that …", "are believed to …"."""
    kind = _kind(parse, verb)
    if not kind or not _is_said(parse, verb) or _owned(parse, verb):
        return
    modality = cues()[_name(parse, verb), kind]
    start, end = _content(parse, verb)
    speaker = _speaker_of(parse, verb)
    if speaker or modality:
        yield Said(start, end, speaker, _cue_text(parse, verb), modality, verb.index)
    outlet = _told(parse, verb)
    if outlet and speaker and outlet != source:
        yield Said(start, end, outlet, _cue_text(parse, verb), None, verb.index, OUTLET)


def _name(parse: Parse, verb: Token) -> str:
    particles = children(parse, verb.index, "prt")
    return f"{verb.lemma} {particles[0].lemma}" if particles else verb.lemma


def _is_said(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb of saying is used of something said: not "did not say", "would say", "was denied food"."""
    if verb.pos != "VERB" or is_negated(parse, verb.index):
        return False
    helpers = {child.lemma for child in children(parse, verb.index, "aux")}
    denies = "denied" in {cues().get((verb.lemma, kind)) for kind in ("says", "reports")}
    refused = denies and is_passive(parse, verb.index) and not children(parse, verb.index, "ccomp", "agent")
    return not (helpers & UNSAID or refused)


def _kind(parse: Parse, verb: Token) -> str | None:
    """Return whether a verb says or reports, or None."""
    name = _name(parse, verb)
    return next((kind for kind in ("says", "reports") if (name, kind) in cues()), None)


def _content(parse: Parse, verb: Token) -> tuple[int, int]:
    """Return the characters of what is said: the clause, the object, or the sentence that the verb stands in aside."""
    clauses = children(parse, verb.index, "ccomp")
    if clauses:
        return _span(parse, [i for clause in clauses for i in subtree(parse, clause.index)])
    if children(parse, verb.index, "xcomp") or (
        is_passive(parse, verb.index) and verb.dep in {"ROOT", "conj", "ccomp"}
    ):
        return _span(parse, subtree(parse, verb.index))
    if verb.dep == "parataxis" or (verb.dep == "advcl" and any(c.lemma == "as" for c in children(parse, verb.index))):
        return _span(parse, subtree(parse, verb.head))
    objects = children(parse, verb.index, "dobj") if _kind(parse, verb) == "reports" else ()
    return _span(parse, [i for c in objects for i in subtree(parse, c.index, frozenset({"relcl"}))])


def _speaker_of(parse: Parse, verb: Token) -> str | None:
    if is_passive(parse, verb.index):
        agents = [n for by in children(parse, verb.index, "agent") for n in children(parse, by.index, "pobj")]
        return speaker_name(parse, agents[0].index) if agents else None
    own = children(parse, verb.index, "nsubj")
    if own:
        return _named_or_antecedent(parse, own[0], verb)
    head = parse.tokens[verb.head]
    if verb.dep == "conj" and head.pos == "VERB":
        return _speaker_of(parse, head)
    return speaker_name(parse, head.index) if verb.dep == "acl" and verb.tag == "VBG" else None


def _named_or_antecedent(parse: Parse, subject: Token, verb: Token) -> str | None:
    if subject.lemma in {"who", "that"}:
        return speaker_name(parse, verb.head) if verb.dep == "relcl" else None
    return speaker_name(parse, subject.index)


def speaker_name(parse: Parse, index: int) -> str | None:
    """Return the words that name a speaker, without article or aside; None for those who are no one in particular."""
    token = parse.tokens[index]
    if token.text.lower() in NOT_NAMED or token.tag in {"WP", "WDT", "EX"}:
        return None
    phrases = [*conjuncts(parse, index), *_name_after(parse, index)]
    spans = [phrase_span(parse, i) for i in phrases]
    return parse.text[spans[0].start : max(span.end for span in spans)].strip() or None


def _name_after(parse: Parse, index: int) -> list[int]:
    """Return the name that follows a noun without a comma: "the newspaper El Sol"."""
    names = (child.index for child in children(parse, index, "appos") if child.pos == "PROPN")
    return [i for i in names if in_phrase(parse, i)[0] == index + 1]


def _told(parse: Parse, verb: Token) -> str | None:
    """Return the outlet that somebody spoke to: "told Radio Horizon"."""
    if verb.lemma != "tell":
        return None
    hearers = children(parse, verb.index, "dobj", "dative")
    return next((phrase_span(parse, h.index).text for h in hearers if h.entity == "ORG"), None)


# ---------------------------------------------------------------- the other kinds


def _accuses(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "accused the rebels of smuggling", "a network known for moving arms"."""
    if verb.pos not in {"VERB", "ADJ"}:
        return
    holders = [verb.index, *(c.index for c in children(parse, verb.index, "dobj"))]
    for preposition in (p for h in holders for p in children(parse, h, "prep")):
        modality = cues().get((f"{verb.lemma} {preposition.lemma}", "accuses"))
        if modality and not is_negated(parse, verb.index):
            last = _stretched(parse, subtree(parse, preposition.index)[-1])
            span = _span(parse, tuple(range(preposition.index + 1, last + 1)))
            cue = _between(parse, verb.index, preposition.index)
            yield Said(*span, _speaker_of(parse, verb), cue, modality, verb.index)


def _stretched(parse: Parse, last: int) -> int:
    """Return the last token of an accusation: parsers cut long lists short, so it runs on to a mark or a new clause."""
    for index in range(last + 1, len(parse.tokens)):
        token = parse.tokens[index]
        starts_clause = token.dep in {"nsubj", "nsubjpass", "ROOT"} or token.tag in {"VBD", "VBZ", "VBP", "MD", "WP"}
        ends = token.tag in {"``", "''", ".", ":"} or (token.text.lower(), "cites") in cues() or token.lemma == "accord"
        if starts_clause or ends or token.sentence != parse.tokens[last].sentence:
            return index - 1
    return len(parse.tokens) - 1


def _source(parse: Parse, token: Token, _source: str | None) -> Iterator[Said]:
    """Read "according to the ministry" and "citing the ministry"."""
    if token.index + 1 >= len(parse.tokens):
        return
    following = parse.tokens[token.index + 1]
    if (f"{token.lemma} {following.lemma}", "source") in cues() or _is_phrase(token, following):
        names = children(parse, following.index, "pobj") or children(parse, token.index, "pobj")
        if names:
            span = _span(parse, subtree(parse, clause_of(parse, token.head)))
            cue = _between(parse, token.index, following.index)
            yield Said(*span, speaker_name(parse, names[0].index), cue, None, token.index, CITED)


def _is_phrase(token: Token, following: Token) -> bool:
    return (f"{token.text} {following.text}".lower(), "source") in cues()


def _cites(parse: Parse, token: Token, _source: str | None) -> Iterator[Said]:
    """Read "citing the ministry" beside the verb of the one who cites."""
    if (token.lemma, "cites") not in cues() or token.tag != "VBG" or token.dep not in {"advcl", "prep"}:
        return
    head = parse.tokens[token.head]
    start, end = _content(parse, head) if _kind(parse, head) else (0, 0)
    if start == end:
        start, end = _span(parse, subtree(parse, head.index))
    for name in children(parse, token.index, "dobj", "pobj")[:1]:
        yield Said(start, end, speaker_name(parse, name.index), token.text, None, token.index, CITED)


def _owned(parse: Parse, verb: Token) -> Token | None:
    """Return "responsibility" in "claimed responsibility for"."""
    if (verb.lemma, "owns") not in cues():
        return None
    return next((c for c in children(parse, verb.index, "dobj") if (c.lemma, "owned") in cues()), None)


def _owns(parse: Parse, verb: Token, _source: str | None) -> Iterator[Said]:
    """Read "claimed responsibility for the attack"."""
    noun = _owned(parse, verb)
    if noun and not is_negated(parse, verb.index):
        span = _span(parse, subtree(parse, noun.index))
        cue = _between(parse, verb.index, noun.index)
        yield Said(*span, _speaker_of(parse, verb), cue, cues()[verb.lemma, "owns"], verb.index)


def _qualifies(parse: Parse, token: Token, _source: str | None) -> Iterator[Said]:
    """Read "allegedly", "an estimated 30", "suspected rebels", "may have"."""
    word = token.text.lower()
    if (word, "modal") in cues() and token.dep == "aux":
        yield _over(parse, token, token.head, cues()[word, "modal"])
    if (word, "clause") in cues() and token.pos in {"ADV", "ADJ"} | ({"VERB"} if token.dep == "amod" else set()):
        yield _over(parse, token, clause_of(parse, token.head), cues()[word, "clause"])
    if (word, "phrase") in cues() and token.dep == "amod":
        start, end = _span(parse, in_phrase(parse, token.head))
        yield Said(start, end, None, token.text, cues()[word, "phrase"], token.index)


def _over(parse: Parse, token: Token, clause: int, modality: Modality | None) -> Said:
    """Return a qualification of a whole clause, what it is reported by and joined to left out."""
    own = subtree(parse, clause, frozenset({"parataxis", "ccomp"}))
    start, end = _span(parse, own)
    return Said(start, end, None, token.text, modality, token.index)


READERS: tuple[Callable[[Parse, Token, str | None], Iterator[Said]], ...] = (
    _says,
    _accuses,
    _source,
    _cites,
    _owns,
    _qualifies,
)


# ---------------------------------------------------------------- characters


def token_at(parse: Parse, position: int) -> int:
    """Return the index of the token at a character, or of the last one before it."""
    return max(0, bisect_right(parse.tokens, position, key=lambda token: token.start) - 1)


def _span(parse: Parse, indices: tuple[int, ...] | list[int]) -> tuple[int, int]:
    """Return the characters from the first to the last of some tokens, marks and "that" at the ends left out."""
    kept = [parse.tokens[i] for i in sorted(indices)]
    while kept and (kept[0].pos in {"PUNCT", "SPACE"} or kept[0].text.lower() == "that"):
        kept = kept[1:]
    while kept and kept[-1].pos in {"PUNCT", "SPACE", "CCONJ"}:
        kept = kept[:-1]
    return (kept[0].start, kept[-1].end) if kept else (0, 0)


def _cue_text(parse: Parse, verb: Token) -> str:
    """Return a verb with the helping verbs right before it: "were estimated"."""
    first = verb.index
    while (
        first > 0 and parse.tokens[first - 1].head == verb.index and parse.tokens[first - 1].dep in {"aux", "auxpass"}
    ):
        first -= 1
    last = max([verb.index, *(p.index for p in children(parse, verb.index, "prt"))])
    return _between(parse, first, last)


def _between(parse: Parse, first: int, last: int) -> str:
    """Return the words from one token to another, or the two alone where more than two others stand between."""
    a, b = parse.tokens[min(first, last)], parse.tokens[max(first, last)]
    text = parse.text[a.start : b.end] if b.index - a.index <= 3 else f"{a.text} … {b.text}"
    return " ".join(text.split())
