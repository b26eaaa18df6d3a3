"""Where the hurt are taken and die, which is not where they came to harm: "died at a clinic in Khujand"."""

from geo.incidents.what.events import Event
from geo.incidents.what.harm import only_harms
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import ancestors, children, clause_of, upward

BODIES = frozenset({"body", "corpse", "bodies", "corpses"})
DIES = frozenset({"die", "succumb", "expire"})


def is_in_care(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a word only says in which hospital, or where, those lie or died whom an event befell.

    Parameters
    ----------
    parse, index
        The text, and the token index of a place's name, or of a word for a hospital.
    event
        Token index of the event's trigger.
    """
    verb = clause_of(parse, index)
    if _lie_there(parse, index, event):
        return True
    if parse.tokens[verb].lemma not in word_class("cared_for") or _came_then(parse, event, verb):
        return False
    if _died_where(parse, index, event) or _are_taken_there(parse, index, event, verb):
        return True
    phrase = [parse.tokens[index]]
    for token in ancestors(parse, index):
        if token.index == verb:
            break
        phrase.append(token)
    own = parse.tokens[parse.tokens[index].head].head == verb
    beside = parse.tokens[verb:index] if own else ()  # "in hospital in Kampala"
    return any(token.dep == "pobj" and _is_house(parse, token) for token in (*phrase, *beside)) or any(
        token.dep == "nsubj" and _is_of_house(parse, token) for token in phrase
    )


def _lie_there(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a name is where bodies are kept: "saw 14 bodies at the morgue in Jinotega"."""
    house = parse.tokens[parse.tokens[parse.tokens[index].head].head]
    return parse.tokens[event].lemma in BODIES and house.dep == "pobj" and _is_house(parse, house)


def _died_where(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a name is where those died later whom a verb takes there: "was flown to Colombo, where he died"."""
    dies = parse.tokens[event].lemma in DIES and parse.tokens[parse.tokens[index].head].lemma == "to"
    return dies and any(t.dep == "relcl" and t.head == index for t in upward(parse, event))


def _are_taken_there(parse: Parse, index: int, event: int, verb: int) -> bool:
    """Tell whether a name is where a verb takes the dead or the hurt: "30 wounded were flown to Bria"."""
    word, to = parse.tokens[event], parse.tokens[parse.tokens[index].head]
    noun = parse.tokens[word.head] if word.dep in {"amod", "acl"} else word
    return to.lemma == "to" and to.head == verb == noun.head and noun.dep in {"nsubj", "nsubjpass", "dobj"}


def is_time_in_care(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a time is when those lay or died in hospital whom an event befell: "…, where one died on Sunday".

    Parameters
    ----------
    parse, index, event
        As for `is_in_care`; the word is a time's.
    """
    verb = parse.tokens[clause_of(parse, index)]
    within = any(t.index == verb.index for t in upward(parse, event))
    return verb.dep == "relcl" and not within and _is_house(parse, parse.tokens[verb.head])


def _is_house(parse: Parse, token: Token) -> bool:
    written = token.text.lower()
    before = parse.tokens[token.index - 1].text.lower() if token.index else ""
    return not word_class("hospital").isdisjoint({token.lemma.lower(), written, f"{before} {written}"})


def _is_of_house(parse: Parse, token: Token) -> bool:
    """Tell whether a noun is for those who look after the hurt: "hospital staff in Diffa", "the clinic at Kaya"."""
    named = [token, *children(parse, token.index, "compound", "nmod")]
    return token.lemma in word_class("carer") or any(_is_house(parse, t) for t in named)


def _came_then(parse: Parse, event: int, verb: int) -> bool:
    """Tell whether an event came while people lay there: "patients died at the hospital when shells hit it"."""
    for token in upward(parse, event):
        if token.index == verb:
            return False
        if token.dep == "advcl" and token.head == verb:
            return bool(children(parse, token.index, "mark", "advmod", "nsubj"))  # not "treated 30 wounded"
    return False


def tells_of_care(parse: Parse, event: Event) -> bool:
    """Tell whether an event's words only say whom it befell and in which hospital they lie or died."""
    if event.arguments.perpetrators or not (event.is_result or only_harms(parse, event)):
        return False
    own = parse.sentence_tokens(parse.sentences[event.sentence])
    houses = (t for t in own if _is_house(parse, t) or (t.dep == "nsubj" and _is_of_house(parse, t)))
    return any(is_in_care(parse, token.index, event.main.index) for token in houses)
