"""Names as they are compared across articles."""

from __future__ import annotations

import re
import unicodedata

_APART = re.compile(r"[\W_]+")
_DROPPED = re.compile(r"[.'’ʼ]")
_PARTS_OF_A_PERSON = 2
_INITIAL = 1


def name_key(name: str) -> str:
    """The name without case, diacritics, dots and apostrophes, its parts with one blank between them.

    "José  O’Brien Jr." and "Jose O'Brien Jr" are the same.
    """
    plain = unicodedata.normalize("NFKD", _DROPPED.sub("", name))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_APART.split(letters.casefold())).strip()


def is_whole(label: str, key: str) -> bool:
    """Whether a name tells one thing from another: of a person, two parts at least, the first more than an initial."""
    if label != "Person":
        return bool(key)
    parts = key.split()
    return len(parts) >= _PARTS_OF_A_PERSON and len(parts[0]) > _INITIAL
