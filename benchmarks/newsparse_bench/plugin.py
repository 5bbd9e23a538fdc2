"""What this distribution provides: the command ``bench``, what it measures, and the kinds that gold needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsparse import hookimpl
from newsparse.specs import CorpusSpec, KindSpec, MetricSpec, SystemSpec

if TYPE_CHECKING:
    import click


@hookimpl
def newsparse_kinds() -> Iterable[KindSpec]:
    """Numerals that are not quantities, NewsQuant's rows, and stretches without labels."""
    from newsparse_bench.kinds import Numeral, Row, Unlabelled

    return [
        KindSpec(type=Numeral, layer="numerals"),
        KindSpec(type=Row, layer="rows"),
        KindSpec(type=Unlabelled, layer="unlabelled"),
    ]


@hookimpl
def newsparse_commands() -> Iterable[click.Command]:
    """The command ``bench``."""
    from newsparse_bench.commands import bench

    return [bench]


@hookimpl
def newsparse_corpora() -> Iterable[CorpusSpec]:
    """The shipped articles and loaders of public corpora."""
    from newsparse_bench.corpora import CORPORA

    return CORPORA


@hookimpl
def newsparse_systems() -> Iterable[SystemSpec]:
    """newsparse, a floor, and the peers."""
    from newsparse_bench.systems import SYSTEMS

    return SYSTEMS


@hookimpl
def newsparse_metrics() -> Iterable[MetricSpec]:
    """Metrics of quotes, number claims, entities, groups, roles and language analysis."""
    from newsparse_bench.metrics import metrics

    return metrics()
