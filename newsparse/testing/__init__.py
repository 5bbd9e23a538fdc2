"""What plugin authors test with: documents by hand or by hypothesis, a backend without a model, a contract check."""

from newsparse.testing.contract import check_extractor
from newsparse.testing.examples import decides
from newsparse.testing.fakes import FakeBackend, attributed, fake_backend, written
from newsparse.testing.parsing import Word, parsed
from newsparse.testing.strategies import documents, number_claims, spans, texts

__all__ = [
    "FakeBackend",
    "Word",
    "attributed",
    "check_extractor",
    "decides",
    "documents",
    "fake_backend",
    "number_claims",
    "parsed",
    "spans",
    "texts",
    "written",
]
