"""Which language a text is written in, by py3langid: one that is not handled is named and passed over, not misread."""

import re
from functools import cache
from typing import Any

from geo.documents.items import Problem
from geo.model import Document

HANDLED = "en"
SHORTEST = 200  # letters; of fewer the classifier is a guess
FEW = 20  # letters that show in which script a text is written, however short it is
LATIN = "\u0250"  # what comes before it
SAMPLE = 3_000  # characters, from the middle: heads and feet are names and boilerplate
SURE = 0.95
RELATIVES = 3  # Croatian, Bosnian and Serbian share what is sure among them; a list of names is spread over many
NAMES = {
    "ar": "Arabic", "bn": "Bengali", "bs": "Bosnian", "cs": "Czech", "da": "Danish", "de": "German", "es": "Spanish",
    "fa": "Persian", "fr": "French", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "ku": "Kurdish",
    "ms": "Malay", "my": "Burmese", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "so": "Somali", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def foreign(document: Document, where: str) -> Problem | None:
    """Return the problem of a text that is surely in a language other than English, or None.

    Parameters
    ----------
    document
        What to look at; a short one is refused for its script alone.
    where
        Where it stands.
    """
    middle = max(0, (len(document.text) - SAMPLE) // 2)
    sample = document.text[middle : middle + SAMPLE].lower()  # a cable in capitals is English, too
    letters = re.findall(r"[^\W\d_]", sample)
    in_other_script = len(letters) >= FEW and sum(letter < LATIN for letter in letters) < len(letters) / 5
    if len(letters) < SHORTEST and not in_other_script:
        return None
    ranked = _classifier().rank(sample)[:RELATIVES]
    is_sure = HANDLED not in dict(ranked) and sum(sureness for _, sureness in ranked) >= SURE
    if not is_sure and not in_other_script:
        return None
    language = next(code for code, _ in ranked if code != HANDLED)
    name = NAMES.get(language, f"a language of code {language}")
    why, remedy = f"is in {name}, and only English is read", "leave it out, or read it with --any-language"
    return Problem(where, why, remedy, "language")


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
