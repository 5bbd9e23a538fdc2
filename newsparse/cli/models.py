"""``newsparse models``: the models that plugins install, where they are, whether they are intact, and their cards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import click

from newsparse.cli.messages import complain, complain_of, say
from newsparse.errors import ModelMissingError, NewsparseError
from newsparse.host import Host, Offer
from newsparse.specs import ModelSpec

Found = Sequence[Offer[ModelSpec]]
NONE = "no installed plugin brings a model."


@click.group(invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """List the installed models, find their files, verify them, or print their cards."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(*, as_json: bool = False) -> None:
    """List the models: digests, how they run here, what they were learned from, figures, limits."""
    found = offered()
    about, failed = [], False
    for offer in found:
        try:
            about.append(described(offer))
        except NewsparseError as error:
            complain(str(error))
            failed = True
    if as_json:
        say(json.dumps(about, indent=2))
    else:
        text = [line for item in about for line in lines(item)]
        say("\n".join(text) if found else NONE)
    if failed:
        raise click.exceptions.Exit(1)


@models.command()
@click.argument("name", required=False)
def where(name: str | None) -> None:
    """Print the folder of the model NAME, or of every model."""
    for offer in chosen(name):
        say(str(offer.spec.folder()))


@models.command()
@click.argument("name", required=False)
def verify(name: str | None) -> None:
    """Check the files of the model NAME, or of every model, against their digests; status 1 if any is wrong."""
    failed = False
    for offer in chosen(name):
        try:
            offer.spec.verify()
        except NewsparseError as error:
            complain(str(error))
            failed = True
        else:
            say(f"{offer.spec.name}: all files match {offer.spec.model or 'their digests'}")
    if failed:
        raise click.exceptions.Exit(1)


@models.command()
@click.argument("name", required=False)
def card(name: str | None) -> None:
    """Print the model card of the model NAME, or each card once."""
    for text in dict.fromkeys(offer.spec.card() for offer in chosen(name)):
        say(text.rstrip("\n"))


def offered() -> Found:
    """All models; what is wrong with a plugin is a line on standard error."""
    host = Host.discover(everything=False)
    complain_of(host.problems)
    return list(host.models.values())


def chosen(name: str | None) -> Found:
    """The model of that name, or all; raises ``UnknownNameError``, or ``ModelMissingError`` if there is none."""
    host = Host.discover(everything=False)
    complain_of(host.problems)
    if name:
        return [host.model(name)]
    if not host.models:
        raise ModelMissingError(NONE, hint="Install newsparse[english].")
    return list(host.models.values())


def described(offer: Offer[ModelSpec]) -> dict[str, Any]:
    """A model as JSON holds it."""
    spec = offer.spec
    facts = spec.facts()
    return {
        "name": spec.name,
        "summary": spec.summary,
        "plugin": str(offer.plugin),
        "folder": str(spec.folder()),
        "digest": spec.model,
        "runs": list(spec.runs()),
        "learned_from": [attrs.asdict(item) for item in facts.learned_from],
        "advice": facts.advice,
        "figures": dict(facts.figures),
        "limits": list(facts.limits),
    }


def lines(about: dict[str, Any]) -> Iterator[str]:
    """A model in words, one fact a line."""
    yield f"{about['name']}  ({about['plugin']})"
    yield f"  {about['summary']}"
    yield f"  folder: {about['folder']}"
    if about["digest"]:
        yield f"  digest: {about['digest']}"
    yield from (f"  {line}" for line in about["runs"])
    learned = [f"{item['name']}: {item['used_for']}; licence: {item['licence']}" for item in about["learned_from"]]
    figures = [f"{measured}: {figure}" for measured, figure in about["figures"].items()]
    for heading, facts in (("learned from", learned), ("figures", figures), ("limits", about["limits"])):
        if facts:
            yield f"  {heading}:"
            yield from (f"    {fact}" for fact in facts)
    if about["advice"]:
        yield f"  licences: {about['advice']}"
