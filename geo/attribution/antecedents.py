"""Who is meant by "he said" and "it said" where the sentence before speaks of somebody else than who spoke last.

"A priest came to see us. He said …": the priest says so, whoever spoke before.
"""

from functools import cache

from geo.attribution.said import bodies
from geo.lexicon import load_pairs
from geo.lexicon.shared import armed_nouns, cues, cues_of, nouns_of
from geo.model import Parse, Sentence, Token
from geo.syntax import ancestors, children, is_passive, prepositional
from geo.syntax.phrases import phrase_span
from geo.syntax.tags import PLACES, PLURAL

ALONE = frozenset({"he", "she"})
OPENING = 10  # words with which a sentence that is not parsed may name whom it is about
OF_OTHERS = frozenset({"of", "for", "to", "by", "with", "against", "from", "in", "at", "near", "on"})


def meant_by(parse: Parse, pronoun: str, verb: int) -> str | None:
    """Return the words for whom the sentence before tells of, if a pronoun can mean them and they are alive to speak.

    Parameters
    ----------
    parse, pronoun
        The text, and "he", "she", "it" or "they".
    verb
        Token index of the verb of saying.
    """
    own = parse.sentences[parse.tokens[verb].sentence]
    if own.index == 0 or not (_opens_with(parse, own, pronoun) or _closes_with(parse, verb, pronoun)):
        return None
    before = parse.sentences[own.index - 1]
    if "\n\n" in parse.text[before.end - 1 : own.start]:
        return None
    noun = _subject(parse, before) if any(t.pos for t in parse.sentence_tokens(before)) else _first(parse, before)
    return phrase_span(parse, noun.index).text if noun is not None and _can_be(noun, pronoun) else None


def own_subject(parse: Parse, pronoun: str, verb: int) -> str | None:
    """Return the words for who does what a pronoun's clause hangs on: "the Front showed a film that it said was new".

    Parameters
    ----------
    parse, pronoun, verb
        As for `meant_by`; "they" too.
    """
    if parse.tokens[verb].dep not in {"relcl", "advcl"}:
        return None
    above = next((t for t in ancestors(parse, verb) if t.pos == "VERB"), None)
    noun = next(iter(children(parse, above.index, "nsubj")), None) if above is not None else None
    if noun is None:
        return None
    named = pronoun == "it" and noun.pos == "PROPN" and noun.entity not in {*PLACES, "PERSON"}
    return phrase_span(parse, noun.index).text if named or _can_be(noun, pronoun) else None


def _opens_with(parse: Parse, sentence: Sentence, pronoun: str) -> bool:
    return any(t.text.lower() == pronoun for t in parse.sentence_tokens(sentence)[:3])


def _closes_with(parse: Parse, verb: int, pronoun: str) -> bool:
    """Tell whether the verb of saying and its pronoun stand at the end, behind what is said: "…, he said"."""
    words = [t.text.lower() for t in parse.tokens[max(0, verb - 2) : verb + 2]]
    return words[:2] == [",", pronoun] and words[3:] in ([], ["."])


def _subject(parse: Parse, sentence: Sentence) -> Token | None:
    """Return whom a sentence tells of, if he does something and suffers nothing, or who wrote what it tells of."""
    root = next((t for t in parse.sentence_tokens(sentence) if t.dep == "ROOT"), None)
    if root is None or is_passive(parse, root.index):
        return None
    who = next(iter(children(parse, root.index, "nsubj")), None)
    writers = prepositional(parse, root.index, ("from",)) if who and (who.lemma, "paper") in cues() else ()
    return parse.tokens[writers[0]] if writers else who


def _first(parse: Parse, sentence: Sentence) -> Token | None:
    """Return the first noun for a person or a body in a sentence that is not parsed: it tells of no harm."""
    words = parse.sentence_tokens(sentence)[:OPENING]
    found = next((n for n, t in enumerate(words) if t.text.lower() in _speaking()), None)
    return None if found is None or (found and words[found - 1].text.lower() in OF_OTHERS) else words[found]


def _can_be(noun: Token, pronoun: str) -> bool:
    persons = nouns_of("person", "civilians")
    if pronoun in ALONE:
        groups = load_pairs("groups_of_people", ("noun", "size")).keys()
        person = noun.entity == "PERSON" or noun.text.lower() in persons - groups
        return person and noun.tag not in PLURAL
    if pronoun == "they":
        return noun.text.lower() == "police" or (noun.tag in PLURAL and noun.lemma in persons - armed_nouns())
    return noun.entity == "ORG" or (noun.text.lower() in bodies() | cues_of("outlet") and noun.entity not in PLACES)


@cache
def _speaking() -> frozenset[str]:
    return nouns_of("person", "civilians") | bodies() | cues_of("outlet")
