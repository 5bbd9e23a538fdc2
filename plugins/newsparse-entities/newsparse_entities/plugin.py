"""What this distribution provides to newsparse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsparse import hookimpl
from newsparse.rules import RuleSet
from newsparse.specs import Extractor, ExtractorSpec
from newsparse_entities.extractor import EntityExtractor
from newsparse_entities.grouping.titles import TITLE
from newsparse_entities.linking import EntitiesConfig, Linker, LinkingExtractor
from newsparse_entities.mentions.evidence import CLASS
from newsparse_entities.references.nominals import DESCRIPTION
from newsparse_entities.references.pronouns import ANTECEDENT
from newsparse_entities.roles.employers import EMPLOYER


@hookimpl
def newsparse_extractors() -> Iterable[ExtractorSpec]:
    """The extractor ``entities``; it completes the mentions that the backend gives."""
    return [
        ExtractorSpec(
            name="entities",
            summary="One object per person, organisation or place, with all its mentions.",
            make=make,
            config=EntitiesConfig,
            provides=("mentions", "entities"),
            requires=("sentences", "tokens", "mentions"),
            uses=("tags", "trees", "attributions"),
            languages=("en",),
            rules=rule_sets,
            reads_title=True,
        )
    ]


def rule_sets() -> tuple[RuleSet[Any, Any], ...]:
    """The sets of rules for the classes of names, names in titles, and what pronouns and descriptions refer to."""
    return (CLASS, TITLE, ANTECEDENT, DESCRIPTION, EMPLOYER)


def make(config: EntitiesConfig) -> Extractor:
    """The extractor, which links entities where ``config`` provides a list."""
    return LinkingExtractor(EntityExtractor(), Linker(config)) if config.known else EntityExtractor()
