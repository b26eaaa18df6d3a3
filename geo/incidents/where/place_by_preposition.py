"""Names by which a sentence plainly puts an event somewhere, though its signs are too weak for `linking`."""

from geo.incidents.where.place_leads import CLOSE, settlements
from geo.incidents.where.place_names import Candidate, candidates, words
from geo.incidents.who.arguments.apart import right_after
from geo.incidents.who.nouns.kinds import PERSONS, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Token, Toponym
from geo.syntax import children, clause_of, conjuncts, is_finder, is_known, is_passive, upward
from geo.syntax.tags import MODIFIERS, OBJECTS

AT = frozenset({
    "in", "at", "near", "outside", "inside", "around", "within", "opposite", "beyond", "above", "below", "between",
})  # fmt: skip
BY = frozenset({"on", "along", "beside", "by", "behind", "under", "off"})
INTO, FIRES = frozenset({"into", "at"}), frozenset({"fire", "launch", "lob", "hurl"})  # "fired rockets into Israel"
AIMED = INTO | {"on", "against", "across", "toward", "towards", "over", "to"}
GOES = frozenset({"come", "arrive", "travel", "drive", "head", "bind", "return", "cross", "go", "sail", "fly"})
BRINGS = frozenset(
    {"take", "bring", "carry", "transport", "transfer", "fly", "move", "drive", "escort", "march", "ship"}
)
ENDS = frozenset({"from", "to", "for", "toward", "towards"})
TOWARDS = frozenset({"toward", "towards"})
OPPOSED = frozenset({"with", "against", "between"})  # "clashed with rebels in the Bama forest"
STRUCK = frozenset({"on", "at", "against", "upon"})
PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
WAYS = frozenset({"way", "route", "journey", "trip", "voyage", "flight"})  # "on its way from Lobito to Huambo"


