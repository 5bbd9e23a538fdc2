"""``newsparse bench fuzz`` and ``growth``: hostile texts against all extractors, and how time grows with length."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import click

import newsparse
from newsparse.cli.messages import say, tell
from newsparse.errors import ExtraMissingError
from newsparse.visible import one_line
from newsparse_bench import offers
from newsparse_bench.corpora import chosen, data_folder, shipped
from newsparse_bench.hostile.growth import LONG, MOST, measured
from newsparse_bench.hostile.texts import Material, hostile

SHOWN = 60
"""Characters of a text that are shown."""
CLOSER_EVERY = 3
"""One batch of so many is also read text by text, and made pages of."""
REPORT_EVERY = 100
BATCH = 16
BACKENDS = ("rules", "english")
BACKEND = click.option("--backend", type=click.Choice(BACKENDS), default="rules", show_default=True, help="Of words.")


@click.command("fuzz")
@click.option("--texts", "count", type=click.IntRange(0), default=1000, show_default=True, help="How many are made.")
@click.option("--seed", type=int, default=1, show_default=True, help="What decides the texts.")
@BACKEND
@click.option("--articles", "-c", multiple=True, help="NAME[:PART] or a path of whole articles to read first.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Folder of the public corpora.")
def fuzz_command(count: int, seed: int, backend: str, articles: tuple[str, ...], data: Path | None) -> None:
    """Read hostile texts with all extractors, and name every one on which something fails.

    The texts are made from the shipped articles and the word lists of all extractors, the same for the same seed.
    The exit status is 1 when anything raises or fails, a place does not prove itself, JSON is not read back as it was,
    a text is read differently alone than in a batch, or a report or page holds a control character.
    """
    from newsparse_bench.hostile.checking import by_rules, faults  # it needs hypothesis, by way of newsparse.testing

    pipeline = by_rules() if backend == "rules" else newsparse.load("en")
    material = Material([document.text for document in shipped.load(None, "dev")], packages())
    texts = chain(_whole(articles, data), hostile(material, count, seed))
    read, wrong = 0, Counter[str]()
    while batch := list(islice(texts, BATCH)):
        closer = read // BATCH % CLOSER_EVERY == 0
        for text, fault in faults(pipeline, batch, closer=closer):
            wrong[fault] += 1
            say(one_line(f"{fault} ({len(text)} characters: {text[-SHOWN:]!a})"))
        read += len(batch)
        if read // BATCH % REPORT_EVERY == 0:
            tell(f"{read:,} texts, {wrong.total():,} faults")
    say(f"{read:,} texts, {wrong.total():,} faults")
    if wrong:
        sys.exit(1)


@click.command("explore")
@click.argument("target")
@click.option("--seconds", type=click.IntRange(1), default=600, show_default=True, help="How long.")
@click.option("--seed", type=click.IntRange(1), default=1, show_default=True, help="What decides the changes.")
@click.option("--findings", type=click.Path(path_type=Path, file_okay=False), default="findings", show_default=True)
def explore_command(target: str, seconds: int, seed: int, findings: Path) -> None:
    """Change inputs so that they reach new code of TARGET, and keep those on which something fails in a folder.

    TARGET is `json` or `html` (the readers), the name of an extractor, or MODULE:FUNCTION for a tokenizer, a function
    of a text that returns words with `start` and `end`. The exit status is 1 when anything was found. Needs the extra
    `fuzz`, which is for Linux.
    """
    from newsparse_bench.hostile.exploring import explore

    material = Material([document.text for document in shipped.load(None, "dev")], packages())
    watched = [*packages(), target.partition(".")[0]] if ":" in target else packages()
    try:
        found = explore(target, material, watched, findings.resolve(), seconds, seed)
    except ModuleNotFoundError as error:
        raise ExtraMissingError(str(error), hint="Install it: pip install 'newsparse-bench[fuzz]'.") from error
    except ChildProcessError as error:
        raise click.ClickException(str(error)) from error
    say(f"{len(found):,} inputs on which {target} fails")
    if found:
        sys.exit(1)


@click.command("growth")
@BACKEND
@click.option("--times", type=click.IntRange(1), default=3, show_default=True, help="Runs of each text.")
@click.option("--long", type=click.IntRange(100), default=LONG, show_default=True, help="Characters, then twice these.")
def growth_command(backend: str, times: int, long: int) -> None:
    """Repeat short units of text so many times and twice as often, and compare the time that both take.

    The exit status is 1 when twice the text takes more than 2.5 times as long for any unit.
    """
    from newsparse_bench.hostile.checking import by_rules

    pipeline = by_rules() if backend == "rules" else newsparse.load("en")
    pipeline("Ada Brook said: “No.”")
    count, slow = 0, list[str]()
    for item in measured(pipeline, long=long, times=times):
        count += 1
        say(f"{item.ratio:5.2f}  {item.seconds:8.3f} s  {item.doubled:8.3f} s  {item.unit!a}")
        if item.ratio > MOST:
            slow.append(ascii(item.unit))
    say(f"{count} units; more than {MOST} times as long for twice the text: {', '.join(slow) or 'none'}")
    if slow:
        sys.exit(1)


def packages() -> list[str]:
    """Newsparse and the packages of the extractors that are installed, whose word lists texts are made from."""
    modules = (offer.plugin.module for offer in offers.host().extractors.values())
    return list(dict.fromkeys(["newsparse", *(module.partition(".")[0] for module in modules)]))


def _whole(articles: Iterable[str], data: Path | None) -> Iterator[str]:
    for corpus, part in chosen(articles) if articles else ():
        yield from (document.text for document in corpus.load(data_folder(data), part))
