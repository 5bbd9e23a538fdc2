"""The same words through outlets and versions: articles enter; groups of one utterance leave."""

from newsparse.linking.quotations.collecting import Quotations
from newsparse.linking.quotations.records import Relation, SameQuote, Telling, dumps, loads

__all__ = ["Quotations", "Relation", "SameQuote", "Telling", "dumps", "loads"]
