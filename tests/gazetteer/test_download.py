"""A download goes on where it ended, and is checked; against a server on this machine."""

import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from gazetteer.adding.download import fetch
from gazetteer.errors import DownloadError


def archive(text: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(zipfile.ZipInfo("XQ.txt"), text)
    return held.getvalue()


class Server(ThreadingHTTPServer):
    """Serves one file; `cuts` says after how many bytes of it each of the first answers breaks off."""

    content, tag, asked, cuts = archive(b"a place\n" * 40_000), '"one"', [], []


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        asked = self.headers.get("Range")
        server.asked.append(asked)
        if self.path != "/XQ.zip":
            self.send_error(404)
            return
        same = asked and self.headers.get("If-Range") == server.tag
        start = int(asked.removeprefix("bytes=").rstrip("-")) if same else 0
        if start >= len(server.content):
            self.send_error(416)
            return
        self.send_response(206 if same else 200)
        self.send_header("Content-Length", str(len(server.content) - start))
        self.send_header("ETag", server.tag)
        self.end_headers()
        end = server.cuts.pop(0) if server.cuts else len(server.content)
        self.wfile.write(server.content[start:end])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server(("127.0.0.1", 0), Handler)
    running.asked, running.cuts = [], []
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


def get(server: Server, folder: Path, name: str = "XQ") -> tuple[Path, list[tuple[int, int | None]]]:
    told: list[tuple[int, int | None]] = []
    base = f"http://127.0.0.1:{server.server_port}"
    return fetch(name, folder, lambda *pair: told.append(pair), base=base, pause=0.0), told


def test_a_file_is_fetched_with_progress_and_nothing_is_left(server: Server, tmp_path: Path) -> None:
    file, told = get(server, tmp_path)
    assert file.read_bytes() == server.content
    assert told[-1] == (len(server.content), len(server.content))
    assert list(tmp_path.iterdir()) == [file]


def test_a_broken_download_goes_on_where_it_ended(server: Server, tmp_path: Path) -> None:
    server.cuts = [100_000, 200_000]
    file, _ = get(server, tmp_path)
    assert file.read_bytes() == server.content
    assert server.asked == [None, "bytes=100000-", "bytes=200000-"]


def test_a_later_run_goes_on_too_unless_the_file_has_changed(server: Server, tmp_path: Path) -> None:
    server.cuts = [100_000] + [100_000] * 3
    with pytest.raises(DownloadError, match="the connection ended after 100,000 of"):
        get(server, tmp_path)
    file, _ = get(server, tmp_path)
    assert file.read_bytes() == server.content

    server.cuts = [100_000] * 4
    with pytest.raises(DownloadError):
        get(server, tmp_path)
    server.content, server.tag = archive(b"another\n" * 50_000), '"two"'
    file, _ = get(server, tmp_path)
    assert file.read_bytes() == server.content


def test_a_damaged_file_is_refused_and_fetched_anew(server: Server, tmp_path: Path) -> None:
    whole = server.content
    server.content = whole.replace(b"a place\na place", b"a plate\na place", 1)
    with pytest.raises(DownloadError, match=r"what came is damaged .*; run again"):
        get(server, tmp_path)
    assert list(tmp_path.iterdir()) == []
    server.content = whole
    assert get(server, tmp_path)[0].read_bytes() == whole


def test_a_page_instead_of_a_file_is_refused(server: Server, tmp_path: Path) -> None:
    server.content = b"<html>Please log in</html>"
    with pytest.raises(DownloadError, match="what came is damaged"):
        get(server, tmp_path)


def test_no_such_dump_and_no_network_are_said_at_once_or_in_the_end(server: Server, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="GeoNames has no such dump"):
        get(server, tmp_path, "QQ")
    assert len(server.asked) == 1
    with pytest.raises(DownloadError, match=r"cannot be fetched \(.*refused.*see whether there is a network"):
        fetch("XQ", tmp_path, lambda *_: None, base="http://127.0.0.1:1", pause=0.0)
    with pytest.raises(DownloadError, match="is no web address"):
        fetch("XQ", tmp_path, lambda *_: None, base="file:///etc")
