import pickle

import attrs
import pytest

import newsparse
from newsparse.errors import SchemaError
from newsparse.model import Columns, Document, Meta
from newsparse.specs import WriterSpec


def test_columns_are_a_mapping_that_hashes_pickles_and_compares():
    columns = Columns({"section": "Local", "words": 310, "paid": False, "rating": None})
    assert columns["words"] == 310
    assert list(columns) == ["section", "words", "paid", "rating"]
    assert pickle.loads(pickle.dumps(columns)) == columns
    assert hash(Columns({"a": 1, "b": 2})) == hash(Columns({"b": 2, "a": 1}))


def test_columns_travel_with_a_document_through_json():
    meta = Meta(title="Harbour to close", url="https://example.org/1", columns={"section": "Local", "share": 0.5})
    document = Document(text="It rained.", meta=meta)
    assert newsparse.loads(newsparse.dumps(document)) == document
    assert '"columns"' not in newsparse.dumps(Document(text="It rained."))


def test_a_column_that_is_a_list_is_refused_with_its_name():
    line = newsparse.dumps(Document(text="It rained.", meta=Meta(columns={"tags": "a"})))
    with pytest.raises(SchemaError, match="tags"):
        newsparse.loads(line.replace('"tags":"a"', '"tags":["a"]'))


@pytest.mark.parametrize("value", [("a",), float("nan"), b"a"])
def test_a_document_with_a_column_that_json_cannot_hold_is_refused(value):
    from newsparse.pipeline.inputs import malformed

    document = Document(text="It rained.", meta=Meta(columns={"odd": value}))
    assert "columns.odd" in malformed(document)
    assert not malformed(attrs.evolve(document, meta=Meta(columns={"odd": "fine"})))


def test_a_writer_writes_by_document_or_by_run_and_not_both():
    with pytest.raises(ValueError, match="either write or write_all"):
        WriterSpec(name="none", summary="Nothing.")
