"""Entities for newsparse: names, pronouns and roles of an article grouped into people, organisations and places."""

from newsparse_entities.extractor import EntityExtractor
from newsparse_entities.linking import EntitiesConfig, Entry
from newsparse_entities.salience import Weight, weights

__all__ = ["EntitiesConfig", "EntityExtractor", "Entry", "Weight", "weights"]
