"""Statuses of claims as JSON, and where a document has no trees to find any in."""

from __future__ import annotations

import pytest

from newsparse.errors import SchemaError
from newsparse.linking import across
from newsparse.linking.status import dumps, loads
from newsparse.model import Document


def test_statuses_are_written_and_read_as_json(english):
    document = english("Ada Brook said 40 gates had been locked. Tomas Varga disputed this claim.")
    found = across([document]).statuses
    assert found
    for status in found:
        assert loads(dumps(status)) == status
    with pytest.raises(SchemaError, match="expected a record"):
        loads("{}")


def test_documents_without_trees_have_statuses_without_answers():
    text = "Ada Brook said the gates had been locked. Tomas Varga disputed this claim."
    assert across([Document(text=text)]).statuses == ()
