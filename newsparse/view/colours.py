"""Colours of speakers: as long as there are enough, each has one; then those share one who speak far apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

NEAR = 6
"""How many quotes before and behind one of a speaker are near it."""


def hues(voices: Sequence[str], colours: int) -> dict[str, int]:
    """The number of a colour for each speaker; ``voices`` is who says each quote, in the order of the text."""
    near: dict[str, Counter[str]] = {voice: Counter() for voice in voices}
    for place, voice in enumerate(voices):
        for other in voices[max(place - NEAR, 0) : place]:
            near[voice][other] += 1
            near[other][voice] += 1
    found: dict[str, int] = {}
    used = [0] * colours
    for voice in near:
        close = [0] * colours
        for other, times in near[voice].items():
            if other in found:
                close[found[other]] += times
        hue = min(range(colours), key=list(zip(close, used, strict=True)).__getitem__)
        found[voice] = hue
        used[hue] += 1
    return found
