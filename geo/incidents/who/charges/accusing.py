"""Words by which others lay what was told at somebody's door without naming it: "blamed the rebels"."""

from geo.denials import violence
from geo.incidents.speech import sayer, speakers
from geo.incidents.who.charges.callers import bodies
from geo.incidents.who.charges.laid import Laid, Lays, fighters, holders, laid_on
from geo.incidents.who.charges.owning import IT, PRONOUN_TAGS, for_whom, is_known_deed, is_of_known, to_whom
from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import whose_members
from geo.model import Parse, Token
from geo.syntax import agents, children, conjuncts, is_passive, listed_objects, prepositional, subjects
from geo.syntax.tags import OBJECTS, PAST

FOR_WHAT = ("for", "of", "in", "over")
FALLS = frozenset({"fall", "rest", "focus", "centre", "center"})
BEARING = frozenset({"responsible", "accountable"})
HOLDS = 12  # tokens from "hold" to "responsible"
GIVES = frozenset({"lay", "put", "place", "pin", "fix", "assign", "attribute", "ascribe", "heap"})
ON_WHOM = ("on", "upon", "at", "to", "with")
BEARS = frozenset({"bear", "have", "carry", "show"})
STANDS = frozenset({"be", "stand"})
SEES = frozenset({"see", "detect", "suspect", "sense", "recognise", "recognize", "discern", "find", "read", "smell"})
LONGEST_NOTE = 6  # tokens
OWN = frozenset({"its", "their"})


def _blamed(parse: Parse, verb: Token) -> Laid | None:
    """Read "residents blamed the rebels" and "police suspect the rebels"."""
    objects = listed_objects(parse, verb.index)
    if verb.pos != "VERB" or _says_for_what(parse, verb.index, objects) or prepositional(parse, verb.index, ("on",)):
        return None
    doers = subjects(parse, verb.index) if is_passive(parse, verb.index) or _is_note(parse, verb) else objects
    whom = fighters(parse, doers) or tuple(i for i in doers if _is_named_person(parse, i))
    return laid_on(parse, verb, whom, agents(parse, verb.index), "accused")


def _is_note(parse: Parse, verb: Token) -> bool:
    """Tell whether a note leaves out who blames, and the verb's "were": "Tigers blamed.", "BRA SUSPECTED."."""
    sentence = parse.sentences[verb.sentence]
    last = parse.tokens[sentence.last - 1]
    ends = verb.index >= sentence.last - (1 if last.pos != "PUNCT" else 2)
    return ends and verb.tag in PAST and sentence.last - sentence.first <= LONGEST_NOTE


def _is_named_person(parse: Parse, noun: int) -> bool:
    """Tell whether somebody is named: "blamed Shire Awale", "blamed a rival broker, Shire Awale"."""
    asides = children(parse, noun, "appos")
    return any(t.entity == "PERSON" for t in (parse.tokens[noun], *asides))


def _says_for_what(parse: Parse, verb: int, objects: tuple[int, ...]) -> bool:
    """Tell whether somebody is accused of something said, which parsers hang on whom they accuse, too."""
    if not all(is_of_known(parse, verb, verb, word) for word in FOR_WHAT):
        return True
    told = (
        i for n in objects for i in prepositional(parse, n, ("of", "in", "for")) if i not in whose_members(parse, n)
    )
    return any(parse.tokens[i].pos != "PROPN" for i in told)


def _attributed(parse: Parse, verb: Token) -> Laid | None:
    """Read "the government attributed it to the rebels"."""
    if verb.pos != "VERB" or not any(t.tag in PRONOUN_TAGS for t in children(parse, verb.index, "dobj", "nsubjpass")):
        return None
    whom = bodies(parse, prepositional(parse, verb.index, ("to", "on")))
    return laid_on(parse, verb, whom, agents(parse, verb.index), "accused")


def _given_credit(parse: Parse, verb: Token) -> Laid | None:
    """Read "leaflets gave the credit to the Front"."""
    credit = next((t for t in children(parse, verb.index, "dobj") if t.lemma == "credit"), None)
    if credit is None or not is_of_known(parse, credit.index, verb.index, "for"):
        return None
    doers = bodies(parse, prepositional(parse, verb.index, ("to",)))
    return laid_on(parse, verb, doers, subjects(parse, verb.index), "accused")


