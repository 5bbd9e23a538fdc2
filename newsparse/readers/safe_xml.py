"""XML from strangers: parsed without entities of its own, without files and without a network."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

import attrs

from newsparse.errors import ReadError
from newsparse.extras import extra

if TYPE_CHECKING:
    from lxml.etree import _Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@attrs.frozen
class Prolog:
    """How an XML file begins: the first element as ``(namespace, name)``, and whether entities are declared."""

    root: tuple[str, str] = ("", "")
    entities: bool = False


class _RootFoundError(Exception):
    """Ends the reading of a prolog."""


def prolog(data: bytes) -> Prolog:
    """The prolog of XML, of which the first part is enough; without a root for what is not XML."""
    found: dict[str, Any] = {}

    def started(name: str, _: object) -> None:
        namespace, _, local = name.rpartition(" ")
        found["root"] = (namespace, local)
        raise _RootFoundError

    def declared(*_: object) -> None:
        found["entities"] = True

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = started
    parser.EntityDeclHandler = declared
    with contextlib.suppress(_RootFoundError, expat.ExpatError, ValueError, LookupError):
        parser.Parse(data.lstrip(), False)  # noqa: FBT003 - expat takes no keywords
    return Prolog(**found)


def refuse_entities(data: bytes, path: str) -> None:
    """Raises ``ReadError`` for XML that declares entities: they can stand for any words, or for gigabytes of them."""
    if prolog(data).entities:
        raise _with_entities(path)


def _with_entities(path: str) -> ReadError:
    return ReadError(f"{path} declares XML entities, which are not read.", hint="Resolve them: xmllint --noent.")


def parsed(data: bytes, path: str) -> _Element:
    """The root of an XML file; raises ``ReadError`` for what is not well-formed or declares entities."""
    refuse_entities(data, path)
    with extra("wires"):
        from lxml import etree
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"{path} is not well-formed XML: {error.msg or 'it is empty'}.") from error
    subset: Any = root.getroottree().docinfo.internalDTD
    if subset is not None and next(subset.iterentities(), None) is not None:
        raise _with_entities(path)
    return root


def language_of(element: _Element | None) -> str | None:
    """The ``xml:lang`` of an element or the nearest one around it."""
    while element is not None:
        if element.get(_LANGUAGE):
            return element.get(_LANGUAGE)
        element = element.getparent()
    return None
