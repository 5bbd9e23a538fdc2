"""The systems by name, and how a variant of newsparse is named on the command line."""

from __future__ import annotations

import re

from newsparse.errors import UnknownNameError
from newsparse_bench.systems.cqe import CQE
from newsparse_bench.systems.floor import FLOOR
from newsparse_bench.systems.grouping import GIVEN, TREES
from newsparse_bench.systems.newsparse import make
from newsparse_bench.systems.quantulum import QUANTULUM
from newsparse_bench.systems.sayswho import SAYSWHO
from newsparse_bench.systems.spacy import SPACY
from newsparse_bench.systems.system import System
from newsparse_bench.systems.textacy import TEXTACY

SYSTEMS = {system.name: system for system in (make(None, None), FLOOR, TEXTACY, SAYSWHO, QUANTULUM, CQE, SPACY)}
VARIANT = re.compile(r"newsparse\[(?P<backend>[^:\]]*):?(?P<extractors>[^\]]*)\]")


def choose(name: str) -> System:
    """The system of that name; ``newsparse[BACKEND:ONE+OTHER]`` names backend and extractors, either may be empty.

    ``newsparse[:none]`` is the backend alone; ``newsparse[gold-mentions]`` and ``newsparse[gold-trees]`` group labelled
    mentions. Raises ``UnknownNameError``.
    """
    for system in (*SYSTEMS.values(), GIVEN, TREES):
        if name == system.name:
            return system
    found = VARIANT.fullmatch(name)
    if not found:
        raise UnknownNameError(f"there is no system {name!r} (systems: {', '.join(SYSTEMS)}).")
    extractors = tuple(found["extractors"].split("+")) if found["extractors"] else None
    return make(found["backend"] or None, extractors)
