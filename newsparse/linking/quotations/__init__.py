"""The same words through outlets and versions: articles enter; groups of one utterance leave."""

from newsparse.linking.quotations.collecting import Quotations
from newsparse.linking.quotations.records import Relation, SameQuote, Telling, dumps, loads
from newsparse.linking.quotations.tables import QUOTE_LINKS, quote_links

__all__ = ["QUOTE_LINKS", "Quotations", "Relation", "SameQuote", "Telling", "dumps", "loads", "quote_links"]
