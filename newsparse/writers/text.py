"""The text report: who said what, who is in the article, and every figure, each with its place in the text."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TypeVar

from newsparse.kinds import Unrecognised
from newsparse.model import Annotation, Document, Entity, NumberClaim, Passage, Quote, Speaker, TitleRole
from newsparse.model.claims import Direction, Manner, NumberRole
from newsparse.view.cards import own_fields
from newsparse.visible import one_line, visible

Kind = TypeVar("Kind", bound=Annotation)

WIDTH = 100
_WORDS_INDENT = 6
_SHOWN = ("quotes", "entities", "numbers")
_SAID = frozenset({"speech", "writing"})
_UNSAID: tuple[tuple[str, Manner], ...] = (("Who thinks what", "thought"), ("What is done, not said", "act"))
_CHANGES: dict[tuple[NumberRole, Direction | None], str] = {
    ("change", "up"): "a rise",
    ("change", "down"): "a fall",
    ("change", None): "a change",
    ("from", "up"): "rose from this",
    ("from", "down"): "fell from this",
    ("from", None): "changed from this",
    ("to", "up"): "rose to this",
    ("to", "down"): "fell to this",
    ("to", None): "changed to this",
}
"""What a figure's role and direction are called in the report; a level has no word."""
_ANALYSIS = ("sentences", "tokens", "mentions", "attributions")


def write_text(document: Document) -> str:
    """The report on one document, without a line end; places are offsets in code points, ``start-end``.

    Of what could not be read there is only what went wrong. Control characters and directional overrides are shown as
    escapes, wherever they come from.
    """
    parts = [_heading(document), *([] if _is_unread(document) else _findings(document))]
    if document.failures:
        lines = ["  " + one_line(str(item)) for item in document.failures]
        parts.append("\n".join(["What went wrong", *lines]))
    return visible("\n\n".join(part for part in parts if part))


def _is_unread(document: Document) -> bool:
    return not document.text and any(failure.stage == "read" for failure in document.failures)


def _findings(document: Document) -> Iterator[str]:
    """One section for each layer that is shown."""
    yield _section("Who said what", document, "quotes", Quote, _quote, _is_said)
    yield from _unsaid(document)
    yield _section("Who is in it", document, "entities", Entity, _entity)
    yield _section("Figures", document, "numbers", NumberClaim, _number)
    for layer in document.layers:
        if layer.name not in (*_SHOWN, *_ANALYSIS):
            yield _section(layer.name.capitalize(), document, layer.name, Annotation, _other)


def _heading(document: Document) -> str:
    if _is_unread(document):
        title = one_line(document.meta.path or document.id)
        return f"{title}\n{'=' * min(WIDTH, len(title))}\n(not read)"
    words = next((line.strip() for line in document.text.splitlines() if line.strip()), "(no text)")
    title = one_line(document.meta.title or textwrap.shorten(words, WIDTH, placeholder=" ..."))
    path = one_line(document.meta.path or "")
    about = ", ".join(part for part in (path, f"{len(document.text):,} characters") if part)
    return f"{title}\n{'=' * min(WIDTH, len(title))}\n{about}"


def _is_said(item: Annotation) -> bool:
    return not isinstance(item, Quote) or item.manner in _SAID


def _unsaid(document: Document) -> Iterator[str]:
    """What is thought or done rather than said, each under its heading where there is any."""
    for title, manner in _UNSAID:
        if any(_is_of(manner, item) for item in document.get("quotes")):
            yield _section(title, document, "quotes", Quote, _quote, partial(_is_of, manner))


def _is_of(manner: Manner, item: Annotation) -> bool:
    return isinstance(item, Quote) and item.manner == manner


def _section(
    title: str,
    document: Document,
    layer: str,
    kind: type[Kind],
    lines: Callable[[Document, Kind], Iterable[str]],
    chosen: Callable[[Annotation], bool] | None = None,
) -> str:
    """One layer; annotations of another kind, such as one that nobody here knows, are shown by their words alone."""
    if not document.has(layer):
        return ""
    items = [item for item in document.layer(layer) if chosen is None or chosen(item)]
    heading = f"{one_line(title)} ({len(items)})" if items else f"{one_line(title)}: nothing found"
    shown = (lines(document, item) if isinstance(item, kind) else _other(document, item) for item in items)
    return "\n".join([heading, *chain.from_iterable(shown)])


def _quote(document: Document, item: Quote) -> Iterator[str]:
    cue = f' "{one_line(item.cue.text)}"' if item.cue else ""
    told = f"; to {one_line(item.addressee.text)}" if item.addressee else ""
    yield from _wrapped(f"{_who(document, item)}  [{item.form}{cue}{told}; {_place(item)}]", 2)
    words = " … ".join(one_line(piece.cut(document.text)) for piece in item.fragments)
    shown = f'"{words}"' if item.form == "direct" and words[:1] not in '"“‘' else words
    yield from _wrapped(shown, _WORDS_INDENT)


