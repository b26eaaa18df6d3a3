"""A telling -> whether its words say too little to make an incident."""

from geo.incidents.what.events import POINTING_BACK, Event
from geo.incidents.what.needs.evident import is_in_body
from geo.incidents.what.threats import is_threat
from geo.model import Incident, Parse, Token
from geo.syntax import children, is_passive, subjects
from geo.syntax.tags import FINITE, OBJECTS, VERBS

TOWN = 3  # precision up to which a place is no wider than a district
ONE = frozenset({"he", "she", "him", "her"})


def says_nothing(parse: Parse, event: Event, incident: Incident) -> bool:
    """Tell whether too little is said for one event: no day, number or place, and nobody in particular.

    "Attacks" without a number are many events, wherever they were, unless somebody carried them out there at one time.

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    incident
        What was read of it.
    """
    token = parse.tokens[event.main.index]
    dated = incident.when is not None and incident.when.precision in {"day", "days"}
    many = event.main.noun and token.tag == "NNS" and not _is_counted(parse, token)
    many = many and event.within is None  # of attacks told one by one with their places each is one
    counted = any(t.count.best for t in event.tolls)
    if dated or counted or (incident.stage == "threatened" and incident.where):
        return False
    if incident.stage == "threatened" and event.arguments.patients and is_threat(parse, event.main):
        return False
    told_of = incident.type == "battle" or incident.modality == "claimed" or _is_carried_out(parse, event)
    in_town = incident.where is not None and incident.where.precision <= TOWN
    once = in_town and (_strikes_once(parse, event) or _is_whole_line(parse, event))
    if many and not (incident.where and told_of) and not once:
        return True
    return not (incident.where or _is_particular(parse, event))


def _is_counted(parse: Parse, noun: Token) -> bool:
    """Tell whether a number stands before a noun, on whichever of its words: "three mortar rounds"."""
    own = (noun, *children(parse, noun.index, "compound"))
    return any(children(parse, t.index, "nummod") for t in own)


def _strikes_once(parse: Parse, event: Event) -> bool:
    """Tell whether a verb says what a noun's deeds hit at one time: "strikes hit a bridge", "rockets landed in"."""
    verbs = (t.index for t in event.triggers if not t.noun and t.type != "effect")
    return any(parse.tokens[i].tag == "VBD" and not children(parse, i, "aux") for i in verbs)


def _is_whole_line(parse: Parse, event: Event) -> bool:
    """Tell whether deeds with their doer are all that a line says, as a round-up does: "Saudi airstrikes on Marib"."""
    token = parse.tokens[event.main.index]
    sentence = parse.sentences[token.sentence]
    verbs = (t for t in parse.tokens[sentence.first : sentence.last] if t.pos in VERBS and t.tag in FINITE)
    return token.dep == "ROOT" and bool(event.arguments.perpetrators) and not any(verbs)


def _is_carried_out(parse: Parse, event: Event) -> bool:
    """Tell whether somebody did a noun's deeds at one time: "carried out airstrikes", "airstrikes were launched"."""
    token = parse.tokens[event.main.index]
    below = token.dep in OBJECTS and parse.tokens[token.head].pos == "VERB"
    return below and bool(event.arguments.perpetrators) and _is_past(parse, token.head)


def _is_particular(parse: Parse, event: Event) -> bool:
    """Tell whether a sufferer is more than a kind, or somebody did something to somebody at one time ("had fired")."""
    went_off = () if event.main.noun else event.arguments.weapons  # "a device exploded"
    if any(_is_one(parse, i) for i in (*event.arguments.patients, *went_off)) or _is_done_to_one(parse, event):
        return True
    whom = bool(event.arguments.patients) or len(event.main.tokens) > 1  # "mined the road" is one word for both
    whole = bool(event.arguments.perpetrators) and whom
    return whole and not event.main.noun and _is_past(parse, event.main.index)


def _is_done_to_one(parse: Parse, event: Event) -> bool:
    """Tell whether words that need no weapon beside them speak of one person by a pronoun: "shot him in the neck"."""
    verbs = [t.index for t in event.triggers if not t.noun and (not t.weak or is_in_body(parse, t.index))]
    objects = [c.index for v in verbs for c in children(parse, v, "dobj")]
    suffer = [i for v in verbs if is_passive(parse, v) for i in subjects(parse, v)]
    return any(parse.tokens[i].lemma in ONE for i in (*objects, *suffer))


def _is_past(parse: Parse, verb: int) -> bool:
    """Tell whether a verb speaks of one time in the past, as "fired", "had fired" do and "has fired" does not."""
    helpers = {t.text.lower() for t in children(parse, verb, "aux", "auxpass")}
    return (parse.tokens[verb].tag == "VBD" and not helpers) or bool(helpers & {"had", "was", "were"})


def _is_one(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if token.pos == "PROPN" or token.tag == "NN":
        return True
    return bool(children(parse, index, "nummod", "appos")) or any(
        t.lemma in POINTING_BACK for t in children(parse, index, "det", "poss")
    )
