"""Fit geo/incidents/where/linking.csv: boosted trees over the signs of a sentence's names, cross-validated by article.

`make fit` writes the trees that follow from event_location and muc4 in ../shared, and prints what they reach on
articles that they were not fitted on.

event_location asks of verbs only. Nouns of events that hang right on such a verb ("were killed in clashes in …") are
taken to be where the verb is, so that the trees see nouns too. MUC-4's key says where the event of a text was, not by
which words: in texts of which all templates share one place, each word for such an event is taken to be linked to the
finest of its sentence's names that the key gives.

The second round is fitted on what the first says of articles that it was not fitted on.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from zlib import crc32

from benchmarks.boosted import Fitted, fitted, write
from benchmarks.corpora import scorer
from benchmarks.incidents import rows
from gazetteer import bundled
from geo import language, mentions, resolve
from geo.incidents.what.triggers import find as find_triggers
from geo.incidents.where.linking import FILE, FIRST, FURTHER, compared
from geo.incidents.where.place_names import candidates
from geo.incidents.where.place_paths import kind_of
from geo.incidents.where.place_signs import signs
from geo.language import Language
from geo.model import Document, Parse, Token, Toponym
from geo.pipeline import is_notable

FOLDS, INNER, TREES, LEAST_SEEN = 5, 4, 300, 8  # a sign that fewer names bear is left out
WORTH = {"verbs": 1.0, "nouns": 1.0, "cables": 0.5}  # weight of a name
MIXED = frozenset({"wiki", "1991_conflicts"})  # origins that are no one article
SETTINGS: dict[str, Any] = {
    "num_leaves": 15, "learning_rate": 0.08, "min_data_in_leaf": 15, "feature_fraction": 0.3, "bagging_fraction": 0.8,
}  # fmt: skip
HEAD = """# Trees that say how likely a name in an event's sentence is where the event was.
# round:   1 for trees that see a name by itself, 2 for those that also see what the first round says of all names.
# tree:    its number; the answers of a round's trees add up to the logarithm of the odds.
# node:    a question of the tree; 0 is asked first.
# sign:    what is asked: does the name bear this sign? geo/incidents/where/place_signs.py says what each is.
# borne:   the next question if it does, or the answer, which begins with + or -.
# lacking: the same if it does not.
# Fitted by `make fit` (benchmarks/fit_placing.py) on the development half of event_location.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """An event in a sentence: its article, the tokens that gold gives, and each name's tokens and signs."""

    article: str
    gold: frozenset[int]
    names: tuple[tuple[frozenset[int], frozenset[str]], ...]
    corpus: str  # "verbs" are what is to be scored, the others what is inferred

    def fold(self, of: int) -> int:
        """Return the fold that its article belongs to."""
        return crc32(f"{self.article} {of}".encode()) % of

    def right(self, number: int) -> bool:
        """Tell whether gold gives most of a name."""
        tokens = self.names[number][0]
        return 2 * len(tokens & self.gold) > len(tokens)


def main() -> int:
    """Fit, cross-validate, write; return 0."""
    asked = [each for row in rows("event_location", 1) for each in _asked(row)]
    asked += [each for row in rows("muc4", 1) for each in _asked_of_cable(row)]
    for fold in range(FOLDS):
        rounds = _two_rounds([a for a in asked if a.fold(FOLDS) != fold])
        for name in WORTH:
            held = [a for a in asked if a.fold(FOLDS) == fold and a.corpus == name]
            precision, recall = _scores(held, rounds)
            print(f"fold {fold + 1} of {FOLDS}, {name}: precision {precision:.3f}, recall {recall:.3f}")
    write(FILE, HEAD, _two_rounds(asked))
    return 0


# ---------------------------------------------------------------- the corpus


@cache
def _pipeline() -> Language:
    return language.load()  # some 0.3 s each time


def _read(row: dict[str, Any]) -> tuple[Parse, tuple[Toponym, ...]]:
    gazetteer = bundled()
    parse = _pipeline().parse(row["text"], lambda words: is_notable(words, gazetteer))
    return parse, resolve.resolve(mentions.find(parse, gazetteer), Document(str(row["id"]), row["text"]), gazetteer)


def _asked(row: dict[str, Any]) -> Iterator[Asked]:
    parse, toponyms = _read(row)
    verb = next(iter(parse.between(*row["verb"])), None)
    if verb is None:
        return
    spans = [parse.between(low, high) for low, high, _ in row["locations"]]
    gold = frozenset(t.index for span in spans for t in span)
    article = row["text"] if row["origin"] in MIXED else str(row["origin"])
    yield Asked(article, gold, tuple(_names(parse, verb.index, toponyms)), "verbs")
    for noun in _nouns_of(parse, verb):
        yield Asked(article, gold, tuple(_names(parse, noun.index, toponyms)), "nouns")


