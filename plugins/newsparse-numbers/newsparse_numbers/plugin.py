"""What this distribution hands over to newsparse."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse import hookimpl
from newsparse.specs import ExtractorSpec
from newsparse_numbers.extractor import NumberExtractor


@hookimpl
def newsparse_extractors() -> Iterable[ExtractorSpec]:
    """The extractor ``numbers``."""
    return [
        ExtractorSpec(
            name="numbers",
            summary="Figures with value, bound, unit, what they count, change, and who gives them.",
            make=NumberExtractor,
            provides=("numbers",),
            requires=("tokens",),
            uses=("quotes", "mentions", "entities", "tags", "trees"),
            languages=("en",),
        )
    ]
