"""The words of a source enter; a speaker leaves, with name, entity, kind, title, role and affiliation."""

from newsparse_quotes.speakers.finder import Said, Speakers

__all__ = ["Said", "Speakers"]
