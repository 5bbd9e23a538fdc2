"""The promises that every extractor makes to the host."""

from __future__ import annotations

from newsparse.testing import check_extractor
from newsparse_entities.plugin import newsparse_extractors


def test_the_extractor_keeps_its_contract():
    for spec in newsparse_extractors():
        check_extractor(spec)
