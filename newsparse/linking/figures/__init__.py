"""Figures across articles: what is kept of each enters; groups of figures about one thing, with verdicts, leave."""

from newsparse.linking.figures.groups import FigureGroup, FigureMember, dumps, figure_groups, loads
from newsparse.linking.figures.profiles import Article, Figure, article
from newsparse.linking.figures.verdicts import VERDICT, Relation

__all__ = [
    "VERDICT",
    "Article",
    "Figure",
    "FigureGroup",
    "FigureMember",
    "Relation",
    "article",
    "dumps",
    "figure_groups",
    "loads",
]
