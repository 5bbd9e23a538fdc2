"""The weights of the cased English model, which ``newsparse_english`` runs: ``newsparse.load("en", size="cased")``."""
