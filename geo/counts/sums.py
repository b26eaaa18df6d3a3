"""Lives lost, men lost and tolls: what words for a sum or a loss say of the dead and the hurt."""

from geo.counts.deaths import Sufferers, is_armed, lost_limb
from geo.counts.patients import joined_verbs, of, prepositional_heads, subject_heads
from geo.counts.people import are_people, number_of
from geo.counts.series import figure_after
from geo.counts.words import Entry, entries, has_form
from geo.lexicon import word_class
from geo.model import EFFECTS, Effect, Parse, Token
from geo.syntax import children, conjuncts, subtree
from geo.syntax.tags import OBJECTS

NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
ONE = frozenset({"one", "single"})
REACH = 40  # tokens between a total and the word that says what it is a total of


def by_life(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield those of "claimed the lives of nine", "claimed nine lives", "six people lost their lives" and the like."""
    lives = _of_number(parse, token)
    verb = parse.tokens[lives.head]
    yield from _fighting_for(parse, lives)
    had = parse.tokens[verb.head]
    if had.lemma == "have" and has_form(verb, "claimer"):  # "had their throats cut"
        yield from ((entry.effect, i) for i in subject_heads(parse, had))
    if lives.dep in OBJECTS:
        yield from ((entry.effect, head) for head in _whose_lives(parse, verb, lives))
    if verb.lemma == "of" and had.lemma in {"loss", "cost"}:
        yield entry.effect, lives.index  # "with the loss of five lives"
    if has_form(had, "payer"):  # "paid with his life"
        yield from ((entry.effect, i) for i in subject_heads(parse, had) if children(parse, lives.index, "poss"))


def _fighting_for(parse: Parse, life: Token) -> Sufferers:
    """Yield the hurt of "a third is fighting for his life", "left battling for life"; not for one's political life."""
    preposition = parse.tokens[life.head]
    verb = parse.tokens[preposition.head]
    plain = preposition.lemma == "for" and not children(parse, life.index, "amod", "compound")
    if plain and has_form(verb, "struggler"):
        yield from (("injured", i) for i in subject_heads(parse, verb))


def _of_number(parse: Parse, lives: Token) -> Token:
    """Return the number in whose place lives stand: the hundreds of "claimed hundreds of lives"."""
    number = parse.tokens[parse.tokens[lives.head].head]
    return number if lives.dep == "pobj" and number_of(parse, number.index) else lives


def _whose_lives(parse: Parse, verb: Token, lives: Token) -> list[int]:
    # "embraced martyrdom" is one's own
    owned = bool(children(parse, lives.index, "poss")) or lives.lemma == "martyrdom"
    others = (t for t in children(parse, verb.index, "dobj") if t.index < lives.index)  # "cost a boy his life"
    to_whom = [t.index for t in (*children(parse, verb.index, "dative"), *others) if t.pos in NOUN_TAGS]
    devoted = any(t.lemma == "to" for t in children(parse, verb.index, "dative", "prep"))  # "gave his life to the poor"
    loses = has_form(verb, "loser") or has_form(verb, "attainer")
    if owned and (loses or (has_form(verb, "giver") and not devoted)):
        return subject_heads(parse, verb)
    if has_form(verb, "claimer") or loses:  # "cost 14 people their lives"
        stated = [lives.index] if number_of(parse, lives.index) else []
        return stated or of(parse, lives) or (to_whom if owned else [])
    return []


def by_losing(parse: Parse, token: Token, _entry: Entry) -> Sufferers:
    """Yield the men of "the battalion lost 12 men": what an armed force loses is counted as its dead."""
    for head in lost_limb(parse, token):
        yield "injured", head
    losers = subject_heads(parse, token)
    own = any(parse.tokens[i].tag in {"PRP", "NNP", "NNPS"} for i in losers)  # "we lost six men"
    forces = any(is_armed(parse, i) for i in losers)
    for lost in children(parse, token.index, "dobj"):
        men = (forces and are_people(parse, lost.index)) or (own and lost.lemma == "man")
        if (men or _is_of_force(parse, lost)) and _is_counted(parse, lost):
            yield "killed", lost.index


def _is_of_force(parse: Parse, lost: Token) -> bool:
    """Tell whether one who was lost bore arms: "lost one private", "lost one of their own"."""
    own = any(parse.tokens[i].lemma == "own" for i in of(parse, lost))
    return own or is_armed(parse, lost.index)


def _is_counted(parse: Parse, lost: Token) -> bool:
    one = (lost, *children(parse, lost.index, "nummod", "amod", "det"))
    return bool(number_of(parse, lost.index)) or any(t.lemma in ONE for t in one)


def by_toll(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the number of "a toll of 41", "the toll rose to 41"; of "put at 3 but later rose to 7" the last one."""
    effect = entry.effect if entry.effect in EFFECTS else _effect_of(parse, token)
    if not effect or token.pos not in NOUN_TAGS or _is_of_long_time(parse, token):
        return
    numbers = _numbers(parse, prepositional_heads(parse, token, ("of", "to", "at")))
    if has_form(token, "losses"):  # "for the loss of a single sergeant"
        own = (parse.tokens[i] for i in of(parse, token))
        every = (parse.tokens[i] for t in own for i in conjuncts(parse, t.index))  # "of one boat and four cadres"
        numbers = [t.index for t in every if _is_counted(parse, t) and _is_of_force(parse, t)] or numbers
    for verb in joined_verbs(parse, token):
        of_verb = _numbers(parse, prepositional_heads(parse, verb, ("to", "at", "as", "above", "past", "over")))
        objects = [c.index for c in children(parse, verb.index, "dobj", "attr") if c.index != token.index]
        stated = of_verb or _numbers(parse, objects)
        numbers = stated[:1] or numbers
    for head in numbers[:1] or figure_after(parse, token):
        yield _effect_beside(parse, head) or effect, head


def _effect_beside(parse: Parse, head: int) -> Effect | None:
    """Return what a number of people says of itself: "a toll of one person wounded"."""
    words = (parse.tokens[head], *children(parse, head, "acl", "amod"))
    return next((e.effect for t in words for e in entries().get(t.lemma, ()) if e.effect), None)


def _is_of_long_time(parse: Parse, toll: Token) -> bool:
    """Tell whether a number is that of many events: "the number of killings since January", "43 deaths this year".

    So is that of all who fell in a country, to which one more is added: "bringing to 47 the number killed in Lebanon".
    """
    below = [parse.tokens[i] for i in subtree(parse, toll.index)]
    if any(t.lemma in {"throughout", "across"} for t in below) or _is_of_whole_place(parse, toll):
        return True
    since = any(t.lemma == "since" and any(c.entity == "DATE" for c in children(parse, t.index)) for t in below)
    year = any(t.lemma in {"year", "month"} and t.entity == "DATE" and t.index > toll.index for t in below)
    return since or year


def _is_of_whole_place(parse: Parse, toll: Token) -> bool:
    killed = [c.index for i in (toll.index, *of(parse, toll)) for c in children(parse, i, "acl")]
    where = (i for at in killed for i in prepositional_heads(parse, parse.tokens[at], ("in",)))
    verb = parse.tokens[toll.head]
    brought = verb.tag == "VBG" and verb.dep == "advcl" and toll.dep == "dobj"
    return brought and any(parse.tokens[i].entity == "GPE" for i in where)


def _numbers(parse: Parse, heads: list[int]) -> list[int]:
    return [i for i in heads if number_of(parse, i)]


def _effect_of(parse: Parse, token: Token) -> Effect | None:
    """Return what "the number of dead", "of wounded", "of deaths" counts."""
    # "of the dead", "the number killed"
    words = [*(parse.tokens[i] for i in of(parse, token)), *children(parse, token.index, "acl")]
    for word in words:  # "of people known to have died"
        words += children(parse, word.index, "acl", "amod", "relcl", "xcomp")
    effects = [e.effect for w in words for e in entries().get(w.lemma, ()) if e.effect]
    if effects:
        return effects[0]
    grows = not words and any(t.lemma in word_class("rises") for t in joined_verbs(parse, token))
    if grows or is_corrected(parse, token):  # told in this sentence or the one before: "the figure rose to 19"
        return _effect_before(parse, token, max(0, token.sentence - 1))
    return _effect_before(parse, token, token.sentence) if token.lemma == "total" else None


def is_corrected(parse: Parse, toll: Token) -> bool:
    """Tell whether a number is said to be another than was given: "the correct number is six"."""
    return any(t.lemma in word_class("correct") for t in children(parse, toll.index, "amod"))


def _effect_before(parse: Parse, token: Token, sentence: int) -> Effect | None:
    """Return what the last word of harm from a sentence to a token says: "three died, bringing the total to 9"."""
    before = parse.tokens[max(parse.sentences[sentence].first, token.index - REACH) : token.index]
    effects = [entry.effect for word in before for entry in entries().get(word.lemma, ()) if entry.effect]
    return effects[-1] if effects else None
