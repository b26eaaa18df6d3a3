"""The cargo of a sentence that no word of movement ties to its way: arms and drugs, other things if smuggled."""

from geo.lexicon import word_class
from geo.model import CONTRABAND, Parse, Sentence, Token
from geo.routes.context import contexts
from geo.routes.what.cargo import ATTRIBUTIVE, Load, is_illicit, load_at, loads_in
from geo.routes.what.holding import is_borne
from geo.routes.what.underhand import is_suspect
from geo.routes.what.worthy_cargo import is_medical, is_stowed
from geo.routes.where.roles import PLAIN, Role
from geo.routes.where.whereabouts import Scene
from geo.routes.who.parties import is_people
from geo.routes.words import has_mark
from geo.syntax import children
from geo.syntax.tags import NOUN_CLAUSES, VERBS

SPOKEN_OF = frozenset({"about", "over", "against", "on", "for"})  # before the matter of talks or a law, or the price


def spoken_of(scene: Scene, sentence: Sentence, said: tuple[Role, ...]) -> tuple[Load, ...]:
    """Return the arms and drugs that a sentence speaks of, and other things of which it says that they are smuggled.

    Parameters
    ----------
    scene, sentence, said
        The sentence that tells of a way, the same or one near it, and what the words beside its places say.
    """
    parse, own = scene.parse, sentence == scene.sentence
    nouns = (t for t in parse.sentence_tokens(sentence) if t.dep not in ATTRIBUTIVE and t.pos not in VERBS)
    loads = dict.fromkeys(load for t in nouns if not _is_aside(parse, t) for load in loads_in(parse, t.index))
    covert = own and any(t.covert for t in scene.found)
    found = any(role.end == "found" for role in said)
    dealt = {"goods", "money"} if own and not _is_led(scene, said) and (found or is_suspect(scene)) else set[str]()
    worth = (
        c
        for c in loads
        if covert or c.category in dealt or is_stowed(parse, c) or _is_contraband(parse, c) or _is_worthy(parse, c)
    )
    medical = is_medical(scene)
    return tuple(c for c in worth if not ((medical and parse.tokens[c.token].lemma == "drug") or _is_own(parse, c)))


def _is_own(parse: Parse, load: Load) -> bool:
    """Tell whether people only have arms with them: "left with their rifles", "a drunk with an air rifle"."""
    token = parse.tokens[load.token]
    theirs = any(t.tag == "PRP$" for t in children(parse, load.token, "poss"))
    single = token.tag == "NN" and any(t.lemma in {"a", "an"} for t in children(parse, load.token, "det"))
    return (theirs or (single and load.category == "materiel")) and parse.tokens[token.head].lemma == "with"


def _is_contraband(parse: Parse, load: Load) -> bool:
    """Tell whether other things are called illicit themselves: "stolen cobalt", "counterfeit dollars"."""
    return load.category in {"goods", "money"} and is_illicit(parse, load.token)


def _is_worthy(parse: Parse, load: Load) -> bool:
    """Tell whether a load is arms or drugs, and nothing that acts: "a missile crossed", "the arms carry silt"."""
    token = parse.tokens[load.token]
    does = token.dep == "nsubj" and (load.use == "flies" or children(parse, token.head, "dobj"))
    return load.category in CONTRABAND and load.use in {"plain", "flies"} and not does


def _is_led(scene: Scene, said: tuple[Role, ...]) -> bool:
    """Tell whether only "from" and "to" lead from place to place, by which grammar would have found things smuggled."""
    words = {scene.parse.tokens[role.word].text.lower() for role in said if role.end in {"origin", "destination"}}
    aid = any(has_mark(t, "aid") for t in scene.parse.sentence_tokens(scene.sentence))
    return aid or words <= PLAIN


def _is_aside(parse: Parse, noun: Token) -> bool:
    """Tell whether something is only spoken of, carried or dug in: "talks about guns", "armed with rifles", a mine."""
    head = parse.tokens[noun.head]
    above, load = parse.tokens[head.head], load_at(noun)
    if load is None and is_people(noun):
        return True  # "by masked men carrying rifles"
    held = head.dep in NOUN_CLAUSES and head.lemma in word_class("holds_cargo") and is_people(above)
    borne = held and load is not None and load.category == "materiel"
    wished = noun.dep == "dobj" and contexts().get(head.lemma) == "void"  # "will discuss shells"
    spoken = head.lemma in SPOKEN_OF or has_mark(above, "about")
    return borne or wished or spoken or is_borne(parse, noun.index) or noun.lemma == "mine"
