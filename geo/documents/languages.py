"""Which language a text is written in, by py3langid: one that is not handled is named and passed over, not misread."""

import re
from functools import cache
from typing import Any

from geo.documents.items import Problem
from geo.model import Document

HANDLED = "en"
SHORTEST = 200  # letters; of fewer the classifier is a guess
SAMPLE = 3_000  # characters, from the middle: heads and feet are names and boilerplate
SURE = 0.95
NAMES = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "my": "Burmese",
    "nl": "Dutch", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ru": "Russian", "so": "Somali", "sw": "Swahili",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def foreign(document: Document, where: str) -> Problem | None:
    """Return the problem of a text that is surely in a language other than English, or None.

    Parameters
    ----------
    document
        What to look at; a short one is never refused.
    where
        Where it stands.
    """
    middle = max(0, (len(document.text) - SAMPLE) // 2)
    sample = document.text[middle : middle + SAMPLE].lower()  # a cable in capitals is English, too
    if len(re.findall(r"[^\W\d_]", sample)) < SHORTEST:
        return None
    language, sureness = _classifier().classify(sample)
    if language == HANDLED or sureness < SURE:
        return None
    name = NAMES.get(language, f"a language of code {language}")
    why, remedy = f"is in {name}, and only English is read", "leave it out, or read it with --any-language"
    return Problem(where, why, remedy, "language")


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
