"""Words that tell of a death or a wound only beside others: "hacked to death", "burned alive", "shot in the leg"."""

from collections.abc import Iterator

from geo.counts.patients import of, patients, prepositional_heads, subject_heads
from geo.counts.people import NO_ONE, are_people, number_of
from geo.counts.words import Entry, has_form
from geo.lexicon import word_class
from geo.lexicon.shared import armed_nouns, nouns_of
from geo.model import Effect, Parse, Token
from geo.syntax import children, is_negated

INTO = ("in", "through", "on")
ENDS = frozenset({"death", "deaths", "grave", "graves", "sword", "hell", "pieces"})  # of which taggers make no plural
# "cut down", but no "cut off"
PARTICLES = {"pick": "off", "finish": "off", "bump": "off", "polish": "off", "wipe": "out", "rub": "out",
             "account": "for", "do": "away"}  # fmt: skip
WITH_WHOM = {"account": ("for",), "do": ("with",)}  # after which prepositions their objects stand
BY_SHOTS = ("to", "under", "before")  # "fell to rebel bullets"
FIGHTS = frozenset({"action", "combat", "battle"})
FALLS_SO = ("dobj", "npadvmod", "attr", "ccomp", "xcomp", "neg", "acomp", "aux", "prt", "oprd")  # what "fell" may have
Sufferers = Iterator[tuple[Effect, int]]


