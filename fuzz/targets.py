"""Each boundary that bytes come in over: what reads them there, and what may come of it."""

import gzip
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fuzz import seeds
from gazetteer.errors import CuratedError, GazetteerFileError, PlacesFileError
from geo.errors import CorrectionError, LexiconError, RecordError

MOST = 100_000  # bytes of a document, so that what is larger comes up, too
LONGEST_LINE = 2_000  # characters of what is said of a file
Read = Callable[[Path], None]
FORESEEN = (CuratedError, GazetteerFileError, PlacesFileError, CorrectionError, LexiconError, RecordError)


@dataclass(frozen=True, slots=True)
class Target:
    """One boundary.

    Parameters
    ----------
    read
        Reads a file; raises only what is foreseen there.
    ending
        Of the file.
    seeds
        Make whole inputs.
    wrap
        Makes the file of the bytes that are searched, where the search would otherwise stop at a checksum.
    """

    read: Read
    ending: str
    seeds: tuple[Callable[[], bytes], ...]
    wrap: Callable[[bytes], bytes] = bytes

    def run(self, data: bytes, folder: Path) -> None:
        """Read what the bytes are as a file in a folder; raise where that is not what a boundary may do."""
        path = folder / f"a{self.ending}"
        path.write_bytes(self.wrap(data))
        try:
            self.read(path)
        except FORESEEN as error:
            _check_line(str(error), path)


def _check_line(line: str, path: Path) -> None:
    if "\n" in line or len(line) > LONGEST_LINE or path.name not in line:
        raise AssertionError(f"not one clear line about {path.name}: {line[:LONGEST_LINE]!r}")


# ---------------------------------------------------------------- reports


def read_documents(path: Path) -> None:
    """Read a file of reports: each item is a document or a report that can be written, or one clear line."""
    import msgspec

    from geo.documents import Limits, Problem
    from geo.documents import read_documents as read
    from geo.model import Document
    from geo.records import report_to_json

    empty = True
    for item in read([path], limits=Limits(max_bytes=MOST)):
        empty = False
        if isinstance(item, Problem):
            _check_line(str(item), path)
        elif isinstance(item, Document):
            msgspec.json.encode(item)
            assert len(item.text.encode()) <= MOST, "a document above the limit"
        else:
            report_to_json(item)
    assert not empty, "neither a document nor a problem"


def read_record(path: Path) -> None:
    """Read a record: it comes back the same, and its layers can be built."""
    from geo.records import report_from_json, report_to_json
    from output.layers import build_layers

    try:
        report = report_from_json(path.read_bytes())
    except RecordError as error:
        raise RecordError(f"{path}: {error}") from error
    assert report_from_json(report_to_json(report)) == report, "a record that does not come back"
    build_layers([report], _gazetteer())


# ---------------------------------------------------------------- places, corrections, lexicons


@cache
def _gazetteer() -> Any:
    from gazetteer import bundled

    return bundled()


def read_gazetteer(path: Path) -> None:
    """Open a gazetteer file, check it, and ask it something."""
    from gazetteer import Gazetteer

    opened = Gazetteer.open(path)
    opened.check()
    for place in opened.candidates("Exampleville"):
        opened.get(place.id)
    assert opened.info


def read_places(path: Path) -> None:
    """Make a gazetteer of a file of places, as `dateline gazetteer add` does."""
    from output.command.gazetteers import opened

    opened([str(path)])


def read_curated(path: Path) -> None:
    """Read the rows kept by hand."""
    from gazetteer.curated import load

    load(path)


def read_corrections(path: Path) -> None:
    """Read what a reader of the map set right."""
    from geo.corrections import read_corrections as read

    read(path, _gazetteer()).subjects()


def read_lexicon(path: Path) -> None:
    """Read a word list."""
    from geo.lexicon import read_rows

    read_rows(path, ("word", "what"))


def _curated() -> bytes:
    from gazetteer.curated import COLUMNS, files

    rows = files()[0].read_text(encoding="utf-8").splitlines()
    start = rows.index(",".join(COLUMNS))
    return "\n".join(["# invented notes", *rows[start : start + 3]]).encode()


def _text(text: str) -> Callable[[], bytes]:
    return text.encode


def _documents(ending: str, *made: Callable[[], bytes], wrap: Callable[[bytes], bytes] = bytes) -> Target:
    return Target(read_documents, ending, made, wrap)


WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>a'
OTHER_LINE = seeds.LINE.replace('"a"', '"b"')
TARGETS: Mapping[str, Target] = MappingProxyType({
    "txt": _documents(".txt", _text(seeds.WORDS), lambda: seeds.WORDS.encode("utf-16")),
    "html": _documents(".html", _text(seeds.PAGE)),
    "pdf": _documents(".pdf", lambda: seeds.pdf(seeds.WORDS, title="Week")),
    "docx": _documents(".docx", lambda: seeds.word(seeds.WORDS)),
    "docx-text": _documents(".docx", lambda: WORD + b"</w:t></w:r></w:p></w:body></w:document>",
                            wrap=seeds.word_of),
    "mail": _documents(".eml", seeds.mail, lambda: seeds.mail(page=None)),
    "feed": _documents(".rss", _text(seeds.FEED)),
    "jsonl": _documents(".jsonl", _text(seeds.LINE + OTHER_LINE), lambda: OTHER_LINE.encode() + seeds.record()),
    "csv": _documents(".csv", _text(seeds.TABLE), lambda: seeds.TABLE.encode("utf-16")),
    "parquet": _documents(".parquet", lambda: seeds.parquet(text=[seeds.WORDS], id=[7])),
    "warc": _documents(".warc", lambda: seeds.warc(seeds.PAGE)),
    "zip": _documents(".zip", lambda: seeds.zipped(("a.txt", seeds.WORDS), ("b.jsonl", seeds.LINE))),
    "tar": _documents(".tar", lambda: seeds.tarred(("a.txt", seeds.WORDS.encode()))),
    "gz": _documents(".csv.gz", lambda: gzip.compress(seeds.TABLE.encode())),
    "record": Target(read_record, ".jsonl", (seeds.record,)),
    "corrections": Target(read_corrections, ".toml", (_text(seeds.CORRECTIONS),)),
    "gazetteer": Target(read_gazetteer, ".gazetteer", (seeds.gazetteer_file,)),
    "places-csv": Target(read_places, ".csv", (_text(seeds.PLACES),)),
    "places-dump": Target(read_places, ".txt", (_text(seeds.DUMP),)),
    "places-gpkg": Target(read_places, ".gpkg", (seeds.geopackage,)),
    "curated": Target(read_curated, ".csv", (_curated,)),
    "lexicon": Target(read_lexicon, ".csv", (_text("# invented\nword,what\nshell,weapon\n"),)),
})  # fmt: skip


def scratch() -> str:
    """Return a new folder, in memory where the system has one there."""
    shared = Path("/dev/shm")  # noqa: S108  # a folder of its own is made in it
    return tempfile.mkdtemp(prefix="dateline-fuzz-", dir=shared if shared.is_dir() else None)