def _who(document: Document, item: Quote) -> str:
    """The speaker's name with the first role that the article gives them, and who says it with them."""
    if item.speaker is None:
        return f"(nobody named: {item.unattributed or 'no source'})"
    known = document.find(item.speaker.entity) if item.speaker.entity else None
    if not isinstance(known, Entity):
        return _speaker(document, item.speaker)
    rest = (document.find(name, Entity) for name in item.speaker.others)
    joint = [f"with {one_line(other.name)}" for other in rest if other is not None]
    return ", ".join([one_line(item.speaker.name), *_roles(document, known)[:1], *joint])


def _speaker(document: Document, speaker: Speaker) -> str:
    """The name, and who a pronoun at its start refers to, if it is no entity: "Her report (Ada Brook)".

    A pronoun alone that was left open stays so.
    """
    name = one_line(speaker.name)
    if speaker.entity or (speaker.kind == "unresolved" and " " not in name):
        return name
    owner = _meant_at_start(document, speaker)
    return f"{name} ({one_line(owner.name)})" if owner and owner.name not in name else name


def _meant_at_start(document: Document, speaker: Speaker) -> Entity | None:
    """Whom the pronoun means that a speaker's name begins with in the text: Ada Brook in "Her report"."""
    same = [quote.speaker.mention for quote in document.quotes if quote.speaker and quote.speaker.name == speaker.name]
    begins = {words.span.start for words in same if words is not None}
    owners = (m.entity for m in document.mentions if m.form == "pronoun" and m.span.start in begins)
    return document.find(next(filter(None, owners), ""), Entity) if begins else None


def _roles(document: Document, item: Entity) -> list[str]:
    """The roles that the article or its title gives somebody, each once: "former chief executive (Kell Bank)"."""
    found: dict[str, str] = {}
    for held in item.held:
        home = document.find(held.organisation, Entity) if held.organisation else None
        body = home.name if home else held.body.text if isinstance(held, TitleRole) and held.body else ""
        place = f" ({one_line(body)})" if body and body not in held.role.text else ""
        words = one_line(held.role.text) if isinstance(held, TitleRole) else _role(document, held.role)
        told = f"{'former ' if held.former else ''}{words}{place}"
        found.setdefault(told.casefold(), told)
    return list(found.values())


def _role(document: Document, role: Passage) -> str:
    """The words of a role, without the capital that they have at the start of a sentence: "Deputy mayor X said"."""
    words = one_line(role.text)
    first, _, rest = words.partition(" ")
    common = first[1:].islower() and rest[:1].islower()
    opens = common and any(sentence.span.start == role.span.start for sentence in document.sentences)
    return words[0].lower() + words[1:] if opens else words


def _entity(document: Document, item: Entity) -> Iterator[str]:
    count = len(item.mentions)
    more = [item.label, f"{count} mention{'s' if count != 1 else ''}"]
    more += [f"also {', '.join(map(one_line, item.aliases))}"] if item.aliases else []
    more += [f'in the title "{one_line(item.in_title.text)}"'] if item.in_title else []
    more += _roles(document, item) or [", ".join(map(one_line, item.titles))] * bool(item.titles)
    named = next((mention for mention in document.mentions_of(item) if mention.form == "named"), item)
    yield from _wrapped(f"{one_line(item.name)}  [{'; '.join(more)}; {_place(named)}]", 2)


def _number(document: Document, item: NumberClaim) -> Iterator[str]:
    read, words = str(item.quantity), one_line(item.text)
    what = [] if words in (read, f"{read}s") else [f"= {read}"]  # units are singular: "18 months" says "18 month"
    what += [f"of {one_line(item.subject.text)}"] if item.subject else []
    what += [_CHANGES[item.role, item.direction]] if item.role != "level" else []
    what += [one_line(item.when.text) + (f" ({item.period})" if item.period else "")] if item.when else []
    what += [f"says {_speaker(document, item.speaker)}"] if item.speaker else []
    yield from _wrapped(f"{one_line(item.text)}  [{'; '.join([*what, _place(item)])}]", 2)


def _other(document: Document, item: Annotation) -> Iterator[str]:
    """An annotation of a plugin with the fields of its own; one that nobody here knows has its kind alone."""
    fields = [] if isinstance(item, Unrecognised) else own_fields(item)
    told = [f"{name} {_told(document, value)}" for name, value in fields]
    yield from _wrapped(f"{one_line(item.text)}  [{'; '.join([item.KIND, *told, _place(item)])}]", 2)


def _told(document: Document, value: object) -> str:
    """A value as words: of an entity its name, of several values all."""
    if isinstance(value, list | tuple | frozenset):
        return ", ".join(_told(document, one) for one in value)
    named = document.find(value, Entity) if isinstance(value, str) else None
    return one_line(named.name if named else str(value))


def _place(item: Annotation) -> str:
    return f"{item.span.start}-{item.span.end}"


def _wrapped(words: str, indent: int) -> list[str]:
    margin = " " * indent
    following = margin if indent == _WORDS_INDENT else margin + "  "
    return textwrap.wrap(words, WIDTH, initial_indent=margin, subsequent_indent=following, break_on_hyphens=False)
