"""Claims with their articles enter; the status of each, with the words that say so, leaves."""

from newsparse.linking.status.aiming import TARGET
from newsparse.linking.status.answers import REPLY
from newsparse.linking.status.claims import BASE, Base
from newsparse.linking.status.statuses import Effected, Statements, Status, dumps, loads, statements

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
