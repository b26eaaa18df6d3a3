"""From a key to its number, in a gazetteer file: by a trie, or by a table of sorted keys where there are many millions.

The trie takes a quarter of the space and is copied when a file is opened; the table is looked into where it lies.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Protocol

import marisa_trie

from gazetteer.errors import GazetteerFileError
from gazetteer.store import Store

HEAD = 8  # bytes of a key that the table keeps as a number, so that most of a search compares numbers


class Keys(Protocol):
    """The keys of a file, numbered."""

    def __len__(self) -> int: ...

    def number(self, key: str) -> int | None:
        """Return the number of a key, None if the file has none such."""

    def starting(self, prefix: str) -> Iterator[tuple[str, int]]:
        """Yield each key that begins with a prefix, with its number."""


def keys_of(store: Store) -> Keys:
    """Return the keys of an open file, whichever way it keeps them."""
    return SortedKeys(store) if "key_head" in store else TrieKeys(store)


class TrieKeys:
    """Keys in a marisa trie."""

    def __init__(self, store: Store) -> None:
        keys = bytes(store.checked("keys"))
        try:
            self._trie = marisa_trie.Trie().frombytes(keys)
            self.number = self._trie.get  # itself: it is asked of nearly each word of a text
        except RuntimeError as error:  # somebody made them up: the checksum fits
            raise GazetteerFileError(f"{store.path}: its names cannot be read; build or copy the file again") from error

    def __len__(self) -> int:
        return len(self._trie)

    def starting(self, prefix: str) -> Iterator[tuple[str, int]]:
        """Yield each key that begins with a prefix, with its number."""
        yield from self._trie.iteritems(prefix)


class SortedKeys:
    """Keys in the order of their UTF-8 bytes: their first eight bytes as numbers, and their text."""

    def __init__(self, store: Store) -> None:
        self._head, self._text, self._end = (store.checked(f"key_{part}") for part in ("head", "text", "end"))

    def __len__(self) -> int:
        return len(self._head)

    def number(self, key: str) -> int | None:
        """Return the number of a key, None if the file has none such."""
        data = key.encode()
        at = self._first_from(data)
        return at if at < len(self) and self._key(at) == data else None

    def starting(self, prefix: str) -> Iterator[tuple[str, int]]:
        """Yield each key that begins with a prefix, with its number."""
        data = prefix.encode()
        for at in range(self._first_from(data), len(self)):
            key = self._key(at)
            if not key.startswith(data):
                return
            yield key.decode(), at

    def _first_from(self, data: bytes) -> int:
        start = head(data)
        low = bisect_left(self._head, start)
        if len(data) < HEAD:
            return low
        return low + bisect_left(range(low, bisect_right(self._head, start, low)), data, key=self._key)

    def _key(self, number: int) -> bytes:
        return bytes(self._text[self._end[number] : self._end[number + 1]])


def head(data: bytes) -> int:
    """Return the first eight bytes of a key as a number that sorts as they do."""
    return int.from_bytes(data[:HEAD].ljust(HEAD, b"\0"), "big")
