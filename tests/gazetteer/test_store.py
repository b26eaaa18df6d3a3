"""A file that is not a whole gazetteer is refused with its reason."""

from array import array
from pathlib import Path

import pytest

from gazetteer.errors import GazetteerFileError
from gazetteer.store import MAGIC, Store, write


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.gazetteer"
    write(path, {"numbers": array("i", [1, -2, 3]), "text": b"Kut", "nothing": b""}, {"made": "here"})
    return path


def test_sections_come_back_as_they_were_written(file: Path) -> None:
    store = Store(file)
    assert store.checked("numbers").tolist() == [1, -2, 3]
    assert bytes(store.view("text")) == b"Kut"
    assert len(store.view("nothing")) == 0
    assert store.about == {"made": "here"}


def test_writing_twice_gives_the_same_bytes(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.gazetteer"
    write(other, {"numbers": array("i", [1, -2, 3]), "text": b"Kut", "nothing": b""}, {"made": "here"})
    assert other.read_bytes() == file.read_bytes()


def test_a_file_that_is_replaced_stays_whole_for_those_who_have_it_open(file: Path) -> None:
    store = Store(file)
    write(file, {"numbers": array("i", [9])}, {})
    assert store.checked("numbers").tolist() == [1, -2, 3]
    assert Store(file).checked("numbers").tolist() == [9]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 a zip file, say", "not a gazetteer file"),
        (MAGIC[:-1] + b"\x09" + b"\0" * 40, "another version"),
        (MAGIC + b"\xff\xff\xff\x00" + b"{", "header is damaged"),
        (MAGIC + b"\x02\x00\x00\x00{}", "header is damaged"),
    ],
)
def test_foreign_and_damaged_heads_are_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(GazetteerFileError, match=reason) as raised:
        Store(path)
    assert str(path) in str(raised.value)


def test_a_truncated_file_is_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises(GazetteerFileError, match="ends after"):
        Store(file)


def test_a_changed_byte_is_found_when_the_section_is_checked(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[content.rindex(b"Kut")] ^= 1
    file.write_bytes(content)
    with pytest.raises(GazetteerFileError, match="section 'text' is damaged"):
        Store(file).checked("text")


def test_a_missing_section_is_named(file: Path) -> None:
    with pytest.raises(GazetteerFileError, match="no section 'shape'"):
        Store(file).view("shape")
