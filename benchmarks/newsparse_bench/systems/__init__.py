"""What is measured: newsparse, a floor of regular expressions, and the peers, as plugins provide systems too."""

from newsparse_bench.systems.registry import SYSTEMS, choose
from newsparse_bench.systems.system import SystemMissingError, provenance, short, version

__all__ = ["SYSTEMS", "SystemMissingError", "choose", "provenance", "short", "version"]
