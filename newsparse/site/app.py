"""The application: addresses and the pages behind them, for requests from this machine, under a strict policy."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from os import PathLike

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from newsparse.corpus.findings import KINDS
from newsparse.corpus.opening import opened
from newsparse.site import articles, claims, drafts, findings, home, people, sources
from newsparse.site.asking import Asked
from newsparse.site.page import Elsewhere, NotFound, Page
from newsparse.site.rendering import icon, rendered, style
from newsparse.verification.page import data as verified
from newsparse.view.page import data

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HOSTS = ("127.0.0.1", "localhost")
"""Names by which a browser may call this machine; another name could be another site's."""

Answer = Callable[[sqlite3.Connection, Asked], Page]
_PAGES: dict[str, Answer] = {
    "/": home.page,
    "/quotes": claims.quotes,
    "/figures": claims.figures,
    "/people": people.listed,
    "/people/{entity:int}": people.page,
    "/articles": articles.listed,
    "/articles/{document:int}": articles.page,
    "/findings": findings.overview,
    **{f"/findings/{name}": findings.listed(name) for name in KINDS},
    "/sources": sources.page,
    "/drafts": drafts.listed,
    "/drafts/{draft:int}": drafts.page,
}
_FILES: dict[str, tuple[Callable[[], str], str]] = {
    "/static/site.css": (style, "text/css"),
    "/static/view.css": (lambda: data("style.css"), "text/css"),
    "/static/verified.css": (lambda: verified("style.css"), "text/css"),
    "/static/view.js": (lambda: data("script.js"), "text/javascript"),
    "/static/icon.svg": (icon, "image/svg+xml"),
}
_DOWNLOADS: dict[str, str] = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}


def application(database: str | PathLike[str]) -> Starlette:
    """The site of one corpus; raises ``ReadError`` for a file that is not a corpus.

    Each request opens the database to read, so that articles can be added meanwhile.
    """
    opened(database).close()
    routes = [Route(path, _endpoint(database, answer)) for path, answer in _PAGES.items()]
    routes += [Route(path, _file(text, kind)) for path, (text, kind) in _FILES.items()]
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=[*HOSTS], www_redirect=False)
    return Starlette(routes=routes, middleware=[hosts], exception_handlers={404: _missing})


def _endpoint(database: str | PathLike[str], answer: Answer) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        given = dict(request.query_params)
        asked = Asked(request.url.path, given, {name: str(value) for name, value in request.path_params.items()})
        with contextlib.closing(opened(database)) as connection:
            try:
                page = answer(connection, asked)
                return _downloaded(page, given["download"]) if "download" in given else _shown(page, asked)
            except NotFound as error:
                return _error(str(error), 404)
            except Elsewhere as place:
                return RedirectResponse(place.address, status_code=303, headers=HEADERS)

    return endpoint


def _shown(page: Page, asked: Asked, status: int = 200) -> Response:
    return HTMLResponse(rendered(page, asked=asked), status_code=status, headers=HEADERS)


def _downloaded(page: Page, name: str) -> Response:
    table, _, form = name.rpartition(".")
    if table not in page.tables or form not in _DOWNLOADS:
        raise NotFound(f"There is no table {name}.")
    found = page.tables[table]()
    content = found.csv() if form == "csv" else found.parquet()
    place = {"Content-Disposition": f'attachment; filename="{table}.{form}"'}
    return Response(content, media_type=_DOWNLOADS[form], headers={**HEADERS, **place})


def _file(text: Callable[[], str], kind: str) -> Callable[[Request], Response]:
    def endpoint(_request: Request) -> Response:
        return Response(text(), media_type=kind, headers={**HEADERS, "Cache-Control": "no-cache"})

    return endpoint


def _error(words: str, status: int) -> Response:
    page = Page(template="error.html", title="Not found", values={"words": words})
    return _shown(page, Asked("/", {}), status)


async def _missing(_request: Request, _error_raised: Exception) -> Response:
    return _error("There is no such page.", 404)
