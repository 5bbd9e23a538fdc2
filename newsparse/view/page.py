"""Documents as a page of HTML that needs no network, and as a fragment for notebooks."""

from __future__ import annotations

import base64
import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import attrs

from newsparse.errors import ReadError
from newsparse.model import Document, Entity, Mention, NumberClaim, Quote, Span, digest
from newsparse.model.parsed import given_document
from newsparse.view.cards import Card, Group, Sheet, groups, names, of_plugins, others, said, speaker_key, unsure
from newsparse.view.pieces import Highlight, Piece, paragraphs
from newsparse.visible import in_page, one_line, shortened

if TYPE_CHECKING:
    from jinja2 import Environment, Template

COLOURS = 8
"""Colours of speakers in the style sheet."""
LABEL_CHARACTERS = 40
_CLOSING = re.compile(r"[.,;:!?…)\]\"'’”»]*")
"""What stays with the words before it, so that a label comes behind it."""
_LINKED = ("http://", "https://")


@attrs.frozen
class Article:
    """One article of a page, ready for the template."""

    key: str
    title: str
    about: tuple[str, ...]
    url: str
    language: str
    heading: Sequence[Piece]
    """The title with its highlights, where it is the first line of the text; the other lines are ``paragraphs``."""
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
    article's. Raises ``ReadError`` for what is no document.
    """
    if len(documents) == 1 and isinstance(documents[0], list | tuple):
        raise ReadError("render takes documents one by one, not in a list.", hint="Write render(*documents).")
    articles = [article_of(given_document(item), f"a{number}") for number, item in enumerate(documents, 1)]
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
    title, lines = _title(document), list(paragraphs(document.text, _highlights(sheet)))
    headed = bool(lines) and one_line("".join(piece.words for piece in lines[0])) == title
    return Article(
        key=key,
        title=title,
        about=tuple(one_line(fact) for fact in facts if fact),
        url=url if url.lower().startswith(_LINKED) else "",
        language=meta.language or "",
        heading=lines[0] if headed else (),
        paragraphs=tuple(lines[1:] if headed else lines),
        groups=tuple(groups(sheet)),
        names=tuple(names(sheet)),
        others=tuple(others(sheet)),
        failures=tuple(one_line(str(item)) for item in document.failures),
        keys=sheet.keys(),
    )


def _title(document: Document) -> str:
    words = document.meta.title or next((line for line in document.text.splitlines() if line.strip()), "(no text)")
    return shortened(one_line(words))


def _highlights(sheet: Sheet) -> Iterator[Highlight]:
    """What is marked in the text, names under figures under quotes where they begin together."""
    figures = sorted((item.span for item in sheet.document.numbers), key=attrs.astuple)
    for claim in said(sheet.document):
        style = ("unsure",) if unsure(claim) else ()
        if isinstance(claim, Quote):
            hue = sheet.hues.get(speaker_key(claim.speaker))
            styles = (*style, claim.manner, claim.form)
            at = _label_at(sheet.document.text, claim, figures)
            yield Highlight(sheet.key(claim), "quote", claim.fragments, hue, _label(sheet, claim), at, styles)
        elif isinstance(claim, NumberClaim):
            yield Highlight(sheet.key(claim), "figure", (claim.span,), styles=style)
    for mention in sheet.document.get("mentions"):
        if isinstance(mention, Mention) and isinstance(sheet.find(mention.entity), Entity):
            yield Highlight(sheet.key(mention), "name", (mention.span,), styles=(mention.form,))
    for item in of_plugins(sheet.document):
        yield Highlight(sheet.key(item), "other", item.pieces())


def _label(sheet: Sheet, quote: Quote) -> str:
    """Who says a quote; nothing inside a quote of the same speaker, whose label is enough."""
    if quote.speaker is None:
        return "nobody named"
    outer = sheet.find(quote.within)
    if isinstance(outer, Quote) and speaker_key(outer.speaker) == speaker_key(quote.speaker):
        return ""
    return shortened(one_line(quote.speaker.name), LABEL_CHARACTERS)


def _label_at(text: str, quote: Quote, figures: Sequence[Span]) -> int:
    """Behind the words of a quote, with the rest of a figure that they end in, and the punctuation that closes them."""
    end = max(span.end for span in (*quote.fragments, *quote.marks))
    before = bisect_left(figures, end, key=_start)
    if before and figures[before - 1].end > end:
        end = figures[before - 1].end
    closing = _CLOSING.match(text, end)
    return closing.end() if closing else end


def _start(span: Span) -> int:
    return span.start


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
