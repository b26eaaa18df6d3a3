"""Who speaks before a colon and a quotation without a verb of saying: `The prefect on radio: "Only gas was used."`."""

from functools import cache

from geo.attribution.said import Said, bodies, tidy
from geo.denials import marked
from geo.lexicon import word_class
from geo.lexicon.shared import armed_nouns, cues_of, nouns_of
from geo.model import Parse, Token
from geo.syntax.tags import VERBS

LONGEST = 8  # tokens from the beginning of the sentence to the noun for who speaks
WAYS = frozenset({"on", "by", "in", "at", "to", "from", "over", "via", "through"})  # "on the radio", "by telephone"
BEFORE = WAYS | {"of", "for", "with", "against", "near", "after", "when"}  # what stands behind them does not speak


def introducer(parse: Parse, first: int) -> Said | None:
    """Return who is named before the colon that a quotation stands behind, if no word says that he did something else.

    Parameters
    ----------
    parse, first
        The text, and the token index of the first word of the quotation.
    """
    if first < 2 or parse.tokens[first - 2].text != ":":
        return None
    begin = parse.sentences[parse.tokens[first - 2].sentence].first
    words = parse.tokens[begin : first - 2]
    at = next((n for n, t in enumerate(words[:LONGEST]) if _speaks(t)), None)
    if at is None or any(t.text.lower() in BEFORE or t.pos in VERBS for t in words[:at]):
        return None
    last = at + 1
    while last < len(words) and (words[last].text[:1].isupper() or _speaks(words[last])):
        last += 1
    rest = words[last:]
    if not all(map(_says_no_more, rest)) or (rest and not rest[0].pos and rest[0].text.lower() not in WAYS):
        return None
    return Said(0, 0, tidy(parse.text[words[0].start : words[last - 1].end]), "", None, begin)


def _says_no_more(word: Token) -> bool:
    """Tell whether a word behind a speaker leaves it at that: "reached by telephone", "rejects the charge"."""
    denies = word.lemma in marked("rebuts") or word.lemma in marked("names")
    return word.pos not in VERBS or word.dep == "acl" or denies


def _speaks(word: Token) -> bool:
    return word.entity == "PERSON" or not {word.lemma, word.text.lower()}.isdisjoint(_speakers())


@cache
def _speakers() -> frozenset[str]:
    serving = nouns_of("government", "state_force", "group") | armed_nouns() | word_class("state_voice")
    return bodies() | serving | cues_of("speaker", "outlet", "paper")
