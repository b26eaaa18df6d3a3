"""Words that lay what was told at somebody's door without naming it: "blamed the rebels", "it was the work of rebels".

They make no incident, and only join one that was told before.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile

from geo.denials import denial_words
from geo.incidents.speech import sayer
from geo.incidents.who.attackers import revealed
from geo.incidents.who.crediting import BEARS, CREDITS, fighters
from geo.incidents.who.laid import Laid, bodies, disowned, laid_on
from geo.incidents.who.owning import KNOWN, PAPERS, for_whom, is_known_deed, is_of_known, left, owned, worked
from geo.model import Parse, Sentence, Token
from geo.syntax import children, conjuncts, is_passive, prepositional, subjects

FOR_WHAT = ("for", "of", "in", "over")
FALLS = frozenset({"fall", "rest", "focus", "centre", "center"})
BEARING = frozenset({"responsible", "accountable"})
ITEM = re.compile(r"[ \t]*(?:[-*•–]|\(?[A-Za-z0-9]{1,2}[.)])[ \t]")  # how an item of a list begins
LONGEST_ITEM = 8  # sentences
HOLDS = 12  # tokens from "hold" to "responsible"


def laid(parse: Parse, told: Mapping[int, int]) -> Iterator[Laid]:
    """Yield what a text lays at somebody's door without naming the deed, and what others so deny.

    Parameters
    ----------
    parse
        The text.
    told
        The sentences in which something is told, and the character at which that begins: what is denied behind it is
        denied of it, and read there.
    """
    for sentence in parse.sentences:
        first = told.get(sentence.index, sentence.end)
        yield from (
            one for one in _laid_in(parse, sentence, first) if not _is_of_lost_item(parse, sentence.index, told)
        )


def _laid_in(parse: Parse, sentence: Sentence, first: int) -> Iterator[Laid]:
    for token in parse.tokens[sentence.first : sentence.last]:
        if token.lemma in denial_words() and token.start < first and (denial := disowned(parse, token)) is not None:
            yield denial
        ways = WAYS.get(token.lemma, (revealed,) if token.pos == "NOUN" else ())
        every = (*ways, CREDITS[token.lemma]) if token.lemma in CREDITS else ways
        found = next((one for lays in every if (one := lays(parse, token)) is not None), None)
        if found is not None:
            yield found


def _is_of_lost_item(parse: Parse, number: int, told: Mapping[int, int]) -> bool:
    """Tell whether a sentence stands in an item of a list in which nothing was told before it: "B. X claimed it."."""
    start = parse.text.rfind("\n", 0, parse.sentences[number].start) + 1
    if not ITEM.match(parse.text, start):
        return False
    before = takewhile(lambda n: parse.sentences[n].end > start, range(number, max(-1, number - LONGEST_ITEM), -1))
    return not any(n in told for n in before)


def _blamed(parse: Parse, verb: Token) -> Laid | None:
    """Read "residents blamed the rebels" and "police suspect the rebels"."""
    objects = tuple(i for t in children(parse, verb.index, "dobj") for i in conjuncts(parse, t.index))
    if verb.pos != "VERB" or _says_for_what(parse, verb.index, objects) or prepositional(parse, verb.index, ("on",)):
        return None
    passive = is_passive(parse, verb.index)
    doers = subjects(parse, verb.index) if passive else objects
    by = prepositional(parse, verb.index, ("by",)) if passive else subjects(parse, verb.index)
    return laid_on(parse, verb, fighters(parse, doers), by, "accused")


def _attributed(parse: Parse, verb: Token) -> Laid | None:
    """Read "the government attributed it to the rebels"."""
    if verb.pos != "VERB" or not any(t.tag in KNOWN for t in children(parse, verb.index, "dobj", "nsubjpass")):
        return None
    by = prepositional(parse, verb.index, ("by",)) if is_passive(parse, verb.index) else subjects(parse, verb.index)
    return laid_on(parse, verb, bodies(parse, prepositional(parse, verb.index, ("to", "on"))), by, "accused")


def _credited(parse: Parse, verb: Token) -> Laid | None:
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


def _pointed(parse: Parse, finger: Token) -> Laid | None:
    """Read "the governor pointed the finger at the rebels"."""
    verb = parse.tokens[finger.head]
    if verb.lemma == "accuse":  # "pointed accusing fingers at", as parsers read it
        verb = parse.tokens[verb.head]
    if finger.dep not in {"dobj", "nsubjpass"} or verb.lemma != "point":
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
    if verb.pos != "VERB" or not any(is_known_deed(parse, t) for t in done):
        return None
    doers = prepositional(parse, verb.index, ("by",)) if passive else subjects(parse, verb.index)
    said = sayer(parse, verb.index)
    by = () if said is None else subjects(parse, said)
    if said is not None and verb.tag != "VBP" and any(parse.tokens[i].lemma == "we" for i in doers):
        return laid_on(parse, verb, for_whom(parse, by, parse.tokens[said], verb), by, "claimed")
    return laid_on(parse, verb, bodies(parse, doers), by, "accused" if by else "fact", though_unsure=True)


WAYS: dict[str, tuple[Callable[[Parse, Token], Laid | None], ...]] = {
    "claim": (owned,),
    "take": (owned,),
    "lay": (owned,),
    "give": (_credited,),
    "blame": (_blamed, _attributed),
    "suspect": (_blamed,),
    "accuse": (_blamed,),
    "implicate": (_blamed,),
    "finger": (_pointed,),
    "suspicion": (_fallen,),
    "hallmark": (_marked,),
    **dict.fromkeys(PAPERS, (left,)),
    **dict.fromkeys(("commit", "perpetrate", "carry", "stage", "order", "do"), (_done,)),
    "attribute": (_attributed,),
    "ascribe": (_attributed,),
    "pin": (_attributed,),
    "hold": (_held,),
    "work": (worked,),
    "handiwork": (worked,),
    **dict.fromkeys(("accept", "assert", "admit", "acknowledge", "assume"), (owned,)),
    **dict.fromkeys(("signature", "trademark"), (_marked,)),
    "doing": (worked,),
}


def _says_for_what(parse: Parse, verb: int, objects: tuple[int, ...]) -> bool:
    """Tell whether somebody is accused of something said, which parsers hang on whom they accuse, too."""
    if not all(is_of_known(parse, verb, verb, word) for word in FOR_WHAT):
        return True
    return any(parse.tokens[i].pos != "PROPN" for n in objects for i in prepositional(parse, n, ("of", "in", "for")))
