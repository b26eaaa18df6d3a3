"""A text -> its tokens, sentences and entities: the only place that knows spaCy."""

from geo.language.parsing import MODEL, Language, Worth, always, load, never

__all__ = ["MODEL", "Language", "Worth", "always", "load", "never"]
