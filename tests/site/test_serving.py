"""The site at an address of this machine: a port that is free, answers at once, and nothing about the server."""

from __future__ import annotations

import contextlib
import gc
import socket
import threading
import urllib.request
import warnings

import pytest

pytest.importorskip("uvicorn", reason="uvicorn is not installed")

import uvicorn

from newsparse.errors import ReadError, WriteError
from newsparse.site import serving

PATIENCE_SECONDS = 60


def port_of(place):
    return place.getsockname()[1]


def test_a_site_is_served_until_it_is_stopped(stories, monkeypatch, capfd):
    servers, addresses, answers = [], [], []
    run = uvicorn.Server.run

    def watched(server, sockets):
        servers.append(server)
        run(server, sockets)

    def started(address):
        addresses.append(address)
        threading.Thread(target=ask, args=[address]).start()

    def ask(address):
        try:
            with urllib.request.urlopen(f"{address}articles", timeout=PATIENCE_SECONDS) as answer:
                answers.append((answer.status, dict(answer.headers), answer.read().decode()))
        finally:
            servers[0].should_exit = True

    monkeypatch.setattr(uvicorn.Server, "run", watched)
    serving.serve(stories, None, started)
    ((status, headers, page),) = answers
    assert (status, "Ferry sinks off Orla" in page) == (200, True)
    assert "server" not in {name.lower() for name in headers}
    assert addresses[0].startswith("http://127.0.0.1:")
    assert capfd.readouterr() == ("", "")


def test_a_file_that_is_no_corpus_takes_no_port(tmp_path):
    with contextlib.closing(serving.listening(0)) as place:
        port = port_of(place)
    with pytest.raises(ReadError):
        serving.serve(tmp_path / "none.db", port, pytest.fail)
    serving.listening(port).close()


def is_taken(port):
    try:
        serving.listening(port).close()
    except WriteError as error:
        return f"port {port} is taken" in error.message
    return False


def is_8470_or_that_is_taken():
    with contextlib.closing(serving.listening(None)) as place:
        return port_of(place) == 8470 or is_taken(8470)


def test_the_port_is_8470_where_that_is_free():
    assert any(is_8470_or_that_is_taken() for _ in range(5))  # another program may have it, and let it go meanwhile


def test_another_port_is_taken_from_those_that_any_program_may_have(monkeypatch):
    with contextlib.closing(serving.listening(None)) as first:
        monkeypatch.setattr(serving, "PORT", port_of(first))
        with contextlib.closing(serving.listening(None)) as second:
            assert port_of(second) >= 1024


def test_only_this_machine_reaches_it_and_need_not_wait_for_the_server():
    with contextlib.closing(serving.listening(None)) as place:
        assert place.getsockname()[0] == "127.0.0.1"
        with socket.create_connection(place.getsockname(), timeout=PATIENCE_SECONDS) as browser:
            assert browser.getpeername() == place.getsockname()


def test_a_site_that_was_stopped_can_be_started_at_the_same_port_at_once():
    with contextlib.closing(serving.listening(0)) as place:
        port = port_of(place)
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as browser:
            answer, _ = place.accept()
            answer.close()  # the side that ends first keeps the port for a minute
            assert browser.recv(1) == b""
    with contextlib.closing(serving.listening(port)) as again:
        assert port_of(again) == port


def test_a_port_that_is_taken_leaves_nothing_open():
    with contextlib.closing(serving.listening(None)) as place, warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        with pytest.raises(WriteError, match="--port") as raised:
            serving.listening(port_of(place))
        assert f"port {port_of(place)} is taken: " in str(raised.value)
        del raised
        gc.collect()
    assert [str(item.message) for item in told if item.category is ResourceWarning] == []
