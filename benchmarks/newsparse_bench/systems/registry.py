"""The systems by name, and how a variant of newsparse is named on the command line."""

from __future__ import annotations

import re

from newsparse.errors import UnknownNameError
from newsparse.specs import SystemSpec
from newsparse_bench import offers
from newsparse_bench.systems.citron import CITRON
from newsparse_bench.systems.cqe import CQE
from newsparse_bench.systems.floor import FLOOR
from newsparse_bench.systems.ggt import GGT
from newsparse_bench.systems.grouping import GIVEN, TREES
from newsparse_bench.systems.newsparse import make
from newsparse_bench.systems.quantulum import QUANTULUM
from newsparse_bench.systems.sayswho import SAYSWHO
from newsparse_bench.systems.spacy import SPACY
from newsparse_bench.systems.stanza import STANZA
from newsparse_bench.systems.textacy import TEXTACY

SYSTEMS = (make(None, None), FLOOR, TEXTACY, SAYSWHO, GGT, CITRON, QUANTULUM, CQE, SPACY, STANZA)
"""The systems that come with the suite."""

VARIANT = re.compile(r"newsparse\[(?P<backend>[^:\]]*):?(?P<extractors>[^\]]*)\]")


def choose(name: str) -> SystemSpec:
    """The system of that name; ``newsparse[BACKEND:ONE+OTHER]`` names backend and extractors, either may be empty.

    ``newsparse[:none]`` is the backend alone, ``newsparse[size=small,engine=onnxruntime]`` has options of the backend;
    ``newsparse[gold-mentions]`` and ``newsparse[gold-trees]`` group labelled mentions. Raises ``UnknownNameError``.
    """
    known = offers.systems() | {system.name: system for system in (GIVEN, TREES)}
    if name in known:
        return known[name]
    found = VARIANT.fullmatch(name)
    if not found:
        raise UnknownNameError(f"no system is called {name!r} (systems: {', '.join(offers.systems())}).")
    extractors = tuple(found["extractors"].split("+")) if found["extractors"] else None
    parts = [part.partition("=") for part in found["backend"].split(",")]
    options = {option: value for option, is_option, value in parts if is_option}
    backend = next((part for part, is_option, _ in parts if not is_option), "")
    return make(backend or None, extractors, options, name)
