"""Inputs: files, folders, patterns and standard input become documents, each by the reader of its format."""

from newsparse.inputs.places import STANDARD_INPUT, STDIN
from newsparse.inputs.reading import Inputs, read

__all__ = ["STANDARD_INPUT", "STDIN", "Inputs", "read"]
