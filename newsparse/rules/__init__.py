"""Decisions as values: rules with names and examples, sets that try them, choosers that pick, traces that explain."""

from newsparse.rules.choosing import IN_ORDER, BySort, Chooser, InOrder, Weighted, Weights, chooser
from newsparse.rules.rule import Decision, Option, Rule, RuleSet, where
from newsparse.rules.tracing import Traced, Tried, about_title, traced

__all__ = [
    "IN_ORDER",
    "BySort",
    "Chooser",
    "Decision",
    "InOrder",
    "Option",
    "Rule",
    "RuleSet",
    "Traced",
    "Tried",
    "Weighted",
    "Weights",
    "about_title",
    "chooser",
    "traced",
    "where",
]
