"""Days before a subject that parsers take for a part of it: "On 4 May rebel sources said", "In 2019 troops fired".

Of "a nun who had been missing since May was found" they make that May was.
So they do with days of a calendar that they do not know: "On Sunday, 3 Shawwal, fighters fired".
"""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending
from geo.lexicon.shared import calendar_words
from geo.model import Token
from geo.syntax.tags import MODIFIERS, NOUN_SUBJECTS

BESIDE_NOUNS = MODIFIERS | {"nummod"}
BEFORE = frozenset({"after", "before", "by", "during", "from", "in", "on", "since", "until"})
LONGEST = 5  # tokens in a day: "Monday, 4 May 2019"
LAST_DAY, FIRST_YEAR, LAST_YEAR = 31, 1900, 2099


@mending
def with_opening_days(tokens: Sequence[Token], word: Token) -> Hung:
    """Return such a day as the object of its preposition, one of another calendar as what is said of it."""
    if word.dep in NOUN_SUBJECTS and word.index:
        return _found(tokens, word) or _of_another_calendar(tokens, word)
    if word.lemma not in BEFORE or word.pos != "ADP":
        return {}
    day = _day(tokens[word.index + 1 : word.index + 1 + LONGEST])
    heads = {token.head for token in day} - {token.index for token in day} - {word.index}
    if not heads or not all(token.dep in BESIDE_NOUNS for token in day if token.head in heads):
        return {}
    noun = tokens[max(heads)]
    if len(heads) > 1 or noun.dep not in NOUN_SUBJECTS or noun.index < day[-1].index:
        return {}
    named = [token for token in day if not token.text[0].isdigit()] or day
    held = [token for token in day if token.head == word.index]
    top = (held or named)[-1]
    hung: Hung = {token.index: ("nummod" if token.text[0].isdigit() else "compound", top.index) for token in day}
    if word.head in hung:  # "on 30 April 1984 soldiers crossed": the preposition hung on the month
        hung[word.index] = ("prep", noun.head)
    return hung | {top.index: ("pobj", word.index)}


def _found(tokens: Sequence[Token], day: Token) -> Hung:
    """Return a day that is taken for what a verb tells of, and as that the noun at the head of the sentence."""
    link, verb = tokens[day.index - 1], tokens[day.head]
    named = day.text[0].isupper() and day.text.lower() in calendar_words("month", "month_word", "weekday")
    if not named or link.lemma not in BEFORE or link.dep not in {"mark", "prep"}:
        return {}
    hung: Hung = {day.index: ("pobj", link.index)}
    if link.dep == "mark":
        hung[link.index] = ("prep", link.index - 1)
    subject = tokens[verb.head]
    headless = verb.dep == "advcl" and subject.dep == "ROOT" and subject.pos == "NOUN" and subject.index < link.index
    return hung | ({subject.index: (day.dep, verb.index), verb.index: ("ROOT", verb.index)} if headless else {})


def _of_another_calendar(tokens: Sequence[Token], month: Token) -> Hung:
    """Return a number and a name between commas behind a weekday as that day: "on Sunday, 3 Shawwal,"."""
    number, mark, day = (tokens[max(month.index - back, 0)] for back in (1, 2, 3))
    counted = number.text.isdigit() and int(number.text) <= LAST_DAY and mark.text == ","
    if not counted or day.text.lower() not in calendar_words("weekday"):
        return {}
    second = any(tokens[i].dep == month.dep and i > month.index for i in tokens[month.head].children)
    taken = [i for i in month.children if i > month.index and tokens[i].dep == "appos"]
    acting = dict.fromkeys(taken[:1], (month.dep, month.head))
    return {**acting, month.index: ("appos", day.index)} if second or acting else {}


def _day(words: Sequence[Token]) -> list[Token]:
    """Return the words of a day at the beginning of others: a weekday, a month with its day, a year."""
    day: list[Token] = []
    for word in words:
        text = word.text.rstrip(".")
        number = text.isdigit() and int(text) <= LAST_DAY and not any(t.text.isdigit() for t in day)
        year = text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR
        if not (number or year or text.lower() in calendar_words("month", "month_word", "weekday")):
            break
        day.append(word)
    return day if any(not t.text.isdigit() or len(t.text) == len("2019") for t in day) else []
