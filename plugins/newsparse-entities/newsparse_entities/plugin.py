"""What this distribution hands over to newsparse."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse import hookimpl
from newsparse.specs import ExtractorSpec
from newsparse_entities.extractor import EntityExtractor


@hookimpl
def newsparse_extractors() -> Iterable[ExtractorSpec]:
    """The extractor ``entities``; it completes the mentions that the backend gives."""
    return [
        ExtractorSpec(
            name="entities",
            summary="One object for each person, organisation and place, with all mentions of it.",
            make=EntityExtractor,
            provides=("mentions", "entities"),
            requires=("sentences", "tokens", "mentions"),
            uses=("tags", "trees", "attributions"),
            languages=("en",),
        )
    ]
