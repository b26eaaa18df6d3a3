"""What a user adds lies in a folder of whole files, whatever interrupts the adding."""

import os
from array import array
from contextlib import suppress
from pathlib import Path

import pytest

from gazetteer import Gazetteer, Place, bundled, installed
from gazetteer.errors import GazetteerFileError, InstalledError, NotInstalledError
from gazetteer.pack import Entry, pack
from gazetteer.store import Store, write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_GAZETTEERS", str(tmp_path / "gazetteers"))
    return tmp_path / "gazetteers"


def put(name: str, lat: float = 33.0) -> Path:
    target = installed.free(name, overwrite=True)
    with installed.placing(target) as aside:
        place = Place("own:ostrel", "Ostrel Crossing", "facility", lat, 44.0, 1.0, "IQ")
        pack(aside, [Entry(place, 4.0, ((place.name, 0.0),))], {})
    return target


def test_the_folder_is_where_the_variables_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_GAZETTEERS")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert installed.folder() == Path("/data/dateline/gazetteers")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert installed.folder() == Path.home() / ".local/share/dateline/gazetteers"


def test_nothing_added_is_the_bundled_itself(folder: Path) -> None:
    assert installed.files() == ()
    assert installed.opened() is bundled()


def test_the_one_added_last_counts(folder: Path) -> None:
    first, second = put("zebra", 33.0), put("aardvark", 34.0)
    os.utime(first, ns=(1, 1))
    assert installed.files() == (first, second)
    (found,) = installed.opened().candidates("Ostrel Crossing")
    assert (found.lat, found.layer) == (34.0, "aardvark")
    assert installed.opened().candidates("Baghdad")[0].id == "geonames:98182"
    assert installed.remove("aardvark") == second
    assert installed.opened().candidates("Ostrel Crossing")[0].lat == 33.0


def test_an_extra_one_for_a_run_comes_last(folder: Path, tmp_path: Path) -> None:
    put("mine", 33.0)
    (tmp_path / "extra.gazetteer").write_bytes(put("other", 35.0).read_bytes())
    installed.remove("other")
    extra = Gazetteer.open(tmp_path / "extra.gazetteer")
    assert installed.opened([extra]).candidates("Ostrel Crossing")[0].lat == 35.0


def test_a_name_is_taken_once_and_must_do_for_a_file(folder: Path) -> None:
    put("mine")
    with pytest.raises(InstalledError, match="mine has been added already"):
        installed.free("mine", overwrite=False)
    for name in ("", "../mine", "a/b", ".hidden", "bundled", "a" * 65):
        with pytest.raises(ValueError, match="cannot name a gazetteer"):
            installed.free(name, overwrite=True)


def test_an_interrupted_add_leaves_what_was_there(folder: Path) -> None:
    before = put("mine").read_bytes()
    target = installed.free("mine", overwrite=True)
    with pytest.raises(KeyboardInterrupt), installed.placing(target) as aside:
        _interrupted(aside)
    assert target.read_bytes() == before
    assert list(folder.iterdir()) == [target]


def test_what_a_killed_add_left_is_swept_away(folder: Path) -> None:
    put("mine")
    left = folder / ".building-4194999-x"  # above the highest process id of Linux by default
    left.mkdir()
    (left / "half").write_bytes(b"half")
    running = folder / f".building-{os.getpid()}-y"
    running.mkdir()
    put("other")
    assert not left.exists()
    assert running.exists()


def _interrupted(aside: Path) -> None:
    aside.write_bytes(b"half")
    raise KeyboardInterrupt


def test_a_file_that_does_not_check_is_not_put_in_its_place(folder: Path) -> None:
    target = installed.free("mine", overwrite=False)
    with pytest.raises(GazetteerFileError, match="is not a gazetteer file"), installed.placing(target) as aside:
        aside.write_bytes(b"no gazetteer at all")
    assert installed.files() == ()


def test_names_that_somebody_made_up_are_refused_before_they_are_read(folder: Path, tmp_path: Path) -> None:
    many = [Place(f"own:{n}", f"Ostrel {n * 7919 % 1000} Post", "facility", 33.0, 44.0, 1.0) for n in range(400)]
    pack(tmp_path / "many.gazetteer", [Entry(place, 4.0, ((place.name, 0.0),)) for place in many], {})
    whole = Store(tmp_path / "many.gazetteer")
    sections = {name: array(whole.view(name).format, bytes(whole.view(name))) for name in whole.names}
    trie = bytearray(sections["keys"])
    refused = []
    for at in range(156, 564, 68):  # how long its parts are; what follows, memory decides how it is read
        changed = bytes(trie[:at] + b"\xff\xff\xff" + trie[at + 3 :])
        file = tmp_path / f"{at}.gazetteer"
        write(file, {**sections, "keys": changed}, whole.about)  # with a checksum that fits
        with suppress(GazetteerFileError):
            installed.check(file)
            continue
        refused.append(at)
    assert len(refused) >= 2


def test_names_that_end_the_program_that_reads_them_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "_WALK", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    with pytest.raises(GazetteerFileError, match=r"mine\.gazetteer: reading its names ends the program \(11\)"):
        installed.check(put("mine"))


def test_a_damaged_one_is_named_with_how_to_take_it_out(folder: Path) -> None:
    put("mine").write_bytes(b"damaged")
    with pytest.raises(GazetteerFileError, match=r"mine\.gazetteer: .*dateline gazetteer remove mine"):
        installed.opened()
    installed.remove("mine")
    assert installed.opened() is bundled()


def test_only_what_was_added_is_removed(folder: Path, tmp_path: Path) -> None:
    put("mine")
    (tmp_path / "outside.gazetteer").write_bytes(b"")
    for name in ("yours", "../outside", "*", ""):
        with pytest.raises(NotInstalledError, match="added are: mine"):
            installed.remove(name)
    assert (tmp_path / "outside.gazetteer").exists()


def test_layers_that_are_many_answer_alike_after_forgetting(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("mine")
    gazetteer = installed.opened()
    before = gazetteer.candidates("San José")
    monkeypatch.setattr("gazetteer.layer.REMEMBERED", 2)
    assert len(before) > 10
    gazetteer.candidates("Paris")
    assert gazetteer.candidates("San José") == before == bundled().candidates("San José")
