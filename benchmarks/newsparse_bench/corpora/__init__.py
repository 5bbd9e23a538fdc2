"""Labelled articles as documents: what ships with the suite, public corpora, and users' own formats."""

from newsparse_bench.corpora.corpus import data_folder, digest, same_id
from newsparse_bench.corpora.registry import CORPORA, chosen, find

__all__ = ["CORPORA", "chosen", "data_folder", "digest", "find", "same_id"]
