"""Ukrainian and Russian names in Latin letters, as English-language news writes them.

Ukrainian goes by the table of the Cabinet of Ministers of 2010, Russian by that of BGN/PCGN without its marks.
"""

import re

_BOTH = {"а": "a", "б": "b", "в": "v", "д": "d", "ж": "zh", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o"}
_BOTH |= {"п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh"}
_BOTH |= {"щ": "shch"} | dict.fromkeys("ьъ'’ʼ", "")
_LETTERS = {
    "UA": _BOTH
    | {"г": "h", "ґ": "g", "е": "e", "и": "y", "і": "i", "ї": "i", "й": "i", "є": "ie", "ю": "iu", "я": "ia"},
    "RU": _BOTH | {"г": "g", "е": "e", "ё": "yo", "и": "i", "й": "y", "ы": "y", "э": "e", "ю": "yu", "я": "ya"},
}
_FIRST = {
    "UA": {"ї": "yi", "й": "y", "є": "ye", "ю": "yu", "я": "ya"},  # at the head of a word
    "RU": {"е": "ye"},  # there, and behind vowels and signs
}
_HEAD = {"UA": re.compile(r"(?<![\w'’ʼ])[їйєюя]"), "RU": re.compile(r"(?<!\w)е|(?<=[аеёиоуыэюяьъ])е")}
_WRITTEN_OTHERWISE = {"UA": (re.compile("зг"), "zgh"), "RU": (re.compile(r"[ыи]й\b"), "y")}


def romanised(name: str, country: str) -> str:
    """Return a name of UA or RU in Latin letters, each of its words with a capital.

    Parameters
    ----------
    name
        In Cyrillic letters; others stay as they are.
    country
        ``UA`` or ``RU``, whose language the name is in.
    """
    pattern, written = _WRITTEN_OTHERWISE[country]
    lower = pattern.sub(written, name.lower())
    lower = _HEAD[country].sub(lambda found: _FIRST[country][found[0]], lower)
    latin = "".join(_LETTERS[country].get(letter, letter) for letter in lower)
    return re.sub(r"(?<![\w'])\w", lambda found: found[0].upper(), latin)
