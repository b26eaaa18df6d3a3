"""Paths and addresses that cannot be read, and all broken inputs at once through the command line."""

import http.server
import importlib.util
import json
import os
import socket
from pathlib import Path

import pytest

from fuzz.seeds import PAGE, WORDS
from geo.documents import Problem, read_documents
from output.cli import run

# ---------------------------------------------------------------- paths


def loop(folder):
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    return folder / "a"


def empty(folder):
    (folder / "empty").mkdir()
    return folder / "empty"


def unreadable(folder):
    (folder / "programs").mkdir()
    (folder / "programs" / "a.exe").write_bytes(b"x")
    return folder / "programs"


def listening(folder):
    with socket.socket(socket.AF_UNIX) as there:
        there.bind(str(folder / "socket"))
    return folder / "socket"


def pipe(folder):
    os.mkfifo(folder / "pipe.txt")
    return f"{folder}/pi*.txt"


def broken_link(folder):
    (folder / "a.txt").symlink_to(folder / "none.txt")
    return folder / "a.txt"


PATHS = {
    "missing": (lambda folder: folder / "none.txt", "there is no such file or folder"),
    "link to nothing": (broken_link, "there is no such file or folder"),
    "links in a circle": (loop, "symbolic links"),
    "empty folder": (empty, "has nothing in it that can be read"),
    "folder of programs": (unreadable, "has nothing in it that can be read"),
    "socket": (listening, "cannot be read"),
    "memory": (lambda _: "/proc/self/mem", "cannot be read"),
    "nothing": (lambda _: "/dev/null", "is empty"),
    "zeros": (lambda _: "/dev/zero", "is larger than 1,000,000 bytes"),
    "name too long": (lambda folder: folder / ("x" * 300), "cannot be read"),
    "pattern of nothing": (lambda folder: f"{folder}/*.none", "matches no file"),
    "pattern in nothing": (lambda folder: f"{folder}/none/**/*.txt", "matches no file"),
    "bad pattern": (lambda folder: f"{folder}/[a", "matches no file"),
    "file as a folder": (lambda folder: folder / "first.txt" / "a.txt", "cannot be read"),
}


@pytest.mark.parametrize("case", PATHS)
def test_a_broken_path_is_one_clear_line(refuse, tmp_path, case):
    path, says = PATHS[case]

    refuse(path(tmp_path), says)


def test_a_pipe_that_a_pattern_matches_is_not_waited_for(tmp_path):
    pattern = pipe(tmp_path)
    (tmp_path / "pit.txt").write_text(WORDS)
    problem, document = read_documents([pattern])

    assert str(problem) == (f"{tmp_path}/pipe.txt: is no file; leave it out of the pattern, or name it by itself")
    assert document.id == "pit"


def test_a_path_with_a_nul_character_is_a_problem():
    (item,) = read_documents(["a\0b.txt"])

    assert str(item) == "a\\x00b.txt: cannot be the name of a file; check the path"


