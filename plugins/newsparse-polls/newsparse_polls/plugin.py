"""What this distribution provides to newsparse."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse import hookimpl
from newsparse.specs import ExtractorSpec, KindSpec
from newsparse_polls import Poll, PollConfig, PollExtractor


@hookimpl
def newsparse_kinds() -> Iterable[KindSpec]:
    """The kind ``poll``, kept in the layer ``polls``."""
    return [KindSpec(type=Poll, layer="polls")]


@hookimpl
def newsparse_extractors() -> Iterable[ExtractorSpec]:
    """The extractor ``polls``."""
    return [
        ExtractorSpec(
            name="polls",
            summary="Shares in polls, with pollster, choice, sample and margin of error.",
            make=PollExtractor,
            config=PollConfig,
            provides=("polls",),
            requires=("sentences",),
            uses=("mentions", "entities", "numbers"),
            languages=("en",),
        )
    ]
