"""Is a time that of the telling or of what is told: "told the agency on Saturday", "in a statement on Tuesday"."""

from geo.lexicon.shared import cues
from geo.lexicon.triggers import plain_deeds
from geo.model import Parse, Token
from geo.syntax import ancestors, children
from geo.syntax.tags import PRESENT, TIMES, VERBS

ISSUES = frozenset({"issue", "give", "release", "publish", "put", "hand", "send", "make", "circulate", "offer"})
COMES_OUT = frozenset(
    {"appear", "surface", "emerge", "circulate", "arrive", "reach", "come", "publish", "post", "read"}
)
PLAIN = frozenset({"say", "tell"})  # need nothing beside them to be of speech
GUESSES = frozenset({"say", "think", "believe", "suspect", "report", "know"})
NOTED = frozenset({"report", "record", "register"})
WHERE = frozenset({"in", "around", "near", "at", "between", "across", "along"})
NOW = frozenset({"today", "tonight", "now", "this"})


def is_of_speech(parse: Parse, index: int) -> bool:
    """Tell whether a time says when something was told rather than when it happened."""
    for above in ancestors(parse, index):
        if above.pos in VERBS:
            told = not (_ends_content(parse, index, above) or _opens_content(parse, index, above))
            told = told and tells(parse, above) and not _is_of_then(parse, index, above)
            issued = above.dep == "acl" and not children(parse, above.index, "nsubj", "nsubjpass")
            if issued:  # not "sought the release of a nurse seized on Monday"
                return _is_text(parse.tokens[above.head]) and above.lemma not in plain_deeds()
            return told  # not "reports that men had burned it on"
        if above.pos == "NOUN" and above.entity not in TIMES:
            return _is_text(above)
    return False


def _ends_content(parse: Parse, index: int, verb: Token) -> bool:
    """Tell whether a time stands in what is told before who tells it: "shot a judge, 40, on Friday, his son said"."""
    content = min((t.index for t in children(parse, verb.index, "ccomp")), default=index)
    speaker = min((t.index for t in children(parse, verb.index, "nsubj")), default=index)
    return content < index < speaker and any(t.text == "," for t in parse.tokens[index:speaker])


def _opens_content(parse: Parse, index: int, verb: Token) -> bool:
    """Tell whether a time opens what is told around who tells it: "on Friday, the radio adds, jets bombed"."""
    speaker = min((t.index for t in children(parse, verb.index, "nsubj")), default=index)
    inserted = verb.dep in {"parataxis", "ccomp"} and verb.head > verb.index
    return inserted and index < speaker and any(t.text == "," for t in parse.tokens[index:speaker])


def _is_of_then(parse: Parse, index: int, verb: Token) -> bool:
    """Tell whether a time cannot be that of a verb of telling, and so is of what it tells.

    So it is of what it "tells us that on 3 May rebels", of "what it called a raid on 3 May", and of "on 3 May men,
    thought to be rebels", whom parsers take for those who think.
    """
    now = any(t.lemma in NOW for t in (parse.tokens[index], *children(parse, index, "det")))
    guesses = verb.lemma in GUESSES and any(
        t.lemma == "to" for c in children(parse, verb.index, "xcomp") for t in children(parse, c.index, "aux")
    )
    what = any(t.lemma == "what" for t in children(parse, verb.index, "dobj"))
    return what or guesses or (verb.tag in PRESENT and not now) or _is_of_somewhere(parse, index, verb)


def _is_of_somewhere(parse: Parse, index: int, verb: Token) -> bool:
    """Tell whether reports are of a place, and so of a time, too: "clashes were reported in Leer on 3 May"."""
    noted = verb.lemma in NOTED and bool(children(parse, verb.index, "auxpass"))
    noted = noted and not children(parse, verb.index, "agent")
    return noted and (index < verb.index or any(t.lemma in WHERE for t in children(parse, verb.index, "prep")))


def _is_text(token: Token) -> bool:
    """Tell whether a noun is what is said or in which it is: a statement, an interview, responsibility claimed."""
    return any((token.lemma, kind) in cues() for kind in ("paper", "occasion", "owned"))


def tells(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb is one of saying, and used so: not "the bodies were found", "it claimed 12 lives"."""
    says, reports = ((verb.lemma, kind) in cues() for kind in ("says", "reports"))
    if verb.lemma in PLAIN or any(way(parse, verb) for way in (_accuses, _owns, _issues, _comes_out)):
        return True
    if verb.dep == "parataxis" or children(parse, verb.index, "ccomp", "xcomp"):
        return says or reports
    return reports and not _claims(verb) and bool(children(parse, verb.index, "dobj", "nsubjpass"))


def _claims(verb: Token) -> bool:
    return cues().get((verb.lemma, "reports")) == "claimed"


def _accuses(parse: Parse, verb: Token) -> bool:
    return any((f"{verb.lemma} {p.lemma}", "accuses") in cues() for p in children(parse, verb.index, "prep"))


def _issues(parse: Parse, verb: Token) -> bool:
    """Tell whether what a verb gives out is words: "issued a statement today", "gave two accounts on Friday of"."""
    objects = children(parse, verb.index, "dobj")
    return verb.lemma in ISSUES and any(_is_text(o) for o in objects)


def _comes_out(parse: Parse, verb: Token) -> bool:
    """Tell whether words come to be known by a verb: "a message appeared yesterday in which", "was posted today"."""
    return verb.lemma in COMES_OUT and any(_is_text(t) for t in children(parse, verb.index, "nsubj", "nsubjpass"))


def _owns(parse: Parse, verb: Token) -> bool:
    objects = children(parse, verb.index, "dobj")
    return (verb.lemma, "owns") in cues() and any((o.lemma, "owned") in cues() for o in objects)
