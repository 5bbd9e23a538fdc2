"""The labels of mentions and entities: one inventory for all backends and extractors, with mappings from others."""

from __future__ import annotations

from typing import Final, Literal, get_args

Label = Literal["Person", "Organization", "Location", "Facility", "NORP", "Product", "Misc", "Date", "Money"]
"""The classes of the en-worldwide-newswire corpus (Shan et al. 2023): "Misc" holds events, works, laws, languages."""

LABELS: Final[frozenset[str]] = frozenset(get_args(Label))

NAMES: Final[frozenset[str]] = LABELS - {"Date", "Money"}
"""The labels of things that have names."""

ONTONOTES: Final[dict[str, Label | None]] = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Facility",
    "NORP": "NORP",
    "PRODUCT": "Product",
    "EVENT": "Misc",
    "WORK_OF_ART": "Misc",
    "LAW": "Misc",
    "LANGUAGE": "Misc",
    "DATE": "Date",
    "TIME": "Date",
    "MONEY": "Money",
    "PERCENT": None,
    "QUANTITY": None,
    "ORDINAL": None,
    "CARDINAL": None,
}
"""From the labels of OntoNotes 5 (Weischedel et al. 2013); None leaves out mentions of figures without a name."""

CONLL: Final[dict[str, Label | None]] = {"PER": "Person", "ORG": "Organization", "LOC": "Location", "MISC": "Misc"}
"""From the labels of CoNLL-2003 (Tjong Kim Sang and De Meulder 2003)."""
