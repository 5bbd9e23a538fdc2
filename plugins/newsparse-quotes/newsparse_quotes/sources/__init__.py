"""A draft with its content enters; the draft with the words of its source leaves, and the rule that decided."""
