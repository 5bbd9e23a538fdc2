"""The words of a source in; a speaker out, with name, entity, kind, title, role and affiliation."""

from newsparse_quotes.speakers.finder import Said, Speakers

__all__ = ["Said", "Speakers"]
