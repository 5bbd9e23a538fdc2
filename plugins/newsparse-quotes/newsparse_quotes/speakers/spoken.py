"""How a rule for speakers is written down."""

from __future__ import annotations

from collections.abc import Callable

from newsparse.model import Speaker
from newsparse.rules import Rule
from newsparse_quotes.speakers.case import SpeakerCase

SpeakerRule = Rule[SpeakerCase, Speaker]

SAID = "Ada Brook said the quay would sink."
"""What a rule for something else is silent on."""


def rule(name: str, find: Callable[[SpeakerCase], Speaker | None], summary: str, fires: str, quiet: str) -> SpeakerRule:
    """A rule of the set "quotes.speaker", with a text in which it decides and one in which it does not."""
    return Rule(name=f"quotes.speaker.{name}", find=find, summary=summary, fires=fires, quiet=quiet)
