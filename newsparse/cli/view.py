"""``newsparse view``: articles with their claims as a page, to look at in a browser."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path

import click

from newsparse.cli.messages import complain, say
from newsparse.cli.parse import parse

FORMAT = "html"


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|PATTERN|-...")
@click.option("-o", "--output", metavar="OUT", help="Write the page to this file; by default, to a temporary file.")
@click.option("--open/--no-open", "open_", default=None, help="Open it in a browser; by default, unless OUT is given.")
@click.option("--title", metavar="WORDS", help="Title of the page; by default, the first article's.")
@click.option("--reader", metavar="NAME", help="How to read; by default, each file's content and suffix decide.")
@click.option("--reader-option", "reader_options", multiple=True, metavar="NAME=VALUE", help="An option of the reader.")
@click.option("--language", default="en", show_default=True, help="Language of the articles, ISO 639-1.")
@click.pass_context
def view(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    output: str | None,
    open_: bool | None,
    title: str | None,
    reader: str | None,
    reader_options: tuple[str, ...],
    language: str,
) -> None:
    """Make a page of articles: highlights on one side, claims with their evidence on the other.

    The page is one file that needs no network. Its path is printed. The status is that of `newsparse parse`.
    """
    place = output or str(Path(tempfile.mkdtemp(prefix="newsparse-"), "page.html"))
    status = 0
    try:
        ctx.invoke(
            parse,
            files=files,
            output=place,
            format_=FORMAT,
            writer_options=(f"title={title}",) if title else (),
            reader=reader,
            reader_options=reader_options,
            language=language,
            resumable=False,
        )
    except click.exceptions.Exit as ended:
        status = ended.exit_code
    if Path(place).exists():
        say(place)
        if (open_ or (open_ is None and not output)) and not webbrowser.open(Path(place).resolve().as_uri()):
            complain("no browser could be started; open the file yourself.")
    elif not output:
        Path(place).parent.rmdir()
    if status:
        raise click.exceptions.Exit(status)
