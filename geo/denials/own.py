"""What speakers say of their own side: that it did not do it, or lost nothing."""

from geo.denials.rebutting import is_known_matter
from geo.denials.whose import HOLDS
from geo.denials.words import OWN_POSSESSIVES, PARTS, SELF, deeds, deeds_told, forces, marked
from geo.lexicon import load_words, word_class
from geo.model import Parse, Token
from geo.syntax import children, is_known, is_passive, prepositional, subjects, subtree
from geo.syntax.tags import PLURAL

ANY = frozenset({"any", "single", "one", "anything"})
FIRES = frozenset({
    "fire", "launch", "drop", "use", "carry", "conduct", "order", "take", "touch", "hit", "harm", "target",
})  # fmt: skip
TAKES = frozenset({"take", "have", "play"})
BEHIND = frozenset({
    "behind", "responsible", "involved", "guilty", "implicated", "concerned", "complicit", "privy", "party",
    "accountable", "answerable", "culpable", "connected",
})  # fmt: skip
SHARES_IN = frozenset({"involve", "participate", "implicate", "concern", "engage", "connect"})
HAPPENS = frozenset({"be", "happen", "occur", "take"})
ALONE = frozenset({"he", "she", "his", "her"})
SEVERAL = frozenset({"police", "army", "government", "ministry", "military", "press", "they", "it", "we"})
LOSSES = frozenset({"loss", "casualty", "defeat"})
HARMS = frozenset({"harm", "hurt", "target", "mistreat", "touch"})
ARE_OF = frozenset({"be", "come", "belong", "originate", "hail"})


