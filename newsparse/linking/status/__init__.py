"""Claims with their articles enter; the status of each, with the words that say so, leaves."""

from newsparse.linking.status.answers import REPLY
from newsparse.linking.status.claims import BASE, Base
from newsparse.linking.status.statuses import Effected, Statements, Status, dumps, loads, statements
from newsparse.linking.status.targets import TARGET

__all__ = [
    "BASE",
    "REPLY",
    "TARGET",
    "Base",
    "Effected",
    "Statements",
    "Status",
    "dumps",
    "loads",
    "statements",
]
