"""He, they, or "the group" -> who it is that the words before told of: "Rebels came to Bria. They shot two men."."""

from collections.abc import Sequence

from geo.incidents.speech import is_saying
from geo.incidents.who.nouns.arms import is_platform, is_weapon
from geo.incidents.who.nouns.kinds import PERSONS, SIDES, attacks, is_armed, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import agents, ancestors, children, conjuncts, is_passive, subjects
from geo.syntax.tags import PLACES, PLURAL, SINGULAR, VERBS

ALONE = frozenset({"he", "she"})
TOGETHER = frozenset({"they"})
WHERE = frozenset({"in", "near", "outside"})  # before what recognisers take for somebody's name
REACH = 3  # sentences back, over others that begin with "they"


def meant(parse: Parse, doer: int) -> tuple[int, ...]:
    """Return whom a doer stands for: itself, or, for "they", "it" and "the group", who acted in the sentence before."""
    token = parse.tokens[doer]
    if token.tag == "PRP" and token.lemma in ALONE:
        return (one_meant(parse, doer),)
    if not _points_back(parse, token) or _is_speaker(parse, token):
        return (doer,)
    several = token.lemma == "they"
    if own := _of_main_clause(parse, token):
        return own
    for back in range(1, REACH + 1):
        acting = _doers(parse, token.sentence - back) if _goes_on(parse, token.sentence - back) else ()
        if acting and all(_points_back(parse, parse.tokens[i]) for i in acting):
            continue
        alone = len(_under_arms(parse, token.sentence - back)) <= 1
        fits = tuple(i for i in acting if alone and _is_side(parse, i) and (several or _is_body(parse, i)))
        fits = fits or (_only_men(parse, token.sentence - back) if several else ())
        return fits or (doer,)
    return (doer,)


def _of_main_clause(parse: Parse, pronoun: Token) -> tuple[int, ...]:
    """Return the side that acts in the clause above a pronoun's: "the Front broke the truce when it stormed a fort"."""
    clause = parse.tokens[pronoun.head]
    above = parse.tokens[clause.head]
    if clause.dep != "advcl" or pronoun.dep != "nsubj" or above.pos not in VERBS or is_saying(above):
        return ()
    acting = tuple(i for i in subjects(parse, above.index) if i < pronoun.index)
    one = len(acting) == 1 and parse.tokens[acting[0]].tag not in PLURAL
    fits = all(_is_side(parse, i) for i in acting) and one == (pronoun.lemma == "it")
    return acting if fits else ()


def _only_men(parse: Parse, sentence: int) -> tuple[int, ...]:
    """Return who acts in a sentence or is held in it, if it tells of nobody else: "men came", "youths were held"."""
    told = _told(parse, sentence)
    held = told is not None and is_passive(parse, told.index)
    if told is None or (held and told.lemma not in word_class("stopped")):
        return ()
    acting = tuple(subjects(parse, told.index))
    people = [t.index for t in parse.sentence_tokens(parse.sentences[sentence]) if _are_people(parse, t)]
    return acting if acting and people == list(acting) and kind_of(parse, acting[0]) == "person" else ()


def _is_speaker(parse: Parse, it: Token) -> bool:
    """Tell whether "it" is the body that says so: "the Front said that it had shot down a helicopter"."""
    verb = next((t for t in ancestors(parse, it.index) if is_saying(t)), None) if it.lemma == "it" else None
    return verb is not None and any(i < it.index and _is_body(parse, i) for i in subjects(parse, verb.index))


def one_meant(parse: Parse, index: int) -> int:
    """Return whom "he", "she" or "they" is: the only ones named before in the sentence, or who acted before it.

    Parameters
    ----------
    parse
        The text.
    index
        Token index of the noun or pronoun, which is returned where it is no such pronoun, or may be several people's.
    """
    token = parse.tokens[index]
    if token.tag != "PRP" or token.lemma not in ALONE | TOGETHER:
        return index
    before = parse.tokens[parse.sentences[token.sentence].first : index]
    several = (t for t in before if _are_people(parse, t) and not _acts_with(parse, t, token))
    either = _named(parse, before) if token.lemma in ALONE else [t.index for t in several]
    if not either and _goes_on(parse, token.sentence - 1):
        fits = _is_person if token.lemma in ALONE else _are_people
        either = [i for i in _acting(parse, token.sentence - 1) if fits(parse, parse.tokens[i])]
    return either[0] if len(either) == 1 else index


def _acts_with(parse: Parse, people: Token, pronoun: Token) -> bool:
    """Tell whether people act beside the subject of a clause whose object is "them": "with two others he shot them"."""
    link = parse.tokens[people.head]
    verbs = [t for t in ancestors(parse, pronoun.index) if t.pos in VERBS]
    opens = any(people.index < i for verb in verbs for i in subjects(parse, verb.index))
    return pronoun.dep == "dobj" and link.lemma == "with" and opens


