"""A known one's doings, cut short by an event: "the men were riding home when a mine went off" says how it came about.

Such a sentence sets the scene of what the one before it told. Who is not known yet may be in any event.
"""

from geo.incidents.what.events import Event
from geo.incidents.what.one_event.steps import WHEN, verb_of
from geo.model import Parse, Token
from geo.syntax import children, is_known, upward


def is_set_up(parse: Parse, event: Event) -> bool:
    """Tell whether an event is told as what cut short something that a known one was doing or had just done."""
    verb = parse.tokens[verb_of(parse, event.main)]
    for clause in upward(parse, verb.index):
        cut = clause.dep == "advcl" and any(t.lemma in WHEN for t in children(parse, clause.index, "advmod", "mark"))
        if cut and _goes_on(parse, parse.tokens[clause.head]):
            return True
    return False


def _goes_on(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says what a known one was doing, "were riding", "had stopped", "were on their way"."""
    helpers = {t.text.lower() for t in children(parse, verb.index, "aux")}
    doing = (verb.tag == "VBG" and helpers & {"was", "were"}) or (verb.tag == "VBN" and "had" in helpers)
    there = verb.text.lower() in {"was", "were"}
    subjects = children(parse, verb.index, "nsubj", "nsubjpass")
    return bool(doing or there) and any(_is_known(parse, t) for t in subjects)


def _is_known(parse: Parse, token: Token) -> bool:
    named = token.pos in {"PROPN", "PRON"} and token.tag not in {"WP", "WDT", "EX"}
    return named or is_known(parse, token.index)
