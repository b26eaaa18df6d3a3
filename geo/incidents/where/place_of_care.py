"""Where those lie or died whom an event befell: the last hint at where it was."""

from geo.incidents.in_care import is_in_care
from geo.incidents.what.events import Event
from geo.incidents.where.on_map import where
from geo.incidents.where.place_names import candidates
from geo.model import Parse, Toponym, Where


def place_of_care(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> Where | None:
    """Return where those lie whom an event befell, as a place that is inherited: they may have been brought from near.

    Parameters
    ----------
    parse, event
        The text, and one whose words may name no other place.
    toponyms
        All of the document's.
    """
    sentence = parse.sentences[event.sentence]
    names = [(n, c.head) for c in candidates(parse, sentence, toponyms) if (n := c.toponym) is not None]
    there = (n for n, head in names if toponyms[n].place and is_in_care(parse, head, event.main.index))
    return next((where(parse, n, toponyms[n], inherited=True) for n in there), None)
