"""What plugin authors test with: documents by hand or by hypothesis, a backend without a model, a contract check."""

from newsparse.testing.contract import check_extractor
from newsparse.testing.distorting import distorted
from newsparse.testing.examples import decides
from newsparse.testing.fakes import FakeBackend, attributed, fake_backend, written
from newsparse.testing.lists import check_lexicon, check_lexicons
from newsparse.testing.odd_texts import spans, texts
from newsparse.testing.parsing import Word, parsed
from newsparse.testing.strategies import documents, number_claims
from newsparse.testing.windows import Window, windows_in_code
from newsparse.testing.wording import CodeWord, words_in_code

__all__ = [
    "CodeWord",
    "FakeBackend",
    "Window",
    "Word",
    "attributed",
    "check_extractor",
    "check_lexicon",
    "check_lexicons",
    "decides",
    "distorted",
    "documents",
    "fake_backend",
    "number_claims",
    "parsed",
    "spans",
    "texts",
    "windows_in_code",
    "words_in_code",
    "written",
]
