"""A draft with a rough content enters; the draft with its whole content leaves, and blocks of text without marks."""
