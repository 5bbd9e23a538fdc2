"""Prepares fuzzing that is guided by coverage: seeds and a dictionary from articles and word lists."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import newsparse
from newsparse_bench.hostile import guided, pages
from newsparse_bench.hostile.checking import by_rules
from newsparse_bench.hostile.texts import TAGS, Material, strings

LONGEST = 8192
"""Bytes of an input."""
LATEST = 60
"""Seconds after which an input is a fault."""
SEED_CHARACTERS = 160
"""Characters of an article from which a seed for JSON is made."""
TAG = re.compile(r"</?\w+|\b[\w-]+=")
PLAIN = re.compile(r"[\w.-]{1,24}")
"""Words of JSON and pages that are worth repeating: names, and no sentences or patterns."""


def explore(
    target: str, material: Material, packages: Sequence[str], findings: Path, seconds: int, seed: int = 1
) -> list[Path]:
    """Look so many seconds for inputs on which ``target`` fails; the files that were added to ``findings``.

    Raises ``ModuleNotFoundError`` where atheris is not installed, and ``ChildProcessError`` if its process fails.
    """
    import atheris  # noqa: F401 - said here rather than by the process

    findings.mkdir(parents=True, exist_ok=True)
    before = set(findings.iterdir())
    with TemporaryDirectory() as folder:
        seeds, words = Path(folder, "seeds"), Path(folder, "words")
        seeds.mkdir()
        for number, text in enumerate(seeds_of(target, material.articles)):
            (seeds / str(number)).write_text(text, "utf-8")
        words.write_text("".join(f"{quoted(word)}\n" for word in dictionary(target, material)), "ascii")
        limits = [
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            f"-timeout={LATEST}",
            f"-report_slow_units={LATEST}",
        ]
        options = [*limits, f"-dict={words}", f"-seed={seed}", "-print_final_stats=1", "-verbosity=0", str(seeds)]
        command = [sys.executable, "-P", guided.__file__, target, str(findings), ",".join(packages), *options]
        ended = subprocess.run(command, check=False).returncode
    found = sorted(set(findings.iterdir()) - before)
    if ended and not found:
        raise ChildProcessError(f"the process that explores {target} ended with status {ended}")
    return found


def seeds_of(target: str, articles: Iterable[str]) -> list[str]:
    """What inputs are made from: the paragraphs of articles, pages of two of these, or documents of their beginnings.

    A paragraph is read ten times as fast as an article, so ten times as many inputs are tried.
    """
    if target == "json":
        pipeline = by_rules()
        return [newsparse.dumps(pipeline(article[:SEED_CHARACTERS])) for article in articles]
    lines = (line.strip() for article in articles for line in article.splitlines())
    paragraphs = list(dict.fromkeys(filter(None, lines)))
    return list(pages.pages(paragraphs)) if target == "html" else paragraphs


def dictionary(target: str, material: Material) -> list[str]:
    """The words that inputs get: phrases of word lists, names of JSON's fields, or elements and attributes of pages."""
    if target == "json":
        words = (word for seed in seeds_of(target, material.articles) for word in strings(json.loads(seed)))
        return sorted({f'"{word}"' for word in words if PLAIN.fullmatch(word)})
    if target == "html":
        tags = TAG.findall("".join(seeds_of(target, material.articles)))
        return sorted({*tags, *TAGS, *filter(PLAIN.fullmatch, _vocabulary())})
    return material.phrases


def _vocabulary() -> Iterable[str]:
    for item in resources.files("newsparse.readers.html").iterdir():
        if item.name.endswith(".json"):
            yield from strings(json.loads(item.read_text("utf-8")))


def quoted(word: str) -> str:
    """A word as libFuzzer's dictionaries have it: quoted, and bytes that are not printable ASCII in hexadecimal."""
    return '"' + "".join(_escaped(byte) for byte in word.encode("utf-8", "surrogatepass")) + '"'


def _escaped(byte: int) -> str:
    character = chr(byte)
    return character if character.isascii() and character.isprintable() and character not in '"\\' else f"\\x{byte:02X}"
