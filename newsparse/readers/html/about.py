"""What a page says about its article: title, author, date, outlet, language, country, and whether it is cut."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsparse.extras import extra
from newsparse.readers.html.blocks import cleaned, one_line
from newsparse.readers.html.cleaning import elements, is_message, names_of
from newsparse.readers.html.selecting import quiet

_EARLIEST, _LATEST = "1900-01-01", "2100-01-01"
"""Between these a date is believed; a fixed end makes a page read alike whatever the day."""
_SEPARATOR = re.compile(r"\s+(?:[|–—·•:»-]|--|::)\s+$")
_LOCALE = re.compile(r"^([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?(?:[-_.@].*)?$")
_COUNTRY = re.compile(r"^[A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?$")
_DEFAULT_COUNTRY = "US"
"""What content management systems put into a locale that nobody set, so that it says nothing."""
_ALIASES = {"UK": "GB"}
_JSON_VALUES = 20_000
_LOG = logging.getLogger(__name__)


@attrs.frozen(kw_only=True)
class About:
    """What the page says; None where it says nothing, or nothing that is certain."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    country: str | None = None
    url: str | None = None
    cut: bool = False


def about(tree: Any, url: str | None) -> About:
    """What a page says about its article, before anything is taken out of its tree."""
    data = list(_linked_data(tree))
    found = _metadata(tree, url)
    title = _text(getattr(found, "title", None))
    outlet = _text(_publisher(data)) or _site(tree, getattr(found, "sitename", None), title)
    return About(
        title=_headline(title, outlet),
        author=_author(getattr(found, "author", None)),
        published=_text(getattr(found, "date", None)),
        outlet=outlet,
        language=_language(tree),
        country=_country(tree, data),
        url=url or _text(getattr(found, "url", None)),
        cut=_is_cut(tree, data),
    )


def _metadata(tree: Any, url: str | None) -> Any:
    with extra("html"):
        from trafilatura.metadata import extract_metadata

    quiet()
    dates = {"original_date": True, "extensive_search": False, "min_date": _EARLIEST, "max_date": _LATEST}
    try:
        return extract_metadata(tree, default_url=url, date_config=dates)
    except Exception as error:  # of a library, on a page of any kind: it says nothing that could be understood
        _LOG.debug("the metadata of a page could not be read", exc_info=error)
        return None


def _text(value: object) -> str | None:
    return one_line(cleaned(value)) or None if isinstance(value, str) else None


def _headline(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name after it."""
    if not (title and outlet and title.casefold().endswith(outlet.casefold())):
        return title
    before = title[: -len(outlet)]
    return _SEPARATOR.sub("", before) if _SEPARATOR.search(before) else title


def _author(value: object) -> str | None:
    """The names, apart by semicolons; an address is no name."""
    names = [one_line(name) for name in (_text(value) or "").split(";")]
    return "; ".join(name for name in names if name and "://" not in name and "@" not in name) or None


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, inner ones too."""
    for script in tree.iter("script"):
        if script.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
            try:
                value = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _objects(value)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [value], 0
    while waiting and seen < _JSON_VALUES:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, dict):
            yield item
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


def _site(tree: Any, named: object, headline: str | None) -> str | None:
    """The site's name, which the library also takes from the title: any part with a full stop, be it the headline."""
    name, title = _text(named), one_line(tree.findtext(".//title") or "")
    if name is None or " " not in name or name not in title:
        return name
    if any(name == one_line(item.get("content") or "") for item in tree.iter("meta")):
        return name
    return name if title.endswith(name) and name != headline else None


def _publishers(data: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in data:
        given = item.get("publisher")
        yield from (one for one in (given if isinstance(given, list) else [given]) if isinstance(one, dict))


def _publisher(data: Iterable[dict[str, Any]]) -> str | None:
    names = (item.get("name") for item in _publishers(data))
    return next((name for name in names if isinstance(name, str) and name.strip()), None)


def _language(tree: Any) -> str | None:
    """The language that the page declares, as ISO 639."""
    return next((match[1].lower() for match in _locales(tree)), None)


def _locales(tree: Any) -> Iterator[re.Match[str]]:
    values = [_attribute(tree, "//html/@lang"), _attribute(tree, "//html/@*[name()='xml:lang']")]
    values += [_meta(tree, "og:locale"), _meta(tree, "content-language"), _meta(tree, "dc.language")]
    return (match for value in values if value and (match := _LOCALE.match(value.strip())))


def _country(tree: Any, data: Iterable[dict[str, Any]]) -> str | None:
    """The outlet's country: where its address is, else the region on which all that names one agrees."""
    addresses = (item.get("address") for item in _publishers(data))
    named = {_code(one.get("addressCountry")) for one in addresses if isinstance(one, dict)} - {None}
    if not named:
        places = [_meta(tree, "geo.country"), _meta(tree, "geo.region")]
        named = {_code(place) for place in places} - {None}
    if not named:
        named = {_code(match[2]) for match in _locales(tree)} - {None}
        named = set() if _DEFAULT_COUNTRY in named else named
    return named.pop() if len(named) == 1 else None


def _code(value: object) -> str | None:
    """The ISO 3166-1 code of a country or of a region in it ("GB-LND")."""
    value = value.get("name") if isinstance(value, dict) else value
    if not isinstance(value, str) or not _COUNTRY.match(value.strip()):
        return None
    code = value.strip()[:2].upper()
    return _ALIASES.get(code, code)


def _meta(tree: Any, name: str) -> str | None:
    for item in tree.iter("meta"):
        names = (item.get("property"), item.get("name"), item.get("http-equiv"))
        if name in {(given or "").strip().lower() for given in names}:
            return item.get("content") or None
    return None


def _attribute(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]) if found else None


def _is_cut(tree: Any, data: Iterable[dict[str, Any]]) -> bool:
    """Whether a paywall stands where the rest should be.

    It says so in words, and is told by a class name or by the page's data: a class alone may stand on the article that
    a subscriber has saved, and words alone may be on every page of the site.
    """
    if any(is_message(item) for item in elements(tree) if "wall" in names_of(item)):
        return True
    if all(str(item.get("isAccessibleForFree")).lower() != "false" for item in data):
        return False
    return any(is_message(item) for item in tree.iter("p", "h2", "h3", "h4", "div") if item.find(".//p") is None)
