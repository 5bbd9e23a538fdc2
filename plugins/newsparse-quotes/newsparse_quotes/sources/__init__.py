"""A draft with its content in; the draft with the words of its source out, and the rule that decided."""
