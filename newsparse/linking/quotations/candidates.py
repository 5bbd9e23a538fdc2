"""The runs of words by which wordings that may be of one utterance are looked up."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from newsparse.linking.quotations.sayings import Wording


def runs(wording: Wording) -> set[int]:
    """Hashes of its runs of three words, and of two of which one tells utterances apart."""
    keys, content = wording.keys, wording.content
    found = {_hash(keys[at : at + 3]) for at in range(len(keys) - 2)}
    pairs = (at for at in range(len(keys) - 1) if content[at] or content[at + 1])
    return found | {_hash(keys[at : at + 2]) for at in pairs}


def _hash(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))
