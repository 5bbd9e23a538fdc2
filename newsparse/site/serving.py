"""Serves the site to browsers on this machine, until it is stopped."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from decimal import Decimal
from os import PathLike

import uvicorn

from newsparse.corpus.scales import scaled
from newsparse.errors import WriteError
from newsparse.model import Quantity
from newsparse.site.app import application
from newsparse.view.reasons import summaries

ADDRESS = "127.0.0.1"
"""The only address: other machines cannot reach it."""
PORT = 8470


def serve(database: str | PathLike[str], port: int | None, started: Callable[[str], None]) -> None:
    """Serve the corpus at ``port``, by default 8470 or else a free one; ``started`` gets the address.

    Returns when the process is interrupted. Raises ``ReadError`` if the file is not a corpus, and ``WriteError`` if the
    port is taken.
    """
    app = application(database)
    place = listening(port)
    started(f"http://{ADDRESS}:{place.getsockname()[1]}/")
    threading.Thread(target=_warm, daemon=True).start()
    config = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)
    uvicorn.Server(config).run(sockets=[place])


def listening(port: int | None) -> socket.socket:
    """A socket at that port, by default 8470 or else a free one; raises ``WriteError`` for a port that is taken."""
    try:
        return _bound(PORT if port is None else port)
    except OSError as error:
        if port is None:
            return _bound(0)
        raise WriteError(f"port {port} is taken: {error.strerror}.", hint="Choose another one: --port.") from error


def _bound(port: int) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((ADDRESS, port))
        found.listen()  # a browser that is quicker than the server waits
    except OSError:
        found.close()
        raise
    return found


def _warm() -> None:
    """Load what the first search by units and the first article need: a table of units, and what rules say."""
    summaries()
    scaled(Quantity(low=Decimal(1), high=Decimal(1), kind="measure", unit="metre"))
