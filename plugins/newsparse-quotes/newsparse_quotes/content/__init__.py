"""A draft with a rough content in; the draft with its whole content out, and blocks of text without marks."""