def test_folders_that_lead_back_to_themselves_are_read_once(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text(WORDS)
    for name in ("x", "y"):
        (tmp_path / "a" / name).symlink_to(tmp_path / "a")

    assert [item.id for item in read_documents([tmp_path])] == ["b"]
    assert [item.id for item in read_documents([f"{tmp_path}/**/*.txt"])] == ["b"]


# ---------------------------------------------------------------- addresses


class Site(http.server.BaseHTTPRequestHandler):
    """A site on this machine that answers badly."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        status, head, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | head).items():
            self.send_header(name, value.replace("HOST", self.headers["Host"]))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *_):
        pass


PLAIN = {"Content-Type": "text/plain"}
ANSWERS = {
    "/page": (200, {"Content-Type": "text/html"}, PAGE.encode()),
    "/gone": (410, {}, b""), "/no": (403, {}, b""), "/broken": (500, {}, b""), "/busy": (503, {}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"x"),
    "/empty": (200, PLAIN, b""),
    "/program": (200, PLAIN, b"\0\0"),
    "/menu": (200, {"Content-Type": "text/html"}, b"<html></html>"),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, b"<rss></rss>"),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"x"),
    "/large": (200, PLAIN, b"x" * 60_000),
    "/short": (200, PLAIN | {"Content-Length": "99"}, b"Invented"),
    "/gzip": (200, PLAIN | {"Content-Encoding": "gzip"}, b"Invented"),
    "/chunks": (200, PLAIN | {"Transfer-Encoding": "chunked"}, b"zz\r\n"),
    "/round": (302, {"Location": "/round"}, b""),
    "/away": (302, {"Location": "file:///etc/passwd"}, b""),
    "/nowhere": (302, {"Location": "http://"}, b""),
    "/inside": (302, {"Location": "http://HOST/page"}, b""),
}  # fmt: skip
FETCHED = {
    "/none": "cannot be fetched (404", "/gone": "cannot be fetched (410", "/no": "cannot be fetched (403",
    "/broken": "cannot be fetched (500", "/busy": "cannot be fetched (503",
    "/picture": "holds nothing that can be read", "/empty": "is empty", "/program": "NUL character",
    "/menu": "has no main text", "/feed": "is no RSS or Atom feed", "/pdf": "is damaged or no PDF",
    "/large": "is larger than 50,000 bytes", "/short": "IncompleteRead",
    "/gzip": "Received response with content-encoding", "/chunks": "cannot be fetched (",
    "/round": "cannot be fetched (redirects more than 5 times",
    "/away": "cannot be fetched (redirects to file:///etc/passwd, which is no web address",
    "/nowhere": "cannot be fetched (",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(serve):
    with serve(Site) as host:
        yield host


@pytest.mark.parametrize("path", FETCHED)
def test_a_broken_answer_is_one_clear_line(refuse, site, path):
    refuse(f"http://{site}{path}", FETCHED[path], max_bytes=1_000)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("file:///etc/passwd", "begins with file:"), ("FILE:///etc/passwd", "begins with file:"),
        ("ftp://example.org/a.txt", "begins with ftp:"), ("data://text/plain,x", "begins with data:"),
        ("javascript://x", "begins with javascript:"), ("gopher://example.org/1", "begins with gopher:"),
        ("simplecache::s3://a/b.txt", "begins with simplecache::s3:"), ("://a", "is an address that begins with"),
        ("http://", "cannot be fetched ("), ("http://[::1", "cannot be fetched ("),
        ("http://no.example.invalid/", "cannot be fetched ("), ("http://127.0.0.1:1/", "cannot be fetched ("),
        ("http://a b/", "cannot be fetched ("), ("https://127.0.0.1:1/a.pdf", "cannot be fetched ("),
        ("s3://no-such-bucket/a.txt", "cannot be read ("), ("gs://no-such-bucket/a.txt", "cannot be read ("),
        ("sftp://no.example.invalid/a.txt", "cannot be read ("),
    ],
)  # fmt: skip
def test_a_broken_address_is_one_clear_line(refuse, address, says):
    refuse(address, says)


def test_an_answer_that_drips_is_given_up(refuse, site, monkeypatch):
    monkeypatch.setattr("geo.documents.web.SECONDS", -1)

    refuse(f"http://{site}/page", "cannot be fetched (takes longer than -1 s)")


def test_no_redirect_leads_into_a_network(refuse, site, monkeypatch):
    assert [item.id for item in read_documents([f"http://{site}/inside"])] == [f"http://{site}/inside"]

    monkeypatch.setattr("geo.documents.web.is_inside", lambda address: address.endswith("/page"))
    refuse(f"http://{site}/inside", "which lies within a network or on this machine")


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost"])
def test_what_lies_inside_is_known(host):
    from geo.documents.web import is_inside

    assert is_inside(f"http://{host}:80/a")


def test_a_password_in_an_address_is_not_passed_on(site):
    document, problem = read_documents([f"http://user:secret@{site}/page", f"http://user:secret@{site}/none"])

    assert document.id == f"http://{site}/page"
    assert "secret" not in str(problem)


# ---------------------------------------------------------------- all of them


def tables():
    """Return the cases of the tables beside this file."""
    for path in sorted(Path(__file__).parent.glob("test_broken_*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield from getattr(module, "CASES", [])


def test_more_than_two_hundred_broken_inputs_at_once_stop_nothing_and_none_is_lost(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    cases = {f"{number}-{name}": content for number, (name, content, _) in enumerate(tables())}
    for name, content in cases.items():
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    for number in range(3):
        Path(f"good-{number}.txt").write_text(f"{WORDS} It was the {number}th.")
    names = [*list(cases)[:100], "good-0.txt", "good-1.txt", *list(cases)[100:], "good-2.txt"]
    done = run(["read", *names, "-o", "read.jsonl", "--places-only", "--max-bytes", "5000", "--max-ratio", "20"])
    said = capsys.readouterr().err
    read = {json.loads(line)["id"] for line in Path("read.jsonl").read_text().splitlines()}

    assert len(cases) + len(PATHS) + len(FETCHED) > 250
    assert done == 1
    assert {"good-0", "good-1", "good-2"} <= read
    assert [name for name in cases if f"dateline: {name}" not in said] == []
    assert "Traceback" not in said
    assert Problem.__name__ not in said