def _asked_of_cable(row: dict[str, Any]) -> Iterator[Asked]:
    """Yield the words for an event in a text whose templates all say one place."""
    placed = {str(t["location"]) for t in row["templates"]}
    if len(placed) != 1 or not row["templates"][0]["location"]:
        return
    parse, toponyms = _read(row)
    types = {kind for t in row["templates"] for kind in t["type"]}
    keys = [[level["name"] for step in place["levels"] for level in step] for place in row["templates"][0]["location"]]
    for trigger in find_triggers(parse):
        if types & set(scorer().MUC_TYPES.get(trigger.type, types)):
            names = tuple(_names(parse, trigger.index, toponyms))
            yield Asked(str(row["id"]), _finest(parse, [tokens for tokens, _ in names], keys), names, "cables")


def _finest(parse: Parse, names: Sequence[frozenset[int]], keys: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the tokens of the names that are the finest level of a place that any of them is."""
    words = scorer().name_words
    found = []
    for tokens in names:
        own = {w for i in tokens for w in words(parse.tokens[i].text)}
        level = max((n for key in keys for n, name in enumerate(key) if own and set(words(name)) <= own), default=-1)
        found.append((level, tokens))
    finest = max((level for level, _ in found), default=-1)
    return frozenset(i for level, tokens in found if level == finest >= 0 for i in tokens)


def _nouns_of(parse: Parse, verb: Token) -> Iterator[Token]:
    """Yield the nouns of events that are a verb's subject or object, or hang on it by "in", "by" or "during"."""
    for token in parse.sentence_tokens(parse.sentences[verb.sentence]):
        above = parse.tokens[token.head]
        inside = token.dep == "pobj" and above.lemma in {"in", "by", "during"} and above.head == verb.index
        direct = token.dep in {"nsubj", "nsubjpass", "dobj"} and token.head == verb.index
        if token.pos == "NOUN" and (inside or direct) and kind_of(token) == "event":
            yield token


def _names(parse: Parse, event: int, toponyms: tuple[Toponym, ...]) -> Iterator[tuple[frozenset[int], frozenset[str]]]:
    names = candidates(parse, parse.sentences[parse.tokens[event].sentence], toponyms)
    for name, borne in zip(names, signs(parse, event, names, toponyms), strict=True):
        yield frozenset(range(name.first, name.last)), borne


# ---------------------------------------------------------------- fitting


def _two_rounds(asked: Sequence[Asked]) -> tuple[Fitted, Fitted]:
    likely: dict[int, list[float]] = {}
    for fold in range(INNER):
        first = _fitted([a for a in asked if a.fold(INNER) != fold])
        held = [n for n, a in enumerate(asked) if a.fold(INNER) == fold]
        likely |= dict(zip(held, _told([asked[n] for n in held], first), strict=True))
    return _fitted(asked), _fitted([_with_others(a, likely[n]) for n, a in enumerate(asked)])


def _with_others(asked: Asked, likely: Sequence[float]) -> Asked:
    borne = compared([signs for _, signs in asked.names], likely)
    return replace(asked, names=tuple((tokens, b) for (tokens, _), b in zip(asked.names, borne, strict=True)))


def _told(asked: Sequence[Asked], fitted: Fitted) -> list[list[float]]:
    """Return what a round says of each name of each event."""
    told = iter(fitted.likelihoods([borne for a in asked for _, borne in a.names]))
    return [[next(told) for _ in each.names] for each in asked]


def _fitted(asked: Sequence[Asked]) -> Fitted:
    borne = [borne for a in asked for _, borne in a.names]
    right = [a.right(n) for a in asked for n in range(len(a.names))]
    worth = [WORTH[a.corpus] for a in asked for _ in a.names]
    return fitted(borne, right, worth, settings=SETTINGS, trees=TREES, least=LEAST_SEEN)


# ---------------------------------------------------------------- what it reaches


def _scores(asked: Sequence[Asked], rounds: tuple[Fitted, Fitted]) -> tuple[float, float]:
    """Return precision and recall over tokens; "no place stated" counts as one."""
    second = [_with_others(a, likely) for a, likely in zip(asked, _told(asked, rounds[0]), strict=True)]
    n: Counter[str] = Counter()
    for each, likely in zip(second, _told(second, rounds[1]), strict=True):
        best = max(likely, default=0.0)
        chosen = [p >= (FIRST if p == best else FURTHER) for p in likely]
        found = frozenset(t for (tokens, _), yes in zip(each.names, chosen, strict=True) if yes for t in tokens) or {-1}
        gold = each.gold or {-1}
        n.update(right=len(found & gold), found=len(found), asked=len(gold))
    return n["right"] / n["found"], n["right"] / n["asked"]


if __name__ == "__main__":
    sys.exit(main())
