"""The tests' own guard: nothing in the suite can reach another machine unnoticed."""

import http.client
import socket

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org", "2001:db8::1"])
def test_other_machines_are_out_of_reach(host: str) -> None:
    with pytest.raises(OSError, match="tests may not use the network"):
        http.client.HTTPConnection(host, timeout=1).request("GET", "/")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as datagrams, pytest.raises(OSError, match="tests may not use"):
        datagrams.sendto(b"", (host, 9))


def test_this_machine_is_in_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=5):
        connection, _ = server.accept()
        connection.close()
