"""Ways in which a part of a run can be damaged, as a disk, a copy or a hand does it."""

import json
import random
from collections.abc import Callable
from pathlib import Path


def _cut(file: Path, dice: random.Random) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: dice.randrange(len(content))])


def _flip(file: Path, dice: random.Random) -> None:
    content = bytearray(file.read_bytes())
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    file.write_bytes(content)


def _lose(file: Path, _: random.Random) -> None:
    file.unlink()


def _empty(file: Path, _: random.Random) -> None:
    file.write_bytes(b"")


def _lie(file: Path, _: random.Random) -> None:
    """Let a note say that its part holds more than it does."""
    note = json.loads(file.read_bytes())
    note["documents"][0]["incidents"] += 100
    file.write_text(json.dumps(note, ensure_ascii=False, indent=1))


def _swap(file: Path, _: random.Random) -> None:
    """Put another part's note in the place of this one's."""
    other = next(path for path in sorted(file.parent.glob(f"*{file.suffix}")) if path != file)
    file.write_bytes(other.read_bytes())


Damage = Callable[[Path, random.Random], None]
WAYS: dict[str, tuple[str, Damage]] = {
    "records cut short": (".jsonl", _cut),
    "a bit of the records flipped": (".jsonl", _flip),
    "records lost": (".jsonl", _lose),
    "records empty": (".jsonl", _empty),
    "records of another part": (".jsonl", _swap),
    "note cut short": (".json", _cut),
    "a bit of the note flipped": (".json", _flip),
    "note lost": (".json", _lose),
    "note that lies": (".json", _lie),
    "note of another part": (".json", _swap),
}
"""Each with the file of the part that it damages."""


def damage(run: Path, way: str, dice: random.Random) -> None:
    """Damage a part of a run, whichever the dice say.

    Parameters
    ----------
    run
        The folder.
    way
        One of `WAYS`.
    dice
        Choose the part, and where in it.
    """
    ending, done = WAYS[way]
    done(dice.choice(sorted((run / "records").glob(f"*{ending}"))), dice)
