"""All that the cues of a text say, read one by one, each with the stretch of text that it speaks of.

`speakers` puts them together: quotations, relays, and who is meant by "he".
"""

from collections.abc import Callable, Iterator
from functools import cache

from geo.attribution.blaming import accuses, avows, lays, owns
from geo.attribution.falsity import belies, bogus, denial_of, retracts, untrue, withdraws
from geo.attribution.hedges import qualifies, rumours
from geo.attribution.putting import puts, seems, speaks_of
from geo.attribution.said import Said
from geo.attribution.saying import says
from geo.attribution.sources import cites, heard, quotes_as, relays, saw, source_of
from geo.lexicon.shared import cues
from geo.model import Parse, Token

READERS: tuple[Callable[[Parse, Token, str | None], Iterator[Said]], ...] = (
    says,
    speaks_of,
    puts,
    seems,
    accuses,
    lays,
    source_of,
    cites,
    quotes_as,
    relays,
    heard,
    saw,
    owns,
    avows,
    qualifies,
    untrue,
    belies,
    bogus,
    denial_of,
    retracts,
    withdraws,
    rumours,
)


def read(parse: Parse, source: str | None) -> tuple[Said, ...]:
    """Return all that the cues of a text say, in the order of the cues.

    Parameters
    ----------
    parse, source
        The text, and the outlet whose text this is: it does not relay what it is told itself.
    """
    begin = _first_words()
    may_be_cues = [token for token in parse.tokens if token.lemma in begin or token.text.lower() in begin]
    return tuple(said for token in may_be_cues for reader in READERS for said in reader(parse, token, source))


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which a cue begins: few of a text's words, so that few are asked by all the readers."""
    return frozenset(cue.split()[0] for cue, kind in cues() if kind != "speaker")