def taken_from(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> list[Candidate]:
    """Return the names after "from" of a verb that says so where it was done: "abducted two nuns from Chibok"."""
    token = parse.tokens[trigger]
    if token.lemma not in words("takes") | words("lifts"):
        return []
    found = candidates(parse, parse.sentences[token.sentence], toponyms)
    return [name for name in found if _is_from(parse, trigger, name)]


def is_whence(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name only says from where people are: "shot four farmers from Gedaref"."""
    link = parse.tokens[parse.tokens[name.head].head]
    whom = (link.head, link.index - 1)  # parsers hang it on the verb, too
    return link.lemma == "from" and link.dep == "prep" and any(kind_of(parse, i) in PERSONS for i in whom)


def _is_from(parse: Parse, trigger: int, name: Candidate) -> bool:
    above = parse.tokens[_site(parse, name).head]
    near = parse.tokens[above.head]
    return above.lemma == "from" and (near.index == trigger or (near.dep == "dobj" and near.head == trigger))


def _site(parse: Parse, name: Candidate) -> Token:
    """Return the noun that stands for a name's place: the "plaza" of "at the Bama toll plaza", else the name itself."""
    head = parse.tokens[name.head]
    above = parse.tokens[head.head]
    return above if head.dep in MODIFIERS and above.lemma in settlements() | word_class("site") else head


def unknown_in(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> list[Candidate]:
    """Return the name that the words put the event at and no toponym has, so that it is not put elsewhere.

    The recogniser takes many an unknown town for a body or a product.
    """
    found = candidates(parse, parse.sentences[parse.tokens[trigger].sentence], toponyms)
    return [name for name in found if name.toponym is None and _is_put_in(parse, trigger, name)][:1]


def _is_put_in(parse: Parse, trigger: int, name: Candidate) -> bool:
    head = parse.tokens[name.head]
    above = parse.tokens[head.head]
    near = parse.tokens[above.head]
    named = all(t.pos == "PROPN" and t.entity != "EVENT" for t in parse.tokens[name.first : name.last])
    if _site(parse, name) != head and _is_at(parse, trigger, name):  # "by herders in Xan village"
        return named
    if head.dep == "dobj":  # "surrounded Xan and took away eleven men"
        there = above.text.lower() in word_class("befallen") | word_class("reached") and head.entity not in PEOPLE
        return named and there and above.index == trigger
    return named and head.dep == "pobj" and above.lemma in AT and trigger in {near.index, near.head}


def plainly_in(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> list[Candidate]:
    """Return the known names at which an event's verb, or what it was done to, is plainly said to be, nearest first.

    "Attacked a clinic in Birao", "killed three farmers 20 km north of Bambari".
    """
    found = candidates(parse, parse.sentences[parse.tokens[trigger].sentence], toponyms)
    known = [name for name in found if name.toponym is not None and toponyms[name.toponym].role == "literal"]
    plainly = (name for name in known if _names(parse, trigger, name) or _is_at(parse, trigger, name))
    return sorted(plainly, key=lambda name: abs(name.first - trigger))


def _names(parse: Parse, trigger: int, name: Candidate) -> bool:
    """Tell whether an event's noun bears a name: "the Bama massacre"."""
    head = parse.tokens[name.head]
    return head.dep in MODIFIERS and head.head == trigger == name.last and parse.tokens[trigger].pos == "NOUN"


def _is_at(parse: Parse, trigger: int, name: Candidate) -> bool:
    head = _site(parse, name)
    above = parse.tokens[head.head]
    bearing = parse.tokens[above.head]
    if head.dep != "pobj":
        return False
    if above.lemma == "of" and bearing.index == trigger and above.index == trigger + 1:  # "the shelling of Bama"
        return True
    if above.lemma in INTO and bearing.index == trigger and bearing.lemma in FIRES:
        return True
    close = above.lemma == "to" and bearing.lemma in CLOSE  # "close to Bria"
    short = bearing.lemma == "short" and parse.tokens[bearing.index - 1].lemma in words("nearby")  # "12 km short of"
    if close or short or (above.lemma == "of" and bearing.lemma in words("nearby")):  # "20 km north of Bria"
        return _bears(parse, trigger, parse.tokens[bearing.head])
    if above.lemma == "of" and bearing.dep == "pobj" and bearing.lemma in settlements():  # "in the town of Las Navas"
        above = parse.tokens[bearing.head]
        bearing = parse.tokens[above.head]
    ground = bearing.lemma in word_class("open_ground") or kind_of(parse, bearing.index) == "facility"
    held = above.lemma in AT and ground  # "in a ditch near Bambari", "in a shed outside Bambari"
    if held or (above.lemma in AT | {"to"} and bearing.lemma in words("way")):  # "beside the road to Bambari"
        bearing = _held(parse, bearing)
    return (above.lemma in AT or bearing.index != parse.tokens[above.head].index) and _bears(parse, trigger, bearing)


def _held(parse: Parse, noun: Token) -> Token:
    """Return what holds a noun by words for places alone: of "found in a ditch beside the road" the verb."""
    while noun.dep == "pobj" and parse.tokens[noun.head].lemma in AT | BY:
        noun = parse.tokens[parse.tokens[noun.head].head]
    return noun


def _bears(parse: Parse, trigger: int, holder: Token) -> bool:
    """Tell whether a word is the event's, what it was done to, or the verb that the event is done by."""
    again = holder.dep == "npadvmod" and holder.lemma == "time"  # "again, this time near Toledo"
    holder = parse.tokens[holder.head] if again or holder.dep == "appos" else holder
    event, over = parse.tokens[trigger], parse.tokens[parse.tokens[holder.head].head]
    if holder.dep == "pobj" and over.lemma in word_class("building_part"):  # "a stretch of the pipeline near Toledo"
        holder = over
    if holder.index == trigger or (holder.head == trigger and holder.dep in OBJECTS):
        return True
    link = parse.tokens[holder.head]
    if link.head == event.head and is_finder(parse, holder.index):  # "the bodies were found by villagers in Voi"
        return True
    if holder.dep == "pobj" and (link.lemma == "by" or link.lemma in OPPOSED):  # "by a bomb three miles south of Voi"
        return link.head == trigger or holder.index in right_after(parse, trigger, ("by",))
    below = event.dep in {"nsubj", "nsubjpass", "dobj", "oprd", "acomp"}  # "was found dead in Bama"
    if below and holder.dep == "pobj" and link.lemma in STRUCK and link.head == event.head:
        return True  # "an attack was launched on a camp in Macomia"
    return below and event.head == holder.index


def is_an_end(parse: Parse, name: int, trigger: int) -> bool:
    """Tell whether a name is only where something came from or was going: "seized in a lorry that came from Herat".

    So is that of those who "came down from Arsal and burned three shops".

    Parameters
    ----------
    parse, name
        The text, and the token index of the name's head.
    trigger
        Token index of the word that tells of the event.
    """
    above = parse.tokens[parse.tokens[name].head]
    if above.lemma == "of" and parse.tokens[above.head].lemma == "direction":  # "from the direction of Sirwah"
        above = parse.tokens[parse.tokens[above.head].head]
    house = parse.tokens[parse.tokens[above.head].head]
    if house.lemma in ENDS and parse.tokens[house.head].lemma in WAYS:  # "on the way to the oilfields at Shabwah"
        return True
    verb = parse.tokens[above.head]
    verb = parse.tokens[verb.head] if verb.pos in {"ADV", "ADP"} else verb  # "came down from"
    if above.lemma in ENDS and _is_under_way(parse, above):
        return True
    torn = verb.dep == "ccomp" and verb.tag == "VBG"  # "ambushed a convoy coming from Beira" read as a clause
    verb = parse.tokens[verb.head] if verb.dep == "dobj" else verb  # "carrying rifles from Kampala to"
    aside = verb.index != trigger and (torn or verb.dep in {"relcl", "acl", "advcl"})
    if above.lemma == "to" and verb.index == trigger and verb.lemma in BRINGS and is_passive(parse, trigger):
        return True  # "the crew were taken to Satun"
    if above.lemma in TOWARDS and verb.index != trigger and verb.lemma in GOES | BRINGS:
        return True  # "was snatched from her house and brought toward Patikul"
    if above.lemma == "from" and verb.index == trigger and verb.lemma in FIRES and _strikes_elsewhere(parse, verb):
        return True
    came = above.lemma == "from" and trigger in {verb.index, *conjuncts(parse, verb.index)}
    carries = verb.lemma in BRINGS and aside
    return above.lemma in ENDS and (carries or (verb.lemma in GOES and (aside or came)))


def _is_under_way(parse: Parse, end: Token) -> bool:
    """Tell whether a "from" or "to" says whence or whither a way or a vehicle goes: "on a bus from Herat to Kabul"."""
    before = end.index - 1
    while end.lemma != "from" and parse.tokens[before].pos == "PROPN":
        before -= 1
    if parse.tokens[before].lemma == "from":
        before -= 1
    goers = (parse.tokens[end.head], parse.tokens[before])  # parsers hang the ends anywhere
    return any(t.lemma in WAYS or (t.pos == "NOUN" and kind_of(parse, t.index) == "vehicle") for t in goers)


def _strikes_elsewhere(parse: Parse, verb: Token) -> bool:
    """Tell whether the words say, too, what was fired at, or speak of it as known: "the missile was fired"."""
    aimed = any(t.lemma in AIMED for t in children(parse, verb.index, "prep"))
    return aimed or any(is_known(parse, t.index) for t in children(parse, verb.index, "nsubjpass"))


def is_of_past(parse: Parse, name: int, trigger: int) -> bool:
    """Tell whether a name is where someone told of had lived or worked: "a judge who had tried smugglers in Palermo".

    Parameters
    ----------
    parse, name, trigger
        As for `is_an_end`.
    """
    verb = parse.tokens[clause_of(parse, name)]
    if (
        verb.dep != "relcl"
        or verb.lemma not in word_class("lived")
        or verb.index in {t.index for t in upward(parse, trigger)}
    ):
        return False
    return any(t.text.lower() in {"had", "has"} for t in children(parse, verb.index, "aux"))
