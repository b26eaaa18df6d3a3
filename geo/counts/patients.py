"""From a word of harm through the tree to the nouns that it befalls."""

from geo.counts.objects import is_of_things, meant_by_them, objects
from geo.counts.people import are_people, number_of
from geo.counts.words import entries
from geo.model import Effect, Parse, Token
from geo.syntax import ancestors, children, conjuncts, is_passive, subjects
from geo.syntax.company import beside, with_own
from geo.syntax.tags import NOUN_CLAUSES, PAST, RELATIVES, VERBS

LEAVES = frozenset({"leave", "find"})
NOTES = frozenset({"ROOT", "npadvmod", "nsubj", "dep"})  # what the first noun of a note is, having no verb of its own
HARM = frozenset({"killed", "injured"})
STANDS = frozenset({"anything", "anywhere", "altogether"})  # before a number


def patients(parse: Parse, verb: Token) -> list[int]:
    """Return the heads of what a transitive verb is done to."""
    if _shares_with_other_harm(parse, verb):
        return []
    if is_passive(parse, verb.index):
        return subject_heads(parse, verb)
    above = parse.tokens[verb.head]
    if verb.tag == "VBN" and verb.dep in {"xcomp", "oprd"} and above.lemma in LEAVES:
        return patients(parse, above)  # "left four boys injured", "two were found hanged"
    found = objects(parse, verb) or [i for c in _joined_alike(parse, verb) for i in objects(parse, c)]
    if found:
        meant = (meant_by_them(parse, verb, i) for i in found)
        return [antecedent(parse, i) for i in meant if not is_of_things(parse, verb, i)]
    suffer = subject_heads(parse, verb) if verb.tag in PAST else []  # "12 killed in raid"; no "shots that killed"
    return [i for i in suffer if are_people(parse, i)]


def _joined_alike(parse: Parse, verb: Token) -> list[Token]:
    """Return the verbs that share the object of one: "killed and wounded 30", not "seven killed and shows two men"."""
    return [c for c in children(parse, verb.index, "conj") if c.tag == verb.tag or {c.tag, verb.tag} <= PAST]


def _shares_with_other_harm(parse: Parse, verb: Token) -> bool:
    """Tell whether one number covers killed and injured: "killed and wounded 30" does not tell how many each."""
    head = parse.tokens[verb.head]
    pairs = [(verb, other) for other in children(parse, verb.index, "conj")]
    pairs += [(head, verb)] if verb.dep == "conj" else []
    return any(
        (_verb_effects(first) | _verb_effects(second)) >= HARM and _share(parse, first, second)
        for first, second in pairs
    )


def is_of_both(parse: Parse, word: Token) -> bool:
    """Tell whether a word for the dead or hurt is paired with its opposite: "47 casualties, dead and wounded".

    Where each has a number, or the second an object, each tells its own: "12 dead and 30 wounded".
    """
    tokens = parse.tokens
    for first in (word.index, word.index - 2) if _states(word) else ():
        pair = tokens[max(first, 0) : first + 3]
        if len(pair) < 3 or pair[1].text.lower() not in {"and", "or", "&"}:
            continue
        if not children(parse, pair[2].index, "dobj") and _states(pair[0]) | _states(pair[2]) >= HARM:
            return True
    return False


def _states(word: Token) -> set[Effect]:
    """Return what a word says of those who are dead, killed, wounded, as an adjective or as a noun."""
    found = entries().get(word.text.lower(), ())
    return {e.effect for e in found if e.form in {"self", "state"}}


def _share(parse: Parse, first: Token, second: Token) -> bool:
    """Tell whether two verbs have one object ("killed and wounded 30") or one subject ("were killed or hurt")."""
    if is_passive(parse, second.index):
        own = children(parse, second.index, "nsubj", "nsubjpass") or parse.tokens[second.index - 1].pos == "NUM"
        return not own  # but "40 were killed and more than 100 hurt"
    apart = is_passive(parse, first.index) or children(parse, second.index, "nsubj")
    return not apart and not objects(parse, first)


def _verb_effects(verb: Token) -> set[Effect]:
    return {e.effect for e in entries().get(verb.lemma, ()) if e.form == "verb"}


def subject_heads(parse: Parse, verb: Token) -> list[int]:
    """Return the subject of a verb: its own, that of the verb it completes or is joined to, or the noun it hangs on."""
    own = [c.index for c in children(parse, verb.index, "nsubjpass", "nsubj")]
    if len(own) > 1 and children(parse, own[0], "acl"):  # "Three killed in Homs, pilot held"
        own = own[-1:]
    helpers = children(parse, verb.index, "auxpass")  # parsers hang a long subject on "were"
    own = own or [c.index for be in helpers for c in children(parse, be.index, "attr", "nsubj", "nsubjpass")]
    if own:
        return [antecedent(parse, i) for i in own]
    head = parse.tokens[verb.head]
    if verb.dep in NOUN_CLAUSES:
        return _of_note(parse, verb, head)
    left = [i for i in objects(parse, head) if are_people(parse, i)] if head.lemma in LEAVES else []
    if left and verb.tag == "VBG":  # "leaving his driver battling for life"
        return left
    if verb.dep in {"xcomp", "conj"} and head.pos in VERBS:
        return subject_heads(parse, head)
    return _read_as_date(parse, verb) or list(subjects(parse, verb.index))


