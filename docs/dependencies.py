"""Writes docs/dependencies.md, what dateline needs and under which licences; `--check` verifies it instead.

It reads what the packages that are installed say of themselves, and refuses a licence that is neither allowed here nor
accepted for one package with a reason.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

FILE = Path(__file__).with_name("dependencies.md")
PINNED = FILE.parents[1] / "constraints.txt"
EXTRAS = ("cluster", "postgis", "remote")  # those of a user; what only tests and measures is not listed
ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "HPND", "ISC", "MIT", "MIT-CMU",
    "PSF-2.0", "Zlib",
}  # fmt: skip
SPELT = {
    "Apache 2.0": "Apache-2.0", "Apache Software License": "Apache-2.0", "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause", "ISC License": "ISC", "MIT License": "MIT",
    "Python Software Foundation License": "PSF-2.0", "The BSD 2-Clause License": "BSD-2-Clause",
}  # fmt: skip
ACCEPTED = {
    "certifi": ("MPL-2.0", "used unchanged, as a library; copyleft of its own files only"),
    "psycopg": ("LGPL-3.0-only", "used unchanged, as a library, by those who ask for the extra postgis"),
    "psycopg-binary": ("LGPL-3.0-only", "used unchanged, as a library, by those who ask for the extra postgis"),
    "tld": ("MPL-1.1", "used unchanged, as a library of trafilatura's; copyleft of its own files only"),
    "tqdm": ("MPL-2.0 AND MIT", "used unchanged, as a library of spaCy's; copyleft of its own files only"),
    "xstatic-leaflet": ("BSD-2-Clause", "says only that it has Leaflet's licence, which is this"),
}
HEAD = """# Dependencies

Every package that `pip install dateline` brings, and what the extras of a user add, with the version that the tests ran
with (`constraints.txt`) and its licence as the package itself says. This page is made by `python docs/dependencies.py`;
`make check` fails where it is out of date, or where a licence is unknown or was not decided on. What only builds, tests
and measures dateline (the extras test, check, fuzz and bench) is not handed on, and not listed. The data that dateline
carries are in [`gazetteer/data/ATTRIBUTION.md`](../gazetteer/data/ATTRIBUTION.md). For a machine's list (SBOM) of an
environment, run `cyclonedx-py environment` in it.

| package | version | licence | needed by | |
| --- | --- | --- | --- | --- |
"""


def needed(name: str, extras: tuple[str, ...], seen: dict[str, Distribution]) -> None:
    """Add a package and all that it needs to `seen`, by their names."""
    there = distribution(name)
    seen[_key(name)] = there
    for wanted in map(Requirement, there.requires or []):
        asked = any(wanted.marker is None or wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        if asked and (_key(wanted.name) not in seen or wanted.extras):
            needed(wanted.name, tuple(wanted.extras), seen)


def licence(package: Distribution) -> str:
    """Return a package's licence, as an SPDX expression where it is one of those known here."""
    about = package.metadata
    said = (about["License-Expression"] or about["License"] or "").strip()
    classified = [
        words.rpartition("::")[2].strip() for words in about.get_all("Classifier") or [] if "License ::" in words
    ]
    if not said or "\n" in said or len(said) > 80:  # a whole licence
        said = re.sub(r" \([A-Z]+\)$", "", classified[0]) if classified else "unknown"
    return SPELT.get(said, said)


def is_allowed(expression: str) -> bool:
    """Tell whether each part of a licence has an alternative that is allowed; in doubt, it is not."""
    parts = (part.split(" OR ") for part in expression.split(" AND "))
    return all(any(one.strip(" ()") in ALLOWED for one in alternatives) for alternatives in parts)


def rows() -> Iterator[str]:
    """Yield a row of the table for each package; SystemExit at a licence that was not decided on."""
    always: dict[str, Distribution] = {}
    needed("dateline", (), always)
    everything: dict[str, Distribution] = {}
    needed("dateline", EXTRAS, everything)
    pinned = dict(line.split("==") for line in PINNED.read_text("utf-8").splitlines() if "==" in line)
    versions = {_key(name): version for name, version in pinned.items()}
    for name, package in sorted(everything.items()):
        if name == "dateline":
            continue
        found, why = ACCEPTED.get(name, (licence(package), ""))
        if not why and not is_allowed(found):
            sys.exit(
                f"{name}: its licence is {found!r}; allow it, or accept it with a reason, in {Path(__file__).name}"
            )
        yield f"| {name} | {versions.get(name, '')} | {found} | {'' if name in always else 'an extra'} | {why} |"


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> None:
    """Write the page, or check that each row is there."""
    made = list(rows())
    if "--check" not in sys.argv:
        FILE.write_text(HEAD + "\n".join(made) + "\n", encoding="utf-8")
        return
    there = set(FILE.read_text(encoding="utf-8").splitlines())
    lacking = [row for row in made if row not in there]  # another Python or system may need fewer
    if lacking:
        sys.exit("\n".join([f"{FILE.name} lacks these rows; run python docs/{Path(__file__).name}:", *lacking]))


if __name__ == "__main__":
    main()
