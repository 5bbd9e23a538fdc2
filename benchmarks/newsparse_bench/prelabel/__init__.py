"""Predictions to correct: documents in the formats of labelling tools, with the tools' configuration."""

from newsparse_bench.prelabel.formats import FORMATS, Format, configuration

__all__ = ["FORMATS", "Format", "configuration"]
