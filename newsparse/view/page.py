"""Documents as a page of HTML that needs no network, and as a fragment for notebooks."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import attrs

from newsparse.model import Document, Entity, Mention, NumberClaim, Quote, digest
from newsparse.view.cards import Card, Group, Sheet, groups, names, of_plugins, others, said, speaker_key, unsure
from newsparse.view.pieces import Highlight, Piece, paragraphs
from newsparse.visible import in_page, one_line

if TYPE_CHECKING:
    from jinja2 import Environment, Template

COLOURS = 8
"""Colours of speakers in the style sheet."""
TITLE_CHARACTERS = 120
_LINKED = ("http://", "https://")


@attrs.frozen
class Article:
    """One article of a page, ready for the template."""

    key: str
    title: str
    about: tuple[str, ...]
    url: str
    language: str
    paragraphs: tuple[Sequence[Piece], ...]
    groups: tuple[Group, ...]
    names: tuple[Card, ...]
    others: tuple[Group, ...]
    failures: tuple[str, ...]
    keys: Mapping[str, str] = attrs.field(repr=False)
    """The keys of claims and entities on the page, by their ids in the document."""

    @property
    def counts(self) -> str:
        """What there is, in words."""
        cards = [card for group in self.groups for card in group.cards]
        found = [_counted(sum(card.kind == kind for card in cards), kind) for kind in ("quote", "figure")]
        return ", ".join([*found, _counted(len(self.names), "name")])


def render(*documents: Document, title: str | None = None) -> str:
    """A page of HTML with the articles, their highlights and their claims.

    The page is complete: it loads nothing, and its content security policy forbids everything but its own style sheet
    and script. Whatever stands in the articles is shown as text. ``title`` is the page's, by default the first
    article's.
    """
    articles = [article_of(document, f"a{number}") for number, document in enumerate(documents, 1)]
    style, script = data("style.css"), data("script.js")
    return _template("page.html").render(
        title=title or (articles[0].title if articles else "No articles"),
        articles=articles,
        filters=filters_of(articles),
        style=style,
        script=script,
        style_digest=_digest(style),
        script_digest=_digest(script),
    )


def fragment(document: Document) -> str:
    """The view of one article for a notebook: HTML without a script, whose style touches nothing else on the page."""
    key = f"n{digest(document.text)[:8]}"
    return _template("fragment.html").render(article=article_of(document, key), style=data("style.css"))


@attrs.frozen
class Filters:
    """The choices of each filter."""

    speakers: tuple[str, ...]
    manners: tuple[str, ...]
    units: tuple[str, ...]


def filters_of(articles: Iterable[Article]) -> Filters:
    """What the claims of a page can be narrowed by."""
    found = [group for article in articles for group in article.groups]
    cards = [card for group in found for card in group.cards]
    return Filters(
        speakers=tuple(dict.fromkeys(group.name for group in found)),
        manners=tuple(dict.fromkeys(card.manner for card in cards if card.manner)),
        units=tuple(sorted({card.unit for card in cards if card.unit})),
    )


def article_of(document: Document, key: str) -> Article:
    """One article as the template shows it; ``key`` is its id on the page."""
    sheet = Sheet(document, f"{key}-", COLOURS)
    meta = document.meta
    facts = (meta.outlet, meta.author, meta.published, meta.path)
    url = meta.url or ""
    return Article(
        key=key,
        title=_title(document),
        about=tuple(one_line(fact) for fact in facts if fact),
        url=url if url.lower().startswith(_LINKED) else "",
        language=meta.language or "",
        paragraphs=tuple(paragraphs(document.text, _highlights(sheet))),
        groups=tuple(groups(sheet)),
        names=tuple(names(sheet)),
        others=tuple(others(sheet)),
        failures=tuple(one_line(f"[{item.code}] {item.where}: {item.message}") for item in document.failures),
        keys=sheet.keys(),
    )


def _title(document: Document) -> str:
    words = document.meta.title or next((line for line in document.text.splitlines() if line.strip()), "(no text)")
    shown = one_line(words)
    return shown if len(shown) <= TITLE_CHARACTERS else shown[:TITLE_CHARACTERS].rsplit(" ", 1)[0] + " …"


def _highlights(sheet: Sheet) -> Iterator[Highlight]:
    """What is marked in the text, names under figures under quotes where they begin together."""
    for claim in said(sheet.document):
        style = ("unsure",) if unsure(claim) else ()
        if isinstance(claim, Quote):
            hue = sheet.hues.get(speaker_key(claim.speaker))
            label = one_line(claim.speaker.name) if claim.speaker else "nobody named"
            end = max(span.end for span in (*claim.fragments, *claim.marks))
            styles = (*style, claim.manner, claim.form)
            yield Highlight(sheet.key(claim), "quote", claim.fragments, hue, label, end, styles)
        elif isinstance(claim, NumberClaim):
            yield Highlight(sheet.key(claim), "figure", (claim.span,), styles=style)
    for mention in sheet.document.get("mentions"):
        if isinstance(mention, Mention) and isinstance(sheet.find(mention.entity), Entity):
            yield Highlight(sheet.key(mention), "name", (mention.span,), styles=(mention.form,))
    for item in of_plugins(sheet.document):
        yield Highlight(sheet.key(item), "other", item.pieces())


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


@cache
def data(name: str) -> str:
    """A file of the view: ``style.css`` or ``script.js``."""
    return resources.files("newsparse").joinpath("data", "view", name).read_text("utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("newsparse", "data/view"),
        autoescape=True,
        finalize=in_page,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template(name: str) -> Template:
    return _environment().get_template(name)
