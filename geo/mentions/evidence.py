"""Whether a name that could be a place's is one: the recogniser's label, the words around it, how well known it is."""

import re

from gazetteer.names import key
from gazetteer.place import Place
from geo.mentions.naming import PLACE_LABELS, Surroundings, name_words
from geo.mentions.spans import WELL_KNOWN, Name
from geo.mentions.usage import role_by_word
from geo.model import Token

FEW = 3  # towns of one name
OUTWEIGHS = 20  # times the inhabitants of the next town of that name
SEATS = frozenset({"PPLC", "PPLA", "PPLA2"})  # GeoNames: capitals of countries, first- and second-order units
HAMLET = 20_000  # inhabitants below which a bare name is likelier a surname or a firm
LEAST_KNOWN = 10_000  # inhabitants a town must have to outrank a person on weak proof
DATELINE_MARKS = frozenset({",", "(", "-", "--", "\u2013", "\u2014", ":"})
UNLIKELY_LABELS = frozenset({"DATE", "TIME", "MONEY", "NORP", "LANGUAGE", "EVENT", "WORK_OF_ART", "PRODUCT", "ORG"})
DIGIT = re.compile(r"\d")  # "Route 128", "Exit 6"


def label_of(text: Surroundings, name: Name) -> str:
    """Return the recogniser's label of a name, "" if it has none."""
    entity = text.entity_of[name.first] or text.entity_of[name.last]
    return entity.label if entity else ""


def weigh(text: Surroundings, name: Name, proof: str, *, country: bool) -> bool | None:
    """Weigh the recogniser's label, the words around a name, and how well known the place is.

    Parameters
    ----------
    text, name
        The name where it stands.
    proof
        What `proof_of` says of it.
    country
        Its likeliest place is a country.

    Returns
    -------
    bool or None
        Whether it is a place's name; None where only the rest of the document can say.
    """
    single, placed = name.first == name.last, label_of(text, name) in PLACE_LABELS
    proven = proof in {"strong", "named"}
    if single and text.parse.tokens[name.first].text in text.people and not country:
        return proven
    if not name.places:
        return _weigh_unknown(text, name, proof)
    if proven and not _is_owner(text, name, proof):
        return True
    if country:
        return True
    if placed:
        return None if single and not proof and _is_hamlet(name.places[0]) else True
    return _weigh_unplaced(text, name, proof)


def _is_owner(text: Surroundings, name: Name, proof: str) -> bool:
    """Tell whether a name is that of a person whose house or things are meant: "at Carter's"."""
    after = text.token(name.last + 1)
    owns = after is not None and after.tag == "POS"
    return (
        owns and proof == "strong" and label_of(text, name) == "PERSON" and not name.places[0].population >= WELL_KNOWN
    )


def _weigh_unknown(text: Surroundings, name: Name, proof: str) -> bool | None:
    """Weigh a name that the gazetteer lacks: where the words show a place, it is one that nobody can draw."""
    label = label_of(text, name)
    if DIGIT.search(name.names[0]) or label in UNLIKELY_LABELS - {"ORG", "PRODUCT"}:
        return False
    if label in PLACE_LABELS:
        return True if proof else None
    last = text.parse.tokens[name.last].text.lower()
    if proof == "named" or (proof == "strong" and name.last > name.first and last in name_words().after):
        return True
    return True if proof == "strong" and not label and _is_unknown_word(text, name) else None


def _is_unknown_word(text: Surroundings, name: Name) -> bool:
    """Tell whether a name is one word, hung on a preposition of place: "in Zelenopillia", not "in Grand Theft Auto"."""
    token = text.parse.tokens[name.last]
    return (
        name.first == name.last and token.pos == "PROPN" and token.dep in {"pobj", "conj"} and not token.text.isupper()
    )


def _weigh_unplaced(text: Surroundings, name: Name, proof: str) -> bool | None:
    """Weigh a name that the recogniser does not take for a place's."""
    label = label_of(text, name)
    if label == "PERSON":
        return _outranks_person(text, name, proof)
    if label == "ORG" and proof:
        return True if _in_event(text, name) else is_well_known(text, name, alternate=True)
    if label in UNLIKELY_LABELS:
        return None
    return True if proof else is_well_known(text, name)


def _is_hamlet(place: Place) -> bool:
    """Tell whether a place is small enough that a surname or a firm is likelier to be meant."""
    return place.kind == "populated_place" and place.population < HAMLET


def _outranks_person(text: Surroundings, name: Name, proof: str) -> bool | None:
    """Tell whether a name that the recogniser takes for a person's is rather a town's."""
    if not _is_distinct(name.places) or (text.parse.tokens[name.last].dep in {"nsubj", "poss"} and not proof):
        return None
    place = name.places[0]
    a_town = place.population >= LEAST_KNOWN or place.feature in SEATS
    return True if is_well_known(text, name, alternate=True) or (proof and a_town and _in_event(text, name)) else None


