"""Many articles in one SQLite database: documents enter, one by one; tables and the answers to questions come out."""

from newsparse.corpus import drafts
from newsparse.corpus.alike import alike
from newsparse.corpus.indexing import Corpus, index
from newsparse.corpus.opening import opened

__all__ = ["Corpus", "alike", "drafts", "index", "opened"]
