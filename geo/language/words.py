"""What a word is where it stands: its part of speech and dictionary form, as the pipeline's own rules have them.

spaCy tries all its rules on every word of a text. They look at a word's tag, its dependency and a "there" before it
("there was"), and name few words; so they are tried once on each of these, all the words that no rule names counting
as one, and the dictionary form is looked up once for each use of a word: the answers are the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.vocab import Vocab

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"  # spaCy's components, in the order in which they work
INDEX = "lemma_index"  # the lemmatizer's table of known words
ASTRAY = {
    "raped": "rape", "raping": "rape", "gutted": "gut", "gutting": "gut", "axed": "axe", "axing": "axe",
    "states": "state", "staged": "stage", "staging": "stage", "stages": "stage", "waged": "wage", "waging": "wage",
    "raged": "rage", "raging": "rage", "rages": "rage", "sniped": "snipe", "toted": "tote",
    "toting": "tote", "primed": "prime", "riding": "ride", "rides": "ride", "waded": "wade", "wading": "wade",
}  # forms of which its rules make another word's, or none: "rap", "gutte"  # fmt: skip
UNDERSTOOD = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})  # what rules may look at for words to be taken together
EVERY_WORD = re.compile("")
MOST = 20_000  # uses to remember: some 10 MB, what a thousand reports fill; memory stays flat from then on
THERE, NO_WORD = ("there", "EX", "expl"), (",", ",", "punct")  # what may stand before a word while the rules are tried

Use = tuple[int, int, int, bool]
"""A word, its tag and its dependency as spaCy numbers them (0: none), and whether an expletive "there" precedes it."""
Class = tuple[str, int, str, bool]
"""The same for all words that no rule names, taken together as "", and all dependencies that none names, as ""."""


class Word(NamedTuple):
    """What a word is in one of its uses; see `geo.model.Token`."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


class Form(NamedTuple):
    """What the rules say of a class of uses; "" where they leave the dictionary form, the tag or the dependency."""

    pos: str
    morph: str
    lemma: str
    tag: str
    dep: str


