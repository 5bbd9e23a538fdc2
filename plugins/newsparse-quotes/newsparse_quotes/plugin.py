"""What this distribution provides to newsparse: the extractor ``quotes`` and the kind ``unquoted-words``."""

from __future__ import annotations

from newsparse.hookspecs import hookimpl
from newsparse.specs import ExtractorSpec, KindSpec
from newsparse_quotes.content.blocks import BLOCK
from newsparse_quotes.content.headlines import HEADLINE
from newsparse_quotes.content.remarks import REMARK
from newsparse_quotes.content.strays import STRAY
from newsparse_quotes.content.transcripts import TRANSCRIPT
from newsparse_quotes.dismissed.rules import DISMISSED
from newsparse_quotes.drafts.passives import PASSIVE
from newsparse_quotes.extractor import Quotes, QuotesConfig
from newsparse_quotes.inner.rules import INNER
from newsparse_quotes.kinds import UnquotedWords
from newsparse_quotes.quotation import QUOTATION
from newsparse_quotes.sources.answers import ANSWER
from newsparse_quotes.sources.rules import SOURCE
from newsparse_quotes.speakers.rules import SPEAKER
from newsparse_quotes.statements import STATEMENT
from newsparse_quotes.unquoted import UNQUOTED


@hookimpl
def newsparse_extractors() -> list[ExtractorSpec]:
    """The extractor of quotes."""
    return [
        ExtractorSpec(
            name="quotes",
            summary="Direct, indirect and mixed quotes, with speaker and cue.",
            make=Quotes,
            config=QuotesConfig,
            provides=("quotes", "unquoted"),
            requires=("sentences", "tokens"),
            uses=("attributions", "mentions", "entities", "tags", "trees"),
            languages=("en",),
            rules=lambda: (
                BLOCK,
                TRANSCRIPT,
                HEADLINE,
                STRAY,
                REMARK,
                SOURCE,
                ANSWER,
                PASSIVE,
                INNER,
                SPEAKER,
                DISMISSED,
                STATEMENT,
                QUOTATION,
                UNQUOTED,
            ),
        )
    ]


@hookimpl
def newsparse_kinds() -> list[KindSpec]:
    """The kind ``unquoted-words``, in the layer ``unquoted``."""
    return [KindSpec(type=UnquotedWords, layer="unquoted")]
