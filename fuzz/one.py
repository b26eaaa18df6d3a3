"""Searches one target for inputs that break it: `python -m fuzz.one TARGET FOLDER`, libFuzzer's options after it.

FOLDER keeps the inputs that reached something new. With a file in its place, that one input is tried again.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

import atheris

OURS = ("gazetteer", "geo", "output")


def main(name: str, corpus: str, options: list[str]) -> None:
    """Search; libFuzzer ends the process."""
    from fuzz.watched import WATCHED

    with atheris.instrument_imports(include=[*OURS, *WATCHED.get(name, ())]):
        from fuzz.targets import TARGETS, scratch

        target, folder = TARGETS[name], Path(scratch())
        for number, seed in enumerate(target.seeds):
            made = seed()
            target.run(made, folder)  # loads what it needs, so that its branches are counted
            if Path(corpus).is_dir():
                (Path(corpus) / f"seed-{number}").write_bytes(made)
    atheris.Setup([sys.argv[0], corpus, *options], lambda data: target.run(data, folder), **_mutator(name))
    try:
        atheris.Fuzz()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _mutator(name: str) -> dict[str, Any]:
    """Return what changes inputs of a target in a way of its own: hardly any change of bytes leaves a record one."""
    if name != "record":
        return {}
    from fuzz.records import changed

    return {"custom_mutator": lambda data, most, seed: changed(data, seed)[:most]}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
