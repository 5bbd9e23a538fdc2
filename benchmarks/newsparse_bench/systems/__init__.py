"""What is measured: newsparse, a floor of regular expressions, and the peers, under one interface."""

from newsparse_bench.systems.registry import SYSTEMS, choose
from newsparse_bench.systems.system import Prediction, System, SystemMissingError

__all__ = ["SYSTEMS", "Prediction", "System", "SystemMissingError", "choose"]
