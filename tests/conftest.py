"""What every test stands on: no network, the shared texts if they are there, one gazetteer, one language model."""

import ipaddress
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


class NetworkBlockedError(OSError):
    """A test tried to reach beyond this machine."""


def is_local(host: object) -> bool:
    """Tell whether a host's name or number means this machine."""
    if host in {None, "", b"", "localhost", b"localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


def refuse_unless_local(host: object) -> None:
    """Raise where a host is not this machine."""
    if not is_local(host):
        raise NetworkBlockedError(f"tests may not use the network, but one tried to reach {host!r}")


def guard_socket(call: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a socket's method whose last argument is an address: a path, or a tuple that begins with the host."""

    def guarded(self: socket.socket, *arguments: Any) -> Any:
        if isinstance(arguments[-1], tuple):
            refuse_unless_local(arguments[-1][0])
        return call(self, *arguments)

    return guarded


def guard_lookup(call: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a function that asks for a host's addresses."""

    def guarded(host: Any, *arguments: Any, **named: Any) -> Any:
        refuse_unless_local(host)
        return call(host, *arguments, **named)

    return guarded


def pytest_configure(config: pytest.Config) -> None:
    """Before the first test module is imported: block the network, and let CI try the same examples every time."""
    # No limit of time, since a busy machine is no failure; in CI the same examples each time, since it judges a change.
    unhurried = [HealthCheck.too_slow]
    settings.register_profile(
        "dateline", deadline=None, suppress_health_check=unhurried, derandomize=bool(os.environ.get("CI"))
    )
    settings.load_profile("dateline")
    block = pytest.MonkeyPatch()
    config.add_cleanup(block.undo)
    block.setenv("DATELINE_GAZETTEERS", os.devnull)  # no test sees what the user has added
    for method in ("connect", "connect_ex", "sendto"):
        block.setattr(socket.socket, method, guard_socket(getattr(socket.socket, method)))
    block.setattr(socket, "getaddrinfo", guard_lookup(socket.getaddrinfo))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests that need ../shared where it is missing, and say so."""
    if SHARED.is_dir():
        return
    missing = pytest.mark.skip(reason=f"needs the texts in {SHARED}, which are not part of the project")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(missing)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the texts that are not part of the project; mark the test `shared` too."""
    return SHARED


@contextmanager
def served(site: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Run a site on this machine while a block lasts; it gives its host and port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def serve() -> Callable[[type[BaseHTTPRequestHandler]], AbstractContextManager[str]]:
    """Return what runs a site."""
    return served


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium, which `make test` installs; a browser test without one fails."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        pytest.fail("no Chromium here: run `make test`, which installs it, or set CHROMIUM to its path")
    return found


@pytest.fixture(scope="session")
def gazetteer() -> Any:
    """Return the bundled gazetteer."""
    from gazetteer import bundled

    return bundled()


@pytest.fixture(scope="session")
def language() -> Any:
    """Return the English model, loaded once for all tests."""
    from geo.language import load

    return load()
