"""Groups in, pronouns and descriptions linked to them out."""
