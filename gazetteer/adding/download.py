"""Downloads GeoNames' dumps: goes on where an earlier try ended, and checks what came."""

import json
import os
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path

from gazetteer.errors import DownloadError

BASE = "https://download.geonames.org/export/dump"
VARIABLE = "DATELINE_GEONAMES"  # where to fetch from instead, such as a mirror
TRIES, PAUSE = 4, 1.0  # seconds before the second try, twice as many before each further one
TIMEOUT = 30.0  # seconds without a byte
BLOCK = 2**16
Tell = Callable[[int, int | None], None]


def fetch(name: str, folder: Path, tell: Tell, *, base: str | None = None, pause: float = PAUSE) -> Path:
    """Return the zip file of a dump, fetched into `folder`.

    Parameters
    ----------
    name
        Such as ``IQ`` or ``allCountries``.
    folder
        What has come of an interrupted download lies here, too.
    tell
        Is told the bytes that are here, and how many there will be where the server says so.
    base
        Address that the dumps lie under.
    pause
        Seconds before the second try.

    Raises
    ------
    DownloadError
        There is no network, no such dump, or what came is damaged.
    """
    url = f"{base or os.environ.get(VARIABLE) or BASE}/{name}.zip"
    if not url.startswith(("https://", "http://")):
        raise DownloadError(f"{url}: is no web address; set {VARIABLE} to one that begins with https://")
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.zip.part"
    for attempt in range(TRIES):
        try:
            _get(url, part, tell)
            break
        except (OSError, HTTPException) as error:
            _give_up(url, error, last=attempt + 1 == TRIES)
            time.sleep(pause * 2**attempt)
    return _checked(url, part, folder / f"{name}.zip")


def _give_up(url: str, error: Exception, *, last: bool) -> None:
    if isinstance(error, urllib.error.HTTPError) and error.code == 404:
        raise DownloadError(f"{url}: GeoNames has no such dump; name a country by its two letters, as in IQ") from error
    if last or isinstance(error, PermissionError):
        reason = getattr(error, "reason", None) or error
        remedy = "see whether there is a network and run again, or fetch it elsewhere: dateline gazetteer add FILE.zip"
        raise DownloadError(f"{url}: cannot be fetched ({reason}); {remedy}") from error


def _get(url: str, part: Path, tell: Tell) -> None:
    """Fetch what lacks; only the end of the same file is added to what is here."""
    there, tag = (part.stat().st_size, _tag(part)) if part.exists() else (0, None)
    headers = {"User-Agent": "dateline"}
    if there and tag:
        headers |= {"Range": f"bytes={there}-", "If-Range": tag}
    try:
        response = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=TIMEOUT)  # noqa: S310
    except urllib.error.HTTPError as error:
        if error.code == 416:  # nothing lacks, or the file has become shorter
            _forget(part)
        raise
    with response:
        _save(response, part, there if response.status == 206 else 0, tell)


def _save(response: HTTPResponse, part: Path, start: int, tell: Tell) -> None:
    length = response.headers.get("Content-Length")
    total = start + int(length) if length else None
    _tag_file(part).write_text(
        json.dumps(response.headers.get("ETag") or response.headers.get("Last-Modified")), encoding="utf-8"
    )
    with part.open("ab" if start else "wb") as file:
        here = start
        while block := response.read(BLOCK):
            file.write(block)
            here += len(block)
            tell(here, total)
    if total is not None and here != total:
        raise ConnectionError(f"the connection ended after {here:,} of {total:,} bytes")


def _checked(url: str, part: Path, target: Path) -> Path:
    try:
        with zipfile.ZipFile(part) as archive:
            wrong = archive.testzip()
    except (zipfile.BadZipFile, EOFError) as error:
        wrong = str(error)
    if wrong:
        _forget(part)
        raise DownloadError(f"{url}: what came is damaged ({wrong}); run again to fetch it anew")
    part.replace(target)
    _tag_file(part).unlink(missing_ok=True)
    return target


def _tag_file(part: Path) -> Path:
    return part.with_suffix(".tag")


def _tag(part: Path) -> str | None:
    """Return what the server called this version of the file; a weak tag does not vouch for its bytes."""
    try:
        tag = json.loads(_tag_file(part).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return tag if isinstance(tag, str) and not tag.startswith("W/") else None


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _tag_file(part).unlink(missing_ok=True)
