"""Who it is that says whose a deed was, by name where the words have only "he" or "it"."""

from geo.incidents.who.around.antecedents import ALONE, one_meant
from geo.lexicon import word_class
from geo.model import Attribution, Parse, Sentence, Token
from geo.syntax import children, subtree
from geo.syntax.phrases import name_span
from geo.syntax.tags import NOUN_SUBJECTS

REACH = 2  # sentences back to a name that "he" may stand for
BELOW = frozenset({"compound", "nmod", "amod", "appos"})  # how a part of a speaker's words hangs on the rest
BODY_NAMES = frozenset({"ORG", "NORP"})


def named(parse: Parse, index: int, said: tuple[Attribution, ...]) -> str | None:
    """Return a speaker's name; for a pronoun, that of the one person told of, or of whoever spoke last before.

    Parameters
    ----------
    parse, index
        The text, and the token index of the noun or pronoun for who speaks.
    said
        Who is said to say what.
    """
    token = parse.tokens[one_meant(parse, index)]
    if token.tag != "PRP":
        return name_span(parse, token.index).text
    name = _last_person(parse, token) if token.lemma in ALONE else None
    return name or next((a.asserted_by for a in reversed(said) if a.end <= token.start and a.asserted_by), None)


def _last_person(parse: Parse, pronoun: Token) -> str | None:
    first = parse.sentences[max(0, pronoun.sentence - REACH)].start
    people = (e for e in reversed(parse.entities) if e.label == "PERSON" and first <= e.start < pronoun.start)
    return next((parse.text[e.start : e.end] for e in people), None)


def voice(parse: Parse, name: str, sentence: Sentence) -> str:
    """Return all the words by which who speaks is called: "Capt. Ana Ruiz, an army spokeswoman", "its envoy".

    With them go the words for whom "its" and "the movement" stand: whoever acts in the sentence before, the last body
    named.

    Parameters
    ----------
    parse, name
        The text, and the name by which he is known.
    sentence
        The one in which he speaks.
    """
    at = parse.text.rfind(name, 0, sentence.end)
    inside = parse.between(at, at + len(name)) if at >= 0 else ()
    noun = next((t for t in inside if not at <= parse.tokens[t.head].start < at + len(name) or t.head == t.index), None)
    while noun is not None and noun.dep in BELOW:
        noun = parse.tokens[noun.head]
    if noun is None or noun.pos not in {"NOUN", "PROPN", "PRON"}:
        return name
    words = [parse.tokens[i] for i in subtree(parse, noun.index, frozenset({"relcl"}))]
    whose = [w for t in words for w in _whose(parse, t)]
    return " ".join(t.text for t in (*words, *whose))


def _whose(parse: Parse, word: Token) -> list[Token]:
    """Return the words for whom a word of a speaker's stands: for "their", "the movement's"."""
    if word.tag == "PRP$":
        first = parse.sentences[max(0, word.sentence - 1)].first
        before = parse.tokens[first : word.index]
        acts = [t for t in before if t.dep in NOUN_SUBJECTS and t.tag != "PRP" and t.index < word.index]
        own = [t for t in acts if t.sentence == word.sentence] or acts
        return [parse.tokens[i] for t in own[:1] for i in subtree(parse, t.index, frozenset({"relcl"}))]
    body = word.lemma in word_class("unnamed_body") and any(
        t.lemma == "the" for t in children(parse, word.index, "det")
    )
    first = parse.sentences[max(0, word.sentence - REACH)].start
    names = (e for e in reversed(parse.entities) if e.label in BODY_NAMES and first <= e.start < word.start)
    name = next(names, None) if body else None
    return [] if name is None else list(parse.tokens[name.first : name.last])