def to_death(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the object of "hacked to death", or its subject where it has none ("were beaten", "burned to death")."""
    ends = (parse.tokens[i] for i in _to(parse, token))
    if any(_is_end(t) and not of(parse, t) for t in ends):  # not "led to the deaths of nine"
        for head in patients(parse, token) or subject_heads(parse, token):
            yield entry.effect, head


def _is_end(noun: Token) -> bool:
    return noun.text.lower() in ENDS or not word_class("scaffold").isdisjoint((noun.lemma, noun.text.lower()))


def alive(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the object of "burned two men alive", or the subject of "were burned alive"."""
    found = patients(parse, token)  # parsers hang "alive" on the verb or on its object
    if any(c.lemma == "alive" for i in (token.index, *found) for c in children(parse, i)):
        for head in found:
            yield entry.effect, head


def limb(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield whom a shot or a stab wounded, since it was "in the leg"."""
    found = patients(parse, token)
    struck = (i for at in (token.index, *found) for i in prepositional_heads(parse, parse.tokens[at], INTO))
    if any(has_form(parse.tokens[i], "body") for i in struck):
        for head in found:
            yield entry.effect, head


def lost_limb(parse: Parse, token: Token) -> Iterator[int]:
    """Yield those who "lost limbs", "lost a leg" or "lost their sight"."""
    if any(c.lemma in word_class("limb") for c in children(parse, token.index, "dobj")):
        yield from subject_heads(parse, token)


def fallen(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield those who fell in arms: "14 of his men had fallen", "fell as heroes", "fell to bullets"."""
    as_what, in_what = (prepositional_heads(parse, token, (word,)) for word in ("as", "in"))
    if token.tag == "VBN":
        yield from ((entry.effect, i) for i in subject_heads(parse, token) if _are_own_men(parse, i))
    elif any(parse.tokens[i].lemma in word_class("hero") for i in as_what):
        yield from ((entry.effect, i) for i in subject_heads(parse, token))
    elif any(parse.tokens[i].lemma == "bullet" for i in prepositional_heads(parse, token, BY_SHOTS)):
        yield from ((entry.effect, i) for i in subject_heads(parse, token) if are_people(parse, i))
    elif not _is_moved(parse, token) or any(parse.tokens[i].lemma in FIGHTS for i in in_what):
        yield from ((entry.effect, i) for i in subject_heads(parse, token) if _are_armed(parse, i))


def fell(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield those of "and four men fell", with nothing said of where from or for whom."""
    if not _is_moved(parse, token):
        yield from ((entry.effect, i) for i in subject_heads(parse, token) if are_people(parse, i))


def _are_own_men(parse: Parse, head: int) -> bool:
    """Tell whether somebody's armed people are counted: "14 of his men had fallen"."""
    owned = (i for i in prepositional_heads(parse, parse.tokens[head], ("of",)) if children(parse, i, "poss"))
    return any(parse.tokens[i].lemma in word_class("own_man") for i in owned)


def _is_moved(parse: Parse, token: Token) -> bool:
    """Tell whether words beside "fell" say whither, how or by how much: "fell back", "fell ill", "fell sharply"."""
    whither = {t.lemma for t in children(parse, token.index, "prep", "advmod") if t.index > token.index}
    more = children(parse, token.index, *FALLS_SO)
    return token.tag != "VBD" or bool(more) or not whither.isdisjoint(word_class("falls_otherwise"))


def _are_armed(parse: Parse, head: int) -> bool:
    """Tell whether counted people bear arms: "five legionnaires", "a score of rebels"; not "the army"."""
    inner = prepositional_heads(parse, parse.tokens[head], ("of",))
    armed = is_armed(parse, head) or any(is_armed(parse, i) for i in inner)
    return armed and number_of(parse, head) is not None


def buried(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield those whom somebody says that he buried: "a priest says he buried fourteen people"."""
    own = any(t.tag == "PRP" and t.lemma != "it" for t in children(parse, token.index, "nsubj"))
    if own:
        yield from ((entry.effect, t.index) for t in children(parse, token.index, "dobj") if number_of(parse, t.index))


def out_of_action(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the armed people whom others "put out of action", as communiques count the dead of the other side."""
    out = [c for c in children(parse, token.index, "prep", "advmod", "prt") if c.lemma == "out"]
    of = [i for t in (token, *out) for i in prepositional_heads(parse, t, ("of",))]
    if any(parse.tokens[i].lemma in FIGHTS for i in of):
        yield from ((entry.effect, i) for i in patients(parse, token) if is_armed(parse, i))


def hanged(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield who "was hanged"; what is hung is no person."""
    if token.text.lower() == "hanged":
        yield from ((entry.effect, head) for head in patients(parse, token))


def outlived(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield those who "did not survive", and the none of whom that is said."""
    for head in subject_heads(parse, token):
        lived = not is_negated(parse, token.index) and parse.tokens[head].text.lower() not in NO_ONE
        if not lived and are_people(parse, head):
            yield entry.effect, head


def passed_away(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield who "passed away", or "went down with" a ship."""
    beside = {t.lemma for t in children(parse, token.index, "prt", "advmod")}
    with_what = {parse.tokens[i].lemma for i in prepositional_heads(parse, token, ("with",))}
    ships = nouns_of("vehicle") | {"it", "her"}
    sunk = token.lemma == "go" and "down" in beside and not ships.isdisjoint(with_what)
    gone = sunk or (token.lemma != "go" and bool(beside & {"away", "on"}))
    if gone:
        yield from ((entry.effect, i) for i in subject_heads(parse, token))


def undone(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the people whom others "neutralised", "cut down" or "accounted for"; `kills_armed` tells them apart."""
    particles = children(parse, token.index, "prt", "advmod", "prep")
    if entry.form == "undone" or any(t.lemma == PARTICLES.get(token.lemma, "down") for t in particles):
        by_preposition = WITH_WHOM.get(token.lemma, ())
        for head in prepositional_heads(parse, token, by_preposition) or patients(parse, token):
            unarmed = are_people(parse, head) and parse.tokens[head].dep != "nsubj"
            if unarmed or kills_armed(parse, head):
                yield entry.effect, head


def kills_armed(parse: Parse, head: int) -> bool:
    """Tell whether those undone bear arms: then it is their death by itself, with others only beside a deed."""
    of = prepositional_heads(parse, parse.tokens[head], ("of",))
    return any(is_armed(parse, i) for i in (head, *of))


def _to(parse: Parse, token: Token) -> list[int]:
    """Return the nouns after "to"; parsers hang "to death" on whom it befell as well."""
    return [i for t in (token, *children(parse, token.index, "dobj")) for i in prepositional_heads(parse, t, ("to",))]


def is_armed(parse: Parse, index: int) -> bool:
    """Tell whether a noun is one for people who bear arms."""
    return parse.tokens[index].lemma in armed_nouns()
