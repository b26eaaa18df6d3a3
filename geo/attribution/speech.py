"""All that the cues of a text say, read one by one, each with the stretch of text that it speaks of.

`speakers` puts them together: quotations, relays, and who is meant by "he".
"""

from collections.abc import Callable, Iterator

from geo.attribution.blaming import accuses, lays, owns
from geo.attribution.hedges import qualifies, rumours, untrue
from geo.attribution.said import Said
from geo.attribution.saying import says, seems, speaks_of
from geo.attribution.sources import cites, source_of
from geo.model import Parse, Token

READERS: tuple[Callable[[Parse, Token, str | None], Iterator[Said]], ...] = (
    says,
    speaks_of,
    seems,
    accuses,
    lays,
    source_of,
    cites,
    owns,
    qualifies,
    untrue,
    rumours,
)


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