def _held(parse: Parse, verb: Token) -> Laid | None:
    """Read "she holds the police responsible"."""
    bearing = next((t for t in parse.tokens[verb.index : verb.index + HOLDS] if t.lemma in BEARING), None)
    if verb.pos != "VERB" or bearing is None or is_passive(parse, verb.index):
        return None
    below = (*children(parse, bearing.index, "nsubj"), *children(parse, verb.index, "dobj"))
    held = tuple(i for t in below for i in conjuncts(parse, t.index))
    known = is_of_known(parse, bearing.index, verb.index, "for")
    return laid_on(parse, verb, bodies(parse, held), subjects(parse, verb.index), "accused") if known else None


def _fingered(parse: Parse, finger: Token) -> Laid | None:
    """Read "the governor pointed the finger at the rebels"."""
    verb = parse.tokens[finger.head]
    if verb.lemma == "accuse":  # "pointed accusing fingers at", as parsers read it
        verb = parse.tokens[verb.head]
    if finger.dep not in OBJECTS or verb.lemma != "point":
        return None
    by = () if is_passive(parse, verb.index) else subjects(parse, verb.index)
    whom = (i for at in (verb.index, finger.head) for i in prepositional(parse, at, ("at", "to")))
    return laid_on(parse, verb, bodies(parse, tuple(dict.fromkeys(whom))), by, "accused")


def _fallen(parse: Parse, suspicion: Token) -> Laid | None:
    """Read "suspicion fell on the rebels"."""
    verb = parse.tokens[suspicion.head]
    if suspicion.dep != "nsubj" or verb.lemma not in FALLS:
        return None
    return laid_on(parse, verb, bodies(parse, prepositional(parse, verb.index, ("on", "upon"))), (), "accused")


def _seen(parse: Parse, hand: Token) -> Laid | None:
    """Read "residents see in it the hand of the rebels"."""
    verb = parse.tokens[hand.head]
    no = any(t.lemma == "no" for t in children(parse, hand.index, "det"))
    if hand.dep != "dobj" or no or verb.lemma not in SEES:
        return None
    whom = fighters(parse, prepositional(parse, hand.index, ("of",)))
    return laid_on(parse, verb, whom, subjects(parse, verb.index), "accused")


def _marked(parse: Parse, hallmark: Token) -> Laid | None:
    """Read "the blast bore the hallmarks of the rebels"."""
    doers = bodies(parse, prepositional(parse, hallmark.index, ("of",)))
    if hallmark.lemma != "hallmark":  # "the letter bears the signature of the governor"
        doers = fighters(parse, doers) if parse.tokens[hallmark.head].lemma in BEARS else ()
    return laid_on(parse, hallmark, doers, (), "possible", though_unsure=True) if hallmark.dep == "dobj" else None


def _done(parse: Parse, verb: Token) -> Laid | None:
    """Read "soldiers did it" and "the crime was committed by soldiers"."""
    passive = is_passive(parse, verb.index)
    done = children(parse, verb.index, "nsubjpass" if passive else "dobj")
    shot = verb.lemma == "do"  # "have done the shooting"
    if verb.pos != "VERB" or not any(is_known_deed(parse, t) or (shot and _is_the_deed(parse, t)) for t in done):
        return None
    doers = agents(parse, verb.index)
    said, by = sayer(parse, verb.index), speakers(parse, verb.index)
    own = any(t.lemma in OWN for i in doers for t in children(parse, i, "poss"))  # "the Front said its men laid it"
    if own and fighters(parse, by):
        return laid_on(parse, verb, (*fighters(parse, by), *bodies(parse, doers)), by, "claimed")
    ours = {"we", "it", "they"} if fighters(parse, by) else {"we"}  # "the Front said that it had done it"
    if said is not None and verb.tag != "VBP" and any(parse.tokens[i].lemma in ours for i in doers):
        return laid_on(parse, verb, for_whom(parse, by, parse.tokens[said], verb), by, "claimed")
    return laid_on(parse, verb, bodies(parse, doers), by, "accused" if by else "fact", though_unsure=True)


def _is_the_deed(parse: Parse, noun: Token) -> bool:
    return noun.lemma in violence() and any(t.lemma == "the" for t in children(parse, noun.index, "det"))


def _laid_at(parse: Parse, noun: Token) -> Laid | None:
    """Read "laid responsibility on the rebels", "puts the blame on"."""
    verb = parse.tokens[noun.head]
    if noun.dep not in OBJECTS or verb.lemma not in GIVES or _is_of_named(parse, noun, verb):
        return None
    whom = [i for t in (verb, noun) for i in prepositional(parse, t.index, ON_WHOM)]
    return laid_on(parse, verb, fighters(parse, whom), agents(parse, verb.index), "accused")


