"""Articles of two or three sentences that differ in one word or mark: what each does to the claims in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse.linking import across
from newsparse.model import Document, Meta


def cases():
    """Each article of ``statuses.txt`` with what it says of its claims."""
    for line in Path(__file__).with_name("statuses.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, _, claims = line.rpartition(" | ")
            yield pytest.param(text, [] if claims == "nothing" else claims.split("; "), id=text)


def article(text):
    """The article as it is given to the pipeline."""
    return Document(text=text, id="a", meta=Meta(published="2026-03-02"))


def shown(statuses):
    """The claims that are more than reported: what they are, and what is done to them by whom and by which rules."""
    for claim in statuses:
        said = [] if claim.base == "reported" else [claim.base]
        for item in claim.effects:
            rules = " ".join(rule.removeprefix("across.") for rule in item.rules)
            said.append(f"{item.effect} by {item.by or 'the article'} ({rules})")
        if said:
            yield f"{claim.place.text} = {', '.join(said)}"


@pytest.mark.parametrize(("text", "claims"), list(cases()))
def test_what_is_done_to_claims_beside_its_neighbours(english, text, claims):
    assert list(shown(across([english(article(text))]).statuses)) == claims
