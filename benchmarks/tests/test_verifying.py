"""The test bed for ``newsparse verify``: seeded, of eight kinds, with the places of what was altered."""

import hashlib

import pytest

from newsparse_bench.corpora import shipped
from newsparse_bench.verifying.drafts import drafts
from newsparse_bench.verifying.planting import KINDS

PART = {"dev": "f8cb1f5dfbc3d381", "test": "8d1d7d6a1e3d5136"}


@pytest.mark.parametrize("part", ["dev", "test"])
def test_the_drafts_of_a_part_are_always_the_same(part):
    made = drafts(shipped.load(None, part), count=300, seed=f"verify-{part}")
    written = "\f".join(f"{draft.id} {draft.sources} {draft.planted} {draft.text}" for draft in made)
    assert hashlib.sha256(written.encode()).hexdigest()[:16] == PART[part]


def test_each_draft_has_one_alteration_of_a_kind_at_the_place_named():
    made = drafts(shipped.load(None, "dev"), count=80, seed="some")
    sources = {document.id: " ".join(document.text.split()) for document in shipped.load(None, "dev")}
    assert {draft.planted.kind for draft in made} == set(KINDS)
    for draft in made:
        sentence = draft.planted.sentence.cut(draft.text)
        assert draft.planted.sentence.covers(draft.planted.span)
        assert sentence not in sources[draft.sources[0]]
        if draft.planted.kind in ("value", "unit", "bound", "date"):
            changed = draft.planted.span.cut(draft.text)
            restored = sentence.replace(changed, draft.planted.before, 1)
            assert changed != draft.planted.before
            assert len(restored) > len(sentence) - len(changed) - 1
