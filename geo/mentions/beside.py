"""What stands before and after a name, as one feature each."""

from functools import cache

from geo.lexicon import load_rows, word_class
from geo.lexicon.shared import nouns_of
from geo.mentions.known_words import kinds_after, noun_of
from geo.mentions.names import Name
from geo.mentions.role_words import besieges, forms, role_by_word, strikes
from geo.mentions.surroundings import Surroundings
from geo.mentions.words import name_words
from geo.model import Token
from geo.model.precision import UNITS
from geo.syntax.tags import DASHES, POSSESSIVES

BEFORE = (
    "at the start", "after in", "after from", "after of", "after a kind of", "after a part of", "after a kind",
    "after those of",
    "after a title", "after a forename", "after a name", "after a comma", "after and", "listed after in",
    "after a number", "after a hyphen", "after a bracket", "after a siege", "after a blow", "after small", "after else",
)  # fmt: skip
AFTER = (
    "before a stop", "before a unit", "before a water", "before a road", "before a kind", "before a title",
    "before a follower", "before a name", "before a possessive",
    "before a hyphen", "before saying", "before a blow", "before people", "before a part", "before a preposition",
    "before a comma", "before a bracket", "before and", "before small", "before else",
)  # fmt: skip
MARKS_BEFORE = {
    ",": "after a comma",
    ";": "after a comma",
    ":": "after a comma",
    "(": "after a bracket",
} | dict.fromkeys(("and", "or", "&", "/"), "after and")
MARKS_AFTER = {",": "before a comma", ";": "before a comma", "(": "before a bracket", "and": "before and"}
BOUND = frozenset({"bound", "destined", "headed", "heading", "making", "steering", "intended", "meant"})
DEPARTING = frozenset({"left", "leaves", "leaving", "departed", "departs", "sailed", "sails", "sailing"})
MOST_BETWEEN = 5  # words between a departure and its "for"
WAY_ENDS = frozenset({"to", "into", "onto", "via"})
LONGEST_WAY = 10  # words between the two ends of a way
LONGEST_LIST = 30  # tokens of a list that are looked back
WHERE = frozenset({"in", "at", "near", "outside"})
LISTING = frozenset({",", "and", "or", "the", "-", "al", "de"})
OFF_AFTER = frozenset(
    {"cut", "set", "broke", "sealed", "laid", "pay", "paid", "called", "went", "took", "fought", "let"}
)
SAYING = frozenset({"said", "says", "told", "added", "asked", "explained", "noted", "testified", "recalled", "agreed"})
FALLS = frozenset({"fell", "lies"})
AUXILIARIES = frozenset({"was", "were", "is", "are", "has", "have", "had", "been", "being", "again"})


def before(text: Surroundings, name: Name) -> str:
    """Return what stands before a name, one of `BEFORE`; directions and "the" are skipped."""
    words, index = name_words(), name.first - 1
    while (
        index >= 0
        and index + 1 not in text.starts
        and (text.word(index) in words.directions or text.word(index) == "the")
    ):
        index -= 1
    if index < 0 or index + 1 in text.starts:
        return "at the start"
    token = text.parse.tokens[index]
    if token.text[0].isupper() and text.word(index).rstrip(".") in words.titles:
        return "after a title"
    if _is_somebodys(text, name, index):
        return "after a title"
    return _after_preposition(text, index) or _after_noun(text, token) or _after_mark(text, index)


def _is_somebodys(text: Surroundings, name: Name, comma: int) -> bool:
    """Tell whether a name between commas says who somebody is: "a trader, Yuan Lin, and"."""
    noun = text.word(comma - 1)
    one = text.word(comma) == "," and noun in nouns_of("person", "civilians") and not text.is_name(comma - 1)
    return one and noun not in name_words().after and text.word(name.last + 1) in {",", "("}


def _after_preposition(text: Surroundings, index: int) -> str | None:
    words, word = name_words(), text.word(index)
    if word in words.locatives or (word == "as" and text.word(index - 1) == "far") or _is_so_far(text, index):
        return "after in"
    if word == "of" and index:
        return _after_of(text.parse.tokens[index - 1].text)
    if word in words.relations or (word == "for" and _departs(text, index)):
        return "after small" if text.word(index - 1) in words.messages else "after from"
    return None


def _is_so_far(text: Surroundings, index: int) -> bool:
    """Tell whether a preposition says how far off something was: "four miles from", "20 km short of", "close to"."""
    word, before = text.word(index), text.word(index - 1)
    if word == "off":
        return before not in OFF_AFTER
    short = before == "short" and text.word(index - 2) in _lengths()
    if word == "from":
        return before in _lengths() or before in {"far", "away"}
    if word == "to":
        return before in {"close", "next", "adjacent"}
    return word == "of" and (short or before in _edges())


@cache
def _lengths() -> frozenset[str]:
    """Return the last words of units of length: "km", "miles"."""
    return frozenset(unit.split()[-1] for unit, _ in load_rows("lengths", ("unit", "km")))


@cache
def _edges() -> frozenset[str]:
    """Return the nouns that say that something is near: "outskirts", "vicinity"."""
    return frozenset(word for word, meaning in load_rows("placing", ("word", "meaning")) if meaning == "nearby")


def is_on_a_way(text: Surroundings, name: Name) -> bool:
    """Tell whether a name stands where one of two ends of a way does: "from Zugdidi by mule to Tagiloni".

    Parameters
    ----------
    text, name
        The name where it stands.
    """
    index = name.first - 1
    while text.word(index) in name_words().directions or text.word(index) == "the":
        index -= 1
    sentence = text.parse.sentences[text.parse.tokens[name.first].sentence]
    if text.word(index) == "from":
        return any(text.word(i) in WAY_ENDS for i in range(name.last + 1, min(name.last + LONGEST_WAY, sentence.last)))
    before = range(max(index - LONGEST_WAY, sentence.first), index)
    return text.word(index) in WAY_ENDS and any(text.word(i) == "from" for i in before)


