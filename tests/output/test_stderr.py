"""Standard error belongs to dateline's own lines, and the command goes on when nobody hears them."""

import os
import signal
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from output.cli import run

ROOT = Path(__file__).parents[2]
TEXT = "Invented: troops raided a house in Baghdad on 7 August 2007 and killed three gunmen, the ministry said."
RECORD = b"""WARC/1.0\r
WARC-Type: response\r
WARC-Target-URI: http://example.org/a\r
WARC-Date: 2020-01-01T00:00:00Z\r
WARC-Record-ID: <urn:uuid:1>\r
Content-Type: application/http; msgtype=response\r
Content-Length: 20\r
\r
HTTP/1.1 200 OK\r
Content-Type: text/html\r
\r
<html><p>Invented.</p></html>\r
\r
"""


def dateline(folder: Path, *arguments: str, code: str = "from output.cli import main; main()", shell: str = ""):
    command = [sys.executable, "-c", code, *arguments]
    if shell:
        command = ["sh", "-c", f'"$@" {shell}', "sh", *command]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "raid.txt").write_text(TEXT)
    return tmp_path


@pytest.mark.parametrize("shell", ["2>&-", "2>/dev/full"])
def test_a_standard_error_that_takes_nothing_changes_no_result_and_no_exit_code(folder, shell):
    done = dateline(folder, "read", "raid.txt", "-o", "-", shell=shell)
    assert done.stdout == dateline(folder, "read", "raid.txt").stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert dateline(folder, "read", "gone.txt", "-v", shell=shell).returncode == 1
    assert dateline(folder, "map", "--no-such-option", shell=shell).returncode == 2


def test_an_interrupt_while_the_program_is_loaded_ends_without_a_traceback(folder):
    code = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
class Interrupted:
    def find_spec(self, name, path, target=None):
        if name == "output.command.ending":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupted())
from output.cli import main
main()
"""
    done = dateline(folder, "read", "raid.txt", code=code)

    assert (done.returncode, done.stderr, done.stdout) == (128 + signal.SIGINT, "", "")


def test_no_library_speaks_in_the_midst_of_what_is_said(folder):
    (folder / "a.warc").write_bytes(RECORD * 2)
    done = dateline(folder, "read", "a.warc", "raid.txt", "-o", "reports.jsonl")

    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == ["dateline"] * 2


def test_letters_that_no_font_has_are_said_once(folder, monkeypatch, capsys):
    def drawn(*_: object, **__: object) -> bytes:
        for letter in "ab" * 2:
            warnings.warn(f"Glyph {ord(letter)} (\\N{{LETTER}}) missing from font(s) Some Sans.", stacklevel=1)
        return b""

    monkeypatch.chdir(folder)
    monkeypatch.setattr("output.command.reports.draw_still", drawn)

    assert run(["map", "raid.txt", "-o", "map.png"]) == 0
    said = capsys.readouterr().err
    assert "dateline: no font here has ab: empty boxes stand for them; install one that has, such as Noto\n" in said
