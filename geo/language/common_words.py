"""English words that are no names, looked up in the tables that a pipeline holds anyway."""

from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from geo.language.rewriting.capital_names import CALENDAR
from geo.language.rewriting.inflected import CommonWords
from geo.language.words import INDEX, LEMMATIZER
from geo.lexicon import load_rows, load_words
from geo.lexicon.parties import sides
from geo.lexicon.shared import nouns_of
from geo.model import ParticipantKind

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

CALLINGS: tuple[ParticipantKind, ...] = ("person", "civilians", "state_force", "government")
COMMON_PEOPLES = frozenset({"pole", "polish", "swede"})  # "a telephone pole"


@dataclass(frozen=True, slots=True, eq=False)  # so that it can be hashed
class _CommonWords:
    """Words looked up where they stand in the pipeline's tables: a set of their own would hold 4 MB."""

    tables: tuple[Container[str], ...]
    but: Container[str]

    def __contains__(self, word: object) -> bool:
        for table in self.tables:  # no generator: it is asked for every word of a text in capitals
            if word in table:
                return word not in self.but
        return False


def common_words(pipeline: "Pipeline") -> CommonWords:
    """Return the lower-case words that the pipeline's lemmatiser knows, English function words, and callings.

    Parameters
    ----------
    pipeline
        A loaded pipeline.
    """
    tables: list[Container[str]] = [pipeline.Defaults.stop_words]
    if LEMMATIZER in pipeline.pipe_names:
        lookups: Any = cast("Any", pipeline.get_pipe(LEMMATIZER)).lookups
        named = [lookups.get_table(name) for name in (INDEX, "lemma_exc") if name in lookups.tables]
        tables += [part for table in named for part in table.values()]
    return _CommonWords(
        (*tables, nouns_of(*CALLINGS) - sides().keys()), CALENDAR | _peoples() | load_words("proper_nouns")
    )


def _peoples() -> set[str]:
    """Return the words for the people and things of countries, lower-case, unless they are common words as well."""
    rows = (*load_rows("demonyms", ("demonym", "country", "kind")), *load_rows("region_demonyms", ("demonym", "place")))
    return {demonym.lower() for demonym, *_ in rows} - COMMON_PEOPLES