def _read_as_date(parse: Parse, verb: Token) -> list[int]:
    """Return the number that the parser took for part of a day before a verb: "on Monday 12 were killed"."""
    first = min((t.index for t in children(parse, verb.index, "aux", "auxpass")), default=verb.index)
    number = parse.tokens[first - 1] if first else verb
    dated = parse.tokens[number.head].entity == "DATE" and number.index == number.head + 1
    return [number.index] if number.pos == "NUM" and dated else []


def _of_note(parse: Parse, participle: Token, noun: Token) -> list[int]:
    """Return whom a participle behind a list or an aside befell where they head a note, not only who stands before it.

    So it is all of "3 soldiers and 2 rebels killed", and the six of "Six men, two of them officers, killed in raid".
    """
    top = noun
    while top.dep in {"conj", "appos", "pobj"} and (top.dep != "pobj" or parse.tokens[top.head].lemma == "include"):
        top = parse.tokens[parse.tokens[top.head].head if top.dep == "pobj" else top.head]
    of_itself = top is noun or any(t.lemma in entries() for t in parse.tokens[top.index + 1 : noun.index])
    if participle.tag != "VBN" or top.dep not in NOTES or of_itself or not are_people(parse, top.index):
        return [noun.index]
    if parse.tokens[participle.index - 1].text == "," or noun.index in conjuncts(parse, top.index):
        return [top.index]
    colon = any(t.text == ":" for t in parse.tokens[top.index : noun.index])  # "Coast guard: 400 rifles seized"
    return [noun.index] if colon or not are_people(parse, noun.index) else [top.index, noun.index]


def antecedent(parse: Parse, index: int) -> int:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    token = parse.tokens[index]
    if token.lemma in STANDS:  # "anything from eight to twelve people", "altogether 16"
        below = [i for t in (token, *children(parse, index, "prep")) for i in t.children if number_of(parse, i)]
        return next((i for i in below if parse.tokens[i].dep in {"pobj", "nummod", "appos"}), index)
    if token.lemma not in RELATIVES:
        return index
    clause = next((t for t in ancestors(parse, index) if t.dep == "relcl"), None)
    return _meant_by_who(parse, token, clause.head) if clause else index


def _meant_by_who(parse: Parse, who: Token, noun: int) -> int:
    """Return the person of whom a clause tells, hung on a thing that he has: "Charlie Vella, owner of a boat, who"."""
    while who.lemma == "who" and not are_people(parse, noun):
        above = parse.tokens[parse.tokens[noun].head]
        above = parse.tokens[above.head] if above.dep == "prep" else above
        if above.index == noun or parse.tokens[noun].dep not in {"pobj", "appos"}:
            return noun
        noun = above.index
    return noun


def joined_verbs(parse: Parse, noun: Token) -> list[Token]:
    """Return the verb that a noun hangs on and those joined to it that share its subject, in their order."""
    found = [parse.tokens[noun.head]]
    for verb in found:
        found += [c for c in children(parse, verb.index, "conj") if not children(parse, c.index, "nsubj", "nsubjpass")]
    return found


def companions(parse: Parse, verb: Token) -> list[int]:
    """Return those who suffer the same: "was killed along with two guards", "with his wife and two sons"."""
    own = (i for i in with_own(parse, verb.index) if are_people(parse, i))
    return [i for i in (*beside(parse, verb.index), *own) if parse.tokens[i].dep == "pobj"]


def so_did(parse: Parse, verb: Token) -> list[int]:
    """Return those of whom the next clause says that the same befell them: "four were killed, and so was a child"."""
    clauses = (t for t in children(parse, verb.index, "conj") if t.lemma in {"do", "be", "have"})
    so = [c for c in clauses if any(t.lemma == "so" for t in children(parse, c.index))]
    return [t.index for c in so for t in children(parse, c.index, "nsubj", "attr", "nsubjpass", "dobj")]


def of(parse: Parse, token: Token) -> list[int]:
    """Return the nouns that hang on a noun by "of"."""
    return prepositional_heads(parse, token, ("of",))


def prepositional_heads(parse: Parse, token: Token, prepositions: tuple[str, ...]) -> list[int]:
    """Return the nouns that hang on a token by one of the prepositions, the first of each list."""
    return [
        noun.index
        for preposition in children(parse, token.index, "prep")
        if preposition.text.lower() in prepositions
        for noun in children(parse, preposition.index, "pobj")
    ]
