"""Words that show that a sentence, or its whole text, is of a game, a story, a drill, a trade, a mishap or a tally."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from geo.lexicon import load_pairs
from geo.model import Parse, Sentence, Token
from geo.model.remembered import remembered

MEANINGS = frozenset({
    "sport", "game", "fiction", "business", "obituary", "drill", "accident", "tally", "statistic", "past", "cleared",
    "illness",
})  # fmt: skip
FIGURES = frozenset({"sport", "fiction", "business"})
TOLD_IN = frozenset({"pobj", "nsubj", "nsubjpass", "poss", "ROOT", "attr"})  # not "watching a film", "a film director"
OPEN_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
MANY_WORDS = 4  # different words of a game or a story that make it a text's subject
DRILLS = 3  # different words of an exercise that do
OF_ILLNESS = 3  # different words of illness that do
SURELY = 5  # different words of an exercise in a text that tells of nothing else
GAMES, PLAYED = 2, 5  # different words of a game, and together with those that are of play beside them
LONGEST_PHRASE = 4
OPENING = 2  # sentences that may say what a text is: a title, and what follows it
# A match's score, in digits after a word for how it ended.
SCORE = re.compile(
    r"\b(?:beat|defeated?|drew|won|lost|thrashed|hammered|whipped|mauled|win|draw|defeat|home)\b[^.]{0,60}\b\d{1,2}[-–]\d{1,2}\b"
    # Not "massacred 40-50 villagers".
    r"|\b(?:massacred|slaughtered|crushed|routed|shot down|annihilated)\b[^.]{0,40}\b\d{1,3}[-–]\d{1,2}"
    r"(?=[,.;)]| (?:by|in|at|on|to|and|last)\b)",
    re.IGNORECASE,
)

HALF = " half"  # of a game, unless it is said of what: "the second half of May"
AS_ADJECTIVES = frozenset({"mock"})  # and in no other form


@cache
def phrases() -> dict[str, str]:
    """Return {phrase: meaning} of the lexicon `background`."""
    return load_pairs("background", ("phrase", "meaning"), meaning=MEANINGS)


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which a phrase begins, a hyphenated one also with the part before its hyphen."""
    return frozenset(word for phrase in phrases() for word in (phrase.split()[0], re.split(r"[\s-]", phrase)[0]))


@remembered
def found_in(parse: Parse, sentence: Sentence) -> frozenset[tuple[str, str]]:
    """Return the (phrase, meaning) pairs of the lexicon `background` that stand in a sentence."""
    return frozenset(_found(parse, sentence))


def _found(parse: Parse, sentence: Sentence) -> Iterator[tuple[str, str]]:
    tokens = parse.sentence_tokens(sentence)
    written = [t.text.lower() for t in tokens]
    firsts, known = _first_words(), phrases()
    for first, token in enumerate(tokens):
        begins, named = written[first] in firsts, token.lemma in known and token.pos in OPEN_CLASSES
        if not begins and not named:
            continue
        lengths = range(1, LONGEST_PHRASE + 1) if begins else ()
        spellings = {" ".join(written[first : first + n]).replace(" - ", "-") for n in lengths}
        if named:
            spellings.add(token.lemma)
        for phrase in spellings & known.keys():
            if (phrase.endswith(HALF) and _is_of_days(tokens[first + 2 :])) or _is_of_other(parse, token, phrase):
                continue
            if " " in phrase or "-" in phrase or _is_meant(token, known[phrase]):
                yield phrase, known[phrase]


def _is_of_days(after: Sequence[Token]) -> bool:
    """Tell whether the half of something is that of a month or a year."""
    return [t.lemma for t in after[:1]] == ["of"] and [t.entity for t in after[1:2]] == ["DATE"]


def _is_of_other(parse: Parse, article: Token, phrase: str) -> bool:
    """Tell whether the article of a phrase is another noun's, which it only describes: "in the exercise yard"."""
    return article.dep == "det" and parse.tokens[article.head].text.lower() not in phrase.split()


def _is_meant(token: Token, meaning: str) -> bool:
    """Tell whether a single word bears its meaning where it stands: no "moved forward", "Awami League", "film crew"."""
    if meaning in {"sport", "game"}:
        return token.pos == "NOUN"
    if token.lemma in AS_ADJECTIVES and token.text.lower() != token.lemma:
        return False  # "known for mocking the militia"
    return meaning != "fiction" or (token.dep in TOLD_IN and token.pos != "VERB")


def subjects_of_text(found: Iterable[frozenset[tuple[str, str]]]) -> frozenset[str]:
    """Return the games, stories, trades and exercises that a text is about, by the number of different words for them.

    "all drill" stands beside "drill" where nothing in the text is real.

    Parameters
    ----------
    found
        What `found_in` returned for each of its sentences.
    """
    seen = Counter(meaning for _, meaning in frozenset().union(*found))
    about = {m for m, n in seen.items() if (m in FIGURES and n >= MANY_WORDS) or (m == "drill" and n >= DRILLS)}
    if seen["sport"] >= GAMES and seen["sport"] + seen["game"] >= PLAYED:
        about.add("sport")
    return frozenset(about | ({"all drill"} if seen["drill"] >= SURELY else set()))


def is_of_illness(parse: Parse) -> bool:
    """Tell whether a text is about an illness, by the number of different words for it."""
    found = {pair for sentence in parse.sentences for pair in found_in(parse, sentence)}
    return sum(meaning == "illness" for _, meaning in found) >= OF_ILLNESS


def subject_of_opening(parse: Parse, sentence: Sentence, *, told: bool) -> frozenset[str]:
    """Return what a title or opening sentence says that its text is: a story's, a match's or an exercise's telling.

    Parameters
    ----------
    parse, sentence
        The text, and one of its first, which tells no news.
    told
        Whether it tells of an event, be it in play: then only an exercise goes on ("the director was shot" is no film).
    """
    found = found_in(parse, sentence)
    about = {meaning for _, meaning in found if meaning == "drill" or (meaning == "fiction" and not told)}
    games = sum(meaning == "sport" for _, meaning in found)
    if not told and (games > 1 or SCORE.search(parse.text[sentence.start : sentence.end])):
        about.add("sport")
    return frozenset(about)


def make_believe(parse: Parse) -> frozenset[int]:
    """Return the sentences of a text that tell a story's or a match's doings: nothing in them happened as they say."""
    every = [found_in(parse, sentence) for sentence in parse.sentences]
    meanings = [{meaning for _, meaning in found} for found in every]
    about = set(subjects_of_text(every)) - {"business", "drill", "all drill"}
    for sentence in parse.sentences[:OPENING]:
        about |= subject_of_opening(parse, sentence, told=False) - {"drill"}
    return frozenset(n for n, found in enumerate(meanings) if about or found & {"fiction", "sport"})
