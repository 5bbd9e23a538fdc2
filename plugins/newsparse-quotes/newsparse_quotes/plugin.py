"""What the plugin hands to newsparse: the extractor ``quotes``."""

from __future__ import annotations

from newsparse.hookspecs import hookimpl
from newsparse.specs import ExtractorSpec
from newsparse_quotes.extractor import Quotes, QuotesConfig


@hookimpl
def newsparse_extractors() -> list[ExtractorSpec]:
    """The extractor of quotes."""
    return [
        ExtractorSpec(
            name="quotes",
            summary="Direct, indirect and mixed quotes with speaker and cue",
            make=Quotes,
            config=QuotesConfig,
            provides=("quotes",),
            requires=("sentences", "tokens"),
            uses=("attributions", "mentions", "entities", "tags", "trees"),
            languages=("en",),
        )
    ]
