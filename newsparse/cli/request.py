"""What ``newsparse parse`` is asked for: its options in groups, and the record that they become."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar, get_args

import attrs
import click

from newsparse.cli.options import configured
from newsparse.cli.settings import from_file
from newsparse.model.claims import Manner
from newsparse.pipeline.config import MAX_LENGTH
from newsparse.specs import ReaderSpec

Function = TypeVar("Function", bound=Callable[..., Any])
Decorator = Callable[[Any], Any]

MANNERS = get_args(Manner)
LANGUAGE = "en"


@attrs.frozen(kw_only=True)
class Request:
    """The arguments of one ``newsparse parse``; each field but the last has the name of its option.

    A run that is not ``resumable`` keeps nothing for another run to continue with.
    """

    files: tuple[str, ...]
    reader: str | None
    reader_options: tuple[str, ...]
    output: str | None
    format_: str | None
    writer_options: tuple[str, ...]
    layers: str | None
    explain: bool
    keep: bool
    language: str | None
    extractors: tuple[str, ...]
    exclude: tuple[str, ...]
    only: tuple[str, ...]
    backend: str | None
    size: str | None
    settings: str | None
    threads: int | None
    workers: int | None
    timeout: float | None
    max_length: int | None
    limit: int | None
    resume: bool
    restart: bool
    progress: bool
    verbose: bool
    debug: bool
    resumable: bool = True

    def __attrs_post_init__(self) -> None:
        """Raises ``click.UsageError`` for options that exclude each other."""
        if self.resume and self.restart:
            raise click.UsageError("--resume and --restart exclude each other.")
        if self.keep and self.explain:
            raise click.UsageError("--keep and --explain exclude each other.")
        if self.resume and (self.output is None or self.explain):
            raise click.UsageError("--resume goes with -o, and without --explain.")

    def for_reader(self, spec: ReaderSpec, others: Collection[str]) -> tuple[Any, ...]:
        """The last arguments of a reader, without its options of the names ``others``; raises ``OptionError``."""
        return configured(f"the reader {spec.name!r}", spec.config, self.reader_options, others)

    def with_settings(self) -> tuple[Request, Mapping[str, Mapping[str, Any]]]:
        """The request with what the settings file says where no option does, and the settings of extractors."""
        options, settings = from_file(self.settings) if self.settings else ({}, {})
        given = {name: value for name, value in options.items() if getattr(self, name) in (None, ())}
        if self.only:
            settings = {**settings, "quotes": {**settings.get("quotes", {}), "only": self.only}}
        return attrs.evolve(self, **given), settings


READING: tuple[Decorator, ...] = (
    click.argument("files", nargs=-1, metavar="[FILE|FOLDER|PATTERN|-]..."),
    click.option("--reader", metavar="NAME", help="How to read; by default, each file's content and suffix decide."),
    click.option(
        "--reader-option", "reader_options", multiple=True, metavar="NAME=VALUE", help="An option of the reader."
    ),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after this many articles."),
)
WRITING: tuple[Decorator, ...] = (
    click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output."),
    click.option(
        "--format", "format_", metavar="NAME", help="How to write; by default, chosen by OUT's ending, else text."
    ),
    click.option(
        "--writer-option", "writer_options", multiple=True, metavar="NAME=VALUE", help="An option of the format."
    ),
    click.option(
        "--layers", metavar="NAMES", help="Only these layers or tables, such as quotes,numbers; or all of them."
    ),
    click.option("--keep", is_flag=True, help="Write articles that newsparse parsed before as they are."),
    click.option("--explain", is_flag=True, help="After each report, show which rules were tried and what decided."),
)
ANALYSIS: tuple[Decorator, ...] = (
    click.option("--language", metavar="CODE", help=f"Language of the articles, ISO 639-1; by default, {LANGUAGE}."),
    click.option(
        "--extractor", "extractors", multiple=True, metavar="NAME", help="Only this extractor; may be repeated."
    ),
    click.option("--exclude", multiple=True, metavar="NAME", help="Leave this extractor out; may be repeated."),
    click.option(
        "--only", multiple=True, type=click.Choice(MANNERS), help="Only quotes of this manner; may be repeated."
    ),
    click.option("--backend", metavar="NAME", help="The language analysis; by default, the one for the language."),
    click.option("--size", metavar="NAME", help="The size of the backend's model: full, small or cased for English."),
    click.option("--settings", metavar="FILE", help="Options and settings of extractors, in TOML."),
)
SPEED: tuple[Decorator, ...] = (
    click.option(
        "--threads", type=click.IntRange(min=1), help="Threads of the language analysis; by default every core."
    ),
    click.option("--workers", type=click.IntRange(min=0), help="Processes to run besides this one; by default none."),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="Stop an extractor that takes longer for one article; by default, none is stopped.",
    ),
    click.option(
        "--max-length",
        type=click.IntRange(min=1),
        metavar="CHARACTERS",
        help=f"Refuse articles that are longer; by default, {MAX_LENGTH:,}.",
    ),
)
STOPPED: tuple[Decorator, ...] = (
    click.option("--resume", is_flag=True, help="Continue a stopped run to OUT."),
    click.option("--restart", is_flag=True, help="Start over, and discard what a stopped run to OUT had finished."),
)
SHOWN: tuple[Decorator, ...] = (
    click.option("--progress/--no-progress", default=True, help="Show progress on a terminal; the default."),
    click.option("-v", "--verbose", is_flag=True, help="Report what is being done, and print a summary at the end."),
    click.option("--debug", is_flag=True, help="Also show where in the code each failure occurred."),
)


_UNUSED: dict[str, Any] = {
    "format_": None,
    "writer_options": (),
    "layers": None,
    "explain": False,
    "keep": True,
    "resume": False,
    "restart": False,
}


def analysis_options(function: Function) -> Function:
    """``function`` with the options of ``Request`` that say what is read and how it is analysed, but not the output."""
    for decorate in reversed((*READING, *ANALYSIS, *SPEED, *SHOWN)):
        function = decorate(function)
    return function


def analysis(given: Mapping[str, Any], output: str) -> Request:
    """The request of a command with ``analysis_options`` that writes to ``output`` in its own way."""
    return Request(**_UNUSED, **given, output=output)


def request_options(function: Function) -> Function:
    """``function`` with all options of ``Request``, in the order in which ``--help`` shows them."""
    for decorate in reversed((*READING, *WRITING, *ANALYSIS, *SPEED, *STOPPED, *SHOWN)):
        function = decorate(function)
    return function
