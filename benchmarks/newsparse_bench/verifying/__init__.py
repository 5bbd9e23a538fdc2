"""A test bed for ``newsparse verify``: drafts from labelled articles, with one planted alteration each."""