def is_of_own(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb rebuts what its speaker's own side did or lost: "denies that its planes crossed the border".

    So it is of "denied it had lost any aircraft", "denied having a hand in it" and "denied that the raiders came from
    his district", not of "denied it had run out of fuel".
    """
    if verb.lemma not in marked("rebuts"):
        return False
    objects = children(parse, verb.index, "dobj")
    if any(t.lemma in LOSSES for t in objects):
        return True
    clauses = rebutted(parse, verb)
    if any(_is_of_any(parse, c, objects) for c in clauses):
        return True
    return any(_is_own_deed(parse, c) for c in clauses if agrees(parse, verb, c))


def rebutted(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Return the clauses that a verb rebuts: "denied that …", "denied having …", "rejected the claim that …"."""
    if verb.lemma not in marked("rebuts"):
        return ()
    charges = (
        t for t in children(parse, verb.index, "dobj") if t.lemma in marked("charge")
    )  # "the claim that its men"
    return tuple(c for t in (verb, *charges) for c in children(parse, t.index, "ccomp", "xcomp", "pcomp", "acl"))


def _is_of_any(parse: Parse, clause: Token, objects: tuple[Token, ...]) -> bool:
    """Tell whether a clause is of a deed of, or to, any that there might be: "denied that any plane had flown"."""
    who = children(parse, clause.index, "nsubj", "nsubjpass", "attr") or objects  # "denied any huts were burned"
    some = tuple(parse.tokens[i] for s in who if s.lemma in ANY for i in prepositional(parse, s.index, ("of",)))
    nouns = [s for s in who if any(t.lemma in ANY for t in (s, *children(parse, s.index, "det", "amod")))]
    # "denied there was any battle", "… that anything had happened"
    told = forces() | deeds_told().keys() | {"anything"}
    return any(s.lemma in told or clause.lemma in deeds() - HOLDS for s in (*nouns, *some))


def agrees(parse: Parse, verb: Token, clause: Token) -> bool:
    """Tell whether a "he" in what is said may be its speaker: not in "relatives said he had no bodyguards".

    Parameters
    ----------
    parse, verb
        The text, and the verb of saying.
    clause
        The verb of what is said.
    """
    who = children(parse, clause.index, "nsubj", "nsubjpass")
    if not any(t.lemma in ALONE for s in who for t in (s, *children(parse, s.index, "poss"))):
        return True
    speakers = [parse.tokens[i] for i in subjects(parse, verb.index)]
    return not any(_is_several(t) for t in speakers[:1])


def _is_several(noun: Token) -> bool:
    return noun.tag in PLURAL or noun.entity in {"ORG", "NORP", "GPE"} or noun.lemma in SEVERAL


def _is_own_deed(parse: Parse, clause: Token) -> bool:
    who = children(parse, clause.index, "nsubj", "nsubjpass")
    if clause.lemma in HARMS:
        return True  # "denied that anybody had been harmed"
    if not who and clause.lemma == "be":  # "denied having been in the town"
        return any(is_known(parse, i) for i in prepositional(parse, clause.index, ("in", "at", "near")))
    if not who and _is_known_deed(parse, clause):
        return True  # "denies bombing hospitals", "denied having laid it"
    if has_share(parse, clause):
        return True  # "denied that the brigade was behind it", whoever says so
    if any(s.tag == "PRP" for s in who):
        return clause.lemma in word_class("loses")
    objects = children(parse, clause.index, "dobj")
    known = any(t.tag == "PRP" or (is_known(parse, t.index) and not children(parse, t.index, "prep")) for t in objects)
    told = not known and clause.lemma in deeds() - {"leave", "enter", "approach", "go", "come"}  # by its own words
    suffers = is_passive(parse, clause.index)
    return any(not told and not suffers and is_own_force(parse, s) for s in who) or is_of_doers(parse, clause)


def _is_known_deed(parse: Parse, clause: Token) -> bool:
    """Tell whether a verb is of a deed to what was told of, "laid it", or to anybody anywhere, "bombing hospitals"."""
    objects = children(parse, clause.index, "dobj")
    if any(t.lemma in {"it", "this", "that", "so"} for t in (*objects, *children(parse, clause.index, "advmod"))):
        return clause.lemma in deeds() | FIRES | {"do", "lay", "plant"}
    anywhere = clause.lemma in deeds() | FIRES and not children(parse, clause.index, "prep", "dative")
    return anywhere and any(t.tag == "NNS" for t in objects)


def has_share(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of a part in what was told: "took part", "had a hand in it", "was behind it"."""
    below = children(parse, clause.index, "dobj", "acomp", "attr", "prep", "oprd", "xcomp")
    if any(not is_in_known(parse, t) for t in (clause, *below)):
        return False
    if clause.lemma == "have" and any(t.lemma in {"anything", "nothing"} for t in below):
        done = (parse.tokens[i] for i in subtree(parse, clause.index))
        return any(t.lemma == "do" and is_in_known(parse, t) for t in done)
    if clause.lemma in SHARES_IN:
        return clause.lemma == "participate" or is_passive(parse, clause.index)
    parts = clause.lemma in TAKES and any(t.lemma in PARTS for t in below)
    return parts or (clause.lemma == "be" and any(t.lemma in BEHIND | {"blame"} for t in below))


def is_in_known(parse: Parse, word: Token) -> bool:
    """Tell whether a word has no "in", "for" or "behind" with what is not told of already.

    Parameters
    ----------
    parse, word
        The text, and a noun, a verb or a preposition.
    """
    own = (p for p in (word, *children(parse, word.index, "prep")) if p.lemma in {"in", "for", "of", "behind", "with"})
    nouns = (t for p in own for t in children(parse, p.index, "pobj"))
    return all(is_known_matter(parse, t) for t in nouns)


def is_of_doers(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause says who or whence the known doers are: "the raiders were Pokot", "the shells came"."""
    if clause.lemma not in ARE_OF:
        return False
    who = (s for s in children(parse, clause.index, "nsubj") if any(t.lemma == "the" for t in children(parse, s.index)))
    return any(s.lemma in word_class("fired") or s.lemma in load_words("attackers") for s in who)


def is_own_force(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is for those who bear arms on a speaker's side, or what they have: "its guns", "our men"."""
    owned = any(t.lemma in OWN_POSSESSIVES for t in children(parse, noun.index, "poss"))
    return owned and noun.lemma in forces()


def is_own_or_theirs(parse: Parse, noun: Token) -> bool:
    """Tell whether a subject is a side that speaks of itself, or is its own: "it", "the group", "its troops"."""
    named = any(t.lemma == "the" for t in children(parse, noun.index, "det"))
    side = named and noun.lemma in word_class("unnamed_body")
    return side or is_own_doer(noun) or any(is_own_doer(t) for t in children(parse, noun.index, "poss"))


def is_own_doer(word: Token) -> bool:
    """Tell whether a word is a pronoun by which a side speaks of itself."""
    return word.lemma in OWN_POSSESSIVES | SELF