def _named(parse: Parse, before: Sequence[Token]) -> list[int]:
    """Return the people of whom some words speak one by one, by name or not; of "his adviser" he is another."""
    names = {t.text: t.index for t in before if t.entity == "PERSON" and parse.tokens[t.index + 1].entity != "PERSON"}
    names = {text: i for text, i in names.items() if parse.tokens[parse.tokens[i].head].lemma not in WHERE}
    names = {text: i for text, i in names.items() if kind_of(parse, i) != "group"}
    called = {t.head for t in before if t.index in names.values() and t.dep == "appos"}
    others = (t for t in before if t.entity != "PERSON" and t.index not in called and _is_person(parse, t))
    alone = [t.index for t in others if not any(c.tag == "PRP$" for c in children(parse, t.index, "poss"))]
    return [*names.values(), *alone]


def _are_people(parse: Parse, token: Token) -> bool:
    return token.tag == "NNS" and kind_of(parse, token.index) in PERSONS


def _is_person(parse: Parse, token: Token) -> bool:
    body = token.lemma in word_class("state_name", "office_name", "several") or token.entity in PLACES
    return token.tag in SINGULAR and token.dep != "poss" and not body and kind_of(parse, token.index) in PERSONS


def _points_back(parse: Parse, token: Token) -> bool:
    if token.tag == "PRP":
        return token.lemma in {"they", "it"}
    own = children(parse, token.index, "det", "amod", "compound", "prep", "acl", "relcl", "appos")
    return token.lemma in word_class("unnamed_body") | {"militia"} and len(own) == 1 and own[0].lemma == "the"


def _goes_on(parse: Parse, sentence: int) -> bool:
    """Tell whether the sentence after one stands in the same paragraph."""
    if sentence < 0:
        return False
    first, last = parse.sentences[sentence].last - 1, parse.sentences[sentence].last
    return "\n\n" not in parse.text[parse.tokens[first].start : parse.tokens[last].start]


def attackers_before(parse: Parse, sentence: int) -> tuple[int, ...]:
    """Return the attackers, none of them a state's, of whom the sentence before another tells in its paragraph."""
    if not _goes_on(parse, sentence - 1):
        return ()
    before = parse.sentence_tokens(parse.sentences[sentence - 1])
    told = (t.index for t in before if t.tag in PLURAL and attacks(parse, t.index))
    return tuple(i for i in told if kind_of(parse, i) != "state_force")


def _doers(parse: Parse, sentence: int) -> tuple[int, ...]:
    """Return who does what a sentence tells: the gunmen of "was stopped by gunmen"."""
    told = _told(parse, sentence)
    return () if told is None else agents(parse, told.index) or tuple(subjects(parse, told.index))


def _acting(parse: Parse, sentence: int) -> tuple[int, ...]:
    told = _told(parse, sentence)
    return () if told is None else tuple(subjects(parse, told.index))


def _told(parse: Parse, sentence: int) -> Token | None:
    """Return the verb of what a sentence tells; of "police said that gunmen had come" that of the gunmen."""
    whole = parse.sentences[sentence]
    root = next((t for t in parse.tokens[whole.first : whole.last] if t.head == t.index), None)
    while root is not None and is_saying(root):
        root = next(iter(children(parse, root.index, "ccomp")), None)
    return root


def _under_arms(parse: Parse, sentence: int) -> set[str]:
    """Return the words of a sentence for men under arms: where there are several, "they" may be any of them."""
    whole = parse.sentences[sentence]
    nouns = (t for t in parse.tokens[whole.first : whole.last] if t.tag in PLURAL)
    nouns = (
        t
        for t in nouns
        if t.lemma not in word_class("several") and not (t.dep == "nsubj" and is_saying(parse.tokens[t.head]))
    )
    armed = (t for t in nouns if is_armed(parse, t.index))
    return {t.lemma for t in armed if not is_platform(parse, t.index)}


def _is_side(parse: Parse, index: int) -> bool:
    if kind_of(parse, index) in SIDES or attacks(parse, index):
        return True
    sentence = parse.sentence_tokens(parse.sentences[parse.tokens[index].sentence])
    several = parse.tokens[index].tag == "NNS" and kind_of(parse, index) == "person"
    return several and any(is_weapon(parse, t.index) for t in sentence)  # "men stood in the road with rifles"


def _is_body(parse: Parse, index: int) -> bool:
    return kind_of(parse, index) in SIDES and len(conjuncts(parse, index)) == 1
