"""What a word is where it stands: its part of speech and dictionary form, as the pipeline's own rules have them.

Those rules look at a word, its tag and its dependency, and at a "there" before it ("there was"); spaCy tries all of
them on every word of a text. Here they are tried once on each way in which a word is used: the answers are the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

RULES = ("attribute_ruler", "lemmatizer")  # spaCy's components, in the order in which they work
MOST = 100_000  # uses to remember: some 30 MB
THERE, NO_WORD = ("there", "EX", "expl"), (",", ",", "punct")  # what may stand before a word while the rules are tried

Use = tuple[int, int, int, bool]
"""A word, its tag and its dependency as spaCy numbers them (0: none), and whether an expletive "there" precedes it."""


class Word(NamedTuple):
    """What a word is in one of its uses; see `geo.model.Token`."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


@dataclass(frozen=True, slots=True)
class Words:
    """The uses of words seen so far, and the rules to ask about others."""

    vocab: "Vocab"
    rules: Sequence[Callable[["Doc"], "Doc"]]
    known: dict[Use, Word] = field(default_factory=dict)

    def read(self, uses: Sequence[Use]) -> list[Word]:
        """Return what each word is.

        Parameters
        ----------
        uses
            Words of any texts, one after another.
        """
        if len(self.known) > MOST:
            self.known.clear()
        unknown = [use for use in dict.fromkeys(uses) if use not in self.known]
        self.known.update((use, self._bare(use[0])) for use in unknown if not use[1])
        tagged = [use for use in unknown if use[1]]
        self.known.update(zip(tagged, self._ruled(tagged), strict=True))
        return [self.known[use] for use in uses]

    def _bare(self, word: int) -> Word:
        """Return a word of a sentence that was not parsed."""
        text = self.vocab.strings[word]
        return Word(text, text.lower(), "", "", "")

    def _ruled(self, uses: Sequence[Use]) -> list[Word]:
        """Try the rules on words, each kept from the next by one that no rule knows."""
        from spacy.tokens import Doc

        name = self.vocab.strings
        row = [w for use in uses for w in (THERE if use[3] else NO_WORD, (name[use[0]], name[use[1]], name[use[2]]))]
        words, tags, deps = ([w[column] for w in row] for column in range(3))
        doc = Doc(self.vocab, words=words, tags=tags, deps=deps)
        for rule in self.rules:
            doc = rule(doc)
        tokens = [doc[i] for i in range(1, len(doc), 2)]
        return [Word(t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in tokens]
