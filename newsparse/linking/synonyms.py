"""Words of the same meaning by one name, so that articles can be compared that choose other words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsparse.lexicon import SHARED, lexicon


@cache
def same_words() -> Mapping[str, str]:
    """For each lemma that has others of the same meaning, the name that they share."""
    groups = lexicon(SHARED).groups("across.synonyms")
    return {word: name for name in sorted(groups) for word in groups[name]}
