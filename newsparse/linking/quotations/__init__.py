"""The same words through outlets and versions: articles enter; groups of one utterance leave."""

from newsparse.linking.quotations.records import Relation, SameQuote, Telling, dumps, loads

__all__ = ["Relation", "SameQuote", "Telling", "dumps", "loads"]
