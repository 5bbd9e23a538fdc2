"""Labelled articles as documents: what ships with the suite, public corpora, and users' own formats."""

from newsparse_bench.corpora.corpus import Corpus, data_folder, digest
from newsparse_bench.corpora.registry import CORPORA, find

__all__ = ["CORPORA", "Corpus", "data_folder", "digest", "find"]