def _at_door(parse: Parse, door: Token) -> Laid | None:
    """Read "laid the killing at the door of the rebels"."""
    preposition = parse.tokens[door.head]
    above = parse.tokens[preposition.head]
    verb = above if above.pos == "VERB" else parse.tokens[above.head]
    if preposition.lemma != "at" or verb.lemma not in GIVES:
        return None
    whom = bodies(parse, prepositional(parse, door.index, ("of",)))
    return laid_on(parse, verb, whom, agents(parse, verb.index), "accused")


def _behind(parse: Parse, word: Token) -> Laid | None:
    """Read "the rebels are behind it" and "said its men were behind it"."""
    verb = parse.tokens[word.head]
    it = any(t.text.lower() in IT for t in children(parse, word.index, "pobj"))
    if not it or verb.lemma not in STANDS:
        return None
    doers = subjects(parse, verb.index)
    own = tuple(i for i in doers if children(parse, i, "poss"))  # "its men"
    return laid_on(
        parse, verb, fighters(parse, doers) or own, speakers(parse, verb.index), "accused", though_unsure=True
    )


def _pointed_to(parse: Parse, verb: Token) -> Laid | None:
    """Read "police point to the rebels"."""
    if verb.pos != "VERB" or children(parse, verb.index, "dobj", "xcomp"):
        return None
    whom = holders(parse, prepositional(parse, verb.index, ("to", "at")))
    return laid_on(parse, verb, whom, subjects(parse, verb.index), "accused")


def _came_from(parse: Parse, verb: Token) -> Laid | None:
    """Read "the fire came from the rebel lines" and "the shells had come from positions of the rebels"."""
    flew = list(children(parse, verb.index, "nsubj"))
    if verb.dep == "xcomp":  # "the fire is reported to have come"
        flew += children(parse, verb.head, "nsubjpass")
    flew = [t for t in flew if t.lemma == "fire" or is_weapon(parse, t.index)]
    if not any(t.lemma == "the" for noun in flew for t in children(parse, noun.index, "det")):
        return None
    whom = holders(parse, prepositional(parse, verb.index, ("from",)))
    by = speakers(parse, verb.index)
    return laid_on(parse, verb, whom, by, "accused" if by else "fact", though_unsure=True)


def _responsible(parse: Parse, adjective: Token) -> Laid | None:
    """Read "the governor said the rebels were responsible"."""
    be = parse.tokens[adjective.head]
    if be.lemma != "be" or not is_of_known(parse, adjective.index, be.index, "for"):
        return None
    held = subjects(parse, be.index)
    whom = fighters(parse, held) or tuple(i for i in held if _is_named_person(parse, i))
    return laid_on(parse, be, whom, speakers(parse, be.index), "accused")


def _traced(parse: Parse, verb: Token) -> Laid | None:
    """Read "police traced it to the rebels" and "put it down to the rebels"."""
    put = verb.lemma != "put" or any(t.lemma == "down" for t in children(parse, verb.index, "prt", "advmod", "prep"))
    if not put or not any(t.text.lower() in IT for t in children(parse, verb.index, "dobj", "nsubjpass")):
        return None
    return laid_on(parse, verb, fighters(parse, to_whom(parse, verb)), agents(parse, verb.index), "accused")


def _is_of_named(parse: Parse, noun: Token, verb: Token) -> bool:
    """Tell whether it is said for what, so that the deed's own words tell of it: "blame for the raid"."""
    return any(prepositional(parse, t.index, ("for",)) for t in (noun, verb))


ACCUSES: dict[str, tuple[Lays, ...]] = {
    "blame": (_blamed, _attributed, _laid_at),
    **dict.fromkeys(("suspect", "accuse", "implicate"), (_blamed,)),
    **dict.fromkeys(("attribute", "ascribe", "pin"), (_attributed,)),
    **dict.fromkeys(("responsibility", "guilt"), (_laid_at,)),
    **dict.fromkeys(("commit", "perpetrate", "carry", "stage", "order", "do", "lay", "plant"), (_done,)),
    **dict.fromkeys(("hallmark", "signature", "trademark"), (_marked,)),
    **dict.fromkeys(("link", "trace", "put"), (_traced,)),
    "give": (_given_credit,),
    "hold": (_held,),
    "come": (_came_from,),
    **dict.fromkeys(BEARING, (_responsible,)),
    "finger": (_fingered,),
    "hand": (_seen,),
    "point": (_pointed_to,),
    "suspicion": (_fallen,),
    "door": (_at_door,),
    "behind": (_behind,),
}
"""The words, and the ways in which each may lay something at somebody's door."""
