"""Whether a verb form is passive, also where the parser took it for something else."""

from geo.model import Parse, Token
from geo.model.remembered import remembered
from geo.syntax.tags import PAST, TENSED, TIMES
from geo.syntax.walks import children

# Harm, and taking, by words whose past is the participle, too.
ALIKE = frozenset({
    "shoot", "burn", "hack", "stab", "beat", "hang", "lead", "drag", "haul", "bundle", "whisk", "rob", "strip",
    "march",
})  # fmt: skip

# Verbs whose passive keeps an object ("men given two years"), and what people are taken as ("taken hostage").
GIVES = frozenset({
    "give", "grant", "offer", "show", "tell", "pay", "deny", "ask", "owe", "teach", "refuse", "award", "call", "name",
    "dub", "nickname", "title", "make", "elect", "appoint", "fine", "charge", "promise", "allow", "send", "hand",
})  # fmt: skip
TAKEN_AS = frozenset({"hostage", "prisoner", "captive"})


@remembered
def is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb form is passive: by its auxiliary, its agent, or as a bare participle on a noun."""
    token = parse.tokens[verb]
    if children(parse, verb, "nsubjpass", "auxpass", "csubjpass") or is_torn_relative(parse, verb):
        return True
    if agents := children(parse, verb, "agent"):
        own = token.tag == "VBD" and children(parse, verb, "nsubj")  # as "he said by telephone" has
        by = (t for agent in agents for t in children(parse, agent.index, "pobj"))
        if not own or any(t.tag == "NNS" for t in by):
            return True  # "two men picked up by soldiers"
    if is_state(parse, token):
        return True
    if token.dep == "conj" and (token.tag == "VBN" or _may_be_participle(parse, token)):  # "killed and nine wounded"
        return not children(parse, verb, "dobj", "aux") and is_passive(parse, token.head)
    bare = token.tag == "VBN" and token.dep == "acl" and not children(parse, verb, "nsubj")
    return bare and not goes_on(parse, token) and not _does_it(parse, token)


def _does_it(parse: Parse, verb: Token) -> bool:
    """Tell whether a past was taken for a participle of its subject: "A bomb killed six people", "youths set on fire".

    What it befell is its object; "taken hostage" and "given two years" have none of that kind.
    """
    things = (t for t in children(parse, verb.index, "dobj") if t.entity not in TIMES)
    return verb.lemma not in GIVES and any(t.lemma not in TAKEN_AS for t in things)


def is_state(parse: Parse, token: Token) -> bool:
    """Tell whether a passive was taken for a state: "was slain"."""
    return token.tag == "VBN" and token.dep == "acomp" and parse.tokens[token.head].lemma == "be"


def _may_be_participle(parse: Parse, token: Token) -> bool:
    """Tell whether a past tense has a participle's form and no object: "were lined up and shot", not "shot back"."""
    beside = {t.lemma for t in children(parse, token.index, "prep", "prt", "advmod")}
    alike = token.tag == "VBD" and token.lemma in ALIKE
    return alike and not children(parse, token.index, "nsubj") and not beside & {"at", "back", "into", "on", "out"}


def is_torn_relative(parse: Parse, verb: int) -> bool:
    """Tell whether a participle right after its noun was taken for the verb of its sentence.

    Parsers do so in "five men abducted off Jolo are missing": the true verb follows, with neither a subject of its own
    nor a mark or a word that would join it.
    """
    token = parse.tokens[verb]
    named = any(t.index == verb - 1 for t in children(parse, verb, "nsubj"))
    if token.tag not in PAST or not named or children(parse, verb, "dobj", "cc", "aux", "ccomp", "xcomp"):
        return False
    return any(_is_bare_finite(parse, t) for t in children(parse, verb, "conj", "advcl", "dep"))


def _is_bare_finite(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb in a tense has nothing before it that would make it a clause beside another."""
    helpers = children(parse, verb.index, "aux", "auxpass")
    first = min((t.index for t in (verb, *helpers)), default=verb.index)
    finite = any(t.tag in TENSED for t in (verb, *helpers))
    own = children(parse, verb.index, "nsubj", "nsubjpass", "expl", "mark", "advmod")
    joined = any(t.index < first for t in own)
    return finite and not joined and parse.tokens[first - 1].pos not in {"PUNCT", "CCONJ"}


def goes_on(parse: Parse, verb: Token) -> bool:
    """Tell whether what was taken for a participle is the next of the verbs: "shot two men, arrested three"."""
    follows = verb.dep == "acl" and parse.tokens[verb.index - 1].text == ","
    return follows and bool(children(parse, verb.index, "dobj"))
