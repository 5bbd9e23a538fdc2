"""Fuzzing guided by coverage (atheris): inputs that reach new code are kept and changed further.

``newsparse bench explore`` runs this file as a script, so that atheris comes before the code that it watches.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from traceback import extract_tb

Check = Callable[[bytes], object]

SAMPLE = b"\xe2\x80\x9cWe lost 5 ships,\xe2\x80\x9d said Ada Brook."
"""Read once while imports are watched, so that what is imported late is watched too."""

_DETAIL = re.compile(r"\d+|'[^']*'|\"[^\"]*\"")
_OTHER = re.compile(r"\W+")


class FaultError(AssertionError):
    """Something that must hold of any input does not."""


def main(target: str, findings: str, packages: str, *options: str) -> None:
    """Look for inputs on which ``target`` fails, with options of libFuzzer; does not return."""
    import atheris

    seen: set[str] = set()

    def once(data: bytes) -> None:
        try:
            check(data)
        except Exception as error:  # whatever it is, it is a finding
            fault = told(error)
            if fault not in seen:
                seen.add(fault)
                print(f"{kept(data, target, Path(findings))}: {fault}", flush=True)

    with atheris.instrument_imports(include=packages.split(",")):
        check = made(target)
        once(SAMPLE)
    atheris.Setup([sys.argv[0], f"-artifact_prefix={findings}/", *options], once)
    atheris.Fuzz()


def made(target: str) -> Check:
    """What reads an input: "json", "html", a tokenizer as "MODULE:FUNCTION", or an extractor by its name."""
    if target == "json":
        return _json()
    if target == "html":
        return _html()
    return _tokenizer(target) if ":" in target else _extractor(target)


def told(error: Exception) -> str:
    """What went wrong and where, without the figures and words of one input, so that a fault is told once."""
    if isinstance(error, FaultError):
        return _DETAIL.sub("…", str(error))
    place = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.name} ({Path(place.filename).name}:{place.lineno})"


def kept(data: bytes, target: str, folder: Path) -> Path:
    """The file in which an input is kept."""
    name = _OTHER.sub("-", target)
    path = folder / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _tokenizer(target: str) -> Check:
    module, _, name = target.partition(":")
    tokenize = getattr(import_module(module), name)

    def check(data: bytes) -> None:
        text, after = _text(data), 0
        for word in tokenize(text):
            if not after <= word.start < word.end <= len(text) or text[after : word.start].strip():
                raise FaultError("words overlap, or leave out more than blanks")
            after = word.end
        if text[after:].strip():
            raise FaultError("words end before the text does")

    return check


def _extractor(name: str) -> Check:
    from newsparse_bench.hostile.checking import by_rules, faults

    pipeline = by_rules(name)

    def check(data: bytes) -> None:
        for _, fault in faults(pipeline, [_text(data)], closer=False):
            raise FaultError(fault)

    return check


def _json() -> Check:
    import newsparse
    from newsparse.errors import NewsparseError

    def check(data: bytes) -> None:
        try:
            document = newsparse.loads(_text(data))
        except NewsparseError:
            return
        if newsparse.loads(newsparse.dumps(document)) != document:
            raise FaultError("what was read is written and read back differently")

    return check


def _html() -> Check:
    from newsparse.errors import ReadError
    from newsparse.readers.html import read_html

    def check(data: bytes) -> None:
        try:
            documents = read_html(data, "page.html")
        except ReadError:
            return
        if not all(document.text.strip() for document in documents):
            raise FaultError("the text of a page is empty")

    return check


if __name__ == "__main__":
    main(*sys.argv[1:])