def _departs(text: Surroundings, index: int) -> bool:
    """Tell whether a "for" says where somebody or something is under way to: "bound for", "left Odessa for"."""
    before = [text.word(i) for i in range(max(index - MOST_BETWEEN, 0), index)]
    return bool(before) and (before[-1] in BOUND or not DEPARTING.isdisjoint(before))


def _after_of(written: str) -> str:
    words, noun = name_words(), written.lower()
    unit = written == noun and not kinds_after().get(noun, frozenset()).isdisjoint(UNITS)  # no "Department of Justice"
    if unit or (f"{noun} of" in words.before and noun not in words.bodies):
        return "after a kind of"
    if any(form in words.dwellers for form in forms(noun)):
        return "after those of"  # "the mayor of", "residents of"
    if besieges(noun) or noun in word_class("siege"):
        return "after a siege"  # "the shelling of"
    is_part = noun in words.after or noun in words.directions or role_by_word("modifier", noun) == "literal"
    return "after a part of" if is_part else "after of"


def _after_noun(text: Surroundings, token: Token) -> str | None:
    """Judge by a word for a kind of place, "the village Dvani" and "Lake Chad", and by a name: "Kofi Annan"."""
    words, word, capital = name_words(), token.text.lower(), token.text[0].isupper()
    plain = not capital and (word in words.everyday or word in words.not_places)  # "tell", "ban"
    if word in words.after or (word in words.before and not plain):
        return "after a kind" if capital or word not in words.before else "after a kind of"
    if not capital or not text.is_name(token.index):
        return None
    entity = text.entity_of[token.index]
    return "after a forename" if entity is not None and entity.label == "PERSON" else "after a name"


def _after_mark(text: Surroundings, index: int) -> str:
    word = text.word(index)
    mark = MARKS_BEFORE.get(word)
    if mark:
        return "listed after in" if word != "(" and _heads_list(text, index) else mark
    if word in DASHES:
        return "after a hyphen"
    if word[0].isdigit():
        return "after a number"
    if besieges(word):
        return "after a siege"
    if strikes(word):
        return "after a blow"
    return "after small" if word.isalpha() else "after else"


def _heads_list(text: Surroundings, index: int) -> bool:
    """Tell whether a list that goes on at a comma or "and" began after a word of place: "near Kut, Hilla and"."""
    words, least = name_words(), max(0, index - LONGEST_LIST)
    if not text.is_name(index - 1) and text.word(index - 1) != ",":
        return False
    while index > least and (
        text.is_name(index) or text.word(index) in LISTING or text.word(index) in words.directions
    ):
        index -= 1
    return text.word(index) in words.locatives or strikes(text.word(index))


def after(text: Surroundings, name: Name) -> str:
    """Return what stands after a name, one of `AFTER`."""
    token = text.token(name.last + 1)
    if token is None or token.index in text.starts or not token.text.strip():
        return "before a stop"
    return _before_name(text, token) or _before_verb(text, name) or _before_word(token.text.lower())


def _before_name(text: Surroundings, token: Token) -> str | None:
    words, word = name_words(), token.text.lower()
    if word in words.after or _is_explained(text, token.index):
        return f"before a {noun_of(word)}" if word in words.after else "before a kind"
    if word.rstrip(".") in words.titles and token.text[0].isupper():
        return "before a title"
    if token.text in words.followings:
        return "before a follower"
    if text.is_name(token.index):
        return "before a name"
    if token.text in POSSESSIVES:
        return "before a possessive"
    return "before a hyphen" if word in DASHES | {"/"} else None


def _is_explained(text: Surroundings, index: int) -> bool:
    """Tell whether words say what kind of place a name is: "Karrada, a busy district", "the Manas air base"."""
    reach = range(index + 1, index + 2)
    if text.word(index) == "," and text.word(index + 1) in {"a", "an", "the"}:
        reach = range(index + 2, index + 6)
    return any(text.word(n) in name_words().after and not text.is_name(n) for n in reach) and not text.is_name(index)


def _is_of_speakers(text: Surroundings, name: Name) -> bool:
    """Tell whether others say it, who are at a place: "police in Gao said"."""
    return text.word(name.first - 1) in WHERE or before(text, name) == "after those of"


def _before_verb(text: Surroundings, name: Name) -> str | None:
    if text.word(name.last + 1) in SAYING and not _is_of_speakers(text, name):
        return "before saying"
    words = name_words()
    first = text.word(name.first)
    plain = name.last > name.first or not (first in words.common or first in words.everyday)
    return "before a blow" if plain and _suffers(text, name.last + 1) else None


def _suffers(text: Surroundings, index: int) -> bool:
    """Tell whether words say what befalls places: "was shelled", "came under fire", "fell to"."""
    first = index
    while text.word(index) in AUXILIARIES:
        index += 1
    if text.word(index + 1) == "under":
        return any(role_by_word("under", text.word(n)) == "literal" for n in range(index + 2, index + 5))
    return besieges(text.word(index)) if index > first else text.word(index) in FALLS


def _before_word(word: str) -> str:
    words = name_words()
    noun = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    role = role_by_word("modifier", noun)
    if noun in words.locals or role == "demonym":
        return "before people"
    if role == "literal":
        return "before a part"
    if word in words.locatives or word in words.relations:
        return "before a preposition"
    return MARKS_AFTER.get(word) or ("before small" if word.isalpha() else "before else")
