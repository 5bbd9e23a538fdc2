"""The tokens layer as columns, a third of the size and of the time to read that rows take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from newsparse.errors import SchemaError
from newsparse.model import Annotation, Span, Token
from newsparse.serial.structure import expect

_TAGS = ("lemma", "upos", "xpos", "feats", "head", "deprel")
_KEYS = frozenset({"kind", "v", "start", "end", "group", "id", "origin", "confidence", *_TAGS})
_NULL = type(None)


def fit_columns(annotations: Sequence[Annotation]) -> bool:
    """Whether the annotations can go as columns: tokens and nothing else."""
    return bool(annotations) and all(type(item) is Token for item in annotations)


def to_columns(tokens: Sequence[Token], text: str, path: str) -> dict[str, Any]:
    """The tokens as lists of equal length; words, and ids that follow from the spans, are left out.

    A column without any value is left out too; ``origin`` and ``confidence`` are written once where all are the same.
    Raises ``SchemaError`` for a token whose words are not those of the text.
    """
    columns: dict[str, Any] = {"kind": Token.KIND, "v": Token.SCHEMA}
    columns["start"] = [token.span.start for token in tokens]
    columns["end"] = [token.span.end for token in tokens]
    for index, token in enumerate(tokens):
        if token.text != text[token.span.start : token.span.end] or token.span.end > len(text):
            raise SchemaError(f"{path}[{index}]: the token's words {token.text!a} are not those of the text.")
    columns["group"] = [token.group for token in tokens]
    ids = [token.id for token in tokens]
    if ids != numbered_ids(Token.KIND, zip(columns["start"], columns["end"], strict=True)):
        columns["id"] = ids
    for name in ("origin", "confidence", *_TAGS):
        _add(columns, name, [getattr(token, name) for token in tokens])
    return columns


def from_columns(columns: dict[str, Any], text: str, path: str) -> tuple[Token, ...]:
    """The tokens of ``to_columns``, their words cut from ``text``; raises ``SchemaError`` naming the path."""
    unknown = sorted(set(columns) - _KEYS)
    if unknown:
        raise SchemaError(f"{path}: unknown column {unknown[0]!r}.")
    starts, ends = column_ends(columns, len(text), path)
    count = len(starts)
    regular = numbered_ids(Token.KIND, zip(starts, ends, strict=True))
    ids = _column(columns, "id", count, path, str) if "id" in columns else regular
    groups = _column(columns, "group", count, path, int)
    origins = _column(columns, "origin", count, path, str, _NULL)
    confidences = _confidences(columns, count, path)
    lemmas, upos, xpos, feats, heads, deprels = (
        _column(columns, name, count, path, int if name == "head" else str, _NULL) for name in _TAGS
    )
    rows = zip(ids, starts, ends, groups, origins, confidences, lemmas, upos, xpos, feats, heads, deprels, strict=True)
    return tuple(
        Token(
            id=name,
            span=Span(start, end),
            text=text[start:end],
            group=group,
            origin=origin,
            confidence=confidence,
            lemma=lemma,
            upos=tag,
            xpos=fine_tag,
            feats=features,
            head=head,
            deprel=deprel,
        )
        for name, start, end, group, origin, confidence, lemma, tag, fine_tag, features, head, deprel in rows
    )


def numbered_ids(kind: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The ids that ``newsparse.model.distinct`` gives to annotations of one kind at these places."""
    seen: dict[str, int] = {}
    result = []
    for start, end in spans:
        plain = f"{kind}:{start}-{end}"
        count = seen[plain] = seen.get(plain, 0) + 1
        result.append(plain if count == 1 else f"{plain}.{count}")
    return result


def column_ends(columns: dict[str, Any], length: int, path: str) -> tuple[list[int], list[int]]:
    """The columns ``start`` and ``end``, every span inside a text of ``length`` characters."""
    count = len(expect(columns.get("start"), list, f"{path}.start"))
    starts = _column(columns, "start", count, path, int)
    ends = _column(columns, "end", count, path, int)
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if not 0 <= start < end <= length:
            raise SchemaError(f"{path}.end[{index}]: {start}-{end} is not a span in a text of {length} characters.")
    return starts, ends


def _add(columns: dict[str, Any], name: str, values: list[Any]) -> None:
    same = all(value == values[0] for value in values)
    if not same or values[0] is not None:
        columns[name] = values[0] if same and name in ("origin", "confidence") else values


def _column(columns: dict[str, Any], name: str, count: int, path: str, *types: type) -> list[Any]:
    """One column, whose values have only these types; None throughout when it was left out."""
    values = columns.get(name)
    if values is None and _NULL in types:
        return [None] * count
    if name == "origin" and type(values) is str:
        return [values] * count
    column: list[Any] = expect(values, list, f"{path}.{name}")
    if len(column) != count:
        raise SchemaError(f"{path}.{name}: {len(column)} values for {count} tokens.")
    if not set(map(type, column)) <= set(types):
        index = next(number for number, value in enumerate(column) if type(value) not in types)
        expect(column[index], types[0], f"{path}.{name}[{index}]")
    return column


def _confidences(columns: dict[str, Any], count: int, path: str) -> list[float | None]:
    values = columns.get("confidence")
    if not isinstance(values, list):
        values = [values] * count
    if len(values) != count:
        raise SchemaError(f"{path}.confidence: {len(values)} values for {count} tokens.")
    for index, value in enumerate(values):
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if value is not None and not (number and 0 <= value <= 1):
            raise SchemaError(f"{path}.confidence[{index}]: expected a number within 0 and 1, got {value!r}.")
    return [None if value is None else float(value) for value in values]
