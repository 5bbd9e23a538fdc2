"""``newsparse findings``: what the articles of a database have in common and where they differ, as text or JSON."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import click

from newsparse.cli.formats import by_ending, check_place
from newsparse.cli.listing import as_json, as_text
from newsparse.cli.messages import complain, complain_of
from newsparse.cli.outputs import STDOUT, opened
from newsparse.host import Host

if TYPE_CHECKING:
    from newsparse.corpus.findings import Kind

FORMATS = ("json", "text")
KINDS = ("quotes", "figures", "claims")
_ENDINGS = {".json": "json", ".jsonl": "json"}
_DAY = "%Y-%m-%d"
NOTHING = "No findings."


@click.command()
@click.argument("database", metavar="DATABASE")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these; may be repeated.")
@click.option("--show", "what", metavar="NAME", help="Other findings of these kinds: all, agree, confirmed, ...")
@click.option("--words", default="", help="Only those with these words.")
@click.option("--outlet", default="", help="Only those of this outlet.")
@click.option("--since", type=click.DateTime([_DAY]), metavar="DAY", help="Only from this day on.")
@click.option("--until", type=click.DateTime([_DAY]), metavar="DAY", help="Only until this day.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="How to write; by default by OUT's ending, or text."
)
def findings(
    *,
    database: str,
    kinds: tuple[str, ...],
    what: str | None,
    words: str,
    outlet: str,
    since: date | None,
    until: date | None,
    output: str | None,
    format_: str | None,
) -> None:
    """List where articles differ: quotes that changed, figures that conflict or drift, claims that are disputed.

    DATABASE is one that `newsparse index` made. JSON is a line per finding, with all its places. The exit status is 0,
    also where there are none.
    """
    from newsparse.corpus import findings as corpus  # not every Python is built with SQLite
    from newsparse.corpus.joining import waiting
    from newsparse.corpus.opening import opened as opened_corpus

    chosen = _chosen(corpus.KINDS, kinds or KINDS, what)
    complain_of(Host.discover(everything=False).problems)
    output = None if output == STDOUT else output
    check_place(output, (database,))
    first, last = (day.strftime(_DAY) if day else "" for day in (since, until))
    wanted = corpus.Wanted(what=what or "", words=words, outlet=outlet, since=first, until=last)
    written = as_json if (format_ or by_ending(output, _ENDINGS)) == "json" else as_text
    with contextlib.closing(opened_corpus(database)) as connection, opened(output) as stream:
        late = waiting(connection)
        if late:
            complain(f"Articles not compared yet: {late:,}. The next run of newsparse index compares them.")
        lines = chain.from_iterable(written(kind.name, corpus.every(connection, kind, wanted)) for kind in chosen)
        for line in lines if written is as_json else chain([next(lines, NOTHING)], lines):
            stream.write((line + "\n").encode("utf-8", "backslashreplace"))


def _chosen(known: Mapping[str, Kind], names: Iterable[str], what: str | None) -> list[Kind]:
    """The kinds of findings of these names that have some to show by the name ``what``; raises ``UsageError``."""
    chosen = [known[name] for name in names if what is None or what in known[name].choices]
    if not chosen:
        listed = "; ".join(f"{name}: {', '.join(kind.choices)}" for name, kind in known.items())
        raise click.UsageError(f"there is nothing to --show by the name {what!r} ({listed}).")
    return chosen