@dataclass(frozen=True, slots=True)
class Words:
    """The uses of words seen so far, and whom to ask about others; `words_of` makes one.

    Parameters
    ----------
    vocab, ruler, lemmatizer
        The pipeline's; None for a component that it lacks.
    named
        Words that a rule names, in lower case.
    shapes
        Patterns of words that a rule names.
    deps
        Dependencies that a rule names.
    known, forms, stems
        What has been asked so far: words in a use, classes of uses, and all dictionary forms of a word.
    """

    vocab: "Vocab"
    ruler: Any
    lemmatizer: Any
    named: frozenset[str]
    shapes: tuple[re.Pattern[str], ...]
    deps: frozenset[str]
    known: dict[Use, Word] = field(default_factory=dict)
    forms: dict[Class, Form] = field(default_factory=dict)
    stems: dict[str, frozenset[str]] = field(default_factory=dict)

    def read(self, uses: Sequence[Use]) -> list[Word]:
        """Return what each word is.

        Parameters
        ----------
        uses
            Words of any texts, one after another. One without a tag is of a sentence that was not parsed.
        """
        if len(self.known) > MOST:
            self.known.clear()
        unknown = set(uses).difference(self.known)
        self.known.update((use, self._bare(use)) for use in unknown if not use[1])
        tagged = [use for use in unknown if use[1]]
        self.known.update(zip(tagged, self._looked_up(tagged), strict=True))
        return [*map(self.known.__getitem__, uses)]

    def dictionary_forms(self, word: str) -> frozenset[str]:
        """Return what a word in lower case may be a form of, whatever its part of speech, and the word itself."""
        if word not in self.stems:
            if len(self.stems) > MOST:
                self.stems.clear()
            self.stems[word] = frozenset((word, *self._stems(word)))
        return self.stems[word]

    def _stems(self, word: str) -> Iterator[str]:
        lookups = getattr(self.lemmatizer, "lookups", None)
        for exceptions in lookups.get_table("lemma_exc", {}).values() if lookups else ():
            yield from exceptions.get(word, ())
        for rules in lookups.get_table("lemma_rules", {}).values() if lookups else ():
            yield from (word.removesuffix(old) + new for old, new in rules if word.endswith(old))

    def _bare(self, use: Use) -> Word:
        text = self.vocab.strings[use[0]]
        return Word(text, text.lower(), "", "", "")

    def _looked_up(self, uses: Sequence[Use]) -> Iterator[Word]:
        from spacy.tokens import Doc

        forms = self._forms_of(uses)
        texts, tags, deps = ([self.vocab.strings[use[column]] for use in uses] for column in range(3))
        doc = Doc(self.vocab, texts, pos=[f.pos for f in forms], morphs=[f.morph for f in forms])
        doc = self.lemmatizer(doc) if self.lemmatizer and uses else doc
        for token, form, tag, dep in zip(doc, forms, tags, deps, strict=True):
            text = token.lower_
            lemma = ASTRAY.get(text) or (form.lemma or token.lemma_ or text).lower()
            lemma = text if dep == "prep" and text == "following" else lemma  # a preposition like "after", no "follow"
            yield Word(token.text, lemma, form.pos, form.tag or tag, form.dep or dep)

    def _forms_of(self, uses: Sequence[Use]) -> list[Form]:
        classes = [self._class(use) for use in uses]
        new = {kind: use for kind, use in zip(classes, uses, strict=True) if kind not in self.forms}
        self.forms.update(zip(new, self._ruled(list(new.values())), strict=True))
        return [self.forms[kind] for kind in classes]

    def _class(self, use: Use) -> Class:
        word, dep = self.vocab.strings[use[0]].lower(), self.vocab.strings[use[2]]
        named = word in self.named or word.isspace() or any(shape.search(word) for shape in self.shapes)
        return (word if named else "", use[1], dep if dep in self.deps else "", use[3])

    def _ruled(self, uses: Sequence[Use]) -> Iterator[Form]:
        """Try the rules on words, each kept from the next by one that no rule names."""
        from spacy.tokens import Doc

        name = self.vocab.strings
        row = [w for use in uses for w in (THERE if use[3] else NO_WORD, (name[use[0]], name[use[1]], name[use[2]]))]
        words, tags, deps = ([w[column] for w in row] for column in range(3))
        doc = Doc(self.vocab, words, tags=tags, deps=deps)
        doc = self.ruler(doc) if self.ruler and uses else doc
        for token, tag, dep in list(zip(doc, tags, deps, strict=True))[1::2]:
            new_tag, new_dep = (now if now != was else "" for now, was in ((token.tag_, tag), (token.dep_, dep)))
            yield Form(token.pos_, str(token.morph), token.lemma_, new_tag, new_dep)


def words_of(pipeline: "Pipeline") -> Words:
    """Return the words of a pipeline, none of them known yet.

    Parameters
    ----------
    pipeline
        A loaded pipeline; its lists of words become sets, since it searches lists from end to end.
    """
    parts = dict(pipeline.pipeline)
    lookups = getattr(parts.get(LEMMATIZER), "lookups", None)
    index = lookups.get_table(INDEX) if lookups and lookups.has_table(INDEX) else {}
    index.update({pos: frozenset(words) for pos, words in index.items()})
    ruler: Any = parts.get(RULER)
    tokens = [token for rule in (ruler.patterns if ruler else ()) for run in rule["patterns"] for token in run]
    words, deps = (list(_mentioned(tokens, attribute)) for attribute in ("LOWER", "DEP"))
    shapes = [re.compile(word[1]) for word in words if word[0] == "REGEX"]
    named_deps = {dep for _, dep in deps}
    if any(set(token) - UNDERSTOOD for token in tokens):
        shapes, named_deps = [EVERY_WORD], {*named_deps, *getattr(parts.get("parser"), "labels", ())}
    named = frozenset(word for kind, word in words if kind != "REGEX")
    return Words(pipeline.vocab, ruler, parts.get(LEMMATIZER), named, tuple(shapes), frozenset(named_deps))


def _mentioned(tokens: Iterable[dict[str, Any]], attribute: str) -> Iterator[tuple[str, str]]:
    """Yield (how, value) for each value of an attribute that a token of a rule wants, or wants not to see."""
    for token in tokens:
        wanted = token.get(attribute, ())
        for how, values in wanted.items() if isinstance(wanted, dict) else [("IN", wanted)]:
            yield from ((how, value) for value in ([values] if isinstance(values, str) else values))
