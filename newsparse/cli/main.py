"""The command ``newsparse``: built-in commands, then those of plugins; an error becomes one line and an exit status."""

from __future__ import annotations

import errno
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

import newsparse
from newsparse.aside import heard
from newsparse.cli.corpus import index, serve
from newsparse.cli.findings import findings
from newsparse.cli.messages import complain, complain_of
from newsparse.cli.models import models
from newsparse.cli.outputs import silence
from newsparse.cli.parse import parse
from newsparse.cli.plugins import plugins
from newsparse.cli.rules import rules
from newsparse.cli.running import stoppable, stopped_status
from newsparse.cli.verify import verify_command
from newsparse.cli.view import view
from newsparse.errors import NewsparseError, WriteError
from newsparse.visible import visible

BUILTIN: dict[str, click.Command] = {
    "findings": findings,
    "index": index,
    "serve": serve,
    "models": models,
    "parse": parse,
    "plugins": plugins,
    "rules": rules,
    "verify": verify_command,
    "view": view,
}

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What goes wrong in writing alone: a full disk, a quota, a limit of file sizes, a broken device."""

_ALIKE = 0.75
"""How alike a word and the name of a command are at least where the one is taken for the other, from 0 to 1."""
_COMMANDS = f"{__name__}.commands"


class Commands(click.Group):
    """The built-in commands and those of plugins, which are looked for only when a name is not built in."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted({*BUILTIN, *_offered(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        return BUILTIN.get(cmd_name) or _offered(ctx).get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; where there is none, what may have been meant is a part of the error."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            meant = f"parse {args[0]}" if Path(args[0]).exists() else None
            meant = meant or next(iter(get_close_matches(args[0], self.list_commands(ctx), n=1, cutoff=_ALIKE)), None)
            if meant:
                error.message += f" Did you mean '{ctx.command_path} {meant}'?"  # type: ignore[misc]
            raise

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program; where what it says cannot be written, it ends with one line and status 1."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            if error.errno not in FULL:
                raise
            place = error.filename or "standard output"
            complain(str(WriteError(f"{place} cannot be written: {error.strerror}.", hint="Choose another place.")))
            silence()
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error of newsparse ends it with one line and status 1, a signal with its status."""
        try:
            with stoppable(), heard(complain):
                return super().invoke(ctx)
        except KeyboardInterrupt as stopped:
            silence()
            sys.exit(stopped_status(stopped))
        except NewsparseError as error:
            complain(str(error))
            sys.exit(1)
        except click.ClickException as error:
            # It names arguments, which may be names of files; click declares it final, and has no other way to say it.
            error.message = visible(error.message)  # type: ignore[misc]
            raise


def _offered(context: click.Context) -> dict[str, click.Command]:
    """The commands of plugins; what is wrong with a plugin is a line on standard error, once."""
    if _COMMANDS not in context.meta:
        host = newsparse.Host.discover()
        complain_of(host.problems)
        context.meta[_COMMANDS] = {name: offer.spec for name, offer in host.commands.items() if name not in BUILTIN}
    found: dict[str, click.Command] = context.meta[_COMMANDS]
    return found


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(newsparse.__version__, prog_name="newsparse", message="%(prog)s %(version)s")
def main() -> None:
    """Read news articles: who said what, about whom, with which numbers, and where in the text."""
