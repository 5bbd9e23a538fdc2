"""``newsparse plugins``: what is installed, what each plugin offers, and what is wrong with any of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import attrs
import click

from newsparse.cli.messages import complain_of, say
from newsparse.host import Host, Plugin

OFFERS = (
    *("extractors", "kind_offers", "backends", "readers", "writers", "commands", "models"),
    *("corpora", "systems", "metrics"),
)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def plugins(*, as_json: bool) -> None:
    """List the plugins, what they offer, and their problems; status 1 when there is a problem."""
    host = Host.discover()
    complain_of(host.problems)
    say(json.dumps(described(host), indent=2) if as_json else "\n".join(lines(host)))
    if host.problems:
        raise click.exceptions.Exit(1)


def described(host: Host) -> dict[str, Any]:
    """The plugins with what each offers, by the name of the offer, and the problems."""
    return {
        "plugins": [attrs.asdict(plugin) | {"offers": offers(host, plugin)} for plugin in host.plugins],
        "problems": [attrs.asdict(problem) for problem in host.problems],
    }


def offers(host: Host, plugin: Plugin) -> dict[str, list[str]]:
    """The names of what ``plugin`` offers, by what they are ("extractors", "kinds", ...)."""
    found = {name: [key for key, offer in getattr(host, name).items() if offer.plugin == plugin] for name in OFFERS}
    return {name.replace("kind_offers", "kinds"): names for name, names in found.items() if names}


def lines(host: Host) -> Iterator[str]:
    """What they offer in words: a paragraph per plugin."""
    for plugin in host.plugins:
        yield f"{plugin.name}  ({plugin}, {plugin.module})"
        for what, names in offers(host, plugin).items():
            yield f"  {what}: {', '.join(names)}"
