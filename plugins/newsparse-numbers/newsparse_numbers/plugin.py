"""What this distribution provides to newsparse."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse import hookimpl
from newsparse.specs import ExtractorSpec, KindSpec
from newsparse_numbers.comparison.carried import CARRIED
from newsparse_numbers.extractor import NumberConfig, NumberExtractor
from newsparse_numbers.frames.speakers import SPEAKER
from newsparse_numbers.kinds import RejectedNumeral
from newsparse_numbers.quantities.roles import ROLE
from newsparse_numbers.rejection.rules import REJECTION
from newsparse_numbers.subjects.holder import HOLDER
from newsparse_numbers.subjects.receiver import RECEIVER
from newsparse_numbers.subjects.subject import SUBJECT


@hookimpl
def newsparse_extractors() -> Iterable[ExtractorSpec]:
    """The extractor ``numbers``."""
    return [
        ExtractorSpec(
            name="numbers",
            summary="Figures with value, bound, unit, what they count, changes, and who says them.",
            make=NumberExtractor,
            config=NumberConfig,
            provides=("numbers", "rejected"),
            requires=("tokens",),
            uses=("sentences", "quotes", "mentions", "attributions", "tags", "trees"),
            languages=("en",),
            on_title=True,
            rules=lambda: (REJECTION, ROLE, SUBJECT, CARRIED, HOLDER, RECEIVER, SPEAKER),
        )
    ]


@hookimpl
def newsparse_kinds() -> Iterable[KindSpec]:
    """The kind ``rejected-numeral``, in the layer ``rejected``."""
    return [KindSpec(type=RejectedNumeral, layer="rejected")]
