"""The command line: ``newsparse parse``, ``newsparse plugins``, and the commands that plugins add."""

from newsparse.cli.main import main

__all__ = ["main"]
