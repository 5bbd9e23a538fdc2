"""Relations and parts of speech that several stages use."""

from __future__ import annotations

ACTIVE = ("nsubj", "nsubj:outer")
"""Relations of subjects that can be the agent of their verb."""
PASSIVE = ("nsubj:pass", "csubj:pass")
"""Relations of subjects that something is done to."""
SUBJECTS = (*ACTIVE, "nsubj:pass")
OBJECTS = frozenset({"obj", "iobj"})
"""Relations of what or whom a verb is done to."""
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of finite verbs."""
RELATIVE = frozenset({"WDT", "WP"})
"""Tags of the pronouns that open a relative clause."""
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"PRON"}