def _in_event(text: Surroundings, name: Name) -> bool:
    """Tell whether a name hangs on a verb or on an event: "withdrew from Amarah", not "word from Maliki"."""
    tokens = text.parse.tokens
    head = tokens[tokens[name.last].head]
    governors = (head, tokens[head.head])
    return any(g.pos == "VERB" or role_by_word("modifier", g.lemma) == "literal" for g in governors)


def _is_distinct(places: tuple[Place, ...]) -> bool:
    """Tell whether few towns share a name, or one outweighs the rest; a surname that is a place is many towns' name."""
    towns = sorted((p.population for p in places if p.kind == "populated_place"), reverse=True)
    return len(towns) <= FEW or towns[0] >= OUTWEIGHS * towns[1]


def is_well_known(text: Surroundings, name: Name, *, alternate: bool = False) -> bool | None:
    """Tell whether a name without further proof is a large place's, written as a name and not only for its position.

    With `alternate`, another spelling than the place's main one will do.
    """
    if not name.places:
        return None
    token, place = text.parse.tokens[name.first], name.places[0]
    starts = token.index == text.parse.sentences[token.sentence].first
    large = place.population >= WELL_KNOWN or place.kind in {"admin1", "water", "region"}
    own = alternate or key(place.name) == key(name.names[0]) or name.last > name.first
    return True if large and own and token.pos == "PROPN" and not (starts and name.first == name.last) else None


def proof_of(text: Surroundings, name: Name) -> str:
    """Return how strongly the words around a name show a place: "named", "strong", "weak" or ""."""
    words, after, tokens = name_words(), text.token(name.last + 1), text.parse.tokens
    if after is not None and after.text.lower() in words.after and after.text.lower() != "state":
        return "named"
    if name.last > name.first and (
        tokens[name.last].text.lower() in words.after or tokens[name.first].text.lower() in words.before
    ):
        return "strong"
    if _is_dateline(text, name):
        return "strong"
    return _proof_before(text, name.first) or _proof_by_verb(text, name) or _proof_as_modifier(text, name.last)


def _is_dateline(text: Surroundings, name: Name) -> bool:
    """Tell whether a name in capitals opens a report: "BAGHDAD (Reuters) -", "HELENA, Mont. (AP)"."""
    token, after = text.parse.tokens[name.first], text.token(name.last + 1)
    opens = token.index == text.parse.sentences[token.sentence].first
    if any(p.population < WELL_KNOWN and key(p.name) != key(name.names[0]) for p in name.places[:1]):
        return False
    return opens and token.text.isupper() and after is not None and after.text in DATELINE_MARKS


def _proof_before(text: Surroundings, first: int) -> str:
    tokens, words, index = text.parse.tokens, name_words(), first - 1
    while index >= 0 and (tokens[index].text.lower() in words.directions or tokens[index].text in {"the", "\n"}):
        index -= 1
    if index < 0:
        return ""
    before = tokens[index].text.lower()
    if before == "of" and index:
        noun = tokens[index - 1].text.lower()
        if f"{noun} of" in words.before or noun in words.after:
            return "named"
        return "strong" if noun in words.directions or role_by_word("modifier", noun) == "literal" else ""
    if tokens[index].pos in {"ADP", "SCONJ", "PART"} and before in words.locatives | words.relations:
        return "strong" if before in words.locatives else "weak"
    if before in words.before and index == first - 1:
        return "named" if before in words.after else "strong"
    return ""


def _proof_by_verb(text: Surroundings, name: Name) -> str:
    """Return how strongly a verb shows a place that suffers or lies: "retook Palmyra", "Homs was shelled"."""
    tokens = text.parse.tokens
    token = tokens[name.last]
    while token.dep == "conj" and token.head < token.index and tokens[token.head].pos in {"PROPN", "NOUN", "ADV"}:
        token = tokens[token.head]
    verb = tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"} and role_by_word("suffers", verb.lemma) == "literal":
        return "strong"
    slot = {"dobj": "object", "nsubj": "subject", "nsubjpass": "object"}.get(token.dep)
    if slot and role_by_word(slot, verb.lemma) == "literal":
        return "weak"
    return "weak" if token.dep == "nsubj" and _comes_under(text, verb) else ""


def _comes_under(text: Surroundings, verb: Token) -> bool:
    """Tell whether a verb's subject comes under what befalls places: "came under mortar fire", "is under siege"."""
    below = [text.parse.tokens[child] for child in verb.children]
    under = [text.parse.tokens[child] for token in below if token.lemma == "under" for child in token.children]
    return any(role_by_word("under", noun.lemma) == "literal" for noun in under)


def _proof_as_modifier(text: Surroundings, last: int) -> str:
    """Return "weak" where a name stands before a common noun as places do: "Winona police", "the Talavera farms"."""
    token, after = text.parse.tokens[last], text.token(last + 1)
    modifies = after is not None and after.pos == "NOUN" and after.text.islower() and token.head >= last + 1
    if not modifies or after is None:
        return ""
    return "weak" if after.lemma in name_words().locals or role_by_word("modifier", after.lemma) == "literal" else ""
